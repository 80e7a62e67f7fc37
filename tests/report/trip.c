#include "trip.h"
#include "app/examine.h"
#include "base/capitals.h"
#include "docin/read.h"
#include "extract/extract.h"

#include <jansson.h>
#include <stdlib.h>

static const struct { const struct report_kind *kind; const char *paths; } keeps[] = {
#define KEEPS(id, paths) { &report_##id, paths },
#include "keeps.def"
#undef KEEPS
};

/* -- what is kept -------------------------------------------------------------------------------------- */

static bool named(const char *paths, str path)
{
	for (const char *p = paths; *p;) {
		str one = { p, strcspn(p, " ") };
		bool above = path.n < one.n && str_starts(one, path) && one.p[path.n] == '.';
		bool below = path.n > one.n && str_starts(path, one) && path.p[one.n] == '.';
		if (above || below || str_eq(path, one))
			return true;
		p += one.n + (p[one.n] == ' ');
	}
	return false;
}

static const char *paths_of(const struct report_kind *kind)
{
	for (size_t i = 0; i < COUNT(keeps); i++)
		if (keeps[i].kind == kind)
			return keeps[i].paths;
	return "";
}

bool trip_keeps(const struct report_kind *kind, const char *path) { return named(paths_of(kind), str_c(path)); }

static void prune(struct arena *a, json_t *j, const char *paths, str path)
{
	const char *key;
	json_t *value;
	void *next;
	size_t i;
	if (json_is_array(j))
		json_array_foreach(j, i, value)
			prune(a, value, paths, path);
	json_object_foreach_safe(j, next, key, value) {
		str at = path.n ? str_fmt(a, "%.*s.%s", SF(path), key) : str_c(key);
		if (!strcmp(key, "source") || !named(paths, at))
			json_object_del(j, key);
		else
			prune(a, value, paths, at);
	}
}

/* -- what is no difference ----------------------------------------------------------------------------- */

static str one_space(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(" \n\t", s.p[i]))
			buf_put(&b, str_sub(s, i, i + 1));
		else if (b.n && b.p[b.n - 1] != ' ')
			buf_put(&b, S(" "));
	return str_trim(buf_str(&b));
}

/* "quốc gia/ Hệ thống" */
static str closed_up(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != ' ' || !i || s.p[i - 1] != '/')
			buf_put(&b, str_sub(s, i, i + 1));
	return buf_str(&b);
}

typedef str change(struct arena *a, str s);

static void strings(struct arena *a, json_t *j, change *to)
{
	const char *key;
	json_t *value;
	size_t i;
	if (json_is_array(j))
		json_array_foreach(j, i, value)
			strings(a, value, to);
	if (json_is_object(j))
		json_object_foreach(j, key, value)
			strings(a, value, to);
	if (json_is_string(j)) {
		str s = to(a, (str){ json_string_value(j), json_string_length(j) });
		json_string_setn(j, s.p ? s.p : "", s.n);
	}
}

static str text_of(const json_t *j, const char *key)
{
	const char *s = json_string_value(json_object_get(j, key));
	return str_c(s ? s : "");
}

static int field_order(const void *x, const void *y)
{
	return code_cmp(text_of(*(json_t *const *)x, "code"), text_of(*(json_t *const *)y, "code"));
}

static void sort_fields(struct arena *a, json_t *fields)
{
	size_t n = json_array_size(fields);
	json_t **at = make_n(a, json_t *, n + 1);
	for (size_t i = 0; i < n; i++)
		at[i] = json_incref(json_array_get(fields, i));
	qsort(at, n, sizeof *at, field_order);
	json_array_clear(fields);
	for (size_t i = 0; i < n; i++)
		json_array_append_new(fields, at[i]);
}

static bool lists_below(const json_t *all, str code)
{
	size_t i;
	json_t *c;
	json_array_foreach(json_object_get(all, "criteria"), i, c)
		if (code_under(text_of(c, "code"), code))
			return true;
	return false;
}

