#include "docin/build.h"
#include "docin/encoding.h"
#include "docin/odf.h"
#include "docin/odf_list.h"

enum { SPACES_MAX = 100, SPAN_MAX = 10 * 1000, REPEAT_MAX = 1000, EMPTY_MAX = 64, REPEATED_ROWS_MAX = 10 * 1000 };

/* An element of the body that is open: what was before it, and where it belongs to. */
struct open {
	int                depth, lists;       /* of the builder */
	int                headers, repeated;
	int                page, last_page;    /* where it begins; of a row: of the cell that goes furthest */
	bool               inside;             /* it stands within a paragraph */
	size_t             floor;
	struct build_aside aside;
};

struct odt {
	struct reading    *r;
	struct err        *e;
	struct build       b;
	struct odf_styles  styles;
	struct odf_lists   lists;
	VEC(struct odf_look) looks;            /* of the paragraph and the spans that are open */
	VEC(struct open)   opens;              /* paragraphs, tables, rows and cells */
	strs               notes;
	struct buf         text;               /* gathered, not yet given to the builder */
	struct buf         note;
	int                line, skipped, headers, repeated_rows;
	bool               inside, common, body, in_note, pages, begun, sheets;
	int                inserted, deleted, objects;
	size_t             signs_unknown;
};

/* -- text ------------------------------------------------------------------------------------------- */

static struct odf_look *look(struct odt *o) { return o->looks.n ? &o->looks.at[o->looks.n - 1] : NULL; }

static void push_look(struct odt *o, struct odf_look l)
{
	if (o->looks.n)
		odf_look_inherit(&l, look(o));
	*vec_add(o->r->a, &o->looks) = l;
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/* White space of the XML is one space at most; tabs and spaces that are meant are elements of their own. */
static void put_words(struct odt *o, str s)
{
	for (size_t at = 0; at < s.n;) {
		size_t from = at;
		if (is_space(s.p[at])) {
			build_space(&o->b);
			while (at < s.n && is_space(s.p[at]))
				at++;
			continue;
		}
		while (at < s.n && !(is_space(s.p[at]) && (s.p[at] != ' ' || at + 1 == s.n || is_space(s.p[at + 1]))))
			at++;
		build_text(&o->b, str_sub(s, from, at), o->line);
	}
}

/* Nothing but ASCII and letters of Vietnamese in one piece: tidying would change nothing, and most text is so. */
static bool is_tidy(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x80 ? c < ' ' : !((c >= 0xC3 && c <= 0xC6) || (c == 0xE1 && i + 1 < s.n && (s.p[i + 1] & 0xFE) == 0xBA)))
			return false;
		i += c < 0x80 ? 0 : c == 0xE1 ? 2 : 1;
	}
	return true;
}

static str as_seen(struct odt *o, const struct odf_look *l, str s)
{
	if (l->font <= FONT_UNICODE && l->capitals <= 0 && is_tidy(s))
		return s;
	str tidy = s;
	struct err ignored = { 0 };            /* letters with too many marks stay as they are */
	s = font_text(o->r->a, l->font, s, &o->signs_unknown);
	if (l->capitals > 0)
		s = font_capitals(o->r->a, s);
	return encoding_tidy(o->r->a, s, &tidy, &ignored) ? tidy : s;
}

static void flush(struct odt *o)
{
	const struct odf_look *l = look(o);
	str s = buf_str(&o->text);
	o->text.n = 0;
	if (!s.n || !l || o->b.failed)
		return;
	if (l->hidden > 0) {
		if (str_trim(s).n)
			read_note(o->r, "Văn bản có chữ ẩn: đã bỏ qua, vì người đọc bản in không thấy.");
		return;
	}
	s = as_seen(o, l, s);
	if (o->in_note)
		return buf_put(&o->note, s);
	o->b.bold = l->bold > 0;
	o->b.italic = l->italic > 0;
	put_words(o, s);
}

static void text(void *ctx, str s)
{
	struct odt *o = ctx;
	if (o->inside && !o->skipped)
		buf_put(&o->text, s);
}

