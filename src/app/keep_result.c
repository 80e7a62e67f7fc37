#include "app/keep_parts.h"

struct taking {
	struct record *r;
	struct arena  *a;
	const struct keep *what;
	struct proposal   *p;
	int64_t     cycle;
	standings   found;
	struct criteria_set *own;          /* settings in the same file; NULL: none */
	struct standing **at;              /* found, ranked */
	body_names  names;
	struct codes by_name;
	stored_results stored;
	VEC(struct stored_result) put;
	size_t denied;
};

static str words(struct arena *a, const struct stored_result *r)
{
	const struct standing *s = &r->at;
	struct buf b = buf_open(a);
	buf_fmt(&b, "%s/%s điểm", points_vi(a, s->points).p, points_vi(a, s->max).p);
	if (s->printed_percent.present)
		buf_fmt(&b, ", %s%%", figure_vi(a, s->printed_percent).p);
	if (s->printed_rank)
		buf_fmt(&b, ", hạng %d/%d", s->printed_rank, r->group_size);
	if (s->printed_class.n)
		buf_fmt(&b, ", %.*s", SF(s->printed_class));
	if (s->head.n)
		buf_fmt(&b, ", người đứng đầu: %.*s", SF(s->head));
	return buf_str(&b);
}

static const struct stored_result *stored_of(const struct taking *k, int64_t body)
{
	for (size_t i = 0; i < k->stored.n; i++)
		if (k->stored.at[i].body == body)
			return &k->stored.at[i];
	return NULL;
}

static void left(struct taking *k, const struct standing *s, str note)
{
	proposed(k->a, k->p, PROPOSED_LEFT, s->name, (str){ 0 })->note = note;
}

/* As the record keeps it: in hundredths of a percent. */
static struct figure percent_kept(struct arena *a, struct figure f)
{
	points p;
	return f.present && points_of_figure(f, &p) ? figure_parse(percent_dot(a, p / (POINT / 100))) : (struct figure){ 0 };
}

static int size_of(const struct taking *k, str group)
{
	int n = 0;
	for (size_t i = 0; i < k->found.n; i++)
		n += str_eq(k->found.at[i].group, group);
	return n;
}

static void compare_body(struct taking *k, struct standing *s)
{
	size_t i = codes_find(&k->by_name, unit_plain(k->a, s->name));
	if (i == NO_INDEX)
		return left(k, s, S("hồ sơ không có đơn vị này"));
	const struct body_name *b = &k->names.at[i];
	const struct stored_result *was = stored_of(k, b->body);
	struct stored_result is = { .id = was ? was->id : 0, .body = b->body, .at = *s, .group_size = size_of(k, s->group),
		                    .published = was && was->published };
	is.at.printed_percent = percent_kept(k->a, s->printed_percent);
	str found = words(k->a, &is), stored = { 0 };
	if (was) {
		struct stored_result shown = *was;
		shown.group_size = is.group_size;
		stored = words(k->a, &shown);
	}
	bool same = str_eq(found, stored);
	if (!b->may && !same) {
		k->denied++;
		return left(k, s, S("bạn không được giao thẩm định đơn vị này"));
	}
	struct proposed_row *row = proposed(k->a, k->p, same ? PROPOSED_SAME : was ? PROPOSED_DIFFERENT : PROPOSED_NEW, b->name, S("kết quả"));
	row->found = found;
	row->stored = stored;
	row->key = b->name;
	if (same || (was && !keep_takes(k->a, k->what, b->name)))
		return;
	row->note = was ? S("lấy theo tệp") : (str){ 0 };
	k->p->taken += was != NULL;
	*vec_add(k->a, &k->put) = is;
}

/* Ranked as the table's own set says, else as that of the record for bodies of this level. */
static bool rank(struct taking *k, struct err *e)
{
	size_t i = NO_INDEX;
	set_versions v = { 0 };
	struct stored_set s = { .set = k->own };
	for (size_t at = 0; i == NO_INDEX && at < k->found.n; at++)
		i = codes_find(&k->by_name, unit_plain(k->a, k->found.at[at].name));
	if (!k->own && i != NO_INDEX && (!repo_set_versions(k->r->db, k->a, k->cycle, k->names.at[i].level, &v, e) ||
	                                 (v.n && v.at[0].version && !repo_set_load(k->r->db, k->a, v.at[0].id, &s, e))))
		return false;
	k->at = make_n(k->a, struct standing *, k->found.n + 1);
	index_rank(k->a, s.set, &k->found, k->at);
	strs odd = ranking_notes(k->a, k->at, k->found.n);
	for (size_t n = 0; n < odd.n; n++)
		*vec_add(k->a, &k->p->notes) = odd.at[n];
	return true;
}

static bool take(void *ctx, struct tx *t, struct err *e)
{
	struct taking *k = ctx;
	if (!repo_body_names(k->r->db, k->a, k->r->who.person, &k->names, e) ||
	    !repo_results(k->r->db, k->a, k->r->who.person, k->cycle, &k->stored, e))
		return false;
	for (size_t i = 0; i < k->names.n; i++)
		codes_add(k->a, &k->by_name, unit_plain(k->a, k->names.at[i].folded), i);
	if (!rank(k, e))
		return false;
	for (size_t i = 0; i < k->found.n; i++)
		compare_body(k, &k->found.at[i]);
	k->p->known = k->p->rows.n && k->p->count[PROPOSED_SAME] == k->p->rows.n;
	if (k->what->accept && !k->put.n && k->denied)
		return record_denied(k->r, e, "ghi kết quả của các đơn vị này");
	for (size_t i = 0; k->what->accept && i < k->put.n; i++) {
		bool may = false;
		if (!repo_result_put(t, k->cycle, &k->put.at[i], &may, e))
			return false;
		if (!may)
			return record_denied(k->r, e, "ghi kết quả này");
	}
	return true;
}

bool keep_results(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, struct err *e)
{
	struct told told = { 0 }, *t = what->told ? what->told : &told;
	struct taking k = { .r = r, .a = a, .what = what, .p = ret };
	struct unit_named unit = { 0 };
	struct index_file f;
	*ret = (struct proposal){ .file = str_c(path), .year = what->year, .title = S("Bảng kết quả") };
	if ((what->unit && !keep_unit(r, a, what->unit, &unit, e)) || !keep_cycle(r, unit.id, what->year, &k.cycle, e) ||
	    !keep_load(a, path, what, &f, t, e) || !index_results_in(a, &f, &k.found, &k.own, t, e))
		return false;
	ret->unit = unit.name;
	keep_told(a, ret, t);
	return keep_run(r, a, what, S("result save"), take, &k, ret, e);
}
