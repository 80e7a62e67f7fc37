/* The head and the foot of a document: kind, number, issuer, place, date, title, year, signature, recipients.
 * Form: Nghị định 30/2020/NĐ-CP, Phụ lục I; what converters leave of it: seeds 000-004. */
#include "extract/cx.h"

#define BODY "(?:so|ubnd|uy ban nhan dan|van phong|phong|ban|thanh tra|trung tam|chi cuc|cuc|vien|truong|benh vien|hoi)"

enum { HEAD_BLOCKS = 40 };

static const struct { const char *pattern; enum doc_kind kind; } kinds[] = {
	{ "^ ?(?:du thao )?ke hoach$", DOC_PLAN },
	{ "^ ?(?:du thao )?bao cao$", DOC_REPORT },
	{ "^ ?quyet dinh ?:?$", DOC_DECISION },
	{ "^ ?(?:bo tieu chi|bang tieu chi)$", DOC_CRITERIA_SET },
	{ "^ ?(?:cong van|thong bao|giay moi|to trinh)$", DOC_LETTER },
	{ "^ ?(?:phu luc|bieu|mau)(?: so)?(?: ?[ivx\\d]+)?$", DOC_ANNEX },
};

static str clean(struct cx *x, str s)
{
	struct buf b = buf_open(x->a);
	s = one_line(x->a, s);
	for (size_t i = 0; i < s.n;) {
		/* what a Word file's bookmarks leave in a text */
		size_t end = str_starts(str_sub(s, i, s.n), S("[bookmark:")) ? str_find(s, S("]"), i) : i;
		if (end > i && end < s.n) {
			i = end + 1;
			continue;
		}
		buf_put(&b, str_sub(s, i, i + 1));
		i++;
	}
	return str_trim(buf_str(&b));
}

/* -- names of bodies --------------------------------------------------------------------------------- */

static str lower_vi(struct cx *x, str s, bool first_upper);

/* "UBND" is written out. */
static str body_name(struct cx *x, str s)
{
	s = trim_marks(one_line(x->a, s));
	while (s.n && s.p[s.n - 1] == '.')
		s.n--;
	str at = str_starts(s, S("UBND")) ? str_sub(s, 4, s.n) : (str){ 0 };
	return str_starts(s, S("UBND")) ? str_fmt(x->a, "Ủy ban nhân dân%.*s", SF(at)) : s;
}

/* Capitals of a letterhead in sentence case: "SỞ TÀI CHÍNH" -> "Sở Tài chính", "UBND TỈNH QUẢNG TRỊ" -> "… tỉnh
 * Quảng Trị": what follows a kind of territory is a name, each word of it with a capital. */
static str sentence_case(struct cx *x, str s)
{
	struct fold f = fold_open(x->a, s);
	for (size_t i = 0; i < f.text.n; i++) {
		size_t at = f.at[i];
		if (f.text.p[i] >= 'a' && f.text.p[i] <= 'z' && !char_is_upper(utf8_next(s, &at)))
			return s;                      /* not set in capitals */
	}
	struct buf b = buf_open(x->a);
	bool name = false;
	size_t word = 0;
	for (size_t i = 0; i < f.text.n;) {
		size_t end = i;
		while (end < f.text.n && f.text.p[end] != ' ')
			end++;
		str folded = str_sub(f.text, i, end), src = fold_src(&f, i, end);
		bool territory = pat_has(x->ps, "^(?:tinh|huyen|xa|phuong|quan|khu)$", folded) ||
		                 (pat_has(x->ps, "^(?:pho|tran)$", folded) && word);
		bool abbreviation = pat_has(x->ps, "^(?:ubnd|hdnd|tp)$", folded);
		if (word)
			buf_put(&b, S(" "));
		/* the second word of "Sở Tài chính" has a capital: it begins the name of the field */
		buf_put(&b, abbreviation ? src : lower_vi(x, src, !word || name || (word == 1 &&
		                            pat_has(x->ps, "^(?:so|ban|vien|chi cuc|cuc)$", str_sub(f.text, 0, i - 1)))));
		name = territory || name;
		word++;
		i = end + 1;
	}
	return buf_str(&b);
}

