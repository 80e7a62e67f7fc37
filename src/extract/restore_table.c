#include "core/facts.h"
#include "extract/align.h"
#include "extract/grid.h"
#include "extract/lex.h"
#include "extract/restore.h"
#include <stdlib.h>

enum { HEAD_LINES = 80, LOOK_BACK = 24, SAMPLE = 16, NUMBER_WIDE = 16 };

struct head {
	struct columns c;
	str    title[COLUMNS_MAX];
	size_t title_line[COLUMNS_MAX];      /* where each heading begins */
	size_t first, numbering, body;       /* lines: heading, numbering row (== body if none), first row */
	bool   tabbed, inline_tabs;
};

/* A heading without an ordinal: "Mã số Tên tiêu chí Điểm tối đa …". Many a sentence begins so: find_head asks for more. */
static bool may_begin_head(struct pats *ps, const struct line *l)
{
	size_t len;
	char c = l->fold.text.n ? l->fold.text.p[0] : 0;
	if (!c || !strchr("mtnlcd", c) || !line_upper(l) || l->fold.text.n > 90 || line_terminal(l))
		return false;
	struct match m;
	if (!pat_at(ps, "(?:ma|ten|noi dung|danh muc|linh vuc|tieu chi|chi so|chi tieu|tctp|cac|ton tai)\\b", l->fold.text, 0, &m))
		return false;
	enum role r = column_role(ps, l->fold.text, 0, &len);
	if (r != ROLE_code && r != ROLE_name && r != ROLE_finding)
		return false;
	while (len < l->fold.text.n && l->fold.text.p[len] == ' ')
		len++;
	if (len == l->fold.text.n)
		return true;
	size_t byte = l->fold.at[len], more;       /* the next heading, or the rest of a title */
	return char_is_upper(utf8_next(l->text, &byte)) && column_role(ps, l->fold.text, len, &more) != ROLE_NONE;
}

static size_t figures_in(const struct columns *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		n += role_is_number(c->role[i]);
	return n;
}

/* Behind "STT", "S. T. T.", "TT": letters with a dot and spaces between them; 0: they do not stand there. */
static size_t behind_letters(str t, const char *letters)
{
	size_t at = 0;
	for (; *letters; letters++) {
		if (at >= t.n || t.p[at] != *letters)
			return 0;
		at++;
		if (!letters[1])
			break;
		at += at < t.n && t.p[at] == ' ';
		at += at < t.n && t.p[at] == '.';
		at += at < t.n && t.p[at] == ' ';
	}
	return at + (at < t.n && t.p[at] == '.');
}

static bool begins_head(const struct line *l)
{
	static const char *const words[] = { "so tt", "so thu tu" };
	str t = l->fold.text;
	char c = t.n ? t.p[0] : 0;
	if ((c != 's' && c != 't') || !line_upper(l))
		return false;
	size_t behind = behind_letters(t, c == 's' ? "stt" : "tt");
	behind = behind ? behind : STR_OPENS(t, 0, words);
	return behind && (behind == t.n || t.p[behind] == ' ');
}

/* -- the numbering row: "(1) (2) (3)", "1 2 3 4", or one number a line ------------------------------- */

static size_t count_numbering(struct pats *ps, const struct lines *ls, size_t at, size_t *columns)
{
	struct match m;
	size_t n = 0, lines = 0;
	for (size_t i = at; i < ls->n && lines < COLUMNS_MAX; i++, lines++) {
		str t = ls->at[i].fold.text;
		size_t was = n;
		for (size_t k = 0; pat_at(ps, " *[(\\[]?(\\d{1,2}|[a-m])[)\\]]?(?: *=[^ ]*)?(?= |$)", t, k, &m); k = m.at[0].to) {
			str s = match_str(&m, 1, t);
			size_t v = s.p[0] >= 'a' ? (size_t)(s.p[0] - 'a') + 1
			           : s.n == 2 ? (size_t)(s.p[0] - '0') * 10 + (size_t)(s.p[1] - '0')
			                      : (size_t)(s.p[0] - '0');
			/* "A B 1 2 3": letters first, then figures from 1; "a b c d e g h": letters leave some out */
			bool letter = s.p[0] >= 'a' && v > n && v <= n + 4;
			if (v != n + 1 && !letter && !(v == 1 && n && n < 4))
				break;
			n = v == n + 1 ? v : n + 1;
			if (m.at[0].to == t.n)
				break;
		}
		if (n == was || (pat_at(ps, " *(?:[(\\[]?(?:\\d{1,2}|[a-m])[)\\]]?(?: *=[^ ]*)? *)+$", t, 0, &m) == false)) {
			if (n > was)
				return 0;              /* a figure, then words: a row */
			break;
		}
	}
	*columns = n;
	return n >= 3 ? lines : 0;
}

