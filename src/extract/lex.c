#include "extract/lex.h"

enum { PARTS_MAX = 6 };

#define CODE "\\d{1,2}[a-z]?(?: ?\\. ?\\d{1,2}[a-z]?){0,5}"

/* Behind the "7a" that stands at `at`, or 0. */
static size_t part_end(str t, size_t at)
{
	size_t end = at;
	while (end < t.n && end < at + 2 && t.p[end] >= '0' && t.p[end] <= '9')
		end++;
	if (end == at)
		return 0;
	return end < t.n && t.p[end] >= 'a' && t.p[end] <= 'z' ? end + 1 : end;
}

/* Up to the last part that no figure or word goes on behind: of "1.2,5" the 1. */
size_t code_span(str folded, size_t at)
{
	size_t end = part_end(folded, at), span = 0;
	for (int parts = 0; end && parts < PARTS_MAX; parts++) {
		char c = end < folded.n ? folded.p[end] : ' ';
		if (!strchr("0123456789%/,", c) && !(c >= 'a' && c <= 'z'))
			span = end - at;
		size_t dot = end + (c == ' '), next = dot + 1;
		if (dot >= folded.n || folded.p[dot] != '.')
			break;
		end = part_end(folded, next + (next < folded.n && folded.p[next] == ' '));
	}
	return span;
}

bool code_alone(str folded)
{
	size_t end = part_end(folded, 0);
	while (end && end < folded.n) {
		size_t dot = end + (folded.p[end] == ' '), next = dot + 1;
		if (dot >= folded.n || folded.p[dot] != '.')
			return false;
		if (next == folded.n)
			return dot == end;
		end = part_end(folded, next + (folded.p[next] == ' '));
	}
	return end > 0;
}

str code_clean(struct arena *a, str folded)
{
	char *p = make_n(a, char, folded.n + 1);
	str s = { p, 0 };
	for (size_t i = 0; i < folded.n; i++)
		if (folded.p[i] != ' ')
			p[s.n++] = folded.p[i];
	while (s.n && s.p[s.n - 1] == '.')
		s.n--;
	return s;
}

bool code_dotted(str code) { return memchr(code.p ? code.p : "", '.', code.n) != NULL; }

size_t code_depth(str code)
{
	size_t n = code.n > 0;
	for (size_t i = 0; i < code.n; i++)
		n += code.p[i] == '.';
	return n;
}

size_t criterion_span(struct pats *ps, str folded, size_t at, size_t *from, size_t *to)
{
	struct match m;
	if (!pat_at(ps, "(?:(?:doi voi )?(?:cac )?(?:tieu chi(?: thanh phan)?|tctp|tc|chi so thanh phan|linh vuc|muc|chi tieu)(?: so)?) ?(" CODE ")(?![\\d%/,a-z])\\.?",
	            folded, at, &m))
		return 0;
	*from = m.at[1].from;
	*to = m.at[1].to;
	return m.at[0].to - at;
}

/* -- dates ------------------------------------------------------------------------------------------- */

static int number_of(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n && i < 6; i++)
		n = s.p[i] >= '0' && s.p[i] <= '9' ? n * 10 + (s.p[i] - '0') : n;
	return n;
}

int year_of(str digits)
{
	int n = digits.n == 4 ? number_of(digits) : 0;
	return n >= 1990 && n <= 2100 ? n : 0;
}

int roman_of(str s)
{
	static const char *const names[] = { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv" };
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq(s, str_c(names[i])))
			return (int)i + 1;
	return 0;
}

static size_t take_date(struct pats *ps, const char *pattern, str folded, size_t at, int day, int month, int year, struct date *ret)
{
	struct match m;
	if (!pat_at(ps, pattern, folded, at, &m))
		return 0;
	struct date d = { .year = number_of(match_str(&m, year, folded)),
	                  .month = month ? number_of(match_str(&m, month, folded)) : 0,
	                  .day = day ? number_of(match_str(&m, day, folded)) : 0 };
	if (d.year < 1945 || d.year > 2100 || (month && (d.month < 1 || d.month > 12)) || (day && (d.day < 1 || d.day > 31)))
		return 0;
	*ret = d;
	return m.at[0].to - at;
}