/* Characters that stand as they are, whatever the white space around them. */
static void put_raw(struct odt *o, str s)
{
	flush(o);
	if (!o->inside || (look(o) && look(o)->hidden > 0))
		return;
	if (o->in_note)
		buf_put(&o->note, S(" "));
	else if (o->b.block)
		build_text(&o->b, s, o->line);
}

static void spaces(struct odt *o, struct xml *x)
{
	int n = xml_number(xml_attr(x, "text:c"), 1, SPACES_MAX, 1);
	for (int i = 0; i < n; i++)
		put_raw(o, S(" "));
}

static void tab(struct odt *o, struct xml *x)
{
	(void)x;
	put_raw(o, S("\t"));
}

static void line_break(struct odt *o, struct xml *x)
{
	(void)x;
	flush(o);
	if (o->in_note)
		buf_put(&o->note, S("\n"));
	else if (o->b.block && o->b.block->kind == NODE_HEADING)
		build_space(&o->b);
	else
		build_break(&o->b);
}

static void span(struct odt *o, struct xml *x)
{
	flush(o);
	push_look(o, odf_look(&o->styles, ODF_FAMILY_TEXT, xml_attr(x, "text:style-name")));
}

static void span_end(struct odt *o)
{
	flush(o);
	if (o->looks.n)
		o->looks.n--;
}

/* -- what stands in something else ------------------------------------------------------------------- */

static struct open *enter(struct odt *o)
{
	struct open *now = vec_add(o->r->a, &o->opens);
	*now = (struct open){ o->b.depth, o->b.lists, o->headers, 1, o->b.page, o->b.page, .inside = o->inside, .floor = o->lists.floor };
	return now;
}

static struct open leave(struct odt *o)
{
	struct open was = o->opens.at[--o->opens.n];
	build_unwind(&o->b, was.depth, was.lists);
	return was;
}

/* A paragraph or table within a paragraph is that of a text box: it comes first, the paragraph goes on after it. */
static void apart(struct odt *o)
{
	flush(o);
	struct open *now = enter(o);
	odf_list_apart(&o->lists);
	if (o->inside)
		now->aside = build_aside_open(&o->b);
	o->inside = false;
	o->headers = 0;
}

static void back(struct odt *o)
{
	struct open was = leave(o);
	odf_list_back(&o->lists, was.floor);
	o->inside = was.inside;
	o->headers = was.headers;
	if (!was.inside)
		return;
	build_aside_close(&o->b, was.aside);
	if (!o->b.block)
		o->line++;
}

static void skip(struct odt *o, struct xml *x)
{
	(void)x;
	o->skipped = 1;
}

/* -- paragraphs -------------------------------------------------------------------------------------- */

static void new_page(struct odt *o)
{
	if (o->pages)
		o->b.page++;
}

static void put_label(struct odt *o, struct odf_label label, const struct odf_look *l)
{
	if (!label.text.n || l->hidden > 0)
		return;
	if (label.bullet)
		return build_item(&o->b, label.text, false);
	o->b.bold = l->bold > 0;
	o->b.italic = l->italic > 0;
	build_text(&o->b, label.text, o->line);
	build_text(&o->b, S(" "), o->line);
}

static void begin(struct odt *o, struct xml *x, int level)
{
	struct odf_look l = odf_look(&o->styles, ODF_FAMILY_PARAGRAPH, xml_attr(x, "text:style-name"));
	struct odf_label label = odf_list_label(&o->lists, l.list);
	apart(o);
	if (l.breaks_before > 0 && o->begun)
		new_page(o);
	o->begun = o->inside = true;
	o->line++;
	*vec_add(o->r->a, &o->looks) = l;
	build_break(&o->b);
	build_plain(&o->b);
	if (level)
		build_heading(&o->b, level);
	put_label(o, label, &l);
}

static void paragraph(struct odt *o, struct xml *x)
{
	if (!o->in_note)
		begin(o, x, 0);
	else
		*vec_add(o->r->a, &o->looks) = odf_look(&o->styles, ODF_FAMILY_PARAGRAPH, xml_attr(x, "text:style-name"));
}

static bool is_true(str s) { return str_eq(s, S("true")); }

