/* PDF with text: pdftotext says where each word stands (-bbox, an XHTML of its own), docin/page.h makes the tree. -bbox-layout
 * gives the same words with blocks and lines around them, which nothing here asks for: they would be two fifths of what is parsed.
 * Rules come from pictures of the pages (docin/page_rules.h). A PDF without any text is a scan: docin/ocr.h. */
#include "base/xml.h"
#include "docin/encoding.h"
#include "docin/ocr.h"
#include "docin/page_rules.h"
#include "docin/tool.h"

enum { BBOX_MOST = 512 << 20, FAR = 1 << 21 };           /* FAR: hundredths of a point, more than any page is wide */
enum { PICTURES_MOST = 64 << 20, PICTURE_SECONDS = 10 };

/* -- pdftotext ----------------------------------------------------------------------------------------- */

static int sniff(str bytes)
{
	/* a viewer takes the mark anywhere in the first kilobyte */
	size_t at = str_find(str_sub(bytes, 0, 1024), S("%PDF-"), 0);
	return at == 0 ? 100 : at < 1020 && at < bytes.n ? 60 : 0;
}

static bool says(str complaint, const char *words) { return str_find(complaint, str_c(words), 0) < complaint.n; }

static bool broken(const struct tool_result *t, struct err *e)
{
	if (says(t->complaint, "Incorrect password")) {
		fail(e, ERR_FORMAT, "Tệp PDF được bảo vệ bằng mật khẩu: không mở được.");
		return err_hint(e, "Hãy mở tệp bằng mật khẩu rồi lưu một bản không có mật khẩu.");
	}
	fail(e, ERR_FORMAT, "Tệp PDF bị hỏng: không đọc được trang nào.");
	err_hint(e, "Hãy chép hoặc tải lại tệp gốc: tệp có thể mới chép về một phần.");
	return err_detail(e, "pdftotext, status %d: %.*s", t->status, t->complaint.n > 300 ? 300 : SF(t->complaint));
}

static int pages_of(str printed)
{
	int n = 0;
	for (size_t at = str_find(printed, S("<page "), 0); at < printed.n; at = str_find(printed, S("<page "), at + 1))
		n++;
	return n;
}

/* No page holds text: what is on them is recognised. */
static bool pdf_without_text(struct reading *r, str bytes, int n_pages, str *ret, struct err *e)
{
	if (tool_here(&tool_tesseract))
		return ocr_pdf(r, bytes, n_pages, ret, e);
	fail(e, ERR_NOT_FOUND, "Tệp PDF là bản quét (ảnh chụp giấy), mà máy này chưa cài chương trình nhận dạng chữ.");
	return err_hint(e, "Hãy dùng tệp gốc (.docx) hoặc tệp PDF xuất từ Word; hoặc nhờ người quản trị máy cài gói %s.", tool_tesseract.package);
}

/* The rules of tables are seen in small pictures of the pages, which stand behind the words. Where there are none the words alone say
 * where columns and rows are. */
static str with_pictures(struct reading *r, str bytes, str words)
{
	const char *dpi = str_fmt(r->a, "%d", RULES_DPI).p, *last = str_fmt(r->a, "%d", RULES_PAGES).p;
	const char *args[] = { "-r", dpi, "-gray", "-aa", "no", "-aaVector", "no", "-l", last, "in.pdf", NULL };
	const struct member file = { S("in.pdf"), bytes };
	const struct tool_call call = { .args = args, .files = &file, .n_files = 1, .seconds = PICTURE_SECONDS, .most = PICTURES_MOST };
	struct tool_result got = { 0 };
	struct err e = { 0 };
	if (!tool_run(r->a, &tool_pdftoppm, &call, &got, &e) || got.status) {
		read_note(r, "Không xem được nét kẻ của các bảng trong tệp PDF: ô gộp và hàng bị ngắt trang có thể đọc sai. "
		          "Hãy đối chiếu các bảng với bản gốc.");
		return words;
	}
	char *both = make_n(r->a, char, words.n + got.printed.n + 1);
	memcpy(both, words.p, words.n);
	if (got.printed.n)
		memcpy(both + words.n, got.printed.p, got.printed.n);
	return (str){ both, words.n + got.printed.n };
}

static bool convert(struct reading *r, str bytes, str *ret, struct err *e)
{
	static const char *const args[] = { "-bbox", "-enc", "UTF-8", "in.pdf", "-", NULL };
	const struct member file = { S("in.pdf"), bytes };
	const struct tool_call call = { .args = args, .files = &file, .n_files = 1, .most = BBOX_MOST };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_pdftotext, &call, &got, e))
		return false;
	if (got.status != 0 || str_find(got.printed, S("<page "), 0) == got.printed.n)
		return broken(&got, e);
	if (str_find(got.printed, S("<word "), 0) == got.printed.n)
		return pdf_without_text(r, bytes, pages_of(got.printed), ret, e);
	if (says(got.complaint, "Error"))
		read_note(r, "Tệp PDF bị hỏng một phần: có thể thiếu chữ hoặc thiếu trang; hãy đối chiếu với bản gốc.");
	*ret = with_pictures(r, bytes, got.printed);
	return true;
}

/* -- words and their places ------------------------------------------------------------------------------ */

enum { TAG_PAGE = 1, TAG_WORD };

static const str words_end = S("</html>\n");                /* what follows are pictures */

static const struct xml_space spaces[] = { { "h", "http://www.w3.org/1999/xhtml" } };
static const struct xml_name names[] = { { "h:page", TAG_PAGE }, { "h:word", TAG_WORD } };

