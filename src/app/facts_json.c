#include "app/examine.h"
#include "base/fold.h"

#include <jansson.h>
#include <stddef.h>

/* Each object of facts.md is one table of names below; printing and reading both walk it, so that a
 * name stands once in the program. */

enum shape {
	TEXT,          /* str; empty <-> null */
	WORD,          /* const char *; NULL <-> null */
	NUMBER,        /* int; 0 <-> null */
	TRUTH,         /* bool */
	FIGURE,        /* struct figure, as a string with a dot */
	DEDUCTION,     /* the same without its sign: tables print "- 0,25" and "0,25" for one thing */
	LOST,          /* maximum less points where both are there, else as it stands */
	DATE,          /* struct date, ISO as far as it is known */
	NAME,          /* enum, by its name in .names */
	TEXTS,         /* strs */
	SOURCE,        /* struct source */
	OBJECT,        /* a struct by .of */
	LIST,          /* VEC of structs by .of */
};

struct map;
struct entry {
	const char        *name;
	enum shape         shape;
	size_t             at;
	const struct map  *of;
	const char *const *names;
	size_t             n_names;
	size_t             max, points;                /* LOST */
	bool (*has)(const void *object);               /* OBJECT: absent prints null */
	bool               flagged;                    /* OBJECT: begins with its bool present */
	bool               inside;                     /* not in facts.md: only facts_kept_json has it */
};
struct map { const struct entry *at; size_t n, size; };

#define MAP(id, T) static const struct map id = { id##_entries, COUNT(id##_entries), sizeof(T) }
#define NAMES(list) .names = (list), .n_names = COUNT(list)

/* -- the names of facts.md ------------------------------------------------------------------------- */

static const char *const kinds[] = { "unknown",  "plan",         "report",       "annex",
				     "decision", "criteria_set", "result_table", "letter" };
static const char *const roles[] = { "basis", "plan", "rule", "evidence" };
static const char *const due_kinds[] = { NULL, "ongoing", "year", "quarter", "month", "date", "working_days" };
static const char *const statuses[] = { NULL, "unknown", "not_done", "in_progress", "done" };
static const char *const units[] = { "percent", "working_days", "count" };
static const char *const ops[] = { "ge", "le", "gt", "lt", "eq" };
static const char *const origins[] = { "appraisal", "progress" };
static const char *const finding_origins[] = { "self_check", "inspection" };
static const char *const cadences[] = { NULL, "monthly", "quarterly", "on_demand" };
static const char *const aim_kinds[] = { "purpose", "requirement" };
static const char *const severities[] = { "warning", "error" };

static bool period_known(const void *object)
{
	const struct document *d = object;
	return d->period_from.year || d->period_to.year;
}

static bool due_known(const void *object)
{
	const struct due *d = object;
	return d->kind != DUE_NONE || d->text.n;
}

static bool progress_known(const void *object) { return ((const struct progress *)object)->text.n > 0; }

#define AT(T, member) offsetof(struct T, member)

static const struct entry text_at_entries[] = {
	{ "text", TEXT, AT(text_at, text) }, { "source", SOURCE, AT(text_at, source) },
};
MAP(text_at, struct text_at);

static const struct entry due_entries[] = {
	{ "text", TEXT, AT(due, text) }, { "kind", NAME, AT(due, kind), NAMES(due_kinds) },
	{ "from", DATE, AT(due, from) }, { "to", DATE, AT(due, to) }, { "source", SOURCE, AT(due, source) },
};
MAP(due, struct due);

static const struct entry progress_entries[] = {
	{ "text", TEXT, AT(progress, text) }, { "status", NAME, AT(progress, status), NAMES(statuses) },
	{ "source", SOURCE, AT(progress, source) },
};
MAP(progress, struct progress);

static const struct entry target_entries[] = {
	{ "text", TEXT, AT(target, text) }, { "op", NAME, AT(target, op), NAMES(ops) },
	{ "value", FIGURE, AT(target, value) }, { "unit", NAME, AT(target, unit), NAMES(units) },
	{ "source", SOURCE, AT(target, source) },
};
MAP(target, struct target);

