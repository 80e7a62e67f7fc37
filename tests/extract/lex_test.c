#include "extract/lex.h"
#include "whole.h"

static const struct { const char *text; size_t at, length; const char *code; size_t depth; bool dotted; } codes[] = {
	{ "1.2.1 Noi dung",   0, 5, "1.2.1",    3, true },
	{ "7a.3.2.3. Ten",    0, 8, "7a.3.2.3", 4, true },
	{ "5. 8",             0, 4, "5.8",      2, true },
	{ "7",                0, 1, "7",        1, false },
	{ "7b",               0, 2, "7b",       1, false },
	{ "tc 12.10",         3, 5, "12.10",    2, true },
	{ "95%",              0, 0, "", 0, false },
	{ "24/25 ho so",      0, 0, "", 0, false },
	{ "1,5 diem",         0, 0, "", 0, false },
	{ "2025",             0, 0, "", 0, false },
	{ "12ab",             0, 0, "", 0, false },
	{ "muc 1",            0, 0, "", 0, false },
	{ "1.2,5",            0, 1, "1", 1, false },
	{ "1.25% dat",        0, 1, "1", 1, false },
	{ "1.2. 3b",          0, 7, "1.2.3b",   3, true },
	{ "1.2 .3kg",         0, 3, "1.2",      2, true },
	{ "1.2.3.4.5.6.7",    0, 11, "1.2.3.4.5.6", 6, true },
	{ "",                 0, 0, "", 0, false },
};

static void test_codes(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	for (size_t i = 0; i < COUNT(codes); i++) {
		str t = str_c(codes[i].text);
		size_t n = code_span(t, codes[i].at);
		str code = code_clean(a, str_sub(t, codes[i].at, codes[i].at + n));
		if (n != codes[i].length || !str_eq(code, str_c(codes[i].code)))
			fail_msg("\"%s\": %zu characters, code \"%.*s\"", codes[i].text, n, SF(code));
		assert_int_equal(code_depth(code), codes[i].depth);
		assert_int_equal(code_dotted(code), codes[i].dotted);
	}
	assert_true(str_eq(code_clean(a, S("3. 2. 1. ")), S("3.2.1")));
	arena_free(a);
}

static const struct { const char *text; bool alone; } cells[] = {
	{ "1", true },        { "12", true },      { "7a", true },       { "1.2.1", true },  { "7a.3.2b.3.", true }, { "5. 8", true },
	{ "5 . 8", true },    { "1.", true },      { "", false },        { ".1", false },    { "123", false },       { "1..2", false },
	{ "1 .", false },     { "1. ", false },    { "1.2 ten", false }, { "7ab", false },   { "1,5", false },       { "1.123", false },
	{ "1.  2", false },   { "iii", false },    { " 1", false },      { "1-2", false },   { "1.2.1..", false },
};

static void test_alone(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cells); i++)
		if (code_alone(str_c(cells[i].text)) != cells[i].alone)
			fail_msg("\"%s\"", cells[i].text);
}

static const struct { const char *text, *code; } criteria[] = {
	{ "tieu chi 1.2: bao cao", "1.2" },
	{ "tieu chi thanh phan 1.2.1: bao cao", "1.2.1" },
	{ "tc 3.4 ten", "3.4" },
	{ "tctp 7a.1.2.", "7a.1.2" },
	{ "muc 4.1 ten", "4.1" },
	{ "linh vuc 2. the che", "2" },
	{ "doi voi tieu chi so 6.3", "6.3" },
	{ "cac tieu chi 1.1 va 1.2", "1.1" },
	{ "chi so thanh phan 5", "5" },
	{ "tieu chi dat 95%", NULL },
	{ "tieu chi 95% tro len", NULL },
	{ "tieu chi 1,5 diem", NULL },
	{ "muc tieu 1.2", NULL },
	{ "1.2 tieu chi", NULL },
};

static void test_criterion_words(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(criteria); i++) {
		size_t from = 0, to = 0, n = criterion_span(ps, str_c(criteria[i].text), 0, &from, &to);
		str code = n ? str_sub(str_c(criteria[i].text), from, to) : (str){ 0 };
		if (!str_eq(code, str_c(criteria[i].code)) || (n && n < to))
			fail_msg("\"%s\" gives \"%.*s\" in %zu characters", criteria[i].text, SF(code), n);
	}
	arena_free(a);
}