static bool begins_row(struct pats *ps, const struct line *l)
{
	return pat_has(ps, "^(?:\\(?1\\)?|i|a)(?:[ .)]|$)|^(?:\\d{1,3}\\.? )?(?:tieu chi|tc|tctp)[^,;]{0,20} \\d{1,2}[a-z]?[.:]|^\\d{1,2}[a-z]?(?: ?\\. ?\\d{1,2}[a-z]?)+\\.?(?: |$)", l->fold.text) &&
	       !(line_lower(l));
}

/* -- headings ---------------------------------------------------------------------------------------- */

static void add_column(struct head *h, enum role role, str title, size_t line)
{
	if (h->c.n >= COLUMNS_MAX)
		return;
	h->title[h->c.n] = title;
	h->title_line[h->c.n] = line;
	h->c.role[h->c.n++] = role;
}

/* The headings run into one another: a new one begins at a capital where a pattern fits, unless a comma or
 * a joining word says that the last one goes on. */
static void split_headings(struct arena *a, struct pats *ps, const struct lines *ls, struct head *h, size_t last)
{
	struct buf b = buf_open(a);
	size_t *line_at = make_n(a, size_t, last - h->first + 1);
	for (size_t i = h->first; i < last; i++) {
		line_at[i - h->first] = b.n;
		buf_put(&b, ls->at[i].text);
		buf_put(&b, S(" "));
	}
	struct fold f = fold_open(a, buf_str(&b));
	str t = f.text;
	size_t begin[COLUMNS_MAX + 1], depth = 0;
	bool free_before = true;
	for (size_t i = 0; i < t.n && h->c.n < COLUMNS_MAX;) {
		if (t.p[i] == '(')
			depth++;
		else if (t.p[i] == ')' && depth)
			depth--;
		size_t at = f.at[i], len;
		bool starts = !depth && free_before && (!i || t.p[i - 1] == ' ') && t.p[i] != ' ' && char_is_upper(utf8_next(f.src, &at));
		enum role role = starts ? column_role(ps, t, i, &len) : ROLE_NONE;
		if (role != ROLE_NONE) {
			size_t line = h->first;
			while (line + 1 < last && line_at[line + 1 - h->first] <= f.at[i])
				line++;
			begin[h->c.n] = i;
			add_column(h, role, (str){ 0 }, line);
			i += len;
			free_before = true;
			continue;
		}
		size_t end = i;
		while (end < t.n && t.p[end] != ' ')
			end++;
		if (t.p[i] != ' ') {
			str word = str_sub(t, i, end);
			free_before = !strchr(",/-", word.p[word.n - 1]) && !str_eq(word, S("va")) && !str_eq(word, S("cua")) &&
			              !str_eq(word, S("hoac")) && !str_eq(word, S("theo")) && !str_eq(word, S("trong")) &&
			              !str_eq(word, S("ve")) && !str_eq(word, S("cac"));
			for (size_t k = i + 1; k < end; k++)
				depth += t.p[k] == '(' ? 1 : 0, depth -= t.p[k] == ')' && depth ? 1 : 0;
			i = end;
		} else {
			i++;
		}
	}
	for (size_t c = 0; c < h->c.n; c++)
		h->title[c] = one_line(a, fold_src(&f, begin[c], c + 1 < h->c.n ? begin[c + 1] : t.n));
}

static void tab_headings(struct arena *a, struct pats *ps, const struct lines *ls, struct head *h, size_t last)
{
	size_t len;
	for (size_t i = h->first; i < last; i++) {
		const struct line *l = &ls->at[i];
		if (i == h->first || l->tab)
			add_column(h, column_role(ps, l->fold.text, 0, &len), l->text, i);
		else if (h->c.n)
			h->title[h->c.n - 1] = str_fmt(a, "%.*s %.*s", SF(h->title[h->c.n - 1]), SF(l->text));
	}
}

static str tab_cell(str line, size_t *at)
{
	size_t from = *at, to = from;
	while (to < line.n && line.p[to] != '\t')
		to++;
	*at = to < line.n ? to + 1 : line.n + 1;
	return str_trim(str_sub(line, from, to));
}

static size_t inner_tabs(str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\t';
	return n;
}

static size_t known(const struct columns *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		n += c->role[i] != ROLE_NONE;
	return n;
}

