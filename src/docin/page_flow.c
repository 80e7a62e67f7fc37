/* Lines to paragraphs. A line that ends early ends a paragraph: the first word of the next would still have found room. */
#include "docin/page_parts.h"
#include "base/fold.h"
#include "docin/legacy.h"

struct flow_line line_of_words(word_at *at, size_t n, int page)
{
	struct flow_line l = { .at = at, .n = n, .page = page, .x0 = at[0]->x0 };
	long long y = 0, high = 0;
	for (size_t i = 0; i < n; i++) {
		l.x1 = at[i]->x1 > l.x1 ? at[i]->x1 : l.x1;
		y += at[i]->y0 + (at[i]->y1 - at[i]->y0) / 2;
		high += at[i]->y1 - at[i]->y0;
	}
	l.y = (int)(y / (long long)n);
	l.em = (int)(high / (long long)n) * 3 / 4;
	l.em = l.em < 100 ? 100 : l.em;
	return l;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* -- what a line begins and ends with ---------------------------------------------------------------- */

static size_t while_in(str s, size_t at, const char *set)
{
	while (at < s.n && strchr(set, s.p[at]))
		at++;
	return at;
}

/* "-", "+" … that open a list item; symbol fonts leave private characters */
static str marker_of(const struct flow_line *l)
{
	static const str marks[] = { S("-"), S("+"), S("*"), S("•"), S("–"), S("\xEF\x82\xB7"), S("\xEF\x80\xAD"), S("●"), S("○"), S("▪") };
	if (l->n == 2 && l->at[1]->text.n && is_digit(l->at[1]->text.p[0]) && while_in(l->at[1]->text, 0, "0123456789.,%") == l->at[1]->text.n)
		return (str){ 0 };                      /* "- 0,5" */
	for (size_t i = 0; i < COUNT(marks) && l->n > 1; i++)
		if (str_eq(l->at[0]->text, marks[i]))
			return marks[i].p[0] == '+' ? S("+") : marks[i].p[0] == '*' ? S("*") : S("-");
	return (str){ 0 };
}

/* "I.", "1.", "1.2.", "1.2", "a)": how deep; 0: none */
static int label_rank(str s)
{
	size_t roman = while_in(s, 0, "IVX"), at = 0;
	int parts = 0;
	if (roman && roman <= 5 && roman + 1 == s.n && strchr(".)", s.p[roman]))
		return 1;
	while (at < s.n) {
		size_t end = while_in(s, at, "0123456789");
		if (end == at || end - at > 2)
			return 0;
		parts++;
		if (end == s.n)
			return parts > 1 ? parts + 1 : 0;
		if (s.p[end] == ')' && end + 1 == s.n)
			return parts + 1;
		if (s.p[end] != '.')
			return 0;
		at = end + 1;
	}
	return parts ? parts + 1 : 0;
}

bool line_labelled(const struct flow_line *l)
{
	str s = l->at[0]->text;
	bool letter = s.n == 2 && s.p[0] >= 'a' && s.p[0] <= 'z' && strchr(".)", s.p[1]);
	return l->n > 1 && (letter || label_rank(s) || marker_of(l).n);
}

static str last_word(const struct flow_line *l) { return l->at[l->n - 1]->text; }

static bool sentence_ends(const struct flow_line *l)
{
	str s = last_word(l);
	return s.n && strchr(".;:!?/", s.p[s.n - 1]);
}

/* Nothing that begins with a dash goes on behind this. */
static bool closed(const struct flow_line *l)
{
	str s = last_word(l);
	return s.n && strchr(".;:,)", s.p[s.n - 1]);
}

static uint32_t first_char(const struct flow_line *l)
{
	size_t at = 0;
	str s = l->at[0]->text;
	return s.n ? utf8_next(s, &at) : 0;
}

bool line_begins_small(const struct flow_line *l)
{
	uint32_t c = first_char(l);
	char f = c ? fold_char(c) : ' ';
	return f >= 'a' && f <= 'z' && !char_is_upper(c);
}

/* -- text ---------------------------------------------------------------------------------------------- */

/* Between the words of one line, or of a line and the next: "QĐ-" / "UBND" was one word. */
static bool spaced(word_at left, word_at right, bool same_line, int em)
{
	if (same_line)
		return !words_close(left, right, em);
	str s = left->text;
	char end = s.n > 1 ? s.p[s.n - 1] : ' ', before = s.n > 1 ? s.p[s.n - 2] : ' ';
	return !((end == '-' || end == '/') && before != '.' && right->text.n && !strchr("-+.", right->text.p[0]));
}

str line_text(struct arena *a, const struct flow_line *l)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < l->n; i++) {
		if (i && spaced(l->at[i - 1], l->at[i], true, l->em))
			buf_put(&b, S(" "));
		buf_put(&b, l->at[i]->text);
	}
	return buf_str(&b);
}

