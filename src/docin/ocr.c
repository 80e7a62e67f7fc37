#include "docin/ocr.h"
#include "docin/ocr_rules.h"
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

/* What is looked at is a picture of one page. */
static bool look(struct reading *r, const char *name, str picture, struct buf *to, struct err *e)
{
	str bare;
	const struct member file = { str_c(name), ocr_without_rules(r->a, picture, &bare) ? bare : picture };
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

/* How large pages are drawn: by what the PDF says of their size, or (a picture knows no size) as sheets of A4. */
struct drawing { str pdf; const char *how, *size; };
static const struct drawing by_size = { .how = "-r", .size = "300" }, as_sheet = { .how = "-scale-to", .size = "3508" };

static bool draw(struct reading *r, const struct drawing *d, int page, str *picture, struct err *e)
{
	const struct member file = { S("in.pdf"), d->pdf };
	const char *n = str_fmt(r->a, "%d", page).p;
	const char *args[] = { d->how, d->size, "-gray", "-f", n, "-l", n, "-singlefile", "in.pdf", "out", NULL };
	struct tool_call call = { .args = args, .files = &file, .n_files = 1, .out = "out", .most = PICTURE_MAX };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_pdftoppm, &call, &got, e))
		return false;
	if (got.status || got.files.n != 1) {
		fail(e, ERR_FORMAT, "Không chụp được trang %d của tệp.", page);
		err_hint(e, "Hãy mở tệp xem trang đó có hỏng không, hoặc quét lại trang đó.");
		return err_detail(e, "pdftoppm: %.*s", (int)(got.complaint.n > 300 ? 300 : got.complaint.n), got.complaint.p);
	}
	*picture = got.files.at[0].bytes;
	return true;
}

static bool one_page(struct arena *a, const struct drawing *d, int page, struct buf *to, struct err *e)
{
	struct reading r = { .a = a };
	str picture;
	return draw(&r, d, page, &picture, e) && look(&r, "in.pgm", picture, to, e);
}

static bool all_pages(struct reading *r, const struct drawing *d, int n_pages, str *tsv, struct err *e)
{
	struct buf b = buf_open(r->a);
	if (n_pages > OCR_PAGES_MAX) {
		fail(e, ERR_LIMIT, "Bản quét có %d trang, trong khi chỉ nhận dạng đến %d trang một tệp.", n_pages, OCR_PAGES_MAX);
		return err_hint(e, "Hãy tách tệp thành nhiều phần, hoặc dùng bản Word của văn bản.");
	}
	for (int page = 1; page <= n_pages; page++) {
		CLEANUP(arena_close) struct arena *one = arena_open((size_t)1 << 30);   /* 30 MB, given back before the next page */
		if (!one_page(one, d, page, &b, e))
			return false;
		if (b.n > TSV_MAX) {
			fail(e, ERR_LIMIT, "Bản quét cho ra quá nhiều chữ (hơn %d MB).", TSV_MAX >> 20);
			return err_hint(e, "Hãy tách tệp thành nhiều phần rồi đọc từng phần.");
		}
	}
	*tsv = buf_str(&b);
	return true;
}

bool ocr_pdf(struct reading *r, str pdf, int n_pages, str *tsv, struct err *e)
{
	struct drawing d = by_size;
	d.pdf = pdf;
	return all_pages(r, &d, n_pages, tsv, e);
}

/* A picture of fewer dots than a sheet has at OCR_DPI, but of its shape: drawn as large, it is read better. */
static bool small_sheet(str pdf)
{
	static const str mark = S("/MediaBox [0 0 ");
	char box[40] = "", *end = box;
	size_t at = str_find(pdf, mark, 0) + mark.n;
	str s = str_sub(pdf, at, at + sizeof box - 1);
	memcpy(box, s.p, s.n);
	double width = strtod(box, &end), height = strtod(end, NULL);
	double longer = width > height ? width : height, shorter = width > height ? height : width;
	return longer > 280 && longer < 830 && longer > shorter * 1.25 && longer < shorter * 1.6;
}

