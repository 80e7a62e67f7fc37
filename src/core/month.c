#include "core/month.h"

static bool after(struct date a, struct date b) { return days_between(b, a) > 0; }
static struct date first_of(struct date a, struct date b) { return after(a, b) ? b : a; }

/* The last telling up to that day; NULL: none. */
static const struct month_telling *told_by(const struct month_line *l, struct date day)
{
	const struct month_telling *last = NULL;
	for (size_t i = 0; i < l->n && !after(l->told[i].on, day); i++)
		last = &l->told[i];
	return last;
}

static bool done_by(const struct month_line *l, struct date day)
{
	const struct month_telling *t = told_by(l, day);
	return t && t->state == STATUS_DONE;
}

static bool late_on(const struct month_line *l, struct date day)
{
	return date_day_known(l->due) && after(day, l->due) && !done_by(l, day);
}

/* Issued by its end: who reads "2026-02" has the whole of February. */
static bool stands(const struct month_line *l, struct date to)
{
	struct date begins = date_end(l->begins);
	return !begins.year || !after(begins, to);
}

static struct month_cell cell(const struct month_line *l, struct date from, struct date to, struct date today)
{
	struct month_cell c = { .kind = MONTH_FREE, .percent = -1 };
	const struct month_telling *t = told_by(l, to);
	if (t && !after(from, t->on))
		return (struct month_cell){ .kind = MONTH_TOLD, .state = t->state, .percent = t->percent, .on = t->on,
			                    .late = late_on(l, first_of(to, today)) };
	if (!stands(l, to) || done_by(l, date_add_days(from, -1)))
		return c;
	c.kind = after(today, to) ? MONTH_MISSING : after(from, today) ? MONTH_AHEAD : MONTH_OPEN;
	c.late = c.kind != MONTH_AHEAD && late_on(l, first_of(to, today));
	return c;
}

void month_cells(const struct month_line *l, int year, struct date today, struct month_cell ret[MONTHS])
{
	for (int i = 0; i < MONTHS; i++) {
		struct date from, to;
		ret[i] = (struct month_cell){ .kind = MONTH_FREE, .percent = -1 };
		if (!date_day_known(today) || !report_period(PERIOD_MONTH, year, i + 1, &from, &to))
			continue;
		ret[i] = cell(l, from, to, today);
		if (l->due.year == year && l->due.month == i + 1)
			ret[i].due = l->due;
	}
}

void month_checks_open(int year, struct date today, struct month_check ret[QUARTERS])
{
	for (int i = 0; i < QUARTERS; i++) {
		struct month_check c = { 0 };
		if (report_period(PERIOD_QUARTER, year, i + 1, &c.from, &c.to) && date_day_known(today)) {
			c.begun = !after(c.from, today);
			c.over = after(today, c.to);
		}
		ret[i] = c;
	}
}

void month_check(const struct month_line *l, struct date today, struct month_check *c)
{
	if (!c->begun || !stands(l, c->to))
		return;
	struct date end = first_of(c->to, today);
	const struct month_telling *t = told_by(l, c->to);
	bool told = t && !after(c->from, t->on), done = done_by(l, end);
	c->all++;
	c->told += told;
	c->done += done;
	c->untold += !told && !done;
	c->late += late_on(l, end);
}

int month_now(int year, struct date today)
{
	for (int i = 0; i < MONTHS; i++) {
		struct date from, to;
		if (date_day_known(today) && report_period(PERIOD_MONTH, year, i + 1, &from, &to) && !after(from, today) &&
		    !after(today, to))
			return i;
	}
	return -1;
}