static const struct entry measure_entries[] = {
	{ "text", TEXT, AT(measure, text) }, { "value", FIGURE, AT(measure, value) },
	{ "unit", NAME, AT(measure, unit), NAMES(units) }, { "done", FIGURE, AT(measure, done) },
	{ "of", FIGURE, AT(measure, of) }, { "from", DATE, AT(measure, from) }, { "to", DATE, AT(measure, to) },
	{ "origin", NAME, AT(measure, origin), NAMES(origins) }, { "source", SOURCE, AT(measure, source) },
};
MAP(measure, struct measure);

static const struct entry cite_entries[] = {
	{ "number", TEXT, AT(cite, number) },       { "date", DATE, AT(cite, date) },
	{ "issuer", TEXT, AT(cite, issuer) },       { "role", NAME, AT(cite, role), NAMES(roles) },
	{ "criterion", TEXT, AT(cite, criterion) }, { "source", SOURCE, AT(cite, source) },
};
MAP(cite, struct cite);

static const struct entry period_entries[] = {
	{ "from", DATE, AT(document, period_from) }, { "to", DATE, AT(document, period_to) },
};
MAP(period, struct document);

#define WITHIN(part, member) (AT(document, part.member) - AT(document, part))
static const struct entry attached_entries[] = {
	{ "kind", NAME, WITHIN(attached_to, kind), NAMES(kinds) }, { "symbol", TEXT, WITHIN(attached_to, symbol) },
	{ "date", DATE, WITHIN(attached_to, date) },
};
MAP(attached, ((struct document *)0)->attached_to);

static const struct entry signatory_entries[] = {
	{ "authority", TEXT, WITHIN(signatory, authority) }, { "title", TEXT, WITHIN(signatory, title) },
	{ "name", TEXT, WITHIN(signatory, name) },
};
MAP(signatory, ((struct document *)0)->signatory);

static const struct entry document_entries[] = {
	{ "kind", NAME, AT(document, kind), NAMES(kinds) }, { "number", TEXT, AT(document, number) },
	{ "issuer", TEXT, AT(document, issuer) }, { "parent", TEXT, AT(document, parent) },
	{ "place", TEXT, AT(document, place) }, { "date", DATE, AT(document, date) },
	{ "title", TEXT, AT(document, title) }, { "cycle_year", NUMBER, AT(document, cycle_year) },
	{ "cites", LIST, AT(document, cites), &cite }, { "symbol", TEXT, AT(document, symbol) },
	{ "as_of", DATE, AT(document, as_of) }, { "period", OBJECT, 0, &period, .has = period_known },
	{ "attached_to", OBJECT, AT(document, attached_to), &attached, .flagged = true },
	{ "signatory", OBJECT, AT(document, signatory), &signatory, .flagged = true },
	{ "recipients", TEXTS, AT(document, recipients) }, { "source", SOURCE, AT(document, source) },
};
MAP(document, struct document);

#define LOST_OF(T) { "lost", LOST, AT(T, lost), .max = AT(T, max), .points = AT(T, points) }

static const struct entry result_entries[] = {
	{ "points", FIGURE, AT(result, points) }, { "max", FIGURE, AT(result, max) }, LOST_OF(result),
	{ "printed_lost", DEDUCTION, AT(result, printed_lost) }, { "percent", FIGURE, AT(result, percent) },
	{ "rank", NUMBER, AT(result, rank) }, { "group_size", NUMBER, AT(result, group_size) },
	{ "criteria_lost", NUMBER, AT(result, criteria_lost) }, { "source", SOURCE, AT(result, source) },
};
MAP(result, struct result);

static const struct entry field_entries[] = {
	{ "code", TEXT, AT(field, code) }, { "name", TEXT, AT(field, name) }, { "max", FIGURE, AT(field, max) },
	{ "points", FIGURE, AT(field, points) }, LOST_OF(field), { "lead", TEXT, AT(field, lead) },
	{ "support", TEXTS, AT(field, support) }, { "due", OBJECT, AT(field, due), &due, .has = due_known },
	{ "remedies", TEXTS, AT(field, remedies) }, { "tasks", LIST, AT(field, tasks), &text_at },
	{ "printed_lost", DEDUCTION, AT(field, printed_lost) }, { "source", SOURCE, AT(field, source) },
	{ "lost_source", SOURCE, AT(field, lost_source), .inside = true },
};
MAP(field, struct field);

