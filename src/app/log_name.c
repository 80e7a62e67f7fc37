#include "app/change.h"
#include "app/json.h"
#include "app/log_parts.h"
#include "app/record_parts.h"
#include "core/day.h"

enum { NAME_MOST = 72, VALUE_MOST = 160, ROUNDS = 3, DEEP = 4, KEY = 96 };

/* -- what is known of things --------------------------------------------------------------------------- */

static str key_of(char room[KEY], str entity, int64_t id)
{
	int n = snprintf(room, KEY, "%.*s %lld", (int)(entity.n < KEY / 2 ? entity.n : KEY / 2), entity.p, (long long)id);
	return (str){ room, (size_t)n };
}

static const struct known *known_of(const struct names *n, str entity, int64_t id)
{
	char room[KEY];
	const int *at = map_get(&n->at, key_of(room, entity, id));
	return at ? &n->known.at[*at] : NULL;
}

/* The table that a column of a row speaks of; no text: of none. */
static str table_of(str entity, const struct log_label *label, const json_t *row)
{
	if (label->kind != REF || strcmp(label->of, "entity"))
		return label->kind != REF ? (str){ 0 } : !strcmp(label->of, "same") ? entity : str_c(label->of);
	return str_c(json_string_value(json_object_get(row, "entity")));
}

void names_ask(struct names *n, str entity, const json_t *row)
{
	const char *column;
	json_t *v;
	json_object_foreach((json_t *)(uintptr_t)row, column, v) {
		struct log_label label = label_of(entity, column);
		str table = table_of(entity, &label, row);
		int64_t id = json_integer_value(v);
		if (id <= 0 || !entity_of(table) || known_of(n, table, id))
			continue;
		char room[KEY];
		*map_put(n->a, &n->at, key_of(room, table, id)) = (int)n->known.n;
		*vec_add(n->a, &n->known) = (struct known){ .entity = str_copy(n->a, table), .id = id };
	}
}

static str asked(struct names *n)
{
	struct buf b = buf_open(n->a);
	for (size_t i = n->loaded; i < n->known.n; i++)
		buf_fmt(&b, "%s[\"%.*s\",%lld]", b.n ? "," : "[", SF(n->known.at[i].entity), (long long)n->known.at[i].id);
	buf_put(&b, S("]"));
	return buf_str(&b);
}

