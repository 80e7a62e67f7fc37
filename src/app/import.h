/* app/import.h -- documents into the record: first as a proposal, then, when a person accepts, for good
 *
 * SHAPE    One document, one proposal (app/proposal.h), one transaction. The same pass over the facts makes the proposal and, with
 *          .accept, writes: what is shown is what is written. What the record has otherwise stays as it is, and the document's figure is
 *          kept as a claim that is not held (table claim); .take names the criteria ("3.1.2"), fields, or "tổng" of the result, or "all",
 *          whose figures are taken from this document instead. Figures read from a picture are written only where they are taken.
 *          The same file again tells again what differs and changes nothing; it may still be taken from. The same document in another
 *          file is a document of its own: its claims say that it says the same, with its own places; nothing else is added.
 *          Of a plan of which something is left nothing is closed that it does not name.
 *          Criteria: the newest set of the cycle and level, else (and for codes that are not in it) version 0, made of what documents tell.
 * UNITS    year 0: the one the document tells
 * ERRORS   ERR_NOT_FOUND no such unit among those the person works with (with names that are near), no such cycle; ERR_INPUT no year,
 *          nothing in it, a workbook of the index; ERR_CONFLICT another body issued it (.force takes it all the same); ERR_DENIED.
 *          Nothing is written with an error.
 * MEMORY   arena
 * SOURCE   issue 5 (import)
 */
#ifndef APP_IMPORT_H
#define APP_IMPORT_H
#include "app/proposal.h"

/* f: with .file.bytes and .file.sha256 (examine with sum) */
struct tx;
struct import_ask {
	str  unit;
	int  year;
	bool accept, force;
	strs take;                             /* also "#c12": what differs at one item (proposed_row.item) */
	VEC(struct proposed_item) leave;       /* not taken in now */
	bool rest;                             /* the file is there already: what of it was left before is taken in too */
	str  read;                             /* the facts as they were read, where f was corrected; no text: f as it is */
	bool (*also)(void *ctx, struct tx *t, int64_t document, struct err *e);        /* in the same transaction; may be NULL */
	void *ctx;
};

MUST_CHECK bool import_facts(struct record *r, struct arena *a, const struct facts *f, const struct import_ask *ask, struct proposal **ret,
                             struct err *e);

#endif
