#include "app/criterion.h"
#include "app/keep_parts.h"
#include "core/level.h"

/* -- by code and year --------------------------------------------------------------------------------- */

typedef VEC(struct criterion_of) criteria_of;

bool criterion_level(struct arena *a, const char *typed, str *ret, struct err *e)
{
	*ret = typed ? level_of(a, str_c(typed)) : (str){ 0 };
	return !typed || level_words(*ret).n ||
	       (fail(e, ERR_INPUT, "Không có cấp “%s”.", typed), err_hint(e, "Cấp là bộ, tỉnh, sở, huyện hoặc xã."));
}

/* One for each level that has the code. */
static bool load_named(struct record *r, struct arena *a, const char *code, int year, const struct criterion_in *in, criteria_of *ret,
                       struct err *e)
{
	struct unit_named of = { 0 };
	int64_t cycle;
	str level, plain = code_plain(a, str_c(code));
	if (!criterion_level(a, in->level, &level, e) || (in->unit && !keep_unit(r, a, in->unit, &of, e)) ||
	    !keep_cycle(r, of.id, year, &cycle, e))
		return false;
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(criterion_named, .cycle_id = v_int(cycle), .code = v_text(plain), .level = v_text(level)), &rows, e))
		return false;
	while (rows_next(&rows)) {
		struct criterion_of k = { .code = col_text(&rows, a, 2), .name = col_text(&rows, a, 3), .level = col_text(&rows, a, 4),
			                  .mark = col_text(&rows, a, 1), .year = year, .identity = col_int(&rows, 0), .cycle = cycle };
		if (!ret->n || !str_eq(ret->at[ret->n - 1].level, k.level))
			*vec_add(a, ret) = k;
	}
	if (!rows_done(&rows, e))
		return false;
	str words = level_words(level);
	return ret->n || (fail(e, ERR_NOT_FOUND, "Năm %d không có tiêu chí %.*s%s%.*s trong hồ sơ.", year, SF(plain), words.n ? " cấp " : "",
	                       SF(words)),
	                  err_hint(e, "Xem mã của các năm: khacphuc criterion list --year %d.", year));
}

static bool several_levels(str code, int year, struct err *e)
{
	fail(e, ERR_INPUT, "Năm %d nhiều cấp có tiêu chí %.*s.", year, SF(code));
	return err_hint(e, "Ghi cấp: --level xã (bộ, tỉnh, sở, huyện hoặc xã).");
}

/* The level that both have. */
static bool load_two(struct record *r, struct arena *a, const char *const code[2], const int year[2], const struct criterion_in *in,
                     struct criterion_said *ret, struct err *e)
{
	size_t newer = year[1] > year[0], n = 0;
	criteria_of is = { 0 }, was = { 0 };
	if (!load_named(r, a, code[newer], year[newer], in, &is, e) || !load_named(r, a, code[!newer], year[!newer], in, &was, e))
		return false;
	for (size_t i = 0; i < is.n; i++)
		for (size_t k = 0; k < was.n; k++)
			if (str_eq(is.at[i].level, was.at[k].level)) {
				*ret = (struct criterion_said){ .older = was.at[k], .newer = is.at[i] };
				n++;
			}
	if (n > 1)
		return several_levels(ret->newer.code, ret->newer.year, e);
	return n || (fail(e, ERR_INPUT, "Tiêu chí %.*s năm %d và tiêu chí %.*s năm %d không cùng cấp.", SF(is.at[0].code), is.at[0].year,
	                  SF(was.at[0].code), was.at[0].year),
	             err_hint(e, "Chỉ nối được tiêu chí của cùng một cấp; xem khacphuc criterion list."));
}

/* -- one of two --------------------------------------------------------------------------------------- */

static bool no_clash(struct record *r, struct arena *a, const struct criterion_said *s, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(criterion_clash, .stays = v_int(s->older.identity), .goes = v_int(s->newer.identity)), &rows, e))
		return false;
	bool clash = rows_next(&rows);
	int year = clash ? (int)col_int(&rows, 0) : 0;
	str x = clash ? col_text(&rows, a, 1) : S(""), y = clash ? col_text(&rows, a, 2) : S("");
	if (!rows_done(&rows, e))
		return false;
	if (!clash)
		return true;
	fail(e, ERR_CONFLICT, "Nối như vậy thì tiêu chí %.*s và %.*s cùng năm %d thành một.", SF(x), SF(y), year);
	return err_hint(e, "Nếu một trong hai đã bị nối nhầm với năm khác thì tách ra trước: khacphuc criterion apart MÃ NĂM.");
}