static uint32_t lower_char(uint32_t c)
{
	if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE))
		return c + 32;
	if (c == 0x1AF || c == 0x1A0 || c == 0x110 || c == 0x102 || c == 0x128 || c == 0x168)
		return c + 1;
	return c >= 0x1EA0 && c <= 0x1EF9 ? c | 1 : c;
}

static str lower_vi(struct cx *x, str s, bool first_upper)
{
	struct buf b = buf_open(x->a);
	for (size_t at = 0, from = 0; at < s.n; from = at) {
		uint32_t c = utf8_next(s, &at), l = lower_char(c);
		if ((!from && first_upper) || l == c || l > 0x7FF) {
			if (l != c && l > 0x7FF && (from || !first_upper)) {
				char three[3] = { (char)(0xE0 | (l >> 12)), (char)(0x80 | ((l >> 6) & 63)), (char)(0x80 | (l & 63)) };
				buf_put(&b, (str){ three, 3 });
			} else {
				buf_put(&b, str_sub(s, from, at));
			}
		} else if (l < 0x80) {
			char one = (char)l;
			buf_put(&b, (str){ &one, 1 });
		} else {
			char two[2] = { (char)(0xC0 | (l >> 6)), (char)(0x80 | (l & 63)) };
			buf_put(&b, (str){ two, 2 });
		}
	}
	return buf_str(&b);
}

/* -- letterhead, number, place and date -------------------------------------------------------------- */

static enum doc_kind kind_of(struct cx *x, const struct block *b)
{
	for (size_t i = 0; i < COUNT(kinds) && b->flow.fold.text.n < 40; i++)
		if (!b->table && pat_has(x->ps, kinds[i].pattern, fold_plain(x->a, b->flow.text)))
			return kinds[i].kind;
	return DOC_UNKNOWN;
}

static void add_blank(struct cx *x, const char *what, const struct block *b, size_t from, size_t to)
{
	*vec_add(x->a, &x->f->blanks) = (struct blank){ what, one_line(x->a, flow_text(&b->flow, from, to)), flow_at(&b->flow, from) };
}

#define NUMBER_MARK "([a-zd\\d]{1,8}(?:[-/&][a-zd&\\d]{1,12})+)"

static void find_number(struct cx *x, const struct block *b)
{
	struct document *d = &x->f->document;
	str t = b->flow.fold.text;
	struct match m;
	if (d->symbol.n || !pat_find(x->ps, "(?:^|  |\\t| )so ?: ?([\\d]*)[ ._]*/? ?([a-zd]{1,8}(?:[-&/][a-zd\\d&]{1,12})+)", t, 0, &m))
		return;
	str digits = match_str(&m, 1, t);
	d->symbol = fold_src(&b->flow.fold, m.at[2].from, m.at[2].to);
	if (digits.n)
		d->number = str_fmt(x->a, "%.*s/%.*s", SF(digits), SF(d->symbol));
	else
		add_blank(x, "number", b, m.at[0].from, m.at[0].to);
}

