#include "core/points.h"

static const int64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000 };

bool points_of_figure(struct figure f, points *ret)
{
	if (!f.present || f.scale < 0 || f.scale >= (int)COUNT(tens))
		return false;
	int64_t digits = f.digits, up = f.scale < POINTS_DECIMALS ? tens[POINTS_DECIMALS - f.scale] : 1;
	if (f.scale > POINTS_DECIMALS) {
		int64_t down = tens[f.scale - POINTS_DECIMALS];
		if (digits % down)
			return false;
		digits /= down;
	}
	if (digits > POINTS_MAX / up || digits < -POINTS_MAX / up)
		return false;
	*ret = digits * up;
	return true;
}

points points_round(struct exact v, int decimals)
{
	points p = 0;
	decimals = decimals < 0 ? 0 : decimals > POINTS_DECIMALS ? POINTS_DECIMALS : decimals;
	return points_of_figure(exact_round(v, decimals), &p) ? p : 0;
}

struct exact points_exact(points p) { return exact_of(points_figure(p)); }

struct figure points_figure(points p)
{
	int scale = POINTS_DECIMALS;
	for (; scale && p % 10 == 0; scale--)
		p /= 10;
	return figure_make(p, scale);
}

str points_vi(struct arena *a, points p) { return figure_vi(a, points_figure(p)); }
str points_dot(struct arena *a, points p) { return figure_dot(a, points_figure(p)); }

/* Whole numbers all the way: |p| is at most POINTS_MAX, so twenty thousand times as much fits. */
int64_t percent_of(points p, points max)
{
	int64_t half = p < 0 ? -max : max;
	return (p * 20000 + half) / (max * 2);
}

str percent_vi(struct arena *a, int64_t percent) { return figure_vi(a, figure_make(percent, 2)); }
str percent_dot(struct arena *a, int64_t percent) { return figure_dot(a, figure_make(percent, 2)); }