struct reading_bbox {
	struct arena *a;
	pages         p;
	size_t        words;
	bool          in_word;
	struct page_word word;
	struct buf    text;
};

/* "56.500764" in hundredths; what no page can hold is cut off, a sign is nothing we expect */
static int hundredths(str s)
{
	int n = 0, decimals = -1;
	for (size_t i = 0; i < s.n && decimals < 2; i++) {
		if (s.p[i] == '.' && decimals < 0)
			decimals = 0;
		else if (s.p[i] < '0' || s.p[i] > '9')
			break;
		else {
			n = n < FAR ? n * 10 + (s.p[i] - '0') : n;
			decimals += decimals >= 0;
		}
	}
	for (decimals = decimals < 0 ? 0 : decimals; decimals < 2; decimals++)
		n = n < FAR ? n * 10 : n;
	return n < FAR ? n : FAR;
}

static void open_word(struct reading_bbox *b, struct xml *x)
{
	struct page_word *w = &b->word;
	*w = (struct page_word){ .x0 = hundredths(xml_attr(x, "xMin")), .y0 = hundredths(xml_attr(x, "yMin")),
	                         .x1 = hundredths(xml_attr(x, "xMax")), .y1 = hundredths(xml_attr(x, "yMax")) };
	w->x1 = w->x1 < w->x0 ? w->x0 : w->x1;
	w->y1 = w->y1 < w->y0 ? w->y0 : w->y1;
	b->text.n = 0;
	b->in_word = true;
}

static void on_open(void *ctx, struct xml *x, int name)
{
	struct reading_bbox *b = ctx;
	if (name == TAG_PAGE) {
		struct page *p = vec_add(b->a, &b->p);
		p->width = hundredths(xml_attr(x, "width"));
		p->height = hundredths(xml_attr(x, "height"));
	}
	if (name == TAG_WORD)
		open_word(b, x);
}

static void on_text(void *ctx, str s)
{
	struct reading_bbox *b = ctx;
	if (b->in_word)
		buf_put(&b->text, s);
}

/* Words beyond the limit are only counted: one more says enough. */
static void on_close(void *ctx, struct xml *x, int name)
{
	struct reading_bbox *b = ctx;
	str text = str_trim(buf_str(&b->text));
	(void)x;
	if (name != TAG_WORD || !b->in_word)
		return;
	b->in_word = false;
	if (!text.n || !b->p.n || b->words > PAGE_WORDS_MAX)
		return;
	b->word.text = str_copy(b->a, text);
	*vec_add(b->a, &b->p.at[b->p.n - 1].words) = b->word;
	b->words++;
}

/* Its prologue is always the same; a DOCTYPE is skipped only where it is that one. What the file says of itself (its title) is of no use
 * and may hold anything. */
static bool body_of(str text, str *ret, struct err *e)
{
	static const str doctype = S("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" "
	                             "\"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">"
	                             "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>");
	size_t body = str_find(text, S("</head>"), 0);
	if (!str_starts(text, doctype) || body == text.n) {
		fail(e, ERR_FORMAT, "Không đọc được chữ trong tệp PDF: chương trình pdftotext trả lời khác với dự kiến.");
		return err_hint(e, "Hãy báo người quản trị kiểm tra gói poppler-utils.");
	}
	*ret = str_sub(text, body + 7, text.n);
	return true;
}

static void note_scans(struct reading *r, const pages *p)
{
	struct buf b = buf_open(r->a);
	size_t n = 0;
	for (size_t i = 0; i < p->n; i++)
		if (!p->at[i].words.n && ++n <= 10)
			buf_fmt(&b, "%s%zu", n > 1 ? ", " : "", i + 1);
	if (n)
		read_note(r, "Không có chữ ở %zu trang (trang %.*s%s): trang trắng hoặc ảnh quét, chưa được đọc.", n, SF(buf_str(&b)),
		          n > 10 ? ", …" : "");
}

static bool read_pdf(struct reading *r, str bytes, struct err *e)
{
	static const struct xml_grammar grammar = { spaces, COUNT(spaces), names, COUNT(names), on_open, on_close, on_text };
	struct reading_bbox b = { .a = r->a, .text = buf_open(r->a) };
	CLEANUP(xml_close) struct xml *x = NULL;
	str text, body = { 0 };
	size_t end = str_find(bytes, words_end, 0);
	end = end < bytes.n ? end + words_end.n : end;
	if (ocr_is_tsv(bytes))
		return ocr_tree(r, bytes, e);
	if (!encoding_decode(r->a, str_sub(bytes, 0, end), &text, e) || !body_of(text, &body, e))
		return false;
	if (!xml_open(r->a, &grammar, &b, &x, e) || !xml_feed(x, S("<html xmlns=\"http://www.w3.org/1999/xhtml\">")))
		return false;
	for (size_t at = 0; at < body.n; at += 1 << 20)
		if (!xml_feed(x, str_sub(body, at, at + (1 << 20))))
			return false;
	if (!xml_feed(x, (str){ 0 }))
		return false;
	note_scans(r, &b.p);
	page_rules_read(r->a, str_sub(bytes, end, bytes.n), &b.p);
	return pages_tree(r, &b.p, e);
}

const struct reader reader_pdf = {
	.name = "pdf",
	.help = "PDF (.pdf); bản quét được nhận dạng",
	.source = "poppler 22.12: pdftotext -bbox, pdftoppm",
	.sniff = sniff,
	.convert = convert,
	.read = read_pdf,
};
