/* app/finding_list.h -- the findings of a body in a cycle, a page of them with their remedies, and who may be asked to mend them
 *
 * SHAPE    finding_list: those that have all that is asked, by field and code, FINDINGS_PAGE a page; with what they are together. What is
 *          asked of a remedy (lead, state, due, lack) one remedy has all of. text: words, with marks or without, of the finding, of its
 *          criterion or of a remedy, or "T12", "G7". FINDINGS_STATEMENTS statements at most, and one to begin and one to end.
 *          field: the code of a field; "-": findings without a criterion. finding_choices: for forms; all: also bodies of the province.
 * UNITS    points, NO_POINTS not known; page from 1; lead 0, NULL: not asked. soon: DUE_AHEAD days
 * ERRORS   as store/db.h; what the person may not see is not there
 * MEMORY   arena
 * SOURCE   issue 6 (5)
 */
#ifndef APP_FINDING_LIST_H
#define APP_FINDING_LIST_H
#include "app/record.h"
#include "core/plan.h"

enum { FINDINGS_PAGE = 50, FINDINGS_STATEMENTS = 4, FINDINGS_NAMED = 2000 };       /* NAMED: so many have the words at most */
enum finding_lack { LACK_NOTHING, LACK_REMEDY, LACK_LEAD, LACK_DUE, LACK_EVIDENCE };
enum finding_due { DUE_WHENEVER, DUE_LATE, DUE_SOON_ALONE };

struct finding_ask {
	int64_t body, cycle, lead;
	str     level, field, origin, text;    /* level: of the body */
	bool    open, mended;
	enum status state;                     /* of a remedy */
	enum finding_due due;
	enum finding_lack lack;
	int     page;
};

struct finding_field { str code, name; };
struct finding_list {
	VEC(struct plan_finding) at;           /* .remedies: places in the list's remedies */
	VEC(struct plan_remedy) remedies;
	VEC(struct finding_field) fields;
	int64_t total, open;
	points  lost;
	bool    more;
	struct date today;
};

MUST_CHECK bool finding_list(struct record *r, struct arena *a, const struct finding_ask *ask, struct finding_list *ret, struct err *e);

struct finding_choice { int64_t id; str name, login, unit; };
struct finding_choices { VEC(struct finding_choice) rooms, bodies, people; };
MUST_CHECK bool finding_choices(struct record *r, struct arena *a, int64_t body, bool all, struct finding_choices *ret, struct err *e);

#endif