static const struct entry criterion_entries[] = {
	{ "code", TEXT, AT(criterion, code) },
	{ "name", TEXT, AT(criterion, name) },
	{ "field", TEXT, AT(criterion, field) },
	{ "max", FIGURE, AT(criterion, max) },
	{ "points", FIGURE, AT(criterion, points) },
	LOST_OF(criterion),
	{ "printed_lost", DEDUCTION, AT(criterion, printed_lost) },
	{ "reason", TEXT, AT(criterion, reason) },
	{ "cause", TEXT, AT(criterion, cause) },
	{ "remedies", TEXTS, AT(criterion, remedies) },
	{ "lead", TEXT, AT(criterion, lead) },
	{ "support", TEXTS, AT(criterion, support) },
	{ "due", OBJECT, AT(criterion, due), &due, .has = due_known },
	{ "progress", OBJECT, AT(criterion, progress), &progress, .has = progress_known },
	{ "leaf", TRUTH, AT(criterion, leaf) },
	{ "note", TEXT, AT(criterion, note) },
	{ "targets", LIST, AT(criterion, targets), &target },
	{ "measures", LIST, AT(criterion, measures), &measure },
	{ "source", SOURCE, AT(criterion, source) },
	{ "reason_source", SOURCE, AT(criterion, reason_source), .inside = true },
	{ "points_source", SOURCE, AT(criterion, points_source), .inside = true },
	{ "lost_source", SOURCE, AT(criterion, lost_source), .inside = true },
};
MAP(criterion, struct criterion);

static const struct entry finding_entries[] = {
	{ "origin", NAME, AT(finding, origin), NAMES(finding_origins) }, { "text", TEXT, AT(finding, text) },
	{ "progress", OBJECT, AT(finding, progress), &progress, .has = progress_known },
	{ "source", SOURCE, AT(finding, source) },
};
MAP(finding, struct finding);

static const struct entry duty_entries[] = {
	{ "unit", TEXT, AT(duty, unit) }, { "text", TEXT, AT(duty, text) },
	{ "cadence", NAME, AT(duty, cadence), NAMES(cadences) }, { "report_to", TEXT, AT(duty, report_to) },
	{ "source", SOURCE, AT(duty, source) },
};
MAP(duty, struct duty);

static const struct entry aim_entries[] = {
	{ "kind", NAME, AT(aim, kind), NAMES(aim_kinds) }, { "text", TEXT, AT(aim, text) },
	{ "source", SOURCE, AT(aim, source) },
};
MAP(aim, struct aim);

static const struct entry check_entries[] = {
	{ "check", WORD, AT(check_result, check) }, { "where", TEXT, AT(check_result, where) },
	{ "printed", TEXT, AT(check_result, printed) }, { "computed", TEXT, AT(check_result, computed) },
	{ "severity", NAME, AT(check_result, severity), NAMES(severities) },
	{ "message", TEXT, AT(check_result, message) }, { "source", SOURCE, AT(check_result, source) },
};
MAP(check, struct check_result);

#define FILE_PART(member) (AT(facts, file.member) - AT(facts, file))
static const struct entry file_entries[] = {
	{ "name", TEXT, FILE_PART(name) },
	{ "sha256", WORD, FILE_PART(sha256) },
	{ "reader", WORD, FILE_PART(reader) },
	{ "ocr", TRUTH, FILE_PART(ocr) },
	{ "notes", TEXTS, FILE_PART(notes) },
	{ "book", TEXT, FILE_PART(book), .inside = true },
	{ "macros", TRUTH, FILE_PART(macros), .inside = true },
};
MAP(file, ((struct facts *)0)->file);

