/* extract/reword.h -- the words in which a decision says how points are given, brought to the wording of docs/rules.md
 *
 * SHAPE    As it stands, when the language of rules reads that. Else its sentences are put another way, a step at a time, until it is read:
 *          what only introduces is left out ("Tính tỷ lệ % …."), what letters stand for is put in their place ("b/a … trong đó a là
 *          …"), words that a bound does not need go ("Hoàn thành từ 95% kế hoạch trở lên"), sentences and commas that part clauses become ";".
 *          Steps whose points add up to the maximum, none of them 0, are a checklist. .changed tells that something was put another way:
 *          a person must look. .text is canonical where .rule is read, else the text as it stood, a clause a line.
 *          .inputs: what the text itself calls its figures, part and whole, else none.
 * UNITS    points
 * ERRORS   .rule NULL: .error and .where say why the text as it stood was not read
 * MEMORY   arena
 * SOURCE   docs/rules.md; domain.md 3 (criteria sheets seen), 4
 */
#ifndef EXTRACT_REWORD_H
#define EXTRACT_REWORD_H
#include "base/pat.h"
#include "core/rule.h"

struct reworded {
	str          text, said;               /* said: the words as they stood, in one line, without what marks items */
	struct rule *rule;
	bool         changed;
	strs         inputs;
	struct err   error;
	struct fault where;
};

/* text: paragraphs of the cell, parted by newlines. max: of the criterion; < 0: not known. */
struct reworded reword(struct arena *a, struct pats *ps, str text, points max);

#endif
