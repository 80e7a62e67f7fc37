#include "base/escape.h"
#include "doc/chart.h"
#include "docout/html.h"
#include "docout/paper.h"
#include "docout/render.h"

/* bare: without classes and boxes, within Markdown */
struct writing { struct arena *a; struct buf b; bool bare; int charts, tables; };

static void put(struct writing *w, const char *s) { buf_put(&w->b, str_c(s)); }

/* -- paragraphs -------------------------------------------------------------------------------------- */

static void put_run(struct writing *w, const struct node *n)
{
	put(w, n->bold ? "<b>" : "");
	put(w, n->italic ? "<i>" : "");
	for (size_t at = 0; at < n->text.n;) {
		size_t end = str_find(n->text, S("\n"), at);
		escape_html(&w->b, str_sub(n->text, at, end));
		put(w, end < n->text.n ? "<br>" : "");
		at = end + 1;
	}
	put(w, n->italic ? "</i>" : "");
	put(w, n->bold ? "</b>" : "");
}

/* A heading is one below that of the page or the file. */
static const char *tag_of(const struct node *n)
{
	static const char *const tags[] = { "h2", "h2", "h3", "h4", "h5", "h6" };
	return n->kind == NODE_HEADING ? tags[n->level < 0 ? 0 : n->level > 5 ? 5 : n->level] : "p";
}

static void put_paragraph(struct writing *w, const struct node *n, enum edge edge)
{
	bool deep = n->kind == NODE_ITEM && n->level > 1 && !w->bare, formal = n->formal && !w->bare;
	if (edge == LEAVE) {
		buf_fmt(&w->b, "%s</%s>\n", n->first ? "" : "<br>", tag_of(n));
		return;
	}
	buf_fmt(&w->b, "<%s", tag_of(n));
	if (formal || deep)
		buf_fmt(&w->b, " class=\"%s%s%s\"", formal ? paper_class(w->a, n->formal).p : "", formal && deep ? " " : "",
		        deep ? str_fmt(w->a, "l%d", n->level > 6 ? 6 : n->level).p : "");
	put(w, ">");
	if (n->kind == NODE_ITEM && n->marker.n) {
		escape_html(&w->b, n->marker);
		put(w, " ");
	}
}

/* -- tables ------------------------------------------------------------------------------------------ */

static bool in_table(const struct node *n) { return n->parent && n->parent->kind == NODE_CELL; }

static void put_widths(struct writing *w, const struct widths *widths)
{
	put(w, "<colgroup>");
	for (size_t i = 0; i < widths->n; i++)
		buf_fmt(&w->b, "<col width=\"%d.%d%%\">", widths->at[i] / 10, widths->at[i] % 10);
	put(w, "</colgroup>\n");
}

/* The first row that is no heading; heading rows below it stay where they are, for a table has one head. */
static const struct node *body_of(const struct node *table)
{
	const struct node *r = table->first;
	while (r && r->header)
		r = r->next;
	return r;
}

/* What may be wider than a narrow screen moves within its own box, which the keyboard reaches. */
static void open_box(struct writing *w, const char *what, int nth)
{
	buf_fmt(&w->b, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"%s %d\">", what, nth);
}

static void put_table(struct writing *w, const struct node *n, enum edge edge)
{
	bool box = !w->bare && !n->plain && !in_table(n), fixed = !w->bare && n->widths.n, plain = !w->bare && n->plain;
	if (edge == LEAVE) {
		put(w, body_of(n) ? "</tbody></table>" : n->first ? "</thead></table>" : "</table>");
		put(w, box ? "</div>\n" : "\n");
		return;
	}
	if (box)
		open_box(w, "Bảng", ++w->tables);
	buf_fmt(&w->b, "<table%s%s%s>\n", plain ? " role=\"presentation\"" : "", plain || fixed ? " class=" : "",
	        plain && fixed ? "\"plain fixed\"" : plain ? "\"plain\"" : fixed ? "\"fixed\"" : "");
	if (fixed)
		put_widths(w, &n->widths);
}