static void find_place_date(struct cx *x, const struct block *b)
{
	struct document *d = &x->f->document;
	str t = b->flow.fold.text;
	struct match m;
	if (d->date.year || !pat_find(x->ps, "([a-z][a-z .-]{1,40}?), ?ngay[ ._]*(\\d{0,2})[ ._]*thang[ ._]*(\\d{0,2})[ ._]*nam[ ._]*(\\d{4})", t, 0, &m))
		return;
	/* the place stands at the end of what is before the comma, behind a number on the same line */
	size_t from = m.at[1].from;
	str before = match_str(&m, 1, t);
	struct match k;
	if (pat_find(x->ps, ".*(?:  |[-/&][a-z]+ )(?=[a-z])", before, 0, &k))
		from += k.at[0].to;
	size_t byte = b->flow.fold.at[from];
	if (!char_is_upper(utf8_next(b->flow.text, &byte)) || pat_has(x->ps, "^ ?can cu|^ ?thuc hien|^ ?theo", t))
		return;
	d->place = str_trim(fold_src(&b->flow.fold, from, m.at[1].to));
	str day = match_str(&m, 2, t), month = match_str(&m, 3, t);
	struct date got = { year_of(match_str(&m, 4, t)), 0, 0 };
	for (size_t i = 0; i < month.n; i++)
		got.month = got.month * 10 + (month.p[i] - '0');
	for (size_t i = 0; i < day.n && got.month; i++)
		got.day = got.day * 10 + (day.p[i] - '0');
	if (!date_valid(got))
		got = (struct date){ got.year, 0, 0 };
	d->date = got;
	if (!day.n || !month.n)
		add_blank(x, "day", b, from, m.at[0].to);
}

static bool line_begins(const struct flow *w, size_t at)
{
	for (size_t i = 1; i < w->marks.n; i++)
		if (w->marks.at[i].at == w->fold.at[at])
			return w->marks.at[i].from.line != w->marks.at[i - 1].from.line;
	return false;
}

/* The name as the text prints it, where it does: "Sở Công Thương", not what capitals allow to guess. */
static str as_printed(struct cx *x, str name, size_t from)
{
	str folded = fold_plain(x->a, name);
	for (size_t i = from; i < x->blocks.n && i < from + 20; i++) {
		const struct flow *w = &x->blocks.at[i].flow;
		for (size_t at = 0; (at = str_find(w->fold.text, folded, at)) < w->fold.text.n; at++) {
			str src = fold_src(&w->fold, at, at + folded.n);
			size_t first = 0;
			if (char_is_upper(utf8_next(src, &first)) && str_eq(sentence_case(x, src), src))
				return src;
		}
	}
	return name;
}

/* Who sends it: the capitals above the number, beside the Quốc hiệu; the upper one is the parent body. */
static void find_letterhead(struct cx *x, size_t until, size_t body)
{
	strs found = { 0 };
	struct match m;
	for (size_t i = 0; i < until; i++) {
		const struct block *b = &x->blocks.at[i];
		if (b->table)
			continue;
		str t = b->flow.fold.text;
		size_t from = 0, end = t.n;
		for (size_t k = 0; k <= t.n; k++) {             /* line by line */
			/* a line of the file, or of the paragraph; two columns on one line are parted by many spaces */
			bool cut = k == t.n || b->flow.text.p[b->flow.fold.at[k]] == '\n' || (k > from && line_begins(&b->flow, k));
			if (!cut)
				continue;
			str line = str_sub(t, from, k);
			end = k;
			if (pat_find(x->ps, "cong ?hoa xa hoi chu nghia|doc lap ?- ?tu do| {2,}so ?:|^ ?so ?:|, ?ngay", line, 0, &m))
				end = from + m.at[0].from;
			str name = trim_marks(fold_src(&b->flow.fold, from, end));
			str folded = str_trim(str_sub(t, from, end));
			if (name.n && pat_has(x->ps, "^(?:ubnd|uy ban nhan dan|so|ban quan ly|ban|bo|cuc|chi cuc|tinh|thanh pho|huyen|xa|phuong|dac khu|thi (?:xa|tran)|quan|van phong|thanh tra|hoi dong|vien|truong|trung tam)\\b", folded) &&
			    folded.n < 90 && !pat_has(x->ps, "^so ?:", folded) && str_eq(sentence_case(x, name), name) == false) {
				bool part = found.n && pat_has(x->ps, "^(?:tinh|thanh pho|huyen|xa|phuong|dac khu|thi (?:xa|tran)|quan)\\b", folded) &&
				            pat_has(x->ps, "^(?:ubnd|uy ban nhan dan|hdnd)$", fold_plain(x->a, found.at[found.n - 1]));
				if (part)
					found.at[found.n - 1] = str_fmt(x->a, "%.*s %.*s", SF(found.at[found.n - 1]), SF(name));
				else if (found.n < 3)
					*vec_add(x->a, &found) = name;
			}
			from = k < t.n && t.p[k] != ' ' ? k : k + 1;
		}
	}
	struct document *d = &x->f->document;
	if (found.n > 1)
		d->parent = sentence_case(x, found.at[found.n - 2]);
	if (found.n)
		d->issuer = body_name(x, as_printed(x, sentence_case(x, found.at[found.n - 1]), body));
}

