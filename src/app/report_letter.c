#include "app/report_letter.h"
#include "app/record_parts.h"
#include "base/fold.h"
#include "core/day.h"
#include "report/report.h"

/* -- names -------------------------------------------------------------------------------------------- */

/* "UBND tỉnh Hà Tĩnh" -> "Hà Tĩnh": what follows the words for the kind of body. */
static str place_within(struct arena *a, str name)
{
	static const char *const kinds[] = { "ubnd ", "uy ban nhan dan ", "tinh ", "thanh pho ", "xa ", "phuong ", "thi tran ", "dac khu ", "huyen " };
	struct fold f = fold_open(a, name);
	size_t at = 0;
	for (size_t n = 1; n;) {
		n = STR_OPENS(f.text, at, kinds);
		at += n;
	}
	return str_trim(fold_src(&f, at, f.text.n));
}

static bool is(str level, const char *word) { return str_eq(level, str_c(word)); }
static bool committee(str level) { return is(level, "commune") || is(level, "district") || is(level, "province"); }

static str or_none(str said) { return str_eq(said, S("-")) ? (str){ 0 } : said; }

/* -- the document ------------------------------------------------------------------------------------- */

struct head { str name, level, symbol, parent, parent_level, class, place; int64_t percent; bool drafts, signs; };

static bool read_head(struct record *r, struct arena *a, int64_t body, int64_t cycle, struct head *h, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(report_head, .who = v_int(r->who.person), .body_id = v_int(body), .cycle_id = v_int(cycle)), &rows, e))
		return false;
	bool found = rows_next(&rows);
	if (found)
		*h = (struct head){ .name = col_text(&rows, a, 0), .level = col_text(&rows, a, 1), .symbol = col_text(&rows, a, 2),
			            .parent = col_text(&rows, a, 3), .parent_level = col_text(&rows, a, 4),
			            .percent = col_null(&rows, 5) ? -1 : col_int(&rows, 5), .class = col_text(&rows, a, 6),
			            .place = col_text(&rows, a, 7), .drafts = col_int(&rows, 8), .signs = col_int(&rows, 9) };
	if (!rows_done(&rows, e) || found)
		return found;
	fail(e, ERR_NOT_FOUND, "Không có đơn vị này, hoặc bạn không được xem văn bản của đơn vị ấy.");
	return err_hint(e, "Văn bản của một đơn vị do văn phòng soạn, lãnh đạo ký, người theo dõi được xem.");
}

static void sign(struct document *d, const struct head *h, const wordings *w)
{
	str authority = wording_of(w, "sign_authority"), title = wording_of(w, "sign_title");
	d->signatory.present = true;
	d->signatory.authority = authority.n ? or_none(authority) : committee(h->level) ? S("TM. ỦY BAN NHÂN DÂN") : (str){ 0 };
	d->signatory.title = title.n ? title : committee(h->level) ? S("CHỦ TỊCH") : is(h->level, "department") ? S("GIÁM ĐỐC") : (str){ 0 };
	d->signatory.name = wording_of(w, "sign_name");
}

static void put_aims(struct arena *a, struct facts *f, str text, enum aim_kind kind)
{
	strs lines = wording_lines(a, text);
	for (size_t i = 0; i < lines.n; i++)
		*vec_add(a, &f->aims) = (struct aim){ .kind = kind, .text = lines.at[i] };
}

static void put_document(struct arena *a, struct facts *f, const struct report_kind *kind, const struct head *h, const wordings *w)
{
	struct document *d = &f->document;
	str place = wording_of(w, "place"), parent = wording_of(w, "parent"), symbol = wording_of(w, "symbol"), type = report_type(kind);
	struct date today = record_today();
	d->kind = str_eq(type, S("KH")) ? DOC_PLAN : str_eq(type, S("BC")) ? DOC_REPORT : DOC_ANNEX;
	d->issuer = h->name;
	d->parent = parent.n ? or_none(parent) : h->parent;
	d->place = place.n ? place : h->place.n ? h->place : place_within(a, committee(h->level) || !h->parent.n ? h->name : h->parent);
	symbol = symbol.n ? symbol : h->symbol.n ? h->symbol : committee(h->level) ? S("UBND") : (str){ 0 };
	if (type.n)
		d->symbol = symbol.n ? str_fmt(a, "%.*s-%.*s", SF(type), SF(symbol)) : type;
	else {                                         /* an annex goes with a report */
		d->attached_to.present = true;
		d->attached_to.kind = DOC_REPORT;
		d->attached_to.symbol = str_fmt(a, "BC-%.*s", SF(symbol));
	}
	d->date = (struct date){ today.year, today.month, 0 };
	d->recipients = wording_lines(a, wording_of(w, "recipients"));
	sign(d, h, w);
	put_aims(a, f, wording_of(w, "purposes"), AIM_PURPOSE);
	put_aims(a, f, wording_of(w, "requirements"), AIM_REQUIREMENT);
}

bool report_letterhead(struct record *r, struct arena *a, int64_t body, int64_t cycle, const struct report_kind *kind, struct facts *f,
                   struct report_body *ret, struct err *e)
{
	struct head h = { 0 };
	*ret = (struct report_body){ .body = body, .cycle = cycle };
	if (!read_head(r, a, body, cycle, &h, e) || !wording_list(r, a, body, str_c(kind->name), &ret->own, e))
		return false;
	ret->name = h.name;
	ret->level = h.level;
	ret->class = h.class;
	ret->percent = h.percent;
	ret->drafts = h.drafts;
	ret->signs = h.signs;
	put_document(a, f, kind, &h, &ret->own);
	return true;
}

str report_type(const struct report_kind *kind) { return str_c(kind->symbol); }

str report_number(struct arena *a, int64_t number, str symbol) { return str_fmt(a, "%02lld/%.*s", (long long)number, SF(symbol)); }

void report_words(struct arena *a, const struct report_body *b, struct report_in *in)
{
	for (size_t i = 0; i < b->own.n; i++) {
		struct report_word w = { b->own.at[i].name, b->own.at[i].text }, *there = NULL;
		for (size_t k = 0; k < in->words.n && !there; k++)
			there = str_eq(in->words.at[k].name, w.name) ? &in->words.at[k] : NULL;
		*(there ? there : vec_add(a, &in->words)) = w;
	}
}
