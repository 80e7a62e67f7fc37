#include "app/proposal.h"
#include <jansson.h>

static const struct { const char *json; const char *words; enum ink ink; } kinds[PROPOSED_KINDS] = {
	[PROPOSED_NEW] = { "new", "mới", INK_BOLD },
	[PROPOSED_SAME] = { "same", "đã có", INK_FAINT },
	[PROPOSED_DIFFERENT] = { "different", "khác", INK_WARNING },
	[PROPOSED_LEFT] = { "left", "không lưu", INK_ERROR },
};

static str where(struct arena *a, str text, str place) { return place.n ? str_fmt(a, "%.*s (%.*s)", SF(text), SF(place)) : text; }

str proposal_text(struct arena *a, const struct proposal *p, bool all, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Nội dung", false, 2 }, { "Trong tệp", false, 3 }, { "Trong hồ sơ", false, 3 },
		                                 { "Ghi chú", false, 3 } };
	struct table t = { columns, COUNT(columns), { 0 }, 2, 4 };
	struct buf b = buf_open(a);
	layout_ink(&b, y, INK_BOLD, layout_safe(a, str_fmt(a, "%.*s — %.*s, năm %d", SF(p->title), SF(p->unit), p->year)));
	buf_put(&b, S("\n"));
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct proposed_row *r = &p->rows.at[i];
		if (r->kind == PROPOSED_SAME && !all)
			continue;
		*vec_add(a, &t.cells) = str_c(kinds[r->kind].words);
		*vec_add(a, &t.cells) = r->field.n ? str_fmt(a, "%.*s, %.*s", SF(r->what), SF(r->field)) : r->what;
		*vec_add(a, &t.cells) = where(a, r->found, r->place);
		*vec_add(a, &t.cells) = where(a, r->stored, r->stored_place);
		*vec_add(a, &t.cells) = r->note;
	}
	if (t.cells.n)
		layout_table(&b, y, &t);
	buf_fmt(&b, "%zu mới, %zu đã có, %zu khác, %zu không lưu được.\n", p->count[PROPOSED_NEW], p->count[PROPOSED_SAME],
	        p->count[PROPOSED_DIFFERENT], p->count[PROPOSED_LEFT]);
	for (size_t i = 0; i < p->notes.n; i++)
		layout_para(&b, y, layout_safe(a, str_fmt(a, "Lưu ý: %.*s", SF(p->notes.at[i]))), 0, 2);
	return buf_str(&b);
}

static json_t *text(str s) { return s.n ? json_stringn_nocheck(s.p, s.n) : json_null(); }

str proposal_json(struct arena *a, const struct proposal *p)
{
	json_t *whole = json_object(), *j = json_object(), *rows = json_array(), *notes = json_array();
	for (size_t i = 0; i < p->rows.n; i++) {
		const struct proposed_row *r = &p->rows.at[i];
		json_t *row = json_object();
		json_object_set_new(row, "kind", json_string(kinds[r->kind].json));
		json_object_set_new(row, "what", text(r->what));
		json_object_set_new(row, "field", text(r->field));
		json_object_set_new(row, "found", text(r->found));
		json_object_set_new(row, "place", text(r->place));
		json_object_set_new(row, "stored", text(r->stored));
		json_object_set_new(row, "stored_place", text(r->stored_place));
		json_object_set_new(row, "note", text(r->note));
		json_array_append_new(rows, row);
	}
	for (size_t i = 0; i < p->notes.n; i++)
		json_array_append_new(notes, text(p->notes.at[i]));
	json_object_set_new(j, "file", text(p->file));
	json_object_set_new(j, "title", text(p->title));
	json_object_set_new(j, "unit", text(p->unit));
	json_object_set_new(j, "year", json_integer(p->year));
	json_object_set_new(j, "known", json_boolean(p->known));
	json_object_set_new(j, "rows", rows);
	json_object_set_new(j, "notes", notes);
	json_object_set_new(whole, "proposal", j);
	char *words = json_dumps(whole, 0);
	str ret = str_fmt(a, "%s\n", words ? words : "");
	json_decref(whole);
	free(words);
	return ret;
}