/* As tesseract's PDF has them. */
static int pages_of(str pdf)
{
	static const str mark = S("/Type /Page\n");
	int n = 0;
	for (size_t at = str_find(pdf, mark, 0); at < pdf.n; at = str_find(pdf, mark, at + 1))
		n++;
	return n;
}

/* Pictures come in many kinds and may hold several pages. tesseract makes a PDF of any; taken for one letter (psm 10) that costs
 * little, and what it reads meanwhile is not looked at. Of some kinds it makes one only with files outside of its box: these are looked
 * at as they are. */
bool ocr_picture(struct reading *r, const char *name, str picture, str *tsv, struct err *e)
{
	const struct member file = { str_c(name), picture };
	const char *args[] = { name, "out", "-l", "vie", "--psm", "10", "--dpi", "300", "pdf", NULL };
	struct tool_call call = { .args = args, .files = &file, .n_files = 1, .out = "out.pdf", .most = FILE_MAX + (8 << 20) };
	struct tool_result got = { 0 };
	if (!tool_run(r->a, &tool_tesseract, &call, &got, e))
		return false;
	if (got.status || got.files.n != 1) {
		struct buf b = buf_open(r->a);
		bool ok = look(r, name, picture, &b, e);
		*tsv = buf_str(&b);
		return ok;
	}
	struct drawing d = small_sheet(got.files.at[0].bytes) ? as_sheet : by_size;
	d.pdf = got.files.at[0].bytes;
	return all_pages(r, &d, pages_of(d.pdf), tsv, e);
}

/* -- reading what they print (child) ---------------------------------------------------------------- */

#define HEAD S("level\tpage_num\tblock_num\t")
enum { LEVEL, PAGE, BLOCK, PAR, LINE, WORD, LEFT, TOP, WIDTH, HEIGHT, SURE, TEXT, COLUMNS };
enum { A4_SHORT = 59528, A4_LONG = 84189, /* hundredths of a point */
       SURE_MARK = 70, SURE_FIRM = 80, SURE_GUESS = 50, SURE_DISPUTED = 40 };   /* percent */

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

/* first: page that the look began with; next: the one its next page will be; seen: words of the look before on the page */
struct recognising { struct reading *r; pages pages; int look, scale, lines; size_t first, next, seen; };

static struct page *page_now(const struct recognising *o) { return &o->pages.at[o->next - 1]; }

static void begin_look(struct recognising *o)
{
	o->look = (o->look + 1) % LOOKS;
	o->first = o->look ? o->first : o->pages.n;
	o->next = o->first;
}

/* The picture is taken to be a sheet of A4, lying where it is wider than high. */
static void begin_page(struct recognising *o, const struct row *w)
{
	int width = w->n[WIDTH] > 0 ? w->n[WIDTH] : 1, height = w->n[HEIGHT] > 0 ? w->n[HEIGHT] : 1;
	int sheet = width > height ? A4_LONG : A4_SHORT;
	if (++o->next > o->pages.n)
		*vec_add(o->r->a, &o->pages) = (struct page){ .width = sheet, .height = (int)((long long)height * sheet / width) };
	o->scale = width;
	o->seen = o->look ? page_now(o)->words.n : 0;
}

static int scaled(const struct recognising *o, int dots) { return (int)((long long)dots * page_now(o)->width / o->scale); }

