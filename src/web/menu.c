#include "web/dispatch.h"

static const struct { const char *path, *label, *group; } menu[] = {
#define MENU(path, label, group) { path, label, group },
#include "web/menu.def"
#undef MENU
};

static bool may_open(const struct req *q, const struct page *p, const struct place *here)
{
	bool right = p->who == WHO_RIGHT && right_has(here, p->area, p->acts);
	return p->who == WHO_ANYBODY || (q->person.id && (p->who == WHO_PERSON || right));
}

/* "/ton-tai" is where "/ton-tai/12" belongs. */
static bool within(str path, const char *entry)
{
	size_t n = strlen(entry);
	return str_starts(path, str_c(entry)) && (path.n == n || (n > 1 && path.p[n] == '/'));
}

const char *menu_first(const struct req *q, const struct place *here)
{
	for (size_t i = 0; i < COUNT(menu); i++) {
		const struct page *p = page_at(menu[i].path);
		if (p && may_open(q, p, here))
			return p->path;
	}
	return "/tai-khoan";
}

/* carry: the place was chosen, so it goes on from page to page. */
void menu_put(struct req *q, struct view *around, const struct place *here, bool carry)
{
	const char *group = "";
	view_rows(around, "menu");
	for (size_t i = 0; q->person.id && i < COUNT(menu); i++) {
		const struct page *p = page_at(menu[i].path);
		if (!p || !may_open(q, p, here))
			continue;
		bool placed = carry && here->unit && p->of == PLACE_UNIT;
		struct view *row = view_row(around, "menu");
		view_link(row, "path", !placed ? str_c(p->path) :
		                       here->year ? str_fmt(q->a, "%s?unit=%lld&year=%d", p->path, (long long)here->unit, here->year) :
		                                    str_fmt(q->a, "%s?unit=%lld", p->path, (long long)here->unit));
		view_text(row, "label", str_c(menu[i].label));
		view_yes(row, "here", within(q->path, menu[i].path));
		view_text(row, "group", strcmp(group, menu[i].group) ? str_c(menu[i].group) : (str){ 0 });      /* where one begins */
		group = menu[i].group;
	}
}