static bool find_head(struct arena *a, struct pats *ps, const struct lines *ls, size_t at, struct head *h)
{
	*h = (struct head){ .first = at };
	const struct line *l = &ls->at[at];
	size_t len, columns = 0;
	if (inner_tabs(l->text) >= 2) {                /* a row a line */
		for (size_t k = 0; k <= l->text.n;) {
			str cell = tab_cell(l->text, &k);
			add_column(h, column_role(ps, fold_plain(a, cell), 0, &len), cell, at);
		}
		h->inline_tabs = true;
		h->body = h->numbering = at + 1;
		if (h->body < ls->n && count_numbering(ps, ls, h->body, &columns) == 1)
			h->body++;
		bool good = known(&h->c) >= 3 && h->c.role[0] != ROLE_NONE;
		columns_settle(&h->c);
		return good;
	}
	bool sure_head = begins_head(l);
	if (!sure_head && !may_begin_head(ps, l))
		return false;
	size_t most = sure_head ? HEAD_LINES : HEAD_LINES / 3;
	size_t last = at + 1, limit = at + most < ls->n ? at + most : ls->n, numbering = 0;
	while (last < limit && !(numbering = count_numbering(ps, ls, last, &columns)) && !begins_row(ps, &ls->at[last]))
		last++;
	if (last == limit)
		return false;
	h->numbering = last;
	h->body = last + numbering;
	size_t tabs = 0;
	for (size_t i = at; i < last; i++)
		tabs += ls->at[i].tab;
	h->tabbed = tabs >= 3 && tabs * 2 >= last - at;
	if (h->tabbed)
		tab_headings(a, ps, ls, h, last);
	else
		split_headings(a, ps, ls, h, last);
	while (numbering && h->c.n < columns && h->c.n < COLUMNS_MAX)
		add_column(h, ROLE_NONE, (str){ 0 }, last - 1);
	size_t sure = known(&h->c);
	columns_settle(&h->c);
	if (!sure_head)                        /* a title above the heading is not its first column */
		return columns_find(&h->c, ROLE_ordinal) == h->c.n && sure >= 4 && figures_in(&h->c) >= 2 && sure * 2 >= last - at;
	return sure >= 3 || (sure >= 2 && numbering);
}

/* -- the heading of a table whose cells are lines ----------------------------------------------------- */

/* Is it the first heading of a table, alone on its line? */
static bool heads(const struct line *l) { return l->fold.text.n <= 9 && begins_head(l); }

/* Does the line go on in the heading above: "Điểm" / "tối đa", "Tiến độ" / "(Ghi rõ …)"? */
static bool goes_on(const struct line *l) { return line_lower(l) || l->fold.text.p[0] == '('; }

static bool lone_number(struct pats *ps, const struct line *l)
{
	return pat_has(ps, "^[-+(]? ?\\d[\\d.,]*\\)?\\.?$|^[ivx]+\\.?$", l->fold.text);
}

/* Under the headings a second row: an empty line for each that stands alone, two or more lines under each that is divided.
 * *at, *blanks: where the table goes on. False, and nothing changed, where there is no such row. */
static bool grid_subheads(struct arena *a, struct pats *ps, const struct lines *ls, struct head *h, size_t *at, int *blanks)
{
	struct head two = { .first = h->first };
	size_t i = *at, above = 0, len;
	int gap = *blanks;
	for (; above < h->c.n; above++) {
		if (gap) {
			gap--;
			add_column(&two, h->c.role[above], h->title[above], h->title_line[above]);
			continue;
		}
		size_t from = i;
		for (; i < ls->n && i - from < COLUMNS_MAX && (i == from || !ls->at[i].gap); i++) {
			if (lone_number(ps, &ls->at[i]) || begins_row(ps, &ls->at[i]) || ls->at[i].tab)
				break;
			/* "Khắc phục" above "Thời hạn": only the lower says what the column is for */
			str both = str_fmt(a, "%.*s %.*s", SF(h->title[above]), SF(ls->at[i].text));
			enum role role = column_role(ps, fold_plain(a, both), 0, &len), own = column_role(ps, ls->at[i].fold.text, 0, &len);
			bool alone = own != ROLE_NONE && own != role;
			add_column(&two, alone ? own : role, alone ? ls->at[i].text : both, i);
		}
		if (i - from < 2 || i >= ls->n)
			return false;
		gap = ls->at[i].gap;
	}
	if (two.c.n >= COLUMNS_MAX || two.c.n == h->c.n)
		return false;
	two.numbering = two.body = i;
	*h = two;
	*at = i;
	*blanks = gap;
	return true;
}

