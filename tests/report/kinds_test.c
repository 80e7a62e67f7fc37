/* Every kind of official document as a tree: as it was looked at (tests/golden/report), by the rules of Nghị định 30/2020/NĐ-CP, with
 * little or nothing known, and with columns left out. To accept what has changed, and then to look at it with git diff:
 *
 *     KHACPHUC_GOLDEN=write KHACPHUC_SOURCE=$PWD build/tests report_kinds
 */
#include "chance.h"
#include "base/capitals.h"
#include "core/check.h"
#include "doc/chart.h"
#include "report/report.h"
#include "report/states.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

#define ROOM ((size_t)1 << 30)
enum { GOLDEN = 7, FACTS = 40, TEXT_MAX = 1 << 20 };

static struct node *built(struct arena *a, const struct report_kind *kind, const struct facts *f)
{
	struct report_in in = { .facts = f, .draft = !f->document.number.n };
	struct node *root = NULL;
	struct err e = { 0 };
	if (!kind->build(a, &in, &root, &e))
		fail_msg("%s: %s", kind->name, e.message);
	return root;
}

static bool of_facts(const struct report_kind *kind) { return kind->needs == NEEDS_FACTS; }

/* -- as it was looked at ------------------------------------------------------------------------------- */

static void test_golden(void **state)
{
	(void)state;
	const char *root = getenv("KHACPHUC_SOURCE"), *mode = getenv("KHACPHUC_GOLDEN");
	bool write = mode && !strcmp(mode, "write");
	struct report_kinds kinds = reports_all();
	static char want[TEXT_MAX];
	for (size_t i = 0; i < kinds.n; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		if (!of_facts(kinds.at[i]))
			continue;
		struct buf b = buf_open(a);
		node_print(&b, built(a, kinds.at[i], chance_facts(a, GOLDEN)));
		const char *path = str_fmt(a, "%s/tests/golden/report/%s.txt", root ? root : ".", kinds.at[i]->name).p;
		FILE *file = fopen(path, write ? "w" : "r");
		if (!file)
			fail_msg("%s cannot be opened", path);
		if (write)
			fwrite(b.p, 1, b.n, file);
		size_t n = write ? 0 : fread(want, 1, sizeof want, file);
		fclose(file);
		if (!write && !str_eq(buf_str(&b), (str){ want, n }))
			fail_msg("%s is not what is built now", path);
	}
}

/* -- the rules ----------------------------------------------------------------------------------------- */

static const struct node *part(const struct node *n, enum formal formal, const struct node *after)
{
	static const struct node *found, *behind;
	if (n->kind != NODE_DOC && n == after)
		behind = NULL;
	if (n->kind == NODE_DOC)
		found = NULL, behind = after;
	if (!found && !behind && n != after && n->kind == NODE_PARA && n->formal == formal)
		found = n;
	for (const struct node *c = n->first; c && n->kind != NODE_RUN && !found; c = c->next)
		part(c, formal, after);
	return found;
}

static str said(struct arena *a, const struct node *root, enum formal formal)
{
	const struct node *n = part(root, formal, NULL);
	return n ? node_text(a, n, NULL) : (str){ 0 };
}

static void rules_of_letter(struct arena *a, const struct node *root, const struct facts *f)
{
	str number = said(a, root, FORMAL_NUMBER), basis = said(a, root, FORMAL_BASIS), last = { 0 };
	assert_true(str_starts(number, f->document.number.n ? str_fmt(a, "Số: %.*s", SF(f->document.number)) : S("Số:  ")));
	assert_true(str_eq(said(a, root, FORMAL_NATION), S("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")));
	assert_true(str_eq(said(a, root, FORMAL_MOTTO), S("Độc lập - Tự do - Hạnh phúc")));
	assert_true(str_eq(said(a, root, FORMAL_ISSUER), capitals(a, said(a, root, FORMAL_ISSUER))));
	assert_true(str_eq(said(a, root, FORMAL_TYPE), capitals(a, said(a, root, FORMAL_TYPE))));
	assert_int_equal(said(a, root, FORMAL_DRAFT).n > 0, !f->document.number.n);
	for (const struct node *n = part(root, FORMAL_BASIS, NULL); n; n = part(root, FORMAL_BASIS, n)) {
		basis = node_text(a, n, NULL);
		assert_true(str_ends(basis, part(root, FORMAL_BASIS, n) ? S(";") : S(".")));
	}
	bool closed = false;
	for (const struct node *n = root->first; n; n = n->next)
		closed = closed || (n->kind == NODE_PARA && str_ends(node_text(a, n, NULL), S("./.")));
	assert_true(closed);
	for (const struct node *n = part(root, FORMAL_RECIPIENT, NULL); n; n = part(root, FORMAL_RECIPIENT, n)) {
		last = node_text(a, n, NULL);
		assert_true(str_starts(last, S("- ")) && str_ends(last, part(root, FORMAL_RECIPIENT, n) ? S(";") : S(".")));
	}
	assert_true(str_starts(last, S("- Lưu: VT")));
}