static json_t *field_above(const json_t *all, const json_t *c)
{
	json_t *best = NULL, *d;
	size_t i;
	json_array_foreach(json_object_get(all, "fields"), i, d)
		if (code_under(text_of(c, "code"), text_of(d, "code")) && (!best || text_of(best, "code").n < text_of(d, "code").n))
			best = d;
	return best;
}

/* A criterion whose remedies are its field's: of no criterion of its own do they tell targets. */
static void drop_targets(const json_t *facts, json_t *want, json_t *have)
{
	size_t i;
	json_t *c;
	json_array_foreach(json_object_get(facts, "criteria"), i, c) {
		json_t *d = field_above(facts, c);
		json_t *of_field = json_object_get(d, "remedies");
		if (!json_array_size(of_field) || !json_equal(of_field, json_object_get(c, "remedies")))
			continue;
		json_object_del(json_array_get(json_object_get(want, "criteria"), i), "targets");
		json_object_del(json_array_get(json_object_get(have, "criteria"), i), "targets");
	}
}

static void only_bases(json_t *cites)
{
	for (size_t i = json_array_size(cites); i-- > 0;)
		if (!str_eq(text_of(json_array_get(cites, i), "role"), S("basis")))
			json_array_remove(cites, i);
}

static void drop_unlisted(json_t *all)
{
	json_t *fields = json_object_get(all, "fields");
	for (size_t i = json_array_size(fields); i-- > 0;)
		if (!lists_below(all, text_of(json_array_get(fields, i), "code")))
			json_array_remove(fields, i);
}

static bool has_work(const json_t *d)
{
	return json_is_string(json_object_get(d, "lead")) || json_is_object(json_object_get(d, "due")) ||
	       json_array_size(json_object_get(d, "support")) || json_array_size(json_object_get(d, "remedies")) ||
	       json_array_size(json_object_get(d, "tasks"));
}

/* A field without a criterion has no row in the annex, where points stand, and without anybody's work no section either. */
static void drop_points(json_t *all)
{
	static const char *const points[] = { "max", "points", "lost", "printed_lost" };
	json_t *fields = json_object_get(all, "fields"), *d;
	size_t i;
	for (i = json_array_size(fields); i-- > 0;)
		if (!has_work(json_array_get(fields, i)) && !lists_below(all, text_of(json_array_get(fields, i), "code")))
			json_array_remove(fields, i);
	json_array_foreach(fields, i, d)
		for (size_t k = 0; k < COUNT(points) && !lists_below(all, text_of(d, "code")); k++)
			json_object_set_new(d, points[k], json_null());
}

static void fill_lost(json_t *at)
{
	if (json_is_null(json_object_get(at, "printed_lost")))
		json_object_set(at, "printed_lost", json_object_get(at, "lost"));
}

/* "1.50" -> "1.5" */
static void plain_figures(json_t *j)
{
	static const char *const figures[] = { "max", "points", "lost", "printed_lost", "percent" };
	json_t *value;
	size_t i;
	void *next;
	const char *key;
	if (json_is_array(j))
		json_array_foreach(j, i, value)
			plain_figures(value);
	json_object_foreach_safe(j, next, key, value) {
		const char *s = json_string_value(value);
		size_t n = s ? strlen(s) : 0;
		bool is = false;
		for (i = 0; i < COUNT(figures); i++)
			is = is || !strcmp(key, figures[i]);
		if (!s)
			plain_figures(value);
		else if (is && strchr(s, '.')) {
			while (n && s[n - 1] == '0')
				n--;
			n -= s[n - 1] == '.';
			json_object_set_new(j, key, json_stringn(s, n));
		}
	}
}