/* A heading a line, no line between them. *blanks: the empty lines above the first row that are cells of it. */
static bool grid_head(struct arena *a, struct pats *ps, const struct lines *ls, size_t at, struct head *h, int *blanks)
{
	*h = (struct head){ .first = at };
	size_t i = at, len, columns = 0, numbers = 0;
	bool sure = begins_head(&ls->at[at]);
	for (; i < ls->n && h->c.n < COLUMNS_MAX; i++) {
		const struct line *l = &ls->at[i];
		if (i > at && l->fold.text.n <= NUMBER_WIDE)
			numbers = count_numbering(ps, ls, i, &columns);
		if (i > at && (l->gap || numbers || lone_number(ps, l) || begins_row(ps, l)))
			break;
		if (l->tab || !l->text.n || (i > at && heads(l)))
			return false;
		if (i > at && goes_on(l))
			h->title[h->c.n - 1] = str_fmt(a, "%.*s %.*s", SF(h->title[h->c.n - 1]), SF(l->text));
		else
			add_column(h, ROLE_NONE, l->text, i);
	}
	if (i >= ls->n || h->c.n < 3)
		return false;
	for (size_t k = 0; k < h->c.n; k++)
		h->c.role[k] = column_role(ps, fold_plain(a, h->title[k]), 0, &len);
	*blanks = ls->at[i].gap;
	if (*blanks && grid_subheads(a, ps, ls, h, &i, blanks) && !*blanks)
		numbers = count_numbering(ps, ls, i, &columns);
	if (numbers && numbers != h->c.n)      /* one a line, one a column */
		return false;
	h->numbering = i;
	h->body = i + numbers;
	if (numbers)
		*blanks = h->body < ls->n ? ls->at[h->body].gap : 0;
	size_t sure_of = known(&h->c);
	columns_settle(&h->c);
	if (!sure)
		return columns_find(&h->c, ROLE_ordinal) == h->c.n && sure_of >= 4 && figures_in(&h->c) >= 2;
	return h->body < ls->n && (sure_of >= 3 || (sure_of >= 2 && numbers));
}

/* -- rows -------------------------------------------------------------------------------------------- */

/* What ends a table: a signature, the next part of the document. */
static bool ends_table(struct pats *ps, const struct line *l)
{
	static const char *const words[] = {
		"noi nhan", "co phu luc", "(co phu luc", "tren day la ", "tm. ", "kt. ", "tl. ", "tuq. ", "q. ", "ghi chu", "luu y",
		"nguoi lap", "thu truong",
	};
	static const char *const in_capitals[] = {
		"uy ban nhan dan", "giam doc", "pho giam doc", "chu tich", "chanh van phong", "truong ban", "truong phong",
	};
	str t = l->fold.text;
	if (STR_OPENS(t, 0, words) || pat_has(ps, "^(?:phan )?(?:[ivx]{1,4}|\\d{1,2})\\. (?:to chuc|kien nghi|de xuat|phuong huong|muc dich|nhiem vu|giai phap|noi dung|ket qua)", t) ||
	    pat_has(ps, "^(?:phu luc|bieu|mau) ?(?:so )?(?:[ivx]{1,4}|\\d{1,2})?$", t))
		return !line_lower(l);
	return STR_OPENS(t, 0, in_capitals) && line_capitals(l);
}

enum start_kind { START_NONE, START_CRITERION, START_CODE, START_PLAIN, START_TOTAL };
struct start { size_t line; enum start_kind kind; str code; int best; size_t back; };
typedef VEC(struct start) starts;

static bool plain_ordinal(struct pats *ps, const struct line *l) { return pat_has(ps, "^\\d{1,3}\\.?$", l->fold.text); }

/* Do the rows have ordinals of their own before their codes: "1 1.2.1. Chế độ báo cáo", "2 1.5 …"? Then they count up from 1. */
static bool has_ordinals(struct pats *ps, const struct lines *ls, size_t from, size_t to)
{
	int expected = 1, tried = 0;           /* "2 1.5 Không có …" are figures: those do not count up */
	for (size_t i = from; i < to; i++) {
		str t = ls->at[i].fold.text;
		struct match m;
		if (!t.n || t.p[0] < '0' || t.p[0] > '9' || !pat_at(ps, "(\\d{1,3})\\.?(?: +\\d{1,2}[a-z]?\\.\\d|$)", t, 0, &m))
			continue;
		int n = 0;
		for (size_t k = m.at[1].from; k < m.at[1].to; k++)
			n = n * 10 + (t.p[k] - '0');
		/* alone on its line: a code and its name follow on the next */
		if (m.at[0].to == t.n && (i + 1 == to || !pat_has(ps, "^\\d{1,2}[a-z]?(?:\\.\\d{1,2})+\\.? [a-z]", ls->at[i + 1].fold.text)))
			continue;
		expected += n == expected;
		tried++;
	}
	return expected > 2 && (expected - 1) * 2 > tried;
}

static bool figures_alone(str t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!strchr("0123456789.,% -+", t.p[i]))
			return false;
	return true;
}

