#include "docin/build.h"
#include "docin/encoding.h"
#include "docin/entity.h"
#include "docin/html.h"
#include "docin/read.h"
#include <md4c.h>
#include <stdint.h>

/* -- sniffing --------------------------------------------------------------------------------------- */

enum { SNIFF_MAX = 1 << 20 };

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static bool is_heading(str line)
{
	size_t n = 0;
	while (n < line.n && line.p[n] == '#')
		n++;
	return n >= 1 && n <= 6 && n + 1 < line.n && line.p[n] == ' ' && str_trim(str_sub(line, n, line.n)).n;
}

/* "|---|:--:|", the row under the head of a table */
static bool is_delimiter(str line)
{
	size_t bars = 0, dashes = 0;
	line = str_trim(line);
	for (size_t i = 0; i < line.n; i++) {
		bars += line.p[i] == '|';
		dashes += line.p[i] == '-';
		if (!strchr("|-: \t", line.p[i]))
			return false;
	}
	return bars && dashes >= 2;
}

/* "**bold**" begins and ends at a letter; "(**)" and a line of stars do not count */
static size_t bold_pairs(str line)
{
	size_t n = 0;
	for (size_t at = str_find(line, S("**"), 0); at < line.n;) {
		size_t end = str_find(line, S("**"), at + 2);
		if (end >= line.n)
			break;
		bool text = end > at + 2 && !is_blank(line.p[at + 2]) && line.p[at + 2] != '*' &&
		            !is_blank(line.p[end - 1]);
		n += text;
		at = str_find(line, S("**"), text ? end + 2 : at + 1);
	}
	return n;
}

/* Headings, tables with a delimiter row, bold pairs. Lines that begin with "-" or "1." stand in any text. */
static int sniff(str text)
{
	size_t headings = 0, tables = 0, bolds = 0;
	str above = { 0 };
	text = str_sub(text, 0, SNIFF_MAX);
	if (str_find(text, S("#"), 0) == text.n && str_find(text, S("|"), 0) == text.n && str_find(text, S("**"), 0) == text.n &&
	    str_find(text, S("<"), 0) == text.n)
		return 0;
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, S("\n"), at);
		str line = str_sub(text, at, end);
		headings += is_heading(line);
		tables += is_delimiter(line) && above.n && memchr(above.p, '|', above.n);
		bolds += bold_pairs(line);
		above = line;
		at = end + 1;
	}
	bool html_table = str_find(text, S("<table"), 0) < text.n && str_find(text, S("<td"), 0) < text.n;
	return tables ? 90 : headings >= 2 || bolds >= 2 || html_table ? 80 : headings ? 60 : 0;
}

/* -- before md4c ------------------------------------------------------------------------------------ */

struct list_at { int lists, depth; };
struct line_at { size_t at; int number; };     /* where a line of our copy begins; which line of the file it is */
typedef VEC(struct line_at) lines_at;

struct reading_markdown {
	struct build   b;
	str            text;                       /* what md4c reads */
	lines_at       lines;                      /* of it, and one beyond the end */
	size_t         line;                       /* the line met last */
	struct buf     html;                       /* HTML pieces that follow each other, read as one */
	int            html_line;
	struct list_at list[BUILD_LISTS_MAX];
	int            in_lists, images;
	bool           head, in_code;              /* within the head of a table; within a block of code */
};

/* md4c wants three dashes in each column of a delimiter row; converters write "|--|-|". */
static void put_delimiter(struct buf *out, str line)
{
	for (size_t i = 0; i < line.n; i++) {
		buf_put(out, str_sub(line, i, i + 1));
		bool lone = line.p[i] == '-' && (i == 0 || line.p[i - 1] != '-');
		if (lone)
			buf_put(out, S("--"));
	}
}

/* md4c sees a table only behind a blank line; converters leave its head right below the text. So our
 * copy has a blank line more there, and each line knows its number in the file. */
static void prepare(struct reading_markdown *m, struct arena *a, str text)
{
	struct buf out = buf_open(a);
	str above[2] = { 0 };                      /* the line above, and the one above that */
	bool in_table = false;
	int number = 1;
	for (size_t at = 0; at < text.n; number++) {
		size_t end = str_find(text, S("\n"), at);
		str line = str_sub(text, at, end);
		bool head = !in_table && above[0].n && memchr(above[0].p, '|', above[0].n) && is_delimiter(line);
		if (head && str_trim(above[1]).n) {
			out.n = m->lines.at[m->lines.n - 1].at;
			m->lines.at[m->lines.n - 1].number = number - 1;
			buf_put(&out, S("\n"));
			*vec_add(a, &m->lines) = (struct line_at){ out.n, number - 1 };
			buf_put(&out, above[0]);
			buf_put(&out, S("\n"));
		}
		*vec_add(a, &m->lines) = (struct line_at){ out.n, number };
		if (head)
			put_delimiter(&out, line);
		else
			buf_put(&out, line);
		buf_put(&out, S("\n"));
		in_table = head || (in_table && str_trim(line).n);
		above[1] = above[0];
		above[0] = line;
		at = end + 1;
	}
	*vec_add(a, &m->lines) = (struct line_at){ out.n, number };
	m->text = buf_str(&out);
}

