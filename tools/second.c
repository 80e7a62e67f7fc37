/* second -- random sheets scored by core/ and by SQL that was written from the texts of the rules (tests/second/README.md)
 *
 *     second [SHEETS [SEED]]      SHEETS of each sample set (10,000); prints what was compared; exit 1 at the first differences
 */
#include "core/score.h"
#include "base/file.h"
#include "docin/read.h"
#include "extract/book.h"
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { BATCH = 500, SHEETS = 10000, SHOWN = 10, ROOM = 1 << 28, COLUMNS_MAX = 2000, LEAF_COLUMNS = 3, TOTAL_COLUMNS = 4 };

static const struct { const char *name, *set, *sql; } sets[] = {
	{ "sở", "samples/index/bo-tieu-chi-so.md", "tests/second/so.sql" },
	{ "xã", "samples/index/bo-tieu-chi-xa.md", "tests/second/xa.sql" },
};

static _Noreturn void stop(const char *what, const char *why)
{
	fprintf(stderr, "second: %s: %s\n", what, why);
	exit(2);
}

/* -- chance ------------------------------------------------------------------------------------------ */

static uint64_t seed = 20261121;

static unsigned chance(unsigned n)
{
	seed = seed * 6364136223846793005U + 1442695040888963407U;
	return (unsigned)((seed >> 33) % n);
}

static bool once_in(unsigned n) { return !chance(n); }

/* -- what is entered --------------------------------------------------------------------------------- */

/* A value that the rule may take, or, now and then, one that it may not. whole: of a pair, what the part was taken of. */
static str number(struct arena *a, unsigned most)
{
	if (once_in(60))
		return str_fmt(a, "-%u", chance(5) + 1);
	if (once_in(40))
		return str_fmt(a, "%u,5", chance(most));
	return str_fmt(a, "%u", chance(most + 1));
}

static str rate(struct arena *a)
{
	unsigned whole = chance(60), part = chance(whole + 1);
	switch (chance(8)) {
	case 0: return str_fmt(a, "%u,%02u%%", chance(100), chance(100));
	case 1: return str_fmt(a, "%u%%", chance(13) * 10);
	case 2: return str_fmt(a, "0,%03u", chance(1000));
	case 3: return str_fmt(a, "%u,5/%u", part, whole);
	case 4: return once_in(4) ? S("0/0") : str_fmt(a, "%u/%u", chance(30), chance(30));
	default: return str_fmt(a, "%u/%u", part, whole);
	}
}

static str any_word(struct arena *a, const struct rule *r)
{
	if (!r->clauses.n || once_in(30))
		return S("một điều khác");
	return str_copy(a, r->clauses.at[chance((unsigned)r->clauses.n)].words);
}

static bool is(const struct rule *r, const char *name) { return str_eq(str_c(r->type->name), str_c(name)); }

static bool takes_rate(const struct rule *r)
{
	static const char *const names[] = { "bands", "ratio", "floor", "mixed", "target", "imported" };
	for (size_t i = 0; i < COUNT(names); i++)
		if (is(r, names[i]))
			return true;
	return false;
}

/* shares: of all answers of a survey percentages are entered, not ballots */
static str value_for(struct arena *a, const struct rule *r, size_t input, size_t inputs, bool shares)
{
	if (once_in(25))
		return S("");
	if (once_in(25))
		return S("không phát sinh");
	if (takes_rate(r) && inputs == 1)
		return rate(a);
	if (takes_rate(r))
		return once_in(20) ? rate(a) : number(a, input ? 40 : 25);
	if (is(r, "yes_no") || is(r, "conditions") || (is(r, "checklist") && inputs > 1))
		return once_in(30) ? S("7") : chance(3) ? S("có") : S("không");
	if (is(r, "options"))
		return any_word(a, r);
	if (is(r, "checklist"))
		return number(a, 110);
	if (is(r, "survey"))
		return inputs == 1 ? rate(a) : shares != once_in(60) ? str_fmt(a, "%u%%", chance(11) * 10) : number(a, 50);
	if (is(r, "marks") || is(r, "hand"))
		return str_fmt(a, "%u,%u", chance(3), chance(4) * 25);
	if (is(r, "sample") && once_in(3))
		return str_fmt(a, "%u/%u", chance(8), once_in(2) ? 20 : chance(30));
	if (is(r, "growth") && once_in(2))
		return rate(a);
	if (is(r, "group") && once_in(4))
		return once_in(2) ? S("0/0") : rate(a);
	if (is(r, "best"))
		return chance(2) ? rate(a) : chance(2) ? S("có") : S("không");
	return number(a, 12);
}