static enum start_kind row_start(struct arena *a, struct pats *ps, const struct line *l, bool ordinals, str *code)
{
	str t = l->fold.text;
	struct match m;
	size_t from, to, n;
	/* no row begins so: told before any pattern is tried */
	char c = t.n ? t.p[0] : 0;
	bool digit = c >= '0' && c <= '9';
	if (!digit && (!line_upper(l) || !strchr("tcdlmivx", c)))
		return START_NONE;
	/* "Cổng" folds to the same letters as "Cộng" */
	bool cong = str_starts(l->text, S("Cộng")) || str_starts(l->text, S("CỘNG"));
	if (pat_at(ps, "(?:tong(?: cong| so| diem)*|cong)(?: diem)? ?:?(?= |$)(?!.{40})", t, 0, &m) && (cong || t.p[0] == 't') && line_upper(l))
		return START_TOTAL;
	/* "11 9.2 1.8": the figures of a row, not its number */
	if (figures_alone(t) && memchr(t.p, ' ', t.n) && !pat_has(ps, "^\\d{1,3} \\d{1,2}[a-z]?\\.\\d{1,2}\\.[\\d.]*$|^\\d{1,2}\\. \\d{1,2}$", t))
		return START_NONE;
	size_t at = pat_at(ps, "\\d{1,3}\\.? +(?=[a-z])", t, 0, &m) ? m.at[0].to : 0;
	size_t byte = at < t.n ? l->fold.at[at] : 0;
	if (at < t.n && (n = criterion_span(ps, t, at, &from, &to)) && char_is_upper(utf8_next(l->text, &byte))) {
		*code = code_clean(a, str_sub(t, from, to));
		return START_CRITERION;
	}
	at = ordinals && pat_at(ps, "\\d{1,3} +(?=\\d{1,2}[a-z]?\\.\\d)", t, 0, &m) ? m.at[0].to : 0;   /* an ordinal, then the code */
	/* "1.5 0.75 Biên bản …" are figures */
	if ((n = code_span(t, at)) && pat_at(ps, "\\.?(?: (?! *[-+]?\\d+(?:[.,]\\d+)?(?: |$))|$|:)", t, at + n, &m)) {
		*code = code_clean(a, str_sub(t, at, at + n));
		return code_dotted(*code) ? START_CODE : START_PLAIN;
	}
	if (pat_at(ps, "([ivx]{1,4})(?:\\.? |$)", t, 0, &m) && line_upper(l) && roman_of(match_str(&m, 1, t))) {
		*code = str_fmt(a, "%d", roman_of(match_str(&m, 1, t)));
		return START_PLAIN;
	}
	return START_NONE;
}

/* Codes of a table rise; what breaks the rise is a figure or a citation that happens to begin a line. The
 * longest rising chain of candidates are the rows. */
static void keep_rising(struct arena *a, const struct lines *ls, starts *all, starts *kept)
{
	size_t end = 0;
	for (size_t i = 0; i < all->n; i++) {
		struct start *s = &all->at[i];
		const struct line *l = &ls->at[s->line];
		size_t len = s->code.n;
		int worth = s->kind == START_CODE ? 10 : 8;
		size_t next = len;
		while (next < l->fold.text.n && strchr(" .", l->fold.text.p[next]))
			next++;
		if (next < l->fold.text.n) {
			size_t byte = l->fold.at[next];
			worth += char_is_upper(utf8_next(l->text, &byte)) ? 4
			         : l->fold.text.p[next] >= 'a' && l->fold.text.p[next] <= 'z' ? -6 : 0;
		}
		s->best = worth;
		s->back = i;
		for (size_t k = i > LOOK_BACK ? i - LOOK_BACK : 0; k < i; k++) {
			const struct start *p = &all->at[k];
			if (p->kind == START_TOTAL || s->kind == START_TOTAL || code_cmp(p->code, s->code) < 0)
				if (p->best + worth > s->best) {
					s->best = p->best + worth;
					s->back = k;
				}
		}
		if (s->best >= all->at[end].best)
			end = i;
	}
	if (!all->n)
		return;
	bool *keep = make_n(a, bool, all->n);
	for (size_t i = end;; i = all->at[i].back) {
		keep[i] = true;
		if (all->at[i].back == i)
			break;
	}
	for (size_t i = 0; i < all->n; i++)
		if (keep[i])
			*vec_add(a, kept) = all->at[i];
}

static size_t table_end(struct pats *ps, const struct lines *ls, size_t from)
{
	while (from < ls->n && !ends_table(ps, &ls->at[from]))
		from++;
	return from;
}

static int number_of_code(str code)
{
	int n = 0;
	for (size_t i = 0; i < code.n && i < 4 && code.p[i] >= '0' && code.p[i] <= '9'; i++)
		n = n * 10 + (code.p[i] - '0');
	return n;
}