static void rules_of_tables(const struct node *n)
{
	for (const struct node *c = n->first; c && n->kind != NODE_RUN; c = c->next)
		rules_of_tables(c);
	if (n->kind != NODE_TABLE)
		return;
	int sum = 0;
	for (size_t i = 0; i < n->widths.n; i++)
		sum += n->widths.at[i];
	assert_int_equal(sum, 1000);
	assert_true(n->plain || n->first->header);
	for (const struct node *row = n->first; row; row = row->next) {
		size_t columns = 0;
		for (const struct node *c = row->first; c; c = c->next)
			columns += (size_t)c->colspan;
		assert_int_equal(columns, n->widths.n);
	}
}

static void test_rules(void **state)
{
	(void)state;
	struct report_kinds kinds = reports_all();
	for (uint64_t seed = 1; seed <= FACTS; seed++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct facts *f = chance_facts(a, seed);
		for (size_t i = 0; i < kinds.n; i++) {
			if (!of_facts(kinds.at[i]))
				continue;
			const struct node *root = built(a, kinds.at[i], f), *title = part(root, FORMAL_ANNEX_TITLE, NULL);
			rules_of_tables(root);
			assert_true(root->title.n > 0);
			if (*kinds.at[i]->symbol)
				rules_of_letter(a, root, f);
			if (title) {
				str annex = node_text(a, title, NULL);
				assert_true(str_eq(annex, capitals(a, annex)));
				assert_true(str_starts(said(a, root, FORMAL_ANNEX_REF), S("(Kèm theo ")));
				assert_int_equal(part(root, FORMAL_ANNEX_NO, NULL)->begins, BEGINS_LANDSCAPE);
			}
		}
	}
}

/* "5/KH-A" is 05; nobody's list of recipients still ends with what is kept; two who are written to stand below each other. */
static void test_letter(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts *f = chance_facts(a, 1);
	f->document.number = S("5/BC-A");
	f->document.recipients.n = 0;
	struct report_in in = { .facts = f };
	struct node *root;
	struct err e = { 0 };
	*vec_add(a, &in.words) = (struct report_word){ S("to"), S("UBND tỉnh\nSở Nội vụ") };
	assert_true(report_result.build(a, &in, &root, &e));
	assert_true(str_eq(said(a, root, FORMAL_NUMBER), S("Số: 05/BC-A")));
	assert_true(str_eq(said(a, root, FORMAL_RECIPIENT), S("- Lưu: VT.")));
	const struct node *to = part(root, FORMAL_TO, NULL);
	static const char *const want[] = { "Kính gửi:", "- UBND tỉnh;", "- Sở Nội vụ." };
	for (size_t i = 0; i < COUNT(want); i++, to = part(root, FORMAL_TO, to))
		assert_true(str_eq(node_text(a, to, NULL), str_c(want[i])));
	assert_null(to);
}

/* -- little or nothing known --------------------------------------------------------------------------- */

static void test_refused(void **state)
{
	(void)state;
	struct report_kinds kinds = reports_all();
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts none = { 0 };
	for (size_t i = 0; i < kinds.n; i++) {
		struct report_in in = { .facts = &none };
		struct node *root;
		struct err e = { 0 };
		if (!of_facts(kinds.at[i]))
			continue;
		assert_false(kinds.at[i]->build(a, &in, &root, &e));
		assert_int_equal(e.code, ERR_NOT_FOUND);
		assert_true(*e.message && *e.hint);
	}
}

/* A body and one criterion, of which only the code is known. */
static void test_little(void **state)
{
	(void)state;
	struct report_kinds kinds = reports_all();
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts f = { .document = { .issuer = S("Sở A") } };
	*vec_add(a, &f.criteria) = (struct criterion){ .code = S("1.1"), .leaf = true };
	*vec_add(a, &f.fields) = (struct field){ .code = S("1") };
	for (size_t i = 0; i < kinds.n; i++)
		if (of_facts(kinds.at[i]))
			built(a, kinds.at[i], &f);
}

/* -- columns, figures, pictures ------------------------------------------------------------------------ */

static bool has_head(struct arena *a, const struct node *n, const char *head)
{
	for (const struct node *c = n->first; c && n->kind != NODE_RUN; c = c->next)
		if ((n->kind == NODE_ROW && n->header && str_eq(node_text(a, c, NULL), str_c(head))) || has_head(a, c, head))
			return true;
	return false;
}

static void test_without(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct report_in in = { .facts = chance_facts(a, 1) };
	struct node *root;
	struct err e = { 0 };
	assert_true(report_annex.build(a, &in, &root, &e) && has_head(a, root, "Ghi chú") && has_head(a, root, "Nguyên nhân"));
	in.without = 1U << COLUMN_NOTE | 1U << COLUMN_CAUSE;
	assert_true(report_annex.build(a, &in, &root, &e) && !has_head(a, root, "Ghi chú") && !has_head(a, root, "Nguyên nhân"));
	rules_of_tables(root);
}

