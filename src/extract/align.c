#include "extract/align.h"
#include "extract/lex.h"
#include "extract/opening.h"

enum { NEVER = -1000000, SPAN = 16, ALIGN_MEMORY = 64 << 20 };

struct word {
	str    text;                   /* folded */
	uint32_t line, from, to;       /* folded characters of its line */
	bool   first, last;            /* in its line */
	bool   upper, lower, bullet, scored;   /* scored: part of "đạt 1,2/1,5 điểm" */
	bool   opens_remedy, opens_progress, opens_unit, opens_reason;
	int    stay, cut;              /* what it costs to go on, or to change column, before this word */
	bool   turn, leap;             /* a page may have ended before this word; the text jumped here */
	int    due, code;              /* how many words from here are a deadline, a code or ordinal */
	int    number[3];              /* score of taking 1, 2, 3 words as a figure; NEVER if they are none */
	bool   figure;                 /* one of them is */
};

enum kind { WORDS, FIGURE, ORDINAL };

struct row {
	struct arena *a; struct pats *ps; const struct lines *ls; const struct columns *c;
	enum kind kind[COLUMNS_MAX];   /* of each column; what it costs to leave it empty */
	int empty[COLUMNS_MAX];
	struct word *w; size_t n;
};

/* -- what the words are --------------------------------------------------------------------------- */

static size_t split(struct row *r, size_t first, size_t last)
{
	size_t n = 0;
	for (int pass = 0; pass < 2; pass++) {
		n = 0;
		for (size_t l = first; l < last; l++) {
			str t = r->ls->at[l].fold.text;
			bool begun = false;
			for (size_t i = 0; i < t.n;) {
				while (i < t.n && t.p[i] == ' ')
					i++;
				size_t k = i;
				while (k < t.n && t.p[k] != ' ')
					k++;
				if (k == i)
					break;
				if (pass)
					r->w[n] = (struct word){ .text = str_sub(t, i, k), .line = (uint32_t)l, .from = (uint32_t)i,
					                         .to = (uint32_t)k, .first = !begun };
				n++;
				begun = true;
				i = k;
			}
			if (pass && begun)
				r->w[n - 1].last = true;
		}
		if (n > ALIGN_WORDS)               /* too many to deal out: none are kept */
			return n;
		if (!pass)
			r->w = make_n(r->a, struct word, n + 1);
	}
	return n;
}

/* The folded text of words [i, i + k), one space between them. */
static str span(const struct row *r, size_t i, size_t k, char *room, size_t cap)
{
	size_t n = 0;
	for (size_t j = i; j < i + k && j < r->n; j++) {
		str t = r->w[j].text;
		if (n + t.n + 1 >= cap)
			break;
		if (n)
			room[n++] = ' ';
		memcpy(room + n, t.p, t.n);
		n += t.n;
	}
	return (str){ room, n };
}

static const char *const panels[] = { "hoi dong tham dinh", "doan tham dinh", "to tham dinh" };     /* who says "đạt 1,2/1,5 điểm" */

/* Characters from `at` that are digits, at most `most`. */
static size_t digits(str t, size_t at, size_t most)
{
	size_t n = 0;
	while (at + n < t.n && n <= most && t.p[at + n] >= '0' && t.p[at + n] <= '9')
		n++;
	return n <= most ? n : 0;
}

/* What taking k words as one figure is worth: "0.25", "- 0,5", "(-0,5", "1,5đ". A figure too wide for its column goes on
 * below: "- 0.36" / "8". */
