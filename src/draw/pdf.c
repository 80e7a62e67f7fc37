#include "draw/pdf.h"
#include "draw/document.h"
#include <stdlib.h>

/* -- the catalogue ------------------------------------------------------------------------------------- */

#define CATALOGUE "<< /Type /Catalog\n"
#define ADDED     "   /Lang (vi)\n   /ViewerPreferences << /DisplayDocTitle true >>\n"
#define TABLE     "\nxref\n"

static size_t last_of(str s, str what)
{
	size_t last = s.n;
	for (size_t at = str_find(s, what, s.n > 1 << 16 ? s.n - (1 << 16) : 0); at < s.n; at = str_find(s, what, at + 1))
		last = at;
	return last;
}

/* cairo 1.16 writes no language. The catalogue is the last object, behind which only the table of objects moves; where it is not, or
 * another cairo writes it otherwise, the file stays as it is. */
static GByteArray *with_language(GByteArray *b)
{
	str s = { (const char *)b->data, b->len };
	size_t at = last_of(s, S(CATALOGUE)), table = last_of(s, S(TABLE)), start = last_of(s, S("startxref\n"));
	if (at >= table || table >= start || start >= s.n || str_find(s, S(" obj\n"), at) < table)
		return b;
	at += sizeof CATALOGUE - 1;
	GByteArray *to = g_byte_array_sized_new(b->len + 128);
	g_byte_array_append(to, b->data, (guint)at);
	g_byte_array_append(to, (const guint8 *)ADDED, sizeof ADDED - 1);
	g_byte_array_append(to, b->data + at, (guint)(start - at));
	gchar *end = g_strdup_printf("startxref\n%zu\n%%%%EOF\n", table + 1 + sizeof ADDED - 1);
	g_byte_array_append(to, (const guint8 *)end, (guint)strlen(end));
	g_free(end);
	g_byte_array_unref(b);
	return to;
}

/* -- the file ------------------------------------------------------------------------------------------ */

static cairo_status_t put(void *to, const unsigned char *bytes, unsigned n)
{
	g_byte_array_append(to, bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void set_title(cairo_surface_t *s, str title)
{
	gchar *copy = g_strndup(title.p, title.n);
	if (title.n)
		cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_TITLE, copy);
	cairo_pdf_surface_set_metadata(s, CAIRO_PDF_METADATA_CREATE_DATE, "");
	g_free(copy);
}

GByteArray *pdf_of(const struct face *f, const struct node *root, struct err *e)
{
	if (!document_fits(root, e))
		return NULL;
	GByteArray *b = g_byte_array_new();
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(put, b, 1, 1);
	cairo_pdf_surface_restrict_to_version(s, CAIRO_PDF_VERSION_1_5);
	set_title(s, root->title);
	document_draw(f, root, s);
	cairo_surface_finish(s);
	cairo_status_t status = cairo_surface_status(s);
	cairo_surface_destroy(s);
	if (status == CAIRO_STATUS_SUCCESS)
		return with_language(b);
	g_byte_array_unref(b);
	fail(e, ERR_SYSTEM, "Không vẽ được tệp PDF.");
	err_hint(e, "Hãy thử lại; nếu vẫn lỗi, báo cho người quản trị máy.");
	err_detail(e, "cairo: %s", cairo_status_to_string(status));
	return NULL;
}