/* A sum that is wrong is printed as wrong as it is; one that nobody has is worked out. */
static void test_sums(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts f = { .document = { .issuer = S("Xã A") } };
	*vec_add(a, &f.fields) = (struct field){ .code = S("1"), .name = S("Một"), .max = figure_make(10, 0), .points = figure_make(95, 1) };
	*vec_add(a, &f.fields) = (struct field){ .code = S("2"), .name = S("Hai"), .max = figure_make(55, 1), .points = figure_make(525, 2) };
	for (int wrong = 0; wrong < 2; wrong++) {
		if (wrong)
			f.result = (struct result){ .present = true, .max = figure_make(16, 0) };
		str text = node_text(a, built(a, &report_plan_commune, &f), NULL);
		assert_true(str_find(text, wrong ? S("Tổng cộng\n16\n14,75\n0,75") : S("Tổng cộng\n15,5\n14,75\n0,75"), 0) < text.n);
		assert_true(str_find(text, wrong ? S("đạt 14,75/16 điểm") : S("đạt 14,75/15,5 điểm"), 0) < text.n);
	}
}

static const struct chart *chart_of(const struct node *root)
{
	for (const struct node *n = root->first; n; n = n->next)
		if (n->kind == NODE_CHART)
			return n->chart;
	return NULL;
}

static void test_counted(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts f = { .document = { .issuer = S("Sở A"), .period_to = { 2026, 6, 14 } } };
	static const enum status status[] = { STATUS_DONE, STATUS_IN_PROGRESS, STATUS_NOT_DONE, STATUS_NONE, STATUS_DONE };
	static const char *const codes[] = { "1.1", "1.2", "1.3", "2.1", "2.1.1" };
	*vec_add(a, &f.fields) = (struct field){ .code = S("1"), .name = S("Một") };
	for (size_t i = 0; i < COUNT(codes); i++)
		*vec_add(a, &f.criteria) = (struct criterion){ .code = str_c(codes[i]), .name = S("x"), .leaf = i != 3,
			                                       .progress = { .status = status[i] },
			                                       .due = { .kind = DUE_DATE, .to = { 2026, 6, 1 } } };
	*vec_add(a, &f.findings) = (struct finding){ .text = S("y") };
	struct states s = states_of(&f, (str){ 0 }, f.document.period_to);
	assert_true(s.all == 5 && s.done == 2 && s.doing == 1 && s.open == 1 && s.unknown == 1 && s.late == 2);
	s = states_of(&f, S("1"), (struct date){ 0 });
	assert_true(s.all == 3 && s.done == 1 && s.late == 0);
	const struct node *root = built(a, &report_periodic, &f);
	str text = node_text(a, root, NULL);
	assert_true(str_find(text, S("đã hoàn thành 2 trên 5 nội dung phải khắc phục (gồm 4 nội dung qua thẩm định, 1 nội dung qua kiểm tra)"), 0) < text.n);
	assert_true(str_find(text, S("Quá hạn: 2 trên 5 nội dung."), 0) < text.n);
	assert_true(str_find(text, S("Một: hoàn thành 1 trên 3 nội dung; đang thực hiện 1; chưa thực hiện 1."), 0) < text.n);
	const struct chart *c = chart_of(root);
	assert_true(c && c->kind == CHART_STACKED && c->labels == 2 && c->series == 4);
	assert_true(c->of[0].values[0] == 1 && c->of[0].values[1] == 1 && c->of[3].values[1] == 0);
	assert_true(str_eq(c->label[1], S("Lĩnh vực 2")));
}

static void test_lost(void **state)
{
	(void)state;
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts f = { .document = { .issuer = S("Xã A") } };
	*vec_add(a, &f.fields) = (struct field){ .code = S("7"), .name = S("Bảy"), .max = figure_make(10, 0), .points = figure_make(95, 1) };
	*vec_add(a, &f.fields) = (struct field){ .code = S("7a"), .name = S("Bảy a"), .printed_lost = figure_make(-5, 1) };
	*vec_add(a, &f.fields) = (struct field){ .code = S("8"), .name = S("Tám"), .printed_lost = figure_make(-125, 3) };
	*vec_add(a, &f.fields) = (struct field){ .code = S("9"), .name = S("Chín") };
	const struct chart *c = chart_of(built(a, &report_plan_commune, &f));
	assert_true(c && c->kind == CHART_BARS && c->labels == 2 && c->series == 1 && c->decimals == 3);
	assert_true(c->of[0].values[0] == 500 && c->of[0].values[1] == 125);
}

int report_kinds_tests(void);
int report_kinds_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_golden), cmocka_unit_test(test_rules), cmocka_unit_test(test_letter), cmocka_unit_test(test_refused),
		cmocka_unit_test(test_little), cmocka_unit_test(test_without), cmocka_unit_test(test_sums), cmocka_unit_test(test_counted),
		cmocka_unit_test(test_lost),
	};
	return cmocka_run_group_tests_name("report/kinds", tests, NULL, NULL);
}