static const struct entry facts_entries[] = {
	{ "file", OBJECT, AT(facts, file), &file }, { "document", OBJECT, AT(facts, document), &document },
	{ "result", OBJECT, AT(facts, result), &result, .flagged = true },
	{ "fields", LIST, AT(facts, fields), &field }, { "criteria", LIST, AT(facts, criteria), &criterion },
	{ "findings", LIST, AT(facts, findings), &finding }, { "requests", LIST, AT(facts, requests), &text_at },
	{ "duties", LIST, AT(facts, duties), &duty }, { "aims", LIST, AT(facts, aims), &aim },
	{ "remarks", LIST, AT(facts, remarks), &text_at }, { "checks", LIST, AT(facts, checks), &check },
};
MAP(facts, struct facts);

static const struct entry checks_only_entries[] = {
	{ "file", OBJECT, AT(facts, file), &file }, { "checks", LIST, AT(facts, checks), &check },
};
MAP(checks_only, struct facts);

static const struct { const char *name; size_t at;
} source_parts[] = {
	{ "line", AT(source, line) },
	{ "page", AT(source, page) },
	{ "table", AT(source, table) },
	{ "row", AT(source, row) },
	{ "confidence", AT(source, sure) },
};

/* Any VEC(T): they differ in the type of .at alone. Copied out and in by bytes. */
struct any_vec { void *at; size_t n, cap; };

/* -- printing -------------------------------------------------------------------------------------- */

/* A file's name may hold bytes that are no UTF-8; JSON cannot. */
static str valid_utf8(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		buf_put(&b, utf8_next(s, &at) == 0xFFFD ? S("\xEF\xBF\xBD") : str_sub(s, from, at));
	}
	return buf_str(&b);
}

static json_t *text_json(struct arena *a, str s)
{
	if (!s.n)
		return json_null();
	json_t *j = json_stringn(s.p, s.n);
	if (j)
		return j;
	s = valid_utf8(a, s);
	return json_stringn(s.p, s.n);
}

static json_t *source_json(const char *at)
{
	json_t *j = json_object();
	for (size_t i = 0; i < COUNT(source_parts); i++) {
		int n = *(const int *)(const void *)(at + source_parts[i].at);
		if (n)
			json_object_set_new(j, source_parts[i].name, json_integer(n));
	}
	if (json_object_size(j))
		return j;
	json_decref(j);
	return json_null();
}

static json_t *name_json(const struct entry *e, const char *at)
{
	unsigned n;
	memcpy(&n, at, sizeof n);
	return n < e->n_names && e->names[n] ? json_string(e->names[n]) : json_null();
}

/* Whom it is for. */
struct for_whom { struct arena *a; bool inside; };

static json_t *texts_json(struct arena *a, const strs *texts)
{
	json_t *j = json_array();
	for (size_t i = 0; i < texts->n; i++)
		json_array_append_new(j, texts->at[i].n ? text_json(a, texts->at[i]) : json_string(""));
	return j;
}

static struct figure lost_of(const struct entry *e, const char *object)
{
	const struct figure *max = (const void *)(object + e->max), *points = (const void *)(object + e->points);
	if (max->present && points->present)
		return exact_figure(exact_sub(exact_of(*max), exact_of(*points)));
	return *(const struct figure *)(const void *)(object + e->at);
}

static struct figure magnitude(struct figure f)
{
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return f;
}

/* "0,50" is kept as "0,50" where it is read again as what it is. */
static json_t *figure_json(const struct for_whom *w, struct figure f, struct figure plain)
{
	return text_json(w->a, w->inside && figure_same(figure_parse(f.printed), f) ? f.printed : figure_dot(w->a, w->inside ? f : plain));
}

static json_t *object_json(const struct for_whom *w, const struct map *m, const char *object);

static json_t *list_json(const struct for_whom *w, const struct map *m, const char *at)
{
	struct any_vec v;
	json_t *j = json_array();
	memcpy(&v, at, sizeof v);
	for (size_t i = 0; i < v.n; i++)
		json_array_append_new(j, object_json(w, m, (const char *)v.at + i * m->size));
	return j;
}

static bool is_there(const struct entry *e, const char *at)
{
	return e->flagged ? *(const bool *)at : !e->has || e->has(at);
}