/* -- who "xây dựng" or "báo cáo" --------------------------------------------------------------------- */


/* The folded text in which "Xây dựng" of "Sở Xây dựng" can be told from the verb: its capital is '#'. */
static str verbs_only(struct cx *x, const struct flow *w)
{
	str t = str_copy(x->a, w->fold.text);
	struct match m;
	for (size_t at = 0; pat_find(x->ps, "\\b(?:xay dung|ban hanh|bao cao|trien khai|lap)\\b", w->fold.text, at, &m); at = m.at[0].to) {
		size_t byte = w->fold.at[m.at[0].from];
		if (char_is_upper(utf8_next(w->text, &byte)))
			((char *)(uintptr_t)t.p)[m.at[0].from] = '#';
	}
	return t;
}

static void find_author(struct cx *x, size_t from)
{
	struct document *d = &x->f->document;
	struct match m;
	for (size_t i = from; i < x->blocks.n && i < from + 12 && !d->issuer.n; i++) {
		const struct block *b = &x->blocks.at[i];
		str t = verbs_only(x, &b->flow);
		if (b->table || !pat_find(x->ps, "(?:^ ?|[,;.:] )(" BODY "(?:,? [a-z#-]+){0,12}?),? (?:xay dung|ban hanh|bao cao|de ra|trien khai|lap) (?:cac )?(?:ke hoach|viec|ket qua|tinh hinh|nhung nhiem vu|bao cao|phuong an|mot so)", t, 0, &m))
			continue;
		size_t byte = b->flow.fold.at[m.at[1].from];
		if (char_is_upper(utf8_next(b->flow.text, &byte)))
			d->issuer = body_name(x, flow_text(&b->flow, m.at[1].from, m.at[1].to));
	}
	/* "UBND xã" is named in the title: "… của xã Cẩm Dương" */
	str folded = fold_plain(x->a, d->issuer);
	if (d->issuer.n && pat_has(x->ps, "^uy ban nhan dan (?:xa|phuong|huyen|tinh|dac khu|thi xa|thanh pho|quan|thi tran)$", folded)) {
		struct fold title = fold_open(x->a, d->title);
		str kind = str_sub(folded, 16, folded.n);
		size_t at = str_find(title.text, str_fmt(x->a, "%.*s ", SF(kind)), 0);
		size_t end = at + kind.n + 1, words = 0;
		while (at < title.text.n && end < title.text.n && words < 4) {
			size_t byte = title.at[end];
			if (!char_is_upper(utf8_next(d->title, &byte)))
				break;
			while (end < title.text.n && title.text.p[end] != ' ')
				end++;
			end++;
			words++;
		}
		if (words)
			d->issuer = str_fmt(x->a, "%.*s%.*s", SF(str_sub(d->issuer, 0, d->issuer.n)),
			                    SF(fold_src(&title, at + kind.n, end > title.text.n ? title.text.n : end - 1)));
	}
}

/* -- title and years --------------------------------------------------------------------------------- */

/* "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH …" below the title of a decision: who decides. In capitals, else it is part of a title. */
static bool decides(struct cx *x, const struct block *b)
{
	return pat_has(x->ps, "^ ?(?:chu tich|giam doc|bo truong|truong ban|cuc truong|uy ban nhan dan|hoi dong nhan dan)\\b", b->flow.fold.text) &&
	       !str_eq(sentence_case(x, str_trim(b->flow.text)), str_trim(b->flow.text));
}

