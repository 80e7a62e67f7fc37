#include "app/keep_parts.h"
#include "core/level.h"

struct taking {
	struct record *r;
	struct arena  *a;
	const struct keep *what;
	struct proposal   *p;
	str  level;
	struct stored_set s;               /* of the file */
	set_versions versions;
	struct stored_set *stored;         /* versions.n of them */
	struct origins from;
	strs notes;
};

/* -- what the file says and what was said beside it --------------------------------------------------- */

static bool settle_level(struct taking *k, struct err *e)
{
	struct criteria_set *s = k->s.set;
	str said = k->what->level ? level_of(k->a, str_c(k->what->level)) : (str){ 0 }, own = level_of(k->a, s->level);
	if (k->what->level && !said.n) {
		fail(e, ERR_INPUT, "“%s” không phải là cấp nào.", k->what->level);
		return err_hint(e, "Cấp là: bộ, tỉnh, sở, huyện hoặc xã.");
	}
	if (said.n && own.n && !str_eq(said, own)) {
		str words = level_words(said);
		fail(e, ERR_INPUT, "Bộ tiêu chí này ghi cấp %.*s, không phải cấp %.*s.", SF(s->level), SF(words));
		return err_hint(e, "Chỉ đúng cấp, hoặc sửa mục Cấp trong tệp.");
	}
	k->level = said.n ? said : own;
	if (!k->level.n) {
		fail(e, ERR_INPUT, "Chưa rõ bộ tiêu chí này của cấp nào.");
		return err_hint(e, "Ghi mục Cấp trong sheet Bộ tiêu chí, hoặc --level xã.");
	}
	s->level = level_words(k->level);
	return true;
}

static bool settle_year(struct taking *k, struct err *e)
{
	struct criteria_set *s = k->s.set;
	if (k->what->year && s->year && k->what->year != s->year) {
		fail(e, ERR_INPUT, "Bộ tiêu chí này ghi năm %d, không phải năm %d.", s->year, k->what->year);
		return err_hint(e, "Chỉ đúng năm, hoặc sửa mục Năm trong tệp.");
	}
	s->year = s->year ? s->year : k->what->year;
	if (!s->name.n)
		s->name = str_fmt(k->a, "Bộ tiêu chí cấp %.*s năm %d", (int)s->level.n, s->level.p, s->year);
	return true;
}

/* -- what the record has ------------------------------------------------------------------------------ */

static bool load_versions(struct taking *k, struct err *e)
{
	int64_t before;
	if (!repo_set_versions(k->r->db, k->a, k->s.cycle, k->level, &k->versions, e) ||
	    !repo_set_before(k->r->db, k->s.cycle, k->level, &before, e))
		return false;
	k->stored = make_n(k->a, struct stored_set, k->versions.n + 1);
	for (size_t i = 0; i < k->versions.n; i++) {
		if (!repo_set_load(k->r->db, k->a, k->versions.at[i].id, &k->stored[i], e))
			return false;
		if (!k->versions.at[i].version)
			k->from.told = &k->stored[i];
		else if (!k->from.now)
			k->from.now = &k->stored[i];
	}
	struct stored_set *was = make(k->a, struct stored_set);
	k->from.before = before ? was : NULL;
	return !before || repo_set_load(k->r->db, k->a, before, was, e);
}

/* The very same, but for its version and the marks that the record gave its criteria. */
static bool same(struct arena *a, const struct criteria_set *s, const struct criteria_set *stored)
{
	struct criteria_set x = *s;
	if (s->criteria.n != stored->criteria.n)
		return false;
	x.version = stored->version;
	x.criteria.at = make_n(a, struct set_criterion, s->criteria.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++) {
		x.criteria.at[i] = s->criteria.at[i];
		if (!x.criteria.at[i].id.n)
			x.criteria.at[i].id = stored->criteria.at[i].id;
	}
	return str_eq(set_json(a, &x), set_json(a, stored));
}

/* -- what would change -------------------------------------------------------------------------------- */