static json_t *entry_json(const struct for_whom *w, const struct entry *e, const char *object)
{
	struct arena *a = w->a;
	const void *at = object + e->at;
	switch (e->shape) {
	case TEXT: return text_json(a, *(const str *)at);
	case WORD: return text_json(a, str_c(*(const char *const *)at));
	case NUMBER: return *(const int *)at ? json_integer(*(const int *)at) : json_null();
	case TRUTH: return json_boolean(*(const bool *)at);
	case FIGURE: return figure_json(w, *(const struct figure *)at, *(const struct figure *)at);
	case DEDUCTION: return figure_json(w, *(const struct figure *)at, magnitude(*(const struct figure *)at));
	case LOST: return figure_json(w, *(const struct figure *)at, lost_of(e, object));
	case DATE: return text_json(a, date_iso(a, *(const struct date *)at));
	case NAME: return name_json(e, at);
	case TEXTS: return texts_json(a, at);
	case SOURCE: return source_json(at);
	case OBJECT: return is_there(e, at) ? object_json(w, e->of, at) : json_null();
	case LIST: return list_json(w, e->of, at);
	}
	return json_null();
}

static json_t *object_json(const struct for_whom *w, const struct map *m, const char *object)
{
	json_t *j = json_object();
	for (size_t i = 0; i < m->n; i++)
		if (w->inside || !m->at[i].inside)
			json_object_set_new(j, m->at[i].name, entry_json(w, &m->at[i], object));
	return j;
}

static int put(const char *p, size_t n, void *buf)
{
	buf_put(buf, (str){ p, n });
	return 0;
}

