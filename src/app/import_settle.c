#include "app/import_parts.h"
#include "app/change.h"
#include "core/points.h"
#include <jansson.h>

/* -- points ------------------------------------------------------------------------------------------ */

struct figure lost_said(struct figure max, struct figure got, struct figure lost, struct figure printed)
{
	struct figure f = lost.present ? lost : printed;
	if (max.present && got.present)
		f = exact_figure(exact_sub(exact_of(max), exact_of(got)));
	f.digits = f.digits < 0 && !(max.present && got.present) ? -f.digits : f.digits;
	f.printed = printed.printed;
	return f;
}

str points_said(struct arena *a, struct maybe max, struct maybe got, struct maybe lost)
{
	str of = max.there ? str_fmt(a, "/%s", points_vi(a, max.n).p) : (str){ 0 };
	str said = got.there ? str_fmt(a, "đạt %s%.*s", points_vi(a, got.n).p, SF(of)) : (str){ 0 };
	if (!lost.there)
		return said;
	return said.n ? str_fmt(a, "mất %s (%.*s)", points_vi(a, lost.n).p, SF(said)) : str_fmt(a, "mất %s", points_vi(a, lost.n).p);
}

/* -- rows -------------------------------------------------------------------------------------------- */

void propose(struct importing *m, struct proposed_row row)
{
	row.item = m->item;
	row.place = place_vi(m->a, row.at);
	*vec_add(m->a, &m->p->rows) = row;
	m->p->count[row.kind]++;
}

bool add_row(struct importing *m, enum query_id q, const struct arg *args, int64_t *ret, struct err *e)
{
	struct changed c = { 0 };
	if (!m->t)
		return *ret = --m->ids, true;
	if (!db_change(m->t, q, args, &c, e))
		return false;
	*ret = c.id;
	return c.rows == 1 || record_denied(m->r, e, "nhận văn bản vào hồ sơ này");
}

bool set_row(struct importing *m, enum query_id q, const struct arg *args, struct err *e)
{
	struct changed c = { 0 };
	if (!m->t)
		return true;
	return db_change(m->t, q, args, &c, e) && (c.rows == 1 || record_denied(m->r, e, "nhận văn bản vào hồ sơ này"));
}

bool left_now(struct importing *m, char list, size_t i)
{
	m->item = (struct proposed_item){ list, i };
	for (size_t k = 0; k < m->ask->leave.n; k++)
		if (m->ask->leave.at[k].list == list && m->ask->leave.at[k].i == i)
			return true;
	return false;
}

bool takes(struct importing *m, str take)
{
	bool yes = false;
	for (size_t i = 0; i < m->ask->take.n; i++) {
		str word = m->ask->take.at[i];
		bool it = str_eq(word, S("all")) || (take.n && str_eq(text_key(m->a, word), text_key(m->a, take))) ||
		          (str_starts(word, S("#")) && str_eq(word, str_fmt(m->a, "#%c%zu", m->item.list, m->item.i)));
		yes |= it;
		m->took[i] |= it;
	}
	return yes;
}

/* -- one column -------------------------------------------------------------------------------------- */

enum { HUNDREDTHS = 100, PERCENT_DECIMALS = 2, WHOLE_MAX = 1000000 };

static bool said(const struct saying *c) { return c->kind == SAYS_TEXT ? c->text.n > 0 : c->figure.present; }

static bool number_of(const struct saying *c, int64_t *ret)
{
	if (c->kind == SAYS_POINTS)
		return points_of_figure(c->figure, ret);
	struct exact v = exact_of(c->figure);
	if (c->kind == SAYS_PERCENT) {
		struct figure f = exact_round(exact_mul(v, exact_int(HUNDREDTHS)), 0);
		return *ret = f.digits, f.present && f.digits >= 0 && f.digits <= WHOLE_MAX;
	}
	return *ret = c->figure.digits, !c->figure.scale && c->figure.digits >= 0 && c->figure.digits <= WHOLE_MAX;
}

