#include "app/session.h"
#include "web/dispatch.h"
#include "web/render.h"
#include <stdio.h>

#define HTML "text/html; charset=utf-8"
#define JSON "application/json; charset=utf-8"

static const int statuses[] = {
	[ERR_NONE] = 500, [ERR_INPUT] = 422, [ERR_NOT_FOUND] = 404, [ERR_LIMIT] = 413, [ERR_FORMAT] = 422, [ERR_SYSTEM] = 503,
	[ERR_CONFLICT] = 409, [ERR_DENIED] = 403,
};

/* -- who, what, may they ------------------------------------------------------------------------------- */

/* A cookie of a session that is over is that of somebody who is not logged in. */
static bool know(struct req *q, struct err *e)
{
	struct err why = { 0 };
	if (q->as)
		return session_as(q->r, q->a, q->as, &q->person, e);
	if (!q->cookie.n || session_find(q->r, q->a, q->cookie, &q->person, &why))
		return true;
	if (why.code == ERR_DENIED)
		return true;
	*e = why;
	return false;
}

static bool from_here(const struct req *q)
{
	size_t at = str_find(q->origin, S("://"), 0);
	return !q->origin.n || (at < q->origin.n && q->host.n && str_eq(str_sub(q->origin, at + 3, q->origin.n), q->host));
}

static bool sent_by_us(struct req *q, struct err *e)
{
	const struct given *field = given_find(q, "token");
	if (!from_here(q)) {
		q->page = NULL;                            /* its form is not shown with what others typed */
		fail(e, ERR_DENIED, "Yêu cầu này đến từ một trang khác, không được nhận.");
		return err_hint(e, "Mở trang của khacphuc rồi làm lại ở đó.");
	}
	if (q->failed.code)
		return *e = q->failed, false;
	if (form_token_ok(q->a, q->cookie, q->token.n ? q->token : field ? field->value : (str){ 0 }))
		return true;
	fail(e, ERR_DENIED, "Mẫu này mở đã lâu, không còn nhận được.");
	return err_hint(e, "Những gì bạn điền còn ở đây; xem lại rồi gửi lần nữa.");
}

static bool place(struct req *q, struct err *e)
{
	const struct page *p = q->page;
	if (p->of == PLACE_NONE || !q->person.id)
		return true;
	int64_t id = p->of == PLACE_UNIT ? param_id(q, "unit") : p->id ? param_id(q, p->id) : 0;
	bool right = p->who == WHO_RIGHT;
	return right_place(q->r, q->a, p->of, id, (int)param_id(q, "year"), right ? p->area : NULL, right ? p->acts : NULL, &q->place, e);
}

static bool log_in_first(struct req *q)
{
	struct buf b = buf_open(q->a);
	str from = q->query.n ? str_fmt(q->a, "%.*s?%.*s", SF(q->path), SF(q->query)) : q->path;
	if (q->method == POST)
		from = q->page->form && !strchr(q->page->form->path, ':') ? str_c(q->page->form->path) : S("/");
	url_put(&b, address_ours(from));
	return req_go(q, "/dang-nhap?ve=%s", b.p ? b.p : "");
}

/* Who logs in comes to "/". An administrator has nothing to see there: they begin at the first page that is theirs. */
static bool begin_elsewhere(struct req *q)
{
	struct place here;
	struct err ignored = { 0 };
	if (strcmp(q->page->path, "/") || param_id(q, "unit") || !right_place(q->r, q->a, PLACE_UNIT, 0, 0, NULL, NULL, &here, &ignored))
		return false;
	return req_go(q, "%s", menu_first(q, &here));
}

static bool closed(struct err *e)
{
	fail(e, ERR_DENIED, "Trang này chưa mở cho ai.");
	return err_hint(e, "Báo cho người quản trị.");
}

static bool none(struct err *e)
{
	fail(e, ERR_NOT_FOUND, "Không có trang nào ở địa chỉ này.");
	return err_hint(e, "Kiểm tra lại địa chỉ, hoặc về trang Tổng quan.");
}

static bool handle(struct req *q, struct view *v, struct err *e)
{
	if (!know(q, e) || !req_fields(q, q->query, e))
		return false;
	q->page = page_match(q);
	if (!q->page)
		return none(e);
	if (q->page->who == WHO_UNSAID)
		return closed(e);
	if (q->page->who != WHO_ANYBODY && !q->person.id) {
		if (!q->json)
			return log_in_first(q);
		q->page = NULL;
		q->reply->status = 401;
		return fail(e, ERR_DENIED, "Chưa đăng nhập."), err_hint(e, "Gửi tên và mật khẩu tới /dang-nhap trước.");
	}
	if ((q->method == POST && !sent_by_us(q, e)) || !params_check(q, e))
		return false;
	return place(q, e) ? q->page->run(q, v, e) : e->code == ERR_DENIED && begin_elsewhere(q);
}

/* -- what is sent back --------------------------------------------------------------------------------- */

static void show_json(struct req *q, const struct view *around, const struct view *v)
{
	static const char *const said[] = { "person", "place", "may", "form_token", "notices", "problem" };
	struct view *all = view_open(q->a);
	for (size_t i = 0; i < COUNT(said); i++) {
		const struct view_value *x = view_find(around, str_c(said[i]));
		if (x)
			*vec_add(q->a, &all->at) = *x;
	}
	view_take(all, v);
	q->reply->type = S(JSON);
	q->reply->body = view_json(q->a, all);
}

