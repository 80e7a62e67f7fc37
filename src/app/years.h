/* app/years.h -- what the index will be and what it was: forecast and history, loaded and put into files
 *
 * SHAPE    index_plan reads a plan or a report on its progress: any document that extract reads, or its facts as JSON. The years of a
 *          history are scored one by one, oldest first. JSON:
 *          {"forecast": {"today": …, "now": {points, max, percent, class}, "done": …, "on_time": …, "all": …, "order": [{code, name, lost, winnable,
 *          chance: done | on_time | late | no_plan, due, lead, remedy, effort, times_lost, why}], "notes": […]}}
 *          {"history": {"years": […], "fields": [{code, name, years: [{code, points, max, excluded} | null], times_lost, lost, trend}], "leaves": […]}}
 * UNITS    points
 * ERRORS   index_plan: those of docin/read.h and base/file.h; ERR_INPUT where it holds several documents
 * MEMORY   arena
 * SOURCE   issue 4 (forecast, history)
 */
#ifndef APP_YEARS_H
#define APP_YEARS_H
#include "app/index.h"
#include "core/forecast.h"
#include "core/history.h"

MUST_CHECK bool index_plan(struct arena *a, const char *path, struct facts **ret, struct err *e);

/* One more year: its sheet scored, and its set compared to that of the year before (NULL: the first). */
struct history_year history_year_of(struct arena *a, const struct scoring *g, const struct sheet *t, const struct history_year *before);

str forecast_json(struct arena *a, const struct criteria_set *s, const struct forecast *f, struct date today);
str history_json(struct arena *a, const struct history_year *years, const struct history *h);
str forecast_text(struct arena *a, const struct criteria_set *s, const struct forecast *f, const struct layout *y);
str history_text(struct arena *a, const struct history_year *years, const struct history *h, const struct layout *y);
MUST_CHECK bool forecast_book(struct arena *a, const struct criteria_set *s, const struct forecast *f, str *ret, struct err *e);
MUST_CHECK bool history_book(struct arena *a, const struct history_year *years, const struct history *h, str *ret, struct err *e);

#endif