static void heading(struct odt *o, struct xml *x)
{
	int level = xml_number(xml_attr(x, "text:outline-level"), 1, ODF_LEVELS, 1);
	bool in_list = o->lists.open.n > o->lists.floor, numbered = !is_true(xml_attr(x, "text:is-list-header"));
	int start = is_true(xml_attr(x, "text:restart-numbering")) ? xml_number(xml_attr(x, "text:start-value"), 0, 1000, 1) : -1;
	if (o->in_note)
		return paragraph(o, x);
	begin(o, x, level);
	const struct odf_look *l = look(o);
	if (!in_list && numbered && (!l->list.p || l->list.n))
		put_label(o, odf_outline_label(&o->lists, level, start), l);
}

static void paragraph_end(struct odt *o)
{
	flush(o);
	bool breaks = look(o) && look(o)->breaks_after > 0;
	if (o->looks.n)
		o->looks.n--;
	if (o->in_note)
		return buf_put(&o->note, S("\n"));
	back(o);
	if (breaks)
		new_page(o);
}

static void soft_page_break(struct odt *o, struct xml *x)
{
	(void)x;
	flush(o);
	new_page(o);
}

/* -- notes at the foot of the page -------------------------------------------------------------------- */

static void note(struct odt *o, struct xml *x)
{
	(void)x;
	flush(o);
	o->in_note = true;
	o->note = buf_open(o->r->a);
}

static void note_end(struct odt *o)
{
	flush(o);
	o->in_note = false;
	str s = str_trim(buf_str(&o->note));
	if (s.n)
		*vec_add(o->r->a, &o->notes) = s;
}

/* Where a note is called stands most often a figure, which must not grow by a digit: notes come at the end, in brackets. */
static void put_notes(struct odt *o)
{
	o->b.bold = o->b.italic = 0;
	for (size_t i = 0; i < o->notes.n; i++) {
		build_break(&o->b);
		build_plain(&o->b);
		o->line++;
		build_text(&o->b, str_fmt(o->r->a, "[%zu] ", i + 1), o->line);
		put_words(o, o->notes.at[i]);
	}
	build_break(&o->b);
}

/* -- lists ------------------------------------------------------------------------------------------ */

static void list(struct odt *o, struct xml *x)
{
	if (o->inside)
		apart(o);
	else
		enter(o);
	odf_list_open(&o->lists, x, ODF_LIST);
	build_list_open(&o->b, false, true, 0, false);
}

static void list_end(struct odt *o)
{
	odf_list_close(&o->lists, ODF_LIST);
	if (o->opens.at[o->opens.n - 1].inside)
		back(o);
	else
		leave(o);
}

static void item(struct odt *o, struct xml *x) { odf_list_open(&o->lists, x, ODF_LIST_ITEM); }
static void item_end(struct odt *o) { odf_list_close(&o->lists, ODF_LIST_ITEM); }

/* -- tables ----------------------------------------------------------------------------------------- */

static void table(struct odt *o, struct xml *x)
{
	struct odf_look l = odf_look(&o->styles, ODF_FAMILY_TABLE, xml_attr(x, "table:style-name"));
	apart(o);
	if (l.breaks_before > 0 && o->begun)
		new_page(o);
	o->begun = true;
	build_table(&o->b, 0, true);
}

static void table_end(struct odt *o) { back(o); }

static void header_rows(struct odt *o, struct xml *x)
{
	(void)x;
	o->headers++;
}

static void header_rows_end(struct odt *o) { o->headers--; }

static void row(struct odt *o, struct xml *x)
{
	enter(o)->repeated = xml_number(xml_attr(x, "table:number-rows-repeated"), 1, INT32_MAX, 1);
	build_row(&o->b, 0, o->headers > 0, true);
}

static void copy_cell(struct odt *o, const struct node *cell)
{
	o->line++;
	build_cell(&o->b, o->line, cell->colspan, cell->rowspan, true);
	for (const struct node *p = cell->first; p && !o->b.failed; p = p->next) {
		str s = node_text(o->r->a, p, NULL);
		if (p->kind == NODE_ITEM)
			build_item(&o->b, p->marker, false);
		build_text(&o->b, s, o->line);
		build_break(&o->b);
	}
	build_close(&o->b, NODE_CELL, true);
}

