#include "app/record_parts.h"
#include "app/unit_parts.h"
#include "base/fold.h"
#include "base/words.h"
#include "core/calendar.h"
#include <stdlib.h>

/* -- levels ------------------------------------------------------------------------------------------ */

static const struct { const char *name, *vi, *also; } levels[UNIT_LEVELS] = {
	[LEVEL_MINISTRY] = { "ministry", "bộ", "bo|cap bo|trung uong" },
	[LEVEL_PROVINCE] = { "province", "tỉnh", "tinh|cap tinh|thanh pho" },
	[LEVEL_DEPARTMENT] = { "department", "sở", "so|ban|nganh|so nganh|so, ban, nganh|co quan|cap so" },
	[LEVEL_DISTRICT] = { "district", "huyện", "huyen|quan|thi xa|cap huyen" },
	[LEVEL_COMMUNE] = { "commune", "xã", "xa|phuong|thi tran|dac khu|cap xa" },
	[LEVEL_ROOM] = { "room", "phòng", "phong|van phong|trung tam|don vi truc thuoc|phong chuyen mon" },
};

const char *unit_level_name(enum unit_level l) { return levels[l].name; }
const char *unit_level_vi(enum unit_level l) { return levels[l].vi; }

bool unit_level_of(struct arena *a, str word, enum unit_level *ret)
{
	str folded = fold_plain(a, word);
	for (enum unit_level l = 0; l < UNIT_LEVELS; l++)
		if (str_eq(folded, str_c(levels[l].name)) || word_among(folded, levels[l].also))
			return *ret = l, true;
	return false;
}

bool word_among(str word, const char *list)
{
	for (const char *p = list; word.n && *p;) {
		size_t n = strcspn(p, "|");
		if (n == word.n && !memcmp(p, word.p, n))
			return true;
		p += n + (p[n] == '|');
	}
	return false;
}

/* -- names ------------------------------------------------------------------------------------------- */

static str replaced(struct arena *a, str s, str what, str with)
{
	struct buf b = buf_open(a);
	for (size_t from = 0; from < s.n;) {
		size_t at = str_find(s, what, from);
		buf_put(&b, str_sub(s, from, at));
		if (at < s.n)
			buf_put(&b, with);
		from = at < s.n ? at + what.n : s.n;
	}
	return buf_str(&b);
}

str unit_key(struct arena *a, str name, bool marks)
{
	struct buf b = buf_open(a);
	struct words w = words_open(name);
	for (struct word x; words_next(&w, &x);) {
		buf_put(&b, b.n ? S(" ") : S(""));
		buf_put(&b, marks && x.marked.n ? x.marked : x.plain);
	}
	str s = replaced(a, buf_str(&b), marks ? S("ủy ban nhân dân") : S("uy ban nhan dan"), S("ubnd"));
	s = replaced(a, s, marks ? S("hội đồng nhân dân") : S("hoi dong nhan dan"), marks ? S("hđnd") : S("hdnd"));
	return str_starts(s, S("ubnd ")) ? str_sub(s, 5, s.n) : s;
}

static bool read_names(struct rows *rows, struct arena *a, unit_names *ret, struct err *e)
{
	while (rows_next(rows)) {
		struct unit_row u = { .id = col_int(rows, 0), .parent = col_int(rows, 1), .body = col_int(rows, 2) };
		str level = col_text(rows, a, 3);
		while (u.level < LEVEL_ROOM && strcmp(levels[u.level].name, level.p))
			u.level++;
		u.ranking = col_text(rows, a, 4);
		u.name = col_text(rows, a, 5);
		u.symbol = col_text(rows, a, 6);
		u.founded = col_text(rows, a, 7);
		u.ended = col_text(rows, a, 8);
		u.ended_how = col_text(rows, a, 9);
		str name = col_text(rows, a, 10);
		*vec_add(a, ret) = (struct unit_called){ u, name, col_text(rows, a, 11), unit_key(a, name, false) };
	}
	return rows_done(rows, e);
}