static str print(struct arena *a, const struct map *m, const struct facts *f, bool inside)
{
	struct buf b = buf_open(a);
	json_t *j = object_json(&(struct for_whom){ a, inside }, m, (const char *)f);
	json_dump_callback(j, put, &b, 0);
	json_decref(j);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

str facts_json(struct arena *a, const struct facts *f) { return print(a, &facts, f, false); }
str facts_kept_json(struct arena *a, const struct facts *f) { return print(a, &facts, f, true); }
str checks_json(struct arena *a, const struct facts *f) { return print(a, &checks_only, f, false); }

/* -- reading --------------------------------------------------------------------------------------- */

struct reading_json { struct arena *a; struct err *e; };

static bool wrong(struct reading_json *r, const struct entry *e)
{
	return fail(r->e, ERR_FORMAT,
		    "Dữ liệu JSON không đúng: giá trị của “%s” không phải là thứ phải có ở đó.", e->name),
	       err_hint(r->e, "Dùng lại đúng dữ liệu mà “khacphuc extract --format json” đã in ra.");
}

static str json_str(struct arena *a, const json_t *j)
{
	return str_copy(a, (str){ json_string_value(j), json_string_length(j) });
}

static bool read_text(struct reading_json *r, const struct entry *e, const json_t *j, str *ret)
{
	if (!json_is_string(j))
		return wrong(r, e);
	*ret = json_str(r->a, j);
	return true;
}

static bool read_number(struct reading_json *r, const struct entry *e, const json_t *j, int *ret)
{
	json_int_t n = json_integer_value(j);
	if (!json_is_integer(j) || n < 0 || n > 1000000000)
		return wrong(r, e);
	*ret = (int)n;
	return true;
}

static bool read_figure(struct reading_json *r, const struct entry *e, const json_t *j, struct figure *ret)
{
	str text;
	if (!read_text(r, e, j, &text))
		return false;
	*ret = figure_parse(text);
	return ret->present || wrong(r, e);
}

/* Four digits, then two and two; what follows the year may be missing. */
static bool parse_date(str s, struct date *ret)
{
	int part[3] = { 0 };
	static const size_t length[] = { 4, 2, 2 };
	size_t at = 0, n = 0;
	for (; n < COUNT(part) && at < s.n; n++) {
		if (n && s.p[at++] != '-')
			return false;
		for (size_t end = at + length[n]; at < end; at++) {
			if (at >= s.n || s.p[at] < '0' || s.p[at] > '9')
				return false;
			part[n] = part[n] * 10 + (s.p[at] - '0');
		}
	}
	*ret = (struct date){ part[0], part[1], part[2] };
	return at == s.n && n && ret->year && (n < 2 || ret->month) && (n < 3 || ret->day) && date_valid(*ret);
}

static bool read_date(struct reading_json *r, const struct entry *e, const json_t *j, struct date *ret)
{
	str text;
	return read_text(r, e, j, &text) && (parse_date(text, ret) || wrong(r, e));
}

static bool read_name(struct reading_json *r, const struct entry *e, const json_t *j, char *at)
{
	for (unsigned n = 0; json_is_string(j) && n < e->n_names; n++)
		if (e->names[n] && !strcmp(e->names[n], json_string_value(j)))
			return memcpy(at, &n, sizeof n), true;
	return wrong(r, e);
}

static bool read_texts(struct reading_json *r, const struct entry *e, const json_t *j, strs *ret)
{
	if (!json_is_array(j))
		return wrong(r, e);
	for (size_t i = 0; i < json_array_size(j); i++)
		if (!read_text(r, e, json_array_get(j, i), vec_add(r->a, ret)))
			return false;
	return true;
}

static bool read_source(struct reading_json *r, const struct entry *e, const json_t *j, char *at)
{
	if (!json_is_object(j))
		return wrong(r, e);
	for (size_t i = 0; i < COUNT(source_parts); i++) {
		const json_t *part = json_object_get(j, source_parts[i].name);
		if (part && !read_number(r, e, part, (int *)(void *)(at + source_parts[i].at)))
			return false;
	}
	return true;
}

static bool read_object(struct reading_json *r, const struct entry *e, const struct map *m, const json_t *j,
			char *object);

static bool read_list(struct reading_json *r, const struct entry *e, const json_t *j, char *at)
{
	if (!json_is_array(j))
		return wrong(r, e);
	size_t n = json_array_size(j);
	struct any_vec v = { arena_alloc(r->a, e->of->size, n ? n : 1, _Alignof(max_align_t)), n, n ? n : 1 };
	for (size_t i = 0; i < n; i++)
		if (!read_object(r, e, e->of, json_array_get(j, i), (char *)v.at + i * e->of->size))
			return false;
	memcpy(at, &v, sizeof v);
	return true;
}

static bool read_entry(struct reading_json *r, const struct entry *e, const json_t *j, char *object)
{
	void *at = object + e->at;
	switch (e->shape) {
	case TEXT: return read_text(r, e, j, at);
	case WORD: return json_is_string(j) ? *(const char **)at = json_str(r->a, j).p, true : wrong(r, e);
	case NUMBER: return read_number(r, e, j, at);
	case TRUTH: return json_is_boolean(j) ? *(bool *)at = json_is_true(j), true : wrong(r, e);
	case FIGURE:
	case DEDUCTION:
	case LOST: return read_figure(r, e, j, at);
	case DATE: return read_date(r, e, j, at);
	case NAME: return read_name(r, e, j, at);
	case TEXTS: return read_texts(r, e, j, at);
	case SOURCE: return read_source(r, e, j, at);
	case OBJECT:
		if (e->flagged)
			*(bool *)at = true;
		return read_object(r, e, e->of, j, at);
	case LIST: return read_list(r, e, j, at);
	}
	return true;
}

/* A name that is missing is absent; one that is not known is of a later version and passed over. */
static bool read_object(struct reading_json *r, const struct entry *e, const struct map *m, const json_t *j,
			char *object)
{
	if (!json_is_object(j))
		return wrong(r, e);
	for (size_t i = 0; i < m->n; i++) {
		const json_t *value = json_object_get(j, m->at[i].name);
		if (value && !json_is_null(value) && !read_entry(r, &m->at[i], value, object))
			return false;
	}
	return true;
}

static void close_json(json_t **j) { json_decref(*j); }

bool facts_parse(struct arena *a, str json, struct facts **ret, struct err *e)
{
	static const struct entry whole = { .name = "facts" };
	json_error_t why;
	json_t *j CLEANUP(close_json) = json_loadb(json.n ? json.p : "", json.n, JSON_ALLOW_NUL, &why);
	if (!j)
		return fail(e, ERR_FORMAT, "Không đọc được dữ liệu JSON (dòng %d).", why.line),
		       err_detail(e, "%s", why.text);
	struct facts *f = make(a, struct facts);
	struct reading_json r = { a, e };
	if (!read_object(&r, &whole, &facts, j, (char *)f))
		return false;
	*ret = f;
	return true;
}