size_t date_span(struct pats *ps, str folded, size_t at, struct date *ret)
{
	size_t n = take_date(ps, "(?:ngay )?(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?(\\d{4})(?!\\d)", folded, at, 1, 2, 3, ret);
	if (!n)
		n = take_date(ps, "(?:ngay )?(\\d{1,2}) thang (\\d{1,2}) ?,? ?nam (\\d{4})(?!\\d)", folded, at, 1, 2, 3, ret);
	if (!n)
		n = take_date(ps, "(?:ngay[ .…]*)?thang (\\d{1,2}) ?(?:,? ?nam|/|-) ?(\\d{4})(?!\\d)", folded, at, 0, 1, 2, ret);
	return n;
}

bool date_find(struct pats *ps, str folded, size_t from, size_t *at, size_t *end, struct date *ret)
{
	for (struct match m; pat_find(ps, "(?<![\\d/])\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{4}|(?:\\d{1,2} )?thang \\d{1,2} ?(?:,? ?nam|/|-) ?\\d{4}", folded, from, &m);
	     from = m.at[0].from + 1) {
		size_t n = date_span(ps, folded, m.at[0].from, ret);
		if (!n)
			continue;
		*at = m.at[0].from;
		*end = m.at[0].from + n;
		return true;
	}
	return false;
}

/* -- deadlines --------------------------------------------------------------------------------------- */

#define BEFORE "(?:(?:hoan thanh|thuc hien|xong|cham nhat|truoc|den|den het|het|trong|vao|tu|ngay)(?: ngay)? )*"
#define YEAR "(?:\\d{4})(?!\\d)"
#define QUARTER "(?:[ivx]{1,3}|[1-4])"

/* next: what may stand behind the words of BEFORE, '#' a digit */
static const struct { enum due_kind kind; const char *next, *pattern; } dues[] = {
	{ DUE_ONGOING,      "tqhdl", "(?:thang \\d{1,2}|quy (?:iv|i{1,3}|[1-4])) hang nam|(?:thuc hien )?(?:thuong xuyen|hang (?:thang|quy|nam|tuan|ngay)|dinh ky(?: hang (?:thang|quy|nam))?|lien tuc)(?:,? (?:hang (?:thang|quy|nam|tuan|ngay)|lien tuc|dinh ky))*(?: va cac nam tiep theo|,? (?:trong )?(?:ca )?nam " YEAR "| trong nam)*" },
	{ DUE_WORKING_DAYS, "vtks#", "(?:trong (?:vong |thoi han )?|cham nhat |khong qua |sau )?(\\d{1,3}) ngay(?: lam viec)?(?: ke)? (?:tu|sau)[^.;\\n]{0,80}|(?:trong (?:vong |thoi han )?|khong qua )?(\\d{1,3}) ngay lam viec" },
	{ DUE_DATE,         "#", "(?:tu )?(?:ngay )?\\d{1,2}/\\d{1,2}/" YEAR " ?(?:den|-)(?: het)?(?: ngay)? ?\\d{1,2}/\\d{1,2}/" YEAR },
	{ DUE_DATE,         "#", BEFORE "\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?" YEAR },
	{ DUE_DATE,         "#", BEFORE "\\d{1,2} thang \\d{1,2} nam " YEAR },
	{ DUE_DATE,         "#", BEFORE "(?:truoc|den|cham nhat|xong)(?: ngay)? \\d{1,2}/\\d{1,2}(?![/\\d])" },
	{ DUE_DATE,         "#n", "^(?:ngay )?\\d{1,2}/\\d{1,2}$" },
	{ DUE_QUARTER,      "q", BEFORE "(?:quy ?|q)" QUARTER "(?: ?(?:,|va|-|den|/) ?(?:quy ?|q)?" QUARTER "(?![a-z\\d]))*(?: ?[/,-] ?(?:nam )?" YEAR "| nam " YEAR ")?(?![a-z])" },
	{ DUE_MONTH,        "#", BEFORE "(?<![\\d/.-])(?<!quy )(?<!so )\\d{1,2} ?/ ?" YEAR "(?!/)" },
	{ DUE_MONTH,        "t", BEFORE "(?:thang ?|t)\\d{1,2}(?: ?(?:,|va|-|den) ?(?:thang ?|t)?\\d{1,2}(?!\\d|/\\d{1,2}(?!\\d)))*(?: ?[/-] ?" YEAR "|,? nam " YEAR ")?(?!\\d)" },
	{ DUE_MONTH,        "#scbn", BEFORE "(?:(?:6|9|3|sau|chin|ba) thang (?:dau|cuoi)(?: nam)?|nua (?:dau|cuoi) nam)(?: " YEAR "| nam " YEAR ")?" },
	{ DUE_YEAR,         "nc", BEFORE "(?:cuoi |ca )?nam " YEAR "(?: ?(?:va|-|den|,)(?: (?:nhung|cac))? (?:nam " YEAR "|nam tiep theo))*|" BEFORE "(?:cuoi nam|trong nam|ca nam)(?! \\d)" },
};