/* -- where a piece of text stands ------------------------------------------------------------------- */

static bool is_ours(const struct reading_markdown *m, const char *p)
{
	return (uintptr_t)p >= (uintptr_t)m->text.p && (uintptr_t)p < (uintptr_t)m->text.p + m->text.n;
}

/* Text that md4c makes up (a newline, an indent) is not in our buffer and stays on the line met last. */
static int line_of(struct reading_markdown *m, const char *p)
{
	const struct line_at *l = m->lines.at;
	size_t low = 0, high = m->lines.n - 1, at = is_ours(m, p) ? (size_t)(p - m->text.p) : l[m->line].at;
	if (l[m->line].at <= at && at < l[m->line + 1].at)
		return l[m->line].number;
	while (high - low > 1) {                   /* l[low].at <= at < l[high].at */
		size_t mid = low + (high - low) / 2;
		if (l[mid].at <= at)
			low = mid;
		else
			high = mid;
	}
	m->line = low;
	return l[low].number;
}

/* What stands in the line before p. */
static str before(struct reading_markdown *m, const char *p)
{
	line_of(m, p);
	return str_sub(m->text, m->lines.at[m->line].at, (size_t)(p - m->text.p));
}

/* -- what Markdown says otherwise than the page does ------------------------------------------------- */

/* A line of dashes below a paragraph draws a rule; only "#" makes a heading. */
static void settle_heading(struct reading_markdown *m, str before_it)
{
	if (m->b.next.kind == NODE_HEADING && str_find(before_it, S("#"), 0) == before_it.n)
		build_plain(&m->b);
}

/* Markdown counts lists anew; the page prints "3." and means it. */
static void settle_marker(struct reading_markdown *m, str before_it)
{
	size_t i = 0, from;
	if (m->b.next.kind != NODE_ITEM)
		return;
	while (i < before_it.n && (is_blank(before_it.p[i]) || before_it.p[i] == '>'))
		i++;
	for (from = i; i < before_it.n && before_it.p[i] >= '0' && before_it.p[i] <= '9';)
		i++;
	if (i > from && i < before_it.n && (before_it.p[i] == '.' || before_it.p[i] == ')'))
		m->b.next.marker = str_sub(before_it, from, i + 1);
}

/* -- md4c calls -------------------------------------------------------------------------------------- */

static int done(const struct reading_markdown *m) { return m->b.failed ? 1 : 0; }

static void html_end(struct reading_markdown *m)
{
	if (!m->html.n)
		return;
	html_feed(&m->b, buf_str(&m->html), m->html_line);
	m->html.n = 0;
}

static void list_enter(struct reading_markdown *m, bool ordered, int start, char mark)
{
	if (m->in_lists < BUILD_LISTS_MAX)
		m->list[m->in_lists] = (struct list_at){ m->b.lists, m->b.depth };
	m->in_lists++;
	build_list_open(&m->b, ordered, false, start, true);
	struct build_list *l = build_list_now(&m->b);
	if (l)
		l->mark = mark;
}

static void list_leave(struct reading_markdown *m)
{
	m->in_lists--;
	if (m->in_lists < BUILD_LISTS_MAX)
		build_unwind(&m->b, m->list[m->in_lists].depth, m->list[m->in_lists].lists);
}

static void item_enter(struct reading_markdown *m)
{
	struct build_list *l = build_list_now(&m->b);
	if (l && l->ordered)
		build_item(&m->b, str_fmt(m->b.a, "%d.", l->next++), false);
	else
		build_item(&m->b, str_fmt(m->b.a, "%c", l ? l->mark : '-'), false);
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	struct reading_markdown *m = ctx;
	struct build *b = &m->b;
	html_end(m);
	if (type != MD_BLOCK_DOC && type != MD_BLOCK_HTML)
		build_break(b);
	switch (type) {
	case MD_BLOCK_UL:    list_enter(m, false, 0, ((MD_BLOCK_UL_DETAIL *)detail)->mark); break;
	case MD_BLOCK_OL:    list_enter(m, true, (int)((MD_BLOCK_OL_DETAIL *)detail)->start, 0); break;
	case MD_BLOCK_LI:    item_enter(m); break;
	case MD_BLOCK_H:     build_heading(b, (int)((MD_BLOCK_H_DETAIL *)detail)->level); break;
	case MD_BLOCK_CODE:  m->in_code = true; break;
	case MD_BLOCK_TABLE: build_table(b, 0, true); break;
	case MD_BLOCK_THEAD: m->head = true; break;
	case MD_BLOCK_TR:    build_row(b, 0, m->head, true); break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:    build_cell(b, 0, 1, 1, true); break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_HR:
	case MD_BLOCK_HTML:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_P:     break;
	}
	return done(m);
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *ctx)
{
	struct reading_markdown *m = ctx;
	struct build *b = &m->b;
	(void)detail;
	html_end(m);
	if (type != MD_BLOCK_HTML) {
		build_break(b);
		b->bold = b->italic = 0;           /* a tag left open styles no more than its paragraph */
	}
	switch (type) {
	case MD_BLOCK_UL:
	case MD_BLOCK_OL:    list_leave(m); break;
	case MD_BLOCK_LI:
	case MD_BLOCK_H:     build_plain(b); break;
	case MD_BLOCK_CODE:  m->in_code = false; break;
	case MD_BLOCK_TABLE: build_close(b, NODE_TABLE, true); break;
	case MD_BLOCK_THEAD: m->head = false; break;
	case MD_BLOCK_TR:    build_close(b, NODE_ROW, true); break;
	case MD_BLOCK_TH:
	case MD_BLOCK_TD:    build_close(b, NODE_CELL, true); break;
	case MD_BLOCK_DOC:
	case MD_BLOCK_QUOTE:
	case MD_BLOCK_HR:
	case MD_BLOCK_HTML:
	case MD_BLOCK_TBODY:
	case MD_BLOCK_P:     break;
	}
	return done(m);
}