/* Programs that write long tables say "the same row 20 times". Empty rows are no rows, however many. */
static void copy_rows(struct odt *o, int times, const struct node *row)
{
	if (times > REPEATED_ROWS_MAX - o->repeated_rows) {
		o->b.failed = true;
		fail(o->e, ERR_LIMIT, "Bảng lặp lại một hàng quá nhiều lần: hơn %d.", REPEATED_ROWS_MAX);
		err_hint(o->e, "Hãy mở tệp kiểm tra và xóa các hàng thừa.");
		return;
	}
	o->repeated_rows += times;
	for (int i = 1; i < times && !o->b.failed; i++) {
		build_row(&o->b, 0, row->header, true);
		for (const struct node *c = row->first; c; c = c->next)
			copy_cell(o, c);
		build_close(&o->b, NODE_ROW, true);
	}
}

/* The row or cell that was opened, if the builder took it: a table may hold what makes no sense. */
static struct node *node_of(struct odt *o, enum node_kind kind)
{
	const struct build_frame *f = &o->b.frame[o->b.depth - 1];
	return o->opens.n && o->b.depth > o->opens.at[o->opens.n - 1].depth && f->node->kind == kind ? f->node : NULL;
}

static void row_end(struct odt *o)
{
	struct node *node = node_of(o, NODE_ROW);
	struct open was = leave(o);
	o->b.page = was.last_page;
	if (was.repeated > 1 && node && node->parent && !o->b.failed)
		copy_rows(o, was.repeated, node);
}

static void cell(struct odt *o, struct xml *x)
{
	int over = xml_number(xml_attr(x, "table:number-columns-spanned"), 1, SPAN_MAX, 1);
	int down = xml_number(xml_attr(x, "table:number-rows-spanned"), 1, SPAN_MAX, 1);
	if (o->opens.n)
		o->b.page = o->opens.at[o->opens.n - 1].page;
	enter(o)->repeated = xml_number(xml_attr(x, "table:number-columns-repeated"), 1, REPEAT_MAX, 1);
	build_cell(&o->b, 0, over, down, true);
}

static void cell_end(struct odt *o)
{
	struct node *node = node_of(o, NODE_CELL);
	struct open was = leave(o);
	int most = node && node->first ? REPEAT_MAX : EMPTY_MAX;
	for (int i = 1; i < was.repeated && i < most && node && !o->b.failed; i++)
		copy_cell(o, node);
	struct open *row = o->opens.n ? &o->opens.at[o->opens.n - 1] : NULL;
	if (row && o->b.page > row->last_page)
		row->last_page = o->b.page;
}

/* -- the rest --------------------------------------------------------------------------------------- */

static void styles_root(struct odt *o, struct xml *x)
{
	(void)x;
	o->common = true;
}

static void content_root(struct odt *o, struct xml *x)
{
	(void)x;
	o->common = false;
}

/* Those of styles.xml serve headers and footers; content.xml has others of the same names. */
static void automatic_styles(struct odt *o, struct xml *x)
{
	if (o->common)
		skip(o, x);
}

static void document(struct odt *o, struct xml *x)
{
	o->body = true;
	o->pages = is_true(xml_attr(x, "text:use-soft-page-breaks"));
	o->b.page = o->pages ? 1 : 0;
}

static void spreadsheet(struct odt *o, struct xml *x)
{
	o->sheets = true;
	skip(o, x);
}

static void section(struct odt *o, struct xml *x)
{
	if (!str_eq(xml_attr(x, "text:display"), S("none")) && !is_true(xml_attr(x, "text:is-hidden")))
		return;
	read_note(o->r, "Văn bản có phần ẩn: đã bỏ qua, vì người đọc bản in không thấy.");
	o->skipped = 1;
}

static void hidden_text(struct odt *o, struct xml *x)
{
	flush(o);
	if (!is_true(xml_attr(x, "text:is-hidden")))
		return;
	read_note(o->r, "Văn bản có chữ ẩn: đã bỏ qua, vì người đọc bản in không thấy.");
	o->skipped = 1;
}