static const struct { const char *text; size_t length; struct date date; } dates[] = {
	{ "14/6/2024",                   9,  { 2024, 6, 14 } },
	{ "14-6-2024",                   9,  { 2024, 6, 14 } },
	{ "14.06.2024,",                 10, { 2024, 6, 14 } },
	{ "ngay 14/6/2024",              14, { 2024, 6, 14 } },
	{ "ngay 14 thang 6 nam 2024",    24, { 2024, 6, 14 } },
	{ "05 thang 12 nam 2025 cua",    20, { 2025, 12, 5 } },
	{ "thang 6 nam 2026",            16, { 2026, 6, 0 } },
	{ "thang 6/2026",                12, { 2026, 6, 0 } },
	{ "32/6/2024",                   0,  { 0 } },
	{ "14/13/2024",                  0,  { 0 } },
	{ "14/6/1890",                   0,  { 0 } },
	{ "14/6/20245",                  0,  { 0 } },
	{ "14/6",                        0,  { 0 } },
	{ "thang 13 nam 2026",           0,  { 0 } },
	{ "nam 2026",                    0,  { 0 } },
};

static void test_dates(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(dates); i++) {
		struct date d = { 0 }, want = dates[i].date;
		size_t n = date_span(ps, str_c(dates[i].text), 0, &d);
		if (n != dates[i].length || d.year != want.year || d.month != want.month || d.day != want.day)
			fail_msg("\"%s\": %zu characters, %d-%d-%d", dates[i].text, n, d.year, d.month, d.day);
	}
	struct date d = { 0 };
	size_t at = 0, end = 0;
	str two = S("tu 99/99/2024, ngay 1/2/2025 den thang 3 nam 2025");
	assert_true(date_find(ps, two, 0, &at, &end, &d));
	assert_int_equal(at, 20);
	assert_int_equal(end, 28);
	assert_true(date_find(ps, two, end, &at, &end, &d));
	assert_int_equal(d.month, 3);
	assert_int_equal(d.day, 0);
	assert_false(date_find(ps, two, end, &at, &end, &d));
	arena_free(a);
}

static void test_numbers(void **state)
{
	(void)state;
	assert_int_equal(year_of(S("2025")), 2025);
	assert_int_equal(year_of(S("1990")), 1990);
	assert_int_equal(year_of(S("1989")), 0);
	assert_int_equal(year_of(S("2101")), 0);
	assert_int_equal(year_of(S("25")), 0);
	assert_int_equal(year_of(S("02025")), 0);
	assert_int_equal(roman_of(S("i")), 1);
	assert_int_equal(roman_of(S("iv")), 4);
	assert_int_equal(roman_of(S("ix")), 9);
	assert_int_equal(roman_of(S("xv")), 15);
	assert_int_equal(roman_of(S("iiii")), 0);
	assert_int_equal(roman_of(S("")), 0);
}

/* from, to: as date_iso writes them; "" none. The document is of 2026. */
struct due_row { const char *text; enum due_kind kind; const char *from, *to; };

