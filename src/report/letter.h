/* report/letter.h -- what every official document has around its text
 *
 * SHAPE    letter_head: the letterhead (body and its parent at the left, Quốc hiệu and Tiêu ngữ at the right, number, place and day), the
 *          type and the subject, "Kính gửi" of a report, what it is based on. letter_foot: the last sentence with "./.", to whom it
 *          goes and who signs. letter_annex begins a part with pages of its own: "Phụ lục I", its title in capitals, with which document
 *          it goes; number 0: the only one, without a number.
 *          The number has two digits at least; of a draft that has none it is left blank, and so is the day.
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   Nghị định 30/2020/NĐ-CP, Phụ lục I, III; domain.md 7
 */
#ifndef REPORT_LETTER_H
#define REPORT_LETTER_H
#include "report/words.h"

struct letter {
	const char  *type, *kind, *symbol;       /* "KẾ HOẠCH", "Kế hoạch", "KH" */
	enum word_id title;                     /* where the document has none of its own */
	bool         upward;                    /* "Kính gửi" */
};

/* Is what it cannot be without there? */
bool letter_ready(const struct report_in *in, struct err *e);
void letter_head(struct writer *w, const struct letter *l);
void letter_foot(struct writer *w, enum word_id closing);
void letter_annex(struct writer *w, const struct letter *l, int number, enum begins begins, str title);
str  letter_title(struct writer *w, const struct letter *l);           /* of the file too */

#endif
