#include "app/session.h"
#include "web/asset.h"
#include "web/dispatch.h"

static void person_put(struct req *q, struct view *around)
{
	const struct person_here *p = &q->person;
	if (!p->id) {
		view_text(around, "person", (str){ 0 });
		return;
	}
	struct view *v = view_object(around, "person");
	view_count(v, "id", p->id);
	view_text(v, "login", p->login);
	view_text(v, "name", p->name);
	view_text(v, "title", p->title);
	view_text(v, "unit_name", p->unit_name);
}

/* Every right that there is (table may), had or not: a template may ask for each. */
static const struct { const char *name, *area, *act; } rights[] = {
#define RIGHT(area, act) { #area "_" #act, #area, #act },
#include "web/rights.def"
#undef RIGHT
};

/* Where another year of the place is chosen: the same page, unless it is of a row of one year or of another place. */
static str year_path(struct req *q, const struct place *p)
{
	const struct page *at = q->page && q->page->of == PLACE_UNIT && q->page->method == GET ? q->page : NULL, *first = page_at("/");
	const char *row = at && strcmp(at->id ? at->id : "", "unit") ? strchr(at->path, ':') : NULL;
	str above = row ? str_sub(str_c(at->path), 0, (size_t)(row - at->path) - 1) : (str){ 0 };
	if (at && (!row || (above.n && page_at(str_copy(q->a, above).p))))
		return row ? above : q->path;
	return right_has(p, first->area, first->acts) ? S("/") : str_c(menu_first(q, p));
}

/* may: what the page may; p: the place in the head, from where the menu goes on. */
static void place_put(struct req *q, struct view *around, const struct place *p, const struct place *right)
{
	struct view *may = view_object(around, "may");
	for (size_t i = 0; i < COUNT(rights); i++)
		view_yes(may, rights[i].name, right_has(right, rights[i].area, rights[i].act));
	if (!p->unit) {
		view_text(around, "place", (str){ 0 });
		return;
	}
	struct view *v = view_object(around, "place");
	view_count(v, "unit", p->unit);
	view_text(v, "unit_name", p->unit_name);
	view_count(v, "body", p->body);
	view_text(v, "body_name", p->body_name);
	view_text(v, "symbol", p->symbol);
	view_count(v, "year", p->year ? p->year : -1);
	view_text(v, "level", p->level);
	view_rows(v, "years");
	str path = year_path(q, p);
	for (size_t i = 0; i < p->years.n; i++) {
		struct view *y = view_row(v, "years");
		view_count(y, "year", p->years.at[i]);
		view_yes(y, "here", p->years.at[i] == p->year);
		view_link(y, "path", str_fmt(q->a, "%.*s?unit=%lld&year=%d", SF(path), (long long)p->unit, p->years.at[i]));
	}
}

/* Told by the page before, sealed in a cookie, shown once; and what this page tells. */
static void notices_put(struct req *q, struct view *around)
{
	str told = session_unseal(q->a, q->cookie, q->flash);
	view_rows(around, "notices");
	for (size_t from = 0; from < told.n;) {
		size_t end = str_find(told, S("\n"), from);
		view_text(view_row(around, "notices"), "text", str_sub(told, from, end));
		from = end + 1;
	}
	for (size_t i = 0; i < q->reply->notices.n; i++)
		view_text(view_row(around, "notices"), "text", q->reply->notices.at[i]);
	if (q->flash.n)
		q->reply->flash = str_fmt(q->a, "khacphuc_tin=; HttpOnly; SameSite=Lax; Path=/; Max-Age=0%s", q->secure ? "; Secure" : "");
}

void notices_keep(struct req *q)
{
	struct buf b = buf_open(q->a);
	buf_put(&b, session_unseal(q->a, q->cookie, q->flash));
	for (size_t i = 0; i < q->reply->notices.n; i++) {
		buf_put(&b, b.n ? S("\n") : S(""));
		buf_put(&b, q->reply->notices.at[i]);
	}
	str sealed = b.n ? session_seal(q->a, q->cookie, buf_str(&b)) : (str){ 0 };
	if (sealed.n)
		q->reply->flash = str_fmt(q->a, "khacphuc_tin=%.*s; HttpOnly; SameSite=Lax; Path=/%s", SF(sealed), q->secure ? "; Secure" : "");
}

struct view *around_of(struct req *q, const struct err *problem)
{
	struct view *v = view_open(q->a);
	struct place here = q->place;
	struct err ignored = { 0 };
	bool top = q->page && q->page->of == PLACE_HIGHEST && !right_has(&here, "units", "change");
	bool carry = here.unit && q->page->of != PLACE_HIGHEST && (q->page->of != PLACE_UNIT || param_id(q, "unit") || param_id(q, "year"));
	/* A page of no place, of the top of the record where they only look, or one refused, has the menu of the person's own place. */
	if ((!here.unit || top) && q->person.id && !right_place(q->r, q->a, PLACE_UNIT, 0, 0, NULL, NULL, &here, &ignored))
		here = (struct place){ 0 };
	if (!q->person.id && q->page && q->page->who == WHO_ANYBODY && !form_token(q->a, q->cookie).n)
		req_secret(q, session_fresh(q->a));
	asset_links(v);
	person_put(q, v);
	place_put(q, v, &here, q->place.unit ? &q->place : &here);
	view_text(v, "form_token", form_token(q->a, q->cookie));
	notices_put(q, v);
	if (problem->code) {
		struct view *p = view_object(v, "problem");
		view_text(p, "message", str_c(problem->message));
		view_text(p, "hint", str_c(problem->hint));
	} else
		view_text(v, "problem", (str){ 0 });
	view_text(v, "title", str_c(q->page ? q->page->title : NULL));
	view_text(v, "help", str_c(q->page ? q->page->help : NULL));
	view_text(v, "path", address_ours(q->path));
	view_yes(v, "bare", q->page && given_find(q, "in"));
	view_link(v, "here", req_with(q, NULL, (str){ 0 }));
	menu_put(q, v, &here, carry);
	return v;
}
