/* crowd -- one body of a filled record with a long list of findings, and many people who are logged in there
 *
 *     crowd FOLDER FINDINGS LIST PEOPLE > LOGGED-IN       FOLDER filled with so many FINDINGS by fill, on SQLite
 *
 * The first body gets a result, and findings of the last year until its list is LIST long, each with its remedy and progress of these
 * weeks.
 * PEOPLE have the role of its office; one in five also works in its rooms. Prints for each the cookie of a session, its form token and the
 * number of a remedy that is theirs to report on. */
#include "app/record_parts.h"
#include "app/session.h"
#include "base/sha256.h"
#include "core/calendar.h"
#include "fill.h"
#include "prose.h"
#include "sink.h"
#include <stdio.h>
#include <stdlib.h>

enum { BODY = FILL_FIRST, CYCLE = FILL_YEARS, SET = 2 * FILL_YEARS - 1, SET_SIZE = 248, FIELDS = 8, PLAN = 1, RESULT = 1,
       PERSON = 2000, ROOMS = 4, INSIDE = 5, DAYS = 28, NEED = 5 };

struct crowd { struct sink *s; struct prose p; struct arena *a; int64_t first, end, people; struct date today; };

static void words(struct crowd *c, int n) { sink_text(c->s, prose_sentence(c->a, &c->p, n)); }
static void text(struct crowd *c, const char *s) { sink_text(c->s, str_c(s)); }
static void marked(struct crowd *c, char kind, int64_t n) { sink_text(c->s, str_fmt(c->a, "%c-crowd-%lld", kind, (long long)n)); }
static int64_t room(int64_t body, int64_t k) { return FILL_FIRST + FILL_BODIES + (body - FILL_FIRST) * ROOMS + k % ROOMS; }
static str day(struct crowd *c, int days) { return date_iso(c->a, date_add_days(c->today, days)); }

static void ints(struct crowd *c, const int64_t *at, int n)
{
	for (int i = 0; i < n; i++)
		sink_int(c->s, at[i]);
}

static void result(struct crowd *c)
{
	sink_table(c->s, "result", "id, body_id, cycle_id, points, max, lost, percent, rank, group_size, published, class");
	ints(c, (int64_t[]){ RESULT, BODY, CYCLE, 812500, 1000000, 187500, 8125, 7, 20, 1 }, 10);
	text(c, "Tốt");
	sink_table(c->s, "field_result", "id, body_id, result_id, max, points, lost, code, name");
	for (int i = 1; i <= FIELDS; i++) {
		ints(c, (int64_t[]){ i, BODY, RESULT, 125000, 125000 - i * 5000, i * 5000 }, 6);
		sink_text(c->s, str_fmt(c->a, "%d", i));
		words(c, NEED);
	}
}

/* Leaves of the set, of which some have several findings: of an inspection, of the body itself. */
static void findings(struct crowd *c)
{
	sink_table(c->s, "finding", "id, body_id, cycle_id, criterion_id, ord, max, points, lost, origin, mark, text, cause, place");
	for (int64_t i = c->first; i < c->end; i++) {
		ints(c, (int64_t[]){ i, BODY, CYCLE, (SET - 1) * SET_SIZE + SET_SIZE - FILL_LEAVES + 1 + i % FILL_LEAVES, i, 5000, 3000,
		    2000 }, 8);
		text(c, i % 3 ? "appraisal" : "self_check");
		marked(c, 't', i);
		words(c, 25);
		words(c, 12);
		sink_text(c->s, fill_place(c->a, i));
	}
	sink_table(c->s, "remedy", "id, body_id, plan_id, ord, lead_id, percent, mark, text, due_kind, due_text, due_to, state, reviewed_on");
	for (int64_t i = c->first; i < c->end; i++) {
		ints(c, (int64_t[]){ i, BODY, PLAN, i, room(BODY, i), 40 }, 6);
		marked(c, 'r', i);
		words(c, 30);
		text(c, "date");
		sink_text(c->s, day(c, (int)(i % 200) - 60));
		sink_text(c->s, day(c, (int)(i % 200) - 60));
		text(c, i % 3 ? "in_progress" : "done");
		sink_text(c->s, day(c, -(int)(i % DAYS)));
	}
	sink_table(c->s, "remedy_finding", "id, body_id, remedy_id, finding_id");
	for (int64_t i = c->first; i < c->end; i++)
		ints(c, (int64_t[]){ i, BODY, i, i }, 4);
	sink_table(c->s, "progress", "id, body_id, finding_id, remedy_id, person_id, percent, on_day, state, text");
	for (int64_t i = c->first; i < c->end; i++) {
		ints(c, (int64_t[]){ i, BODY, i, i, PERSON + i % c->people, 40 }, 6);
		sink_text(c->s, day(c, -(int)(i % DAYS)));
		text(c, i % 3 ? "in_progress" : "done");
		words(c, 20);
	}
}

static void people(struct crowd *c)
{
	sink_table(c->s, "person", "id, unit_id, login, name, title");
	for (int64_t i = 0; i < c->people; i++) {
		ints(c, (int64_t[]){ PERSON + i, room(i % INSIDE ? BODY + 1 + i % (FILL_BODIES - 1) : BODY, i / INSIDE) }, 2);
		sink_text(c->s, str_fmt(c->a, "nguoi%lld", (long long)i));
		sink_text(c->s, str_fmt(c->a, "Người Thứ %lld", (long long)i));
		text(c, "Chuyên viên");
	}
	sink_table(c->s, "role_held", "id, person_id, body_id, role");
	for (int64_t i = 0; i < c->people; i++) {
		ints(c, (int64_t[]){ PERSON + i, PERSON + i, BODY }, 3);
		text(c, "office");
	}
	sink_table(c->s, "session", "id, person_id, secret_sha256, began_at, until_at");
	for (int64_t i = 0; i < c->people; i++) {
		char sum[65];
		str secret = session_fresh(c->a);
		sha256_hex(secret, sum);
		ints(c, (int64_t[]){ i + 1, PERSON + i }, 2);
		text(c, sum);
		sink_text(c->s, record_moment(c->a));
		sink_text(c->s, record_moment_after(c->a, SESSION_HOURS * 3600));
		printf("%s %s %lld\n", secret.p, form_token(c->a, secret).p, (long long)(c->first + i % (c->end - c->first)));
	}
}

static int stop(const char *what, const char *why)
{
	fprintf(stderr, "crowd: %s %s\n", what, why);
	return 2;
}

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	if (argc != NEED || atoll(argv[3]) <= 2 * FILL_PER_PLAN || atoll(argv[4]) < 1)
		return stop("usage:", "crowd FOLDER FINDINGS LIST PEOPLE");
	if (!record_open(a, argv[1], &r, &e))
		return stop(e.message, e.detail);
	str where = r->where;
	record_close(&r);
	struct crowd c = { sink_open(a, where), { 20261122 }, a, atoll(argv[2]) + 1, 0, atoll(argv[4]), record_today() };
	c.end = c.first + atoll(argv[3]) - fill_first(atoll(argv[2]), 1);
	result(&c);
	people(&c);
	findings(&c);
	sink_close(c.s);
	return 0;
}
