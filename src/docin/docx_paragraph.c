#include "docin/docx_paragraph.h"
#include "base/fold.h"
#include "docin/encoding.h"

enum { HEADING_MAX = 400, LOOK_MAX = 200 };    /* bytes: of a heading by its style, by its look */

static bool in_table(const struct docx_text *d) { return d->b.depth > 1; }

/* -- what its runs say ------------------------------------------------------------------------------ */

static str span_text(const struct docx_paragraph *p, size_t i)
{
	size_t end = i + 1 < p->spans.n ? p->spans.at[i + 1].from : p->text.n;
	return str_sub(buf_str(&p->text), p->spans.at[i].from, end);
}

static size_t follows(const unsigned char *p, const unsigned char *end, size_t n)
{
	if ((size_t)(end - p) <= n)
		return 0;
	for (size_t i = 1; i <= n; i++)
		if ((p[i] & 0xC0) != 0x80)
			return 0;
	return n + 1;
}

/* Only ASCII and the letters of Vietnamese (U+00C0 .. U+02FF, U+1E00 .. U+1EFF), which no tidying changes: nearly all there is. */
static bool is_plain(str s)
{
	const unsigned char *p = (const unsigned char *)s.p, *end = p + s.n;
	while (p < end) {
		size_t n = *p < 0x80 ? *p >= ' ' && *p != 0x7F : 0;
		if (*p == '\n')
			n = 1;
		else if (*p >= 0xC3 && *p <= 0xCB)
			n = follows(p, end, 1);
		else if (*p == 0xE1 && end - p > 1 && p[1] >= 0xB8)
			n = follows(p, end, 2);
		if (!n)
			return false;
		p += n;
	}
	return true;
}

/* The text of a run as it is seen. */
static str run_text(struct docx_text *d, const struct docx_look *l, str s)
{
	size_t unknown = 0;
	if (l->font > FONT_UNICODE || !is_plain(s)) {
		str seen = font_text(d->a, l->font, s, &unknown);
		d->seen.unknown_signs += unknown;
		d->seen.old_fonts += l->font > FONT_UNICODE && l->font < FONT_SYMBOL && !str_eq(seen, s);
		if (!encoding_tidy(d->a, seen, &s, d->e))
			d->b.failed = true;
	}
	return l->capitals > 0 ? font_capitals(d->a, s) : s;
}

/* -- headings by look ------------------------------------------------------------------------------- */

static bool no_small_letter(str s)
{
	size_t capitals = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c = utf8_next(s, &at);
		char f = fold_char(c);
		if (char_is_upper(c))
			capitals++;
		else if (f >= 'a' && f <= 'z')
			return false;
	}
	return capitals >= 2;
}

static size_t while_in(str s, size_t at, const char *set)
{
	while (at < s.n && strchr(set, s.p[at]))
		at++;
	return at;
}

/* "1. ", "1.2.3 ": 3 and one for each part more; "II. ", "Phần I." 2; "PHỤ LỤC", "KẾ HOẠCH" 1; else 0. */
static int level_of(str folded)
{
	static const str words[] = { S("phu luc"), S("ke hoach"), S("bao cao"), S("quyet dinh"), S("thong bao"), S("giai phap") };
	size_t from = str_starts(folded, S("phan ")) ? 5 : 0, roman = while_in(folded, from, "ivx");
	if (roman > from && roman - from <= 5 && while_in(folded, roman, ".)") > roman)
		return 2;
	size_t digits = while_in(folded, 0, "0123456789."), parts = 0;
	for (size_t i = 1; i < digits; i++)
		parts += folded.p[i - 1] == '.' && folded.p[i] != '.';
	if (digits && digits < folded.n && folded.p[0] != '.' && folded.p[digits] == ' ' && (parts || folded.p[digits - 1] == '.'))
		return parts > 3 ? 6 : 3 + (int)parts;
	for (size_t i = 0; i < COUNT(words); i++)
		if (str_starts(folded, words[i]))
			return 1;
	return 0;
}

static bool all_bold(const struct docx_paragraph *p)
{
	for (size_t i = 0; i < p->spans.n; i++)
		if (p->spans.at[i].look.bold <= 0 && str_trim(span_text(p, i)).n)
			return false;
	return p->spans.n > 0;
}

/* What ends as a sentence ends, or begins with a word of headings and stands at the left, is none. */
static int heading_by_look(struct docx_text *d, const struct docx_paragraph *p, str text, bool centred)
{
	if (text.n > LOOK_MAX || (!all_bold(p) && !no_small_letter(text)))
		return 0;
	int level = level_of(fold_plain(d->a, text));
	bool sentence = strchr(".;,:", text.p[text.n - 1]) && text.n > 60;
	return sentence || (level == 1 && !centred) ? 0 : level;
}

static int heading(struct docx_text *d, const struct docx_paragraph *p, const struct docx_para *para, const struct docx_label *l, str text)
{
	if (in_table(d) || l->bullet)
		return 0;
	str all = l->text.n ? str_fmt(d->a, "%.*s %.*s", SF(l->text), SF(text)) : text;
	all = str_trim(all);
	if (all.n > HEADING_MAX)
		return 0;
	return para->heading > 0 ? para->heading : heading_by_look(d, p, all, para->centred > 0);
}

/* -- numbers and bullets ---------------------------------------------------------------------------- */