/* Behind the last stroke; 0: there is none. */
static size_t behind_stroke(str s)
{
	size_t at = s.n;
	while (at > 0 && s.p[at - 1] != '/')
		at--;
	return at;
}

/* What is wider than its cell is parted anywhere: "30/5/202" / "6", "1,64/2," / "00", "0,25/1" / ",5", "7a.1." / "1". The upper line is
 * that one word. */
static bool cut_within(const struct flow_line *up, const struct flow_line *down)
{
	str s = last_word(up), rest = down->at[0]->text;
	if (up->n != 1 || !s.n || !is_digit(s.p[0]))
		return false;
	size_t digits = while_in(rest, 0, "0123456789"), stroke = behind_stroke(s), figure = while_in(s, stroke, "0123456789");
	char end = s.p[s.n - 1];
	bool point = end == '.' || end == ',', date = stroke && str_find(s, S("/"), 0) + 1 < stroke && figure == s.n && figure > stroke;
	if (digits && date)
		return figure - stroke + digits == 4;
	if (digits && point)
		return stroke || (down->n == 1 && digits == rest.n && str_find(s, S("."), 0) + 1 < s.n);
	return stroke && is_digit(end) && rest.n > 1 && (rest.p[0] == ',' || rest.p[0] == '.') && is_digit(rest.p[1]);
}

static size_t letters_of(str s)
{
	size_t n = 0;
	for (size_t at = 0; at < s.n; n++)
		utf8_next(s, &at);
	return n;
}

/* "Thườ" / "ng": one syllable; what stands behind it does not matter. */
static bool one_syllable(str up, str down)
{
	enum { LONGEST = 8 };
	uint32_t both[2 * LONGEST];
	size_t n = 0;
	for (size_t at = 0; at < up.n && n < LONGEST;)
		both[n++] = utf8_next(up, &at);
	size_t above = n;
	for (size_t at = 0; at < down.n && n < COUNT(both); n++) {
		both[n] = utf8_next(down, &at);
		if (both[n] < 'A')
			break;
	}
	return n > above && syllable_valid(both, n);
}

static bool closes(str s) { return s.n && while_in(s, 0, ").,;:”\"") == s.n; }

/* "III/202" / "6", "61/QĐ-BQLKK" / "T" */
static bool one_number(str up, str down)
{
	size_t stroke = behind_stroke(up), figure = while_in(up, stroke, "0123456789"), digits = while_in(down, 0, "0123456789");
	size_t at = 0;
	if (!stroke || !down.n)
		return false;
	return digits ? figure == up.n && figure - stroke + digits == 4 : char_is_upper(utf8_next(down, &at)) && is_digit(up.p[0]);
}

/* The upper line is one word, and no letter more had room behind it up to the rule. */
static bool cut_at_rule(const struct flow_line *up, const struct flow_line *down, const struct cell_setting *o)
{
	enum { ROUGHLY = 250 };                                /* how far off the place of a rule is at most */
	word_at next = down->at[0];
	if (!o || !o->ruled || up->n != 1 || !next->text.n)
		return false;
	int letter = (next->x1 - next->x0) / (int)letters_of(next->text);
	return up->x1 - up->x0 + letter + ROUGHLY > o->width &&
	       (closes(next->text) || one_number(last_word(up), next->text) || one_syllable(last_word(up), next->text));
}