static void put_row(struct writing *w, const struct node *n, enum edge edge)
{
	if (edge == LEAVE) {
		put(w, "</tr>\n");
		return;
	}
	const struct node *first = n->parent->first;
	if (n == body_of(n->parent))
		put(w, n == first ? "<tbody>" : "</thead>\n<tbody>");
	else if (n == first)
		put(w, "<thead>");
	put(w, "<tr>");
}

static void put_cell(struct writing *w, const struct node *n, enum edge edge)
{
	const char *tag = n->parent->header ? "th" : "td";
	if (edge == LEAVE) {
		buf_fmt(&w->b, "</%s>", tag);
		return;
	}
	buf_fmt(&w->b, "<%s%s", tag, n->number && !w->bare ? " class=\"n\"" : "");
	if (n->colspan > 1)
		buf_fmt(&w->b, " colspan=\"%d\"", n->colspan);
	if (n->rowspan > 1)
		buf_fmt(&w->b, " rowspan=\"%d\"", n->rowspan);
	put(w, ">");
}

/* ---------------------------------------------------------------------------------------------------- */

static void put_chart(struct writing *w, const struct node *n)
{
	put(w, "<figure><figcaption>");
	escape_html(&w->b, n->chart->title);
	put(w, "</figcaption>\n");
	open_box(w, "Biểu đồ", ++w->charts);
	chart_svg(&w->b, n->chart, w->charts);
	put(w, "</div></figure>\n");
}

/* A child of the root may begin a sheet; the first does. */
static void put_sheet(struct writing *w, const struct node *n)
{
	bool first = n->parent->first == n;
	if (!first && n->begins == BEGINS_NOTHING)
		return;
	put(w, first ? "" : "</section>\n");
	put(w, n->begins == BEGINS_LANDSCAPE ? "<section class=\"sheet across\">\n" : "<section class=\"sheet\">\n");
}

static enum walk put_node(void *ctx, const struct node *n, enum edge edge)
{
	struct writing *w = ctx;
	if (edge == ENTER && !w->bare && n->parent && n->parent->kind == NODE_DOC)
		put_sheet(w, n);
	switch (n->kind) {
	case NODE_DOC:     put(w, edge == LEAVE && n->first ? "</section>\n" : ""); break;
	case NODE_HEADING:
	case NODE_PARA:
	case NODE_ITEM:
	case NODE_LINE:    put_paragraph(w, n, edge); break;
	case NODE_RUN:     put_run(w, n); break;
	case NODE_TABLE:   put_table(w, n, edge); break;
	case NODE_ROW:     put_row(w, n, edge); break;
	case NODE_CELL:    put_cell(w, n, edge); break;
	case NODE_CHART:
		if (edge == ENTER)
			put_chart(w, n);
		break;
	}
	return WALK_ON;
}

void html_table(struct buf *b, const struct node *table)
{
	struct writing w = { .a = b->a, .b = *b, .bare = true };
	doc_walk(table, put_node, &w);
	*b = w.b;
}

bool html_fragment(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	(void)e;
	struct writing w = { .a = a, .b = buf_open(a) };
	put(&w, "<div class=\"paper\">\n");
	doc_walk(root, put_node, &w);
	put(&w, "</div>\n");
	*ret = buf_str(&w.b);
	return true;
}

static bool render_file(struct arena *a, const struct node *root, str *ret, struct err *e)
{
	(void)e;
	struct writing w = { .a = a, .b = buf_open(a) };
	put(&w, "<!DOCTYPE html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
	escape_html(&w.b, root->title.n ? root->title : S("Văn bản"));
	put(&w, "</title>\n<style>\n");
	paper_css(&w.b);
	put(&w, "</style>\n</head>\n<body class=\"paper\">\n<main>\n");
	doc_walk(root, put_node, &w);
	put(&w, "</main>\n</body>\n</html>\n");
	*ret = buf_str(&w.b);
	return true;
}

const struct renderer render_html = {
	.name = "html",
	.ending = "html",
	.help = "HTML (.html): văn bản trên màn hình như trên giấy A4, in được, không cần tệp nào khác",
	.source = "HTML Living Standard; Nghị định 30/2020/NĐ-CP, Phụ lục I",
	.render = render_file,
};
