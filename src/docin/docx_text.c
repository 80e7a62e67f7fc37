#include "docin/docx_text.h"
#include "docin/docx_paragraph.h"
#include "docin/encoding.h"

/* -- paragraphs ------------------------------------------------------------------------------------- */

static struct docx_paragraph *now(struct docx_text *d) { return d->depth ? d->at[d->depth - 1] : NULL; }

static void clear(struct docx_paragraph *p)
{
	p->text.n = p->spans.n = 0;
	p->page = 0;
	p->hides = false;
}

static struct docx_paragraph *slot(struct docx_text *d, int depth)
{
	struct docx_paragraph **p = &d->at[depth];
	if (!*p) {
		*p = make(d->a, struct docx_paragraph);
		(*p)->text = buf_open(d->a);
	}
	return *p;
}

/* What waited to be joined to a next paragraph stands alone where there is none. */
static void settle_joined(struct docx_text *d)
{
	struct docx_paragraph *p = d->at[d->depth];
	if (!p || !p->joins)
		return;
	docx_paragraph_build(d, p);
	p->joins = false;
	clear(p);
}

static void style_set(struct docx_text *d, struct docx_paragraph *p, const struct docx_style *s)
{
	p->style = s;
	p->base = d->styles.defaults;
	if (s)
		docx_look_over(&p->base, &s->look);
	p->run = p->base;
}

static void p_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	if (!docx_cell_begins(&d->tables)) {
		d->skip = 1;
		return;
	}
	struct docx_paragraph *p = slot(d, d->depth);
	if (!p->joins)
		clear(p);
	p->joins = p->mark_hidden = p->section_ends = false;
	p->own = DOCX_PARA_UNSAID;
	style_set(d, p, d->styles.normal);
	d->depth++;
	d->in_ppr = d->in_rpr = false;
}

/* The result of a field may go on over paragraphs, its instruction does not. */
static void settle_fields(struct docx_text *d)
{
	for (int i = 0; d->instructions && i < d->fields && i < XML_DEPTH_MAX; i++)
		d->instruction[i] = false;
	d->instructions = 0;
}

static void page_turn(struct docx_text *d)
{
	d->page++;
	d->page_fresh = true;
}

static void p_close(struct docx_text *d, struct xml *x)
{
	(void)x;
	struct docx_paragraph *p = now(d);
	settle_fields(d);
	d->depth--;
	if (!p->joins)
		docx_paragraph_build(d, p);
	if (p->section_ends)
		page_turn(d);
}

static void ppr_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, d->in_ppr = d->depth > 0; }
static void ppr_close(struct docx_text *d, struct xml *x) { (void)x, d->in_ppr = false; }

static void r_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	if (now(d))
		now(d)->run = now(d)->base;
}

static void rpr_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, d->in_rpr = true; }
static void rpr_close(struct docx_text *d, struct xml *x) { (void)x, d->in_rpr = false; }

static void look_open(struct docx_text *d, struct xml *x, int name)
{
	struct docx_paragraph *p = now(d);
	if (!p || !d->in_rpr)
		return;
	if (!d->in_ppr)
		docx_look_take(&p->run, x, name);
	else if (name == W_VANISH)
		p->mark_hidden = docx_on(x);
}

static void para_open(struct docx_text *d, struct xml *x, int name)
{
	struct docx_paragraph *p = now(d);
	if (!p || !d->in_ppr)
		return;
	if (name == W_PSTYLE) {
		const struct docx_style *s = docx_style_find(&d->styles, xml_attr(x, "w:val"));
		style_set(d, p, s ? s : d->styles.normal);
	} else {
		docx_para_take(&p->own, x, name);
	}
}

static void rstyle_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	const struct docx_style *s = docx_style_find(&d->styles, xml_attr(x, "w:val"));
	if (s && now(d) && d->in_rpr && !d->in_ppr)
		docx_look_over(&now(d)->run, &s->look);
}

/* -- text ------------------------------------------------------------------------------------------- */