static bool ends_title(struct cx *x, const struct block *b)
{
	static const char *const words[] = {
		"can cu", "thuc hien quyet dinh", "thuc hien ke hoach", "thuc hien van ban", "thuc hien cong van", "thuc hien chi thi",
		"thuc hien nghi quyet", "thuc hien thong bao", "thuc hien chuong trinh", "tren co so", "nham ", "xet ", "kinh gui", "theo ",
		"de kip thoi", "de khac phuc", "de thuc hien", "(", "1. ", "1) ", "a. ", "a) ", "so:", "so :", "dieu #.", "dieu #:", "nam ####,", "thoi gian qua",
	};
	str t = b->flow.fold.text;
	return b->table || b->item || t.n > 400 || STR_OPENS(t, t.n && t.p[0] == ' ', words) || kind_of(x, b) != DOC_UNKNOWN ||
	       decides(x, b) ||
	       pat_has(x->ps, "^ ?(?:phan )?[ivx]{1,4}[.)] ", t) ||
	       pat_has(x->ps, "^ ?" BODY "(?:,? [a-z-]+){0,12} (?:xay dung|ban hanh|bao cao|de ra) (?:ke hoach|ket qua|viec|tinh hinh)", t);
}

/* The block after the last of the title. */
static size_t find_title(struct cx *x, size_t at, str *title, struct source *source)
{
	str t = { 0 };
	size_t i = at;
	for (; i < x->blocks.n && i < at + 5 && !ends_title(x, &x->blocks.at[i]); i++) {
		const struct block *b = &x->blocks.at[i];
		if (t.n && b->section != x->blocks.at[at].section)
			break;
		if (!t.n)
			*source = flow_at(&b->flow, 0);
		str one = clean(x, b->flow.text);
		t = t.n ? str_fmt(x->a, "%.*s %.*s", SF(t), SF(one)) : one;
	}
	*title = t;
	return i;
}

/* The year whose index lost the points, out of a title: not the year of mending ("trong 6 tháng đầu năm 2024",
 * "nâng cao Chỉ số … năm 2025"). */
static int losses_year(struct cx *x, str title, bool *sure)
{
	str t = fold_plain(x->a, title);
	struct match m;
	int fallback = 0;
	*sure = false;
	for (size_t at = 0; pat_find(x->ps, "nam (\\d{4})(?!\\d)", t, at, &m); at = m.at[0].to) {
		str before = str_sub(t, m.at[0].from > 90 ? m.at[0].from - 90 : 0, m.at[0].from);
		int year = year_of(match_str(&m, 1, t));
		if (pat_has(x->ps, "(?:thang(?: dau| cuoi)?|quy [ivx\\d]+,?|trong|den|cuoi|giai doan) $", before))
			continue;
		if (pat_has(x->ps, "nang cao[^.;]*$", before) && !pat_has(x->ps, "(?:ton tai|bi tru|tham dinh)[^.;]*nang cao[^.;]*(?:ton tai|bi tru)[^.;]*$", before) && fallback)
			continue;
		if (pat_has(x->ps, "(?:tham dinh|danh gia|xac dinh|bi tru diem|chi so|kiem tra)[^.;]*$", before)) {
			*sure = true;
			if (!pat_has(x->ps, "nang cao[^.;]*$", before))
				return year;
		}
		fallback = fallback ? fallback : year;
	}
	return fallback;
}

static void find_cycle(struct cx *x, size_t body)
{
	struct document *d = &x->f->document;
	bool sure;
	d->cycle_year = losses_year(x, d->title, &sure);
	if (sure && !(d->date.year && d->cycle_year >= d->date.year))
		return;
	/* the document whose result it answers says which index it was */
	struct match m;
	for (size_t i = body; i < x->blocks.n && i < body + 6; i++) {
		str t = x->blocks.at[i].flow.fold.text;
		if (!x->blocks.at[i].table && pat_find(x->ps, "(?:ket qua|chi so|tham dinh|danh gia|xac dinh|phe duyet|cong bo|diem)[^.;]{0,140}? nam (\\d{4})(?!\\d)", t, 0, &m)) {
			int year = year_of(match_str(&m, 1, t));
			if (!d->cycle_year || (year < d->cycle_year && year + 2 >= d->cycle_year)) {
				d->cycle_year = year;
				return;
			}
		}
	}
}

