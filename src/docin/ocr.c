#include "docin/ocr.h"
#include "docin/page.h"
#include "docin/tool.h"
#include <stdlib.h>

enum { TSV_MAX = 32 << 20, PICTURE_MAX = 64 << 20, LOOKS = 2 };

static const char *const looks[LOOKS] = { "11", "6" };         /* tesseract's --psm: sparse text, one block */

/* -- running the programs (parent) ------------------------------------------------------------------ */

static bool not_recognised(const struct tool_result *got, struct err *e)
{
	if (str_find(got->complaint, S("traineddata"), 0) < got->complaint.n) {
		fail(e, ERR_NOT_FOUND, "Chương trình nhận dạng chữ trên máy này chưa có phần tiếng Việt.");
		return err_hint(e, "Nhờ người quản trị máy cài gói %s (apt install %s), rồi đọc lại tệp.", tool_tesseract.package,
		                tool_tesseract.package);
	}
	fail(e, ERR_FORMAT, "Không nhận dạng được chữ trong ảnh.");
	err_hint(e, "Hãy quét lại rõ hơn (300 dpi, đen trắng, thẳng trang), hoặc dùng bản Word của văn bản.");
	return err_detail(e, "tesseract: %.*s", (int)(got->complaint.n > 300 ? 300 : got->complaint.n), got->complaint.p);
}

static bool look(struct reading *r, const char *name, str picture, struct buf *to, struct err *e)
{
	const struct member file = { str_c(name), picture };
	for (int i = 0; i < LOOKS; i++) {
		const char *args[] = { name, "stdout", "-l", "vie", "--psm", looks[i], "--dpi", "300", "tsv", NULL };
		struct tool_call call = { .args = args, .files = &file, .n_files = 1, .most = TSV_MAX };
		struct tool_result got = { 0 };
		if (!tool_run(r->a, &tool_tesseract, &call, &got, e))
			return false;
		if (got.status || !ocr_is_tsv(got.printed))
			return not_recognised(&got, e);
		buf_put(to, got.printed);
	}
	return true;
}

bool ocr_picture(struct reading *r, const char *name, str picture, str *tsv, struct err *e)
{
	struct buf b = buf_open(r->a);
	if (!look(r, name, picture, &b, e))
		return false;
	*tsv = buf_str(&b);
	return true;
}

static bool draw(struct reading *r, str pdf, int page, str *picture, struct err *e)
{
	const struct member file = { S("in.pdf"), pdf };
	const char *n = str_fmt(r->a, "%d", page).p;
	const char *args[] = { "-r", "300", "-gray", "-f", n, "-l", n, "-singlefile", "in.pdf", "out", NULL };
	struct tool_call call = { .args = args, .files = &file, .n_files = 1, .out = "out", .most = PICTURE_MAX };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_pdftoppm, &call, &got, e))
		return false;
	if (got.status || got.files.n != 1) {
		fail(e, ERR_FORMAT, "Không chụp được trang %d của tệp PDF.", page);
		err_hint(e, "Hãy mở tệp bằng chương trình đọc PDF xem trang đó có hỏng không.");
		return err_detail(e, "pdftoppm: %.*s", (int)(got.complaint.n > 300 ? 300 : got.complaint.n), got.complaint.p);
	}
	*picture = got.files.at[0].bytes;
	return true;
}

bool ocr_pdf(struct reading *r, str pdf, int n_pages, str *tsv, struct err *e)
{
	struct buf b = buf_open(r->a);
	if (n_pages > OCR_PAGES_MAX) {
		fail(e, ERR_LIMIT, "Bản quét có %d trang, trong khi chỉ nhận dạng đến %d trang một tệp.", n_pages, OCR_PAGES_MAX);
		return err_hint(e, "Hãy tách tệp thành nhiều phần, hoặc dùng bản Word của văn bản.");
	}
	for (int page = 1; page <= n_pages; page++) {
		CLEANUP(arena_close) struct arena *one = arena_open((size_t)1 << 30);
		struct reading of_page = { .a = one };           /* a picture of a page is 9 MB: given back before the next */
		str picture;
		if (!draw(&of_page, pdf, page, &picture, e) || !look(&of_page, "in.pgm", picture, &b, e))
			return false;
	}
	*tsv = buf_str(&b);
	return true;
}

/* -- reading what they print (child) ---------------------------------------------------------------- */

#define HEAD S("level\tpage_num\tblock_num\t")
enum { LEVEL, PAGE, BLOCK, PAR, LINE, WORD, LEFT, TOP, WIDTH, HEIGHT, SURE, TEXT, COLUMNS };
enum { A4_SHORT = 59528, A4_LONG = 84189, SURE_MARK = 90, SURE_GUESS = 50 };    /* hundredths of a point; percent */

bool ocr_is_tsv(str bytes) { return str_starts(bytes, HEAD); }

struct row { int n[TEXT]; str text; };

static bool row_of(str line, struct row *ret)
{
	size_t at = 0;
	for (int i = 0; i < TEXT; i++) {
		size_t tab = str_find(line, S("\t"), at);
		if (tab == line.n && i < SURE)
			return false;
		char number[24] = "";
		str s = str_sub(line, at, tab);
		memcpy(number, s.p, s.n < sizeof number ? s.n : sizeof number - 1);
		long v = strtol(number, NULL, 10);         /* "96.063141": the whole percent is enough */
		ret->n[i] = v < -1 ? -1 : v > 1000 * 1000 ? 1000 * 1000 : (int)v;
		at = tab + 1;
	}
	ret->text = str_sub(line, at, line.n);
	return true;
}

struct recognising { struct reading *r; pages pages; int look, scale, lines; size_t first_look; };

