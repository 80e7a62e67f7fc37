/* app/document.h -- documents that were imported, and what became of what they say
 *
 * SHAPE    document_list: those of a body, newest first,
 *          with how much in them did not add up and how much of them was not taken because the
 *          record had it otherwise. document_show: one of them, with its checks, its sentences and a page of what it says of findings,
 *          remedies and results (said: "điểm bị trừ" of a finding, as printed; held: it is what the record has). document_open: where
 *          its file lies, after its bytes were verified. at, who: when it was imported and by whom
 * UNITS    page: from 1
 * ERRORS   ERR_NOT_FOUND; document_open ERR_FORMAT the bytes kept are damaged
 * MEMORY   arena
 * SOURCE   issue 6 (3, 9); domain.md 2
 */
#ifndef APP_DOCUMENT_H
#define APP_DOCUMENT_H
#include "app/record.h"
#include "core/facts.h"

enum { DOCUMENT_PAGE = 20, DOCUMENT_CLAIMS = 50 };

struct document_ask { int64_t body; str kind; int year, page; };       /* kind no text, year 0: all */
struct document_row { int64_t id; str kind, kind_vi, number, symbol, title, issuer, file, at, who; struct date issued; int year, errors,
        warnings, left; };
struct document_page { VEC(struct document_row) rows; bool more; };

struct document_check { bool error; str message, printed, computed, place; };
struct document_passage { str kind, kind_vi, text, place; };
struct document_claim { str thing, thing_vi, code, field, field_vi, printed, place; int64_t finding; bool held; };
struct document_one {
	struct document_row row; int64_t body, size; int claims; str signatory, reader, sha; struct date as_of;
	VEC(struct document_check) checks;
	VEC(struct document_passage) passages;
	VEC(struct document_claim) said; bool more;
};
struct document_file { str name, path; };

MUST_CHECK bool document_list(struct record *r, struct arena *a, const struct document_ask *q, struct document_page *ret, struct err *e);
MUST_CHECK bool document_show(struct record *r, struct arena *a, int64_t id, bool left_only, int page, struct document_one *ret,
        struct err *e);
MUST_CHECK bool document_open(struct record *r, struct arena *a, int64_t id, struct document_file *ret, struct err *e);

#endif