static void enter(struct arena *a, const struct criteria_set *s, struct sheet *t)
{
	for (size_t i = s->criteria.n; i-- > 0;) {
		const struct set_criterion *c = &s->criteria.at[i];
		bool shares = once_in(3);
		for (size_t k = 0; c->rule && k < c->inputs.n; k++)
			t->values[c->inputs.at[k]] = value_parse(a, value_for(a, c->rule, k, c->inputs.n, shares));
	}
	for (size_t i = 0; i < t->rows.n; i++) {
		struct sheet_row *r = &t->rows.at[i];
		points most = s->criteria.at[r->criterion].max;
		r->applies = !once_in(20);
		r->files = once_in(8) ? 0 : once_in(8) ? -1 : 1;
		for (int round = 0; round < ROUNDS; round++)
			if (once_in(12))
				r->by[round] = (struct opinion){ true, (points)chance((unsigned)(most / 100) + 1) * 100, { 0 }, NULL };
	}
}

/* -- the table --------------------------------------------------------------------------------------- */

static void quoted(struct buf *b, str name, const char *what)
{
	buf_put(b, S(", \""));
	for (size_t i = 0; i < name.n; i++)
		buf_fmt(b, name.p[i] == '"' ? "\"\"" : "%c", name.p[i]);
	buf_fmt(b, " %s\"", what);
}

static const char *const of_input[] = { "kind", "num", "den", "words" };
static const char *const of_leaf[] = { "applies", "files", "self", "one", "two" };

static size_t columns_of(const struct scoring *g) { return 1 + g->set->inputs.n * COUNT(of_input) + g->leaves.n * COUNT(of_leaf); }

static sqlite3 *open_table(struct arena *a, const struct scoring *g)
{
	sqlite3 *db = NULL;
	struct buf b = buf_open(a);
	buf_put(&b, S("CREATE TABLE sheet (id INTEGER PRIMARY KEY"));
	for (size_t i = 0; i < g->set->inputs.n; i++)
		for (size_t k = 0; k < COUNT(of_input); k++)
			quoted(&b, g->set->inputs.at[i], of_input[k]);
	for (size_t i = 0; i < g->leaves.n; i++)
		for (size_t k = 0; k < COUNT(of_leaf); k++)
			quoted(&b, g->set->criteria.at[g->leaves.at[i]].code, of_leaf[k]);
	buf_put(&b, S(")"));
	if (sqlite3_open(":memory:", &db) || sqlite3_exec(db, b.p, NULL, NULL, NULL))
		stop("table", sqlite3_errmsg(db));
	return db;
}

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql)
{
	sqlite3_stmt *q = NULL;
	if (sqlite3_prepare_v2(db, sql, -1, &q, NULL))
		stop("SQL", sqlite3_errmsg(db));
	return q;
}

static sqlite3_stmt *insertion(struct arena *a, sqlite3 *db, const struct scoring *g)
{
	struct buf b = buf_open(a);
	buf_put(&b, S("INSERT INTO sheet VALUES (?"));
	for (size_t i = 1; i < columns_of(g); i++)
		buf_put(&b, S(", ?"));
	buf_put(&b, S(")"));
	return prepare(db, b.p);
}

static int64_t ten_to(int n) { return n ? 10 * ten_to(n - 1) : 1; }

