#include "base/xml.h"
#include "docin/build.h"
#include "docin/tool.h"

/* Old Word files (.doc) and RTF: LibreOffice makes a .docx of them where it is installed, which keeps numbering and merged cells; else
 * antiword makes DocBook, which keeps paragraphs and the cells of tables. */

enum { DOCX_MAX = 64 << 20, DOCBOOK_MAX = 32 << 20 };

#define OLE S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
#define WORD_STREAM S("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0")

static bool is_rtf(str bytes) { return str_starts(bytes, S("{\\rtf")); }

static int sniff(str bytes)
{
	if (is_rtf(bytes))
		return 90;
	return str_starts(bytes, OLE) && str_find(bytes, WORD_STREAM, 0) < bytes.n ? 90 : 0;
}

/* -- programs (parent) ------------------------------------------------------------------------------ */

static bool by_office(struct reading *r, str bytes, str *ret, struct err *e)
{
	const struct member file = { is_rtf(bytes) ? S("in.rtf") : S("in.doc"), bytes };
	const char *args[] = { "--headless", "--norestore", "--convert-to", "docx", file.name.p, NULL };
	struct tool_call call = { .args = args, .files = &file, .n_files = 1, .out = "in.docx", .most = DOCX_MAX };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_soffice, &call, &got, e))
		return false;
	if (got.files.n == 1) {
		*ret = got.files.at[0].bytes;
		return true;
	}
	fail(e, ERR_FORMAT, "LibreOffice không mở được tệp Word kiểu cũ này: tệp hỏng hoặc có mật khẩu.");
	err_hint(e, "Hãy mở tệp bằng Word (bỏ mật khẩu nếu có) rồi lưu thành .docx.");
	return err_detail(e, "soffice: %.*s", (int)(got.complaint.n > 300 ? 300 : got.complaint.n), got.complaint.p);
}

static bool by_antiword(struct reading *r, str bytes, str *ret, struct err *e)
{
	const struct member file = { S("in.doc"), bytes };
	const char *args[] = { "-x", "db", "-m", "UTF-8.txt", "in.doc", NULL };
	struct tool_call call = { .args = args, .files = &file, .n_files = 1, .most = DOCBOOK_MAX };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_antiword, &call, &got, e))
		return false;
	if (!got.status && got.printed.n) {
		*ret = got.printed;
		return true;
	}
	bool locked = str_find(got.complaint, S("ncrypt"), 0) < got.complaint.n;
	fail(e, ERR_FORMAT, locked ? "Tệp Word kiểu cũ (.doc) có mật khẩu." : "Không đọc được tệp Word kiểu cũ (.doc) này.");
	err_hint(e, locked ? "Hãy mở bằng Word, bỏ mật khẩu rồi lưu thành .docx." : "Hãy mở tệp bằng Word rồi lưu thành .docx.");
	return err_detail(e, "antiword: %.*s", (int)(got.complaint.n > 300 ? 300 : got.complaint.n), got.complaint.p);
}

static bool convert(struct reading *r, str bytes, str *ret, struct err *e)
{
	bool office = tool_here(&tool_soffice);
	if (office && by_office(r, bytes, ret, e))
		return true;
	if (is_rtf(bytes) || !tool_here(&tool_antiword))
		return office ? false : by_office(r, bytes, ret, e);     /* its error names the package */
	*e = (struct err){ 0 };
	return by_antiword(r, bytes, ret, e);
}

/* -- DocBook (child) -------------------------------------------------------------------------------- */

enum name { PARA = 1, TITLE, SECT1, SECT2, SECT3, SECT4, SECT5, BULLETS, NUMBERS, LISTITEM, TABLE, ROW, ENTRY, EMPHASIS };

static const struct xml_name names[] = {
	{ "d:para", PARA },       { "d:title", TITLE },         { "d:sect1", SECT1 },      { "d:sect2", SECT2 },    { "d:sect3", SECT3 },
	{ "d:sect4", SECT4 },     { "d:sect5", SECT5 },         { "d:itemizedlist", BULLETS }, { "d:orderedlist", NUMBERS },
	{ "d:listitem", LISTITEM }, { "d:informaltable", TABLE }, { "d:row", ROW },         { "d:entry", ENTRY },    { "d:emphasis", EMPHASIS },
};
static const struct xml_space spaces[] = { { "d", "" } };

struct docbook { struct build b; int level, line, in_text; };       /* in_text: elements that hold text, in each other */

static void on_open(void *ctx, struct xml *x, int name)
{
	struct docbook *d = ctx;
	(void)x;
	if (name >= SECT1 && name <= SECT5)
		d->level = name - SECT1 + 1;
	switch (name) {
	case PARA:
		d->in_text++;
		d->line++;
		break;
	case TITLE:
		d->in_text++;
		d->line++;
		if (d->level)
			build_heading(&d->b, d->level);
		break;
	case BULLETS: build_list_open(&d->b, false, false, 1, true); break;
	case NUMBERS: build_list_open(&d->b, true, false, 1, true); break;
	case LISTITEM: {
		struct build_list *l = build_list_now(&d->b);
		build_item(&d->b, l && l->ordered ? str_fmt(d->b.a, "%d.", l->next++) : S("-"), true);
		break;
	}
	case TABLE: build_table(&d->b, d->line + 1, true); break;
	case ROW: build_row(&d->b, d->line + 1, false, true); break;
	case ENTRY:
		d->in_text++;
		build_cell(&d->b, ++d->line, 1, 1, true);
		break;
	case EMPHASIS: d->b.bold++; break;
	default: break;
	}
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct docbook *d = ctx;
	(void)x;
	switch (name) {
	case PARA:
	case TITLE:
		d->in_text--;
		build_break(&d->b);
		build_plain(&d->b);
		break;
	case BULLETS:
	case NUMBERS: build_unwind(&d->b, d->b.depth, d->b.lists - 1); break;
	case TABLE: build_close(&d->b, NODE_TABLE, true); break;
	case ROW: build_close(&d->b, NODE_ROW, true); break;
	case ENTRY:
		d->in_text--;
		build_close(&d->b, NODE_CELL, true);
		break;
	case EMPHASIS: d->b.bold -= d->b.bold > 0; break;
	default: break;
	}
}

/* antiword breaks lines where it likes: a line end is a space. */
static void on_text(void *ctx, str text)
{
	struct docbook *d = ctx;
	if (!d->in_text)
		return;
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, S("\n"), at);
		build_text(&d->b, str_sub(text, at, end), d->line);
		if (end < text.n)
			build_space(&d->b);
		at = end + 1;
	}
}

static const struct xml_grammar docbook = { spaces, COUNT(spaces), names, COUNT(names), on_open, on_close, on_text };

static bool read_docbook(struct reading *r, str bytes, struct err *e)
{
	struct docbook d = { 0 };
	build_open(&d.b, r->a, e);
	if (!xml_whole(r->a, &docbook, &d, str_sub(bytes, str_find(bytes, S("<book"), 0), bytes.n), e))
		return false;
	r->root = build_finish(&d.b);
	return r->root != NULL;
}

static bool read_doc(struct reading *r, str bytes, struct err *e)
{
	return str_starts(bytes, S("PK")) ? reader_docx.read(r, bytes, e) : read_docbook(r, bytes, e);
}

const struct reader reader_doc = {
	.name = "doc",
	.help = "Word kiểu cũ (.doc) và RTF, nhờ LibreOffice hoặc antiword",
	.source = "issue 3; antiword 0.37 (DocBook); stack.md 7.7",
	.sniff = sniff,
	.convert = convert,
	.read = read_doc,
};