static void find_rows(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, size_t *last, starts *rows)
{
	starts all = { 0 };
	size_t named = 0, coded = 0;
	str highest = { 0 }, letter = { 0 };
	bool ordinals = has_ordinals(ps, ls, h->body, *last);
	size_t totals = 0;                     /* 1 + the line of a total row */
	for (size_t i = h->body; i < *last; i++) {
		struct start s = { .line = i };
		s.kind = row_start(a, ps, &ls->at[i], ordinals, &s.code);
		if (s.kind == START_NONE || (h->tabbed && !ls->at[i].tab))
			continue;
		/* a figure in a cell of its own, before the next figure */
		bool alone = s.kind == START_PLAIN && !h->tabbed && plain_ordinal(ps, &ls->at[i]);
		if (alone && (i + 1 == *last || pat_has(ps, "^[-+(]? ?\\d{1,3}(?:[.,]\\d{1,4})?\\)?$", ls->at[i + 1].fold.text)))
			continue;
		/* "- 1.1" / "25": the end of a figure too wide for its column; fields do not leap so */
		bool torn = alone && i > h->body && pat_has(ps, "^[-+]? ?\\d{1,3}[.,]\\d{1,3}$", ls->at[i - 1].fold.text);
		if (torn && number_of_code(s.code) > number_of_code(code_field(highest)) + 3)
			continue;
		/* below "I", "II" rows may count 1, 2, 3 anew: 1.1, 1.2 … for the order of rows */
		bool digit = ls->at[i].fold.text.p[0] >= '0' && ls->at[i].fold.text.p[0] <= '9';
		if (s.kind == START_PLAIN && !digit)
			letter = s.code;
		else if (s.kind == START_PLAIN && letter.n)
			s.code = str_fmt(a, "%.*s.%.*s", SF(letter), SF(s.code));
		/* a total ends the table, unless rows of higher codes follow */
		if (totals && s.kind != START_TOTAL && s.code.n && code_cmp(s.code, highest) <= 0) {
			*last = totals;
			while (*last < i && figures_alone(ls->at[*last].fold.text))
				++*last;
			break;
		}
		totals = s.kind == START_TOTAL && all.n > 1 ? i + 1 : 0;
		if (s.code.n && code_cmp(s.code, highest) > 0)
			highest = s.code;
		named += s.kind == START_CRITERION;
		coded += s.kind == START_CODE;
		*vec_add(a, &all) = s;
	}
	bool by_name = named >= 2 || (named && !coded);
	starts some = { 0 };
	for (size_t i = 0; i < all.n; i++) {
		struct start s = all.at[i];
		bool roman = s.kind == START_PLAIN && pat_has(ps, "^[ivx]{1,4}\\. ", ls->at[s.line].fold.text);
		if (s.kind == START_TOTAL || (by_name && !h->tabbed ? s.kind == START_CRITERION || roman : true)) {
			/* the ordinal may stand on the line above */
			bool below = s.kind == START_CRITERION || (s.kind == START_CODE && ordinals);
			if (below && s.line > h->body && !h->tabbed && plain_ordinal(ps, &ls->at[s.line - 1]))
				s.line--;
			*vec_add(a, &some) = s;
		}
	}
	if (by_name || h->tabbed)
		*rows = some;
	else
		keep_rising(a, ls, &some, rows);
	/* nothing follows the totals but more rows or the end of the table */
	if (rows->n && rows->at[rows->n - 1].kind == START_TOTAL) {
		size_t i = rows->at[rows->n - 1].line + 1;
		while (i < *last && figures_alone(ls->at[i].fold.text))
			i++;
		*last = i;
	}
}

/* -- building the nodes ------------------------------------------------------------------------------ */

static struct node *add_head(struct arena *a, struct node *table, const struct lines *ls, const struct head *h)
{
	struct node *row = node_add(a, table, NODE_ROW, ls->at[h->first].node->from);
	row->header = true;
	for (size_t c = 0; c < h->c.n; c++) {
		struct place from = ls->at[h->title_line[c]].node->from;
		struct node *cell = node_add(a, row, NODE_CELL, from);
		if (h->title[c].n)
			node_run(a, node_add(a, cell, NODE_PARA, from), h->title[c], from);
	}
	return row;
}

static void fill_number(struct arena *a, struct node *cell, const struct lines *part)
{
	struct node *p = node_add(a, cell, NODE_PARA, part->at[0].node->from);
	for (size_t i = 0; i < part->n; i++) {
		/* the end of a figure that was too wide goes right behind it */
		bool tail = i && part->at[i].text.n <= 2 && part->at[i].text.p[0] >= '0' && part->at[i].text.p[0] <= '9';
		if (i && !tail)
			node_run(a, p, S(" "), part->at[i].node->from);
		node_run(a, p, part->at[i].text, part->at[i].node->from);
	}
}

