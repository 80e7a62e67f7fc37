#include "extract/grid.h"
#include "extract/lex.h"
#include "extract/opening.h"

enum {
	NEVER = -1000000,
	BLANK = UINT32_MAX,                        /* the line of a token that is an empty line */
	TAIL = 8, TAIL_WIDE = 60,                  /* three lines more in a cell, and no sentences */
	UNIT = 40,                                 /* characters: longer than most names of units */
	FAR = 400,                                 /* tokens: no row is so long */
	GRID_MEMORY = 256 << 20,
};

/* What a line is by itself. */
struct looks {
	bool blank, upper, lower, bullet, figure, ordinal, due, criterion, spans, total;
	bool lone;                                 /* a figure, an ordinal, or figures: no words */
	bool colon, comma;                         /* ends with one: a list follows; the sentence goes on */
	bool dates;                                /* begins with a deadline */
	bool unit;                                 /* "Văn phòng Sở", of which a remedy might tell more */
	str  text;                                 /* folded */
	size_t skip;                               /* "- " before its words */
};

enum step { NO_WAY, SAME_CELL, NEXT_CELL, WIDE_CELL };             /* WIDE_CELL: begins a row with a cell over the columns up to this one */

struct lattice {
	struct arena *a; struct pats *ps; const struct lines *ls; const struct columns *c;
	bool dues, criteria, units;                /* has a column for them */
	VEC(uint32_t) token;
	VEC(uint8_t) step;                         /* for each token the c->n ways that led there */
};

static bool has(const struct columns *c, enum role r) { return columns_find(c, r) < c->n; }
static bool counts(enum role r) { return r == ROLE_ordinal || r == ROLE_code; }
static bool is_unit(enum role r) { return r == ROLE_lead || r == ROLE_support || r == ROLE_doer; }
static bool blames(enum role r) { return r == ROLE_reason || r == ROLE_cause; }
static bool names(enum role r) { return r == ROLE_name || r == ROLE_finding; }

/* -- what a line is --------------------------------------------------------------------------------- */

/* "0.25", "- 0,5", "(-0,5 điểm)", "1,25/1,5đ", "90%", or the dash of who has none. */
static bool is_figure(struct pats *ps, str t)
{
	struct match m;
	return t.n && t.n < 24 && strchr("(+-.0123456789", t.p[0]) &&
	       pat_at(ps, "\\(? ?[-+]? ?\\d{1,4}(?:[.,]\\d{1,4})?(?: ?/ ?\\d{1,4}(?:[.,]\\d{1,4})?)? ?(?:%|d|diem)?\\)?$|[-.]{1,3}$", t, 0, &m);
}

/* "1", "1.2.1.", "7a.1", "IV", "a)", "(1)", "TC 1.2". */
static bool is_ordinal(struct pats *ps, str t)
{
	struct match m;
	return t.n && t.n < 24 &&
	       pat_at(ps, "\\(?(?:(?:tc|tctp|tieu chi) ?)?(?:\\d{1,3}[a-z]?(?: ?\\. ?\\d{1,2}[a-z]?){0,5}|[ivx]{1,5}|[a-z])\\.?\\)?$|[-+*]$", t, 0, &m);
}

/* What may stand in one cell over the first columns: the name of a field with its number, a total. */
static bool may_span(struct pats *ps, const struct line *l)
{
	if (!line_upper(l) && !line_label(l))
		return false;
	return line_label(l) || line_capitals(l) || pat_has(ps, "^(?:linh vuc|phan|muc|nhom)(?: |:|$)", l->fold.text);
}