static str printed(struct arena *a, const struct saying *c)
{
	if (c->kind == SAYS_TEXT)
		return c->text;
	return c->figure.printed.n ? c->figure.printed : figure_vi(a, c->figure);
}

static str stored(struct arena *a, const struct saying *c)
{
	if (c->kind == SAYS_TEXT)
		return *c->s;
	if (c->kind == SAYS_POINTS)
		return points_vi(a, c->n->n);
	return c->kind == SAYS_PERCENT ? percent_vi(a, c->n->n) : str_fmt(a, "%lld", (long long)c->n->n);
}

static bool there(const struct saying *c) { return c->kind == SAYS_TEXT ? c->s->n > 0 : c->n->there; }

static bool put(struct saying *c, int64_t n)
{
	if (c->kind == SAYS_TEXT)
		*c->s = c->text;
	else
		*c->n = (struct maybe){ true, n };
	return c->held = true;
}

static bool same_value(struct arena *a, const struct saying *c, int64_t n)
{
	return c->kind == SAYS_TEXT ? same_text(a, *c->s, c->text) : c->n->n == n;
}

/* -- where it stands ---------------------------------------------------------------------------------- */

static bool prints_it(struct importing *m, const struct had_claim *k, const struct saying *c)
{
	struct saying x = *c;
	int64_t n = 0;
	x.text = k->printed;
	x.figure = figure_parse(k->printed);
	x.figure.digits = x.figure.digits < 0 ? -x.figure.digits : x.figure.digits;
	return (c->kind == SAYS_TEXT || (x.figure.present && number_of(&x, &n))) && same_value(m->a, &x, n);
}

static bool changes(const struct had_hand *h, const char *field)
{
	json_t *before = json_loadb(h->before.p, h->before.n, 0, NULL), *after = json_loadb(h->after.p, h->after.n, 0, NULL);
	json_t *was = json_object_get(before, field), *is = json_object_get(after, field);
	bool yes = was && is && !json_equal(was, is);
	json_decref(before);
	json_decref(after);
	return yes;
}

static str hand_of(struct importing *m, const struct had_of *of, const char *entity, int64_t id, const char *field)
{
	struct err ignored = { 0 };
	if (!m->hands_loaded)
		m->hands_loaded = had_load_hands(of, &m->had, &ignored);
	for (size_t i = 0; i < m->had.hands.n; i++) {
		const struct had_hand *h = &m->had.hands.at[i];
		if (h->id == id && str_eq(h->entity, str_c(entity)) && changes(h, field)) {
			str when = change_when(m->a, h->at);
			return str_fmt(m->a, "%.*s sửa tay %.*s", SF(h->who), SF(when));
		}
	}
	return (str){ 0 };
}

str stored_place(struct importing *m, const char *entity, int64_t id, const struct saying *c)
{
	struct err ignored = { 0 };
	const struct had_of of = { m->r->db, m->a, m->r->who.person, m->body.id, m->cycle };
	str last = { 0 };
	if (!m->claims_loaded)
		m->claims_loaded = had_load_claims(&of, &m->had, &ignored);
	for (size_t i = 0; i < m->had.claims.n; i++) {
		const struct had_claim *k = &m->had.claims.at[i];
		if (k->id != id || !str_eq(k->entity, str_c(entity)) || !str_eq(k->field, str_c(c->name)))
			continue;
		last = place_in(m->a, k->number, k->file, k->at);
		if (prints_it(m, k, c))
			return last;
	}
	str hand = hand_of(m, &of, entity, id, c->name);
	return hand.n || !last.n || c->kind == SAYS_TEXT ? (hand.n ? hand : last) : S("sửa tay");
}