/* "Kỳ báo cáo từ ngày 15/12/2025 đến hết ngày 14/12/2026": said in so many words. */
static void find_period_said(struct cx *x)
{
	struct document *d = &x->f->document;
	struct match m;
	size_t at, end;
	for (size_t i = 0; i < x->blocks.n && !d->period_to.year; i++) {
		str s = x->blocks.at[i].flow.fold.text;
		struct date from, to;
		if (!x->blocks.at[i].table && pat_find(x->ps, "\\bky bao cao[^.;\\d]{0,30} tu (?:ngay )?(?=\\d)", s, 0, &m) &&
		    date_find(x->ps, s, m.at[0].to, &at, &end, &from) && date_find(x->ps, s, end, &at, &end, &to) && from.day && to.day) {
			d->period_from = from;
			d->period_to = to;
		}
	}
}

/* Report periods end on the 14th: domain.md 2. */
static void find_period(struct cx *x)
{
	struct document *d = &x->f->document;
	str t = fold_plain(x->a, d->title);
	struct match m;
	int year;
	if (pat_find(x->ps, "(6|9|sau|chin) thang(?: dau)?(?: nam)? (\\d{4})", t, 0, &m) && (year = year_of(match_str(&m, 2, t)))) {
		str n = match_str(&m, 1, t);
		d->period_from = (struct date){ year - 1, 12, 15 };
		d->period_to = (struct date){ year, str_eq(n, S("6")) || str_eq(n, S("sau")) ? 6 : 9, 14 };
	} else if (pat_find(x->ps, "quy (iv|i{1,3}|[1-4])[ /,]*(?:nam )?(\\d{4})", t, 0, &m) && (year = year_of(match_str(&m, 2, t)))) {
		str q = match_str(&m, 1, t);
		int n = q.p[0] <= '9' ? q.p[0] - '0' : roman_of(q);
		d->period_from = n == 1 ? (struct date){ year - 1, 12, 15 } : (struct date){ year, n * 3 - 3, 15 };
		d->period_to = (struct date){ year, n * 3, 14 };
	}
	find_period_said(x);
	size_t at, end;
	for (size_t i = 0; i < x->blocks.n && !d->as_of.year; i++) {
		str s = x->blocks.at[i].flow.fold.text;
		struct date got;
		if (!x->blocks.at[i].table && str_find(s, S(" den "), 0) < s.n && pat_find(x->ps, "(?:so lieu|cap nhat|tinh)[^.;]{0,20} den (?:het )?(?:ngay )?(?=\\d)", s, 0, &m) &&
		    date_find(x->ps, s, m.at[0].to, &at, &end, &got) && at <= m.at[0].to + 5)
			d->as_of = got;
	}
}

