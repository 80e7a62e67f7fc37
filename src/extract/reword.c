#include "extract/reword.h"
#include "extract/flow.h"

enum { SENTENCES_MAX = 60, LETTERS = 26, LONGEST = 4096 };        /* LONGEST: what is longer is not put another way (nor read as a rule) */

struct draft {
	struct arena *a;
	struct pats  *ps;
	points        max;
	strs          lines;               /* of the cell, without what marks them as items */
	strs          sentences;
	str           letter[LETTERS];     /* what a letter stands for: "a là tổng số …" */
	str           about;               /* "tỷ lệ phòng, đơn vị được kiểm tra": what the bounds are about */
	strs          inputs;
};

/* -- lines and sentences ----------------------------------------------------------------------------- */

static str without_bullet(struct arena *a, struct pats *ps, str line)
{
	struct fold f = fold_open(a, line);
	struct match m;
	bool item = pat_at(ps, " *(?:[-+*?] *|\\d{1,2}\\) *|[a-e]\\) *)(?=[a-z0-9\"?<>(])", f.text, 0, &m) &&
	            !pat_at(ps, " *\\? *\\d", f.text, 0, &m);
	return str_trim(item ? fold_src(&f, m.at[0].to, f.text.n) : line);
}

static str without_end(str s)
{
	s = str_trim(s);
	while (s.n && strchr(".;,", s.p[s.n - 1]))
		s = str_trim(str_sub(s, 0, s.n - 1));
	return s;
}

static bool begins_small(str s)
{
	size_t at = 0;
	uint32_t c = s.n ? utf8_next(s, &at) : 0;
	char f = fold_char(c);
	return f >= 'a' && f <= 'z' && !char_is_upper(c);
}

/* A line goes on where the one above did not end, and where points follow a colon: a PDF breaks cells into lines as wide as they are. */
static bool goes_on(struct draft *d, str above, str bullet, str line)
{
	char end = above.n ? above.p[above.n - 1] : '.';
	if (end == ':')
		return pat_has(d->ps, "^\\d+(?:[.,]\\d+)? ?(?:diem|d)\\b", fold_plain(d->a, line));
	return line.n == bullet.n && begins_small(line) && !strchr(".;", end);
}

static void read_lines(struct draft *d, str text)
{
	for (size_t from = 0; from <= text.n;) {
		size_t end = str_find(text, S("\n"), from);
		str line = str_trim(str_sub(text, from, end)), plain = without_bullet(d->a, d->ps, line);
		from = end + 1;
		if (!without_end(plain).n || str_eq(plain, S("-")))
			continue;
		str *last = d->lines.n ? &d->lines.at[d->lines.n - 1] : NULL;
		if (last && goes_on(d, *last, plain, line))
			*last = str_fmt(d->a, "%.*s %.*s", SF(*last), SF(plain));
		else
			*vec_add(d->a, &d->lines) = one_line(d->a, plain);
	}
}

static str joined(struct arena *a, const strs *s, str between)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s->n; i++) {
		buf_put(&b, i ? between : S(""));
		buf_put(&b, without_end(s->at[i]));
	}
	return buf_str(&b);
}

/* "… 1 điểm. Thiếu …; trừ …": at ";" and where a sentence ends before a capital. */
static void read_sentences(struct draft *d)
{
	struct match m;
	for (size_t i = 0; i < d->lines.n; i++) {
		struct fold f = fold_open(d->a, d->lines.at[i]);
		size_t from = 0;
		for (size_t at = 0; d->sentences.n < SENTENCES_MAX && pat_find(d->ps, ";|\\.(?= )", f.text, at, &m); at = m.at[0].to) {
			size_t next = m.at[0].to + (f.text.p[m.at[0].from] == '.'), byte = f.at[next < f.text.n ? next : f.text.n];
			if (f.text.p[m.at[0].from] == '.' && !char_is_upper(utf8_next(f.src, &byte)))
				continue;
			*vec_add(d->a, &d->sentences) = without_end(fold_src(&f, from, m.at[0].from));
			from = m.at[0].to;
		}
		str rest = without_end(fold_src(&f, from, f.text.n));
		if (rest.n)
			*vec_add(d->a, &d->sentences) = rest;
	}
}