static struct docx_label label_of(struct docx_text *d, const struct docx_paragraph *p, const struct docx_para *para, bool empty)
{
	if (para->num <= 0 || (empty && (p->mark_hidden || p->hides)))
		return (struct docx_label){ 0 };
	struct docx_label l = docx_number(d->numbering, para->num, para->level, p->own.num > 0 || !p->style ? (str){ 0 } : p->style->id);
	return l.bullet && empty ? (struct docx_label){ 0 } : l;
}

/* "- " typed at the beginning of a paragraph; within a table it may be a minus. */
static str typed_bullet(const struct docx_text *d, str text)
{
	static const str marks[] = { S("- "), S("+ "), S("* "), S("• "), S("– ") };
	for (size_t i = 0; i < COUNT(marks) && !in_table(d); i++)
		if (str_starts(text, marks[i]))
			return str_sub(text, 0, marks[i].n - 1);
	return (str){ 0 };
}

/* -- building --------------------------------------------------------------------------------------- */

/* A line break parts paragraphs, as the Markdown reader has it; within a heading it is a space. */
static void put_lines(struct docx_text *d, str s)
{
	for (const char *end; s.n && (end = memchr(s.p, '\n', s.n));) {
		size_t n = (size_t)(end - s.p);
		build_text(&d->b, str_sub(s, 0, n), d->line);
		if (d->b.block && d->b.block->kind == NODE_HEADING)
			build_space(&d->b);
		else
			build_break(&d->b);
		s = str_sub(s, n + 1, s.n);
	}
	build_text(&d->b, s, d->line);
}

static void put_runs(struct docx_text *d, const struct docx_paragraph *p, const str *texts, size_t skip)
{
	for (size_t i = 0; i < p->spans.n; i++) {
		const struct docx_look *l = &p->spans.at[i].look;
		size_t here = skip < texts[i].n ? skip : texts[i].n;
		skip -= here;
		d->b.bold = l->bold > 0;
		d->b.italic = l->italic > 0;
		put_lines(d, str_sub(texts[i], here, texts[i].n));
	}
	d->b.bold = d->b.italic = 0;
}

static size_t spaces(str s)
{
	size_t n = 0;
	while (n < s.n && s.p[n] == ' ')
		n++;
	return n;
}

/* The number of a footnote, that of a list. */
static void put_label(struct docx_text *d, const struct docx_paragraph *p, const struct docx_label *l)
{
	build_text(&d->b, d->note_label, d->line);
	d->note_label = (str){ 0 };
	if (!l->text.n || l->bullet)
		return;
	d->b.bold = p->spans.n ? p->spans.at[0].look.bold > 0 : 0;
	d->b.italic = p->spans.n ? p->spans.at[0].look.italic > 0 : 0;
	build_text(&d->b, l->text, d->line);
	if (!l->glued)
		build_text(&d->b, S(" "), d->line);
}

static str whole(struct docx_text *d, const struct docx_paragraph *p, str *texts)
{
	for (size_t i = 0; i < p->spans.n; i++)
		texts[i] = run_text(d, &p->spans.at[i].look, span_text(p, i));
	if (p->spans.n < 2)
		return p->spans.n ? texts[0] : (str){ 0 };
	struct buf all = buf_open(d->a);
	for (size_t i = 0; i < p->spans.n; i++)
		buf_put(&all, texts[i]);
	return buf_str(&all);
}

static void build_kind(struct docx_text *d, const struct docx_paragraph *p, const struct docx_para *para, const struct docx_label *l,
                       str text, str bullet)
{
	int level = bullet.n ? 0 : heading(d, p, para, l, text);
	if (level)
		build_heading(&d->b, level);
	if (bullet.n || l->bullet) {
		build_item(&d->b, bullet.n ? bullet : l->text, false);
		d->b.next.level = l->bullet && para->level > 0 ? para->level + 1 : 1;
	}
}

static struct docx_para para_of(const struct docx_paragraph *p)
{
	struct docx_para all = p->style ? p->style->para : DOCX_PARA_UNSAID;
	all.heading = p->own.heading < 0 ? all.heading : p->own.heading;
	all.centred = p->own.centred < 0 ? all.centred : p->own.centred;
	all.level = p->own.level >= 0 ? p->own.level : p->own.num > 0 ? 0 : all.level;
	all.num = p->own.num < 0 ? all.num : p->own.num;
	return all;
}

void docx_paragraph_build(struct docx_text *d, struct docx_paragraph *p)
{
	d->line++;
	d->seen.hidden += p->hides;
	str one, *texts = p->spans.n > 1 ? make_n(d->a, str, p->spans.n) : &one;
	str text = whole(d, p, texts);
	bool empty = !str_trim(text).n;
	struct docx_para para = para_of(p);
	struct docx_label label = label_of(d, p, &para, empty);
	if (d->b.failed || (empty && !label.text.n))
		return;
	size_t lead = spaces(text);
	str bullet = label.text.n ? (str){ 0 } : typed_bullet(d, str_sub(text, lead, text.n));
	d->b.page = p->page ? p->page : d->page;
	build_kind(d, p, &para, &label, text, bullet);
	put_label(d, p, &label);
	put_runs(d, p, texts, lead + bullet.n);
	build_break(&d->b);
	build_plain(&d->b);
}