static int span(struct reading_markdown *m, MD_SPANTYPE type, int step)
{
	html_end(m);
	if (type == MD_SPAN_STRONG)
		m->b.bold += step;
	if (type == MD_SPAN_EM)
		m->b.italic += step;
	if (type == MD_SPAN_IMG)
		m->images += step;
	m->b.bold = m->b.bold < 0 ? 0 : m->b.bold;
	m->b.italic = m->b.italic < 0 ? 0 : m->b.italic;
	return done(m);
}

static int enter_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	return span(ctx, type, 1);
}

static int leave_span(MD_SPANTYPE type, void *detail, void *ctx)
{
	(void)detail;
	return span(ctx, type, -1);
}

static void take_html(struct reading_markdown *m, str s, int line)
{
	if (!m->html.n)
		m->html_line = line;
	buf_put(&m->html, s);
}

/* The first text of a block tells what the block is. */
static void settle(struct reading_markdown *m, const char *p)
{
	if (m->b.block || m->b.next.kind == NODE_PARA || !is_ours(m, p))
		return;
	str ahead = before(m, p);
	settle_heading(m, ahead);
	settle_marker(m, ahead);
}

/* Text as it stands; a form feed in it is a space. */
static void take_text(struct reading_markdown *m, str s, int line)
{
	settle(m, s.p);
	for (size_t at = 0; at < s.n;) {
		size_t end = str_find(s, S("\f"), at);
		build_text(&m->b, str_sub(s, at, end), line);
		if (end < s.n)
			build_space(&m->b);
		at = end + 1;
	}
}

static void take_entity(struct reading_markdown *m, str s, int line)
{
	uint32_t c;
	settle(m, s.p);
	if (entity_next(s, &c) == s.n)
		build_char(&m->b, c, line);
	else
		take_text(m, s, line);
}

/* A hard break parts paragraphs, as converters mean it; within a heading it is a space. */
static void take_break(struct reading_markdown *m)
{
	if (m->b.block && m->b.block->kind == NODE_HEADING)
		build_space(&m->b);
	else
		build_break(&m->b);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE n, void *ctx)
{
	struct reading_markdown *m = ctx;
	str s = { p, n };
	int line = line_of(m, p);
	if (type != MD_TEXT_HTML)
		html_end(m);
	if (m->images > 0)
		return done(m);
	switch (type) {
	case MD_TEXT_HTML:      take_html(m, s, line); break;
	case MD_TEXT_BR:        take_break(m); break;
	case MD_TEXT_SOFTBR:    build_space(&m->b); break;
	case MD_TEXT_ENTITY:    take_entity(m, s, line); break;
	case MD_TEXT_CODE:
		if (m->in_code && str_eq(s, S("\n")))
			build_break(&m->b);
		else
			take_text(m, s, line);
		break;
	case MD_TEXT_NORMAL:
	case MD_TEXT_NULLCHAR:
	case MD_TEXT_LATEXMATH: take_text(m, s, line); break;
	}
	return done(m);
}

static bool read_markdown(struct reading *r, str bytes, struct err *e)
{
	struct arena *a = r->a;
	struct reading_markdown *m = make(a, struct reading_markdown);
	MD_PARSER parser = {
		.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = enter_block, .leave_block = leave_block,
		.enter_span = enter_span, .leave_span = leave_span, .text = text,
	};
	prepare(m, a, bytes);
	m->html = buf_open(a);
	build_open(&m->b, a, e);
	if (md_parse(m->text.p, (MD_SIZE)m->text.n, &parser, m) && !m->b.failed)
		return fail(e, ERR_SYSTEM, "Không đủ bộ nhớ để đọc văn bản Markdown này.");
	r->root = build_finish(&m->b);
	return r->root != NULL;
}

const struct reader reader_markdown = {
	.name = "markdown",
	.help = "Markdown (.md), có bảng và thẻ HTML trong ô",
	.source = "seed 001; CommonMark 0.30; GitHub tables",
	.sniff = sniff,
	.text = true,
	.read = read_markdown,
};