static struct looks look(const struct lattice *t, uint32_t token)
{
	struct looks w = { .blank = token == BLANK };
	if (w.blank)
		return w;
	const struct line *l = &t->ls->at[token];
	size_t from, to;
	w.text = l->fold.text;
	char c = w.text.p[0];
	w.upper = line_upper(l);
	w.lower = line_lower(l);
	w.figure = is_figure(t->ps, w.text);
	w.ordinal = is_ordinal(t->ps, w.text);
	bool dash = pat_has(t->ps, "^[-.]+$", w.text);                   /* who has nothing to say: in a column of words too */
	w.lone = !dash && (w.figure || w.ordinal || pat_has(t->ps, "^[-+\\d.,%/() ]+$", w.text));
	w.bullet = !w.lone && !dash && line_label(l) && strchr("-+*?", c);
	w.skip = !w.bullet || w.text.n < 3 ? 0 : w.text.p[1] == ' ' ? 2 : 1;
	w.colon = w.text.p[w.text.n - 1] == ':';
	w.comma = w.text.p[w.text.n - 1] == ',';
	str clause = str_sub(w.text, 0, w.text.n - w.comma);
	size_t due = t->dues && strchr("qtnhdcslxkv0123456789", c) ? due_span(t->ps, clause, 0) : 0;
	w.dates = due > 0;
	w.due = due && due == clause.n;
	w.lone = w.lone && !w.due;
	w.criterion = t->criteria && (c == 't' || c == 'd' || c == 'c' || c == 'l' || c == 'm' || w.bullet) &&
	              criterion_span(t->ps, w.text, w.skip, &from, &to);
	w.total = w.upper && pat_has(t->ps, "^(?:tong|cong)(?: cong| so| diem)*:?$", w.text);
	w.spans = w.total || (!w.lone && !w.bullet && may_span(t->ps, l));
	w.unit = t->units && w.text.n < UNIT && opening(ROLE_lead, w.text, 0);
	return w;
}

/* -- what it is worth: set by hand on documents, as in align ------------------------------------------ */

/* An empty cell: it is there to be seen, so only what is seldom empty costs. */
static int empty(enum role r)
{
	return names(r) ? -40 : r == ROLE_remedy || r == ROLE_due ? -8 : r == ROLE_note ? 0 : -3;
}

/* The line as the beginning of a cell. */
static int enter(const struct looks *above, const struct looks *w, enum role r)
{
	if (w->blank)
		return empty(r);
	if (counts(r))
		return w->ordinal ? 20 : NEVER;
	if (role_is_number(r))
		return w->figure ? 12 : NEVER;
	if (r == ROLE_due)
		return w->due ? 30 : w->lower || above->comma ? -40 : w->dates ? 5 : -15;
	int score = (w->lower ? -20 : 0) + (w->due ? -15 : 0) + (above->comma ? -20 : 0);
	if (above->bullet && w->bullet && above->criterion == w->criterion)
		score -= 6;                        /* a list goes on */
	if (w->lone)
		score -= r == ROLE_NONE || r == ROLE_note || r == ROLE_evidence ? 5 : 25;
	if (w->criterion)
		score += names(r) ? 10 : blames(r) ? -5 : -40;
	bool opens = opening(r, w->text, w->skip);
	if (is_unit(r))
		return score + (opens ? 10 : -8);
	score -= w->unit ? 5 : 0;
	if (r == ROLE_remedy || r == ROLE_progress)
		return score + (opens && !w->unit ? 10 : w->text.p[w->skip] <= '9' ? -6 : -3);
	return score + (opens ? 5 : r == ROLE_note || r == ROLE_evidence ? -8 : 0);
}

/* One more line in the cell of the line above. */
static int stay(const struct looks *above, const struct looks *w, enum role r)
{
	if (counts(r) || (role_is_number(r) && !w->blank && !w->figure))
		return NEVER;
	if (w->blank || above->blank)
		return w->blank ? -25 : -15;
	if (role_is_number(r))
		return -15;
	if (r == ROLE_due)
		return w->due || above->comma ? -2 : w->lower ? -5 : w->lone || w->criterion ? -40 : -20;
	int score = w->lower ? 3 : -2;
	if (w->lone)
		score -= 25;
	if (w->due)
		score -= 12;
	if (w->criterion)
		return score - (names(r) ? 0 : blames(r) ? 5 : 40);
	if (above->colon || w->lower)
		return score;
	if (above->bullet && above->criterion)
		score -= w->bullet ? 25 : 15;      /* "- Tiêu chí …" are listed here, "- Xây dựng …" are not */
	else if (above->bullet != w->bullet)
		score -= 10;
	if (r == ROLE_note || r == ROLE_evidence || is_unit(r))
		score -= 3;
	else if (w->unit)
		score -= 10;
	return score;
}

