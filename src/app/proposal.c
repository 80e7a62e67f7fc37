#include "app/proposal.h"
#include "app/examine.h"
#include <jansson.h>
#include <stdlib.h>

/* A clerk reads what differs first, then what cannot be kept, then what is new; what the record has already is only counted. */

enum { SHORT = 3, CELL_LINES = 3 };

static const char *const kinds[PROPOSED_KINDS] = { "new", "same", "different", "left" };

struct page { struct arena *a; struct buf b; const struct layout *y; const struct proposal *p; };

static void line(struct page *g, enum ink ink, str s)
{
	layout_ink(&g->b, g->y, ink, layout_safe(g->a, s));
	buf_put(&g->b, S("\n"));
}

static void para(struct page *g, str s, int indent)
{
	for (int i = 0; i < indent; i++)
		buf_put(&g->b, S(" "));
	layout_para(&g->b, g->y, layout_safe(g->a, s), indent, indent);
}

static str named(struct arena *a, const struct proposed_row *r)
{
	return r->field.n ? str_fmt(a, "%.*s, %.*s", SF(r->what), SF(r->field)) : r->what;
}

static str with_place(struct arena *a, str text, str place, str note)
{
	struct buf b = buf_open(a);
	buf_put(&b, text);
	if (place.n)
		buf_fmt(&b, " (%.*s)", SF(place));
	if (note.n)
		buf_fmt(&b, " — %.*s", SF(note));
	return buf_str(&b);
}

/* -- side by side ------------------------------------------------------------------------------------ */

static void differences(struct page *g)
{
	static const struct column columns[] = { { "Ở đâu", false, 2 }, { "Hồ sơ đang có", false, 3 }, { "Văn bản này ghi", false, 3 } };
	struct table t = { .columns = columns, .n = COUNT(columns), .indent = 2, .lines = CELL_LINES };
	if (!g->p->count[PROPOSED_DIFFERENT])
		return;
	line(g, INK_BOLD, str_fmt(g->a, "Khác với hồ sơ (%zu)", g->p->count[PROPOSED_DIFFERENT]));
	for (size_t i = 0; i < g->p->rows.n; i++) {
		const struct proposed_row *r = &g->p->rows.at[i];
		if (r->kind != PROPOSED_DIFFERENT)
			continue;
		*vec_add(g->a, &t.cells) = named(g->a, r);
		*vec_add(g->a, &t.cells) = with_place(g->a, r->stored, r->stored_place, (str){ 0 });
		*vec_add(g->a, &t.cells) = with_place(g->a, r->found, r->place, r->note);
	}
	layout_table(&g->b, g->y, &t);
}

static void rows_of(struct page *g, enum proposed kind, const char *title)
{
	static const struct column columns[] = { { "Ở đâu", false, 2 }, { "Văn bản này ghi", false, 6 } };
	struct table t = { .columns = columns, .n = COUNT(columns), .indent = 2, .lines = CELL_LINES };
	if (!g->p->count[kind])
		return;
	line(g, INK_BOLD, str_fmt(g->a, "%s (%zu)", title, g->p->count[kind]));
	for (size_t i = 0; i < g->p->rows.n; i++) {
		const struct proposed_row *r = &g->p->rows.at[i];
		if (r->kind != kind)
			continue;
		*vec_add(g->a, &t.cells) = named(g->a, r);
		*vec_add(g->a, &t.cells) = with_place(g->a, r->found, r->place, r->note);
	}
	layout_table(&g->b, g->y, &t);
}

/* -- new --------------------------------------------------------------------------------------------- */

/* Sentences of the document alone: a clerk needs to know how many. */
static bool is_sentence(const struct proposed_row *r)
{
	static const char *const what[] = { "Mục đích", "Yêu cầu", "Nhiệm vụ", "Trách nhiệm", "Nhận xét" };
	for (size_t i = 0; i < COUNT(what); i++)
		if (str_eq(r->what, str_c(what[i])))
			return true;
	return false;
}

static void news(struct page *g)
{
	static const struct column columns[] = { { "Ở đâu", false, 0 }, { "Cái gì", false, 2 }, { "Văn bản này ghi", false, 6 } };
	struct table t = { .columns = columns, .n = COUNT(columns), .indent = 2, .lines = SHORT };
	size_t sentences = 0;
	if (!g->p->count[PROPOSED_NEW])
		return;
	const char *head = g->p->known && !g->p->taken ? "Hồ sơ không còn" : g->p->accepted ? "Đã ghi mới" : "Mới";
	line(g, INK_BOLD, str_fmt(g->a, "%s (%zu)", head, g->p->count[PROPOSED_NEW]));
	str last = { 0 };
	for (size_t i = 0; i < g->p->rows.n; i++) {
		const struct proposed_row *r = &g->p->rows.at[i];
		if (r->kind != PROPOSED_NEW)
			continue;
		if (is_sentence(r)) {
			sentences++;
			continue;
		}
		*vec_add(g->a, &t.cells) = str_eq(last, r->what) ? (str){ 0 } : r->what;
		*vec_add(g->a, &t.cells) = r->field;
		*vec_add(g->a, &t.cells) = with_place(g->a, r->found, (str){ 0 }, r->note);
		last = r->what;
	}
	if (t.cells.n)
		layout_table(&g->b, g->y, &t);
	if (sentences)
		line(g, INK_FAINT, str_fmt(g->a, "  và %zu câu về mục đích, yêu cầu, nhiệm vụ, trách nhiệm, nhận xét", sentences));
}