static bool too_long(struct docx_text *d, size_t most)
{
	fail(d->e, ERR_LIMIT, most == DOCX_TEXT_MAX ? "Văn bản có quá nhiều chữ (hơn %zu MB)."
	                                            : "Một đoạn trong văn bản dài quá %zu MB: đây không phải là văn bản bình thường.", most >> 20);
	d->b.failed = true;
	return err_hint(d->e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
}

static bool same_look(const struct docx_look *a, const struct docx_look *b)
{
	return a->bold == b->bold && a->italic == b->italic && a->capitals == b->capitals && a->font == b->font;
}

static void put(struct docx_text *d, str s)
{
	struct docx_paragraph *p = now(d);
	if (!p || d->instructions || d->b.failed || !s.n)
		return;
	if (p->run.hidden > 0) {
		p->hides = true;
		return;
	}
	d->bytes += s.n;
	if (d->bytes > DOCX_TEXT_MAX || p->text.n + s.n > DOCX_PARAGRAPH_MAX) {
		too_long(d, d->bytes > DOCX_TEXT_MAX ? DOCX_TEXT_MAX : DOCX_PARAGRAPH_MAX);
		return;
	}
	if (!p->spans.n || !same_look(&p->spans.at[p->spans.n - 1].look, &p->run))
		*vec_add(d->a, &p->spans) = (struct docx_span){ p->text.n, p->run };
	p->page = p->page ? p->page : d->page;
	d->page_fresh = false;
	buf_put(&p->text, s);
}

static void on_text(void *ctx, str s)
{
	struct docx_text *d = ctx;
	if (d->in_text && !d->skip)
		put(d, s);
}

static void t_open(struct docx_text *d, struct xml *x, int name)
{
	d->in_text = now(d) != NULL;
	d->keeps_space = name == M_T || docx_says(x, "xml:space", "preserve");
	d->text_from = now(d) ? now(d)->text.n : 0;
}

/* Line ends of the XML are spaces; those at the ends of a text only where it says so. */
static void t_close(struct docx_text *d, struct xml *x)
{
	(void)x;
	struct docx_paragraph *p = now(d);
	d->in_text = false;
	if (!p || p->text.n <= d->text_from)
		return;
	char *s = p->text.p;
	size_t from = d->text_from;
	for (const char *c = "\t\n\r"; *c; c++)
		for (char *at = s + from; (at = memchr(at, *c, p->text.n - (size_t)(at - s))); at++)
			*at = ' ';
	if (d->keeps_space)
		return;
	while (p->text.n > from && s[p->text.n - 1] == ' ')
		p->text.n--;
	while (from < p->text.n && s[from] == ' ')
		from++;
	memmove(s + d->text_from, s + from, p->text.n - from);
	p->text.n -= from - d->text_from;
	s[p->text.n] = 0;
}

static void mark_open(struct docx_text *d, struct xml *x, int name)
{
	static const struct { int name; str text; } marks[] = {
		{ W_TAB, S(" ") }, { W_PTAB, S(" ") }, { W_CR, S("\n") }, { W_NO_BREAK_HYPHEN, S("-") }, { W_SOFT_HYPHEN, S("\u00AD") },
	};
	(void)x;
	for (size_t i = 0; i < COUNT(marks) && !d->in_ppr; i++)       /* in pPr a tab is a stop of the ruler */
		if (marks[i].name == name)
			put(d, marks[i].text);
}

static void br_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	put(d, S("\n"));
	if (docx_says(x, "w:type", "page"))
		page_turn(d);
}

static void sym_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	uint32_t c = 0;
	str code = xml_attr(x, "w:char");
	for (size_t i = 0; i < code.n && i < 6; i++) {
		char h = code.p[i];
		c = c << 4 | (uint32_t)(h >= '0' && h <= '9' ? h - '0' : ((h | 0x20) - 'a' + 10) & 15);
	}
	char sign[8];
	struct buf one = { .a = d->a, .p = sign, .cap = sizeof sign };
	c = font_sign(font_of(xml_attr(x, "w:font")), c);
	if (c)
		utf8_put(&one, c);
	else
		d->seen.unknown_signs++;
	put(d, buf_str(&one));
}

/* -- fields ----------------------------------------------------------------------------------------- */

static void field_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	str type = xml_attr(x, "w:fldCharType");
	bool known = d->fields > 0 && d->fields <= XML_DEPTH_MAX, instruction = known && d->instruction[d->fields - 1];
	if (str_eq(type, S("begin"))) {
		if (d->fields < XML_DEPTH_MAX)
			d->instruction[d->fields] = true;
		d->instructions += d->fields < XML_DEPTH_MAX;
		d->fields++;
		return;
	}
	if (instruction) {
		d->instruction[d->fields - 1] = false;
		d->instructions -= d->instructions > 0;
	}
	if (str_eq(type, S("end")))
		d->fields -= d->fields > 0;
}