bool unit_names_load(struct record *r, struct arena *a, int64_t body, unit_names *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	return db_query(r->db, Q(unit_names, .body_id = v_ref(body), .who = v_int(r->who.person)), &rows, e) &&
	    read_names(&rows, a, ret, e);
}

bool unit_names_of_ground(struct record *r, struct arena *a, unit_names *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	return db_query(r->db, Q(unit_list, .who = v_int(r->who.person)), &rows, e) && read_names(&rows, a, ret, e);
}

/* ISO days are in order when their texts are. */
static bool before(str a, str b) { return a.n && b.n && strcmp(a.p, b.p) < 0; }

bool unit_lives(const struct unit_row *u, str day)
{
	return !before(day, u->founded) && (!u->ended.n || before(day, u->ended));
}

/* The name whose last day comes first after that day; there is none: the name of now. */
static const struct unit_called *called_on(const unit_names *names, int64_t id, str day)
{
	const struct unit_called *is = NULL;
	for (size_t i = 0; i < names->n; i++) {
		const struct unit_called *x = &names->at[i];
		if (x->unit.id == id && (x->until.n ? before(day, x->until) && (!is || !is->until.n || before(x->until, is->until)) : !is))
			is = x;
	}
	return is;
}

str unit_name_on(const unit_names *names, int64_t id, str day)
{
	const struct unit_called *x = called_on(names, id, day);
	return x ? x->name : (str){ 0 };
}

const struct unit_row *unit_of(const unit_names *names, int64_t id)
{
	for (size_t i = 0; i < names->n; i++)
		if (names->at[i].unit.id == id)
			return &names->at[i].unit;
	return NULL;
}

/* How well a name that is the same fits: it lives that day and is called so, it lives, it does not; then, with the same marks or not. */
static int fits(struct arena *a, const unit_names *names, const struct unit_called *x, str marked, str day)
{
	int lives = !unit_lives(&x->unit, day) ? 1 : called_on(names, x->unit.id, day) == x ? 3 : 2;
	return lives * 2 + str_eq(unit_key(a, x->name, true), marked);
}

units unit_pick(struct arena *a, const unit_names *names, str text, struct date on)
{
	units ret = { 0 };
	int best = 0;
	str day = date_iso(a, on.year ? date_end(on) : record_today());
	const struct unit_row *by_id = text.n > 1 && text.p[0] == '#' ? unit_of(names, strtoll(str_copy(a, text).p + 1, NULL, 10)) : NULL;
	if (by_id) {
		*vec_add(a, &ret) = *by_id;
		return ret;
	}
	str plain = unit_key(a, text, false), marked = unit_key(a, text, true);
	for (size_t i = 0; plain.n && i < names->n; i++) {
		const struct unit_called *x = &names->at[i];
		bool province = x->unit.level == LEVEL_PROVINCE && str_eq(plain, S("tinh"));      /* "UBND tỉnh" */
		if (!province && !str_eq(x->key, plain))
			continue;
		int fit = fits(a, names, x, marked, day);
		if (fit > best)
			ret.n = 0;
		best = fit > best ? fit : best;
		bool there = false;
		for (size_t k = 0; k < ret.n; k++)
			there |= ret.at[k].id == x->unit.id;
		if (fit == best && !there)
			*vec_add(a, &ret) = x->unit;
	}
	for (size_t i = 0, n = ret.n; plain.n && !n && i < names->n; i++) {
		const struct unit_called *x = &names->at[i];
		if (!x->until.n && x->unit.symbol.n && unit_lives(&x->unit, day) &&
		    str_eq(fold_plain(a, x->unit.symbol), fold_plain(a, text)))
			*vec_add(a, &ret) = x->unit;
	}
	return ret;
}

/* -- exactly one ------------------------------------------------------------------------------------- */

enum { NEAR_MOST = 3 };

/* Words that both have, in hundredths of all their words. */
static int alike(struct arena *a, str x, str y)
{
	int same = 0, all = 0;
	str padded = str_fmt(a, " %.*s ", SF(y));
	struct words w = words_open(x);
	for (struct word k; words_next(&w, &k); all++)
		same += str_find(padded, str_fmt(a, " %.*s ", SF(k.plain)), 0) < padded.n;
	w = words_open(y);
	for (struct word k; words_next(&w, &k);)
		all++;
	return all ? same * 200 / all : 0;
}

