/* docin/read.h -- bytes of a file in, document tree out
 *
 * SHAPE    A reader is one row of docin/readers.def and one file read_NAME.c. The kind is told by
 *          content (.sniff gives 0..100; the highest wins), never by the file's name.
 *          read_bytes finds the reader, brings text to UTF-8 NFC (docin/encoding.h), and calls it.
 * UNITS    bytes; READ_MAX bytes at most
 * ERRORS   ERR_LIMIT too large; ERR_FORMAT not a kind we read, empty, binary noise, an encoding
 *          that cannot be told: each a sentence that names what is wrong and what to do
 * MEMORY   the tree borrows nothing from the input: all in the arena
 * SOURCE   facts.md (file.reader names: "text", "markdown")
 */
#ifndef DOCIN_READ_H
#define DOCIN_READ_H
#include "doc/node.h"

enum { READ_MAX = 8 * 1024 * 1024 };

struct reader {
	const char *name, *help, *source;
	int (*sniff)(str bytes);                        /* sees NFC UTF-8 when .text */
	bool text;                                      /* wants decoded text, not raw bytes */
	bool (*read)(struct arena *a, str bytes, struct node **ret, struct err *e);
};

#define READER(id) extern const struct reader reader_##id;
#include "docin/readers.def"
#undef READER

struct readers { const struct reader *const *at; size_t n; };
struct readers readers_all(void);

struct reading { const struct reader *by; struct node *root; char sha256[65]; };

MUST_CHECK bool read_bytes(struct arena *a, str bytes, struct reading *ret, struct err *e);
MUST_CHECK bool read_path(struct arena *a, const char *path, struct reading *ret, struct err *e);

#endif