/* -- the programme ---------------------------------------------------------------------------------- */

static void offer(int *best, uint8_t *step, int score, enum step by)
{
	if (score > *best) {
		*best = score;
		*step = (uint8_t)by;
	}
}

/* From the scores behind the token above to those behind this one. ended: that of the rows so far, if one ended above. */
static bool advance(struct lattice *t, const struct looks *above, const struct looks *w, const int *was, int ended, int *now)
{
	const struct columns *c = t->c;
	bool alive = false;
	size_t at = t->step.n;
	for (size_t k = 0; k < c->n; k++)
		*vec_add(t->a, &t->step) = NO_WAY;
	for (size_t k = 0; k < c->n; k++) {
		uint8_t *step = &t->step.at[at + k];
		int left = k ? was[k - 1] : ended;
		now[k] = NEVER;
		if (was[k] > NEVER / 2)
			offer(&now[k], step, was[k] + stay(above, w, c->role[k]), SAME_CELL);
		if (left > NEVER / 2)
			offer(&now[k], step, left + enter(above, w, c->role[k]), NEXT_CELL);
		if (k && w->spans && ended > NEVER / 2 && !(w->total && k + 1 == c->n))
			offer(&now[k], step, ended + (w->total ? 20 : -15), WIDE_CELL);
		alive = alive || now[k] > NEVER / 2;
	}
	return alive;
}

/* What speaks for the division (a cell whose kind is told by itself) and against it: figures, criteria or deadlines where others
 * stand, no deadline where deadlines stand, ordinals that fall. */
struct evidence { size_t rows, anchors, words, lower, strange, undated, falls; };

/* Where a cell over the first columns stands: a total where a name would. */
static size_t wide_column(const struct lattice *t, size_t token, size_t last)
{
	const struct columns *c = t->c;
	struct looks w = look(t, t->token.at[token]);
	if (!w.total)
		return 0;
	for (size_t k = 0; k <= last; k++)
		if (names(c->role[k]))
			return k;
	return 0;
}

/* The first `tokens` of them, from the last back: which column each went to, and what that says of the whole. */
static void read_back(struct arena *a, const struct lattice *t, size_t tokens, struct grid *out, struct evidence *e)
{
	size_t m = t->c->n, c = m - 1;
	uint16_t *of = make_n(t->a, uint16_t, tokens + 1);
	bool *begins = make_n(t->a, bool, tokens + 1);
	for (size_t i = tokens; i-- > 0;) {
		enum step step = t->step.at[i * m + c];
		of[i] = (uint16_t)(step == WIDE_CELL ? wide_column(t, i, c) : c);
		if (step == WIDE_CELL)
			for (size_t k = i + 1; k < tokens && t->step.at[k * m + c] == SAME_CELL && of[k] == c; k++)
				of[k] = of[i];
		if (step == SAME_CELL)
			continue;
		begins[i] = step == WIDE_CELL || c == 0;
		c = begins[i] ? m - 1 : c - 1;
	}
	struct grid_row *row = NULL;
	struct looks above = { .blank = true };
	str ordinal = { 0 };
	for (size_t i = 0; i < tokens; i++) {
		struct looks w = look(t, t->token.at[i]);
		enum role r = t->c->role[of[i]];
		if (begins[i]) {
			row = vec_add(a, &out->rows);
			*row = (struct grid_row){ out->pieces.n, 0 };
			e->rows++;
		}
		bool word = !w.blank && !counts(r) && !role_is_number(r);
		e->anchors += r == ROLE_due ? w.due : !word;
		e->words += word;
		e->lower += word && w.lower;
		bool criterion = w.criterion && !names(r) && !blames(r);
		e->strange += word && (criterion || (r == ROLE_due ? w.lone : w.due || (w.lone && r != ROLE_NONE)));
		e->undated += word && r == ROLE_due && !w.due && !above.comma;
		if (counts(r) && of[i] == 0 && w.ordinal && w.figure) {
			/* "1" begins anew below a field */
			e->falls += ordinal.n && code_cmp(ordinal, w.text) >= 0 && !str_eq(w.text, S("1"));
			ordinal = w.text;
		}
		above = w;
		if (w.blank)
			continue;
		*vec_add(a, &out->pieces) = (struct piece){ of[i], t->token.at[i], 0, w.text.n };
		row->n++;
	}
}