static int figure_words(const struct row *r, size_t i, size_t k)
{
	char room[64];
	str t = span(r, i, k, room, sizeof room);
	size_t at = 0, n, whole;
	bool signed_ = false, fraction = false;
	if (at < t.n && t.p[at] == '(')
		at += at + 1 < t.n && t.p[at + 1] == ' ' ? 2 : 1;
	if (at < t.n && (t.p[at] == '-' || t.p[at] == '+')) {
		signed_ = true;
		at += at + 1 < t.n && t.p[at + 1] == ' ' ? 2 : 1;
	}
	signed_ = signed_ || t.p[0] == '(';
	if (!(whole = digits(t, at, 3)))
		return NEVER;
	at += whole;
	if (at < t.n && (t.p[at] == '.' || t.p[at] == ',')) {
		if (!(n = digits(t, at + 1, 4)))
			return NEVER;
		at += 1 + n;
		fraction = true;
	}
	if (k > 1 && fraction && at < t.n && t.p[at] == ' ' && (n = digits(t, at + 1, 2)) && at + 1 + n == t.n &&
	    r->w[i + k - 1].first && r->w[i + k - 1].last)
		return 40;
	str rest = str_trim(str_sub(t, at, t.n));
	/* "1,2/1,5đ" where no column has the maxima */
	if (k == 1 && rest.n > 1 && rest.p[0] == '/' && columns_find(r->c, ROLE_max) == r->c->n && (n = digits(rest, 1, 3))) {
		size_t end = 1 + n;
		if (end < rest.n && strchr(".,", rest.p[end]))
			end += 1 + digits(rest, end + 1, 4);
		rest = str_sub(rest, end, rest.n);
	}
	static const char *const ends[] = { "", "%", "d", "diem", ")", "%)", "d)", "diem)" };
	for (size_t e = 0; e < COUNT(ends); e++)
		if (str_eq(rest, str_c(ends[e])))       /* a rate stands in the column of rates only */
			return (k == 1 || signed_) && (ends[e][0] != '%' || columns_find(r->c, ROLE_rate) < r->c->n) ? 30 : NEVER;
	return NEVER;
}

static bool wants(const struct row *r, enum role a, enum role b, enum role c)
{
	return columns_find(r->c, a) < r->c->n || columns_find(r->c, b) < r->c->n || columns_find(r->c, c) < r->c->n;
}

