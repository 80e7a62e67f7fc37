#include "app/keep_parts.h"
#include "base/fold.h"
#include "core/join.h"

/* Which criterion of other sets a criterion is, and a mark for one that is none of them. */

enum { MARK_MOST = 32, ROUNDS_MOST = 10000 };

struct marking { struct arena *a; struct stored_set *s; struct map used; strs *notes; };

static bool take(struct marking *m, size_t i, const struct stored_set *from, size_t was, str note)
{
	struct set_criterion *c = &m->s->set->criteria.at[i];
	int *used = map_put(m->a, &m->used, from->set->criteria.at[was].id);
	if (c->id.n || *used)
		return false;
	*used = 1;
	c->id = from->set->criteria.at[was].id;
	m->s->identity[i] = from->identity[was];
	m->notes->at[i] = note;
	return true;
}

static void take_all(struct marking *m, const struct stored_set *from)
{
	pairs p = mapping_propose(m->a, from->set, m->s->set);
	for (size_t i = 0; i < m->s->set->criteria.n; i++) {
		size_t was = mapping_was(&p, i);
		if (was == NO_INDEX || m->s->set->criteria.at[i].id.n ||
		    !join_sure(m->a, &p.at[i], &from->set->criteria.at[was], &m->s->set->criteria.at[i]))
			continue;
		str code = from->set->criteria.at[was].code;
		take(m, i, from, was, str_fmt(m->a, "là %.*s năm %d%s%.*s", SF(code), from->set->year, p.at[i].changes.n ? ": " : "", SF(p.at[i].changes)));
	}
}

/* Documents of a year use the codes of its set. */
static void take_by_code(struct marking *m, const struct stored_set *told)
{
	for (size_t i = 0; i < m->s->set->criteria.n; i++) {
		size_t was = set_find(told->set, m->s->set->criteria.at[i].code);
		if (was != NO_INDEX && !m->s->set->criteria.at[i].id.n)
			take(m, i, told, was, S("đã có trong các văn bản của năm"));
	}
}

static bool take_given(struct record *r, struct marking *m, struct err *e)
{
	const struct criteria_set *s = m->s->set;
	strs marks = { 0 };
	int64_t *ids = make_n(m->a, int64_t, s->criteria.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++) {
		*vec_add(m->a, m->notes) = (str){ 0 };
		if (!s->criteria.at[i].id.n)
			continue;
		*vec_add(m->a, &marks) = s->criteria.at[i].id;
		*map_put(m->a, &m->used, s->criteria.at[i].id) = 1;
	}
	if (!repo_identities(r->db, m->a, &marks, ids, e))
		return false;
	for (size_t i = 0, k = 0; i < s->criteria.n; i++)
		if (s->criteria.at[i].id.n)
			m->s->identity[i] = ids[k++];
	return true;
}

/* -- new marks --------------------------------------------------------------------------------------- */

/* "Kế hoạch và báo cáo" -> "ke-hoach-va-bao-cao", cut after a word. */
static str stem_of(struct arena *a, const struct set_criterion *c)
{
	str plain = fold_plain(a, c->name.n ? c->name : c->code);
	struct buf b = buf_open(a);
	for (size_t at = 0; at < plain.n;) {
		size_t end = at;
		while (end < plain.n && ((plain.p[end] >= 'a' && plain.p[end] <= 'z') || (plain.p[end] >= '0' && plain.p[end] <= '9')))
			end++;
		if (b.n && b.n + 1 + end - at > MARK_MOST)
			break;
		if (end > at)
			buf_fmt(&b, "%s%.*s", b.n ? "-" : "", (int)(end - at > MARK_MOST ? MARK_MOST : end - at), plain.p + at);
		at = end + 1;
	}
	return b.n ? buf_str(&b) : S("tc");
}

static str candidate(struct arena *a, const struct criteria_set *s, const struct set_criterion *c, int round)
{
	str stem = stem_of(a, c), code = fold_plain(a, c->code);
	return round == 0 ? stem : round == 1 ? str_fmt(a, "%.*s-%.*s", SF(stem), SF(code)) :
	       round == 2 ? str_fmt(a, "%.*s-%.*s-%d", SF(stem), SF(code), s->year) :
	                    str_fmt(a, "%.*s-%.*s-%d-%d", SF(stem), SF(code), s->year, round - 1);
}

/* Each round asks for all that are without a mark at once. */
static bool make_marks(struct record *r, struct marking *m, struct err *e)
{
	struct criteria_set *s = m->s->set;
	size_t *at = make_n(m->a, size_t, s->criteria.n + 1);
	int64_t *ids = make_n(m->a, int64_t, s->criteria.n + 1);
	for (int round = 0; round < ROUNDS_MOST; round++) {
		strs asked = { 0 };
		size_t without = 0;
		for (size_t i = 0; i < s->criteria.n; i++) {
			if (s->criteria.at[i].id.n)
				continue;
			str mark = candidate(m->a, s, &s->criteria.at[i], round);
			int *used = map_put(m->a, &m->used, mark);
			without++;
			if (!*used) {
				*used = 1;
				at[asked.n] = i;
				*vec_add(m->a, &asked) = mark;
			}
		}
		if (!without)
			return true;
		if (!repo_identities(r->db, m->a, &asked, ids, e))
			return false;
		for (size_t k = 0; k < asked.n; k++)
			if (!ids[k])
				s->criteria.at[at[k]].id = asked.at[k];
	}
	return fail(e, ERR_LIMIT, "Quá nhiều tiêu chí cùng tên; không đặt được định danh."), err_hint(e, "Ghi định danh vào cột Định danh.");
}

bool keep_identities(struct record *r, struct arena *a, struct stored_set *s, const struct origins *from, strs *notes, struct err *e)
{
	struct marking m = { .a = a, .s = s, .notes = notes };
	s->identity = make_n(a, int64_t, s->set->criteria.n + 1);
	if (!take_given(r, &m, e))
		return false;
	if (from->now)
		take_all(&m, from->now);
	if (from->before)
		take_all(&m, from->before);
	if (from->told) {
		take_by_code(&m, from->told);
		take_all(&m, from->told);
	}
	return make_marks(r, &m, e);
}

bool keep_identify_told(struct tx *t, struct arena *a, const struct stored_set *s, const struct stored_set *told, struct err *e)
{
	struct map marks = { 0 };
	for (size_t i = 0; i < told->set->criteria.n; i++)
		*map_put(a, &marks, told->set->criteria.at[i].id) = 1;
	for (size_t i = 0; i < s->set->criteria.n; i++) {
		size_t was = set_find(told->set, s->set->criteria.at[i].code);
		if (was != NO_INDEX && !map_get(&marks, s->set->criteria.at[i].id) &&
		    !repo_criterion_identify(t, told->criterion[was], s->identity[i], e))
			return false;
	}
	return true;
}
