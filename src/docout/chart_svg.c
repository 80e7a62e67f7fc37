#include "base/escape.h"
#include "doc/chart.h"
#include "docout/html.h"

/* In units of the picture, which is as wide as the text: a name stands above its bars, a figure behind its bar or in its part of it. */
enum { WIDE = 640, BARS = 520, NAME = 18, BAR = 16, APART = 3, ROWS_APART = 9, LETTER = 8, PATTERNS = 4 };

const unsigned chart_colours[CHART_SERIES_MAX] = { 0x5B8FC7, 0xE3B25C, 0xB9C3CE, 0x6FAE8F, 0xC9839B, 0x9A86C4, 0xC9B79A, 0x7FB8C4 };
/* What is drawn over the colour of a series, 8 by 8: nothing, strokes, dots, lines. */
static const char *const marks[PATTERNS] = { "", "<path d=\"M0 8L8 0\" stroke=\"#222\"/>", "<circle cx=\"4\" cy=\"4\" r=\"1.2\" fill=\"#222\"/>",
                                             "<path d=\"M0 4H8\" stroke=\"#222\"/>" };

str chart_figure(struct arena *a, int64_t value, int decimals)
{
	int64_t unit = 1;
	if (value == CHART_NONE)
		return (str){ 0 };
	for (int i = 0; i < decimals; i++)
		unit *= 10;
	uint64_t all = value < 0 ? 0 - (uint64_t)value : (uint64_t)value, rest = all % (uint64_t)unit;
	while (rest && rest % 10 == 0)
		rest /= 10, decimals--;
	str whole = str_fmt(a, "%s%llu", value < 0 ? "-" : "", (unsigned long long)(all / (uint64_t)unit));
	return rest ? str_fmt(a, "%.*s,%0*llu", SF(whole), decimals, (unsigned long long)rest) : whole;
}

static int64_t length(int64_t value) { return value == CHART_NONE || value < 0 ? 0 : value; }

/* What the longest bar stands for. */
static int64_t most(const struct chart *c)
{
	int64_t longest = 1;
	for (size_t i = 0; i < c->labels; i++) {
		int64_t sum = 0;
		for (size_t k = 0; k < c->series; k++) {
			int64_t n = length(c->of[k].values[i]);
			sum = c->kind == CHART_STACKED ? sum + n : n > sum ? n : sum;
		}
		longest = sum > longest ? sum : longest;
	}
	return longest;
}

static int scaled(int64_t n, int64_t whole) { return (int)((__int128)n * BARS / whole); }

static void put_text(struct buf *b, int x, int y, const char *more, str s)
{
	buf_fmt(b, "<text x=\"%d\" y=\"%d\"%s>", x, y, more);
	escape_html(b, s);
	buf_put(b, S("</text>\n"));
}

static void put_bar(struct buf *b, int nth, size_t series, int x, int y, int wide)
{
	if (wide > 0)
		buf_fmt(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"url(#c%d-%zu)\" stroke=\"#222\" stroke-width=\".5\"/>\n", x, y, wide, BAR, nth,
		        series);
}

/* Each series below the other, its figure behind it. */
static int put_bars(struct buf *b, const struct chart *c, int nth, size_t label, int y, int64_t whole)
{
	for (size_t k = 0; k < c->series; k++, y += BAR + APART) {
		int64_t value = c->of[k].values[label];
		int wide = scaled(length(value), whole);
		put_bar(b, nth, k, 0, y, wide);
		put_text(b, wide + 5, y + BAR - 4, "", value == CHART_NONE ? S("không có số liệu") : chart_figure(b->a, value, c->decimals));
	}
	return y;
}

/* One after another; where a part is too small for its figure it is left to the table. */
static int put_stack(struct buf *b, const struct chart *c, int nth, size_t label, int y, int64_t whole)
{
	int64_t sum = 0;
	for (size_t k = 0; k < c->series; k++) {
		int64_t value = length(c->of[k].values[label]);
		int x = scaled(sum, whole), wide = scaled(sum + value, whole) - x;
		str figure = chart_figure(b->a, value, c->decimals);
		put_bar(b, nth, k, x, y, wide);
		if (wide >= (int)figure.n * LETTER + APART)
			put_text(b, x + wide / 2, y + BAR - 4, " text-anchor=\"middle\" paint-order=\"stroke\" stroke=\"#fff\" stroke-width=\"3\"", figure);
		sum += value;
	}
	put_text(b, scaled(sum, whole) + 5, y + BAR - 4, "", chart_figure(b->a, sum, c->decimals));
	return y + BAR + APART;
}

static int put_legend(struct buf *b, const struct chart *c, int nth)
{
	int y = 2;
	for (size_t k = 0; k < c->series && c->series > 1; k++, y += BAR + APART) {
		put_bar(b, nth, k, 0, y, 2 * BAR);
		put_text(b, 2 * BAR + 6, y + BAR - 4, "", c->of[k].name);
	}
	return y;
}

static void put_patterns(struct buf *b, const struct chart *c, int nth)
{
	buf_put(b, S("<defs>"));
	for (size_t k = 0; k < c->series; k++)
		buf_fmt(b, "<pattern id=\"c%d-%zu\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"#%06x\"/>%s</pattern>\n",
		        nth, k, chart_colours[k], marks[k % PATTERNS]);
	buf_put(b, S("</defs>\n"));
}

void chart_svg(struct buf *b, const struct chart *c, int nth)
{
	struct buf inside = buf_open(b->a);
	int64_t whole = most(c);
	int y = put_legend(&inside, c, nth);
	for (size_t i = 0; i < c->labels; i++) {
		put_text(&inside, 0, y + NAME - 4, "", c->label[i]);
		y = (c->kind == CHART_STACKED ? put_stack : put_bars)(&inside, c, nth, i, y + NAME, whole) + ROWS_APART;
	}
	buf_fmt(b, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"Biểu đồ: ", WIDE, y, WIDE, y);
	escape_html(b, c->title);
	buf_put(b, S("\" font-family=\"'Times New Roman', 'Liberation Serif', serif\" font-size=\"14\" fill=\"#000\">\n"));
	put_patterns(b, c, nth);
	buf_put(b, buf_str(&inside));
	if (c->unit.n) {
		buf_put(b, S("<desc>Đơn vị: "));
		escape_html(b, c->unit);
		buf_put(b, S("</desc>\n"));
	}
	buf_put(b, S("</svg>\n"));
}
