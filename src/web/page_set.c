#include "app/set_list.h"
#include "web/page.h"

static void put_lints(struct view *v, const struct set_here *s, size_t criterion)
{
	view_rows(v, "doubts");
	for (size_t i = 0; i < s->lints.n; i++) {
		const struct lint *l = &s->lints.at[i];
		if (l->criterion != criterion)
			continue;
		struct view *row = view_row(v, "doubts");
		view_yes(row, "error", l->severity == SEVERITY_ERROR);
		view_text(row, "text", l->message);
		view_text(row, "hint", l->hint);
	}
}

static void put_criterion(struct view *v, const struct set_here *s, size_t at, int level)
{
	static const char *const sources[] = { [SOURCE_UNSAID] = NULL, [SOURCE_UNIT] = "đơn vị", [SOURCE_APPRAISER] = "cơ quan thẩm định",
		                               [SOURCE_SYSTEM] = "hệ thống thông tin", [SOURCE_SURVEY] = "điều tra xã hội học" };
	const struct set_criterion *c = &s->set->criteria.at[at];
	view_text(v, "code", c->code);
	view_text(v, "name", c->name);
	view_count(v, "level", level);
	view_yes(v, "leaf", set_leaf(c));
	view_points(v, "max", c->max);
	view_text(v, "rule", c->rule_text);
	view_text(v, "source", str_c(sources[c->source]));
	view_text(v, "evidence", c->evidence.text);
	view_yes(v, "evidence_required", c->evidence.required);
	view_text(v, "appraiser", c->appraiser);
	view_text(v, "id", c->id);
	view_text(v, "doubt", c->doubt);
	put_lints(v, s, at);
}

/* A field with all that is below it. */
static void put_tree(struct req *q, struct view *v, const struct set_here *s)
{
	int *level = make_n(q->a, int, s->set->criteria.n + 1);
	struct view *field = NULL;
	view_rows(v, "fields");
	for (size_t i = 0; i < s->set->criteria.n; i++) {
		const struct set_criterion *c = &s->set->criteria.at[i];
		level[i] = c->parent == NO_PARENT ? 0 : level[c->parent] + 1;
		if (!level[i] || !field) {
			field = view_row(v, "fields");
			put_criterion(field, s, i, 0);
			view_rows(field, "rows");
		}
		if (level[i] || set_leaf(c))
			put_criterion(view_row(field, "rows"), s, i, level[i]);
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct set_here s;
	if (!set_open(q->r, q->a, param_id(q, "set"), &s, e))
		return false;
	view_text(v, "title", s.set->name);
	view_count(v, "set", param_id(q, "set"));
	view_text(v, "level", s.set->level);
	view_count(v, "year", s.set->year);
	view_count(v, "version", s.set->version);
	view_text(v, "number", s.set->number);
	view_text(v, "issuer", s.set->issuer);
	view_day(v, "issued", s.set->date);
	view_points(v, "max", set_max(s.set));
	view_count(v, "decimals", s.set->decimals);
	view_yes(v, "rescales", s.set->without == WITHOUT_RESCALE);
	view_yes(v, "jumps", s.set->rank == RANK_COMPETITION);
	view_rows(v, "classes");
	for (size_t i = 0; i < s.set->classes.n; i++) {
		struct view *row = view_row(v, "classes");
		view_text(row, "name", s.set->classes.at[i].name);
		view_percent(row, "from", s.set->classes.at[i].from);
	}
	put_lints(v, &s, NO_INDEX);
	put_tree(q, v, &s);
	view_rows(v, "sheets");
	for (size_t i = 0; i < s.sheets.n; i++) {
		struct view *row = view_row(v, "sheets");
		view_count(row, "unit", s.sheets.at[i].body);
		view_text(row, "name", s.sheets.at[i].name);
		view_text(row, "state", s.sheets.at[i].state);
		view_yes(row, "closed", !str_eq(s.sheets.at[i].state, S("open")));
	}
	return true;
}

const struct page page_set = {
	.method = GET, .path = "/bo-tieu-chi/:set", .title = "Một bộ tiêu chí",
	.help = "Các tiêu chí, điểm tối đa, cách tính và chỗ cần xem lại của một bộ.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_HIGHEST,
	.params = { { "set", "bộ tiêu chí", PARAM_ID } },
	.template = "set",
	.example = "/bo-tieu-chi/1",
	.source = "issue 6 (10); sets.md",
	.run = run,
};