/* -- putting a text another way ------------------------------------------------------------------------ */

/* Each hit of the pattern is replaced; "\1" in `with` is what the group took. */
static str put(struct draft *d, str text, const char *pattern, const char *with)
{
	struct fold f = fold_open(d->a, text);
	struct buf b = buf_open(d->a);
	struct match m;
	size_t done = 0;
	for (size_t at = 0; at <= f.text.n && pat_find(d->ps, pattern, f.text, at, &m); at = m.at[0].to + (m.at[0].to == m.at[0].from)) {
		buf_put(&b, fold_src(&f, done, m.at[0].from));
		for (const char *p = with; *p; p++) {
			if (*p >= '\1' && *p < '\1' + PAT_GROUPS - 1) {
				if (match_has(&m, *p))
					buf_put(&b, fold_src(&f, m.at[(int)*p].from, m.at[(int)*p].to));
			} else {
				buf_put(&b, (str){ p, 1 });
			}
		}
		done = m.at[0].to;
	}
	buf_put(&b, fold_src(&f, done, f.text.n));
	return done ? str_trim(buf_str(&b)) : text;
}

#define RATE "(\\d{1,3}(?:[.,]\\d{1,3})?) ?%"
#define FULL "(?:diem toi da|so diem toi da|diem chuan|diem toi da cua tieu chi)"

/* What bounds, points and formulas are said with around the words that count. Over one sentence, in this order. */
static const struct { const char *pattern, *with; } ways[] = {
	{ " *\\((?:toi da|diem toi da|khong qua|nhieu nhat|cao nhat)[^()]{0,40}\\)", "" },
	{ "(?:thi |duoc )?(?:khong (?:co|duoc|tinh|cham|cho) diem|khong duoc tinh diem)", ": 0 điểm" },
	{ "(?:,? ?thi )(?=(?:duoc )?tinh|tinh|" FULL "|\\d)", ": " },
	{ "^(?:neu )?(?:(?:dat|hoan thanh|thuc hien|co|xu ly|giai quyet) )*(?:ty le )?(?:dat )?tu " RATE " [a-z, ]{1,50}?tro len", "từ \1% trở lên" },
	{ "(?:duoc |thi )?tinh (?:diem )?theo (?:cong thuc|ty le|ty le %|ty le thuc te)$", ": tỷ lệ × điểm tối đa" },
	{ "^(?:dieu tra xa hoi hoc|khao sat) ?[:,] ?(?:diem ?= ?)?(?=ty le)", "Khảo sát: " },
	{ "^(?:(?:hoi dong|doan|to|co quan|don vi)(?: tham dinh| danh gia| cham diem| thuc hien)*,? )+(?:danh gia,? ?)?(?=cham tu)", "" },
};

static str plainly(struct draft *d, str sentence)
{
	for (size_t i = 0; i < COUNT(ways); i++)
		sentence = put(d, sentence, ways[i].pattern, ways[i].with);
	return without_end(sentence);
}

/* -- what is only said around ------------------------------------------------------------------------- */

/* "Trong đó: a là tổng số …", "b là số …": what letters stand for. */
static bool defines(struct draft *d, str sentence)
{
	struct fold f = fold_open(d->a, sentence);
	struct match m;
	bool any = false;
	size_t from = 0;
	if (pat_at(d->ps, " *(?:trong do|voi|o day) ?[:,]? ?", f.text, 0, &m))
		from = m.at[0].to;
	while (from < f.text.n && pat_at(d->ps, "[\"']?([a-z])[\"']? ?(?:la|:|=) ?(.+?)(?=[,;]? (?:va )?[\"']?[a-z][\"']? ?(?:la|:|=) |$)", f.text, from, &m)) {
		d->letter[f.text.p[m.at[1].from] - 'a'] = trim_marks(fold_src(&f, m.at[2].from, m.at[2].to));
		from = m.at[0].to;
		while (from < f.text.n && strchr(",; ", f.text.p[from]))
			from++;
		if (pat_at(d->ps, "va ", f.text, from, &m))
			from = m.at[0].to;
		any = true;
	}
	return any;
}