static struct page *page_now(const struct recognising *o) { return &o->pages.at[o->pages.n - 1]; }

/* The picture is taken to be a sheet of A4, lying where it is wider than high. */
static void begin_page(struct recognising *o, const struct row *w)
{
	int width = w->n[WIDTH] > 0 ? w->n[WIDTH] : 1, height = w->n[HEIGHT] > 0 ? w->n[HEIGHT] : 1;
	int sheet = width > height ? A4_LONG : A4_SHORT;
	if (o->look == 0)
		*vec_add(o->r->a, &o->pages) = (struct page){ .width = sheet, .height = (int)((long long)height * sheet / width) };
	o->scale = width;
	o->first_look = page_now(o)->words.n;
}

static int scaled(const struct recognising *o, int dots) { return (int)((long long)dots * page_now(o)->width / o->scale); }

static bool says_something(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'))
			return true;
	}
	return false;
}

static bool has_digit(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static bool is_new(const struct recognising *o, const struct page_word *w)
{
	const struct page *p = page_now(o);
	for (size_t i = 0; i < o->first_look; i++) {
		const struct page_word *x = &p->words.at[i];
		if (w->x0 < x->x1 && x->x0 < w->x1 && w->y0 < x->y1 && x->y0 < w->y1)
			return false;
	}
	return true;
}

/* A rule beside a word is read as a bar in it. */
static str without_bars(str s)
{
	s = str_trim(s);
	while (s.n && s.p[0] == '|')
		s = str_sub(s, 1, s.n);
	while (s.n && s.p[s.n - 1] == '|')
		s.n--;
	return str_trim(s);
}

/* A mark that stands alone and begins an item or takes the place of a figure. */
static bool is_sign(str s)
{
	static const str signs[] = { S("-"), S("+"), S("–"), S("—"), S("•"), S("/"), S("%"), S("&") };
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_eq(s, signs[i]))
			return true;
	return false;
}

/* Rules and specks come out as marks without a letter. What the second look only guesses is left, unless there is a digit in it:
 * that is asked for. */
static void take_word(struct recognising *o, const struct row *w)
{
	int sure = w->n[SURE] > 100 ? 100 : w->n[SURE] < 1 ? 1 : w->n[SURE];
	struct page_word x = { scaled(o, w->n[LEFT]), scaled(o, w->n[TOP]), scaled(o, w->n[LEFT] + w->n[WIDTH]),
	                       scaled(o, w->n[TOP] + w->n[HEIGHT]), w->n[BLOCK], o->lines, sure, without_bars(w->text) };
	bool mark = !says_something(x.text) && (sure < SURE_MARK || !is_sign(x.text));
	bool guess = o->look && ((sure < SURE_GUESS && !has_digit(x.text)) || !is_new(o, &x));
	if (!x.text.n || mark || guess)
		return;
	*vec_add(o->r->a, &page_now(o)->words) = x;
}

static void take_row(struct recognising *o, const struct row *w)
{
	if (w->n[LEVEL] == 1)
		begin_page(o, w);
	else if (w->n[LEVEL] == 4)
		o->lines++;
	else if (o->pages.n && w->n[LEVEL] == 5)
		take_word(o, w);
}

/* -- as print declares its words ---------------------------------------------------------------------- */

/* Part of these letters stands below the line. */
static bool reaches_below(str s)
{
	static const str low = S("gjpqyQ,;()ạặậẹệịọộợụựỵẠẶẬẸỆỊỌỘỢỤỰỴ");
	for (size_t at = 0; at < s.n;) {
		size_t from = at++;
		while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
			at++;
		if (str_find(low, str_sub(s, from, at), 0) < low.n)
			return true;
	}
	return false;
}

static int by_height(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }

/* A recognised word is as high as its ink, and words of one line differ. They get what a font gives them: boxes of one height on one
 * base line. */
static void level(struct arena *a, struct page *p)
{
	size_t n = p->words.n;
	int *height = make_n(a, int, n + 1);
	for (size_t i = 0; i < n; i++)
		height[i] = p->words.at[i].y1 - p->words.at[i].y0;
	qsort(height, n, sizeof *height, by_height);
	int em = height[n * 3 / 4] > 0 ? height[n * 3 / 4] : 1;
	for (size_t i = 0; i < n; i++) {
		struct page_word *w = &p->words.at[i];
		int base = w->y1 - (reaches_below(w->text) ? em * 22 / 100 : 0);
		w->y0 = base - em * 90 / 100;
		w->y1 = base + em * 25 / 100;
	}
}

bool ocr_tree(struct reading *r, str tsv, struct err *e)
{
	struct recognising o = { .r = r, .look = LOOKS - 1 };
	size_t words = 0;
	for (size_t at = 0; at < tsv.n;) {
		size_t end = str_find(tsv, S("\n"), at);
		str line = str_sub(tsv, at, end);
		struct row w;
		if (str_starts(line, HEAD))
			o.look = (o.look + 1) % LOOKS;
		else if (row_of(line, &w))
			take_row(&o, &w);
		at = end + 1;
	}
	for (size_t i = 0; i < o.pages.n; i++) {
		words += o.pages.at[i].words.n;
		level(r->a, &o.pages.at[i]);
	}
	if (!words) {
		fail(e, ERR_FORMAT, "Không nhận ra chữ nào: tệp chỉ có trang trắng, hoặc ảnh quét quá mờ.");
		return err_hint(e, "Hãy quét lại rõ hơn (300 dpi, đen trắng, thẳng trang), hoặc dùng bản Word của văn bản.");
	}
	read_note(r, "Văn bản được nhận dạng từ ảnh quét: hãy đối chiếu mọi con số với bản gốc.");
	return pages_tree(r, &o.pages, e);
}