/* -- changes that nobody has accepted yet ----------------------------------------------------------- */

static void change_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x;
	bool gone = name == W_DEL || name == W_MOVE_FROM;
	d->seen.inserted += name == W_INS;
	d->seen.deleted += name == W_DEL;
	d->seen.moved += name == W_MOVE_TO;
	if (!gone)
		return;
	if (d->in_trpr)
		docx_row_gone(&d->tables);
	else if (d->in_ppr && d->in_rpr)
		now(d)->joins = true;
	else
		d->skip = 1;
}

/* -- tables ----------------------------------------------------------------------------------------- */

static void tbl_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	settle_joined(d);
	if (docx_cell_begins(&d->tables))
		docx_table_open(&d->tables);
	else
		d->skip = 1;
}

static void tbl_close(struct docx_text *d, struct xml *x) { (void)x, docx_table_close(&d->tables); }

static void column_open(struct docx_text *d, struct xml *x, int name)
{
	enum { WIDEST = 100 * 1000 };
	(void)name;
	docx_table_column(&d->tables, xml_number(xml_attr(x, "w:w"), 0, WIDEST, 0));
}

static void tr_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, docx_row_open(&d->tables); }
static void tr_close(struct docx_text *d, struct xml *x) { (void)x, docx_row_close(&d->tables); }
static void trpr_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, d->in_trpr = true; }
static void trpr_close(struct docx_text *d, struct xml *x) { (void)x, d->in_trpr = false; }
static void tc_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, docx_cell_open(&d->tables); }

static void tc_close(struct docx_text *d, struct xml *x)
{
	(void)x;
	settle_joined(d);
	docx_cell_close(&d->tables);
}

static void row_open(struct docx_text *d, struct xml *x, int name)
{
	struct docx_table *t = docx_table_now(&d->tables);
	if (!d->in_trpr || !t)
		return;
	if (name == W_TBL_HEADER && docx_on(x))
		docx_row_header(&d->tables);
	if (name == W_HIDDEN && docx_on(x)) {
		docx_row_gone(&d->tables);
		d->seen.hidden++;
	}
	if (name == W_GRID_BEFORE)
		docx_row_skips(&d->tables, docx_int(x, 0, DOCX_COLUMNS_MAX, 0));
	if (name == W_GRID_AFTER)
		t->after = docx_int(x, 0, DOCX_COLUMNS_MAX, 0);
}

static void cell_open(struct docx_text *d, struct xml *x, int name)
{
	struct docx_table *t = docx_table_now(&d->tables);
	if (!t || !t->waiting)
		return;
	enum docx_merge merge = docx_says(x, "w:val", "restart") ? MERGE_BEGIN : MERGE_ON;
	if (name == W_GRID_SPAN)
		t->span = docx_int(x, 1, DOCX_COLUMNS_MAX, 1);
	if (name == W_V_MERGE)
		t->down = merge;
	if (name == W_H_MERGE)
		t->right = merge;
}

/* -- pages ------------------------------------------------------------------------------------------ */

static void rendered_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	d->page_rendered = true;
	if (!d->page_fresh)
		page_turn(d);
}

static void before_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	if (d->in_ppr && docx_on(x) && !d->page_fresh)
		page_turn(d);
}

static void section_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	d->in_section = true;
	if (d->in_ppr)
		now(d)->section_ends = true;
}

static void section_close(struct docx_text *d, struct xml *x) { (void)x, d->in_section = false; }

static void type_open(struct docx_text *d, struct xml *x, int name)
{
	(void)name;
	if (d->in_section && d->in_ppr && docx_says(x, "w:val", "continuous"))
		now(d)->section_ends = false;
}

/* -- what is only there to be left out, counted, or taken once --------------------------------------- */

static void skip_open(struct docx_text *d, struct xml *x, int name) { (void)x, (void)name, d->skip = 1; }

static void alternate_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	d->taken[d->alternates++] = false;             /* fewer than elements in each other */
}

static void alternate_close(struct docx_text *d, struct xml *x) { (void)x, d->alternates--; }

static void choice_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x, (void)name;
	if (!d->alternates)
		return;
	d->skip = d->taken[d->alternates - 1];
	d->taken[d->alternates - 1] = true;
}