/* "Tính tỷ lệ % phòng, đơn vị được kiểm tra": says what is measured, gives no points. */
static bool introduces(struct draft *d, str sentence)
{
	str t = fold_plain(d->a, sentence);
	struct match m;
	if (pat_has(d->ps, "\\d ?(?:diem|d\\b)|diem toi da|\\d ?%.*:|khong phat sinh|tru |cham tu|ty le.* [x*?] |:.*\\d|/", t))
		return false;
	struct fold f = fold_open(d->a, sentence);
	if (pat_at(d->ps, " *(?:tinh|xac dinh|cham)? ?(?:diem theo )?(ty le)(?: %| phan tram)? ?(?:giua |cua )?(?:so )?(.+)", f.text, 0, &m) && !d->about.n)
		d->about = without_end(fold_src(&f, m.at[2].from, m.at[2].to));
	return true;
}

/* What a part is called in front of "×": "số tồn tại đã khắc phục" -> "tồn tại đã khắc phục". */
static str counted(struct draft *d, str what)
{
	return put(d, trim_marks(what), "^(?:tong )?(?:so )?(?:luong )?", "");
}

static void name_inputs(struct draft *d, str part, str whole)
{
	d->inputs.n = 0;
	*vec_add(d->a, &d->inputs) = trim_marks(part);
	*vec_add(d->a, &d->inputs) = trim_marks(whole);
}

#define FRACTION "[(\\[] ?((?:tong )?so [^()/?*]+?) ?(?:/|:|chia(?: cho)?) ?((?:tong )?so [^()/?*]+?) ?[)\\]](?= *[x*?])"

/* "(b/a) × điểm tối đa", "(số … / tổng số …) x 2 điểm": part over whole; "tỷ lệ b/a" in a bound. */
static str fractions(struct draft *d, str s)
{
	struct fold f = fold_open(d->a, s);
	struct match m;
	if (pat_find(d->ps, "(?:ty le )?[(\\[]? ?\\b([a-z]) ?/ ?([a-z])\\b ?[)\\]]?", f.text, 0, &m)) {
		str part = d->letter[f.text.p[m.at[1].from] - 'a'], whole = d->letter[f.text.p[m.at[2].from] - 'a'];
		if (!part.n || !whole.n)
			return s;
		name_inputs(d, part, whole);
		str what = counted(d, part);
		bool product = pat_at(d->ps, " *[x*?]", f.text, m.at[0].to, &(struct match){ 0 });
		return str_fmt(d->a, "%.*s%s%.*s%.*s", SF(fold_src(&f, 0, m.at[0].from)), product ? "tỷ lệ " : "tỷ lệ", SF(product ? what : S("")),
		               SF(fold_src(&f, m.at[0].to, f.text.n)));
	}
	if (pat_find(d->ps, FRACTION, f.text, 0, &m)) {
		str part = fold_src(&f, m.at[1].from, m.at[1].to), whole = fold_src(&f, m.at[2].from, m.at[2].to), what = counted(d, part);
		name_inputs(d, part, whole);
		return str_fmt(d->a, "%.*stỷ lệ %.*s%.*s", SF(fold_src(&f, 0, m.at[0].from)), SF(what), SF(fold_src(&f, m.at[0].to, f.text.n)));
	}
	return s;
}

/* "Từ 80% trở lên: 2 điểm; dưới 80%: (tỷ lệ …/80%) × 2 điểm" is a target. */
static str target(struct draft *d, str all)
{
	struct fold f = fold_open(d->a, all);
	struct match m;
	if (!pat_at(d->ps, "tu " RATE " tro len ?: ?[^;]+; ?duoi " RATE " ?: ?(?:tinh theo cong thuc ?:? ?)?[(\\[]? ?(ty le [^()/]+?) ?/ ?" RATE " ?[)\\]]? ?[x*?] ?(?:" FULL "|\\d[^;]*) *$", f.text, 0, &m))
		return all;
	str top = match_str(&m, 1, f.text), low = match_str(&m, 2, f.text), under = match_str(&m, 4, f.text);
	if (!str_eq(top, low) || !str_eq(top, under))
		return all;
	return str_fmt(d->a, "%.*s / %.*s%% × điểm tối đa", SF(fold_src(&f, m.at[3].from, m.at[3].to)), SF(top));
}