/* Holds a letter or a digit. First bytes of Vietnamese letters are C3 to C6 and E1; of specks ("¡", "ˆ", "„") others. */
static bool says_something(str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if ((c >= 0xC3 && c <= 0xC6) || c == 0xE1 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'))
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
	static const str signs[] = { S("-"), S("+"), S("–"), S("—"), S("•"), S("/"), S("%"), S("&"), S("("), S("(-"), S("(+") };
	for (size_t i = 0; i < COUNT(signs); i++)
		if (str_eq(s, signs[i]))
			return true;
	return false;
}

/* -- two looks at one page */

static int overlap(int a0, int a1, int b0, int b1) { return (a1 < b1 ? a1 : b1) - (a0 > b0 ? a0 : b0); }

static bool same_place(const struct page_word *a, const struct page_word *b)
{
	int wide = a->x1 - a->x0 > b->x1 - b->x0 ? a->x1 - a->x0 : b->x1 - b->x0;
	return overlap(a->x0, a->x1, b->x0, b->x1) * 10 >= wide * 7 && overlap(a->y0, a->y1, b->y0, b->y1) * 2 >= a->y1 - a->y0;
}

/* Words of the first look that stand where this one does: how many, and the last of them. */
static int met(const struct recognising *o, const struct page_word *w, struct page_word **ret)
{
	const struct page *p = page_now(o);
	int n = 0;
	for (size_t i = 0; i < o->seen; i++) {
		struct page_word *x = &p->words.at[i];
		if (overlap(w->x0, w->x1, x->x0, x->x1) > 0 && overlap(w->y0, w->y1, x->y0, x->y1) > 0) {
			*ret = x;
			n++;
		}
	}
	return n;
}

/* Both looks found a word here: the surer is taken. Where both are sure and a figure differs, neither is believed. */
static void settle(struct page_word *w, const struct page_word *x)
{
	bool differ = !str_eq(w->text, x->text), figure = has_digit(w->text) || has_digit(x->text);
	bool dispute = differ && figure && w->sure >= SURE_FIRM && x->sure >= SURE_FIRM;
	if (x->sure > w->sure) {
		w->text = x->text;
		w->sure = x->sure;
	}
	w->sure = dispute ? SURE_DISPUTED : w->sure;
}

/* Specks come out as marks without a letter. What the second look only guesses is left, unless there is a digit in it: that is
 * asked for. */
static void take_word(struct recognising *o, const struct row *w)
{
	int sure = w->n[SURE] > 100 ? 100 : w->n[SURE] < 1 ? 1 : w->n[SURE];
	struct page_word *other = NULL, x = { scaled(o, w->n[LEFT]), scaled(o, w->n[TOP]), scaled(o, w->n[LEFT] + w->n[WIDTH]),
		                              scaled(o, w->n[TOP] + w->n[HEIGHT]), w->n[BLOCK], o->lines, sure, without_bars(w->text) };
	int n = met(o, &x, &other);
	bool mark = !says_something(x.text) && (sure < SURE_MARK || !is_sign(x.text));
	if (!x.text.n || mark)
		return;
	if (n == 1 && same_place(other, &x))
		settle(other, &x);
	else if (!o->look || (!n && (sure >= SURE_GUESS || has_digit(x.text))))
		*vec_add(o->r->a, &page_now(o)->words) = x;
}

static void take_row(struct recognising *o, const struct row *w)
{
	if (w->n[LEVEL] == 1)
		begin_page(o, w);
	else if (w->n[LEVEL] == 4)
		o->lines++;
	else if (o->next > o->first && w->n[LEVEL] == 5)
		take_word(o, w);
}

/* -- as print declares its words ---------------------------------------------------------------------- */

/* A recognised word is as high as its ink, words of one line differ, and the sheet may lie askew. They get what a font gives
 * them: boxes of one height on one level base line. */
struct levelling { struct arena *a; struct page *p; int *base, *sorted, em; };

enum { STEEP = 10000, STEEP_MAX = 1000 };               /* dots down in so many to the right */

static int by_number(const void *a, const void *b)
{
	int l = *(const int *)a, r = *(const int *)b;
	return l < r ? -1 : l > r;
}

static int ranked(int *at, size_t n, size_t rank)
{
	qsort(at, n, sizeof *at, by_number);
	return at[rank];
}

/* Part of these letters stands below the line. */
static bool reaches_below(str s)
{
	static const str low = S("gjpqyQ,;()ỳýỷỹỵạặậẹệịọộợụựẠẶẬẸỆỊỌỘỢỤỰỴ");
	for (size_t at = 0; at < s.n;) {
		size_t from = at++;
		while (at < s.n && ((unsigned char)s.p[at] & 0xC0) == 0x80)
			at++;
		if (str_find(low, str_sub(s, from, at), 0) < low.n)
			return true;
	}
	return false;
}

static int base_of(const struct page_word *w, int em)
{
	if (!says_something(w->text))
		return w->y0 + (w->y1 - w->y0) / 2 + em * 22 / 100;      /* in the middle of small letters */
	return w->y1 - (reaches_below(w->text) ? em * 20 / 100 : 0);
}

static size_t line_end(const struct page *p, size_t i)
{
	size_t end = i + 1;
	while (end < p->words.n && p->words.at[end].line == p->words.at[i].line)
		end++;
	return end;
}

/* How steep the lines of the page are, for the most part. */
static int steepness(const struct levelling *l)
{
	const struct page *p = l->p;
	size_t n = 0;
	for (size_t i = 0, end; i < p->words.n; i = end) {
		end = line_end(p, i);
		int run = p->words.at[end - 1].x0 - p->words.at[i].x0, fall = l->base[end - 1] - l->base[i];
		if (end - i >= 4 && run > p->width / 6)
			l->sorted[n++] = (int)((long long)fall * STEEP / run);
	}
	int steep = n < 3 ? 0 : ranked(l->sorted, n, n / 2);
	return steep > STEEP_MAX || steep < -STEEP_MAX ? 0 : steep;
}

static void turn(const struct levelling *l, int steep)
{
	for (size_t i = 0; i < l->p->words.n; i++) {
		struct page_word *w = &l->p->words.at[i];
		int right = (int)((long long)l->base[i] * steep / STEEP);
		l->base[i] -= (int)((long long)w->x0 * steep / STEEP);
		w->x0 = w->x0 + right < 0 ? 0 : w->x0 + right;
		w->x1 = w->x1 + right < w->x0 ? w->x0 : w->x1 + right;
	}
}

/* Words that stand on nearly one base line stand on it. */
static void straighten(const struct levelling *l, size_t from, size_t end)
{
	memcpy(l->sorted, l->base + from, (end - from) * sizeof *l->sorted);
	int line = ranked(l->sorted, end - from, (end - from) / 2);
	for (size_t i = from; i < end; i++)
		if (abs(l->base[i] - line) < l->em * 30 / 100)
			l->base[i] = line;
}

/* The size of the type: letters with a stem or a mark, and digits, are 72 hundredths of it high. */
static int type_size(const struct levelling *l)
{
	size_t n = 0;
	for (size_t i = 0; i < l->p->words.n; i++) {
		const struct page_word *w = &l->p->words.at[i];
		if (says_something(w->text) && !reaches_below(w->text))
			l->sorted[n++] = w->y1 - w->y0;
	}
	int em = n ? ranked(l->sorted, n, n * 2 / 3) * 100 / 72 : 0;
	return em > 100 ? em : 100;
}

static void level(struct arena *a, struct page *p)
{
	size_t n = p->words.n;
	struct levelling l = { a, p, make_n(a, int, n + 1), make_n(a, int, n + 1), 0 };
	l.em = type_size(&l);
	for (size_t i = 0; i < n; i++)
		l.base[i] = base_of(&p->words.at[i], l.em);
	turn(&l, steepness(&l));
	for (size_t i = 0, end; i < n; i = end) {
		end = line_end(p, i);
		straighten(&l, i, end);
	}
	for (size_t i = 0; i < n; i++) {                       /* as pdftotext has it */
		p->words.at[i].y0 = l.base[i] - l.em * 95 / 100;
		p->words.at[i].y1 = l.base[i] + l.em * 35 / 100;
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
			begin_look(&o);
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