static void field(struct odt *o, struct xml *x)
{
	if (str_eq(xml_attr(x, "text:display"), S("none")))
		skip(o, x);
}

static void insertion(struct odt *o, struct xml *x)
{
	o->inserted++;
	skip(o, x);
}

static void deletion(struct odt *o, struct xml *x)
{
	o->deleted++;
	skip(o, x);
}

static void object(struct odt *o, struct xml *x)
{
	o->objects++;
	skip(o, x);
}

/* -- the elements ----------------------------------------------------------------------------------- */

/* id, name, what to do where it opens and where it closes. NOTE: also within a note. */
enum { OUT, BODY, NOTE };
#define ELEMENTS(E) \
	E(STYLES_ROOT, "office:document-styles", OUT, styles_root, NULL) \
	E(CONTENT_ROOT, "office:document-content", OUT, content_root, NULL) \
	E(AUTOMATIC, "office:automatic-styles", OUT, automatic_styles, NULL) \
	E(MASTERS, "office:master-styles", OUT, skip, NULL) \
	E(SHEETS, "office:spreadsheet", OUT, spreadsheet, NULL) \
	E(TEXT_BODY, "office:text", OUT, document, put_notes) \
	E(PARAGRAPH, "text:p", NOTE, paragraph, paragraph_end) \
	E(HEADING, "text:h", NOTE, heading, paragraph_end) \
	E(SPAN, "text:span", NOTE, span, span_end) \
	E(LINK, "text:a", NOTE, span, span_end) \
	E(SPACES, "text:s", NOTE, spaces, NULL) \
	E(TAB, "text:tab", NOTE, tab, NULL) \
	E(LINE_BREAK, "text:line-break", NOTE, line_break, NULL) \
	E(PAGE_BREAK, "text:soft-page-break", BODY, soft_page_break, NULL) \
	E(FOOTNOTE, "text:note", BODY, note, note_end) \
	E(CITATION, "text:note-citation", NOTE, skip, NULL) \
	E(TABLE, "table:table", BODY, table, table_end) \
	E(HEADER_ROWS, "table:table-header-rows", BODY, header_rows, header_rows_end) \
	E(ROW, "table:table-row", BODY, row, row_end) \
	E(CELL, "table:table-cell", BODY, cell, cell_end) \
	E(COVERED, "table:covered-table-cell", BODY, skip, NULL) \
	E(SECTION, "text:section", BODY, section, NULL) \
	E(HIDDEN_TEXT, "text:hidden-text", NOTE, hidden_text, NULL) \
	E(VARIABLE, "text:variable-set", NOTE, field, NULL) \
	E(EXPRESSION, "text:user-field-get", NOTE, field, NULL) \
	E(NUMBER, "text:number", NOTE, skip, NULL) \
	E(SCRIPT, "text:script", NOTE, skip, NULL) \
	E(INSERTION, "text:insertion", BODY, insertion, NULL) \
	E(DELETION, "text:deletion", BODY, deletion, NULL) \
	E(FORMAT_CHANGE, "text:format-change", BODY, skip, NULL) \
	E(CONTENTS, "text:table-of-content", BODY, skip, NULL) \
	E(COMMENT, "office:annotation", NOTE, skip, NULL) \
	E(FORMS, "office:forms", BODY, skip, NULL) \
	E(BINARY, "office:binary-data", NOTE, skip, NULL) \
	E(OBJECT, "draw:object", NOTE, object, NULL) \
	E(OLE, "draw:object-ole", NOTE, object, NULL) \
	E(TITLE, "svg:title", NOTE, skip, NULL) \
	E(DESCRIPTION, "svg:desc", NOTE, skip, NULL) \
	E(RUBY, "text:ruby-text", NOTE, skip, NULL)

enum {
	ELEMENT_FIRST = ODF_LIST_IDS - 1,
#define E(id, ...) id,
	ELEMENTS(E)
#undef E
};