/* -- steps that add up --------------------------------------------------------------------------------- */

/* Steps of which each gives points, together the maximum: what is met is added up. Empty: they are none such. */
static str checklist(struct draft *d, const strs *steps)
{
	struct buf b = buf_open(d->a);
	struct match m;
	points sum = 0, one;
	buf_put(&b, S("Tổng điểm các mục đạt: "));
	for (size_t i = 0; i < steps->n; i++) {
		struct fold f = fold_open(d->a, steps->at[i]);
		if (!pat_at(d->ps, "(.*[a-z)\"%]) ?[:=] ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d)?$", f.text, 0, &m) ||
		    !points_of_figure(figure_parse(fold_src(&f, m.at[2].from, m.at[2].to)), &one) || one <= 0)
			return (str){ 0 };
		sum += one;
		str item = fold_src(&f, m.at[1].from, m.at[1].to), p = points_vi(d->a, one);
		buf_fmt(&b, "%s%.*s %.*s", i ? "; " : "", SF(item), SF(p));
	}
	return steps->n > 1 && sum == d->max ? buf_str(&b) : (str){ 0 };
}

/* -- all of it ----------------------------------------------------------------------------------------- */

static bool reads(struct draft *d, str text, struct reworded *ret, bool changed)
{
	struct rule *r = NULL;
	struct err e = { 0 };
	struct fault where = { 0 };
	if (!rule_parse(d->a, text, d->max, &r, &where, &e)) {
		if (!changed) {
			ret->error = e;
			ret->where = where;
		}
		return false;
	}
	ret->rule = r;
	ret->text = rule_print(d->a, r);
	ret->changed = changed;
	ret->inputs = d->inputs;
	return true;
}

struct reworded reword(struct arena *a, struct pats *ps, str text, points max)
{
	struct draft d = { .a = a, .ps = ps, .max = max };
	struct reworded ret = { 0 };
	read_lines(&d, text);
	ret.text = joined(a, &d.lines, S("\n"));
	struct buf said = buf_open(a);
	for (size_t i = 0; i < d.lines.n; i++)
		buf_fmt(&said, "%s%.*s", i ? " " : "", SF(d.lines.at[i]));
	ret.said = buf_str(&said);
	/* a fraction in words names its figures: better than to read it as any rate */
	if (ret.text.n > LONGEST) {
		(void)reads(&d, ret.text, &ret, false);
		return ret;
	}
	bool fraction = pat_has(ps, FRACTION, fold_plain(a, ret.text));
	if (!ret.text.n || (!fraction && reads(&d, ret.text, &ret, false)))
		return ret;

	read_sentences(&d);
	strs kept = { 0 };
	for (size_t i = 0; i < d.sentences.n; i++)
		if (!defines(&d, d.sentences.at[i]))
			*vec_add(a, &kept) = d.sentences.at[i];
	strs parted = { 0 };
	bool began = false;
	for (size_t i = 0; i < kept.n; i++) {
		if (!began && kept.n > 1 && introduces(&d, kept.at[i]))
			continue;
		began = true;
		/* commas part clauses too: "… được 1 điểm, từ 80% …" */
		str s = put(&d, fractions(&d, kept.at[i]), "(?<=diem|i da|thuc), (?=(?:neu )?(?:dat )?(?:tu|duoi|tren|khong) )", "; ");
		for (size_t from = 0; from < s.n;) {
			size_t end = str_find(s, S("; "), from);
			str one = plainly(&d, str_sub(s, from, end));
			from = end + 2;
			if (one.n)
				*vec_add(a, &parted) = one;
		}
	}
	str all = joined(a, &parted, S("; "));
	str list = checklist(&d, &parted);
	if ((list.n && reads(&d, list, &ret, true)) || reads(&d, all, &ret, true) || reads(&d, target(&d, all), &ret, true))
		return ret;
	if (fraction)
		(void)reads(&d, ret.text, &ret, false);
	return ret;
}
