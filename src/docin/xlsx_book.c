#include "docin/xlsx_book.h"
#include "docin/encoding.h"
#include "docin/xlsx_number.h"

const struct xml_space xlsx_spaces[4] = {
	{ "s", "http://schemas.openxmlformats.org/spreadsheetml/2006/main" },
	{ "s", "http://purl.oclc.org/ooxml/spreadsheetml/main" },
	{ "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
	{ "r", "http://purl.oclc.org/ooxml/officeDocument/relationships" },
};

static bool missing(const char *part, struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp Excel bị hỏng: thiếu phần “%.80s” bên trong.", part);
	return err_hint(e, "Hãy mở tệp bằng Excel rồi lưu lại, hoặc chép lại tệp gốc.");
}

static bool refuse_binary(struct err *e)
{
	fail(e, ERR_FORMAT, "Tệp là bảng tính Excel dạng nhị phân (.xlsb); loại tệp đó không đọc được.");
	return err_hint(e, "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi đưa tệp mới vào.");
}

/* -- text -------------------------------------------------------------------------------------------- */

static int hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

/* "_x000a_" at `at`: its character, 0 where there is none */
static uint32_t escaped(str s, size_t at)
{
	uint32_t c = 0;
	if (s.n - at < 7 || s.p[at + 1] != 'x' || s.p[at + 6] != '_')
		return 0;
	for (size_t i = at + 2; i < at + 6; i++) {
		if (hex(s.p[i]) < 0)
			return 0;
		c = c * 16 + (uint32_t)hex(s.p[i]);
	}
	return c >= 0xD800 && c <= 0xDFFF ? 0 : c;
}

static str unescape(struct arena *a, str s)
{
	if (str_find(s, S("_x"), 0) == s.n)
		return s;
	struct buf b = buf_open(a);
	for (size_t at = 0; at < s.n;) {
		size_t end = str_find(s, S("_x"), at);
		uint32_t c = end < s.n ? escaped(s, end) : 0;
		buf_put(&b, str_sub(s, at, end));
		if (c)
			utf8_put(&b, c);
		else
			buf_put(&b, str_sub(s, end, end + 1));
		at = end + (c ? 7 : 1);
	}
	return buf_str(&b);
}

bool xlsx_text(struct arena *a, enum font font, str text, str *ret, struct err *e)
{
	size_t unknown = 0;
	str plain = unescape(a, text), tidied;
	plain = font > FONT_UNICODE ? font_text(a, font, plain, &unknown) : plain;
	if (!encoding_tidy(a, plain, &tidied, e))
		return false;
	*ret = tidied.p == text.p ? str_copy(a, text) : tidied;
	return true;
}

/* -- relations --------------------------------------------------------------------------------------- */

enum { RELATION = 1 };
static const struct xml_space relation_spaces[] = { { "p", "http://schemas.openxmlformats.org/package/2006/relationships" } };
static const struct xml_name relation_names[] = { { "p:Relationship", RELATION } };

struct relation { str id, kind, target; };          /* kind: the last word of its type */
struct relations { struct arena *a; str base; VEC(struct relation) all; bool external; };

/* "/xl/a.xml" or "../a.xml", as seen from the folder base ("xl/") */
static str resolve(struct arena *a, str base, str target)
{
	if (str_starts(target, S("/")))
		return str_copy(a, str_sub(target, 1, target.n));
	while (str_starts(target, S("../"))) {
		target = str_sub(target, 3, target.n);
		do
			base.n -= base.n > 0;
		while (base.n && base.p[base.n - 1] != '/');
	}
	return str_fmt(a, "%.*s%.*s", SF(base), SF(target));
}

static void relation_open(void *ctx, struct xml *x, int name)
{
	struct relations *r = ctx;
	if (name != RELATION || r->all.n >= ARCHIVE_ENTRIES_MAX)
		return;
	str kind = xml_attr(x, "Type");
	while (memchr(kind.p ? kind.p : "", '/', kind.n))
		kind = str_sub(kind, (size_t)((const char *)memchr(kind.p, '/', kind.n) - kind.p) + 1, kind.n);
	if (str_eq(xml_attr(x, "TargetMode"), S("External")) || str_eq(kind, S("externalLink")) ||
	    str_eq(kind, S("connections"))) {
		r->external = true;
		return;
	}
	*vec_add(r->a, &r->all) = (struct relation){ str_copy(r->a, xml_attr(x, "Id")), str_copy(r->a, kind),
		                                     resolve(r->a, r->base, xml_attr(x, "Target")) };
}

static void nothing(void *ctx, struct xml *x, int name) { (void)ctx, (void)x, (void)name; }

static const struct xml_grammar relation_grammar = { relation_spaces, COUNT(relation_spaces), relation_names,
	                                             COUNT(relation_names), relation_open, nothing, NULL };

static bool relations_read(struct xlsx_book *b, const char *part, str base, struct relations *ret, struct err *e)
{
	size_t entry;
	*ret = (struct relations){ .a = b->a, .base = base };
	return !archive_find(b->z, part, &entry) || archive_xml(b->z, entry, &relation_grammar, ret, e);
}

/* The part of that kind, or else the one that usually has that name. */
static size_t part_of_kind(struct xlsx_book *b, const struct relations *r, str kind, const char *usual)
{
	size_t entry;
	for (size_t i = 0; i < r->all.n; i++)
		if (str_eq(r->all.at[i].kind, kind) && archive_find(b->z, r->all.at[i].target.p, &entry))
			return entry;
	return archive_find(b->z, usual, &entry) ? entry : XLSX_NO_PART;
}

/* -- the workbook ------------------------------------------------------------------------------------ */

enum { BOOK = 1, BOOK_PROPERTIES, SHEET };
static const struct xml_name book_names[] = { { "s:workbook", BOOK }, { "s:workbookPr", BOOK_PROPERTIES }, { "s:sheet", SHEET } };

struct reading_book { struct xlsx_book *b; struct err *e; bool is_book; };

static bool is_true(str s) { return str_eq(s, S("1")) || str_eq(s, S("true")) || str_eq(s, S("on")); }

static void sheet_open(struct reading_book *r, struct xml *x)
{
	struct xlsx_book *b = r->b;
	str state = xml_attr(x, "state"), name;
	if (b->tabs.n == XLSX_SHEETS_MAX) {
		fail(r->e, ERR_LIMIT, "Tệp Excel có quá nhiều trang tính (hơn %d).", XLSX_SHEETS_MAX);
		err_hint(r->e, "Hãy tách thành nhiều tệp.");
		return xml_stop(x);
	}
	if (!xlsx_text(b->a, FONT_UNICODE, xml_attr(x, "name"), &name, r->e))
		return xml_stop(x);
	*vec_add(b->a, &b->tabs) = (struct xlsx_tab){ str_trim(name), str_copy(b->a, xml_attr(x, "r:id")),
		                                      state.n && !str_eq(state, S("visible")), XLSX_NO_PART };
}

static void book_open(void *ctx, struct xml *x, int name)
{
	struct reading_book *r = ctx;
	r->is_book |= name == BOOK;
	if (name == BOOK_PROPERTIES)
		r->b->from_1904 = is_true(xml_attr(x, "date1904"));
	if (name == SHEET)
		sheet_open(r, x);
}

static const struct xml_grammar book_grammar = { xlsx_spaces, COUNT(xlsx_spaces), book_names, COUNT(book_names), book_open,
	                                         nothing, NULL };

/* Tabs that are no sheets (charts, dialogs, old macros) have nothing to read and go. */
static bool tabs_settle(struct xlsx_book *b, const struct relations *r, struct err *e)
{
	size_t kept = 0;
	for (size_t i = 0; i < b->tabs.n; i++) {
		struct xlsx_tab tab = b->tabs.at[i];
		const struct relation *found = NULL;
		for (size_t k = 0; k < r->all.n && !found; k++)
			found = str_eq(r->all.at[k].id, tab.relation) ? &r->all.at[k] : NULL;
		if (found && !str_eq(found->kind, S("worksheet")))
			continue;
		if (!found || !archive_find(b->z, found->target.p, &tab.entry))
			return missing(found ? found->target.p : str_fmt(b->a, "trang tính %.*s", SF(tab.name)).p, e);
		b->tabs.at[kept++] = tab;
	}
	b->tabs.n = kept;
	return true;
}

/* -- strings ----------------------------------------------------------------------------------------- */

enum { ITEM = 1, TEXT, ASIDE, RUN, RUN_FONT };
static const struct xml_name string_names[] = {
	{ "s:si", ITEM }, { "s:t", TEXT }, { "s:rPh", ASIDE }, { "s:r", RUN }, { "s:rFont", RUN_FONT },
};

struct reading_strings {
	struct xlsx_book *b;
	struct err       *e;
	struct buf        text;
	size_t            total, run;              /* run: where the open one begins */
	int               aside;
	bool              in_text;
	enum font         font;                    /* of the open run, where it has its own */
};

static void string_open(void *ctx, struct xml *x, int name)
{
	struct reading_strings *r = ctx;
	if (name == ITEM)
		r->text.n = 0;
	if (name == ITEM || name == RUN)
		r->font = FONT_UNSAID;
	if (name == RUN_FONT)
		r->font = font_of(xml_attr(x, "val"));
	r->aside += name == ASIDE;
	r->in_text = name == TEXT && !r->aside;
	r->run = r->text.n;
}

static void string_text(void *ctx, str text)
{
	struct reading_strings *r = ctx;
	if (r->in_text && r->text.n <= XLSX_CELL_MAX)
		buf_put(&r->text, text);
}

static void string_end(struct reading_strings *r, struct xml *x)
{
	struct xlsx_book *b = r->b;
	r->total += r->text.n;
	if (b->strings.n == XLSX_STRINGS_MAX || r->total > XLSX_TEXT_MAX) {
		fail(r->e, ERR_LIMIT, "Bảng tính có quá nhiều chữ: hơn %d chuỗi hoặc hơn %d MB.", XLSX_STRINGS_MAX, XLSX_TEXT_MAX >> 20);
		err_hint(r->e, "Hãy tách thành nhiều tệp, mỗi văn bản một tệp.");
		return xml_stop(x);
	}
	if (r->text.n > XLSX_CELL_MAX) {
		fail(r->e, ERR_LIMIT, "Bảng tính có một ô dài quá %d KB: đây không phải là văn bản bình thường.", XLSX_CELL_MAX / 1024);
		err_hint(r->e, "Hãy mở tệp kiểm tra và chia nhỏ nội dung của ô.");
		return xml_stop(x);
	}
	str s = { 0 };
	if (b->old_fonts)
		s = str_copy(b->a, buf_str(&r->text));
	else if (r->text.n && !xlsx_text(b->a, FONT_UNICODE, buf_str(&r->text), &s, r->e))
		return xml_stop(x);
	*vec_add(b->a, &b->strings) = s;
}

/* A run in a font of before Unicode is written over by what it says. */
static void run_end(struct reading_strings *r)
{
	size_t unknown = 0;
	str run = str_sub(buf_str(&r->text), r->run, r->text.n);
	str plain = r->font > FONT_UNICODE ? font_text(r->b->a, r->font, str_copy(r->b->a, run), &unknown) : run;
	if (plain.p == run.p)
		return;
	r->text.n = r->run;
	buf_put(&r->text, plain);
}

static void string_close(void *ctx, struct xml *x, int name)
{
	struct reading_strings *r = ctx;
	r->aside -= name == ASIDE;
	if (name == TEXT && r->in_text)
		run_end(r);
	r->in_text = false;
	if (name == ITEM)
		string_end(r, x);
}

static const struct xml_grammar string_grammar = { xlsx_spaces, COUNT(xlsx_spaces), string_names, COUNT(string_names), string_open,
	                                           string_close, string_text };

/* -- styles ------------------------------------------------------------------------------------------ */

enum { CELL_STYLES = 1, STYLE, FORMAT, FONT, FONT_NAME };
enum { STYLES_MAX = 65536, FORMATS_MAX = 2000, FONTS_MAX = 65536 };
static const struct xml_name style_names[] = {
	{ "s:cellXfs", CELL_STYLES }, { "s:xf", STYLE }, { "s:numFmt", FORMAT }, { "s:font", FONT }, { "s:name", FONT_NAME },
};

struct format { int id; unsigned shows; };
struct reading_styles { struct xlsx_book *b; VEC(struct format) formats; VEC(enum font) fonts; bool of_cells; };

static unsigned format_of(const struct reading_styles *r, int id)
{
	for (size_t i = 0; i < r->formats.n; i++)
		if (r->formats.at[i].id == id)
			return r->formats.at[i].shows;
	return xlsx_format_known(id);
}

static void style_add(struct reading_styles *r, struct xml *x)
{
	size_t font = (size_t)xml_number(xml_attr(x, "fontId"), 0, FONTS_MAX, 0);
	if (!r->of_cells || r->b->styles.n == STYLES_MAX)
		return;
	struct xlsx_style s = { format_of(r, xml_number(xml_attr(x, "numFmtId"), 0, INT32_MAX, 0)), FONT_UNSAID };
	s.font = font < r->fonts.n ? r->fonts.at[font] : FONT_UNSAID;
	r->b->old_fonts |= s.font > FONT_UNICODE;
	*vec_add(r->b->a, &r->b->styles) = s;
}

static void style_open(void *ctx, struct xml *x, int name)
{
	struct reading_styles *r = ctx;
	struct arena *a = r->b->a;
	r->of_cells |= name == CELL_STYLES;
	if (name == FORMAT && r->formats.n < FORMATS_MAX)
		*vec_add(a, &r->formats) = (struct format){ xml_number(xml_attr(x, "numFmtId"), 0, INT32_MAX, 0),
			                                    xlsx_format(xml_attr(x, "formatCode")) };
	if (name == FONT && r->fonts.n < FONTS_MAX)
		*vec_add(a, &r->fonts) = FONT_UNSAID;
	if (name == FONT_NAME && r->fonts.n)
		r->fonts.at[r->fonts.n - 1] = font_of(xml_attr(x, "val"));
	if (name == STYLE)
		style_add(r, x);
}

static void style_close(void *ctx, struct xml *x, int name)
{
	struct reading_styles *r = ctx;
	(void)x;
	if (name == CELL_STYLES)
		r->of_cells = false;
}

static const struct xml_grammar style_grammar = { xlsx_spaces, COUNT(xlsx_spaces), style_names, COUNT(style_names), style_open,
	                                          style_close, NULL };

/* -- all together ------------------------------------------------------------------------------------ */

static str folder_of(str path)
{
	while (path.n && path.p[path.n - 1] != '/' && path.p[path.n - 1] != '\\')
		path.n--;
	return path;
}

static bool shared_read(struct xlsx_book *b, const struct relations *r, struct err *e)
{
	struct reading_strings strings = { .b = b, .e = e, .text = buf_open(b->a) };
	struct reading_styles styles = { .b = b };
	size_t entry = part_of_kind(b, r, S("styles"), "xl/styles.xml");
	if (entry != XLSX_NO_PART && !archive_xml(b->z, entry, &style_grammar, &styles, e))
		return false;
	entry = part_of_kind(b, r, S("sharedStrings"), "xl/sharedStrings.xml");
	return entry == XLSX_NO_PART || archive_xml(b->z, entry, &string_grammar, &strings, e);
}

bool xlsx_book_read(struct xlsx_book *b, struct err *e)
{
	struct relations root, own;
	struct reading_book r = { b, e, false };
	if (!relations_read(b, "_rels/.rels", S(""), &root, e))
		return false;
	size_t entry = part_of_kind(b, &root, S("officeDocument"), "xl/workbook.xml");
	if (entry == XLSX_NO_PART)
		return missing("xl/workbook.xml", e);
	str name = archive_entry(b->z, entry).name, folder = folder_of(name);
	if (str_ends(name, S(".bin")))
		return refuse_binary(e);
	if (!archive_xml(b->z, entry, &book_grammar, &r, e))
		return false;
	if (!r.is_book)
		return missing("workbook", e);
	str relations = str_fmt(b->a, "%.*s_rels/%.*s.rels", SF(folder), SF(str_sub(name, folder.n, name.n)));
	if (!relations_read(b, relations.p, folder, &own, e) || !tabs_settle(b, &own, e))
		return false;
	b->linked = own.external;
	return shared_read(b, &own, e);
}
