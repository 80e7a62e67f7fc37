#include "docin/docx_parts.h"

struct reading_parts {
	struct arena      *a;
	struct archive    *z;
	struct docx_parts *parts;
	str                folder;              /* that targets are counted from */
};

static size_t find(struct reading_parts *r, str target)
{
	size_t i;
	str name = target.n && target.p[0] == '/' ? str_sub(target, 1, target.n) : str_fmt(r->a, "%.*s%.*s", SF(r->folder), SF(target));
	return archive_find(r->z, str_copy(r->a, name).p, &i) ? i : DOCX_NO_PART;
}

/* Links of the text to pages are everywhere and open only by a click. */
static void relation(void *ctx, struct xml *x, int name)
{
	struct reading_parts *r = ctx;
	struct docx_parts *p = r->parts;
	if (name != R_RELATION)
		return;
	str type = xml_attr(x, "Type"), target = xml_attr(x, "Target");
	if (docx_says(x, "TargetMode", "External")) {
		p->leads_out |= !str_ends(type, S("/hyperlink"));
		return;
	}
	const struct { const char *ends; size_t *part; } known[] = {
		{ "/officeDocument", &p->text }, { "/styles", &p->styles },     { "/numbering", &p->numbering },
		{ "/footnotes", &p->footnotes }, { "/endnotes", &p->endnotes },
	};
	for (size_t i = 0; i < COUNT(known); i++)
		if (str_ends(type, str_c(known[i].ends)))
			*known[i].part = find(r, target);
	p->macros |= str_ends(type, S("/vbaProject"));
}

static void nothing(void *ctx, struct xml *x, int name) { (void)ctx, (void)x, (void)name; }

static bool relations(struct reading_parts *r, const char *name, struct err *e)
{
	size_t part;
	struct xml_grammar g = docx_grammar(relation, nothing, NULL);
	return !archive_find(r->z, name, &part) || archive_xml(r->z, part, &g, r, e);
}

/* "word/document.xml" -> "word/" and "word/_rels/document.xml.rels" */
static str folder_of(str name)
{
	size_t n = name.n;
	while (n && name.p[n - 1] != '/')
		n--;
	return str_sub(name, 0, n);
}

bool docx_parts_find(struct arena *a, struct archive *z, struct docx_parts *ret, struct err *e)
{
	struct reading_parts r = { .a = a, .z = z, .parts = ret };
	*ret = (struct docx_parts){ DOCX_NO_PART, DOCX_NO_PART, DOCX_NO_PART, DOCX_NO_PART, DOCX_NO_PART, false, false };
	if (!relations(&r, "_rels/.rels", e))
		return false;
	if (ret->text == DOCX_NO_PART && !archive_find(z, "word/document.xml", &ret->text)) {
		fail(e, ERR_FORMAT, "Tệp Word bị hỏng: thiếu phần chứa nội dung văn bản.");
		return err_hint(e, "Hãy chép hay tải lại tệp gốc; nếu vẫn vậy, mở bằng Word rồi lưu lại.");
	}
	str name = archive_entry(z, ret->text).name;
	r.folder = folder_of(name);
	str file = str_sub(name, r.folder.n, name.n);
	return relations(&r, str_fmt(a, "%.*s_rels/%.*s.rels", SF(r.folder), SF(file)).p, e) &&
	       relations(&r, str_fmt(a, "%.*s_rels/settings.xml.rels", SF(r.folder)).p, e);
}
