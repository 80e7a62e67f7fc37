#include "app/json.h"
#include "app/search.h"
#include "base/fold.h"

enum { INDENT = 3 };

/* -- for people ----------------------------------------------------------------------------------------- */

static void put_part(struct buf *b, const struct layout *y, const struct snippet *s)
{
	size_t at = 0;
	if (!s->text.n)
		return;
	buf_fmt(b, "%*s", INDENT, "");
	for (size_t i = 0; i < s->marks.n; i++) {
		buf_put(b, layout_safe(b->a, str_sub(s->text, at, s->marks.at[i].from)));
		layout_ink(b, y, INK_BOLD, layout_safe(b->a, str_sub(s->text, s->marks.at[i].from, s->marks.at[i].to)));
		at = s->marks.at[i].to;
	}
	buf_put(b, layout_safe(b->a, str_sub(s->text, at, s->text.n)));
	buf_put(b, S("\n"));
}

static void put_notes(struct buf *b, const struct layout *y, const struct query *q)
{
	if (q->cut)
		layout_para(b, y, str_fmt(b->a, "Câu tìm dài quá: chỉ tìm theo %zu từ đầu.", q->words.n), 0, 0);
	if (q->open)
		layout_para(b, y, S("Một dấu ngoặc kép không có dấu đóng: các từ sau nó được tìm như một cụm liền nhau."), 0, 0);
}

static void put_nothing(struct buf *b, const struct layout *y, const struct search_result *s)
{
	bool phrase = false;
	for (size_t i = 0; i < s->query.words.n; i++)
		phrase |= s->query.words.at[i].follows;
	buf_put(b, S("Không tìm thấy gì trong phần hồ sơ mà bạn được xem.\n"));
	if (s->query.words.n > 1)
		layout_para(b, y, S("- Bỏ bớt từ: kết quả phải có đủ mọi từ."), 0, 2);
	if (phrase)
		layout_para(b, y, S("- Bỏ dấu ngoặc kép, dấu gạch: các từ ấy phải đứng liền nhau."), 0, 2);
	if (s->asked.unit || s->asked.kind || s->asked.year)
		layout_para(b, y, S("- Bỏ --unit, --year, --kind."), 0, 2);
	layout_para(b, y, S("- Xem lại cách viết; gõ không dấu thì tìm được cả chữ có dấu và không dấu."), 0, 2);
}

str search_text(struct arena *a, const struct search_result *s, const struct layout *y)
{
	struct buf b = buf_open(a);
	int64_t first = (int64_t)(s->asked.page - 1) * SEARCH_PAGE, end = first + (int64_t)s->lines.n;
	put_notes(&b, y, &s->query);
	if (!s->lines.n)
		put_nothing(&b, y, s);
	for (size_t i = 0; i < s->lines.n; i++) {
		const struct search_line *l = &s->lines.at[i];
		str number = str_fmt(a, "%lld. ", (long long)first + (long long)i + 1);
		buf_put(&b, number);
		layout_para(&b, y, l->what, (int)number.n, INDENT);
		put_part(&b, y, &l->title);
		put_part(&b, y, &l->text);
	}
	if (!s->lines.n)
		return buf_str(&b);
	buf_fmt(&b, s->total > SEARCH_COUNTED ? "%lld–%lld trong hơn 200 kết quả." : "%lld–%lld trong %lld kết quả.", (long long)first + 1,
	        (long long)end, (long long)s->total);
	if (end < s->total && end < SEARCH_COUNTED)
		buf_fmt(&b, " Trang sau: --page %d.", s->asked.page + 1);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}

/* -- for programs --------------------------------------------------------------------------------------- */

static json_int_t characters(str s, size_t to)
{
	json_int_t n = 0;
	for (size_t at = 0; at < to; n++)
		utf8_next(s, &at);
	return n;
}

static json_t *part_json(const struct snippet *s)
{
	json_t *j = json_object(), *marks = json_array();
	for (size_t i = 0; i < s->marks.n; i++) {
		json_t *range = json_array();
		json_array_append_new(range, json_integer(characters(s->text, s->marks.at[i].from)));
		json_array_append_new(range, json_integer(characters(s->text, s->marks.at[i].to)));
		json_array_append_new(marks, range);
	}
	json_object_set_new(j, "text", j_text(s->text));
	json_object_set_new(j, "marks", marks);
	return j;
}

static json_t *line_json(const struct search_line *l)
{
	json_t *j = json_object(), *unit = json_object();
	json_object_set_new(unit, "id", j_id(l->unit_id));
	json_object_set_new(unit, "name", j_text(l->unit));
	json_object_set_new(j, "kind", j_text(l->kind));
	json_object_set_new(j, "id", j_id(l->id));
	json_object_set_new(j, "what", j_text(l->what));
	json_object_set_new(j, "unit", unit);
	json_object_set_new(j, "year", j_id(l->year));
	json_object_set_new(j, "code", j_text(l->code));
	json_object_set_new(j, "marked", json_boolean(l->marked));
	json_object_set_new(j, "title", part_json(&l->title));
	json_object_set_new(j, "text", part_json(&l->text));
	return j;
}

str search_json(struct arena *a, const struct search_result *s)
{
	json_t *j = json_object(), *lines = json_array();
	bool more = s->total > SEARCH_COUNTED;
	for (size_t i = 0; i < s->lines.n; i++)
		json_array_append_new(lines, line_json(&s->lines.at[i]));
	json_object_set_new(j, "total", json_integer(more ? SEARCH_COUNTED : s->total));
	json_object_set_new(j, "more", json_boolean(more));
	json_object_set_new(j, "page", json_integer(s->asked.page));
	json_object_set_new(j, "cut", json_boolean(s->query.cut));
	json_object_set_new(j, "open_quote", json_boolean(s->query.open));
	json_object_set_new(j, "found", lines);
	return json_done(a, j);
}
