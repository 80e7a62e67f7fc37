#include "report/letter.h"
#include "base/capitals.h"
#include "base/fold.h"

bool letter_ready(const struct report_in *in, struct err *e)
{
	if (in->facts && in->facts->document.issuer.n)
		return true;
	fail(e, ERR_NOT_FOUND, "Chưa có tên cơ quan ban hành văn bản.");
	return err_hint(e, "Chọn đơn vị (--unit), hoặc ghi tên cơ quan trong thông tin đơn vị, rồi lập lại văn bản.");
}

/* -- number, day --------------------------------------------------------------------------------------- */

static str symbol_of(const struct writer *w, const struct letter *l)
{
	const struct document *d = &w->f->document;
	size_t stroke = str_find(d->number, S("/"), 0);
	if (stroke < d->number.n)
		return str_sub(d->number, stroke + 1, d->number.n);
	return d->symbol.n ? d->symbol : str_fmt(w->a, "%s-", l->symbol);
}

/* "05/KH-SNgV" of "5/KH-SNgV"; blank before the stroke where there is no number yet. */
static str number_text(const struct writer *w, const struct letter *l)
{
	str number = w->f->document.number, digits = str_sub(number, 0, str_find(number, S("/"), 0)), symbol = symbol_of(w, l);
	if (!digits.n)
		return str_fmt(w->a, "         /%.*s", SF(symbol));
	return str_fmt(w->a, "%s%.*s/%.*s", digits.n < 2 ? "0" : "", SF(digits), SF(symbol));
}

str letter_title(struct writer *w, const struct letter *l)
{
	return w->f->document.title.n ? w->f->document.title : sentence(w, l->title);
}

/* -- letterhead ---------------------------------------------------------------------------------------- */

/* "ỦY BAN NHÂN DÂN" stands above the name of its place (Phụ lục III); the rule is under the last line. */
static void put_issuer(struct writer *w, str issuer)
{
	str committee = S("ỦY BAN NHÂN DÂN"), all = capitals(w->a, issuer);
	if (str_starts(all, committee) && all.n > committee.n) {
		write_strong(w, FORMAL_PARENT, committee);
		all = str_trim(str_sub(all, committee.n, all.n));
	}
	write_para(w, FORMAL_ISSUER, all);
}

