#include "core/day.h"
#include "web/view.h"
#include <stdint.h>

struct view *view_open(struct arena *a)
{
	struct view *v = make(a, struct view);
	v->a = a;
	return v;
}

/* Length, first and last letter: who has the same is nearly always the one, and mostly the same literal. */
static uint32_t mark_of(const char *name, size_t n)
{
	return n ? (uint32_t)(n & 0xFFFF) | (uint32_t)(unsigned char)name[0] << 16 | (uint32_t)(unsigned char)name[n - 1] << 24 : 0;
}

static struct view_value *find(const struct view *v, const char *name, size_t length, uint32_t mark)
{
	for (size_t i = 0; i < v->at.n; i++) {
		struct view_value *one = &v->at.at[i];
		if (one->mark == mark && (one->name == name || !strncmp(one->name, name, length)))
			return one;
	}
	return NULL;
}

static struct view_value *find_literal(const struct view *v, const char *name)
{
	size_t n = strlen(name);
	return find(v, name, n, mark_of(name, n));
}

const struct view_value *view_find(const struct view *v, str name) { return find(v, name.p, name.n, mark_of(name.p, name.n)); }

static struct view_value *put(struct view *v, const char *name, enum view_kind kind)
{
	size_t n = strlen(name);
	uint32_t mark = mark_of(name, n);
	struct view_value *one = find(v, name, n, mark);
	one = one ? one : vec_add(v->a, &v->at);
	*one = (struct view_value){ .name = name, .mark = mark, .kind = kind };
	return one;
}

static void put_text(struct view *v, const char *name, enum view_kind kind, str text)
{
	put(v, name, text.n ? kind : VIEW_NOTHING)->text = text;
}

static void put_number(struct view *v, const char *name, enum view_kind kind, bool known, int64_t n)
{
	put(v, name, known ? kind : VIEW_NOTHING)->n = n;
}

void view_text(struct view *v, const char *name, str text) { put_text(v, name, VIEW_TEXT, text); }
void view_moment(struct view *v, const char *name, str at) { put_text(v, name, VIEW_MOMENT, at); }
void view_count(struct view *v, const char *name, int64_t n) { put_number(v, name, VIEW_COUNT, n >= 0, n); }
void view_points(struct view *v, const char *name, points p) { put_number(v, name, VIEW_POINTS, p != INT64_MIN, p); }
void view_percent(struct view *v, const char *name, int64_t p) { put_number(v, name, VIEW_PERCENT, p >= 0, p); }
void view_yes(struct view *v, const char *name, bool yes) { put_number(v, name, VIEW_YES, true, yes); }

void view_day(struct view *v, const char *name, struct date d)
{
	put(v, name, d.year && date_valid(d) ? VIEW_DAY : VIEW_NOTHING)->day = d;
}

bool view_is_address(str s)
{
	if (!s.n || s.p[0] != '/' || (s.n > 1 && (s.p[1] == '/' || s.p[1] == '\\')))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7F)          /* a browser leaves some of these out: "/\t/host" */
			return false;
	return true;
}

void view_link(struct view *v, const char *name, str address)
{
	put_text(v, name, VIEW_LINK, view_is_address(address) ? address : (str){ 0 });
}

struct view *view_object(struct view *v, const char *name)
{
	struct view_value *one = find_literal(v, name);
	if (!one || one->kind != VIEW_OBJECT) {
		struct view *fresh = view_open(v->a);
		one = put(v, name, VIEW_OBJECT);
		one->object = fresh;
	}
	return one->object;
}

struct view_list *view_rows(struct view *v, const char *name)
{
	struct view_value *one = find_literal(v, name);
	if (!one || one->kind != VIEW_LIST) {
		struct view_list *fresh = make(v->a, struct view_list);
		one = put(v, name, VIEW_LIST);
		one->list = fresh;
	}
	return one->list;
}

/* Rows of a list are alike: as much room at once as the one before has taken. */
struct view *view_row(struct view *v, const char *name)
{
	struct view_list *list = view_rows(v, name);
	struct view *row = view_open(v->a);
	if (list->at.n)
		vec_expect(v->a, &row->at, list->at.at[list->at.n - 1]->at.n);
	return *vec_add(v->a, &list->at) = row;
}

void view_take(struct view *v, const struct view *from)
{
	for (size_t i = 0; i < from->at.n; i++)
		*put(v, from->at.at[i].name, VIEW_NOTHING) = from->at.at[i];
}