static bool load(struct names *n, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(n->r->db, Q(log_last, .things = v_text(asked(n)), .who = v_int(n->r->who.person)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		char room[KEY];
		str text = col_text(&rows, n->a, 2);
		const int *at = map_get(&n->at, key_of(room, col_text(&rows, n->a, 0), col_int(&rows, 1)));
		if (!at || n->known.at[*at].row)
			continue;
		n->known.at[*at].row = json_loadb(text.p ? text.p : "", text.n, 0, NULL);
		n->known.at[*at].gone = col_int(&rows, 3);
	}
	return rows_done(&rows, e);
}

bool names_load(struct names *n, struct err *e)
{
	for (int round = 0; round < ROUNDS && n->loaded < n->known.n; round++) {
		size_t from = n->loaded, to = n->known.n;
		if (!load(n, e))
			return false;
		n->loaded = to;
		for (size_t i = from; i < to; i++)
			names_ask(n, n->known.at[i].entity, n->known.at[i].row);
	}
	return true;
}

void names_close(struct names *n)
{
	for (size_t i = 0; i < n->known.n; i++)
		json_decref(n->known.at[i].row);
}

/* -- names and values ---------------------------------------------------------------------------------- */

static str name_at(const struct names *n, str entity, const json_t *row, bool shortly, int deep);

static str text_of(struct arena *a, const json_t *v, int most)
{
	str s = { json_string_value(v), json_string_length(v) };
	return s.n ? layout_cut(a, layout_safe(a, str_copy(a, s)), most) : (str){ 0 };
}

/* What is gone says so; what the log does not know has its number alone. */
static str refer(const struct names *n, str table, int64_t id, bool shortly, int deep)
{
	const struct known *k = known_of(n, table, id);
	str name = k && k->row && deep < DEEP ? name_at(n, table, k->row, shortly, deep + 1) : (str){ 0 };
	return !name.n ? str_fmt(n->a, "số %lld", (long long)id) : k->gone ? str_fmt(n->a, "%.*s (đã bỏ)", SF(name)) : name;
}

static str value_at(const struct names *n, str entity, const struct log_label *label, const char *column, const json_t *row, int most,
                    int deep)
{
	const json_t *v = json_object_get(row, column);
	struct arena *a = n->a;
	long long i = json_integer_value(v);
	if (json_is_integer(v))
		return label->kind == POINTS    ? points_vi(a, i)
		     : label->kind == PERCENT ? percent_vi(a, i)
		     : label->kind == FLAG    ? (i ? S("có") : S("không"))
		     : label->kind == REF     ? refer(n, table_of(entity, label, row), i, true, deep)
		                              : str_fmt(a, "%lld", i);
	str s = text_of(a, v, most);
	str word = log_word(column, s);
	if (!s.n || word.p != s.p)
		return word;
	if (label->kind == TABLE)
		return str_c(log_entity(s));
	if (label->kind == COLUMN)
		return str_c(log_label(str_c(json_string_value(json_object_get(row, "entity"))), s.p));
	if (label->kind == MOMENT)
		return change_when(a, s);
	struct date d = label->kind == DAY ? day_iso(s) : (struct date){ 0 };
	return d.year ? day_vi(a, d) : s;
}

str log_value(const struct names *n, str entity, const struct log_label *label, const char *column, const json_t *row)
{
	return value_at(n, entity, label, column, row, VALUE_MOST, 0);
}

/* One of the words of a pattern, "number|“text”": its first column that says anything. ret_ref: it names another thing, and nothing else. */
static str part_of(const struct names *n, str entity, const json_t *row, str word, int deep, int64_t *ret_ref, str *ret_table)
{
	*ret_ref = 0;
	for (size_t from = 0; from < word.n;) {
		size_t end = str_find(word, S("|"), from);
		str one = str_sub(word, from, end);
		bool prose = str_starts(one, S("“"));
		str column = str_copy(n->a, prose ? str_sub(one, strlen("“"), one.n - strlen("”")) : one);
		struct log_label label = label_of(entity, column.p);
		str s = value_at(n, entity, &label, column.p, row, NAME_MOST, deep);
		if (s.n && label.kind == REF) {
			*ret_ref = json_integer_value(json_object_get(row, column.p));
			*ret_table = table_of(entity, &label, row);
		}
		if (s.n)
			return prose ? str_fmt(n->a, "“%.*s”", SF(s)) : s;
		from = end + 1;
	}
	return (str){ 0 };
}

static str name_at(const struct names *n, str entity, const json_t *row, bool shortly, int deep)
{
	const struct log_entity *x = entity_of(entity);
	struct buf b = buf_open(n->a);
	str pattern = str_c(x ? x->name : NULL), table = { 0 };
	int64_t ref = 0, alone = 0;
	size_t parts = 0;
	for (size_t from = 0; from < pattern.n && !(shortly && parts);) {
		size_t end = str_find(pattern, S(" "), from);
		str s = part_of(n, entity, row, str_sub(pattern, from, end), deep, &ref, &table);
		from = end + 1;
		if (!s.n)
			continue;
		buf_fmt(&b, "%s%.*s", parts++ ? " " : "", SF(s));
		alone = ref;
	}
	return parts == 1 && alone && !shortly ? refer(n, table, alone, false, deep) : buf_str(&b);
}

str name_of(const struct names *n, str entity, const json_t *row, bool shortly) { return name_at(n, entity, row, shortly, 0); }