/* Looking is what this file's time goes into: only for what the table has a column for, and only where it can begin. */
static void look_at_words(struct row *r)
{
	char room[400];
	struct match m;
	bool dues = wants(r, ROLE_due, ROLE_due, ROLE_due), remedies = wants(r, ROLE_remedy, ROLE_remedy, ROLE_remedy);
	bool progress = wants(r, ROLE_progress, ROLE_progress, ROLE_progress), units = wants(r, ROLE_lead, ROLE_support, ROLE_doer);
	bool reasons = wants(r, ROLE_reason, ROLE_cause, ROLE_cause), findings = wants(r, ROLE_finding, ROLE_finding, ROLE_finding);
	bool figures = wants(r, ROLE_max, ROLE_points, ROLE_lost) || wants(r, ROLE_self, ROLE_rate, ROLE_rate);
	for (size_t i = 0; i < r->n; i++) {
		struct word *w = &r->w[i];
		const struct line *l = &r->ls->at[w->line];
		size_t at = l->fold.at[w->from];
		w->upper = char_is_upper(utf8_next(l->text, &at));
		char c = l->fold.text.p[w->from];
		w->lower = c >= 'a' && c <= 'z' && !w->upper;
		w->bullet = w->first && (c == '-' || c == '+' || c == '*') &&
		            !(c == '-' && w->to - w->from > 1 && l->fold.text.p[w->from + 1] >= '0' && l->fold.text.p[w->from + 1] <= '9');
		bool opens = w->upper || w->bullet || (c >= '0' && c <= '9');
		bool looks = !i || findings || (opens && (dues || remedies || progress || units || reasons)) || (dues && w->first);
		str s = looks ? span(r, i, SPAN, room, sizeof room) : w->text;
		w->due = 0;
		if (dues && (w->upper || w->first || (c >= '0' && c <= '9')) && strchr("qtnhdcslxkv0123456789", c)) {
			size_t len = due_span(r->ps, s, 0), words = 0;
			for (size_t k = 0; k < len; k++)
				words += s.p[k] == ' ' || k + 1 == len;
			w->due = (int)words;
		}
		w->code = 0;
		if (i == 0 && pat_at(r->ps, "(?:\\d{1,3}[a-z]?(?: ?\\. ?\\d{1,2}[a-z]?)*\\.?|[ivx]{1,5}\\.?|\\(\\d+\\))(?= |$)", s, 0, &m))
			for (size_t k = 0; k < m.at[0].to; k++)
				w->code += s.p[k] == ' ' || k + 1 == m.at[0].to;
		for (size_t k = 0; k < 3; k++)
			w->number[k] = NEVER;
		if (figures && (c == '-' || c == '(' || c == '+' || (c >= '0' && c <= '9')))
			for (size_t k = 1; k <= 3 && i + k <= r->n; k++)
				w->figure |= (w->number[k - 1] = figure_words(r, i, k)) != NEVER;
		size_t skip = w->bullet && s.n > 2 && s.p[1] == ' ' ? 2 : 0;
		w->opens_remedy = opens && remedies && opening(ROLE_remedy, s, skip);
		w->opens_progress = opens && progress && opening(ROLE_progress, s, skip);
		w->opens_unit = opens && units && opening(ROLE_lead, s, skip);
		w->opens_reason = opens && reasons && opening(ROLE_reason, s, skip);
		str t = w->text;
		size_t score = findings ? STR_OPENS(s, 0, panels) : 0;
		if (findings && c >= '0' && c <= '9' && pat_at(r->ps, "\\d+(?:[.,]\\d+)? ?/ ?\\d+(?:[.,]\\d+)? ?(?:diem|d\\b)", s, 0, &m))
			score = m.at[0].to;
		for (size_t k = i, seen = 0; k < r->n && seen < score; seen += r->w[k].to - r->w[k].from + 1, k++)
			r->w[k].scored = true;
		w->scored = w->scored || (findings && memchr(t.p, '/', t.n) && pat_at(r->ps, "\\d+(?:[.,]\\d+)?/\\d+(?:[.,]\\d+)?", t, 0, &m) &&
		            (pat_has(r->ps, "^\\S+ ?(?:diem|d\\b)", s) || (i && pat_at(r->ps, "(?:dat|duoc|gia|dinh|cham)$", r->w[i - 1].text, 0, &m))));
	}
}

/* May a page have ended between them? */
static bool turns(const struct line *a, const struct line *b, int norm)
{
	return b->hard >= 3 || b->node->from.page != a->node->from.page || (b->gap < norm && b->lead);
}

/* What stands between two lines of the row: does the text go on, or does another cell begin? */
static void look_at_borders(struct row *r)
{
	int norm = r->ls->norm;
	bool capitals = r->n && line_capitals(&r->ls->at[r->w[0].line]);
	for (size_t i = 1; i < r->n; i++) {
		struct word *w = &r->w[i];
		const struct line *a = &r->ls->at[r->w[i - 1].line], *b = &r->ls->at[w->line];
		if (!w->first) {
			/* inside a line: cells whose lines met on one level; sure to be so where a page ends inside the row */
			bool open = (w->upper && !capitals) || w->bullet;      /* in a line of capitals a capital tells nothing */
			size_t next = i;
			while (open && next < r->n && r->w[next].line == w->line)
				next++;
			bool page_end = open && next < r->n && turns(&r->ls->at[w->line], &r->ls->at[r->w[next].line], norm);
			w->stay = 0;
			w->cut = open ? (page_end ? -8 : -30) : -60;
			continue;
		}
		capitals = line_capitals(b);
		bool jump = b->gap < norm, apart = b->gap > norm, far = b->gap > norm + 2;
		int end = a->fold.text.p[a->fold.text.n - 1];
		w->leap = jump;
		w->stay = w->lower ? 10 : w->upper && strchr(".;)", end) ? -3 : w->upper ? -2 : 0;
		w->cut = -5 + (w->lower ? -40 : 0) + (end == ',' ? -20 : 0) + (strchr(".)", end) ? 10 : end == ';' ? 5 : 3);
		w->stay += jump ? (w->lower ? -5 : -15) : far ? -15 : apart ? -7 : 0;
		w->cut += jump ? 15 : far ? 15 : apart ? 8 : 0;
		if (b->tab) {                      /* a tab is a cell's own mark */
			w->stay = -200;
			w->cut = 40;
		}
		w->turn = turns(a, b, norm);
	}
}

