#include "app/import_parts.h"
#include "base/sha256.h"
#include "core/codes.h"
#include "core/join.h"
#include "core/level.h"
#include <stdlib.h>

/* Which criterion of the record a code of the document is. A code that the cycle does not know becomes a criterion of version 0; it
 * takes the identity of another year's criterion where that is sure, so that the years of one body join although codes move. */

enum { YEARS = 3, WORTH_TELLING = 65 };                /* percent alike */

struct told_of { str code, name; bool leaf; struct maybe max; };      /* as this document tells it */
typedef VEC(struct told_of) tolds;

size_t criterion_at(const struct importing *m, str code)
{
	str key = code_plain(m->a, code);
	for (size_t i = 0; key.n && i < m->criteria.n; i++)
		if (str_eq(code_plain(m->a, m->criteria.at[i].code), key))
			return i;
	return NO_INDEX;
}

/* -- what is missing --------------------------------------------------------------------------------- */

static void told_add(struct importing *m, tolds *all, str code, str name, bool leaf, struct figure max)
{
	struct told_of t = { code_plain(m->a, code), name, leaf, { 0 } };
	t.max.there = points_of_figure(max, &t.max.n);
	if (!t.code.n)
		return;
	for (size_t i = 0; i < all->n; i++)
		if (str_eq(all->at[i].code, t.code)) {
			all->at[i].leaf &= leaf;
			return;
		}
	*vec_add(m->a, all) = t;
}

static int by_code(const void *p, const void *q)
{
	const struct told_of *x = p, *y = q;
	return code_cmp(x->code, y->code);
}

static tolds tolds_of(struct importing *m)
{
	tolds all = { 0 };
	for (size_t i = 0; i < m->f->fields.n; i++)
		told_add(m, &all, m->f->fields.at[i].code, m->f->fields.at[i].name, false, m->f->fields.at[i].max);
	for (size_t i = 0; i < m->f->criteria.n; i++)
		told_add(m, &all, m->f->criteria.at[i].code, m->f->criteria.at[i].name, m->f->criteria.at[i].leaf,
		         m->f->criteria.at[i].max);
	if (all.n)
		qsort(all.at, all.n, sizeof *all.at, by_code);         /* parents before children */
	return all;
}

/* -- other years ------------------------------------------------------------------------------------- */

/* note, same: what it may be, and how a person says so */
struct joined { int64_t identity; str note, same; };

/* An identity stands once in a cycle. */
static bool free_in(const struct importing *m, const struct joined *all, size_t n, int64_t identity)
{
	for (size_t i = 0; i < m->criteria.n; i++)
		if (m->criteria.at[i].identity == identity)
			return false;
	for (size_t i = 0; i < n; i++)
		if (all[i].identity == identity)
			return false;
	return true;
}

static struct join_row row_of(str code, str name, str id, struct maybe max)
{
	return (struct join_row){ code, name, id, max.n, max.there };
}

/* The new criteria beside all others of the cycle, against one other year. */
static bool join_year(struct importing *m, const tolds *new, int64_t cycle, int year, struct joined *ret, struct err *e)
{
	had_criteria old = { 0 };
	if (!had_load_criteria(m->r->db, m->a, cycle, m->body.level, &old, e))
		return false;
	struct join_row *was = make_n(m->a, struct join_row, old.n + 1), *is = make_n(m->a, struct join_row, new->n + m->criteria.n + 1);
	for (size_t i = 0; i < old.n; i++)
		was[i] = row_of(old.at[i].code, old.at[i].name, old.at[i].mark, old.at[i].max);
	for (size_t i = 0; i < new->n; i++)
		is[i] = row_of(new->at[i].code, new->at[i].name, (str){ 0 }, new->at[i].max);
	for (size_t i = 0; i < m->criteria.n; i++)
		is[new->n + i] = row_of(m->criteria.at[i].code, m->criteria.at[i].name, m->criteria.at[i].mark, m->criteria.at[i].max);
	const struct join *j = join_rows(m->a, was, old.n, is, new->n + m->criteria.n);
	for (size_t i = 0; i < new->n; i++) {
		const struct had_criterion *x = j[i].was == NO_INDEX ? NULL : &old.at[j[i].was];
		if (!x || ret[i].identity || !free_in(m, ret, new->n, x->identity))
			continue;
		if (j[i].sure)
			ret[i].identity = x->identity;
		else if (!ret[i].note.n && j[i].score >= WORTH_TELLING) {
			str level = level_words(m->body.level);
			ret[i].note = str_fmt(m->a, "có thể là tiêu chí %.*s năm %d “%.*s” (giống %d %%)", SF(x->code), year, SF(x->name),
			                      j[i].score);
			ret[i].same = str_fmt(m->a, "khacphuc criterion same %.*s %d %.*s %d --level %.*s", SF(new->at[i].code), m->p->year,
			                      SF(x->code), year, SF(level));
		}
	}
	return true;
}