/* -- whole ------------------------------------------------------------------------------------------- */

static bool nothing_new(const struct proposal *p)
{
	return !p->count[PROPOSED_NEW] && !p->count[PROPOSED_DIFFERENT] && !p->count[PROPOSED_LEFT];
}

static void verdict(struct page *g)
{
	const struct proposal *p = g->p;
	size_t left = p->count[PROPOSED_DIFFERENT] - p->taken;
	if (p->known && p->taken && p->accepted)
		line(g, INK_BOLD, str_fmt(g->a, "Tệp này đã có trong hồ sơ; đã lấy %zu chỗ theo văn bản này.", p->taken));
	else if (p->known)
		line(g, INK_PLAIN, S("Tệp này đã có trong hồ sơ; không có gì phải ghi thêm."));
	else if (p->accepted)
		line(g, INK_BOLD, nothing_new(p) ? S("Đã nhận: văn bản này nói đúng những gì hồ sơ đã có.") : S("Đã nhận vào hồ sơ."));
	else if (nothing_new(p))
		line(g, INK_PLAIN, S("Hồ sơ đã có đủ những gì văn bản này nói. Thêm --accept để ghi nhận văn bản."));
	else
		line(g, INK_PLAIN, S("Chưa ghi gì vào hồ sơ. Xem xong, thêm --accept để nhận."));
	if (left)
		para(g, S("Chỗ khác giữ nguyên như hồ sơ, số của văn bản này được lưu bên cạnh; lấy theo văn bản này bằng --accept --take MÃ "
		          "(như --take 3.1.2; --take tổng cho kết quả chung; --take all cho mọi chỗ)."), 0);
}

str proposal_text(struct arena *a, const struct proposal *p, bool all, const struct layout *y)
{
	struct page g = { a, buf_open(a), y, p };
	str head = str_fmt(a, "%.*s%s%.*s", SF(p->file), p->title.n ? " — " : "", SF(p->title));
	layout_ink(&g.b, y, INK_BOLD, layout_cut(a, layout_safe(a, head), y->columns));
	buf_put(&g.b, S("\n"));
	str year = p->year ? str_fmt(a, ", Chỉ số năm %d", p->year) : (str){ 0 };
	line(&g, INK_PLAIN, str_fmt(a, "%.*s%.*s: %zu mới, %zu đã có, %zu khác%.*s", SF(p->unit), SF(year), p->count[PROPOSED_NEW], p->count[PROPOSED_SAME],
	                            p->count[PROPOSED_DIFFERENT],
	                            SF(p->count[PROPOSED_LEFT] ? str_fmt(a, ", %zu chưa ghi được", p->count[PROPOSED_LEFT]) : (str){ 0 })));
	for (size_t i = 0; i < p->notes.n; i++)
		para(&g, str_fmt(a, "Lưu ý: %.*s", SF(p->notes.at[i])), 2);
	if (p->errors || p->warnings)
		para(&g, str_fmt(a, "Lưu ý: văn bản có %zu chỗ sai, %zu chỗ cần xem lại (khacphuc audit TỆP cho biết ở đâu).", p->errors, p->warnings), 2);
	differences(&g);
	rows_of(&g, PROPOSED_LEFT, "Chưa ghi được");
	news(&g);
	if (all)
		rows_of(&g, PROPOSED_SAME, "Hồ sơ đã có");
	verdict(&g);
	return buf_str(&g.b);
}

/* -- JSON -------------------------------------------------------------------------------------------- */

static void put(json_t *o, const char *name, str s)
{
	json_object_set_new(o, name, s.n ? json_stringn(s.p, s.n) : json_null());
}

str proposal_json(struct arena *a, const struct proposal *p)
{
	json_t *o = json_object(), *rows = json_array(), *notes = json_array();
	put(o, "file", p->file);
	put(o, "title", p->title);
	put(o, "unit", p->unit);
	json_object_set_new(o, "year", p->year ? json_integer(p->year) : json_null());
	json_object_set_new(o, "known", json_boolean(p->known));
	json_object_set_new(o, "accepted", json_boolean(p->accepted));
	json_object_set_new(o, "document", p->document ? json_integer(p->document) : json_null());
	for (size_t i = 0; i < PROPOSED_KINDS; i++)
		json_object_set_new(o, kinds[i], json_integer((json_int_t)p->count[i]));
	json_object_set_new(o, "taken", json_integer((json_int_t)p->taken));
	json_object_set_new(o, "errors", json_integer((json_int_t)p->errors));
	json_object_set_new(o, "warnings", json_integer((json_int_t)p->warnings));
	for (size_t i = 0; i < p->notes.n; i++)
		json_array_append_new(notes, json_stringn(p->notes.at[i].p, p->notes.at[i].n));
	json_object_set_new(o, "notes", notes);
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct proposed_row *r = &p->rows.at[i];
		json_t *j = json_object();
		json_object_set_new(j, "kind", json_string(kinds[r->kind]));
		put(j, "what", r->what);
		put(j, "field", r->field);
		put(j, "found", r->found);
		put(j, "place", r->place);
		put(j, "stored", r->stored);
		put(j, "stored_place", r->stored_place);
		put(j, "note", r->note);
		json_array_append_new(rows, j);
	}
	json_object_set_new(o, "rows", rows);
	char *text = json_dumps(o, JSON_COMPACT);
	str s = str_fmt(a, "%s\n", text ? text : "{}");
	free(text);
	json_decref(o);
	return s;
}