/* Do lines that belong to such a table go on below it? Then it was not understood. */
static bool goes_on(struct pats *ps, const struct lines *ls, size_t from, size_t columns, grid_ends *ends)
{
	size_t lone = 0;
	for (size_t i = from; i < ls->n && i < from + 2 * columns && !ends(ps, &ls->at[i]); i++)
		lone += ls->at[i].text.n && (is_figure(ps, ls->at[i].fold.text) || is_ordinal(ps, ls->at[i].fold.text));
	return lone >= 2;
}

bool grid_rows(struct arena *a, struct pats *ps, struct lines *ls, size_t first, int blanks, const struct columns *c,
               grid_ends *ends, struct grid *out)
{
	struct arena *own CLEANUP(arena_close) = arena_open(GRID_MEMORY);
	struct lattice t = { .a = own, .ps = ps, .ls = ls, .c = c, .dues = has(c, ROLE_due) };
	t.criteria = has(c, ROLE_name) || has(c, ROLE_finding);
	t.units = has(c, ROLE_lead) || has(c, ROLE_support) || has(c, ROLE_doer);
	int scores[2][COLUMNS_MAX], best = NEVER, ended = 0;
	size_t best_tokens = 0, line = first, tail = 0, tail_tokens = 0;
	bool plain = false;                            /* words alone since the best end */
	struct looks above = { .blank = true };
	for (size_t k = 0; k < COLUMNS_MAX; k++)
		scores[0][k] = scores[1][k] = NEVER;
	bool alive = true;
	while (alive && t.token.n < best_tokens + FAR && t.token.n <= GRID_LINES) {
		uint32_t token = BLANK;
		if (blanks) {
			blanks--;
		} else {
			if (line >= ls->n || (line > first && ends(ps, &ls->at[line])))
				break;
			token = ls->at[line].text.n ? (uint32_t)line : BLANK;
			/* the reader does not keep the empty lines below the last */
			blanks = ++line < ls->n ? ls->at[line].gap : (int)c->n - 1;
		}
		struct looks w = look(&t, token);
		int *now = scores[t.token.n & 1], *was = scores[(t.token.n + 1) & 1];
		*vec_add(own, &t.token) = token;
		alive = advance(&t, &above, &w, was, ended, now);
		ended = now[c->n - 1];
		plain = plain && !w.blank && !w.spans && !w.lone && w.text.n < TAIL_WIDE && !str_ends(w.text, S("."));
		if (plain && alive && ended > best - TAIL) {
			tail_tokens = t.token.n;
			tail = line;
		}
		if (ended > best && alive) {
			best = ended;
			best_tokens = t.token.n;
			out->end = line;
			plain = true;
		}
		above = w;
	}
	/* a few lines between the table and what is surely below it: the last cell's */
	if (tail_tokens > best_tokens && (tail == ls->n || ends(ps, &ls->at[tail]))) {
		best_tokens = tail_tokens;
		out->end = tail;
	}
	ls->looked += t.token.n;
	if (!best_tokens || t.token.n > GRID_LINES)
		return false;
	struct evidence e = { 0 };
	read_back(a, &t, best_tokens, out, &e);
	bool many = e.rows >= 2 || (e.anchors >= 4 && !e.strange);
	bool agree = e.anchors >= e.rows && e.undated * 2 <= e.rows && best >= (int)e.rows * 5;
	bool against = (e.strange + e.falls) * 8 > e.rows || e.lower * 5 > e.words;      /* small letters: lines of a page, no paragraphs */
	return many && agree && !against && !goes_on(ps, ls, out->end, c->n, ends);
}