static const struct xml_name names[] = {
#define E(id, name, ...) { name, id },
	ODF_STYLE_ELEMENTS(E) ODF_LIST_ELEMENTS(E) ELEMENTS(E)
#undef E
};

static const struct element {
	int  where;
	void (*open)(struct odt *o, struct xml *x);
	void (*close)(struct odt *o);
} elements[] = {
	[ODF_LIST] = { BODY, list, list_end },
	[ODF_LIST_ITEM] = { BODY, item, item_end },
#define E(id, name, where, open, close) [id] = { where, open, close },
	ELEMENTS(E)
#undef E
};

static bool taken(const struct odt *o, int id)
{
	int where = elements[id].where;
	return where == OUT || (o->body && (where == NOTE || !o->in_note || id == FOOTNOTE));
}

static void open_style(struct odt *o, struct xml *x, int id)
{
	if (id < ODF_STYLE_IDS)
		odf_style_open(&o->styles, x, id);
	else
		odf_list_open(&o->lists, x, id);
}

static void on_open(void *ctx, struct xml *x, int id)
{
	struct odt *o = ctx;
	const struct element *el = &elements[id];
	if (o->skipped)
		o->skipped++;
	else if (el->open && taken(o, id))
		el->open(o, x);
	else if (id && !el->open && !o->body)
		open_style(o, x, id);
	if (o->b.failed)
		xml_stop(x);
}

static void on_close(void *ctx, struct xml *x, int id)
{
	struct odt *o = ctx;
	const struct element *el = &elements[id];
	if (o->skipped && --o->skipped)
		return;
	if (el->close && taken(o, id))
		el->close(o);
	else if (id && id < ODF_STYLE_IDS)
		odf_style_close(&o->styles, id);
	else if (id && id < ODF_LIST_IDS && !el->open)
		odf_list_close(&o->lists, id);
	if (o->b.failed)
		xml_stop(x);
}

/* -- the reader ------------------------------------------------------------------------------------- */

static int sniff(str bytes)
{
	enum odf_kind kind = odf_kind(bytes);
	return kind == ODF_TEXT ? 95 : kind == ODF_PACKED_ANEW ? 60 : 0;
}

static void tell(struct odt *o)
{
	if (o->inserted + o->deleted)
		read_note(o->r, "Văn bản còn %d chỗ thêm và %d chỗ xóa chưa được chấp nhận (theo dõi sửa đổi): đã đọc như khi chấp nhận hết.",
		          o->inserted, o->deleted);
	if (o->objects)
		read_note(o->r, "Văn bản có %d đối tượng nhúng (biểu đồ, bảng tính, công thức): không đọc bên trong.", o->objects);
	if (o->signs_unknown)
		read_note(o->r, "Có %zu ký hiệu của phông chữ ký hiệu không rõ là gì: đã bỏ qua.", o->signs_unknown);
}

static bool read_odt(struct reading *r, str bytes, struct err *e)
{
	static const struct xml_grammar grammar = { odf_spaces, ODF_SPACES, names, COUNT(names), on_open, on_close, text };
	struct odt *o = make(r->a, struct odt);
	*o = (struct odt){ .r = r, .e = e, .text = buf_open(r->a), .styles = { .a = r->a, .e = e } };
	odf_lists_open(&o->lists, r->a, e);
	build_open(&o->b, r->a, e);
	if (!odf_stream(r, bytes, true, &grammar, o, e))
		return false;
	if (o->sheets && !o->body)
		return (r->by = &reader_ods)->read(r, bytes, e);
	tell(o);
	r->root = build_finish(&o->b);
	if (!r->root || r->root->first)
		return r->root != NULL;
	fail(e, ERR_INPUT, "Văn bản không có chữ nào để đọc.");
	return err_hint(e, "Nếu văn bản là ảnh quét, hãy xuất ra PDF hoặc đưa chính các ảnh đó vào.");
}

const struct reader reader_odt = {
	.name = "odt",
	.help = "văn bản OpenDocument (.odt, .ott, .fodt) của LibreOffice",
	.source = "OpenDocument 1.3 part 3",
	.sniff = sniff,
	.read = read_odt,
};
