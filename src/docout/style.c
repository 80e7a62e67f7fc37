#include "docout/style.h"

static const struct style styles[FORMALS] = {
#define STYLE(id, size, weight, slant, place, first, before, rule) \
	[FORMAL_##id] = { size, weight, slant, place, first, before, rule },
#include "docout/style.def"
#undef STYLE
};

/* "1. …", "a) …" with a title of its own: upright and bold, of whatever level (Phụ lục I, mẫu chữ). */
static struct style of_heading(void)
{
	struct style s = styles[FORMAL_BODY];
	s.weight = BOLD;
	return s;
}

static bool in_heading_row(const struct node *n) { return n->parent->kind == NODE_CELL && n->parent->parent->header; }

struct style style_of(const struct node *n)
{
	struct style s = styles[n->formal];
	if (n->formal == FORMAL_NONE && n->kind == NODE_HEADING)
		s = of_heading();
	else if (n->formal == FORMAL_NONE && n->parent->kind == NODE_CELL)
		s = styles[FORMAL_CELL];
	else if (n->formal == FORMAL_NONE)
		s = styles[FORMAL_BODY];
	if (in_heading_row(n)) {
		s.weight = BOLD;
		s.place = CENTRE;
	}
	return s;
}
