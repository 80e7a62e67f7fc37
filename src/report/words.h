/* report/words.h -- the fixed sentences of official documents, and what stands in them
 *
 * SHAPE    sentence gives one of words.def, or the office's own of that name (report_in.words), with its places filled: {year} by what is
 *          known of the document, or by `with`. What stands in brackets is left out when nothing is known for a place in it:
 *          "đạt {points}/{max} điểm[, xếp thứ {rank}/{group}]". sentence_lines: a text of several lines, one
 *          a sentence.
 *          Places that every sentence may have: {issuer} {parent} {year} of the index, {mend} the year of the document, {period}
 *          "6 tháng đầu năm 2026", {from} {to} its days, {day} that of the figures.
 * UNITS    none
 * ERRORS   a place of which nothing is known, outside brackets, is empty
 * MEMORY   arena
 * SOURCE   seeds 000-004; issue 7
 */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H
#include "report/writer.h"

enum word_id {
#define WORD(id, text) WORD_##id,
#include "report/words.def"
#undef WORD
	WORDS
};

str  sentence(struct writer *w, enum word_id id);
str  sentence_with(struct writer *w, enum word_id id, const struct report_word *with, size_t n);
#define SENTENCE(w, id, ...) sentence_with((w), (id), (const struct report_word[]){ __VA_ARGS__ }, \
                                 sizeof((const struct report_word[]){ __VA_ARGS__ }) / sizeof(struct report_word))
strs sentence_lines(struct writer *w, enum word_id id);             /* those that are not empty */

/* For the page where an office changes them: the names, and the texts as they are. */
struct report_word word_at(enum word_id id);

str word_date(struct arena *a, struct date d);                 /* "ngày 05 tháng 01 năm 2026"; blanks for what is not known */
str word_due(struct arena *a, const struct due *d);            /* as printed, else from its days */
str word_progress(const struct progress *p);                   /* as printed, else its state in words */
str word_period(struct arena *a, struct date from, struct date to);

#endif
