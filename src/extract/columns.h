/* extract/columns.h -- what a column of a table is for, told by its heading
 *
 * SHAPE    roles are the first words of columns.def. ROLE_FINDING is a cell that tells the criterion and its
 *          shortcoming together ("Tiêu chí 1.1: … đạt 1,2/1,5 điểm do …"); in a table that also has a
 *          ROLE_NAME it is the reason alone, and columns_roles says so.
 * UNITS    none
 * ERRORS   ROLE_NONE where no pattern fits
 * MEMORY   none
 * SOURCE   columns.def
 */
#ifndef EXTRACT_COLUMNS_H
#define EXTRACT_COLUMNS_H
#include "base/pat.h"

enum role {
	ROLE_NONE, ROLE_ordinal, ROLE_code, ROLE_name, ROLE_finding, ROLE_max, ROLE_self, ROLE_points, ROLE_lost,
	ROLE_rate, ROLE_reason, ROLE_cause, ROLE_remedy, ROLE_lead, ROLE_support, ROLE_doer, ROLE_due, ROLE_progress,
	ROLE_note, ROLE_evidence, ROLE_rule, ROLE_appraiser
};
enum { COLUMNS_MAX = 24 };

struct columns { enum role role[COLUMNS_MAX]; size_t n; };

/* The role of a heading that begins at `from` of a folded text; *len: how much of it the pattern took. */
enum role column_role(struct pats *ps, str folded, size_t from, size_t *len);
void      columns_settle(struct columns *c);               /* the roles that depend on each other */
size_t    columns_find(const struct columns *c, enum role r);   /* c->n where there is none */
bool      role_is_number(enum role r);

#endif