/* The words of lines [0, n), as few runs as there are changes in how sure they are. o: NULL outside of cells. */
static void add_runs(struct page_tree *t, struct node *para, const struct flow_line *l, size_t n, size_t skip, const struct cell_setting *o)
{
	struct buf b = buf_open(t->a);
	word_at last = NULL;
	for (size_t i = 0; i < n; i++)
		for (size_t k = i ? 0 : skip; k < l[i].n; k++) {
			word_at w = l[i].at[k];
			bool cut = last && !k && (cut_within(&l[i - 1], &l[i]) || cut_at_rule(&l[i - 1], &l[i], o));
			bool space = last && spaced(last, w, k > 0, l[i].em) && !cut;
			if (space)
				buf_put(&b, S(" "));
			if (last && last->sure != w->sure) {
				node_run(t->a, para, buf_str(&b), para->from)->from.sure = last->sure;
				b = buf_open(t->a);
			}
			buf_put(&b, w->text);
			last = w;
		}
	if (last)
		node_run(t->a, para, buf_str(&b), para->from)->from.sure = last->sure;
}

static size_t letters(const struct flow_line *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->n; i++)
		n += letters_of(l->at[i]->text);
	return n;
}

static int level_of_heading(const struct flow_line *l, size_t n)
{
	size_t width = 0;
	for (size_t i = 0; i < n && i < 4; i++)
		width += letters(&l[i]);
	int rank = l->n > 1 ? label_rank(l->at[0]->text) : 0;
	bool sentence = strchr(".;,", last_word(&l[n - 1]).p[last_word(&l[n - 1]).n - 1]) && width > 48;
	return !rank || sentence || n > 3 ? 0 : rank == 1 ? 2 : rank + 1 > 6 ? 6 : rank + 1;
}

static void add_para(struct page_tree *t, struct node *parent, const struct flow_line *l, size_t n, const struct cell_setting *o)
{
	struct place from = parent->from;
	from.line = ++t->lines;
	from.page = l->page + 1;
	struct node *p = node_add(t->a, parent, NODE_PARA, from);
	str marker = marker_of(l);
	if (marker.n) {
		p->kind = NODE_ITEM;
		p->marker = marker;
		p->level = marker.p[0] == '+' ? 2 : 1;
	} else if (parent->kind != NODE_CELL && (p->level = level_of_heading(l, n))) {
		p->kind = NODE_HEADING;
	}
	add_runs(t, p, l, n, marker.n ? 1 : 0, o);
	for (struct node *up = parent; up && !up->from.line; up = up->parent)
		up->from.line = from.line;
}

/* -- paragraphs ------------------------------------------------------------------------------------------ */

static bool near_to(int a, int b, int by) { return a - b <= by && b - a <= by; }

/* Would the first word of the next line have found room behind this one? */
static bool room_left(const struct flow_line *l, const struct flow_line *next, int right)
{
	return l->x1 + l->em / 4 + (next->at[0]->x1 - next->at[0]->x0) <= right - l->em / 8;
}

static bool centred(const struct flow_line *a, const struct flow_line *b)
{
	return near_to(a->x0 + a->x1, b->x0 + b->x1, a->em);
}

/* Surely of one paragraph: a full line, and the next begins small, or it ended with a comma. */
static bool surely_one(const struct flow_line *up, const struct flow_line *down, int right)
{
	bool open = line_begins_small(down) || str_ends(last_word(up), S(","));
	return up->page == down->page && open && !line_labelled(down) && !room_left(up, down, right);
}

/* How far lines of one paragraph stand apart at most. 0: not known */
static int widest_pitch(const struct flow_line *l, size_t n, int right)
{
	int most = 0;
	for (size_t i = 1; i < n; i++) {
		int d = l[i].y - l[i - 1].y;
		if (d > most && d < l[i].em * 13 / 5 && surely_one(&l[i - 1], &l[i], right))
			most = d;
	}
	return most;
}

/* Line n stands much further below the line before than lines of a paragraph do. */
static bool set_apart(const struct flow_line *l, size_t n, int most)
{
	const struct flow_line *prev = &l[n - 1];
	int pitch = l[n].y - prev->y;
	if (prev->page != l[n].page)
		return false;
	return pitch > l[n].em * 13 / 5 || (most && pitch * 6 > most * 7) ||
	       (n > 1 && prev->page == l[n - 2].page && pitch * 4 > (prev->y - l[n - 2].y) * 5);
}

/* "(Kèm theo Báo cáo số …)", "(Ban hành kèm theo …)": a line of its own below a title. */
static bool below_title(const struct flow_line *l) { return str_eq(l->at[0]->text, S("(Kèm")) || str_eq(l->at[0]->text, S("(Ban")); }

struct setting { int left, right, pitch; };

