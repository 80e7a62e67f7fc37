#include "draw/document.h"
#include "draw/chart.h"
#include "draw/columns.h"
#include "draw/table.h"
#include "draw/text.h"

struct drawing { struct flow flow; struct page page; bool in_annex; };

/* -- paragraphs --------------------------------------------------------------------------------------- */

struct para { struct text *text; const struct node *node; int mark; };      /* mark: its level in the outline; 0: none */

static void put_text(GString *s, const struct node *n)
{
	for (const struct node *r = n->first; r; r = r->next)
		g_string_append_len(s, r->text.p, (gssize)r->text.n);
}

/* "Phụ lục I. TÊN PHỤ LỤC": its name is the next paragraph. */
static void mark(struct page *p, const struct para *para)
{
	GString *s = g_string_new(NULL);
	const struct node *next = para->node->next;
	put_text(s, para->node);
	if (para->node->formal == FORMAL_ANNEX_NO && next && next->formal == FORMAL_ANNEX_TITLE) {
		g_string_append(s, ". ");
		put_text(s, next);
	}
	page_mark(p, para->mark, s->str);
	g_string_free(s, TRUE);
}

static void draw_line(void *what, struct page *p)
{
	struct para *para = what;
	struct text *t = para->text;
	double high = text_height(t, 1);
	if (para->mark)
		mark(p, para);
	para->mark = 0;
	text_line(t, p->to, p->left, p->y);
	p->y += high;
	if (t->lines)
		return;
	text_close(t);
	g_free(para);
}

/* Two lines at least at the foot and at the head of a page. */
static void add_paragraph(struct drawing *d, const struct node *n, int mark_level, bool keep)
{
	struct para *p = g_new0(struct para, 1);
	*p = (struct para){ text_open(d->page.face, n, d->page.width), n, mark_level };
	double before = p->text->before, pitch = p->text->pitch;
	double last = text_height(p->text, p->text->lines) - pitch * (p->text->lines - 1);
	for (int i = 0, lines = p->text->lines; i < lines; i++) {
		struct strip s = { .before = i ? 0 : before, .height = i + 1 < lines ? pitch : last, .draw = draw_line, .what = p };
		s.keep = i + 1 < lines ? i == 0 || i + 2 == lines : keep;
		flow_add(&d->flow, s);
	}
}

/* -- what stays with what ------------------------------------------------------------------------------ */

static bool is_signature(const struct node *n)
{
	if (!n || n->kind != NODE_TABLE || !n->plain)
		return false;
	for (const struct node *p = NULL; (p = paragraph_after(n, p));)
		if (p->formal == FORMAL_SIGN_AUTHORITY || p->formal == FORMAL_SIGN_NAME)
			return true;
	return false;
}

static bool introduces(const struct node *n)
{
	switch ((enum formal)n->formal) {
	case FORMAL_TYPE: case FORMAL_SUBJECT: case FORMAL_TO: case FORMAL_ANNEX_NO: case FORMAL_ANNEX_TITLE: case FORMAL_ANNEX_REF:
	case FORMAL_CAPTION: case FORMAL_UNIT: case FORMAL_RECIPIENTS: case FORMAL_SIGN_AUTHORITY:
		return true;
	case FORMAL_NONE:
		return n->kind == NODE_HEADING;
	case FORMAL_PARENT: case FORMAL_ISSUER: case FORMAL_NATION: case FORMAL_MOTTO: case FORMAL_NUMBER: case FORMAL_PLACE_DATE:
	case FORMAL_DRAFT: case FORMAL_BASIS: case FORMAL_BODY: case FORMAL_SIGN_NAME: case FORMAL_RECIPIENT: case FORMAL_CELL:
	case FORMAL_CELL_CENTRE: case FORMAL_CELL_NUMBER: case FORMALS:
		break;
	}
	return false;
}

static bool stays(const struct node *n) { return n->next && !n->next->begins && (introduces(n) || is_signature(n->next)); }

/* -- the outline --------------------------------------------------------------------------------------- */

static int mark_of(struct drawing *d, const struct node *n)
{
	if (n->begins)
		d->in_annex = false;
	if (n->formal == FORMAL_ANNEX_NO || (n->formal == FORMAL_ANNEX_TITLE && !d->in_annex)) {
		d->in_annex = true;
		return 1;
	}
	if (n->kind != NODE_HEADING || n->formal || !n->first)
		return 0;
	return (n->level > 1 ? n->level : 1) + d->in_annex;
}

/* -- the document ------------------------------------------------------------------------------------- */

static void add(struct drawing *d, const struct node *n)
{
	switch (n->kind) {
	case NODE_HEADING: case NODE_PARA: case NODE_ITEM: case NODE_LINE:
		add_paragraph(d, n, mark_of(d, n), stays(n));
		break;
	case NODE_TABLE:
		table_add(&d->flow, n, stays(n));
		break;
	case NODE_CHART:
		chart_add(&d->flow, n->chart);
		break;
	case NODE_DOC: case NODE_ROW: case NODE_CELL: case NODE_RUN:
		break;
	}
}

bool document_fits(const struct node *root, struct err *e)
{
	double width = 0;
	for (const struct node *n = root->first; n; n = n->next) {
		if (n->begins || n == root->first)
			width = POINTS((n->begins == BEGINS_LANDSCAPE ? PAGE_HEIGHT : PAGE_WIDTH) - MARGIN_LEFT - MARGIN_RIGHT);
		if (n->kind == NODE_TABLE && !columns_fit(n, width, e))
			return false;
	}
	return true;
}

void document_draw(const struct face *f, const struct node *root, cairo_surface_t *surface)
{
	struct drawing d = { 0 };
	page_open(&d.page, f, surface);
	d.flow.page = &d.page;
	if (!root->first || !root->first->begins)
		page_part(&d.page, false);
	for (const struct node *n = root->first; n; n = n->next) {
		if (n->begins) {
			flow_flush(&d.flow);
			page_part(&d.page, n->begins == BEGINS_LANDSCAPE);
		}
		add(&d, n);
	}
	flow_flush(&d.flow);
	flow_close(&d.flow);
	page_close(&d.page);
}