static str near_names(struct arena *a, const unit_names *names, str text)
{
	const struct unit_called *best[NEAR_MOST] = { 0 };
	int score[NEAR_MOST] = { 0 };
	str key = unit_key(a, text, false);
	for (size_t i = 0; i < names->n; i++) {
		const struct unit_called *x = &names->at[i];
		int s = alike(a, key, x->key);
		for (int k = 0; k < NEAR_MOST && s >= 40; k++)
			if (s > score[k]) {
				memmove(best + k + 1, best + k, sizeof *best * (size_t)(NEAR_MOST - 1 - k));
				memmove(score + k + 1, score + k, sizeof *score * (size_t)(NEAR_MOST - 1 - k));
				best[k] = x;
				score[k] = s;
				break;
			}
	}
	struct buf b = buf_open(a);
	for (int k = 0; k < NEAR_MOST && best[k]; k++)
		buf_fmt(&b, "%s“%.*s”", k ? ", " : "", SF(best[k]->name));
	return buf_str(&b);
}

static bool several(struct arena *a, const unit_names *names, const units *found, str text, struct err *e)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < found->n && i < NEAR_MOST; i++) {
		const struct unit_row *u = &found->at[i], *up = unit_of(names, u->parent);
		buf_fmt(&b, "%s#%lld %.*s%s%.*s%s", i ? "; " : "", (long long)u->id, SF(u->name), up ? " thuộc " : "", SF(up ? up->name : (str){ 0 }),
		        u->ended.n ? " (đã kết thúc)" : "");
	}
	fail(e, ERR_INPUT, "Có %zu đơn vị tên “%.*s”.", found->n, SF(text));
	return err_hint(e, "Chỉ ra bằng số của đơn vị: %.*s%s.", SF(buf_str(&b)), found->n > NEAR_MOST ? "; …" : "");
}

bool unit_pick_one(struct arena *a, const unit_names *names, str text, struct date on, struct unit_row *ret, struct err *e)
{
	units found = unit_pick(a, names, text, on);
	if (found.n == 1) {
		*ret = found.at[0];
		return true;
	}
	if (found.n)
		return several(a, names, &found, text, e);
	str near = near_names(a, names, text);
	fail(e, ERR_NOT_FOUND, text.n ? "Không có đơn vị nào tên “%.*s” trong phạm vi của bạn." : "Chưa ghi tên đơn vị.%.*s", SF(text));
	return near.n ? err_hint(e, "Có phải là %.*s?", SF(near)) : err_hint(e, "Xem các đơn vị bằng khacphuc unit list.");
}

bool unit_find(struct record *r, struct arena *a, str text, int64_t body, struct date on, units *ret, struct err *e)
{
	unit_names names = { 0 };
	if (!unit_names_load(r, a, body, &names, e))
		return false;
	*ret = unit_pick(a, &names, text, on);
	return true;
}

bool unit_load(struct record *r, struct arena *a, str text, struct unit_row *ret, struct err *e)
{
	unit_names names = { 0 };
	return unit_names_load(r, a, 0, &names, e) && unit_pick_one(a, &names, text, (struct date){ 0 }, ret, e);
}

bool unit_load_in(struct record *r, struct arena *a, str text, int64_t body, struct unit_row *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	unit_names names = { 0 }, own = { 0 };
	*ret = (struct unit_row){ 0 };
	if (!db_query(r->db, Q(unit_names_public, .body_id = v_int(body)), &rows, e) || !read_names(&rows, a, &names, e))
		return false;
	for (size_t i = 0; i < names.n; i++)
		if (names.at[i].unit.body == body)
			*vec_add(a, &own) = names.at[i];
	units found = unit_pick(a, &own, text, (struct date){ 0 });
	if (!found.n)
		found = unit_pick(a, &names, text, (struct date){ 0 });
	if (found.n == 1)
		*ret = found.at[0];
	return true;
}