/* -- what it costs ---------------------------------------------------------------------------------- */

/* A column left empty. */
static int empty(enum role role)
{
	switch (role) {
	case ROLE_finding: case ROLE_name: return -80;
	case ROLE_remedy: case ROLE_due: return -30;
	case ROLE_lead: case ROLE_max: case ROLE_points: case ROLE_lost: case ROLE_self: case ROLE_rate: return -25;
	case ROLE_progress: case ROLE_reason: case ROLE_cause: case ROLE_support: case ROLE_doer: return -12;
	case ROLE_NONE: case ROLE_ordinal: case ROLE_code: case ROLE_note: case ROLE_evidence: case ROLE_rule: case ROLE_appraiser:
		return 0;
	}
	return 0;
}

/* A column of words that begins with this word. */
static int begins(const struct word *w, enum role role)
{
	switch (role) {
	case ROLE_remedy: return w->opens_remedy ? 15 : -5;
	case ROLE_progress: return w->opens_progress ? 15 : -3;
	case ROLE_lead: case ROLE_support: case ROLE_doer: return w->opens_unit ? 15 : -10;
	case ROLE_reason: case ROLE_cause: return w->opens_reason ? 8 : 0;
	case ROLE_due: return -40;                /* words that are no deadline: possible, not likely */
	case ROLE_note: case ROLE_evidence: return -12;
	case ROLE_ordinal: case ROLE_code: case ROLE_max: case ROLE_points: case ROLE_lost: case ROLE_self: case ROLE_rate: return NEVER;
	case ROLE_NONE: case ROLE_finding: case ROLE_name: case ROLE_rule: case ROLE_appraiser: return 0;
	}
	return 0;
}

/* One more word in a column of words. */
static int dwell(const struct row *r, const struct word *w, enum role role)
{
	bool here = role == ROLE_finding || role == ROLE_reason || role == ROLE_cause;
	int cost = (w->due && w->first && w->upper && role != ROLE_due ? -12 : 0);
	cost += w->scored && !here && columns_find(r->c, ROLE_finding) < r->c->n ? -50 : 0;
	if (role == ROLE_finding && w->bullet && w->opens_remedy)
		cost -= 6;                         /* "- Tiêu chí …" is listed here, "- Xây dựng …" is not */
	if (role == ROLE_due || role == ROLE_note)
		cost -= role == ROLE_due ? 8 : 3;
	if (role == ROLE_lead || role == ROLE_support)
		cost -= 1;
	return cost;
}

struct cell { int score; int16_t column; uint16_t back; };     /* back: words taken by the last step */

/* One table a pass: the first time through the columns, and again after a page ended inside the row, where one may have. */
struct lattice { struct cell *at; size_t columns, n, passes; };

static struct cell *cell(const struct lattice *t, size_t pass, size_t i, size_t c)
{
	return &t->at[(pass * (t->n + 1) + i) * t->columns + c];
}

static void offer(struct cell *to, int score, int16_t from, size_t words)
{
	if (score > to->score)
		*to = (struct cell){ score, from, (uint16_t)words };
}

