/* fill -- a record as full as a province's after years: so many findings, each with its remedy and progress, and ten times as many scores
 *
 *     fill FOLDER FINDINGS [CONNECTION]      a new record in FOLDER (and that database); the same numbers give the same record
 *
 * 190 bodies (20 sở, 170 xã) with four rooms each, ten years. A body's plan of a year has 53 findings about: of 1,000 findings are 19
 * plans of the last year, of 100,000 all bodies' of all years. Of the remedies 30 in 100 are open and late, 15 are open, the rest is
 * done. People: quantri, administrator of the province; thamdinh, who appraises all bodies; vanphong1 … 190, the office of each.
 * Nobody changed these rows by the program, so they are not in the audit log. */
#include "app/record_parts.h"
#include "base/fold.h"
#include "fill.h"
#include "prose.h"
#include "sink.h"
#include "store/search_index.h"
#include <stdio.h>
#include <stdlib.h>

enum { FIRST = FILL_FIRST, OFFICES = 20, BODIES = FILL_BODIES, ROOMS = 4, YEARS = FILL_YEARS, PER_PLAN = FILL_PER_PLAN };
enum { FIELDS = 8, PARTS = 5, LEAVES = 200, APPRAISER = 1000, ROUNDS = 3 };
enum { SET = FIELDS + FIELDS * PARTS + LEAVES };               /* criteria of a set */

struct fill {
	struct sink *s;
	struct prose p;
	int64_t n, plans, last_year;
	struct date today;
};

/* A text that is kept no longer than its row. */
static struct arena *row;
static void text(struct fill *f, str s) { sink_text(f->s, s); }
static void next_row(void) { arena_free(row), row = arena_open(1 << 20); }

static void words(struct fill *f, int least, int most)
{
	text(f, prose_sentence(row, &f->p, least + (int)prose_draw(&f->p, (uint32_t)(most - least))));
}

static str day(struct date from, int days)
{
	int n = from.year * 360 + (from.month - 1) * 30 + (from.day < 28 ? from.day : 28) - 1 + days;
	return str_fmt(row, "%04d-%02d-%02d", n / 360, n % 360 / 30 + 1, n % 30 < 28 ? n % 30 + 1 : 28);
}

static int64_t body_of(int64_t plan) { return FIRST + plan % BODIES; }
static int64_t cycle_of(int64_t plan) { return YEARS - plan / BODIES; }
static int64_t set_of(int64_t plan) { return 2 * cycle_of(plan) - (body_of(plan) < FIRST + OFFICES); }
static int64_t leaf_of(int64_t set, int64_t k) { return (set - 1) * SET + FIELDS + FIELDS * PARTS + 1 + k % LEAVES; }
static int64_t room_of(int64_t body, int64_t k) { return FIRST + BODIES + (body - FIRST) * ROOMS + k % ROOMS; }

static int64_t first_of(const struct fill *f, int64_t plan) { return fill_first(f->n, plan); }

