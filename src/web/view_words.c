#include "core/day.h"
#include "web/view.h"

enum { MOMENT = sizeof "2026-11-21T20:05:08Z" - 1, ZONE = 7, DAY_HOURS = 24 };          /* no summer time in Vietnam */

static char *put_number(char *at, int n, int digits)
{
	for (int i = digits; i--; n /= 10)
		at[i] = (char)('0' + n % 10);
	return at + digits;
}

static str put_day(char *room, struct date d, bool people)
{
	char *at = room;
	if (people && d.day) {
		at = put_number(at, d.day, 2);
		*at++ = '/';
	}
	if (people && d.month) {
		at = put_number(at, d.month, 2);
		*at++ = '/';
	}
	at = put_number(at, d.year, 4);
	if (!people && d.month) {
		*at++ = '-';
		at = put_number(at, d.month, 2);
	}
	if (!people && d.day) {
		*at++ = '-';
		at = put_number(at, d.day, 2);
	}
	return (str){ room, (size_t)(at - room) };
}

static struct date day_after(struct date d)
{
	if (++d.day > date_last_day(d.year, d.month)) {
		d.day = 1;
		d.month++;
	}
	return d.month > 12 ? (struct date){ d.year + 1, 1, 1 } : d;
}

/* "2026-11-21T20:05:08Z" is "03:05 22/11/2026". What is no moment stays as it is. */
static str put_moment(char *room, str s)
{
	struct date d = day_iso(str_sub(s, 0, 10));
	bool formed = s.n == MOMENT && d.day && s.p[10] == 'T' && s.p[13] == ':' && s.p[MOMENT - 1] == 'Z';
	if (!formed)
		return s;
	int hour = (s.p[11] - '0') * 10 + s.p[12] - '0' + ZONE;
	if (hour >= DAY_HOURS)
		d = day_after(d);
	put_number(room, hour % DAY_HOURS, 2);
	memcpy(room + 2, s.p + 13, 3);
	room[5] = ' ';
	return (str){ room, 6 + put_day(room + 6, d, true).n };
}

str view_words(char room[VIEW_ROOM], const struct view_value *v, bool people)
{
	str (*figure)(char[FIGURE_ROOM], struct figure) = people ? figure_in_vi : figure_in_dot;
	switch (v->kind) {
	case VIEW_TEXT:
	case VIEW_LINK: return v->text;
	case VIEW_COUNT: return figure(room, figure_make(v->n, 0));
	case VIEW_POINTS: return figure(room, points_figure(v->n));
	case VIEW_PERCENT: return figure(room, figure_make(v->n, 2));
	case VIEW_DAY: return put_day(room, v->day, people);
	case VIEW_MOMENT: return people ? put_moment(room, v->text) : v->text;
	case VIEW_YES: return people ? v->n ? S("có") : S("không") : v->n ? S("true") : S("false");
	case VIEW_NOTHING:
	case VIEW_OBJECT:
	case VIEW_LIST: break;
	}
	return (str){ 0 };
}