static void add_row(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, struct node *table,
                    const pieces *ps_of, const int *widths, int number)
{
	struct node *row = node_add(a, table, NODE_ROW, ls->at[ps_of->at[0].line].node->from);
	row->from.row = number;
	for (size_t c = 0; c < h->c.n; c++) {
		struct lines part = *ls;
		part.n = 0;
		for (size_t i = 0; i < ps_of->n; i++)
			part.n += ps_of->at[i].column == c;
		part.at = make_n(a, struct line, part.n + 1);
		size_t n = 0;
		for (size_t i = 0; i < ps_of->n; i++) {
			const struct piece *p = &ps_of->at[i];
			if (p->column != c)
				continue;
			struct line *l = &part.at[n++];
			*l = ls->at[p->line];
			l->fold = fold_sub(a, &l->fold, p->from, p->to);
			l->text = l->fold.src;
			l->tab = l->lead = false;
			if (p->from)
				l->gap = part.norm;
		}
		struct node *cell = node_add(a, row, NODE_CELL, n ? part.at[0].node->from : row->from);
		if (n && role_is_number(h->c.role[c]))
			fill_number(a, cell, &part);
		else if (n)
			restore_paragraphs(a, ps, cell, &part, 0, n, widths && widths[c] ? widths[c] : 0);
	}
}

static int by_value(const void *x, const void *y) { return *(const int *)x - *(const int *)y; }

/* How wide each column was set: what most of its whole lines stay within. */
static void measure_columns(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, const starts *rows,
                            size_t last, int *widths)
{
	VEC(int) seen[COLUMNS_MAX] = { 0 };
	size_t step = rows->n / SAMPLE + 1;
	for (size_t i = 0; i < rows->n; i += step) {
		pieces cut = { 0 };
		align(a, ps, ls, rows->at[i].line, i + 1 < rows->n ? rows->at[i + 1].line : last, &h->c, NULL, &cut);
		for (size_t k = 0; k < cut.n; k++)
			if (!cut.at[k].from && cut.at[k].to == ls->at[cut.at[k].line].fold.text.n)
				*vec_add(a, &seen[cut.at[k].column]) = (int)cut.at[k].to;
	}
	for (size_t c = 0; c < h->c.n; c++) {
		if (seen[c].n < 6)
			continue;
		qsort(seen[c].at, seen[c].n, sizeof(int), by_value);
		widths[c] = seen[c].at[seen[c].n * 9 / 10];
	}
}

static void rows_by_lines(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, struct node *table,
                          const starts *rows, size_t last)
{
	int widths[COLUMNS_MAX] = { 0 };
	measure_columns(a, ps, ls, h, rows, last, widths);
	for (size_t i = 0; i < rows->n; i++) {
		pieces cut = { 0 };
		align(a, ps, ls, rows->at[i].line, i + 1 < rows->n ? rows->at[i + 1].line : last, &h->c, widths, &cut);
		if (cut.n)
			add_row(a, ps, ls, h, table, &cut, widths, (int)i + 1);
	}
}

/* A tab begins a cell; a row begins at an ordinal, or where a code begins a cell that is not the one after an ordinal. */
static void rows_by_tabs(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, struct node *table,
                         const starts *rows, size_t last)
{
	pieces cut = { 0 };
	size_t column = 0, next = 0;
	int number = 0;
	bool has_ordinal = h->c.role[0] == ROLE_ordinal;
	for (size_t i = h->body; i < last; i++) {
		const struct line *l = &ls->at[i];
		while (next < rows->n && rows->at[next].line < i)
			next++;
		enum start_kind kind = next < rows->n && rows->at[next].line == i ? rows->at[next].kind : START_NONE;
		bool full = !cut.n || column + 1 >= h->c.n;
		bool ordinal = plain_ordinal(ps, l) && l->tab && has_ordinal && (full || column > 1) &&
		               !role_is_number(h->c.role[column + 1 < h->c.n ? column + 1 : column]);
		bool after_ordinal = cut.n == 1 && column == 0 && has_ordinal;
		/* a code begins a row where the one before is full, or where no ordinal would tell; a decimal is no code */
		bool start = kind == START_TOTAL || (kind == START_CRITERION && (column > 1 || full)) ||
		             (kind == START_CODE && !has_ordinal && full) || (kind == START_PLAIN && !has_ordinal && full);
		if (l->tab && (ordinal || (start && !after_ordinal))) {
			if (cut.n)
				add_row(a, ps, ls, h, table, &cut, NULL, ++number);
			cut = (pieces){ 0 };
			column = ordinal || !has_ordinal ? 0 : 1;
		} else if (l->tab && column + 1 < h->c.n) {
			column++;
		}
		if (l->text.n)
			*vec_add(a, &cut) = (struct piece){ column, i, 0, l->fold.text.n };
	}
	if (cut.n)
		add_row(a, ps, ls, h, table, &cut, NULL, ++number);
}