static void level(struct arena *a, const struct report_kind *kind, json_t *all)
{
	json_t *d = json_object_get(all, "document"), *recipients = json_object_get(d, "recipients"), *field;
	size_t i;
	strings(a, all, one_space);
	only_bases(json_object_get(d, "cites"));
	bool kept = false;
	for (i = 0; i < json_array_size(recipients); i++)
		kept = kept || str_starts(str_c(json_string_value(json_array_get(recipients, i))), S("Lưu:"));
	if (recipients && !kept)
		json_array_append_new(recipients, json_string("Lưu: VT"));
	if (kind == &report_annex) {
		str title = capitals(a, text_of(d, "title"));
		json_object_set_new(d, "title", json_stringn(title.p, title.n));
	}
	bool table = kind == &report_plan_commune;
	if (!trip_keeps(kind, "fields.lead"))
		drop_unlisted(all);
	else if (!table)
		drop_points(all);
	json_array_foreach(json_object_get(all, "fields"), i, field)
		if (table)
			fill_lost(field);
	json_t *fields = json_object_get(all, "fields");
	for (i = json_array_size(fields); kind == &report_plan_criteria && i-- > 0;)
		if (json_is_null(json_object_get(json_array_get(fields, i), "points")))
			json_array_remove(fields, i);
	sort_fields(a, json_object_get(all, "fields"));
}

/* -- the difference ------------------------------------------------------------------------------------ */

static const char *shown(const json_t *j) { return j ? json_dumps(j, JSON_ENCODE_ANY | JSON_COMPACT) : "(nothing)"; }

static bool same(struct arena *a, const json_t *want, const json_t *have, str path, struct buf *said)
{
	const char *key;
	json_t *value;
	size_t i;
	if (json_equal(want, have))
		return true;
	if (json_is_object(want) && json_is_object(have)) {
		json_object_foreach((json_t *)(uintptr_t)want, key, value)
			if (!same(a, value, json_object_get(have, key), str_fmt(a, "%.*s.%s", SF(path), key), said))
				return false;
	} else if (json_is_array(want) && json_is_array(have)) {
		json_array_foreach(want, i, value)
			if (!same(a, value, json_array_get(have, i), str_fmt(a, "%.*s[%zu]", SF(path), i), said))
				return false;
	}
	buf_fmt(said, "%.*s\n  want %s\n  have %s\n", SF(path), shown(want), shown(have));
	return false;
}

/* -- the way ------------------------------------------------------------------------------------------- */

size_t trip_ways(const struct renderer **how)
{
	static const char *const endings[] = { "docx", "md", "odt", "pdf", "xlsx" };
	size_t n = 0;
	how[n++] = NULL;
	for (size_t i = 0; i < COUNT(endings); i++)
		if (renderer_find(str_c(endings[i])))
			how[n++] = renderer_find(str_c(endings[i]));
	return n;
}

static struct node *read_back(struct arena *a, struct node *tree, const struct renderer *how, struct err *e)
{
	struct reading r = { 0 };
	str bytes;
	if (!how)
		return tree;
	return how->render(a, tree, &bytes, e) && read_bytes(a, bytes, &r, e) ? r.root : NULL;
}

static json_t *json_of(struct arena *a, const struct facts *f)
{
	str s = facts_json(a, f);
	return json_loadb(s.p, s.n, 0, NULL);
}

static const char *kind_of(const struct report_kind *kind)
{
	return !*kind->symbol ? "annex" : !strcmp(kind->symbol, "KH") ? "plan" : "report";
}

bool trip(struct arena *a, const struct report_kind *kind, const struct facts *f, const struct renderer *how, struct buf *said)
{
	struct report_in in = { .facts = f, .draft = !f->document.number.n };
	struct node *tree = NULL, *again;
	struct err e = { 0 };
	if (!kind->build(a, &in, &tree, &e) || !(again = read_back(a, tree, how, &e))) {
		buf_fmt(said, "%s: %s\n", kind->name, e.message);
		return false;
	}
	json_t *facts = json_of(a, f), *want = json_deep_copy(facts), *have = json_of(a, extract(a, again));
	json_object_set_new(json_object_get(want, "document"), "kind", json_string(kind_of(kind)));
	for (int i = 0; i < 2; i++) {
		json_t *j = i ? have : want;
		prune(a, j, paths_of(kind), (str){ 0 });
		level(a, kind, j);
		if (how && !strcmp(how->name, "xlsx"))
			plain_figures(j);
		if (how && !strcmp(how->name, "pdf"))
			strings(a, j, closed_up);
	}
	drop_targets(facts, want, have);
	bool equal = same(a, want, have, str_c(kind->name), said);
	json_decref(facts);
	json_decref(want);
	json_decref(have);
	return equal;
}
