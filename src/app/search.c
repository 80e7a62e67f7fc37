#include "app/record_parts.h"
#include "app/search.h"
#include "base/fold.h"
#include "store/search.h"
#include "store/search_index.h"

_Static_assert((int)SEARCH_COUNTED == (int)SEARCH_MOST, "app/search.h says how far the store counts");

const struct search_kind search_kinds[] = {
	{ "finding", "Tồn tại" }, { "remedy", "Giải pháp" }, { "progress", "Tiến độ" }, { "document", "Văn bản" },
	{ "passage", "Nội dung văn bản" }, { "evidence", "Minh chứng" }, { "request", "Kiến nghị" }, { "answer", "Trả lời kiến nghị" }, { 0 },
};

static const char *vi_of(str kind)
{
	for (const struct search_kind *k = search_kinds; k->name; k++)
		if (str_eq(kind, str_c(k->name)))
			return k->vi;
	return NULL;
}

/* -- what is asked for ---------------------------------------------------------------------------------- */

static bool is_utf8(str s)
{
	for (size_t at = 0; at < s.n;)
		if (utf8_next(s, &at) == 0xFFFD)
			return false;
	return true;
}

static bool no_words(const struct search_asked *q, struct err *e)
{
	if (q->words.n)
		fail(e, ERR_INPUT, "Trong “%.*s” không có chữ hay số nào để tìm.", (int)(q->words.n > 100 ? 0 : q->words.n), q->words.p);
	else
		fail(e, ERR_INPUT, "Chưa có từ nào để tìm.");
	return err_hint(e, "Gõ vài từ (có dấu hay không dấu), một mã tiêu chí hay một số hiệu, như: khacphuc search chậm giải quyết hồ sơ.");
}

static bool no_kind(struct arena *a, const char *kind, struct err *e)
{
	struct buf list = buf_open(a);
	for (const struct search_kind *k = search_kinds; k->name; k++)
		buf_fmt(&list, "%s%s", list.n ? ", " : "", k->name);
	fail(e, ERR_INPUT, "Không có loại “%.60s” để tìm.", is_utf8(str_c(kind)) ? kind : "?");
	return err_hint(e, "Các loại: %.*s.", SF(buf_str(&list)));
}

static bool no_unit(const char *unit, struct err *e)
{
	fail(e, ERR_INPUT, "Không có đúng một đơn vị tên “%.120s” trong phần hồ sơ mà bạn được xem.", unit);
	return err_hint(e, "Gõ đủ tên đơn vị, có dấu hay không dấu đều được, hoặc ký hiệu của nó (như STP).");
}

static bool no_page(const struct search_result *s, struct err *e)
{
	int64_t seen = s->total > SEARCH_COUNTED ? SEARCH_COUNTED : s->total, pages = (seen + SEARCH_PAGE - 1) / SEARCH_PAGE;
	fail(e, ERR_INPUT, "Không có trang %d: kết quả tìm chỉ có %lld trang.", s->asked.page, (long long)pages);
	return err_hint(e, s->total > SEARCH_COUNTED ? "Thêm từ, hoặc thêm --unit, --year, --kind để có ít kết quả hơn." : "Xem từ trang 1.");
}

/* -- what is found -------------------------------------------------------------------------------------- */

static str what_of(struct arena *a, const struct search_hit *h)
{
	struct buf b = buf_open(a);
	buf_put(&b, str_c(vi_of(h->table)));
	if (h->code.n)
		buf_fmt(&b, " %.*s", SF(h->code));
	buf_fmt(&b, " của %.*s", SF(h->unit));
	if (h->year)
		buf_fmt(&b, ", năm %d", h->year);
	return buf_str(&b);
}

static void show(struct arena *a, const struct search_hits *hits, struct search_result *ret)
{
	size_t width = ret->asked.width;
	for (size_t i = 0; i < hits->at.n; i++) {
		const struct search_hit *h = &hits->at.at[i];
		*vec_add(a, &ret->lines) = (struct search_line){
			.kind = h->table, .what = what_of(a, h), .unit = h->unit, .code = h->code, .id = h->id, .of = h->of,
			    .unit_id = h->body,
			.year = h->year, .marked = h->marked, .title = words_snippet(a, h->title, &ret->query, width),
			.text = words_snippet(a, h->text, &ret->query, width),
		};
	}
}

bool record_search(struct record *r, struct arena *a, const struct search_asked *q, struct search_result *ret, struct err *e)
{
	struct search_hits hits = { 0 };
	*ret = (struct search_result){ .asked = *q, .query = words_query(a, q->words, false) };
	if (!ret->query.words.n)
		return no_words(q, e);
	if (q->kind && !vi_of(str_c(q->kind)))
		return no_kind(a, q->kind, e);
	struct search_ask ask = { .person = r->who.person, .year = q->year, .table = str_c(q->kind), .words = &ret->query };
	if (q->unit && (!is_utf8(str_c(q->unit)) || !search_unit(r->db, a, r->who.person, str_c(q->unit), &ask.body, e) || !ask.body))
		return e->code ? false : no_unit(is_utf8(str_c(q->unit)) ? q->unit : "?", e);
	ask.limit = SEARCH_PAGE;
	ask.skip = (q->page - 1) * SEARCH_PAGE;
	bool far = ask.skip >= SEARCH_COUNTED;
	ask.skip = far ? 0 : ask.skip;
	if (!search_find(r->db, a, &ask, &hits, e))
		return false;
	if (!hits.at.n && ask.skip) {                          /* how many there are, to say so */
		ask.skip = 0;
		far = true;
		if (!search_find(r->db, a, &ask, &hits, e))
			return false;
	}
	ret->total = hits.total;
	if (far && hits.total)
		return no_page(ret, e);
	show(a, &hits, ret);
	return true;
}

bool record_search_rebuild(struct record *r, struct err *e)
{
	int64_t may = 0;
	bool found;
	if (!db_int(r->db, Q(search_owner, .who = v_int(r->who.person)), &may, &found, e))
		return false;
	return may ? search_rebuild(r->db, e) : record_denied(r, e, "lập lại chỉ mục tìm kiếm");
}