/* The value as a fraction of integers; 37,5/46 is 375/460. */
static void bind_value(sqlite3_stmt *q, int at, const struct value *v)
{
	static const int kinds[] = { [VALUE_NONE] = 0, [VALUE_NUMBER] = 1, [VALUE_RATE] = 2, [VALUE_PERCENT] = 3,
		                     [VALUE_YES] = 4, [VALUE_NO] = 5, [VALUE_NOT_ARISEN] = 6, [VALUE_WORDS] = 7 };
	int64_t num = v->num.digits, den = ten_to(v->num.scale);
	if (v->kind == VALUE_RATE) {
		num *= ten_to(v->den.scale);
		den *= v->den.digits;
	}
	den *= v->kind == VALUE_PERCENT ? 100 : 1;
	sqlite3_bind_int(q, at, kinds[v->kind]);
	if (v->kind == VALUE_NUMBER || v->kind == VALUE_RATE || v->kind == VALUE_PERCENT) {
		sqlite3_bind_int64(q, at + 1, num);
		sqlite3_bind_int64(q, at + 2, den);
	}
	if (v->kind == VALUE_WORDS)
		sqlite3_bind_text(q, at + 3, v->words.p, (int)v->words.n, SQLITE_TRANSIENT);
}

static void insert(sqlite3_stmt *q, const struct scoring *g, const struct sheet *t, int id)
{
	int at = 1;
	sqlite3_reset(q);
	sqlite3_clear_bindings(q);
	sqlite3_bind_int(q, at++, id);
	for (size_t i = 0; i < g->set->inputs.n; i++, at += (int)COUNT(of_input))
		bind_value(q, at, &t->values[i]);
	for (size_t i = 0; i < t->rows.n; i++) {
		const struct sheet_row *r = &t->rows.at[i];
		sqlite3_bind_int(q, at++, r->applies);
		sqlite3_bind_int(q, at++, r->files);
		for (int round = 0; round < ROUNDS; round++, at++)
			if (r->by[round].given)
				sqlite3_bind_int64(q, at, r->by[round].points);
	}
	if (sqlite3_step(q) != SQLITE_DONE)
		stop("insertion", sqlite3_errmsg(sqlite3_db_handle(q)));
}

/* -- comparing --------------------------------------------------------------------------------------- */

struct tally { size_t sheets, leaves, known, excluded, different; };

static void tell_sheet(const struct scoring *g, const struct sheet *t, size_t leaf)
{
	const struct set_criterion *c = &g->set->criteria.at[g->leaves.at[leaf]];
	const struct sheet_row *r = &t->rows.at[leaf];
	printf("   %.*s, maximum %lld: %.*s\n   applies %d, files %d, opinions %lld %lld %lld\n", SF(c->code), (long long)c->max,
	       SF(c->rule_text), r->applies, r->files, r->by[0].given ? (long long)r->by[0].points : -1,
	       r->by[1].given ? (long long)r->by[1].points : -1, r->by[2].given ? (long long)r->by[2].points : -1);
	for (size_t i = 0; i < c->inputs.n; i++)
		printf("   %.*s = “%.*s”\n", SF(g->set->inputs.at[c->inputs.at[i]]), SF(t->values[c->inputs.at[i]].printed));
}

static int64_t whole(sqlite3_stmt *q, int column)
{
	if (sqlite3_column_type(q, column) != SQLITE_INTEGER)
		stop(sqlite3_column_name(q, column), "is not an integer");
	return sqlite3_column_int64(q, column);
}