/* Does line n go on with the paragraph of lines [0, n)? */
static bool prose_goes_on(const struct flow_line *l, size_t n, const struct setting *o)
{
	const struct flow_line *prev = &l[n - 1], *next = &l[n];
	int by = next->em / 2, left = o->left;
	if (room_left(prev, next, o->right) || set_apart(l, n, o->pitch) || !near_to(prev->em, next->em, next->em / 8) ||
	    str_ends(last_word(prev), S("./.")) || below_title(next) ||
	    (line_labelled(next) && closed(prev)))
		return false;
	if (n > 1)
		return near_to(next->x0, prev->x0, by) || (centred(prev, next) && !line_labelled(next));
	if (next->x0 > l->x0 + by)
		return (line_labelled(l) && next->x0 - l->x0 < next->em * 6) || (centred(l, next) && !line_labelled(next));
	/* two paragraphs with their first lines drawn in, each of one full line */
	bool again = near_to(next->x0, l->x0, by) && next->x0 > left + by;
	return !(again && (sentence_ends(prev) || line_labelled(next)));
}

void flow_prose(struct page_tree *t, const struct flow_line *l, size_t n, int left, int right)
{
	struct setting o = { left, right, widest_pitch(l, n, right) };
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 1; i + k < n && prose_goes_on(l + i, k, &o); k++)
			;
		add_para(t, t->root, l + i, k, NULL);
	}
}

void flow_side(struct page_tree *t, const struct flow_line *l, size_t n)
{
	int right = 0;
	for (size_t i = 0; i < n; i++)
		right = l[i].x1 > right ? l[i].x1 : right;
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 1; i + k < n && !room_left(&l[i + k - 1], &l[i + k], right) && !line_labelled(&l[i + k]) &&
		            (line_begins_small(&l[i + k]) || marker_of(&l[i]).n) && l[i + k].page == l[i].page &&
		            l[i + k].y - l[i + k - 1].y <= l[i].em * 2;
		     k++)
			;
		add_para(t, t->root, l + i, k, NULL);
	}
}

static bool same_words(const struct flow_line *a, const struct flow_line *b)
{
	return a->n > 1 && b->n > 1 && str_eq(a->at[0]->text, b->at[0]->text) && str_eq(a->at[1]->text, b->at[1]->text);
}

/* Is line n further below than lines of its cell are? */
static bool new_paragraph(const struct flow_line *l, size_t n, int pitch)
{
	int d = l[n].y - l[n - 1].y;
	return pitch && l[n].page == l[n - 1].page && d * 4 > pitch * 5;
}

/* In a cell, centred or not: had the first word of line n found room behind the one above? A list goes on with its
 * marker, and one without with the same words ("Thường xuyên" twice). */
static bool cell_goes_on(const struct flow_line *l, size_t n, struct cell_setting o)
{
	const struct flow_line *prev = &l[n - 1], *next = &l[n];
	int used = prev->x1 - prev->x0 + prev->em / 4 + next->at[0]->x1 - next->at[0]->x0;
	bool early = used + prev->em / 3 <= o.width;
	if (new_paragraph(l, n, o.pitch))
		return false;
	if (o.ruled && (cut_at_rule(prev, next, &o) || (cut_within(prev, next) && used + next->em / 2 > o.width)))
		return true;
	if (marker_of(next).n)
		return !early && !closed(prev) && !str_eq(marker_of(l), marker_of(next));
	return !same_words(l, next) && (!early || (line_begins_small(next) && !sentence_ends(prev)));
}

/* Lines of the cell that are set wider than those of the table are no paragraphs each. */
static int own_pitch(const struct flow_line *l, size_t n, int pitch)
{
	int least = 0;
	for (size_t i = 1; i < n; i++) {
		int d = l[i].page == l[i - 1].page ? l[i].y - l[i - 1].y : 0;
		least = d > 0 && (!least || d < least) ? d : least;
	}
	return n > 2 && least > pitch ? least : pitch;
}

void flow_cell(struct page_tree *t, struct node *cell, const struct flow_line *l, size_t n, struct cell_setting o)
{
	o.pitch = o.pitch ? own_pitch(l, n, o.pitch) : 0;
	for (size_t i = 0, k; i < n; i += k) {
		for (k = 1; i + k < n && cell_goes_on(&l[i], k, o); k++)
			;
		add_para(t, cell, l + i, k, &o);
	}
}