static size_t rows_inline(struct arena *a, struct pats *ps, const struct lines *ls, const struct head *h, struct node *table, size_t last)
{
	size_t i = h->body;
	for (int number = 1; i < last && (inner_tabs(ls->at[i].text) || ls->at[i].tab); i++, number++) {
		const struct line *l = &ls->at[i];
		if (!table)
			continue;
		struct node *row = node_add(a, table, NODE_ROW, l->node->from);
		row->from.row = number;
		str text = l->text;
		size_t c = 0;
		for (size_t k = 0; l->tab && k < l->node->lead.n; k++)      /* empty cells at the left */
			if (l->node->lead.p[k] == '\t') {
				node_add(a, row, NODE_CELL, l->node->from);
				c++;
			}
		for (size_t k = 0; k <= text.n && c < h->c.n; c++) {
			str t = tab_cell(text, &k);
			struct node *cell = node_add(a, row, NODE_CELL, l->node->from);
			if (t.n)
				node_run(a, node_add(a, cell, NODE_PARA, l->node->from), t, l->node->from);
		}
		for (; c < h->c.n; c++)
			node_add(a, row, NODE_CELL, l->node->from);
	}
	(void)ps;
	return i;
}

/* Do the lines from `at` on repeat those of the heading? */
static bool repeats(const struct lines *ls, const struct head *h, size_t at)
{
	size_t n = h->body - h->first;
	for (size_t k = 0; k < n; k++)
		if (at + k >= ls->n || !str_eq(ls->at[h->first + k].fold.text, ls->at[at + k].fold.text))
			return false;
	return true;
}

/* Word repeats a heading row on each page: there it is layout, and so is the page's number above it. */
void restore_drop_repeats(struct arena *a, struct pats *ps, struct lines *ls)
{
	enum { HEADS_MAX = 50 };
	struct head h;
	for (size_t i = 0, heads = 0; i < ls->n && heads < HEADS_MAX; i++) {
		if (!begins_head(&ls->at[i]) || !find_head(a, ps, ls, i, &h) || h.inline_tabs)
			continue;
		heads++;
		size_t to = h.body;
		for (size_t from = h.body; from < ls->n; from++) {
			if (ls->at[from].fold.text.n && ls->at[from].fold.text.p[0] == ls->at[i].fold.text.p[0] && repeats(ls, &h, from)) {
				if (to > h.body + 1 && plain_ordinal(ps, &ls->at[to - 1]) && ls->at[to - 1].gap > ls->norm)
					to--;
				from += h.body - h.first - 1;
				continue;
			}
			ls->at[to++] = ls->at[from];
		}
		ls->n = to;
		i = h.body - 1;
	}
}

static bool below_grid(struct pats *ps, const struct line *l) { return heads(l) || ends_table(ps, l); }

/* Cells that are lines, empty ones too. */
static bool restore_grid(struct arena *a, struct pats *ps, struct lines *ls, size_t at, struct node *parent, size_t *end)
{
	struct head h;
	struct grid g = { 0 };
	int blanks;
	if (ls->norm || at + 3 > ls->n || ls->at[at + 1].gap || ls->at[at + 2].gap || ls->at[at + 1].tab ||
	    !(begins_head(&ls->at[at]) || may_begin_head(ps, &ls->at[at])) || !grid_head(a, ps, ls, at, &h, &blanks))
		return false;
	if (ls->looked > 16 * ls->n || !grid_rows(a, ps, ls, h.body, blanks, &h.c, below_grid, &g))
		return false;
	*end = g.end;
	struct node *table = node_add(a, parent, NODE_TABLE, ls->at[at].node->from);
	add_head(a, table, ls, &h);
	struct lines whole = *ls;
	whole.wrapped = false;                         /* a line is a paragraph */
	for (size_t i = 0; i < g.rows.n; i++) {
		const struct grid_row *r = &g.rows.at[i];
		pieces cells = { .at = g.pieces.at + r->first, .n = r->n };
		if (r->n)
			add_row(a, ps, &whole, &h, table, &cells, NULL, (int)i + 1);
	}
	return true;
}

bool restore_table(struct arena *a, struct pats *ps, struct lines *ls, size_t at, struct node *parent, size_t *end)
{
	struct head h;
	if (parent && restore_grid(a, ps, ls, at, parent, end))
		return true;
	if (!find_head(a, ps, ls, at, &h))
		return false;
	size_t last = table_end(ps, ls, h.body);
	struct node *table = NULL;
	if (parent) {
		table = node_add(a, parent, NODE_TABLE, ls->at[at].node->from);
		add_head(a, table, ls, &h);
	}
	if (h.inline_tabs) {
		*end = rows_inline(a, ps, ls, &h, table, last);
		return *end > h.body;
	}
	starts rows = { 0 };
	find_rows(a, ps, ls, &h, &last, &rows);
	if (!rows.n)
		return false;
	if (table && h.tabbed)
		rows_by_tabs(a, ps, ls, &h, table, &rows, last);
	else if (table)
		rows_by_lines(a, ps, ls, &h, table, &rows, last);
	*end = last;
	return true;
}