static bool join(struct record *r, struct tx *t, struct criterion_said *s, struct err *e)
{
	struct changed c = { 0 };
	if (!db_change(t, Q(criterion_join, .stays = v_int(s->older.identity), .goes = v_int(s->newer.identity),
	                    .who = v_int(r->who.person)), &c, e))
		return false;
	s->rows = c.rows;
	return c.rows ? db_change(t, Q(identity_drop, .id = v_int(s->newer.identity)), NULL, e)
	              : record_denied(r, e, "nối tiêu chí giữa các năm");
}

bool criterion_same(struct record *r, struct arena *a, const char *const code[2], const int year[2], const struct criterion_in *in,
                    struct criterion_said *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	if (year[0] == year[1])
		return fail(e, ERR_INPUT, "Hai tiêu chí cùng năm %d không thể là một.", year[0]),
		       err_hint(e, "Ghi mã và năm của hai năm khác nhau.");
	if (!record_tx(r, a, S("criterion same"), &t, e) || !load_two(r, a, code, year, in, ret, e))
		return false;
	ret->already = ret->older.identity == ret->newer.identity;
	return ret->already || (no_clash(r, a, ret, e) && join(r, &t, ret, e) && tx_commit(&t, e));
}

/* -- two of one --------------------------------------------------------------------------------------- */

enum { MARKS = 20 };

/* "ke-hoach-2025", "ke-hoach-2025-2", …: the first that is not taken. */
static bool free_mark(struct record *r, struct arena *a, const struct criterion_of *k, str *ret, struct err *e)
{
	strs marks = { 0 };
	int64_t ids[MARKS];
	for (int i = 0; i < MARKS; i++)
		*vec_add(a, &marks) = i ? str_fmt(a, "%.*s-%d-%d", SF(k->mark), k->year, i + 1) : str_fmt(a, "%.*s-%d", SF(k->mark), k->year);
	if (!repo_identities(r->db, a, &marks, ids, e))
		return false;
	for (size_t i = 0; i < MARKS && !ret->n; i++)
		*ret = ids[i] ? *ret : marks.at[i];
	return ret->n || fail(e, ERR_LIMIT, "Tiêu chí %.*s năm %d đã được tách quá nhiều lần.", SF(k->code), k->year);
}

static bool part(struct record *r, struct arena *a, struct tx *t, struct criterion_said *s, struct err *e)
{
	struct criterion_of *k = &s->newer;
	struct changed own = { 0 }, c = { 0 };
	str mark = { 0 };
	if (!free_mark(r, a, k, &mark, e) ||
	    !db_change(t, Q(identity_add, .mark = v_text(mark), .name = v_text(k->name.n ? k->name : k->code)), &own, e) ||
	    !db_change(t, Q(criterion_part, .own = v_int(own.id), .shared = v_int(k->identity), .cycle_id = v_int(k->cycle),
	                    .level = v_text(k->level), .who = v_int(r->who.person)), &c, e))
		return false;
	s->rows = c.rows;
	k->mark = mark;
	k->identity = own.id;
	return c.rows || record_denied(r, e, "tách tiêu chí khỏi các năm khác");
}

bool criterion_apart(struct record *r, struct arena *a, const char *code, int year, const struct criterion_in *in,
                     struct criterion_said *ret, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	criteria_of named = { 0 };
	int64_t elsewhere = 0;
	bool found;
	if (!record_tx(r, a, S("criterion apart"), &t, e) || !load_named(r, a, code, year, in, &named, e))
		return false;
	if (named.n > 1)
		return several_levels(named.at[0].code, year, e);
	*ret = (struct criterion_said){ .newer = named.at[0] };
	const struct criterion_of *k = &ret->newer;
	if (!db_int(r->db, Q(criterion_elsewhere, .identity_id = v_int(k->identity), .cycle_id = v_int(k->cycle),
	                     .level = v_text(k->level)), &elsewhere, &found, e))
		return false;
	ret->already = !elsewhere;
	return ret->already || (part(r, a, &t, ret, e) && tx_commit(&t, e));
}