static void show(struct req *q, const char *name, const struct view *v, const struct err *problem)
{
	const struct view *around = around_of(q, problem);
	struct missing m = { 0 };
	struct buf b = buf_open(q->a);
	q->reply->kind = REPLY_VIEW;
	if (q->json) {
		show_json(q, around, v);
		return;
	}
	render(&b, template_find("layout"), template_find(name), v, around, &m);
	q->reply->type = S(HTML);
	q->reply->body = buf_str(&b);
	q->reply->missing = m.n;
	q->reply->missing_first = m.first;
}

static void gone(struct req *q)
{
	if (!q->json) {
		notices_keep(q);
		return;
	}
	struct view *v = view_open(q->a);
	view_link(v, "location", q->reply->location);
	view_rows(v, "notices");
	for (size_t i = 0; i < q->reply->notices.n; i++)
		view_text(view_row(v, "notices"), "text", q->reply->notices.at[i]);
	q->reply->status = 200;
	q->reply->kind = REPLY_VIEW;
	q->reply->type = S(JSON);
	q->reply->body = view_json(q->a, v);
}

static void typed_put(struct req *q, const struct page *post, struct view *form)
{
	for (const struct param *p = post->params; p->kind != PARAM_END; p++) {
		bool many = p->kind == PARAM_IDS || p->kind == PARAM_TEXTS;
		const struct given *g = given_find(q, p->name);
		if (p->kind == PARAM_SECRET || p->kind == PARAM_FILE || p->kind == PARAM_FILES)
			continue;
		if (p->kind == PARAM_YES)
			view_yes(form, p->name, g);
		else if (!many)
			view_text(form, p->name, g ? given_text(q->a, g->value, p->kind == PARAM_LINES) : (str){ 0 });
		else
			view_rows(form, p->name);
		for (size_t i = 0; many && i < q->given.n; i++)
			if (str_eq(q->given.at[i].name, str_c(p->name)))
				view_text(view_row(form, p->name), "value", given_text(q->a, q->given.at[i].value, false));
	}
}

/* The page with the form, with what was typed in it; false: that page itself cannot be shown. */
static bool show_form(struct req *q, const struct err *problem)
{
	const struct page *post = q->page;
	struct view *v = view_open(q->a);
	struct err e = { 0 };
	struct reply was = *q->reply;
	if (q->method != POST || !post || !post->form || (post->who != WHO_ANYBODY && !q->person.id))
		return false;
	struct view *typed = view_open(q->a);
	typed_put(q, post, typed);
	q->page = post->form;
	q->place = (struct place){ 0 };
	bool ok = params_check(q, &e) && place(q, &e) && q->page->run(q, v, &e) && q->reply->kind == REPLY_VIEW;
	*q->reply = was;
	if (!ok) {
		q->page = NULL;
		q->place = (struct place){ 0 };
		return false;
	}
	struct view *form = view_object(v, post->typed ? post->typed : "form");
	for (size_t i = 0; i < typed->at.n; i++) {
		const struct view_value *x = &typed->at.at[i];
		view_text(form, x->name, (str){ 0 });              /* it has a place; now the place gets the value */
		*(struct view_value *)view_find(form, str_c(x->name)) = *x;
	}
	show(q, q->page->template, v, problem);
	return true;
}

static void refuse(struct req *q, const struct err *e)
{
	struct reply *ret = q->reply;
	if (e->detail[0])
		fprintf(stderr, "khacphuc: %s:%d: %s (%s)\n", e->file, e->line, e->message, e->detail);
	*ret = (struct reply){ .status = ret->status >= 400 ? ret->status : statuses[e->code], .cookie = ret->cookie,
	                         .retry_after = ret->retry_after };
	if (!q->json && show_form(q, e))
		return;
	struct view *v = view_open(q->a);
	struct reply kept = *ret;
	if (q->json) {
		struct view *p = view_object(v, "problem");
		view_text(p, "message", str_c(e->message));
		view_text(p, "hint", str_c(e->hint));
		ret->type = S(JSON);
		ret->body = view_json(q->a, v);
		return;
	}
	view_count(v, "status", kept.status);
	view_yes(v, "again", kept.status >= 500);
	view_text(v, "title", kept.status == 404 ? S("Không tìm thấy") : kept.status == 403 ? S("Không có quyền") : S("Chưa làm được"));
	view_text(v, "help", (str){ 0 });
	q->place = (struct place){ 0 };
	show(q, "problem", v, e);
}

void web_dispatch(struct req *q, struct reply *ret)
{
	struct view *v = view_open(q->a);
	struct err e = { 0 };
	*ret = (struct reply){ .status = 200, .kind = REPLY_VIEW };
	q->reply = ret;
	record_nobody(q->r);
	if (!handle(q, v, &e))
		refuse(q, &e);
	else if (ret->kind == REPLY_GO)
		gone(q);
	else if (ret->kind == REPLY_VIEW)
		show(q, q->page->template, v, &e);
	record_nobody(q->r);
}