static void seen_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x;
	d->seen.document |= name == W_DOCUMENT;
	d->seen.objects += name == O_OLE;
	d->seen.pictures += name == A_BLIP || name == V_IMAGE;
	d->seen.drawings += name == C_CHART || name == DGM_IDS;
	d->seen.other_files += name == W_ALT_CHUNK || name == W_SUB_DOC;
}

/* -- notes ------------------------------------------------------------------------------------------ */

static void reference_open(struct docx_text *d, struct xml *x, int name)
{
	int id = xml_number(xml_attr(x, "w:id"), 0, INT32_MAX, -1);
	if (name == W_FOOTNOTE_REF)
		*vec_add(d->a, &d->footnotes) = id;
	else
		*vec_add(d->a, &d->endnotes) = id;
}

static size_t place_of(const int *ids, size_t n, int id)
{
	size_t i = 0;
	while (i < n && ids[i] != id)
		i++;
	return i;
}

/* Notes that the text does not name (lines that part them from it, notes that were deleted) are left out. */
static void note_open(struct docx_text *d, struct xml *x, int name)
{
	int id = xml_number(xml_attr(x, "w:id"), 0, INT32_MAX, -1);
	size_t n = name == W_FOOTNOTE ? d->footnotes.n : d->endnotes.n;
	size_t i = place_of(name == W_FOOTNOTE ? d->footnotes.at : d->endnotes.at, n, id);
	if (i == n)
		d->skip = 1;
	else
		d->note_label = str_fmt(d->a, name == W_FOOTNOTE ? "[%zu] " : "[*%zu] ", i + 1);
}

static void box_close(struct docx_text *d, struct xml *x) { (void)x, settle_joined(d); }

static void note_close(struct docx_text *d, struct xml *x)
{
	(void)x;
	settle_joined(d);
	d->note_label = (str){ 0 };
}

/* -- equations: a fraction in one line -------------------------------------------------------------- */

static void part_open(struct docx_text *d, struct xml *x, int name)
{
	(void)x;
	if (name == M_DEN)
		put(d, S("/"));
	*vec_add(d->a, &d->fractions) = now(d) ? now(d)->text.n : 0;
	put(d, S("("));
}

/* Brackets stay only around what they hold together. */
static void part_close(struct docx_text *d, struct xml *x)
{
	(void)x;
	struct docx_paragraph *p = now(d);
	size_t from = d->fractions.n ? d->fractions.at[--d->fractions.n] : 0;
	if (!p || from >= p->text.n || p->text.p[from] != '(')
		return;
	bool one = true;
	for (size_t i = from + 1; i < p->text.n; i++)
		one &= !strchr("+-*/:x ", p->text.p[i]);
	if (!one)
		return put(d, S(")"));
	memmove(p->text.p + from, p->text.p + from + 1, p->text.n - from - 1);
	p->text.n--;
	for (size_t i = 0; i < p->spans.n; i++)
		p->spans.at[i].from -= p->spans.at[i].from > from;
}

/* -- the events ------------------------------------------------------------------------------------- */

typedef void open_fn(struct docx_text *d, struct xml *x, int name);
typedef void close_fn(struct docx_text *d, struct xml *x);

