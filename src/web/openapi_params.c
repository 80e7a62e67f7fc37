#include "app/json.h"
#include "app/said.h"
#include "web/openapi_parts.h"

static json_t *text(const char *s) { return json_string_nocheck(s); }

static void say(json_t *o, const char *key, const char *s)
{
	if (s && *s)
		json_object_set_new(o, key, text(s));
}

/* -- what the page shows as an example ---------------------------------------------------------------- */

static str unescaped(struct arena *a, str s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++) {
		bool hex = s.p[i] == '%' && i + 2 < s.n && strchr(digits, s.p[i + 1]) && strchr(digits, s.p[i + 2]);
		char c = s.p[i] == '+' ? ' ' : s.p[i];
		if (hex)
			c = (char)((strchr(digits, s.p[i + 1]) - digits) << 4 | (strchr(digits, s.p[i + 2]) - digits));
		buf_put(&b, (str){ &c, 1 });
		i += hex ? 2 : 0;
	}
	return buf_str(&b);
}

/* "/ton-tai/7" under "/ton-tai/:finding": finding is "7". */
static str in_path(const struct page *p, str name)
{
	const char *want = p->path, *given = p->example;
	while (*want && *given && *given != '?') {
		size_t n = *want == ':' ? strcspn(++want, "/") : 0, len = n ? strcspn(given, "/?") : 0;
		if (n && str_eq((str){ want, n }, name))
			return (str){ given, len };
		want += n ? n : 1;
		given += n ? len : 1;
	}
	return (str){ 0 };
}

/* The first, or the one after *at, that the example gives for a parameter. */
static bool exemplified(struct arena *a, const struct page *p, const char *name, size_t *at, str *ret)
{
	str all = str_c(p->example);
	size_t query = p->method == GET ? str_find(all, S("?"), 0) + 1 : 0;
	if (p->method == GET && !*at && p->example && (*ret = in_path(p, str_c(name))).n)
		return *at = all.n + 1, true;
	for (size_t i = *at > query ? *at : query; i < all.n;) {
		size_t end = str_find(all, S("&"), i), is = str_find(all, S("="), i);
		str key = str_sub(all, i, is < end ? is : end);
		i = end + 1;
		*at = i;
		if (!str_eq(key, str_c(name)))
			continue;
		*ret = unescaped(a, str_sub(all, is + 1, end));
		return true;
	}
	return false;
}

static json_t *as_kind(const struct param *p, str s)
{
	bool number = p->kind == PARAM_ID || p->kind == PARAM_IDS || p->kind == PARAM_NUMBER;
	int64_t n = 0;
	for (size_t i = 0; number && i < s.n; i++)
		n = n * 10 + (s.p[i] - '0');
	return number ? json_integer(n) : json_stringn_nocheck(s.n ? s.p : "", s.n);
}

static json_t *example_of(struct arena *a, const struct page *page, const struct param *p)
{
	bool many = p->kind == PARAM_IDS || p->kind == PARAM_TEXTS || p->kind == PARAM_FILES;
	json_t *all = many ? json_array() : NULL, *one = NULL;
	str s;
	for (size_t at = 0; (all || !one) && exemplified(a, page, p->name, &at, &s);)
		all ? json_array_append_new(all, as_kind(p, s)) : (void)(one = as_kind(p, s));
	if (all && !json_array_size(all)) {
		json_decref(all);
		return NULL;
	}
	return all ? all : one;
}

/* -- parameters ----------------------------------------------------------------------------------------- */

/* Bytes bound characters from above; how many there are at least they do not say. */
static json_t *words(int64_t least, int64_t most)
{
	json_t *s = json_pack("{ss}", "type", "string");
	if (least)
		json_object_set_new(s, "minLength", json_integer(1));
	if (most)
		json_object_set_new(s, "maxLength", json_integer(most));
	return s;
}

static json_t *schema_of(const struct param *p)
{
	json_t *s = NULL;
	switch (p->kind) {
	case PARAM_ID: return json_pack("{sssi}", "type", "integer", "minimum", 1);
	case PARAM_IDS: return json_pack("{ss s{sssi} sI}", "type", "array", "items", "type", "integer", "minimum", 1, "maxItems", (json_int_t)p->max);
	case PARAM_NUMBER:
		return p->min || p->max ? json_pack("{sssIsI}", "type", "integer", "minimum", (json_int_t)p->min, "maximum", (json_int_t)p->max)
		                        : json_pack("{sssi}", "type", "integer", "minimum", 0);
	case PARAM_TEXT:
	case PARAM_LINES: return words(p->wanted ? 1 : 0, p->max);
	case PARAM_TEXTS: return json_pack("{ss so sI}", "type", "array", "items", words(0, SAID_NAME), "maxItems", (json_int_t)p->max);
	case PARAM_CHOICE:
		s = json_pack("{ss s[]}", "type", "string", "enum");
		for (size_t i = 0; p->choices && p->choices[i]; i++)
			json_array_append_new(json_object_get(s, "enum"), text(p->choices[i]));
		if (!p->wanted)
			json_array_append_new(json_object_get(s, "enum"), text(""));
		return s;
	case PARAM_DAY: return json_pack("{ssss}", "type", "string", "pattern", "^$|^\\d{4}-\\d{2}-\\d{2}$|^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}$");
	case PARAM_YES: return words(0, SAID_NAME);
	case PARAM_SECRET: s = words(p->wanted ? 1 : 0, p->max); return say(s, "format", "password"), s;
	case PARAM_FILE: return json_pack("{ssss}", "type", "string", "contentMediaType", "application/octet-stream");
	case PARAM_FILES: return json_pack("{ss s{ssss}}", "type", "array", "items", "type", "string", "contentMediaType", "application/octet-stream");
	case PARAM_END: break;
	}
	return s;
}