/* Takes words from i on as the beginning of column c; `base` is what was reached before. */
static void enter(const struct row *r, const struct lattice *t, size_t pass, size_t i, size_t c, int base, int16_t from)
{
	const struct word *w = &r->w[i];
	enum role role = r->c->role[c];
	int cut = i ? w->cut : 0;
	bool sign = w->to - w->from == 1 && w->number[1] != NEVER;      /* "-" of "- 0.5" opens no words */
	if (r->kind[c] == ORDINAL) {
		if (w->code && c == 0)
			offer(cell(t, pass, i + (size_t)w->code, c), base + 20, from, (size_t)w->code);
		return;
	}
	if (r->kind[c] == FIGURE) {
		int near = cut < 0 ? (w->first ? cut / 2 : -2) : cut / 3;
		for (size_t k = 1; k <= 3; k++)
			if (w->number[k - 1] != NEVER && i + k <= r->n)
				offer(cell(t, pass, i + k, c),
				      base + near + w->number[k - 1] + (k > 1 && role == ROLE_lost ? 4 : 0), from, k);
		return;
	}
	if (role == ROLE_due && w->due && i + (size_t)w->due <= r->n)
		offer(cell(t, pass, i + (size_t)w->due, c), base + 40 + (w->first ? 5 : -2) + (cut > 0 ? cut / 2 : 0) +
		      (r->w[i + (size_t)w->due - 1].last ? 5 : 0), from, (size_t)w->due);
	/* after a figure or a deadline the next column may begin on the same line */
	size_t at = from >= 0 ? (size_t)from % t->columns : 0;
	enum role left = from >= 0 ? r->c->role[at] : ROLE_NONE;
	bool after = from >= 0 && (r->kind[at] != WORDS || left == ROLE_due);
	if (after && !w->first)
		cut = -2;
	/* "Văn phòng Sở" and "Các phòng chuyên môn" are short: their first lines often meet */
	bool units = w->opens_unit && (role == ROLE_support || role == ROLE_doer || role == ROLE_lead) &&
	             (left == ROLE_lead || left == ROLE_support || left == ROLE_doer);
	if (units && !w->first)
		cut = -10;
	offer(cell(t, pass, i + 1, c), base + cut + begins(w, role) + dwell(r, w, role) - (sign ? 30 : 0), from, 1);
}

/* Where on its line the words begin that column c holds up to word i, on the best way there. */
static size_t piece_from(const struct row *r, const struct lattice *t, size_t pass, size_t i, size_t c)
{
	int16_t here = (int16_t)(pass * t->columns + c);
	while (i > 0) {
		const struct cell *at = cell(t, pass, i, c);
		size_t k = at->back ? at->back : 1;
		i = i > k ? i - k : 0;
		if (at->column != here || r->w[i].first)
			break;
	}
	return r->w[i].from;
}

static void solve(const struct row *r, const struct lattice *t, const int *widths)
{
	size_t m = r->c->n;
	for (size_t i = 0; i < r->n; i++)
		for (size_t pass = 0; pass < t->passes; pass++)
			for (size_t c = 0; c < m; c++) {
				if (i == 0) {                      /* where the row begins */
					int skipped = 0;
					for (size_t k = 0; k < c; k++)
						skipped += r->empty[k];
					if (!pass)
						enter(r, t, 0, 0, c, skipped, -1);
					continue;
				}
				const struct cell *at = cell(t, pass, i, c);
				if (at->score <= NEVER / 2)
					continue;
				const struct word *w = &r->w[i];
				int16_t here = (int16_t)(pass * m + c);
				enum role role = r->c->role[c];
				if (r->kind[c] == WORDS) {
					int stay = w->stay;
					if (w->first && widths && widths[c] && w->upper) {
						const struct line *a = &r->ls->at[r->w[i - 1].line];
						if ((int)(a->fold.text.n + 1 + (w->to - w->from)) <= widths[c] - 1)
							stay -= 8;             /* the word would have stood above */
					}
					if (!w->first && widths && widths[c] && w->last &&
					    (int)(w->to - piece_from(r, t, pass, i, c)) > widths[c] + 6 &&
					    !line_capitals(&r->ls->at[w->line]))
						stay -= 25;                /* the line is wider than the column */
					offer(cell(t, pass, i + 1, c), at->score + stay + dwell(r, w, role), here, 1);
				}
				int skipped = 0;
				for (size_t k = c + 1; k < m; k++) {
					if (r->kind[k] == WORDS || (r->kind[k] == FIGURE && w->figure))
						enter(r, t, pass, i, k, at->score + skipped, here);
					skipped += pass ? -2 : r->empty[k];
				}
				if (!w->first || !(w->turn || w->leap) || pass)
					continue;
				/* the page ended: start again from the left; what stayed empty above may come now */
				int left = 0;
				for (size_t k = c + 1; k < m; k++)
					left += r->empty[k] / 2;
				for (size_t k = 0; k <= c; k++)
					if (r->kind[k] == WORDS)
						offer(cell(t, 1, i + 1, k),
						      at->score + left + (w->turn ? -10 : -60) + (w->lower ? 8 : -4) +
						      dwell(r, w, r->c->role[k]), here, 1);
			}
}