static const struct due_row dues[] = {
	{ "Từ 01/3/2025 đến 30/6/2025", DUE_DATE, "", "2025-06-30" },
	{ "Xong trước ngày 31/12", DUE_DATE, "", "2026-12-31" },
	{ "Tháng 4, 5/2025",       DUE_MONTH, "2025-04-01", "2025-05-31" },
	{ "Thường xuyên",                         DUE_ONGOING, "", "" },
	{ "Thường xuyên, hằng tháng",             DUE_ONGOING, "", "" },
	{ "Hàng năm",                             DUE_ONGOING, "", "" },
	{ "Hằng quý",                             DUE_ONGOING, "", "" },
	{ "Định kỳ hằng quý",                     DUE_ONGOING, "", "" },
	{ "Thường xuyên trong năm 2026",          DUE_ONGOING, "", "" },
	{ "Thường xuyên, liên tục",               DUE_ONGOING, "", "" },
	{ "Trong năm 2024",                       DUE_YEAR, "2024-01-01", "2024-12-31" },
	{ "Năm 2026 và những năm tiếp theo",      DUE_YEAR, "2026-01-01", "2026-12-31" },
	{ "Cả năm 2025",                          DUE_YEAR, "2025-01-01", "2025-12-31" },
	{ "Trong năm",                            DUE_YEAR, "2026-01-01", "2026-12-31" },
	{ "Quý II/2026",                          DUE_QUARTER, "2026-04-01", "2026-06-30" },
	{ "Quý IV",                               DUE_QUARTER, "2026-10-01", "2026-12-31" },
	{ "Quý 3 năm 2025",                       DUE_QUARTER, "2025-07-01", "2025-09-30" },
	{ "Quý I, II/2025",                       DUE_QUARTER, "2025-01-01", "2025-06-30" },
	{ "Quý III và Quý IV năm 2026",           DUE_QUARTER, "2026-07-01", "2026-12-31" },
	{ "Hoàn thành trong quý I/2024",          DUE_QUARTER, "2024-01-01", "2024-03-31" },
	{ "QUÝ III/2026.",                        DUE_QUARTER, "2026-07-01", "2026-09-30" },
	{ "Tháng 6/2026",                         DUE_MONTH, "2026-06-01", "2026-06-30" },
	{ "Trong tháng 2/2024",                   DUE_MONTH, "2024-02-01", "2024-02-29" },
	{ "Tháng 9",                              DUE_MONTH, "2026-09-01", "2026-09-30" },
	{ "Tháng 4 và tháng 5 năm 2025",          DUE_MONTH, "2025-04-01", "2025-05-31" },
	{ "6 tháng đầu năm 2025",                 DUE_MONTH, "2025-01-01", "2025-06-30" },
	{ "6 tháng cuối năm",                     DUE_MONTH, "2026-07-01", "2026-12-31" },
	{ "9 tháng đầu năm 2025",                 DUE_MONTH, "2025-01-01", "2025-09-30" },
	{ "Nửa cuối năm 2025",                    DUE_MONTH, "2025-07-01", "2025-12-31" },
	{ "Trước 30/9/2026",                      DUE_DATE, "", "2026-09-30" },
	{ "Trước ngày 15 tháng 11 năm 2025",      DUE_DATE, "", "2025-11-15" },
	{ "Trước ngày 31/12",                     DUE_DATE, "", "2026-12-31" },
	{ "15/8/2025",                            DUE_DATE, "", "2025-08-15" },
	{ "15 ngày làm việc kể từ ngày ban hành", DUE_WORKING_DAYS, "", "" },
	{ "Trong vòng 05 ngày làm việc",          DUE_WORKING_DAYS, "", "" },
	{ "12/2026",                              DUE_MONTH, "2026-12-01", "2026-12-31" },
	{ "Trước 02/2024",                        DUE_MONTH, "2024-02-01", "2024-02-29" },
	{ "T12/2026",                             DUE_MONTH, "2026-12-01", "2026-12-31" },
	{ "T6-T8/2026",                           DUE_MONTH, "2026-06-01", "2026-08-31" },
	{ "Q2/2026",                              DUE_QUARTER, "2026-04-01", "2026-06-30" },
	{ "QII-QIV/2026",                         DUE_QUARTER, "2026-04-01", "2026-12-31" },
	{ "30/6",                                 DUE_DATE, "", "2026-06-30" },
	{ "Ngày 30/6",                            DUE_DATE, "", "2026-06-30" },
	{ "Văn phòng Sở",                         DUE_NONE, "", "" },
	{ "Quý 5/2026",                           DUE_NONE, "", "" },
	{ "hồ sơ của 12 hộ",                      DUE_NONE, "", "" },
	{ "",                                     DUE_NONE, "", "" },
	{ "-",                                    DUE_NONE, "", "" },
};

/* A deadline that fills its cell is found whole. */
static const char *wrong_due(struct arena *a, struct pats *ps, const struct due_row *r)
{
	struct flow w = flow_of(a, r->text);
	struct due d = due_parse(a, ps, &w, 2026);
	size_t n = due_span(ps, w.fold.text, 0);
	bool right = d.kind == r->kind && str_eq(date_iso(a, d.from), str_c(r->from)) && str_eq(date_iso(a, d.to), str_c(r->to)) &&
	             n == (d.kind == DUE_NONE ? 0 : w.fold.text.n);
	return right ? NULL : str_fmt(a, "\"%s\": %s from %.*s to %.*s, %zu characters of %zu", r->text, due_name(d.kind), SF(date_iso(a, d.from)),
	                              SF(date_iso(a, d.to)), n, w.fold.text.n).p;
}

static void test_dues(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(dues); i++) {
		const char *wrong = wrong_due(a, ps, &dues[i]);
		if (wrong)
			fail_msg("%s", wrong);
	}
	arena_free(a);
}

/* Named as a deadline, and not in the calendar: its words stay, its days do not. */
static void test_dues_impossible(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	static const char *const texts[] = { "31/11/2026", "Trước ngày 29/02/2026", "30/13/2026", "31/11", "Tháng 13/2026", "13/2026", "Quý V/2026" };
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct flow w = flow_of(a, texts[i]);
		struct due d = due_parse(a, ps, &w, 2026);
		if (d.kind != DUE_NONE || !str_eq(d.text, str_c(texts[i])) || d.from.year || d.to.year)
			fail_msg("\"%s\": %s, to %.*s", texts[i], due_name(d.kind), SF(date_iso(a, d.to)));
	}
	arena_free(a);
}