static bool join_years(struct importing *m, const tolds *new, struct joined *ret, struct err *e)
{
	int64_t cycle[YEARS];
	int year[YEARS], n = 0;
	{
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!db_query(m->r->db, Q(import_years, .owner_id = v_int(m->owner), .year = v_int(m->p->year),
		                          .level = v_text(m->body.level)), &r, e))
			return false;
		for (; n < YEARS && rows_next(&r); n++) {
			cycle[n] = col_int(&r, 0);
			year[n] = (int)col_int(&r, 1);
		}
		if (!rows_done(&r, e))
			return false;
	}
	for (int i = 0; i < n; i++)
		if (!join_year(m, new, cycle[i], year[i], ret, e))
			return false;
	return true;
}

/* -- writing ----------------------------------------------------------------------------------------- */

/* Version 0 of the cycle; made when it is first needed. */
static bool set_zero(struct importing *m, int64_t *ret, struct err *e)
{
	bool found = false;
	if (!db_int(m->r->db, Q(import_set, .cycle_id = v_int(m->cycle), .level = v_text(m->body.level)), ret, &found, e))
		return false;
	return found || add_row(m, Q(import_set_add, .cycle_id = v_int(m->cycle), .level = v_text(m->body.level),
	                             .name = v_text(str_fmt(m->a, "Suy từ văn bản, năm %d", m->p->year))), ret, e);
}

/* One mark for one code of a cycle and level. */
static str mark_of(struct importing *m, const struct told_of *t)
{
	char sum[65];
	sha256_hex(str_fmt(m->a, "%lld %.*s %.*s", (long long)m->owner, SF(m->body.level), SF(t->name)), sum);
	return str_fmt(m->a, "%d-%.*s-%.8s", m->p->year, SF(t->code), sum);
}

static bool add_criterion(struct importing *m, int64_t set, const struct told_of *t, struct joined *j, struct err *e)
{
	struct had_criterion x = { .set = set, .code = t->code, .name = t->name, .leaf = t->leaf, .max = t->max, .identity = j->identity };
	int64_t ord = 1;
	size_t above = NO_INDEX;
	for (str code = code_above(t->code); code.n && above == NO_INDEX; code = code_above(code))
		above = criterion_at(m, code);
	for (size_t i = 0; i < m->criteria.n; i++)
		ord += !m->criteria.at[i].version;
	x.parent = above == NO_INDEX || m->criteria.at[above].set != set ? 0 : m->criteria.at[above].id;
	x.mark = mark_of(m, t);
	str name = t->name.n ? t->name : t->code;
	if (!x.identity && !add_row(m, Q(import_identity_add, .mark = v_text(x.mark), .name = v_text(name)), &x.identity, e))
		return false;
	if (!add_row(m, Q(import_criterion_add, .set_id = v_int(set), .ord = v_int(ord), .code = v_text(t->code),
	                  .parent_id = v_ref(x.parent),
	                  .identity_id = v_int(x.identity), .leaf = v_int(t->leaf), .name = v_text(t->name), .max = v_maybe(t->max)),
	                  &x.id, e))
		return false;
	*vec_add(m->a, &m->criteria) = x;
	return true;
}

/* A criterion of version 0 of which an earlier document did not tell all. */
static bool fill(struct importing *m, struct had_criterion *x, const struct told_of *t, struct err *e)
{
	bool name = !x->name.n && t->name.n, max = !x->max.there && t->max.there;
	if (x->version || (!name && !max))
		return true;
	if (!set_row(m, Q(import_criterion_fill, .id = v_int(x->id), .name = v_text(t->name), .max = v_maybe(t->max)), e))
		return false;
	x->name = name ? t->name : x->name;
	x->max = max ? t->max : x->max;
	return true;
}

bool import_criteria(struct importing *m, struct err *e)
{
	tolds all = tolds_of(m), new = { 0 };
	bool entered = false;
	int64_t set = 0;
	for (size_t i = 0; i < m->criteria.n; i++)
		entered |= m->criteria.at[i].version > 0;
	for (size_t i = 0; i < all.n; i++) {
		size_t had = criterion_at(m, all.at[i].code);
		if (had == NO_INDEX)
			*vec_add(m->a, &new) = all.at[i];
		else if (!fill(m, &m->criteria.at[had], &all.at[i], e))
			return false;
	}
	struct joined *joined = make_n(m->a, struct joined, new.n + 1);
	if (!new.n)
		return true;
	if (!join_years(m, &new, joined, e) || !set_zero(m, &set, e))
		return false;
	for (size_t i = 0; i < new.n; i++) {
		if (!add_criterion(m, set, &new.at[i], &joined[i], e))
			return false;
		str code = new.at[i].code;
		if (entered)
			*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "Mã %.*s không có trong bộ tiêu chí năm %d của hồ sơ; hãy xem lại mã.",
			                                       SF(code), m->p->year);
		if (joined[i].note.n && !joined[i].identity && new.at[i].leaf)
			*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "Tiêu chí %.*s %.*s; chưa chắc nên ghi là tiêu chí mới. Nếu đúng: %.*s",
			                                       SF(code), SF(joined[i].note), SF(joined[i].same));
	}
	return true;
}
