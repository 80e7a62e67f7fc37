#include "app/log.h"
#include "app/change.h"
#include "app/json.h"
#include "app/record_parts.h"
#include "app/unit_parts.h"
#include "core/calendar.h"
#include "core/day.h"

enum kind { TEXT, POINTS, PERCENT, DAY, REF, FLAG, TABLE, COLUMN, SKIP };
enum { ZONE_HOURS = 7, HOURS = 24, VALUE_MOST = 160, NAME_MOST = 60 };

static const struct { const char *table, *vi; } entities[] = {
#define ENTITY(table, vi) { #table, vi },
#define LABEL(column, kind, vi)
#define WORD(column, value, vi)
#include "app/log.def"
#undef ENTITY
#undef LABEL
};
static const struct { const char *column; enum kind kind; const char *vi; } labels[] = {
#define ENTITY(table, vi)
#define LABEL(column, kind, vi) { #column, kind, vi },
#include "app/log.def"
#undef LABEL
#undef WORD
};
static const struct { const char *column, *value, *vi; } words[] = {
#define LABEL(column, kind, vi)
#define WORD(column, value, vi) { #column, value, vi },
#include "app/log.def"
#undef ENTITY
#undef LABEL
#undef WORD
};

/* -- one row ----------------------------------------------------------------------------------------- */

const char *log_entity(str table)
{
	for (size_t i = 0; i < COUNT(entities); i++)
		if (str_eq(str_c(entities[i].table), table))
			return entities[i].vi;
	return table.p;
}

/* A label for one table alone stands first. */
static const char *label_of(str table, const char *column, enum kind *ret)
{
	for (size_t i = 0; i < COUNT(labels); i++) {
		const char *dot = strchr(labels[i].column, '.');
		str one = { labels[i].column, dot ? (size_t)(dot - labels[i].column) : 0 };
		if (strcmp(dot ? dot + 1 : labels[i].column, column) || (dot && !str_eq(table, one)))
			continue;
		*ret = labels[i].kind;
		return labels[i].vi;
	}
	*ret = TEXT;
	return column;
}

const char *log_label(str table, const char *column)
{
	enum kind ignored;
	return label_of(table, column, &ignored);
}

str log_word(const char *column, str value)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (!strcmp(words[i].column, column) && str_eq(str_c(words[i].value), value))
			return str_c(words[i].vi);
	return value;
}

static str value_vi(struct arena *a, const char *column, enum kind kind, const json_t *v)
{
	if (json_is_integer(v)) {
		long long n = json_integer_value(v);
		return kind == POINTS    ? points_vi(a, n)
		     : kind == PERCENT ? percent_vi(a, n)
		     : kind == FLAG    ? (n ? S("có") : S("không"))
		                       : str_fmt(a, kind == REF ? "#%lld" : "%lld", n);
	}
	str s = json_is_string(v) ? str_copy(a, (str){ json_string_value(v), json_string_length(v) }) : (str){ 0 };
	str word = log_word(column, s);
	if (word.p != s.p)
		return word;
	if (s.n && (kind == TABLE || kind == COLUMN))
		return str_c(kind == TABLE ? log_entity(s) : label_of((str){ 0 }, s.p, &kind));
	struct date d = kind == DAY ? day_iso(s) : (struct date){ 0 };
	return d.year ? day_vi(a, d) : layout_cut(a, layout_safe(a, s), VALUE_MOST);
}

static void add_change(struct arena *a, struct log_row *row, const char *column, const json_t *was, const json_t *is)
{
	enum kind kind;
	const char *label = label_of(row->entity, column, &kind);
	bool blank = (!was || json_is_null(was)) && (!is || json_is_null(is));
	if (kind == SKIP || blank || (was && is && json_equal(was, is)))
		return;
	struct log_change *c = vec_add(a, &row->changes);
	*c = (struct log_change){ str_copy(a, str_c(column)).p, str_copy(a, str_c(label)), value_vi(a, column, kind, was),
		                   value_vi(a, column, kind, is) };
}

/* What a person knows the thing by. */
static str name_of(struct arena *a, const json_t *j)
{
	static const char *const by[] = { "name", "title", "login", "number", "file_name", "code", "text" };
	for (size_t i = 0; i < COUNT(by); i++) {
		const json_t *v = json_object_get(j, by[i]);
		if (json_is_string(v))
			return layout_cut(a, layout_safe(a, str_copy(a, (str){ json_string_value(v), json_string_length(v) })), NAME_MOST);
	}
	return (str){ 0 };
}

static void take_changes(struct arena *a, struct log_row *row, str before, str after)
{
	json_t *was = before.n ? json_loadb(before.p, before.n, 0, NULL) : NULL;
	json_t *is = after.n ? json_loadb(after.p, after.n, 0, NULL) : NULL;
	json_t *all = is ? is : was;
	const char *column;
	json_t *v;
	row->added = !before.n;
	row->gone = !after.n;
	json_object_foreach(all, column, v)
		add_change(a, row, column, json_object_get(was, column), json_object_get(is, column));
	row->name = name_of(a, all);
	json_decref(was);
	json_decref(is);
}

/* -- a page ------------------------------------------------------------------------------------------ */

static bool which_entity(struct arena *a, str said, str *ret, struct err *e)
{
	str folded = fold_plain(a, said);
	*ret = (str){ 0 };
	for (size_t i = 0; i < COUNT(entities) && !ret->n; i++)
		if (str_eq(str_c(entities[i].table), said) || str_eq(fold_plain(a, str_c(entities[i].vi)), folded))
			*ret = str_c(entities[i].table);
	if (!said.n || ret->n)
		return true;
	fail(e, ERR_INPUT, "Nhật ký không có loại “%.*s”.", SF(said));
	return err_hint(e, "Ghi như: đơn vị, người dùng, vai trò, văn bản, tồn tại, giải pháp, tiến độ, minh chứng.");
}