size_t due_span(struct pats *ps, str folded, size_t at)
{
	static const char *const before[] = {
		"hoan thanh ", "thuc hien ", "xong ", "cham nhat ", "truoc ", "den ", "het ", "trong ", "vao ", "tu ", "ngay ",
	};
	static const char *const begins[] = {
		"thuong xuyen", "hang ", "dinh ky", "lien tuc", "khong qua", "sau ", "q", "t", "nam", "cuoi", "ca ", "nua", "chin",
		"ba ", "#", "vong ", "thoi han ",
	};
	size_t best = 0, next = at, n;
	struct match m;
	while ((n = STR_OPENS(folded, next, before)))
		next += n;
	if (!STR_OPENS(folded, next, begins))
		return 0;
	char c = folded.p[next] >= '0' && folded.p[next] <= '9' ? '#' : folded.p[next];
	for (size_t i = 0; i < COUNT(dues); i++)
		if (strchr(dues[i].next, c) && pat_at(ps, dues[i].pattern, folded, at, &m) && m.at[0].to - at > best &&
		    (m.at[0].to == folded.n || !(folded.p[m.at[0].to] >= 'a' && folded.p[m.at[0].to] <= 'z')))
			best = m.at[0].to - at;
	while (best && (folded.p[at + best - 1] == ' ' || folded.p[at + best - 1] == ','))
		best--;
	if (best && at + best < folded.n && strchr(".;", folded.p[at + best]))
		best++;
	return at + best == folded.n || folded.p[at + best] == ' ' ? best : 0;   /* not "14/6/2024):" */
}

static int year_in(struct pats *ps, str t, size_t from, int fallback)
{
	struct match m;
	return pat_find(ps, "(?<!\\d)((?:19|20)\\d\\d)(?!\\d)", t, from, &m) ? year_of(match_str(&m, 1, t)) : fallback;
}

static void whole_months(struct due *d, int year, int first, int last)
{
	d->from = (struct date){ year, first, year ? 1 : 0 };
	d->to = (struct date){ year, last, year ? date_last_day(year, last) : 0 };
}

static bool quarters(struct due *d, struct pats *ps, str t, int year)
{
	struct match m;
	int first = 0, last = 0;
	for (size_t at = 0; pat_find(ps, "(?<![a-pr-z\\d/])([ivx]{1,3}|[1-4])(?![a-z\\d])", t, at, &m); at = m.at[0].to) {
		str q = match_str(&m, 1, t);
		int n = q.p[0] <= '9' ? q.p[0] - '0' : roman_of(q);
		if (n < 1 || n > 4)
			continue;
		first = first ? first : n;
		last = n;
	}
	if (first)
		whole_months(d, year, first * 3 - 2, last * 3);
	return first > 0;
}

static bool months(struct due *d, struct pats *ps, str t, int year)
{
	struct match m;
	if (pat_find(ps, "(dau|cuoi)", t, 0, &m)) {
		bool early = t.p[m.at[1].from] == 'd';
		int span = pat_has(ps, "(?:^| )(?:9|chin) ", t) ? 9 : pat_has(ps, "(?:^| )(?:3|ba) ", t) ? 3 : 6;
		whole_months(d, year, early ? 1 : 13 - span, early ? span : 12);
		return true;
	}
	int first = 0, last = 0;
	for (size_t at = 0; pat_find(ps, "(?<!\\d)(\\d{1,2})(?!\\d)", t, at, &m); at = m.at[0].to) {
		int n = number_of(match_str(&m, 1, t));
		if (n < 1 || n > 12)
			continue;
		first = first ? first : n;
		last = n;
	}
	if (first)
		whole_months(d, year, first, last);
	return first > 0;
}

/* Which kind, where in the text, how long: the earliest, and of those the longest. */
static bool due_in(struct pats *ps, str t, enum due_kind *kind, size_t *from, size_t *to)
{
	bool hit = false;
	struct match m;
	for (size_t i = 0; i < COUNT(dues); i++)
		for (size_t at = 0; pat_find(ps, dues[i].pattern, t, at, &m) && m.at[0].to > m.at[0].from; at = m.at[0].to) {
			size_t b = m.at[0].from, e = m.at[0].to;
			bool whole = (!b || !(t.p[b - 1] >= 'a' && t.p[b - 1] <= 'z')) && (e == t.n || !(t.p[e] >= 'a' && t.p[e] <= 'z'));
			if (!whole)
				continue;
			if (!hit || b < *from || (b == *from && e > *to)) {
				*kind = dues[i].kind;
				*from = b;
				*to = e;
				hit = true;
			}
			break;
		}
	return hit;
}

