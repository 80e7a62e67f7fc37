/* core/points.h -- points, and the one place where a computed value becomes points
 *
 * SHAPE    One integer. Exact values on the way to it are struct exact (core/figure.h).
 * UNITS    ten-thousandths of a point: 17780 is 1,778 points. POINTS_MAX is far above any set.
 * ERRORS   points_of_figure: false where there is no figure, it has more than four decimals that count, or is beyond POINTS_MAX
 * MEMORY   words in arena a
 * SOURCE   domain.md 4 (numbers: exact, half up to the decimals of the set, at each leaf, once); blueprint.md
 */
#ifndef CORE_POINTS_H
#define CORE_POINTS_H
#include "core/figure.h"

typedef int64_t points;
enum { POINT = 10000, POINTS_DECIMALS = 4 };
#define POINTS_MAX ((points)1000000 * POINT)

bool          points_of_figure(struct figure f, points *ret);
points        points_round(struct exact v, int decimals);           /* v in points; undefined or too large: 0. Half up, away from zero */
struct exact  points_exact(points p);                               /* in points */
struct figure points_figure(points p);                              /* as few decimals as hold it */

str points_vi(struct arena *a, points p);                           /* "1,778", "0,5", "2" */
str points_dot(struct arena *a, points p);                          /* "1.778" */

/* 100 · p / max to two decimals, half up, in hundredths of a percent: 7381 is 73,81 %. max > 0. */
int64_t percent_of(points p, points max);
str     percent_vi(struct arena *a, int64_t percent);               /* "73,81" */
str     percent_dot(struct arena *a, int64_t percent);              /* "73.81" */

#endif