/* When a day begins in Vietnam, in UTC. */
static str begins(struct arena *a, struct date d)
{
	struct date day_before = date_add_days(d, -1);
	return day_before.year ? str_fmt(a, "%sT%02d:00:00Z", date_iso(a, day_before).p, HOURS - ZONE_HOURS) : (str){ 0 };
}

bool log_load(struct record *r, struct arena *a, const struct log_asked *q, struct log *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct unit_row body = { 0 };
	str entity;
	int page = q->page < 1 ? 1 : q->page;
	*ret = (struct log){ .page = page };
	if (!which_entity(a, q->entity, &entity, e) || (q->body.n && !unit_load(r, a, q->body, &body, e)) ||
	    !db_query(r->db, Q(log_page, .body_id = v_ref(body.body), .entity = v_text(entity), .by_login = v_text(q->by),
	                       .from_at = v_text(begins(a, q->from)), .to_at = v_text(begins(a, date_add_days(q->to, 1))),
	                       .limit = v_int(LOG_PAGE + 1), .skip = v_int((int64_t)(page - 1) * LOG_PAGE),
	                       .who = v_int(r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows) && ret->rows.n < LOG_PAGE) {
		struct log_row *x = vec_add(a, &ret->rows);
		*x = (struct log_row){ .id = col_int(&rows, 0), .at = col_text(&rows, a, 1), .login = col_text(&rows, a, 2),
			               .who = col_text(&rows, a, 3), .what = col_text(&rows, a, 4), .entity = col_text(&rows, a, 5),
			               .entity_id = col_int(&rows, 6), .body = col_text(&rows, a, 9) };
		x->when = change_when(a, x->at);
		x->entity_vi = str_c(log_entity(x->entity));
		take_changes(a, x, col_text(&rows, a, 7), col_text(&rows, a, 8));
		ret->more = ret->rows.n == LOG_PAGE && rows_next(&rows);
	}
	return rows_done(&rows, e);
}

/* -- printing ---------------------------------------------------------------------------------------- */

static str or_none(str s) { return s.n ? s : S("(trống)"); }

static void put_changes(struct buf *b, const struct log_row *x, const struct layout *y)
{
	struct buf line = buf_open(b->a);
	for (size_t i = 0; i < x->changes.n; i++) {
		const struct log_change *c = &x->changes.at[i];
		buf_fmt(&line, "%s%.*s: ", i ? "; " : "", SF(c->label));
		if (x->added || x->gone)
			buf_put(&line, x->added ? c->after : c->before);
		else
			buf_fmt(&line, "%.*s → %.*s", SF(or_none(c->before)), SF(or_none(c->after)));
	}
	buf_put(b, S("    "));
	layout_para(b, y, buf_str(&line), 4, 4);
}

str log_text(struct arena *a, const struct log *l, const struct layout *y)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < l->rows.n; i++) {
		const struct log_row *x = &l->rows.at[i];
		layout_ink(&b, y, INK_BOLD, str_fmt(a, "%.*s  %.*s", SF(x->when), SF(layout_safe(a, x->who.n ? x->who : x->login))));
		buf_fmt(&b, " (%.*s): %.*s\n  %s %.*s #%lld%s%.*s%s%s%.*s\n", SF(layout_safe(a, x->login)), SF(x->what),
		        x->added ? "thêm" : x->gone ? "bỏ" : "đổi", SF(x->entity_vi), (long long)x->entity_id, x->name.n ? " “" : "", SF(x->name),
		        x->name.n ? "”" : "", x->body.n ? ", " : "", SF(x->body));
		if (x->changes.n)
			put_changes(&b, x, y);
	}
	if (!l->rows.n)
		return S("Nhật ký không có gì như vậy trong phạm vi của bạn.\n");
	if (l->more)
		buf_fmt(&b, "Còn nữa: thêm --page %d.\n", l->page + 1);
	return buf_str(&b);
}

str log_json(struct arena *a, const struct log *l)
{
	json_t *list = json_array(), *j = json_object();
	for (size_t i = 0; i < l->rows.n; i++) {
		const struct log_row *x = &l->rows.at[i];
		json_t *one = json_object(), *changes = json_array();
		for (size_t k = 0; k < x->changes.n; k++) {
			const struct log_change *c = &x->changes.at[k];
			json_array_append_new(changes, json_pack("{s:s, s:o, s:o}", "column", c->column, "before", j_text(c->before), "after", j_text(c->after)));
		}
		json_object_set_new(one, "id", j_id(x->id));
		json_object_set_new(one, "at", j_text(x->at));
		json_object_set_new(one, "login", j_text(x->login));
		json_object_set_new(one, "what", j_text(x->what));
		json_object_set_new(one, "entity", j_text(x->entity));
		json_object_set_new(one, "entity_id", j_id(x->entity_id));
		json_object_set_new(one, "name", j_text(x->name));
		json_object_set_new(one, "body", j_text(x->body));
		json_object_set_new(one, "changes", changes);
		json_array_append_new(list, one);
	}
	json_object_set_new(j, "log", list);
	json_object_set_new(j, "page", json_integer(l->page));
	json_object_set_new(j, "more", json_boolean(l->more));
	return json_done(a, j);
}