static void compare(struct arena *a, const struct scoring *g, const struct sheet *t, sqlite3_stmt *q, struct tally *y)
{
	struct scored *all = make_n(a, struct scored, g->leaves.n);
	points *leaf = make_n(a, points, g->leaves.n);
	bool *excluded = make_n(a, bool, g->leaves.n);
	struct total total;
	score_sheet(g, t, all);
	for (size_t i = 0; i < g->leaves.n; i++) {
		int at = (int)i * LEAF_COLUMNS;
		bool known = all[i].by != BY_NOTHING;
		leaf[i] = all[i].points;
		excluded[i] = all[i].excluded;
		y->known += known;
		y->excluded += excluded[i];
		if (whole(q, at) == leaf[i] && whole(q, at + 1) == excluded[i] && whole(q, at + 2) == known)
			continue;
		if (y->different++ < SHOWN) {
			printf("sheet %zu: core %lld, excluded %d, known %d; SQL %lld, %lld, %lld\n", y->sheets + 1, (long long)leaf[i], excluded[i],
			       known, (long long)whole(q, at), (long long)whole(q, at + 1), (long long)whole(q, at + 2));
			tell_sheet(g, t, i);
		}
	}
	score_totals(g, leaf, excluded, NULL, &total);
	int at = (int)g->leaves.n * LEAF_COLUMNS;
	const struct set_class *c = class_at(g->set, total.points, total.max);
	const char *name = (const char *)sqlite3_column_text(q, at + 3);
	bool no_percent = sqlite3_column_type(q, at + 2) == SQLITE_NULL;
	if (whole(q, at) != total.points || whole(q, at + 1) != total.max || (no_percent ? -1 : whole(q, at + 2)) != total.percent ||
	    !str_eq(c ? c->name : S(""), str_c(name ? name : "")))
		if (y->different++ < SHOWN)
			printf("sheet %zu: core %lld of %lld, %lld, %.*s; SQL %lld of %lld, %lld, %s\n", y->sheets + 1, (long long)total.points,
			       (long long)total.max, (long long)total.percent, SF(c ? c->name : S("")), (long long)whole(q, at),
			       (long long)whole(q, at + 1), no_percent ? -1 : (long long)whole(q, at + 2), name ? name : "");
	y->sheets++;
	y->leaves += g->leaves.n;
}

static void batch(const struct scoring *g, sqlite3 *db, sqlite3_stmt *in, sqlite3_stmt *out, int n, struct tally *y)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct sheet **t = make_n(a, struct sheet *, (size_t)n);
	sqlite3_exec(db, "BEGIN; DELETE FROM sheet", NULL, NULL, NULL);
	for (int i = 0; i < n; i++) {
		t[i] = sheet_new(a, g->set);
		enter(a, g->set, t[i]);
		insert(in, g, t[i], i + 1);
	}
	sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	sqlite3_reset(out);
	for (int i = 0; i < n; i++) {
		if (sqlite3_step(out) != SQLITE_ROW)
			stop("a row is missing", sqlite3_errmsg(db));
		compare(a, g, t[i], out, y);
	}
}

static struct tally one_set(size_t which, int sheets)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct reading r = { 0 };
	struct criteria_set *s = NULL;
	struct told told = { 0 };
	struct scoring g;
	struct err e = { 0 };
	str sql = { 0 };
	struct tally y = { 0 };
	if (!read_path(a, sets[which].set, &r, &e) || !file_read(a, sets[which].sql, (size_t)1 << 20, &sql, &e))
		stop(sets[which].set, e.message);
	if (!book_set(a, r.root, false, &s, &told))
		stop(sets[which].set, told.wrong.n ? told.wrong.at[0].p : "");
	if (!score_prepare(a, s, &g, &e))
		stop(sets[which].set, e.message);
	sqlite3 *db = open_table(a, &g);
	sqlite3_stmt *in = insertion(a, db, &g), *out = prepare(db, str_copy(a, sql).p);
	if (sqlite3_column_count(out) != (int)g.leaves.n * LEAF_COLUMNS + TOTAL_COLUMNS)
		stop(sets[which].sql, "has not three columns a leaf and four totals");
	for (int left = sheets; left > 0; left -= BATCH)
		batch(&g, db, in, out, left < BATCH ? left : BATCH, &y);
	sqlite3_finalize(in);
	sqlite3_finalize(out);
	sqlite3_close(db);
	return y;
}

int main(int argc, char **argv)
{
	int sheets = argc > 1 ? atoi(argv[1]) : SHEETS;
	size_t different = 0;
	seed = argc > 2 ? strtoull(argv[2], NULL, 10) : seed;
	for (size_t i = 0; i < COUNT(sets); i++) {
		struct tally y = one_set(i, sheets);
		printf("%s: %zu sheets, %zu leaves (%zu known, %zu excluded), %zu differences\n", sets[i].name, y.sheets, y.leaves, y.known,
		       y.excluded, y.different);
		different += y.different;
	}
	printf("%d passed, %d failed, 0 skipped\n", !different, !!different);
	return different != 0;
}
