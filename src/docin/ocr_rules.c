#include "docin/ocr_rules.h"
#include "docin/pgm.h"

/* dots: a third of an inch; the widest rule; the blur beside it; a hole in it */
enum { RULE_LONG = 100, RULE_WIDE = 12, BLUR = 2, HOLE = 2 };

struct raster { const unsigned char *from; char *to; int width, height, dark; };

/* One row of dots, or one column: step from dot to dot, aside from it to the next. */
struct track { const struct raster *r; size_t step, aside; int n, k, others; };

static bool dark_at(const struct track *t, int i, int k)
{
	return t->r->from[(size_t)i * t->step + (size_t)k * t->aside] < t->r->dark;
}

/* Is the run dark for the most part, so far aside? */
static bool dark_aside(const struct track *t, int first, int last, int by)
{
	int dark = 0, n = 0;
	if (t->k + by < 0 || t->k + by >= t->others)
		return false;
	for (int i = first; i <= last; i += 4, n++)
		dark += dark_at(t, i, t->k + by);
	return dark * 2 > n;
}

static void erase(const struct track *t, int first, int last)
{
	for (int k = t->k - BLUR; k <= t->k + BLUR; k++)
		for (int i = first; i <= last && k >= 0 && k < t->others; i++)
			t->r->to[(size_t)i * t->step + (size_t)k * t->aside] = (char)0xFF;
}

static void follow(const struct track *t)
{
	int first = -1, last = 0;
	for (int i = 0; i <= t->n; i++) {
		if (i < t->n && dark_at(t, i, t->k)) {
			first = first < 0 ? i : first;
			last = i;
		} else if (first >= 0 && (i == t->n || i - last > HOLE)) {
			if (last - first >= RULE_LONG && !dark_aside(t, first, last, RULE_WIDE) && !dark_aside(t, first, last, -RULE_WIDE))
				erase(t, first, last);
			first = -1;
		}
	}
}

/* Dark is three quarters of what the paper is, which is most of a page. */
static int darkness(const struct raster *r)
{
	unsigned long long sum = 0;
	size_t n = (size_t)r->width * (size_t)r->height;
	for (size_t i = 0; i < n; i++)
		sum += r->from[i];
	return (int)(sum / n * 3 / 4);
}

bool ocr_without_rules(struct arena *a, str pgm, str *ret)
{
	struct pgm g;
	size_t end = 0;
	if (!pgm_next(pgm, &end, &g) || end != pgm.n)
		return false;
	struct raster r = { g.dots, NULL, g.width, g.height, 0 };
	str copy = str_copy(a, pgm);
	r.to = (char *)copy.p + (pgm.n - (size_t)r.width * (size_t)r.height);
	r.dark = darkness(&r);
	size_t width = (size_t)r.width;
	for (int k = 0; k < r.height; k++)
		follow(&(struct track){ &r, 1, width, r.width, k, r.height });
	for (int k = 0; k < r.width; k++)
		follow(&(struct track){ &r, width, 1, r.height, k, r.width });
	*ret = copy;
	return true;
}
