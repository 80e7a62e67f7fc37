/* docin/read.h -- bytes of a file in, document tree out
 *
 * SHAPE    A reader is one row of docin/readers.def and one file read_NAME.c. The kind is told by
 *          content (.sniff gives 0..100; the highest wins), never by the file's name. A reader gives a tree (.root) or,
 *          where the file holds other files, those (.members). .notes are sentences for the person about what is in the
 *          file and not in the tree: changes pending, macros, hidden rows.
 *          read_bytes finds the reader, brings text to UTF-8 NFC (docin/encoding.h), and calls it, in this process.
 *          A sniff looks at prefixes and plain substrings only: it also runs where foreign bytes must not be parsed.
 * UNITS    bytes; FILE_MAX for any file, READ_MAX for text
 * ERRORS   ERR_LIMIT too large; ERR_FORMAT not a kind we read, empty, binary noise, an encoding
 *          that cannot be told: each a sentence that names what is wrong and what to do
 * MEMORY   the tree borrows nothing from the input: all in the arena. .bytes live as long as what was given
 * SOURCE   facts.md (file.reader names: "text", "markdown")
 */
#ifndef DOCIN_READ_H
#define DOCIN_READ_H
#include "doc/node.h"

enum { READ_MAX = 8 * 1024 * 1024, FILE_MAX = 64 * 1024 * 1024, NOTES_MAX = 50 };

struct member { str name, bytes; };

struct reading {
	struct arena        *a;
	const struct reader *by;
	struct node         *root;              /* NULL where there are members */
	VEC(struct member)   members;
	strs                 notes;
	str                  bytes;             /* the file as it came */
};

struct reader {
	const char *name, *help, *source;
	int (*sniff)(str bytes);                        /* sees NFC UTF-8 when .text */
	bool text;                                      /* wants decoded text, not raw bytes */
	/* NULL: none. What programs of docin/tool.h make of the file; it runs in the parent, and read gets what it returns. */
	bool (*convert)(struct reading *r, str bytes, str *ret, struct err *e);
	bool (*read)(struct reading *r, str bytes, struct err *e);
};

#define READER(id) extern const struct reader reader_##id;
#include "docin/readers.def"
#undef READER

struct readers { const struct reader *const *at; size_t n; };
struct readers readers_all(void);

const struct reader *reader_find(str name);         /* NULL: none of that name */

/* The two halves of read_bytes. What runs before a foreign byte is parsed: finds .by where bytes alone tell it, lets its
 * programs convert; and the rest. docin/child.h does the one in the parent and the other in a child. */
MUST_CHECK bool read_begin(struct reading *r, str bytes, str *ret, struct err *e);
MUST_CHECK bool read_rest(struct reading *r, str bytes, struct err *e);

MUST_CHECK bool read_bytes(struct arena *a, str bytes, struct reading *ret, struct err *e);
MUST_CHECK bool read_path(struct arena *a, const char *path, struct reading *ret, struct err *e);
#define NOTE_MACROS "Tệp có macro"                  /* how the note begins of a file that has programs in it */
bool            read_has_macros(const struct reading *r);
void            read_note(struct reading *r, const char *fmt, ...) PRINTF(2, 3);   /* the same note stands once */

#endif