static void put_letterhead(struct writer *w, const struct letter *l)
{
	static const int widths[] = { 440, 560 };
	const struct document *d = &w->f->document;
	write_table(w, true, widths, COUNT(widths));
	write_row(w, false);
	write_cell(w, 1);
	if (d->parent.n)
		write_para(w, FORMAL_PARENT, capitals(w->a, d->parent));
	put_issuer(w, d->issuer);
	write_cell(w, 1);
	write_para(w, FORMAL_NATION, S("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
	write_para(w, FORMAL_MOTTO, S("Độc lập - Tự do - Hạnh phúc"));
	write_row(w, false);
	write_cell(w, 1);
	write_para(w, FORMAL_NUMBER, str_fmt(w->a, "Số: %.*s", SF(number_text(w, l))));
	if (w->in->draft)
		write_para(w, FORMAL_DRAFT, sentence(w, WORD_draft));
	write_cell(w, 1);
	str place = d->place.n ? d->place : S("…………"), day = word_date(w->a, d->date);
	write_para(w, FORMAL_PLACE_DATE, str_fmt(w->a, "%.*s, %.*s", SF(place), SF(day)));
	write_end(w);
}

/* -- what it is based on ------------------------------------------------------------------------------- */

/* "78/QĐ-UBND" is a Quyết định; what has no type in its symbol is a công văn. */
static str type_of_number(str number)
{
	static const struct { str sign, type; } types[] = {
		{ S("NQ-"), S("Nghị quyết") }, { S("QĐ-"), S("Quyết định") }, { S("CT-"), S("Chỉ thị") }, { S("TB-"), S("Thông báo") },
		{ S("HD-"), S("Hướng dẫn") }, { S("CTr-"), S("Chương trình") }, { S("KH-"), S("Kế hoạch") }, { S("PA-"), S("Phương án") },
		{ S("ĐA-"), S("Đề án") }, { S("BC-"), S("Báo cáo") }, { S("BB-"), S("Biên bản") }, { S("TTr-"), S("Tờ trình") },
		{ S("NĐ-"), S("Nghị định") }, { S("TT-"), S("Thông tư") }, { S("KL-"), S("Kết luận") },
	};
	for (size_t stroke = 0; (stroke = str_find(number, S("/"), stroke)) < number.n; stroke++)
		for (size_t i = 0; i < COUNT(types); i++)
			if (str_starts(str_sub(number, stroke + 1, number.n), types[i].sign))
				return types[i].type;
	return S("Công văn");
}

static str basis_of(struct writer *w, const struct cite *c)
{
	struct buf b = buf_open(w->a);
	str type = type_of_number(c->number);
	buf_fmt(&b, "Căn cứ %.*s số %.*s", SF(type), SF(c->number));
	if (c->date.year) {
		str month = c->date.month ? str_fmt(w->a, "tháng %d năm %d", c->date.month, c->date.year) : (str){ 0 };
		str day = c->date.day ? word_date(w->a, c->date) : month;
		buf_fmt(&b, day.n ? " %.*s" : "%.*s", SF(day));
	}
	if (c->issuer.n)
		buf_fmt(&b, " của %.*s", SF(c->issuer));
	return buf_str(&b);
}

/* One a line: ";" behind each, "." behind the last. */
static void put_basis(struct writer *w)
{
	strs all = sentence_lines(w, WORD_basis);
	for (size_t i = 0; i < w->f->document.cites.n; i++)
		if (w->f->document.cites.at[i].role == CITE_BASIS)
			*vec_add(w->a, &all) = basis_of(w, &w->f->document.cites.at[i]);
	for (size_t i = 0; i < all.n; i++) {
		str line = all.at[i];
		while (line.n && strchr(";. ", line.p[line.n - 1]))
			line.n--;
		write_para(w, FORMAL_BASIS, str_fmt(w->a, "%.*s%s", SF(line), i + 1 < all.n ? ";" : "."));
	}
}

static void put_to(struct writer *w)
{
	strs to = sentence_lines(w, WORD_to);
	if (to.n == 1)
		write_para(w, FORMAL_TO, str_fmt(w->a, "Kính gửi: %.*s.", SF(to.at[0])));
	if (to.n > 1)
		write_para(w, FORMAL_TO, S("Kính gửi:"));
	for (size_t i = 0; to.n > 1 && i < to.n; i++)
		write_para(w, FORMAL_TO, str_fmt(w->a, "- %.*s%s", SF(to.at[i]), i + 1 < to.n ? ";" : "."));
}

void letter_head(struct writer *w, const struct letter *l)
{
	put_letterhead(w, l);
	write_para(w, FORMAL_TYPE, str_c(l->type));
	write_para(w, FORMAL_SUBJECT, letter_title(w, l));
	if (l->upward)
		put_to(w);
	put_basis(w);
}

/* -- the foot ------------------------------------------------------------------------------------------ */

static void put_recipients(struct writer *w)
{
	strs all = w->f->document.recipients;
	if (!all.n)
		all = sentence_lines(w, WORD_recipients);
	bool kept = false;
	write_para(w, FORMAL_RECIPIENTS, S("Nơi nhận:"));
	for (size_t i = 0; i < all.n; i++) {
		kept = kept || str_starts(all.at[i], S("Lưu:"));
		write_para(w, FORMAL_RECIPIENT, str_fmt(w->a, "- %.*s%s", SF(all.at[i]), i + 1 < all.n || !kept ? ";" : "."));
	}
	if (!kept)
		write_para(w, FORMAL_RECIPIENT, str_fmt(w->a, "- %.*s.", SF(sentence(w, WORD_keep))));
}

void letter_foot(struct writer *w, enum word_id closing)
{
	static const int widths[] = { 500, 500 };
	const struct document *d = &w->f->document;
	str last = sentence(w, closing);
	while (last.n && strchr("./ ", last.p[last.n - 1]))
		last.n--;
	write_para(w, FORMAL_BODY, str_fmt(w->a, "%.*s./.", SF(last)));
	write_table(w, true, widths, COUNT(widths));
	write_row(w, false);
	write_cell(w, 1);
	put_recipients(w);
	write_cell(w, 1);
	if (d->signatory.authority.n)
		write_para(w, FORMAL_SIGN_AUTHORITY, capitals(w->a, d->signatory.authority));
	if (d->signatory.title.n)
		write_para(w, FORMAL_SIGN_AUTHORITY, capitals(w->a, d->signatory.title));
	if (d->signatory.name.n)
		write_para(w, FORMAL_SIGN_NAME, d->signatory.name);
	write_end(w);
}

/* -- annexes ------------------------------------------------------------------------------------------- */

static const char *const romans[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X" };

/* An annex that is a document of its own knows of what it is a part (attached_to); one below a letter is the letter's. */
static void put_reference(struct writer *w, const struct letter *l)
{
	static const char *const kinds[] = { [DOC_PLAN] = "Kế hoạch", [DOC_REPORT] = "Báo cáo", [DOC_DECISION] = "Quyết định", [DOC_LETTER] = "Công văn" };
	const struct document *d = &w->f->document;
	bool own = d->attached_to.present && d->attached_to.kind < COUNT(kinds) && kinds[d->attached_to.kind] && !l->type;
	str number = number_text(w, l), digits = str_sub(number, 0, str_find(number, S("/"), 0));
	if (own && d->attached_to.symbol.n)
		number = str_fmt(w->a, "%.*s/%.*s", SF(digits), SF(d->attached_to.symbol));
	str day = word_date(w->a, own && d->attached_to.date.year ? d->attached_to.date : d->date);
	str issuer = d->issuer.n ? str_fmt(w->a, " của %.*s", SF(d->issuer)) : (str){ 0 };
	write_para(w, FORMAL_ANNEX_REF, str_fmt(w->a, "(Kèm theo %s số %.*s %.*s%.*s)", own ? kinds[d->attached_to.kind] : l->kind, SF(number),
	                                        SF(day), SF(issuer)));
}

void letter_annex(struct writer *w, const struct letter *l, int number, enum begins begins, str title)
{
	w->begins = begins;
	write_para(w, FORMAL_ANNEX_NO, number ? str_fmt(w->a, "Phụ lục %s", romans[(size_t)(number - 1) % COUNT(romans)]) : S("Phụ lục"));
	write_para(w, FORMAL_ANNEX_TITLE, capitals(w->a, title));
	if (l->type || w->f->document.attached_to.present || w->f->document.number.n || w->f->document.issuer.n)
		put_reference(w, l);
	if (w->f->document.as_of.day && (l->upward || !l->type))
		write_para(w, FORMAL_UNIT, sentence(w, WORD_as_of));
}
