#include "extract/columns.h"

enum { HEADING_MAX = 100 };

static const struct { enum role role; const char *pattern; } rows[] = {
#define COLUMN(role, pattern) { ROLE_##role, "(?:" pattern ")(?![a-z0-9])" },
#include "extract/columns.def"
#undef COLUMN
};

enum role column_role(struct pats *ps, str folded, size_t from, size_t *len)
{
	struct match m;
	folded = str_sub(folded, 0, from + HEADING_MAX);          /* a paragraph may follow: what it says is no reason to try a pattern */
	for (size_t i = 0; i < COUNT(rows); i++)
		if (pat_at(ps, rows[i].pattern, folded, from, &m) && m.at[0].to > from) {
			*len = m.at[0].to - from;
			return rows[i].role;
		}
	*len = 0;
	return ROLE_NONE;
}

size_t columns_find(const struct columns *c, enum role r)
{
	size_t i = 0;
	while (i < c->n && c->role[i] != r)
		i++;
	return i;
}

static bool have(const struct columns *c, enum role r) { return columns_find(c, r) < c->n; }

void columns_settle(struct columns *c)
{
	size_t at = columns_find(c, ROLE_finding);
	if (have(c, ROLE_name)) {
		if (at < c->n)
			c->role[at] = ROLE_reason;
	} else if (at == c->n) {
		/* "Lý do" or a nameless second column cannot stand for the criterion; "Nội dung" … were names */
		at = columns_find(c, ROLE_NONE);
		if (at < c->n)
			c->role[at] = ROLE_finding;
	}
	/* "Kết quả đạt được" tells points where there are maxima and no points, progress otherwise */
	at = columns_find(c, ROLE_progress);
	if (at < c->n && have(c, ROLE_max) && !have(c, ROLE_points) && !have(c, ROLE_remedy))
		c->role[at] = ROLE_points;
	/* one role, one column: a second "Điểm …" or "Nội dung" is kept as an unknown */
	for (size_t i = 0; i < c->n; i++)
		for (size_t k = i + 1; k < c->n; k++)
			if (c->role[i] == c->role[k])
				c->role[k] = c->role[k] == ROLE_name && !have(c, ROLE_reason) ? ROLE_reason : ROLE_NONE;
}

bool role_is_number(enum role r)
{
	return r == ROLE_max || r == ROLE_self || r == ROLE_points || r == ROLE_lost || r == ROLE_rate;
}