static void units(struct fill *f)
{
	static const char *const rooms[] = { "Văn phòng", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Trung tâm Phục vụ hành chính công" };
	sink_table(f->s, "unit", "id, parent_id, body_id, level, ranking, name, folded, symbol");
	for (int i = 0; i < BODIES + BODIES * ROOMS; i++) {
		int64_t body = i < BODIES ? FIRST + i : FIRST + (i - BODIES) / ROOMS;
		bool office = body < FIRST + OFFICES;
		str name = prose_name(row, (uint32_t)body);
		if (i < BODIES)
			name = str_fmt(row, office ? "Sở %.*s" : "UBND xã %.*s", SF(name));
		else
			name = str_c(rooms[(i - BODIES) % ROOMS]);
		sink_int(f->s, FIRST + i);
		sink_int(f->s, i < BODIES ? 1 : body);
		sink_int(f->s, body);
		text(f, i >= BODIES ? S("room") : office ? S("department") : S("commune"));
		if (i < BODIES)
			text(f, office ? S("Sở") : S("Xã"));
		else
			sink_null(f->s);
		text(f, name);
		text(f, fold_plain(row, name));
		text(f, str_fmt(row, "U%lld", (long long)body));
		next_row();
	}
}

static void people(struct fill *f)
{
	sink_table(f->s, "person", "id, login, name, unit_id");
	for (int i = 0; i <= BODIES; i++) {
		bool all = i == BODIES;
		sink_int(f->s, all ? APPRAISER : FIRST + i);
		text(f, all ? S("thamdinh") : str_fmt(row, "vanphong%d", i + 1));
		text(f, all ? S("Người thẩm định") : str_fmt(row, "Văn phòng %d", i + 1));
		sink_int(f->s, all ? 1 : room_of(FIRST + i, 0));
	}
	sink_table(f->s, "role_held", "id, person_id, body_id, role");
	for (int i = 0; i <= BODIES; i++) {
		bool all = i == BODIES;
		sink_int(f->s, FIRST + i);
		sink_int(f->s, all ? APPRAISER : FIRST + i);
		sink_int(f->s, all ? 1 : FIRST + i);
		text(f, all ? S("appraiser") : S("office"));
	}
	sink_table(f->s, "assignment", "id, person_id, body_id");
	for (int i = 0; i < BODIES; i++) {
		sink_int(f->s, i + 1);
		sink_int(f->s, APPRAISER);
		sink_int(f->s, FIRST + i);
	}
	next_row();
}

static void sets(struct fill *f)
{
	sink_table(f->s, "cycle", "id, owner_id, year, name");
	for (int y = 1; y <= YEARS; y++) {
		int year = (int)f->last_year - YEARS + y;
		sink_int(f->s, y);
		sink_int(f->s, 1);
		sink_int(f->s, year);
		text(f, str_fmt(row, "Chỉ số cải cách hành chính năm %d", year));
	}
	sink_table(f->s, "criteria_set", "id, cycle_id, level, version, name");
	for (int s = 1; s <= 2 * YEARS; s++) {
		sink_int(f->s, s);
		sink_int(f->s, (s + 1) / 2);
		text(f, s % 2 ? S("department") : S("commune"));
		sink_int(f->s, 1);
		text(f, S("Bộ tiêu chí đánh giá kết quả cải cách hành chính"));
	}
	sink_table(f->s, "identity", "id, mark, name");
	for (int i = 0; i < SET * 2; i++) {
		sink_int(f->s, i + 1);
		text(f, str_fmt(row, "d%d", i + 1));
		words(f, 6, 14);
		next_row();
	}
	sink_table(f->s, "criterion", "id, set_id, ord, code, parent_id, identity_id, leaf, name, max");
	for (int s = 0; s < 2 * YEARS; s++)
		for (int i = 0; i < SET; i++) {
			int part = i - FIELDS, leaf = part - FIELDS * PARTS;
			int field = i < FIELDS ? i : leaf < 0 ? part / PARTS : leaf % (FIELDS * PARTS) / PARTS;
			int mid = leaf < 0 ? part % PARTS : leaf % PARTS;
			sink_int(f->s, s * SET + i + 1);
			sink_int(f->s, s + 1);
			sink_int(f->s, i + 1);
			text(f, i < FIELDS ? str_fmt(row, "%d", field + 1) : leaf < 0 ? str_fmt(row, "%d.%d", field + 1, mid + 1)
			                   : str_fmt(row, "%d.%d.%d", field + 1, mid + 1, leaf / (FIELDS * PARTS) + 1));
			if (i < FIELDS)
				sink_null(f->s);
			else
				sink_int(f->s, s * SET + 1 + (leaf < 0 ? field : FIELDS + field * PARTS + mid));
			sink_int(f->s, s % 2 * SET + i + 1);
			sink_int(f->s, leaf >= 0);
			words(f, 6, 14);
			sink_int(f->s, leaf >= 0 ? 5000 : 25000);
			next_row();
		}
}

static void sheets(struct fill *f)
{
	sink_table(f->s, "sheet", "id, body_id, set_id, points, max");
	for (int64_t p = 0; p < f->plans; p++) {
		sink_int(f->s, p + 1);
		sink_int(f->s, body_of(p));
		sink_int(f->s, set_of(p));
		sink_int(f->s, 800000 + prose_draw(&f->p, 150000));
		sink_int(f->s, 1000000);
	}
	sink_table(f->s, "score", "id, body_id, sheet_id, criterion_id, round, points, reason");
	int64_t scores = 10 * f->n;
	for (int64_t i = 0; i < scores; i++) {
		int64_t p = i * f->plans / scores, k = i - (p * scores + f->plans - 1) / f->plans;
		sink_int(f->s, i + 1);
		sink_int(f->s, body_of(p));
		sink_int(f->s, p + 1);
		sink_int(f->s, leaf_of(set_of(p), k / ROUNDS));
		sink_int(f->s, k % ROUNDS);
		sink_int(f->s, prose_draw(&f->p, 11) * 500);
		if (prose_draw(&f->p, 10))
			sink_null(f->s);
		else
			words(f, 6, 16);
		if (i % 64 == 0)
			next_row();
	}
}

static void findings(struct fill *f)
{
	sink_table(f->s, "finding", "id, body_id, cycle_id, origin, criterion_id, mark, place, ord, text, cause, max, points, lost");
	for (int64_t p = 0; p < f->plans; p++)
		for (int64_t i = first_of(f, p), from = i, end = p + 1 < f->plans ? first_of(f, p + 1) : f->n; i < end; i++) {
			int64_t leaf = leaf_of(set_of(p), (i - from) * 7), points = 500 * prose_draw(&f->p, 10);
			sink_int(f->s, i + 1);
			sink_int(f->s, body_of(p));
			sink_int(f->s, cycle_of(p));
			text(f, S("appraisal"));
			sink_int(f->s, leaf);
			text(f, str_fmt(row, "c%lld", (long long)leaf));
			text(f, fill_place(row, (i - from) * 7));
			sink_int(f->s, i - from + 1);
			words(f, 12, 40);
			words(f, 8, 20);
			sink_int(f->s, 5000);
			sink_int(f->s, points);
			sink_int(f->s, 5000 - points);
			next_row();
		}
}

static void plans(struct fill *f)
{
	sink_table(f->s, "plan", "id, body_id, cycle_id");
	for (int64_t p = 0; p < f->plans; p++) {
		sink_int(f->s, p + 1);
		sink_int(f->s, body_of(p));
		sink_int(f->s, cycle_of(p));
	}
	sink_table(f->s, "plan_version", "id, body_id, plan_id, version, number, title, issued_on");
	for (int64_t p = 0; p < f->plans; p++) {
		sink_int(f->s, p + 1);
		sink_int(f->s, body_of(p));
		sink_int(f->s, p + 1);
		sink_int(f->s, 1);
		text(f, str_fmt(row, "%lld/KH-U%lld", (long long)p % 200 + 10, (long long)body_of(p)));
		text(f, S("Kế hoạch khắc phục tồn tại, hạn chế trong cải cách hành chính"));
		text(f, str_fmt(row, "%lld-03-15", (long long)(f->last_year - YEARS + cycle_of(p) + 1)));
		next_row();
	}
}

/* Of a hundred remedies: 30 late, 15 open, the rest done. */
static const char *fate(struct fill *f, int64_t i, str *due)
{
	int of = (int)(i * 37 % 100);
	int far = (int)prose_draw(&f->p, 700);
	*due = day(f->today, of < 30 ? -5 - far : of < 45 ? 10 + far / 2 : -60 - 2 * far);
	return of < 15 ? "not_done" : of < 45 ? "in_progress" : "done";
}

static void remedies(struct fill *f)
{
	sink_table(f->s, "remedy", "id, body_id, plan_id, mark, ord, text, lead_id, lead_text, due_kind, due_text, due_to, effort, state,"
	                           " percent, reviewed_on");
	for (int64_t p = 0; p < f->plans; p++)
		for (int64_t i = first_of(f, p), from = i, end = p + 1 < f->plans ? first_of(f, p + 1) : f->n; i < end; i++) {
			str due;
			const char *state = fate(f, i, &due);
			sink_int(f->s, i + 1);
			sink_int(f->s, body_of(p));
			sink_int(f->s, p + 1);
			text(f, str_fmt(row, "t%lld", (long long)i));
			sink_int(f->s, i - from + 1);
			words(f, 15, 45);
			sink_int(f->s, room_of(body_of(p), i));
			text(f, S("Văn phòng"));
			text(f, S("date"));
			text(f, due);
			text(f, due);
			words(f, 3, 6);
			text(f, str_c(state));
			sink_int(f->s, *state == 'd' ? 100 : *state == 'n' ? 0 : 40);
			text(f, day(f->today, -(int)prose_draw(&f->p, 60)));
			next_row();
		}
}

/* What hangs on each remedy. */
static void hangs(struct fill *f)
{
	static const struct { const char *table, *columns; int every; } tables[] = {
		{ "remedy_finding", "id, body_id, remedy_id, finding_id", 1 },
		{ "remedy_support", "id, body_id, remedy_id, ord, unit_id, text", 2 },
		{ "progress", "id, body_id, finding_id, remedy_id, on_day, person_id, state, percent, text", 1 },
	};
	for (size_t t = 0; t < COUNT(tables); t++) {
		sink_table(f->s, tables[t].table, tables[t].columns);
		for (int64_t p = 0; p < f->plans; p++)
			for (int64_t i = first_of(f, p), end = p + 1 < f->plans ? first_of(f, p + 1) : f->n; i < end; i++) {
				str due;
				const char *state = fate(f, i, &due);
				if (i % tables[t].every)
					continue;
				sink_int(f->s, i + 1);
				sink_int(f->s, body_of(p));
				sink_int(f->s, i + 1);
				sink_int(f->s, t == 1 ? 1 : i + 1);
				if (t == 1) {
					sink_int(f->s, room_of(body_of(p), i + 1));
					text(f, S("Phòng Kinh tế"));
				} else if (t == 2) {
					text(f, day(f->today, -(int)prose_draw(&f->p, 60)));
					sink_int(f->s, body_of(p));
					text(f, str_c(state));
					sink_int(f->s, *state == 'd' ? 100 : *state == 'n' ? 0 : 40);
					words(f, 10, 30);
				}
				next_row();
			}
	}
}

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct fill f = { .n = argc > 2 ? atoll(argv[2]) : 0, .p = { 20261121 }, .today = record_today() };
	struct record_start start = { argc > 3 ? argv[3] : NULL, "quantri", "Người quản trị", "UBND tỉnh Trường Giang", "province" };
	if (f.n < PER_PLAN || f.n > (int64_t)YEARS * BODIES * PER_PLAN) {
		fprintf(stderr, "usage: fill FOLDER FINDINGS [CONNECTION]; %d to %d findings\n", PER_PLAN, YEARS * BODIES * PER_PLAN);
		return 2;
	}
	if (!record_init(a, argv[1], &start, &r, &e)) {
		fprintf(stderr, "fill: %s %s\n", e.message, e.detail);
		return 2;
	}
	f.plans = fill_plans((int)f.n);
	f.last_year = f.today.year - 1;
	str where = r->where;
	record_close(&r);
	f.s = sink_open(a, where);
	row = arena_open(1 << 20);
	units(&f);
	people(&f);
	sets(&f);
	sheets(&f);
	findings(&f);
	plans(&f);
	remedies(&f);
	hangs(&f);
	sink_close(f.s);
	arena_free(row);
	if (!record_open(a, argv[1], &r, &e) || !search_rebuild(r->db, &e)) {
		fprintf(stderr, "fill: %s %s\n", e.message, e.detail);
		return 2;
	}
	sink_settle(where);
	return 0;
}
