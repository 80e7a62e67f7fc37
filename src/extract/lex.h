/* extract/lex.h -- the small forms that such documents are made of: codes, deadlines, dates, points
 *
 * SHAPE    each reads one form in folded text at an offset and says how far it goes (0: not there)
 * UNITS    offsets in characters of the folded text
 * ERRORS   none
 * MEMORY   arena where a text is made
 * SOURCE   domain.md 3, 4; facts.md (due, date); seeds 000-004
 */
#ifndef EXTRACT_LEX_H
#define EXTRACT_LEX_H
#include "extract/flow.h"

/* "1.2.1", "7a.3.2.3", "5. 8"; a lone "7" or "7b" counts too. The code as facts.md wants it: no spaces, no last dot. */
size_t code_span(str folded, size_t at);
bool   code_alone(str folded);                             /* is it a code from end to end, with or without a last dot? */
str    code_clean(struct arena *a, str folded);
bool   code_dotted(str code);
size_t code_depth(str code);                               /* "7a.1" -> 2 */

/* "Tiêu chí 1.2:", "TC 1.2", "TCTP 1.2.1", "Mục 1.2": the words, then the code. *from, *to: the code. */
size_t criterion_span(struct pats *ps, str folded, size_t at, size_t *from, size_t *to);

/* A deadline that stands there whole: "Thường xuyên", "Trong năm 2024", "Quý II/2026", "Trước 30/9/2026",
 * "15 ngày làm việc kể từ ngày …" (to the end of its clause). */
size_t     due_span(struct pats *ps, str folded, size_t at);
struct due due_parse(struct arena *a, struct pats *ps, const struct flow *w, int year);    /* year: of the document, 0 not known */

/* "14/6/2024", "ngày 14 tháng 6 năm 2024", "tháng 6 năm 2026", "14-6-2024". */
size_t date_span(struct pats *ps, str folded, size_t at, struct date *ret);
bool   date_find(struct pats *ps, str folded, size_t from, size_t *at, size_t *end, struct date *ret);

int         year_of(str digits);                           /* 4 digits, 1990..2100; else 0 */
int         roman_of(str letters);                         /* "iv" -> 4; 0 if it is none */
enum status status_of(struct arena *a, struct pats *ps, str words);   /* the state that the words of a progress name */

#endif