/* Without a year to go by none is guessed. */
static void test_dues_without_year(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	static const char *const bare[] = { "Quý IV", "Tháng 9", "6 tháng cuối năm", "Trong năm" };
	for (size_t i = 0; i < COUNT(bare); i++) {
		struct flow w = flow_of(a, bare[i]);
		struct due d = due_parse(a, ps, &w, 0);
		if (d.kind == DUE_NONE || date_iso(a, d.from).n || date_iso(a, d.to).n)
			fail_msg("\"%s\": %s, to %.*s", bare[i], due_name(d.kind), SF(date_iso(a, d.to)));
	}
	arena_free(a);
}

/* How far a deadline reaches into what stands behind it. */
static const struct { const char *text; size_t length; } spans[] = {
	{ "thuong xuyen dang trien khai", 12 },
	{ "quy ii/2026 da hoan thanh", 11 },
	{ "truoc 30/9/2026. van phong", 16 },
	{ "nam 2026 so da trien khai", 8 },
	{ "quy dinh cua phap luat", 0 },
	{ "quy trinh noi bo", 0 },
	{ "14/6/2024): thieu", 0 },
	{ "thang 6/2026 da hoan thanh", 12 },
	{ "hang hoa", 0 },
	{ "nam tay", 0 },
	{ "hoan thanh truoc ngay 30/9/2026 va bao cao", 31 },
	{ "thuc hien thuong xuyen theo quy dinh", 22 },
	{ "trong vong 15 ngay lam viec", 27 },
	{ "trong nam hoan thanh", 9 },
	{ "den het quy iii/2026", 20 },
	{ "cham nhat 15/9 phai xong", 14 },
	{ "tu ngay 01/7/2026 den ngay 30/9/2026", 36 },
	{ "truoc ngay 15 thang 9 nam 2026", 30 },
	{ "sau thang dau nam 2026", 22 },
	{ "trong thoi gian toi", 0 },
	{ "truoc mat", 0 },
	{ "ngay ", 0 },
};

static void test_due_spans(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(spans); i++) {
		size_t n = due_span(ps, str_c(spans[i].text), 0);
		if (n != spans[i].length)
			fail_msg("\"%s\": %zu, not %zu", spans[i].text, n, spans[i].length);
	}
	arena_free(a);
}

static const struct { const char *text; enum status status; } states[] = {
	{ "", STATUS_NONE },
	{ "Đã hoàn thành", STATUS_DONE },
	{ "Hoàn thành 100%.", STATUS_DONE },
	{ "Cơ bản hoàn thành.", STATUS_DONE },
	{ "Đã triển khai thực hiện", STATUS_DONE },
	{ "Đã khắc phục xong", STATUS_DONE },
	{ "Đang triển khai", STATUS_IN_PROGRESS },
	{ "Đang tham mưu ban hành", STATUS_IN_PROGRESS },
	{ "Đã tham mưu UBND tỉnh ban hành kế hoạch", STATUS_IN_PROGRESS },
	{ "Đã tuyên truyền trên hệ thống loa", STATUS_IN_PROGRESS },
	{ "Tiếp tục theo dõi", STATUS_IN_PROGRESS },
	{ "Đã hoàn thành 2 việc; đang triển khai việc còn lại", STATUS_IN_PROGRESS },
	{ "Chưa thực hiện", STATUS_NOT_DONE },
	{ "Đến thời điểm này chưa có sáng kiến", STATUS_NOT_DONE },
	{ "CHƯA TRIỂN KHAI", STATUS_NOT_DONE },
	{ "Đang triển khai, chưa hoàn thành", STATUS_NOT_DONE },
	{ "Không thực hiện được do hết kinh phí", STATUS_NOT_DONE },
	{ "Nơi chứa hồ sơ đã hoàn thành", STATUS_DONE },           /* chứa, chữa, chùa fold to the letters of chưa */
	{ "Đã hoàn thành sửa chữa trụ sở", STATUS_DONE },
	{ "Ban quản lý chùa đang triển khai", STATUS_IN_PROGRESS },
	{ "Đã có văn bản gửi các phòng", STATUS_UNKNOWN },
	{ "Đã tham gia 30 ý kiến", STATUS_UNKNOWN },
	{ "97,5%", STATUS_UNKNOWN },
};

static void test_states(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	for (size_t i = 0; i < COUNT(states); i++) {
		enum status s = status_of(a, ps, str_c(states[i].text));
		if (s != states[i].status)
			fail_msg("\"%s\": %s, not %s", states[i].text, status_name(s), status_name(states[i].status));
	}
	arena_free(a);
}

int extract_lex_tests(void);
int extract_lex_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes), cmocka_unit_test(test_alone),
		cmocka_unit_test(test_criterion_words),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_dues),
		cmocka_unit_test(test_dues_impossible), cmocka_unit_test(test_dues_without_year),
		cmocka_unit_test(test_due_spans),
		cmocka_unit_test(test_states),
	};
	return cmocka_run_group_tests_name("extract/lex", tests, NULL, NULL);
}