static void find_attached(struct cx *x)
{
	struct document *d = &x->f->document;
	struct match m;
	for (size_t i = 0; i < x->blocks.n && !d->attached_to.present; i++) {
		const struct block *b = &x->blocks.at[i];
		str t = b->flow.fold.text;
		bool own = b->annex && d->kind != DOC_ANNEX && d->kind != DOC_UNKNOWN;         /* an annex of this very document */
		if (b->table || own || t.n > 500 || str_find(t, S("kem theo"), 0) == t.n || !pat_find(x->ps, "\\( ?(?:ban hanh |gui |dinh )?kem theo (ke hoach|bao cao|quyet dinh|cong van|van ban)[^)]*", t, 0, &m))
			continue;
		str kind = match_str(&m, 1, t), all = match_str(&m, 0, t);
		d->attached_to.present = true;
		d->attached_to.kind = kind.p[0] == 'k' ? DOC_PLAN : kind.p[0] == 'b' ? DOC_REPORT
		                                                  : kind.p[0] == 'q' ? DOC_DECISION : DOC_LETTER;
		struct match k;
		size_t base = m.at[0].from, at, end;
		if (d->kind == DOC_ANNEX && !d->issuer.n && pat_find(x->ps, "\\bcua ((?:so|ubnd|uy ban|van phong|thanh tra|ban|phong|chi cuc|trung tam)[^,;)]*)", all, 0, &k))
			d->issuer = body_name(x, fold_src(&b->flow.fold, m.at[0].from + k.at[1].from, m.at[0].from + k.at[1].to));
		if (pat_find(x->ps, "(?:/ ?|so )([a-zd]{1,8}(?:[-&][a-zd\\d&]{1,12})+)", all, 0, &k))
			d->attached_to.symbol = fold_src(&b->flow.fold, base + k.at[1].from, base + k.at[1].to);
		date_find(x->ps, all, 0, &at, &end, &d->attached_to.date);
		if (pat_has(x->ps, "so[ .…_]*/", all))
			add_blank(x, "number", b, m.at[0].from, m.at[0].to);
		if (pat_has(x->ps, "ngay[ ._]*(?:thang|/)", all))
			add_blank(x, "day", b, m.at[0].from, m.at[0].to);
	}
	if (d->kind == DOC_ANNEX && d->attached_to.present && !d->date.year)
		d->date = d->attached_to.date;
}

/* -- the foot ---------------------------------------------------------------------------------------- */

static bool is_name(struct cx *x, const struct block *b)
{
	str s = str_trim(b->flow.text);
	if (s.n < 6 || s.n > 50 || !pat_has(x->ps, "^ ?[a-z]+(?: +[a-z]+){1,4} ?$", b->flow.fold.text))
		return false;
	struct fold f = fold_open(x->a, s);
	size_t capitals = 0, words = 0;
	for (size_t i = 0; i < f.text.n; i++) {
		size_t at = f.at[i];
		bool begins = f.text.p[i] != ' ' && (!i || f.text.p[i - 1] == ' ');
		bool upper = char_is_upper(utf8_next(s, &at));
		words += begins;
		if (begins && !upper)
			return false;
		capitals += upper;
	}
	return words >= 2 && capitals == words;
}

#define TITLES "(?:pho |quyen )?(?:giam doc|chu tich|chanh van phong|truong (?:ban|phong)|thu truong|chanh thanh tra|cuc truong|chi cuc truong|vien truong|bi thu|hieu truong)(?: so| ubnd\\S*| uy ban nhan dan)?"

