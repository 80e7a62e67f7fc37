#include "app/log.h"
#include "web/page.h"

enum { FEW = 3 };

/* What people look for; a program may ask for any table of app/log.def. */
static const char *const offered[] = { "unit", "person", "role_held", "assignment", "cycle", "phase", "holiday", "criteria_set", "criterion",
	                               "document", "correction", "result", "sheet", "finding", "plan", "remedy", "progress", "evidence", "request", NULL };
#define ENTITY(table, rank, vi, name) #table,
static const char *const entities[] = {
#include "app/log.def"
	NULL,
};

static void options(struct view *v, str chosen)
{
	view_rows(v, "entities");
	for (size_t i = 0; entities[i]; i++) {
		bool common = str_eq(chosen, str_c(entities[i]));
		for (size_t k = 0; !common && offered[k]; k++)
			common = !strcmp(offered[k], entities[i]);
		if (!common)
			continue;
		struct view *row = view_row(v, "entities");
		view_text(row, "entity", str_c(entities[i]));
		view_text(row, "name", str_c(log_entity(str_c(entities[i]))));
		view_yes(row, "chosen", str_eq(chosen, str_c(entities[i])));
	}
}

/* Where the thing is shown, if it has a page that this person may open: who sees the log of every body sees no work of it. */
static void link(struct req *q, struct view *row, const struct log_thing *x)
{
	static const struct { const char *entity, *path, *area; } pages[] = {
		{ "unit", "/don-vi", "units" }, { "person", "/nguoi-dung", "units" }, { "finding", "/ton-tai", "findings" },
		{ "evidence", "/minh-chung", "sheets" }, { "document", "/van-ban", "imports" },
	};
	view_text(row, "path", (str){ 0 });
	for (size_t i = 0; i < COUNT(pages) && !x->gone; i++)
		if (str_eq(x->entity, str_c(pages[i].entity)) && right_has(&q->place, pages[i].area, "see"))
			view_link(row, "path", str_fmt(row->a, "%s/%lld", pages[i].path, (long long)x->id));
}

static void put_thing(struct req *q, struct view *row, const struct log_thing *x, bool several)
{
	view_text(row, "entity", x->entity);
	view_text(row, "entity_name", x->entity_vi);
	view_count(row, "entity_id", x->id);
	view_text(row, "name", x->name);
	view_text(row, "body_name", several && !str_eq(x->body, x->name) ? x->body : (str){ 0 });
	view_text(row, "act", x->added ? S("added") : x->gone ? S("gone") : S("changed"));
	link(q, row, x);
	view_rows(row, "changes");
	for (size_t i = 0; i < x->changes.n; i++) {
		struct view *c = view_row(row, "changes");
		view_text(c, "column", str_c(x->changes.at[i].column));
		view_text(c, "label", x->changes.at[i].label);
		view_text(c, "before", x->changes.at[i].before);
		view_text(c, "after", x->changes.at[i].after);
	}
}

/* What many things came of is one line that opens; the act that was asked for is open. */
static void put(struct req *q, struct view *row, const struct log_act *x, bool whole)
{
	view_count(row, "id", x->id);
	view_moment(row, "at", x->at);
	view_text(row, "login", x->login);
	view_text(row, "who", x->who.n ? x->who : x->login);
	view_text(row, "what", x->what);
	view_text(row, "words", x->words);
	view_text(row, "body_name", x->body);
	view_yes(row, "named", x->named);
	view_yes(row, "folded", !whole && (x->things.n > FEW || (x->rest && x->things.n)));
	view_count(row, "rest", x->rest && !whole ? x->rest : -1);
	view_link(row, "path", str_fmt(row->a, "/nhat-ky?act=%lld", (long long)x->id));
	view_rows(row, "things");
	for (size_t i = 0; i < x->things.n; i++)
		put_thing(q, view_row(row, "things"), &x->things.at[i], !x->body.n);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct log l;
	struct log_asked ask = { .entity = param_text(q, "entity"), .by = param_text(q, "by"), .from = param_day(q, "from"),
		                 .to = param_day(q, "to"), .act = param_id(q, "act"), .page = (int)param_id(q, "page") };
	if (param_id(q, "unit"))
		ask.body = str_fmt(q->a, "#%lld", (long long)q->place.body);
	if (!log_load(q->r, q->a, &ask, &l, e))
		return false;
	view_rows(v, "log");
	for (size_t i = 0; i < l.acts.n; i++)
		put(q, view_row(v, "log"), &l.acts.at[i], ask.act);
	options(v, ask.entity);
	struct view *form = view_object(v, "form");
	view_text(form, "by", ask.by);
	view_day(form, "from", ask.from);
	view_day(form, "to", ask.to);
	view_yes(v, "part", ask.body.n);
	view_yes(v, "one", ask.act);
	view_pages(q, v, l.page, l.more, -1, ask.act ? LOG_MANY : LOG_PAGE);
	return true;
}

const struct page page_log = {
	.method = GET, .path = "/nhat-ky", .title = "Nhật ký",
	.help = "Ai đã thêm, đổi, bỏ gì, lúc nào; mới nhất ở trên, mỗi lần lưu một dòng. Nhật ký không sửa được.",
	.who = WHO_RIGHT, .area = "log", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "entity", "loại", PARAM_CHOICE, .choices = entities }, { "by", "tên đăng nhập", PARAM_TEXT, .max = 64 },
	            { "from", "từ ngày", PARAM_DAY }, { "to", "đến hết ngày", PARAM_DAY }, { "act", "lượt thay đổi", PARAM_ID }, PARAM_PAGE },
	.template = "log", .example = "/nhat-ky?entity=unit", .source = "issue 6 (10); domain.md 1", .run = run,
};
