/* core/scan.h -- the tokens of a sentence, for the checks that read figures out of prose
 *
 * SHAPE    NUMBER: "1.5", "14,5", "855"; its sign is a token of its own. CODE: digits that are no
 *          number: "3.2.1", "7a.1", "2021-KH". WORD: letters and digits, without marks, lower case.
 *          SIGN: one character; × · are '*', ÷ is '/', every dash is '-', ≥ ≤ are '>' '<'.
 * UNITS    from, to: characters of the folded text
 * ERRORS   none: what follows SCAN_MAX bytes of a text is not looked at
 * MEMORY   arena (about 60 bytes a token: use a short-lived one)
 * SOURCE   seeds 000-004 (how figures stand in reasons)
 */
#ifndef CORE_SCAN_H
#define CORE_SCAN_H
#include "base/fold.h"
#include "core/figure.h"

enum { SCAN_MAX = 64 * 1024 };
enum token_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_CODE, TOKEN_WORD, TOKEN_SIGN };

struct token {
	enum token_kind kind;
	bool            spaced;         /* white space before it */
	char            sign;
	size_t          from, to;
	str             word;           /* folded; for every kind */
	struct figure   number;
};

struct scan { struct fold fold; struct token *at; size_t n; };      /* at[n] is TOKEN_END */

struct scan scan_open(struct arena *a, str text);
bool        scan_sign(const struct scan *s, size_t i, char sign);         /* beyond the ends: false */
bool        scan_word(const struct scan *s, size_t i, const char *folded);
bool        scan_words(const struct scan *s, size_t i, const char *folded);   /* "dang khac phuc": several in a row */
bool        scan_number(const struct scan *s, size_t i);
str         scan_src(const struct scan *s, size_t first, size_t end);     /* the words of tokens [first, end) as printed */

#endif