static void find_foot(struct cx *x)
{
	struct document *d = &x->f->document;
	size_t at = x->blocks.n;
	for (size_t i = 0; i < x->blocks.n && at == x->blocks.n; i++)
		if (!x->blocks.at[i].table && pat_has(x->ps, "^ ?noi nhan ?:?", x->blocks.at[i].flow.fold.text))
			at = i;
	struct match m;
	size_t i = at;
	for (; i < x->blocks.n && i < at + 40; i++) {
		const struct block *b = &x->blocks.at[i];
		str t = b->flow.fold.text;
		if (b->table || (i > at && kind_of(x, b) != DOC_UNKNOWN))
			break;
		if (i == at || pat_has(x->ps, "^ *-", t) || b->item) {
			/* "Nơi nhận:  GIÁM ĐỐC": both columns on one line; or the whole list in one paragraph */
			size_t from = i == at && pat_find(x->ps, "noi nhan ?:?", t, 0, &m) ? m.at[0].to : b->label;
			if (pat_find(x->ps, "((?:tm|kt|tl|tuq|q)\\. ?[a-z ]+|" TITLES ") *$", t, from, &m) && !b->item) {
				str said = flow_text(&b->flow, m.at[1].from, m.at[1].to);
				if (!d->signatory.title.n)
					d->signatory.title = said;
				d->signatory.present = true;
				continue;
			}
			for (size_t k = from; k < t.n;) {
				size_t end = k + 1;
				while (end < t.n && b->flow.text.p[b->flow.fold.at[end]] != '\n')
					end++;
				str one = trim_marks(flow_text(&b->flow, k, end));
				while (one.n && one.p[one.n - 1] == '.')
					one.n--;
				if (one.n)
					*vec_add(x->a, &d->recipients) = one_line(x->a, one);
				k = end + 1;
			}
			continue;
		}
		for (size_t k = 0; k < t.n;) {                  /* signature: line by line */
			size_t end = k;
			while (end < t.n && b->flow.text.p[b->flow.fold.at[end]] != '\n')
				end++;
			str line = str_sub(t, k, end);
			if (pat_has(x->ps, "^ *(?:tm|kt|tl|tuq|q)\\. ?", line)) {
				struct match two;
				size_t cut = end;
				if (pat_find(x->ps, " (" TITLES ") *$", line, 8, &two) && !pat_has(x->ps, "^ *(?:kt|q|tl|tuq)\\. ?[a-z]+ [a-z]+ *$", line))
					cut = k + two.at[0].from;
				d->signatory.authority = flow_text(&b->flow, k, cut);
				if (cut < end)
					d->signatory.title = flow_text(&b->flow, cut, end);
				d->signatory.present = true;
			} else if (pat_has(x->ps, "^ *" TITLES " *$", line)) {
				d->signatory.title = flow_text(&b->flow, k, end);
				d->signatory.present = true;
			}
			k = end + 1;
		}
		if (is_name(x, b)) {
			d->signatory.name = str_trim(b->flow.text);
			d->signatory.present = true;
			break;
		}
	}
}

static void run(struct cx *x)
{
	struct document *d = &x->f->document;
	size_t limit = x->blocks.n < HEAD_BLOCKS ? x->blocks.n : HEAD_BLOCKS, kind = limit;
	for (size_t i = 0; i < limit; i++) {
		const struct block *b = &x->blocks.at[i];
		if (b->table)
			break;
		find_number(x, b);
		find_place_date(x, b);
		enum doc_kind k = kind_of(x, b);
		if (k != DOC_UNKNOWN) {
			d->kind = k;
			kind = i;
			break;
		}
		struct match m;
		/* the kind and the title in one paragraph: "KẾ HOẠCH khắc phục …" */
		if (pat_at(x->ps, " ?(ke hoach|bao cao|quyet dinh)\\s+(?=\\S)", b->flow.fold.text, 0, &m) && b->flow.fold.text.n < 400 && i < 12) {
			size_t at = b->flow.fold.at[m.at[1].from + 1];
			if (char_is_upper(utf8_next(b->flow.text, &at))) {
				str k1 = match_str(&m, 1, b->flow.fold.text);
				d->kind = k1.p[0] == 'k' ? DOC_PLAN : k1.p[0] == 'b' ? DOC_REPORT : DOC_DECISION;
				d->title = clean(x, flow_text(&b->flow, m.at[0].to, b->flow.fold.text.n));
				d->source = flow_at(&b->flow, m.at[0].to);
				kind = i;
				break;
			}
		}
		if (pat_has(x->ps, "^ ?kinh gui ?:", b->flow.fold.text)) {
			d->kind = DOC_LETTER;
			kind = i;
			break;
		}
	}
	size_t body = kind < limit ? kind + 1 : 0;
	if (!d->title.n && kind < limit)
		body = find_title(x, kind + 1, &d->title, &d->source);
	else if (!d->title.n && x->blocks.n && x->blocks.at[0].heading)
		body = find_title(x, 0, &d->title, &d->source);    /* of no known kind: its first heading */
	find_letterhead(x, kind < limit ? kind : 0, body);
	find_author(x, body);
	find_foot(x);
	find_attached(x);
	find_period(x);
	find_cycle(x, body);
	x->year = d->date.year ? d->date.year : d->period_to.year ? d->period_to.year : d->as_of.year;
}

const struct finder find_head = { "đầu và cuối văn bản", "Nghị định 30/2020/NĐ-CP, Phụ lục I; seeds 000-004", run };