struct due due_parse(struct arena *a, struct pats *ps, const struct flow *w, int year)
{
	struct due d = { .text = trim_marks(one_line(a, w->text)) };
	while (d.text.n && d.text.p[d.text.n - 1] == '.')
		d.text.n--;
	str t = w->fold.text;
	size_t from = 0, to = 0;
	if (!d.text.n || !due_in(ps, t, &d.kind, &from, &to))
		return (struct due){ 0 };
	d.source = flow_at(w, from);
	str said = str_sub(t, from, to);
	struct match m;
	bool real = true;
	switch (d.kind) {
	case DUE_YEAR:
		year = year_in(ps, said, 0, year);
		whole_months(&d, year, 1, 12);
		break;
	case DUE_QUARTER: {
		int y = year_in(ps, said, 0, year);
		if (pat_find(ps, "q.*?(?= ?[/,-]? ?(?:nam )?\\d{4}|$)", said, 0, &m))
			said = match_str(&m, 0, said);
		real = quarters(&d, ps, str_sub(said, said.n > 1 && said.p[1] == 'u' ? 3 : 1, said.n), y);
		break;
	}
	case DUE_MONTH: {
		int y = year_in(ps, said, 0, year);
		real = months(&d, ps, said, y);
		break;
	}
	case DUE_DATE: {
		size_t at, end;
		struct date last = { 0 };
		for (size_t k = 0; date_find(ps, said, k, &at, &end, &last); k = end)
			d.to = last;
		if (!d.to.year && pat_find(ps, "(\\d{1,2})/(\\d{1,2})", said, 0, &m))
			d.to = (struct date){ year, number_of(match_str(&m, 2, said)), number_of(match_str(&m, 1, said)) };
		d.from = (struct date){ 0 };
		real = d.to.month && d.to.day && date_valid(d.to);
		break;
	}
	case DUE_NONE: case DUE_ONGOING: case DUE_WORKING_DAYS:
		break;
	}
	return real ? d : (struct due){ .text = d.text, .source = d.source };
}

/* -- states ------------------------------------------------------------------------------------------ */

/* "chưa", not "chứa", "chữa" or "chùa", which fold to the same letters. */
static bool not_yet(str words)
{
	static const char *const forms[] = { "chưa", "Chưa", "CHƯA" };
	for (size_t i = 0; i < COUNT(forms); i++)
		if (str_find(words, str_c(forms[i]), 0) < words.n)
			return true;
	return false;
}

enum status status_of(struct arena *a, struct pats *ps, str words)
{
	str t = fold_plain(a, words);
	if (!t.n)
		return STATUS_NONE;
	/* what is not done outweighs what is under way, and that what is done (facts.md, "Several states in one text") */
	if (not_yet(words) || pat_has(ps, "\\bkhong (?:thuc hien|hoan thanh|khac phuc) duoc\\b", t))
		return STATUS_NOT_DONE;
	if (str_find(words, S("đang "), 0) < words.n || str_find(words, S("Đang "), 0) < words.n || pat_has(ps, "\\bdang (?:trien khai|thuc hien|tham muu|xay dung|hoan thien|khac phuc|ra soat|tien hanh|tong hop|xin y kien|trinh|lay y kien|cap nhat|phoi hop|so hoa|chuan bi|don doc|nang cap|lam|duoc|trong qua trinh)\\b|(?:^|[.;,:+-] ?|va )tiep tuc ", t) ||
	    pat_has(ps, "\\bda (?:tham muu|tuyen truyen|don doc|quan triet|chi dao)\\b", t))
		return STATUS_IN_PROGRESS;
	if (pat_has(ps, "trien khai nang cap", t) && pat_has(ps, "\\b(?:se|du kien|sap|thoi gian toi|den het|con lai|sau do)\\b", t))
		return STATUS_IN_PROGRESS;
	if (pat_has(ps, "\\bda (?:co ban )?(?:hoan thanh|khac phuc|trien khai thuc hien|thuc hien xong|thuc hien day du|xong)\\b|\\bda thuc hien(?:[.;]|$)|(?:^|[.;,:] ?)(?:co ban )?hoan thanh(?: 100%)?(?:[.;, ]|$)", t))
		return STATUS_DONE;
	return STATUS_UNKNOWN;
}
