#include "web/evidence_view.h"
#include "app/incoming.h"
#include "core/calendar.h"

static void put_aim(struct view *v, const struct evidence_aim *x, int64_t body)
{
	int64_t id = x->finding ? x->finding : x->remedy;
	view_text(v, "kind", x->finding ? S("finding") : x->remedy ? S("remedy") : S("criterion"));
	view_text(v, "name", id ? str_fmt(v->a, "%s%lld", x->finding ? "T" : "G", (long long)id) : (str){ 0 });
	view_text(v, "code", x->code);
	view_count(v, "year", x->year);
	view_text(v, "text", x->what);
	view_text(v, "pointer", x->pointer);
	view_link(v, "link", x->at ? str_fmt(v->a, "/ton-tai/%lld", (long long)x->at)
	                           : str_fmt(v->a, "/diem?unit=%lld&year=%d", (long long)body, x->year));
}

void evidence_put(struct view *v, const struct evidence_item *x, int64_t body, struct date today)
{
	str age = evidence_age(v->a, x->expires, today);
	view_count(v, "evidence", x->id);
	view_link(v, "link", str_fmt(v->a, "/minh-chung/%lld", (long long)x->id));
	view_text(v, "title", x->title);
	view_text(v, "number", x->number);
	view_text(v, "issuer", x->issuer);
	view_text(v, "unit", x->unit);
	view_day(v, "issued", x->issued);
	view_day(v, "expires", x->expires);
	view_text(v, "age", age);
	view_text(v, "age_state", !age.n ? (str){ 0 } : days_between(today, x->expires) < 0 ? S("late") : S("soon"));
	view_count(v, "files", x->files);
	view_rows(v, "proves");
	for (size_t i = 0; i < x->aims.n; i++)
		put_aim(view_row(v, "proves"), &x->aims.at[i], body);
}

/* -- what a form brings --------------------------------------------------------------------------------- */

bool evidence_files_of(struct req *q, evidence_files *ret, struct err *e)
{
	strs uploaded = param_texts(q, "uploaded");
	*ret = (evidence_files){ 0 };
	for (size_t i = 0; i < q->files.n; i++)
		*vec_add(q->a, ret) = (struct evidence_file){ q->files.at[i].path.p, q->files.at[i].name };
	for (size_t i = 0; i < uploaded.n; i++) {
		struct incoming x;
		if (!incoming_taken(q->r, q->a, uploaded.at[i], &x, e))
			return false;
		*vec_add(q->a, ret) = (struct evidence_file){ x.path.p, x.name };
	}
	return true;
}

void evidence_files_kept(struct req *q)
{
	strs uploaded = param_texts(q, "uploaded");
	for (size_t i = 0; i < uploaded.n; i++)
		incoming_drop(q->r, q->a, uploaded.at[i]);
}

static const char *typed(const struct req *q, const char *name, bool none)
{
	const char *s = param_said(q, name);
	return none && s && !*s ? NULL : s;
}

struct evidence_said evidence_said_of(struct req *q)
{
	return (struct evidence_said){ .title = typed(q, "title", true), .number = typed(q, "number", false), .issuer = typed(q, "issuer", false),
		                       .issued = typed(q, "issued", false), .expires = typed(q, "expires", false), .where = typed(q, "where", false),
		                       .year = q->place.year, .targets = evidence_targets(q->a, param_text(q, "targets")) };
}

void evidence_tell_kept(struct req *q, const struct evidence_kept *k)
{
	if (k->again && k->known)
		req_tell(q, str_fmt(q->a, "Tệp “%.*s” đã có trong hồ sơ từ trước: M%lld “%.*s”. Hồ sơ giữ một bản.", SF(k->name), (long long)k->known,
		                    SF(k->known_title)));
	else if (k->again)
		req_tell(q, str_fmt(q->a, "Tệp “%.*s” đã được hồ sơ giữ từ trước; không giữ hai bản.", SF(k->name)));
	for (size_t i = 0; i < k->told.n; i++)
		req_tell(q, k->told.at[i]);
}