static void read_back(struct arena *a, const struct row *r, const struct lattice *t, pieces *out)
{
	size_t m = r->c->n, pass = 0, c = 0, i = r->n;
	int best = NEVER * 2;
	for (size_t p = 0; p < t->passes; p++)
		for (size_t k = 0; k < m; k++) {
			int s = cell(t, p, r->n, k)->score;
			for (size_t q = k + 1; q < m && !p; q++)
				s += r->empty[q];
			if (s > best) {
				best = s;
				pass = p;
				c = k;
			}
		}
	int16_t *of = make_n(r->a, int16_t, r->n + 1);
	while (i > 0) {
		const struct cell *at = cell(t, pass, i, c);
		size_t k = at->back ? at->back : i;
		if (k > i)
			k = i;
		for (size_t j = i - k; j < i; j++)
			of[j] = (int16_t)c;
		i -= k;
		if (at->column >= 0) {
			pass = (size_t)at->column / m;
			c = (size_t)at->column % m;
		}
	}
	for (size_t j = 0; j < r->n; j++) {
		struct piece *last = out->n ? &out->at[out->n - 1] : NULL;
		if (last && last->line == r->w[j].line && last->column == (size_t)of[j]) {
			last->to = r->w[j].to;
			continue;
		}
		*vec_add(a, out) = (struct piece){ (size_t)of[j], r->w[j].line, r->w[j].from, r->w[j].to };
	}
}

static size_t widest(const struct columns *c)
{
	size_t at = columns_find(c, ROLE_finding);
	if (at == c->n)
		at = columns_find(c, ROLE_name);
	return at == c->n ? 0 : at;
}

void align(struct arena *a, struct pats *ps, const struct lines *ls, size_t first, size_t last,
           const struct columns *c, const int *widths, pieces *out)
{
	struct arena *own CLEANUP(arena_close) = arena_open(ALIGN_MEMORY);
	struct row r = { .a = own, .ps = ps, .ls = ls, .c = c };
	for (size_t k = 0; k < c->n; k++) {
		enum role role = c->role[k];
		r.kind[k] = role_is_number(role) ? FIGURE : role == ROLE_ordinal || role == ROLE_code ? ORDINAL : WORDS;
		r.empty[k] = empty(role);
	}
	r.n = split(&r, first, last);
	if (!r.n || !c->n)
		return;
	if (r.n > ALIGN_WORDS) {
		for (size_t l = first; l < last; l++)
			*vec_add(a, out) = (struct piece){ widest(c), l, 0, ls->at[l].fold.text.n };
		return;
	}
	look_at_words(&r);
	look_at_borders(&r);
	struct lattice t = { .columns = c->n, .n = r.n + SPAN, .passes = 1 };
	for (size_t i = 0; i < r.n; i++)
		t.passes = r.w[i].turn || r.w[i].leap ? 2 : t.passes;
	size_t cells = t.passes * (t.n + 1) * t.columns;
	t.at = make_n(own, struct cell, cells);
	for (size_t i = 0; i < cells; i++)
		t.at[i].score = NEVER;
	solve(&r, &t, widths);
	read_back(a, &r, &t, out);
}
