/* tests/docout/measure.h -- what stands where in a PDF, as poppler's programs see it: words, rules, pages, outline.
 * UNITS mm from the left and upper edge of the sheet; sizes in points. */
#ifndef TESTS_DOCOUT_MEASURE_H
#define TESTS_DOCOUT_MEASURE_H
#include "base/folder.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define MM(points)  (25.4 / 72 * (points))
#define LETTER_HIGH 1.107                /* ascent and descent of Liberation Serif and of Times New Roman, for a size of 1 */

struct word  { int page; double x, y, right, bottom, size; str text; };
struct rule  { int page; double x, y, right, bottom, thick; };
struct sheet { double width, height; };
struct measured {
	struct arena *a;
	VEC(struct word) words;
	VEC(struct rule) rules;
	VEC(struct sheet) pages;
};

static inline str said_by(struct arena *a, const char *command)
{
	struct buf b = buf_open(a);
	char some[4096];
	FILE *f = popen(command, "r");
	for (size_t n; f && (n = fread(some, 1, sizeof some, f)) > 0;)
		buf_put(&b, (str){ some, n });
	if (f)
		pclose(f);
	return buf_str(&b);
}

/* What a program prints about the file: "pdftotext -layout %s -". */
static inline str asked(struct arena *a, str pdf, const char *before, const char *after)
{
	struct folder f;
	struct err e = { 0 };
	if (!folder_open(a, &f, &e) || !folder_put(&f, S("a.pdf"), pdf, &e))
		abort();
	str said = said_by(a, str_fmt(a, "%s %.*s/a.pdf %s 2>/dev/null", before, SF(f.path), after).p);
	folder_remove(&f);
	return said;
}

static inline str unescaped(struct arena *a, str s)
{
	static const struct { str from, to; } all[] = { { S("&amp;"), S("&") }, { S("&lt;"), S("<") }, { S("&gt;"), S(">") }, { S("&quot;"), S("\"") } };
	struct buf b = buf_open(a);
	for (size_t at = 0; at < s.n;) {
		size_t i = 0;
		while (i < COUNT(all) && !str_starts(str_sub(s, at, s.n), all[i].from))
			i++;
		buf_put(&b, i < COUNT(all) ? all[i].to : str_sub(s, at, at + 1));
		at += i < COUNT(all) ? all[i].from.n : 1;
	}
	return buf_str(&b);
}

static inline void take_words(struct measured *m, str xml)
{
	for (size_t at = 0, end; at < xml.n; at = end + 1) {
		struct word w = { .page = (int)m->pages.n };
		struct sheet s;
		end = str_find(xml, S("\n"), at);
		const char *line = str_copy(m->a, str_trim(str_sub(xml, at, end))).p, *text = strchr(line, '>');
		if (sscanf(line, "<page width=\"%lf\" height=\"%lf\"", &s.width, &s.height) == 2)
			*vec_add(m->a, &m->pages) = (struct sheet){ MM(s.width), MM(s.height) };
		if (sscanf(line, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &w.x, &w.y, &w.right, &w.bottom) != 4)
			continue;
		w.size = (w.bottom - w.y) / LETTER_HIGH;
		w.x = MM(w.x), w.y = MM(w.y), w.right = MM(w.right), w.bottom = MM(w.bottom);
		w.text = unescaped(m->a, str_sub(str_c(text + 1), 0, (size_t)(strstr(text, "</word>") - text - 1)));
		*vec_add(m->a, &m->words) = w;
	}
}

static inline void take_rules(struct measured *m, str svg, int page)
{
	for (size_t at = 0; (at = str_find(svg, S("stroke-width:"), at)) < svg.n; at++) {
		struct rule r = { .page = page };
		const char *style = svg.p + at, *d = strstr(style, " d=\"");
		if (sscanf(style, "stroke-width:%lf", &r.thick) == 1 && d && sscanf(d, " d=\"M %lf %lf L %lf %lf", &r.x, &r.y, &r.right, &r.bottom) == 4) {
			r.x = MM(r.x), r.y = MM(r.y), r.right = MM(r.right), r.bottom = MM(r.bottom);
			*vec_add(m->a, &m->rules) = r;
		}
	}
}

static inline struct measured measured(struct arena *a, str pdf)
{
	struct measured m = { .a = a };
	take_words(&m, asked(a, pdf, "pdftotext -bbox-layout", "-"));
	for (size_t i = 1; i <= m.pages.n && i <= 20; i++)
		take_rules(&m, asked(a, pdf, str_fmt(a, "pdftocairo -svg -f %zu -l %zu", i, i).p, "-"), (int)i);
	return m;
}

/* The words of a line that stands there in this order; its box. page 0: none */
static inline struct word line_of(const struct measured *m, const char *text, int nth)
{
	str want = str_c(text);
	for (size_t i = 0; i < m->words.n; i++) {
		struct word box = m->words.at[i];
		size_t at = 0, k = i;
		for (; at < want.n && k < m->words.n; k++) {
			const struct word *w = &m->words.at[k];
			size_t end = at + w->text.n;
			if (!str_eq(str_sub(want, at, end), w->text) || (end < want.n && want.p[end] != ' ') || w->page != box.page)
				break;
			if (fabs(w->y - box.y) > 1)
				break;
			at = end + 1;
			box.right = w->right;
		}
		if (at > want.n && !nth--)
			return box;
	}
	return (struct word){ 0 };
}

#endif