static open_fn *const opens[DOCX_NAMES_END] = {
	[W_P] = p_open, [W_PPR] = ppr_open, [W_R] = r_open, [W_RPR] = rpr_open, [W_T] = t_open, [M_T] = t_open,
	[W_B] = look_open, [W_I] = look_open, [W_VANISH] = look_open, [W_CAPS] = look_open, [W_SMALL_CAPS] = look_open,
	[W_RFONTS] = look_open, [W_RSTYLE] = rstyle_open,
	[W_PSTYLE] = para_open, [W_NUM_ID] = para_open, [W_ILVL] = para_open, [W_JC] = para_open, [W_OUTLINE] = para_open,
	[W_TAB] = mark_open, [W_PTAB] = mark_open, [W_CR] = mark_open, [W_NO_BREAK_HYPHEN] = mark_open, [W_SOFT_HYPHEN] = mark_open,
	[W_BR] = br_open, [W_SYM] = sym_open, [W_FIELD] = field_open,
	[W_DEL] = change_open, [W_INS] = change_open, [W_MOVE_FROM] = change_open, [W_MOVE_TO] = change_open,
	[W_GRID_COL] = column_open, [W_TBL] = tbl_open, [W_TR] = tr_open, [W_TC] = tc_open, [W_TR_PR] = trpr_open,
	[W_TBL_HEADER] = row_open, [W_HIDDEN] = row_open, [W_GRID_BEFORE] = row_open, [W_GRID_AFTER] = row_open,
	[W_GRID_SPAN] = cell_open, [W_V_MERGE] = cell_open, [W_H_MERGE] = cell_open,
	[W_PAGE_RENDERED] = rendered_open, [W_PAGE_BEFORE] = before_open, [W_SECT_PR] = section_open, [W_TYPE] = type_open,
	[MC_ALTERNATE] = alternate_open, [MC_CHOICE] = choice_open, [MC_FALLBACK] = choice_open,
	[W_PPR_CHANGE] = skip_open, [W_RPR_CHANGE] = skip_open, [W_TBL_PR_CHANGE] = skip_open, [W_TBL_EX_CHANGE] = skip_open,
	[W_TR_PR_CHANGE] = skip_open, [W_TC_PR_CHANGE] = skip_open, [W_SECT_CHANGE] = skip_open, [W_NUM_CHANGE] = skip_open,
	[W_GRID_CHANGE] = skip_open, [W_SDT_PR] = skip_open, [W_SDT_END_PR] = skip_open, [W_TBL_PR] = skip_open,
	[W_TBL_PR_EX] = skip_open, [W_RUBY_RT] = skip_open,
	[W_DOCUMENT] = seen_open, [O_OLE] = seen_open, [A_BLIP] = seen_open, [V_IMAGE] = seen_open, [C_CHART] = seen_open,
	[DGM_IDS] = seen_open, [W_ALT_CHUNK] = seen_open, [W_SUB_DOC] = seen_open,
	[W_FOOTNOTE_REF] = reference_open, [W_ENDNOTE_REF] = reference_open, [W_FOOTNOTE] = note_open, [W_ENDNOTE] = note_open,
	[M_NUM] = part_open, [M_DEN] = part_open,
};

static close_fn *const closes[DOCX_NAMES_END] = {
	[W_P] = p_close, [W_PPR] = ppr_close, [W_RPR] = rpr_close, [W_T] = t_close, [M_T] = t_close,
	[W_TBL] = tbl_close, [W_TR] = tr_close, [W_TC] = tc_close, [W_TR_PR] = trpr_close, [W_SECT_PR] = section_close,
	[W_TEXT_BOX] = box_close, [MC_ALTERNATE] = alternate_close, [W_FOOTNOTE] = note_close, [W_ENDNOTE] = note_close,
	[M_NUM] = part_close, [M_DEN] = part_close,
};

static void on_open(void *ctx, struct xml *x, int name)
{
	struct docx_text *d = ctx;
	if (d->skip)
		d->skip++;
	else if (opens[name])
		opens[name](d, x, name);
	if (d->b.failed)
		xml_stop(x);
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct docx_text *d = ctx;
	if (d->skip)
		d->skip--;
	else if (closes[name])
		closes[name](d, x);
	if (d->b.failed)
		xml_stop(x);
}

/* -- a part, and the end ---------------------------------------------------------------------------- */

void docx_text_open(struct docx_text *d, struct arena *a, struct err *e)
{
	*d = (struct docx_text){ .a = a, .e = e, .page = 1, .at = make_n(a, struct docx_paragraph *, XML_DEPTH_MAX + 1) };
	build_open(&d->b, a, e);
	d->tables.b = &d->b;
}

bool docx_text_read(struct docx_text *d, struct archive *z, size_t part)
{
	struct xml_grammar g = docx_grammar(on_open, on_close, on_text);
	if (!archive_xml(z, part, &g, d, d->e))
		return false;
	settle_joined(d);
	d->fields = d->instructions = 0;
	return !d->b.failed;
}

/* Without the page ends that Word leaves, only those that were typed are known: not enough to name a page. */
static void forget_pages(struct node *n)
{
	for (struct node *c = n->first; c; c = c->next) {
		c->from.page = 0;
		forget_pages(c);
	}
}

struct node *docx_text_finish(struct docx_text *d)
{
	struct node *root = build_finish(&d->b);
	if (root && !d->page_rendered)
		forget_pages(root);
	return root;
}