static bool settle_one(struct importing *m, const struct thing *t, struct saying *c)
{
	int64_t n = 0;
	struct proposed_row row = { .kind = PROPOSED_LEFT, .what = t->what, .field = str_c(c->label) };
	row.found = printed(m->a, c);
	row.at = c->at;
	if (c->kind != SAYS_TEXT && !number_of(c, &n)) {
		row.note = c->kind == SAYS_POINTS ? S("quá bốn chữ số thập phân, hoặc quá lớn") : S("không phải một số hợp lệ");
		propose(m, row);
		return false;
	}
	if (there(c) && same_value(m->a, c, n)) {
		c->held = true;
		row.kind = PROPOSED_SAME;
	} else if (there(c)) {
		row.kind = PROPOSED_DIFFERENT;
		row.stored = stored(m->a, c);
		row.stored_place = stored_place(m, t->entity, t->id, c);
		if (takes(m, t->take)) {
			row.note = m->ask->accept ? S("đã lấy theo văn bản này") : S("sẽ lấy theo văn bản này");
			m->p->taken++;
			propose(m, row);
			return c->taken = put(c, n);
		}
	} else if (c->at.sure && c->kind != SAYS_TEXT && !takes(m, t->take)) {
		row.note = str_fmt(m->a, "đọc từ ảnh, chắc %d %%: đối chiếu bản gốc rồi lấy bằng --take %.*s", c->at.sure,
		                   SF(t->take.n ? t->take : S("all")));
	} else {
		put(c, n);
		row.kind = PROPOSED_NEW;
		if (t->id)
			propose(m, row);
		return true;
	}
	propose(m, row);
	return false;
}

bool settle(struct importing *m, const struct thing *t, struct saying *c, size_t n)
{
	bool write = false;
	for (size_t i = 0; i < n; i++)
		if (said(&c[i]))
			write |= settle_one(m, t, &c[i]);
	return write;
}

bool claim_add(struct importing *m, const char *entity, int64_t id, const char *field, str text, bool held, struct source at, struct err *e)
{
	struct changed c = { 0 };
	if (!m->t || (m->known && !m->ask->take.n && !m->ask->rest))
		return true;
	if (m->known && held && !db_change(m->t, Q(import_claim_hold, .entity = v_text(str_c(entity)), .entity_id = v_int(id),
	                                           .field = v_text(str_c(field)), .document_id = v_int(m->document), BODY(m)), &c, e))
		return false;
	if (m->known)                              /* its claims are there, but for what was left of it then */
		return c.rows || !m->ask->rest ||
		       db_change(m->t, Q(import_claim_add_late, BODY(m), .document_id = v_int(m->document), .entity = v_text(str_c(entity)),
		                         .entity_id = v_int(id), .field = v_text(str_c(field)), .printed = v_text(text),
		                         .held = v_int(held), PLACE(at), .sure = v_part(at.sure)), &c, e);
	return add_row(m, Q(import_claim_add, BODY(m), .document_id = v_int(m->document),
	                    .entity = v_text(str_c(entity)), .entity_id = v_int(id), .field = v_text(str_c(field)), .printed = v_text(text),
	                    .held = v_int(held), PLACE(at), .sure = v_part(at.sure)), &id, e);
}

static bool let_go(struct importing *m, const char *entity, int64_t id, const char *field, struct err *e)
{
	struct changed c = { 0 };
	return db_change(m->t, Q(import_claim_let_go, .entity = v_text(str_c(entity)), .entity_id = v_int(id),
	                         .field = v_text(str_c(field)),
	                         .document_id = v_int(m->document), BODY(m)), &c, e);
}

/* The words may say another figure than the one worked out: a deduction that is not the maximum less the points. */
static bool holds_words(const struct saying *c)
{
	struct figure f = figure_parse(c->figure.printed);
	f.digits = f.digits < 0 ? -f.digits : f.digits;
	return c->held && (c->kind == SAYS_TEXT || !f.present || figure_same(f, c->figure));
}

bool claim_columns(struct importing *m, const char *entity, int64_t id, const struct saying *c, size_t n, struct err *e)
{
	for (size_t i = 0; m->t && i < n; i++) {
		if (!said(&c[i]))
			continue;
		if (!claim_add(m, entity, id, c[i].name, printed(m->a, &c[i]), holds_words(&c[i]), c[i].at, e) ||
		    (c[i].taken && !let_go(m, entity, id, c[i].name, e)))
			return false;
	}
	return true;
}