/* What the schema cannot say. */
static void describe(struct arena *a, json_t *to, const struct param *p)
{
	const char *label = p->label ? p->label : p->name;
	switch (p->kind) {
	case PARAM_TEXT:
	case PARAM_LINES:
	case PARAM_SECRET:
		if (p->min > 1)
			label = str_fmt(a, "%s; từ %lld đến %lld byte", label, (long long)p->min, (long long)p->max).p;
		break;
	case PARAM_DAY: label = str_fmt(a, "%s; 2026-06-14 hoặc 14/06/2026", label).p; break;
	case PARAM_YES: label = str_fmt(a, "%s; có gửi là có", label).p; break;
	case PARAM_FILE:
	case PARAM_FILES: label = str_fmt(a, "%s; mỗi tệp nhiều nhất %lld byte", label, (long long)p->max).p; break;
	case PARAM_END:
	case PARAM_ID:
	case PARAM_IDS:
	case PARAM_NUMBER:
	case PARAM_TEXTS:
	case PARAM_CHOICE: break;
	}
	say(to, "description", label);
}

static bool stands_in_path(const struct page *page, const char *name)
{
	for (const char *c = page->path; (c = strchr(c, ':')); c++)
		if (strcspn(c + 1, "/") == strlen(name) && !strncmp(c + 1, name, strlen(name)))
			return true;
	return false;
}

/* What stands in the path of a POST is often only in the address of the page that has its form; else the first there can be. */
static json_t *example_in_path(struct arena *a, const struct page *page, const struct param *p)
{
	json_t *example = example_of(a, page, p);
	if (!example && page->form)
		example = example_of(a, page->form, p);
	return example ? example : json_integer(p->kind == PARAM_ID ? 1 : p->min);
}

json_t *openapi_parameters(struct arena *a, const struct page *page)
{
	json_t *all = json_array();
	for (const struct param *p = page->params; p->kind != PARAM_END; p++) {
		bool path = stands_in_path(page, p->name);
		if (!path && page->method == POST)
			continue;
		json_t *one = json_pack("{ssss}", "name", p->name, "in", path ? "path" : "query");
		json_t *example = path ? example_in_path(a, page, p) : example_of(a, page, p);
		describe(a, one, p);
		if (path || p->wanted)
			json_object_set_new(one, "required", json_true());
		json_object_set_new(one, "schema", schema_of(p));
		if (example)
			json_object_set_new(one, "example", example);
		json_array_append_new(all, one);
	}
	return all;
}

static bool files_too(const struct page *page)
{
	bool files = false;
	for (const struct param *p = page->params; p->kind != PARAM_END; p++)
		files |= p->kind == PARAM_FILE || p->kind == PARAM_FILES;
	return files;
}

/* Among files an example is given field by field: each becomes a part of its own. */
json_t *openapi_body(struct arena *a, const struct page *page)
{
	json_t *fields = json_object(), *wanted = json_array(), *example = json_object();
	for (const struct param *p = page->params; p->kind != PARAM_END; p++) {
		if (stands_in_path(page, p->name))
			continue;
		json_t *s = schema_of(p), *shown = example_of(a, page, p);
		describe(a, s, p);
		json_object_set_new(fields, p->name, s);
		if (shown && files_too(page))
			json_object_set_new(s, "examples", json_pack("[o]", shown));
		else if (shown)
			json_object_set_new(example, p->name, shown);
		if (p->wanted)
			json_array_append_new(wanted, text(p->name));
	}
	json_t *schema = json_pack("{ss so so}", "type", "object", "properties", fields, "required", wanted);
	json_t *media = json_pack("{so}", "schema", schema);
	if (json_object_size(example))
		json_object_set(media, "example", example);
	json_decref(example);
	if (json_object_size(fields))
		return json_pack("{s{so}}", "content", files_too(page) ? "multipart/form-data" : "application/x-www-form-urlencoded", media);
	json_decref(media);
	return NULL;
}