static str set_words(struct arena *a, const struct criteria_set *s)
{
	return str_fmt(a, "phiên bản %d: %zu tiêu chí, %s điểm", s->version, s->criteria.n, points_vi(a, set_max(s)).p);
}

static bool known(struct taking *k)
{
	for (size_t i = 0; i < k->versions.n; i++)
		if (k->versions.at[i].version && same(k->a, k->s.set, k->stored[i].set)) {
			struct proposed_row *row = proposed(k->a, k->p, PROPOSED_SAME, k->p->title, (str){ 0 });
			row->found = row->stored = set_words(k->a, k->stored[i].set);
			if (i)
				row->note = str_fmt(k->a, "đã được thay bằng phiên bản %d", k->versions.at[0].version);
			return k->p->known = true;
		}
	return false;
}

static int next_version(const struct taking *k)
{
	int own = k->s.set->version, last = k->versions.n ? k->versions.at[0].version : 0;
	return own > last ? own : last + 1;
}

static void say_criteria(struct taking *k)
{
	struct proposed_row *whole = proposed(k->a, k->p, PROPOSED_NEW, k->p->title, (str){ 0 });
	whole->found = set_words(k->a, k->s.set);
	if (k->from.now)
		whole->note = str_fmt(k->a, "thay phiên bản %d", k->from.now->set->version);
	for (size_t i = 0; i < k->s.set->criteria.n; i++) {
		const struct set_criterion *c = &k->s.set->criteria.at[i];
		bool has = k->s.identity[i];
		struct proposed_row *row =
		    proposed(k->a, k->p, has ? PROPOSED_SAME : PROPOSED_NEW, str_fmt(k->a, "Tiêu chí %.*s", (int)c->code.n, c->code.p), S("định danh"));
		row->found = c->id;
		row->stored = has ? c->id : (str){ 0 };
		row->note = k->notes.at[i];
	}
}

static bool write_set(struct taking *k, struct tx *t, struct err *e)
{
	bool may = false;
	int64_t moved = 0;
	if (!repo_set_add(t, k->a, &k->s, k->level, &may, e))
		return false;
	if (!may)
		return record_denied(k->r, e, "đưa bộ tiêu chí vào hồ sơ");
	if ((k->from.told && !keep_identify_told(t, k->a, &k->s, k->from.told, e)) || !repo_set_take_over(t, &k->s, k->level, &moved, e))
		return false;
	if (moved)
		*vec_add(k->a, &k->p->notes) = str_fmt(k->a, "%lld tồn tại đã ghi trước đó nay gắn với bộ tiêu chí này.", (long long)moved);
	return true;
}

static bool take(void *ctx, struct tx *t, struct err *e)
{
	struct taking *k = ctx;
	if (!load_versions(k, e))
		return false;
	if (known(k))
		return true;
	k->s.set->version = next_version(k);
	if (!keep_identities(k->r, k->a, &k->s, &k->from, &k->notes, e))
		return false;
	say_criteria(k);
	return !k->what->accept || write_set(k, t, e);
}

bool keep_set(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e)
{
	struct told told = { 0 }, *t = what->told ? what->told : &told;
	struct taking k = { .r = r, .a = a, .what = what, .p = ret };
	struct unit_named unit = { 0 };
	struct index_file f;
	*ret = (struct proposal){ .file = str_c(path) };
	if (!keep_load(a, path, what, &f, t, e) || !index_set_in(a, &f, true, &k.s.set, t, e) || !settle_level(&k, e) ||
	    !settle_year(&k, e) ||
	    (what->unit && !keep_unit(r, a, what->unit, &unit, e)) || !keep_cycle(r, unit.id, k.s.set->year, &k.s.cycle, e))
		return false;
	keep_told(a, ret, t);
	ret->year = k.s.set->year;
	ret->unit = unit.name.n ? unit.name : k.s.set->issuer;
	ret->title = str_fmt(a, "Bộ tiêu chí cấp %.*s", (int)k.s.set->level.n, k.s.set->level.p);
	return keep_run(r, a, what, S("set save"), take, &k, ret, e);
}
