#include "whole.h"
#include "extract/stack.h"

enum { MOST = 6 };
static const struct { const char *label; const char *criteria[MOST], *texts[MOST]; size_t of[MOST]; } rows[] = {
	{ "as many: one each, whatever the words", { "cong khai thu tuc", "so hoa ho so" }, { "so hoa ho so", "cong khai thu tuc" }, { 0, 1 } },
	{ "fewer: to the one whose words it shares", { "cong khai thu tuc", "so hoa ho so", "kiem tra cong vu" }, { "tang cuong kiem tra cong vu" }, { 2 } },
	{ "fewer: order is kept", { "so hoa ho so", "kiem tra cong vu", "so hoa ho so luu tru" }, { "kiem tra cong vu", "so hoa ho so" }, { 1, 2 } },
	{ "fewer: two of four", { "tuyen truyen cai cach", "bao cao dinh ky", "chu ky so", "dich vu truc tuyen" },
	  { "gui bao cao dinh ky dung han", "huong dan nop dich vu truc tuyen" }, { 1, 3 } },
	{ "more: the rest goes with the last", { "cong khai", "so hoa" }, { "a", "b", "c", "d" }, { 0, 1, 1, 1 } },
	{ "one criterion takes all", { "cong khai" }, { "a", "b" }, { 0, 0 } },
	{ "nothing shared: the order alone", { "xx", "yy", "zz" }, { "aa", "bb" }, { 0, 1 } },
};

static size_t count(const char *const *at)
{
	size_t n = 0;
	while (n < MOST && at[n])
		n++;
	return n;
}

static void test_share(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		str criteria[MOST], texts[MOST];
		size_t n = count(rows[i].criteria), k = count(rows[i].texts), of[MOST];
		for (size_t j = 0; j < MOST; j++) {
			criteria[j] = str_c(rows[i].criteria[j]);
			texts[j] = str_c(rows[i].texts[j]);
		}
		stack_share(criteria, n, texts, k, of);
		for (size_t j = 0; j < k; j++)
			if (of[j] != rows[i].of[j])
				fail_msg("%s: text %zu goes to %zu, not %zu", rows[i].label, j, of[j], rows[i].of[j]);
	}
}

/* Many: none is lost, none goes beyond the last, the order holds. */
static void test_share_many(void **state)
{
	(void)state;
	enum { N = 500, K = 300 };
	static str criteria[N], texts[K];
	static size_t of[K];
	for (size_t i = 0; i < N; i++)
		criteria[i] = i % 2 ? S("cong khai thu tuc") : S("so hoa");
	for (size_t i = 0; i < K; i++)
		texts[i] = i % 3 ? S("so hoa ho so") : S("thu tuc");
	for (size_t n = 150; n <= N; n += 70) {
		stack_share(criteria, n, texts, n > 200 ? K : 140, of);
		for (size_t i = 0; i < (n > 200 ? (size_t)K : 140); i++) {
			assert_true(of[i] < n);
			assert_true(!i || of[i] >= of[i - 1]);
		}
	}
}

static void test_equal(void **state)
{
	(void)state;
	const str same[] = { S("thuong xuyen"), S("thuong xuyen"), S("thuong xuyen") }, other[] = { S("thuong xuyen"), S("quy ii") };
	assert_true(stack_equal(same, 3));
	assert_true(stack_equal(same, 1));
	assert_false(stack_equal(other, 2));
	assert_true(stack_equal(other, 1));
	assert_false(stack_equal(same, 0));
}

static void test_words_shared(void **state)
{
	(void)state;
	assert_int_equal(words_shared(S("cong khai thu tuc"), S("")), 0);
	assert_int_equal(words_shared(S("cong khai"), S("so hoa")), 0);
	int whole = words_shared(S("cong khai thu tuc"), S("cong khai thu tuc tai tru so"));
	int part = words_shared(S("cong khai thu tuc"), S("thu tuc hanh chinh noi bo"));
	int single = words_shared(S("cong khai thu tuc"), S("khai bao"));
	assert_true(whole > part && part > single && single > 0);
	assert_true(whole <= 100);
	assert_int_equal(words_shared(S("a b c"), S("c b a")), words_shared(S("c b a"), S("a b c")));
}

int extract_stack_tests(void);
int extract_stack_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_share),
		cmocka_unit_test(test_share_many),
		cmocka_unit_test(test_equal),
		cmocka_unit_test(test_words_shared),
	};
	return cmocka_run_group_tests_name("extract/stack", tests, NULL, NULL);
}
