/* Rules by hand, inputs as text; what they give before and after rounding, and the whole sentence. */
#include "core/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

/* -- rules ------------------------------------------------------------------------------------------- */

#define F(d, s)     { .digits = (d), .scale = (s), .present = true }
#define SHARE(d, s) { .at = F(d, s) }
#define PERCENT(d)  { .at = F(d, 0), .percent = true }
#define POINTS(d, s) { .kind = GIVES_POINTS, .points = F(d, s) }
#define FULL         { .kind = GIVES_MAX }
#define PART(...)    { .kind = GIVES_SHARE, .share = __VA_ARGS__ }
#define BY_RATE      { .kind = GIVES_RATE }
#define T(lit)       { "" lit, sizeof(lit) - 1 }
#define CLOSED(...)  { __VA_ARGS__, true }
#define OPEN(...)    { __VA_ARGS__, false }
#define LIST(kind, ...) { .at = (kind[]){ __VA_ARGS__ }, .n = sizeof((kind[]){ __VA_ARGS__ }) / sizeof(kind) }
#define CLAUSES(...) LIST(struct clause, __VA_ARGS__)
#define WORDS(lit, ...) { .words = T(lit), .gives = __VA_ARGS__ }

static struct rule yes_no = { .type = &rule_yes_no, .clauses = CLAUSES(WORDS("có", FULL),
	WORDS("không", POINTS(0, 0))) };
static struct rule fault = { .type = &rule_yes_no, .clauses = CLAUSES(WORDS("có", POINTS(0, 0)),
	WORDS("không", FULL)) };
static struct rule options = { .type = &rule_options, .clauses = CLAUSES(WORDS("kịp thời", POINTS(1, 0)),
	WORDS("không kịp thời", PART(PERCENT(25))), WORDS("không ban hành", POINTS(0, 0))) };
static struct rule met = { .type = &rule_options, .clauses = CLAUSES(WORDS("đạt", FULL),
	WORDS("không đạt", POINTS(0, 0))) };
static struct rule issued = { .type = &rule_options, .clauses = CLAUSES(WORDS("không ban hành", POINTS(0, 0)),
	WORDS("có ban hành", FULL)) };
static struct rule faults = { .type = &rule_options, .clauses = CLAUSES(WORDS("không vi phạm", FULL), WORDS("vi phạm", POINTS(0, 0))) };
static struct rule standard = { .type = &rule_options, .clauses = CLAUSES(WORDS("đạt chuẩn", FULL), WORDS("không đạt chuẩn", POINTS(0, 0))) };
static struct rule complete = { .type = &rule_options, .clauses = CLAUSES(WORDS("đủ hồ sơ", FULL), WORDS("không đủ hồ sơ", POINTS(0, 0))) };
static struct rule alike = { .type = &rule_options, .clauses = CLAUSES(WORDS("đạtt", FULL), WORDS("không đạtt", POINTS(0, 0))) };
static struct rule ranks = { .type = &rule_options, .clauses = CLAUSES(WORDS("tốt", FULL), WORDS("không rõ", POINTS(0, 0))) };
static struct rule timely_or_not = { .type = &rule_options, .clauses = CLAUSES(WORDS("đúng hạn", FULL), WORDS("chưa đúng hạn", POINTS(0, 0))) };
static struct rule timely_or_no = { .type = &rule_options, .clauses = CLAUSES(WORDS("Kịp  thời ", FULL), WORDS("Không", POINTS(0, 0))) };
static struct rule only_yes = { .type = &rule_yes_no, .clauses = CLAUSES(WORDS("có", FULL)) };
static struct rule bands = { .type = &rule_bands,
	.clauses = CLAUSES({ .from = CLOSED(PERCENT(90)), .gives = FULL },
	{ .from = CLOSED(PERCENT(80)), .to = OPEN(PERCENT(90)), .gives = POINTS(5, 1) },
	{ .from = CLOSED(PERCENT(70)), .to = OPEN(PERCENT(80)), .gives = PART(PERCENT(25)) },
	{ .to = OPEN(PERCENT(70)), .gives = POINTS(0, 0) }) };
static struct rule bands_open = { .type = &rule_bands,
	.clauses = CLAUSES({ .to = CLOSED(SHARE(8, 1)), .gives = POINTS(0, 0) },
	{ .from = OPEN(SHARE(8, 1)), .to = CLOSED(PERCENT(90)), .gives = POINTS(5, 1) },
	{ .from = OPEN(PERCENT(90)), .to = CLOSED(PERCENT(100)), .gives = FULL }) };
static struct rule all_or_none = { .type = &rule_bands,
	.clauses = CLAUSES({ .from = CLOSED(PERCENT(100)), .gives = FULL },
	{ .to = OPEN(PERCENT(100)), .gives = POINTS(0, 0) }) };
static struct rule bands_down = { .type = &rule_bands,
	.clauses = CLAUSES({ .from = OPEN(PERCENT(90)), .to = CLOSED(PERCENT(100)), .gives = FULL },
	{ .to = CLOSED(PERCENT(90)), .gives = POINTS(1, 1) }) };
static struct rule gap = { .type = &rule_bands,
	.clauses = CLAUSES({ .from = CLOSED(PERCENT(90)), .gives = FULL },
	{ .to = OPEN(PERCENT(80)), .gives = POINTS(0, 0) }) };
static struct rule beyond_plan = { .type = &rule_bands, .clauses = CLAUSES({ .to = CLOSED(PERCENT(110)), .gives = FULL },
	{ .from = OPEN(PERCENT(110)), .gives = POINTS(5, 1) }) };
static struct rule ratio = { .type = &rule_ratio, .what = T("hồ sơ đúng hạn") };
static struct rule bare = { .type = &rule_ratio };
static struct rule named = { .type = &rule_ratio, .what = T("Tỷ lệ % hồ sơ trực tuyến"), .none = NONE_FULL };
static struct rule floor_of = { .type = &rule_floor, .what = T("hồ sơ đúng hạn"), .floor = SHARE(8, 1) };
static struct rule mixed = { .type = &rule_mixed,
	.clauses = CLAUSES({ .from = CLOSED(PERCENT(95)), .gives = FULL },
	{ .from = CLOSED(PERCENT(70)), .to = OPEN(PERCENT(95)), .gives = BY_RATE },
	{ .to = OPEN(PERCENT(70)), .gives = POINTS(0, 0) }) };
static struct rule mixed_top = { .type = &rule_mixed, .clauses = CLAUSES({ .from = CLOSED(PERCENT(70)), .gives = BY_RATE },
	{ .to = OPEN(PERCENT(70)) }) };
static struct rule target = { .type = &rule_target, .what = T("hồ sơ trực tuyến"), .target = PERCENT(50) };
static struct rule target_floor = { .type = &rule_target, .what = T("hồ sơ trực tuyến"), .target = PERCENT(50),
	.floor = PERCENT(30) };
static struct rule six_items = { .type = &rule_checklist, .clauses = CLAUSES(WORDS("a", POINTS(1, 1)), WORDS("b", POINTS(1, 1)),
	WORDS("c", POINTS(1, 1)), WORDS("d", POINTS(1, 1)), WORDS("e", POINTS(1, 1)), WORDS("g", PART(PERCENT(10)))) };
static struct rule checklist = { .type = &rule_checklist, .clauses = CLAUSES(WORDS("có kế hoạch", POINTS(5, 1)),
	WORDS("có báo cáo", POINTS(25, 2)), WORDS("đúng hạn", POINTS(25, 2))) };
static struct rule scaled = { .type = &rule_checklist, .scale = F(100, 0),
	.clauses = CLAUSES(WORDS("ban hành", POINTS(10, 0)), WORDS("công khai", POINTS(4, 0))) };
/* Fifteen marks of a portal: seed 002, 7.1.1.4. */
static struct rule portal = { .type = &rule_checklist, .scale = F(100, 0),
	.clauses = CLAUSES(WORDS("a", POINTS(10, 0)), WORDS("b", POINTS(4, 0)), WORDS("c", POINTS(8, 0)),
	WORDS("d", POINTS(7, 0)),
	WORDS("e", POINTS(5, 0)), WORDS("g", POINTS(9, 0)), WORDS("h", POINTS(15, 1)), WORDS("i", POINTS(2, 0)),
	WORDS("k", POINTS(8, 0)), WORDS("l", POINTS(9, 0)), WORDS("m", POINTS(19, 0)), WORDS("n", POINTS(4, 0)),
	WORDS("o", POINTS(3, 0)), WORDS("p", POINTS(3, 0)), WORDS("q", POINTS(3, 0))) };
static struct rule marked = { .type = &rule_checklist, .scale = F(100, 0) };
static struct rule summed = { .type = &rule_checklist };
static struct rule count = { .type = &rule_count, .clauses = CLAUSES(WORDS("cuộc họp", POINTS(25, 2))) };
static struct rule counts = { .type = &rule_count, .clauses = CLAUSES(WORDS("cuộc họp", POINTS(25, 2)),
	WORDS("hội thi", PART(PERCENT(50)))) };
static struct rule bonus = { .type = &rule_count, .bucket = BUCKET_BONUS,
	.clauses = CLAUSES(WORDS("sáng kiến", POINTS(5, 1))) };
static struct rule deduction = { .type = &rule_deduction, .clauses = CLAUSES(WORDS("văn bản chậm", POINTS(25, 2))) };
static struct rule eighth = { .type = &rule_deduction, .clauses = CLAUSES(WORDS("nhiệm vụ chậm", POINTS(125, 3))) };
static struct rule deductions = { .type = &rule_deduction, .clauses = CLAUSES(WORDS("văn bản chậm", POINTS(25, 2)),
	WORDS("văn bản sai", PART(PERCENT(10)))) };
static struct rule penalty = { .type = &rule_deduction, .bucket = BUCKET_PENALTY,
	.clauses = CLAUSES(WORDS("đơn thư", POINTS(5, 1))) };
static struct rule weighted = { .type = &rule_weighted, .clauses = CLAUSES(WORDS("đã khắc phục", PART(SHARE(1, 0))),
	WORDS("đang khắc phục", PART(SHARE(5, 1))), WORDS("chưa khắc phục", PART(SHARE(0, 0)))) };
static struct rule weighted_floor = { .type = &rule_weighted, .floor = PERCENT(80),
	.clauses = CLAUSES(WORDS("xong", PART(PERCENT(100))), WORDS("đang làm", PART(PERCENT(50)))) };
static struct rule doubled = { .type = &rule_weighted, .clauses = CLAUSES(WORDS("vượt", PART(SHARE(15, 1))), WORDS("đạt", PART(SHARE(1, 0)))) };
/* Weights that no common denominator holds. */
static struct rule uneven = { .type = &rule_weighted, .clauses = CLAUSES(WORDS("nhiều", PART(SHARE(999999999999999, 0))),
	WORDS("ít", PART(SHARE(1, 9))), WORDS("vừa", PART(SHARE(1, 0)))) };
static struct rule derived = { .type = &rule_derived, .codes = LIST(str, T("1"), T("2")),
	.except = LIST(str, T("1.2")) };
static struct rule derived_floor = { .type = &rule_derived, .floor = SHARE(8, 1) };
static struct rule imported = { .type = &rule_imported, .what = T("Chỉ số chuyển đổi số") };
static struct rule imported_floor = { .type = &rule_imported, .what = T("PAR Index"), .floor = PERCENT(50) };
static struct rule only_grown = { .type = &rule_growth, .clauses = CLAUSES(WORDS("tăng", FULL)) };
static struct rule only_fallen = { .type = &rule_growth, .clauses = CLAUSES(WORDS("giảm", FULL)) };
static struct rule growth = { .type = &rule_growth, .clauses = CLAUSES(WORDS("tăng", FULL),
	WORDS("bằng", POINTS(5, 1)), WORDS("giảm", POINTS(0, 0))) };
static struct rule grown = { .type = &rule_growth, .clauses = CLAUSES(WORDS("tăng", FULL),
	WORDS("giảm", POINTS(1, 1))) };
static struct rule thresholds = { .type = &rule_thresholds, .unit = T("sáng kiến"),
	.clauses = CLAUSES({ .from = CLOSED(SHARE(2, 0)), .gives = FULL },
	{ .from = CLOSED(SHARE(1, 0)), .to = CLOSED(SHARE(1, 0)), .gives = POINTS(5, 1) },
	{ .from = CLOSED(SHARE(0, 0)), .to = CLOSED(SHARE(0, 0)), .gives = POINTS(0, 0) }) };
static struct rule meetings = { .type = &rule_thresholds, .unit = T("cuộc họp"),
	.clauses = CLAUSES({ .from = OPEN(SHARE(4, 0)), .gives = FULL },
	{ .from = CLOSED(SHARE(3, 0)), .to = CLOSED(SHARE(4, 0)), .gives = POINTS(15, 1) },
	{ .to = OPEN(SHARE(3, 0)), .gives = POINTS(0, 0) }) };
static struct rule threshold_gap = { .type = &rule_thresholds, .clauses = CLAUSES({ .from = CLOSED(SHARE(2, 0)), .gives = FULL }) };
static struct rule sample = { .type = &rule_sample, .sample = 20, .unit = T("hồ sơ"),
	.clauses = CLAUSES(WORDS("hồ sơ sai", POINTS(1, 1))) };
static struct rule sample_bare = { .type = &rule_sample, .sample = 10, .unit = T("hồ sơ"), .clauses = CLAUSES({ .gives = POINTS(2, 1) }) };
static struct rule conditions = { .type = &rule_conditions, .clauses = CLAUSES(WORDS("có kế hoạch", FULL),
	WORDS("có báo cáo", FULL)) };
static struct rule best = { .type = &rule_best, .sub = LIST(struct rule *, &yes_no, &ratio) };
static struct rule best_of_rates = { .type = &rule_best, .sub = LIST(struct rule *, &named, &target, &derived) };
static struct rule best_derived = { .type = &rule_best, .sub = LIST(struct rule *, &derived, &target) };
static struct rule satisfied = { .type = &rule_survey, .what = T("hài lòng") };
#define ANSWERS CLAUSES(WORDS("rất hài lòng", PART(PERCENT(100))), WORDS("hài lòng", PART(PERCENT(75))), WORDS("không hài lòng", PART(PERCENT(0))))
static struct rule survey = { .type = &rule_survey, .clauses = ANSWERS };
static struct rule survey_groups = { .type = &rule_survey, .clauses = ANSWERS,
	.groups = CLAUSES(WORDS("người dân", PART(PERCENT(60))), WORDS("doanh nghiệp", PART(PERCENT(40)))) };
static struct rule marks = { .type = &rule_marks, .clauses = CLAUSES({ .words = T("Chủ tịch") },
	{ .words = T("Phó Chủ tịch") }, { .words = T("Chánh Văn phòng") }) };
static struct rule group = { .type = &rule_group, .what = T("Số sáng kiến") };
typedef struct expr node;
#define INPUT(i, lit) { .kind = EXPR_INPUT, .input = (i), .name = T(lit) }
#define NUMBER(...)   { .kind = EXPR_NUMBER, .number = __VA_ARGS__ }
#define TWO(k, x, y)  { .kind = (k), .left = (x), .right = (y) }
static node full = { .kind = EXPR_MAX }, half = NUMBER(SHARE(5, 1)), half_percent = NUMBER(PERCENT(50));
static node timely = INPUT(0, "đúng hạn"), late = INPUT(1, "chậm"), total = INPUT(2, "tổng"),
	first = INPUT(0, "a"), second = INPUT(1, "b");
/* (timely + 0,5 × late) / total × M */
static node half_late = TWO(EXPR_MUL, &half, &late), done = TWO(EXPR_ADD, &timely, &half_late), part = TWO(EXPR_DIV, &done, &total);
static node worth = TWO(EXPR_MUL, &part, &full);
static struct rule formula = { .type = &rule_formula, .expr = &worth };
/* M − (a − b) */
static node a_less_b = TWO(EXPR_SUB, &first, &second), rest = TWO(EXPR_SUB, &full, &a_less_b);
static struct rule minus = { .type = &rule_formula, .expr = &rest };
/* least(a; most(50 %; b / a)) × M */
static node b_by_a = TWO(EXPR_DIV, &second, &first), higher = TWO(EXPR_MOST, &half_percent, &b_by_a),
	lower = TWO(EXPR_LEAST, &first, &higher);
static node lower_of_max = TWO(EXPR_MUL, &lower, &full);
static struct rule smallest = { .type = &rule_formula, .expr = &lower_of_max };
/* a / (a − b) */
static node over_rest = TWO(EXPR_DIV, &first, &a_less_b);
static struct rule divided = { .type = &rule_formula, .expr = &over_rest };
/* a / (1 − b); a / (50% − 0,5); M / (a × a × a) */
static node one = NUMBER(SHARE(1, 0)), one_less_b = TWO(EXPR_SUB, &one, &second), over_less = TWO(EXPR_DIV, &first, &one_less_b);
static struct rule divided_less = { .type = &rule_formula, .expr = &over_less };
static node nothing = TWO(EXPR_SUB, &half_percent, &half), over_nothing = TWO(EXPR_DIV, &first, &nothing);
static struct rule divided_by_nothing = { .type = &rule_formula, .expr = &over_nothing };
static node squared = TWO(EXPR_MUL, &first, &first), cubed = TWO(EXPR_MUL, &squared, &first), over_cube = TWO(EXPR_DIV, &full, &cubed);
static struct rule divided_by_cube = { .type = &rule_formula, .expr = &over_cube };
static struct rule hand = { .type = &rule_hand, .least = F(0, 0), .most = F(2, 0), .step = F(25, 2) };
static struct rule judged = { .type = &rule_hand, .none = NONE_FULL };

/* -- rows -------------------------------------------------------------------------------------------- */

enum { OK = RULE_SCORED, NONE = RULE_NOT_ARISEN, LACKS = RULE_MISSING, WRONG = RULE_WRONG, HAND = RULE_BY_HAND };

/* inputs: parted by '|'. exact: before rounding, as a fraction; three, two: rounded to the decimals of a set. */
static const struct row {
	struct rule *rule;
	const char  *max, *inputs;
	int          state;
	const char  *exact, *three, *two, *why;
	const char  *names, *share, *best;
	enum none_arose none;
} rows[] = {
	/* R1 */
	{ &yes_no, "0.5", "Có", OK, "1/2", "0,5", "0,5", "Kết quả \"có\": 0,5 điểm." },
	{ &yes_no, "0.5", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },           /* seed 003, 3.2.4 */
	{ &yes_no, "2", "x", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm." },
	{ &yes_no, "2", "Chưa đạt", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &yes_no, "2", "Đạt", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm." },
	{ &yes_no, "2", "đầy  đủ", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm." },
	{ &fault, "2", "đúng", OK, "0", "0", "0", "Kết quả \"có\": 0 điểm." },
	{ &fault, "2", "không", OK, "2", "2", "2", "Kết quả \"không\": 2 điểm." },
	{ &fault, "2", "có", OK, "0", "0", "0", "Kết quả \"có\": 0 điểm." },
	{ &only_yes, "2", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &yes_no, "2", "tốt", WRONG, "", "", "", "Số liệu thứ 1: phải là có hoặc không, mà đang ghi \"tốt\"." },
	{ &yes_no, "2", "", LACKS, "", "", "", "Chưa có số liệu thứ 1." },
	{ &yes_no, "2", "", LACKS, "", "", "", "Chưa có số liệu \"kế hoạch đã ban hành\".", "kế hoạch đã ban hành" },
	{ &yes_no, "2", "100%", WRONG, "", "", "", "Số liệu \"kế hoạch\": phải là có hoặc không, mà đang ghi \"100%\".", "kế hoạch" },
	{ &yes_no, "2", "không phát sinh", NONE, "", "", "", "Không phát sinh: điểm tối đa, 2 điểm.", NULL, NULL, NULL, NONE_FULL },
	/* R2 */
	{ &options, "2", "Kịp thời", OK, "1", "1", "1", "Kết quả \"Kịp thời\": 1 điểm." },
	{ &options, "2", "KHONG  KIP THOI", OK, "1/2", "0,5", "0,5", "Kết quả \"KHONG  KIP THOI\": 25% × 2 điểm = 0,5 điểm." },
	{ &options, "2", "không ban hành", OK, "0", "0", "0", "Kết quả \"không ban hành\": 0 điểm." },
	{ &options, "2", "trễ", WRONG, "", "", "", "Số liệu \"ban hành\": phải là một trong các mức \"kịp thời\"; \"không kịp thời\"; "
	  "\"không ban hành\", mà đang ghi \"trễ\".", "ban hành" },
	{ &options, "2", "có", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"kịp thời\"; \"không kịp thời\"; "
	  "\"không ban hành\", mà đang ghi \"có\"." },
	{ &options, "2", "không phát sinh", NONE, "", "", "", "Không phát sinh: loại khỏi mẫu số.", NULL, NULL, NULL, NONE_EXCLUDE },
	{ &options, "2", "", LACKS, "", "", "", "Chưa có số liệu \"ban hành\".", "ban hành" },
	{ &met, "2", "có", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm." },
	{ &met, "2", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &met, "2", "đạt", OK, "2", "2", "2", "Kết quả \"đạt\": 2 điểm." },
	{ &issued, "1,5", "có", OK, "3/2", "1,5", "1,5", "Kết quả \"có\": 1,5 điểm." },
	{ &issued, "1,5", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &timely_or_not, "2", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &timely_or_not, "2", "CÓ", OK, "2", "2", "2", "Kết quả \"CÓ\": 2 điểm." },
	{ &timely_or_no, "2", "có", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm." },
	{ &timely_or_no, "2", "kịp thời", OK, "2", "2", "2", "Kết quả \"kịp thời\": 2 điểm." },
	{ &timely_or_no, "2", "không", OK, "0", "0", "0", "Kết quả \"không\": 0 điểm." },
	{ &faults, "2", "đạt", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"không vi phạm\"; \"vi phạm\", mà đang ghi \"đạt\"." },
	{ &faults, "2", "không đạt", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"không vi phạm\"; \"vi phạm\", mà đang ghi \"không đạt\"." },
	{ &faults, "2", "chưa đủ", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"không vi phạm\"; \"vi phạm\", mà đang ghi \"chưa đủ\"." },
	{ &faults, "2", "đúng", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"không vi phạm\"; \"vi phạm\", mà đang ghi \"đúng\"." },
	{ &faults, "2", "có", OK, "0", "0", "0", "Kết quả \"có\": 0 điểm." },
	{ &faults, "2", "không", OK, "2", "2", "2", "Kết quả \"không\": 2 điểm." },
	{ &faults, "2", "không có", OK, "2", "2", "2", "Kết quả \"không có\": 2 điểm." },
	{ &faults, "2", "Không vi phạm", OK, "2", "2", "2", "Kết quả \"Không vi phạm\": 2 điểm." },
	{ &standard, "2", "đạt", OK, "2", "2", "2", "Kết quả \"đạt\": 2 điểm." },
	{ &standard, "2", "chưa đạt", OK, "0", "0", "0", "Kết quả \"chưa đạt\": 0 điểm." },
	{ &standard, "2", "chưa", OK, "0", "0", "0", "Kết quả \"chưa\": 0 điểm." },
	{ &met, "2", "chưa đạt", OK, "0", "0", "0", "Kết quả \"chưa đạt\": 0 điểm." },
	{ &complete, "2", "thiếu", OK, "0", "0", "0", "Kết quả \"thiếu\": 0 điểm." },
	{ &alike, "2", "đạt", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"đạtt\"; \"không đạtt\", mà đang ghi \"đạt\"." },
	{ &standard, "2", "đúng", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"đạt chuẩn\"; \"không đạt chuẩn\", mà đang ghi \"đúng\"." },
	{ &ranks, "2", "có", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"tốt\"; \"không rõ\", mà đang ghi \"có\"." },
	{ &ranks, "2", "không", WRONG, "", "", "", "Số liệu thứ 1: phải là một trong các mức \"tốt\"; \"không rõ\", mà đang ghi \"không\"." },
	/* R3; each bound from both sides */
	{ &bands, "1", "90%", OK, "1", "1", "1", "90% nằm trong mức từ 90% trở lên: 1 điểm." },
	{ &bands, "1", "0,9", OK, "1", "1", "1", "0,9 nằm trong mức từ 90% trở lên: 1 điểm." },
	{ &bands, "1", "120%", OK, "1", "1", "1", "120% nằm trong mức từ 90% trở lên: 1 điểm." },
	{ &bands, "1", "89,999%", OK, "1/2", "0,5", "0,5", "89,999% nằm trong mức từ 80% đến dưới 90%: 0,5 điểm." },
	{ &bands, "1", "16/19", OK, "1/2", "0,5", "0,5", "16/19 ≈ 84,21% nằm trong mức từ 80% đến dưới 90%: 0,5 điểm." },     /* seed 002, 2.1.5 */
	{ &bands, "1", "16|19", OK, "1/2", "0,5", "0,5", "16/19 ≈ 84,21% nằm trong mức từ 80% đến dưới 90%: 0,5 điểm." },
	{ &bands, "1", "80%", OK, "1/2", "0,5", "0,5", "80% nằm trong mức từ 80% đến dưới 90%: 0,5 điểm." },
	{ &bands, "2", "78%", OK, "1/2", "0,5", "0,5", "78% nằm trong mức từ 70% đến dưới 80%: 25% × 2 điểm = 0,5 điểm." },
	{ &bands, "1", "79999/100000", OK, "1/4", "0,25", "0,25",
	  "79999/100000 ≈ 79,999% nằm trong mức từ 70% đến dưới 80%: 25% × 1 điểm = 0,25 điểm." },        /* 80,00 % would be a lie */
	{ &bands, "1", "70%", OK, "1/4", "0,25", "0,25", "70% nằm trong mức từ 70% đến dưới 80%: 25% × 1 điểm = 0,25 điểm." },
	{ &bands, "1", "69,99%", OK, "0", "0", "0", "69,99% nằm trong mức dưới 70%: 0 điểm." },
	{ &bands, "1", "0%", OK, "0", "0", "0", "0% nằm trong mức dưới 70%: 0 điểm." },
	{ &bands, "1", "0/5", OK, "0", "0", "0", "0/5 = 0% nằm trong mức dưới 70%: 0 điểm." },
	{ &bands, "1", "0/0", NONE, "", "", "", "Không phát sinh (0/0), nhưng cách tính chưa nói khi đó được mấy điểm." },
	{ &bands, "1", "0|0", NONE, "", "", "", "Không phát sinh (0/0): 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &bands, "1", "-5%", WRONG, "", "", "", "Số liệu thứ 1: không được âm, mà đang ghi \"−5%\"." },
	{ &bands, "1", "90", WRONG, "", "", "", "Số liệu thứ 1: phải là tỷ lệ, lớn hơn 1 thì viết bằng %, mà đang ghi \"90\"." },
	{ &bands, "1", "cao", WRONG, "", "", "", "Số liệu thứ 1: phải là tỷ lệ, như 8/9 hoặc 90,63%, mà đang ghi \"cao\"." },
	{ &bands_open, "1", "80%", OK, "0", "0", "0", "80% nằm trong mức đến 0,8: 0 điểm." },
	{ &bands_open, "1", "80,01%", OK, "1/2", "0,5", "0,5", "80,01% nằm trong mức trên 0,8 đến 90%: 0,5 điểm." },
	{ &bands_open, "1", "9|10", OK, "1/2", "0,5", "0,5", "9/10 = 90% nằm trong mức trên 0,8 đến 90%: 0,5 điểm." },
	{ &bands_open, "1", "90.01%", OK, "1", "1", "1", "90,01% nằm trong mức trên 90% đến 100%: 1 điểm." },
	{ &bands_open, "1", "110%", OK, "1", "1", "1", "110% nằm trong mức trên 90% đến 100%: 1 điểm." },                    /* the highest band */
	{ &bands_down, "0.5", "110%", OK, "1/2", "0,5", "0,5", "110% nằm trong mức trên 90% đến 100%: 0,5 điểm." },
	{ &all_or_none, "1", "76,4%", OK, "0", "0", "0", "76,4% nằm trong mức dưới 100%: 0 điểm." },                         /* seed 003, 3.3.2 */
	{ &all_or_none, "1", "76.4/100%", OK, "0", "0", "0", "76,4/100 = 76,4% nằm trong mức dưới 100%: 0 điểm." },
	{ &all_or_none, "1", "45/45", OK, "1", "1", "1", "45/45 = 100% nằm trong mức từ 100% trở lên: 1 điểm." },
	{ &bands, "0,5", "70,01%", OK, "1/8", "0,125", "0,13", "70,01% nằm trong mức từ 70% đến dưới 80%: 25% × 0,5 điểm = 0,125 điểm." },
	{ &gap, "1", "85%", WRONG, "", "", "", "Số liệu thứ 1: không nằm trong mức nào của cách tính điểm, mà đang ghi \"85%\"." },
	{ &beyond_plan, "2", "6/5", OK, "1/2", "0,5", "0,5", "6/5 = 120% nằm trong mức trên 110%: 0,5 điểm." },
	{ &beyond_plan, "2", "11|10", OK, "2", "2", "2", "11/10 = 110% nằm trong mức đến 110%: 2 điểm." },
	/* R4 */
	{ &ratio, "2", "1.250|2000", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,250/2000\"." },
	{ &ratio, "2", "1250|2,000", WRONG, "", "", "", "Số liệu \"tổng số\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"2,000\"." },
	{ &ratio, "2", "1/1.250", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1/1,250\"." },
	{ &ratio, "2", "1.000/1.250", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,000/1,250\"." },
	{ &ratio, "2", "0.125|12,5", OK, "1/50", "0,02", "0,02", "0,125/12,5 hồ sơ đúng hạn × 2 điểm = 0,02 điểm." },
	{ &ratio, "2", "0.907", OK, "907/500", "1,814", "1,81", "Tỷ lệ hồ sơ đúng hạn 0,907 × 2 điểm = 1,814 điểm." },
	{ &ratio, "2", "90.625%", OK, "29/16", "1,813", "1,81", "90,625% hồ sơ đúng hạn × 2 điểm = 1,813 điểm." },
	{ &ratio, "2", "8/9", OK, "16/9", "1,778", "1,78", "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm." },                    /* seed 000 */
	{ &ratio, "2", "8|9", OK, "16/9", "1,778", "1,78", "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm." },
	{ &bare, "1", "24/25", OK, "24/25", "0,96", "0,96", "24/25 × 1 điểm = 0,96 điểm." },                                 /* seed 000, 5.1.3 */
	{ &bare, "0.5", "54,48%", OK, "681/2500", "0,272", "0,27", "54,48% × 0,5 điểm = 0,272 điểm." },                      /* seed 003, 7a.3.3.3 */
	{ &bare, "1", "91.94%", OK, "4597/5000", "0,919", "0,92", "91,94% × 1 điểm = 0,919 điểm." },                         /* seed 000 */
	{ &bare, "1", "90,63%", OK, "9063/10000", "0,906", "0,91", "90,63% × 1 điểm = 0,906 điểm." },
	{ &bare, "1.5", "92.5%", OK, "111/80", "1,388", "1,39", "92,5% × 1,5 điểm = 1,388 điểm." },                          /* seed 000 */
	{ &bare, "1.5", "95.425%", OK, "114510/80000", "1,431", "1,43", "95,425% × 1,5 điểm = 1,431 điểm." },
	{ &bare, "0.5", "124/132", OK, "31/66", "0,47", "0,47", "124/132 × 0,5 điểm = 0,47 điểm." },                         /* seed 000: not 0,466 */
	{ &bare, "1", "5/6", OK, "5/6", "0,833", "0,83", "5/6 × 1 điểm = 0,833 điểm." },
	{ &bare, "0.5", "40%", OK, "1/5", "0,2", "0,2", "40% × 0,5 điểm = 0,2 điểm." },                                      /* seed 002, 7.1.2.2 */
	{ &bare, "3", "77.9%", OK, "2337/1000", "2,337", "2,34", "77,9% × 3 điểm = 2,337 điểm." },                           /* seed 003, 3.2.2: not 2,412 */
	{ &bare, "2", "80/100%", OK, "8/5", "1,6", "1,6", "80/100 × 2 điểm = 1,6 điểm." },                                   /* seed 003, 5.3 */
	{ &bare, "1.5", "4/6", OK, "1", "1", "1", "4/6 × 1,5 điểm = 1 điểm." },                                              /* seed 003, 7a.1.2 */
	{ &bare, "0.5", "6/43", OK, "3/43", "0,07", "0,07", "6/43 × 0,5 điểm = 0,07 điểm." },                                /* seed 003, 7a.3.3.2 */
	{ &bare, "2", "22/27", OK, "44/27", "1,63", "1,63", "22/27 × 2 điểm = 1,63 điểm." },                                 /* seed 003, 8b */
	{ &bare, "2", "37,5/46", OK, "75/46", "1,63", "1,63", "37,5/46 × 2 điểm = 1,63 điểm." },
	{ &ratio, "2", "0,9", OK, "9/5", "1,8", "1,8", "Tỷ lệ hồ sơ đúng hạn 0,9 × 2 điểm = 1,8 điểm." },
	{ &named, "2", "85%", OK, "17/10", "1,7", "1,7", "85% hồ sơ trực tuyến × 2 điểm = 1,7 điểm." },
	{ &ratio, "2", "120%", OK, "2", "2", "2", "120% hồ sơ đúng hạn × 2 điểm = 2,4 điểm, nhiều nhất 2 điểm." },
	{ &ratio, "2", "0/9", OK, "0", "0", "0", "0/9 hồ sơ đúng hạn × 2 điểm = 0 điểm." },
	{ &ratio, "2", "1", OK, "2", "2", "2", "Tỷ lệ hồ sơ đúng hạn 1 × 2 điểm = 2 điểm." },
	{ &ratio, "2", "999999999999998/999999999999999", OK, "1999999999999996/999999999999999", "2", "2",
	  "999999999999998/999999999999999 hồ sơ đúng hạn × 2 điểm = 2 điểm." },
	{ &named, "2", "0/0", NONE, "", "", "", "Không phát sinh (0/0): điểm tối đa, 2 điểm." },
	{ &named, "2", "0|0", NONE, "", "", "", "Không phát sinh (0/0): điểm tối đa, 2 điểm.", NULL, NULL, NULL, NONE_EXCLUDE },   /* the rule comes first */
	{ &ratio, "2", "không phát sinh", NONE, "", "", "", "Không phát sinh: loại khỏi mẫu số.", NULL, NULL, NULL, NONE_EXCLUDE },
	{ &ratio, "2", "0|không phát sinh", NONE, "", "", "", "Không phát sinh: loại khỏi mẫu số.", NULL, NULL, NULL, NONE_EXCLUDE },
	{ &ratio, "2", "3/0", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": tổng số bằng 0 mà phần đạt thì không, mà đang ghi \"3/0\"." },
	{ &ratio, "2", "3|0", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": tổng số bằng 0 mà phần đạt thì không, mà đang ghi \"3/0\"." },
	{ &ratio, "2", "10/9", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": phần đạt không được lớn hơn tổng số, mà đang ghi \"10/9\"." },
	{ &ratio, "2", "10|9", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": phần đạt không được lớn hơn tổng số, mà đang ghi \"10/9\"." },
	{ &ratio, "2", "-1|9", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": không được âm, mà đang ghi \"−1/9\"." },
	{ &ratio, "2", "8|chín", WRONG, "", "", "", "Số liệu \"tổng số\": phải là một số, mà đang ghi \"chín\"." },
	{ &ratio, "2", "8/9|9", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": phải là một số, mà đang ghi \"8/9\"." },
	{ &ratio, "2", "", LACKS, "", "", "", "Chưa có số liệu \"hồ sơ đúng hạn\"." },
	{ &ratio, "2", "8|", LACKS, "", "", "", "Chưa có số liệu \"tổng số hồ sơ\".", "hồ sơ đúng hạn|tổng số hồ sơ" },
	{ &ratio, "2", "8|", LACKS, "", "", "", "Chưa có số liệu \"tổng số\".", "hồ sơ đúng hạn|" },                              /* a column without a name */
	{ &ratio, "2", "|", LACKS, "", "", "", "Chưa có số liệu \"hồ sơ đúng hạn\"; \"tổng số hồ sơ\".", "hồ sơ đúng hạn|tổng số hồ sơ" },
	/* R5: 0 for 0,7499 under 0,8 (seed 003, 1.1) */
	{ &floor_of, "1.5", "74,99%", OK, "0", "0", "0", "74,99% dưới mức 0,8: 0 điểm." },
	{ &floor_of, "1.5", "0,7499", OK, "0", "0", "0", "0,7499 dưới mức 0,8: 0 điểm." },
	{ &floor_of, "1.5", "79999|100000", OK, "0", "0", "0", "79999/100000 ≈ 79,999% dưới mức 0,8: 0 điểm." },
	{ &floor_of, "1.5", "80%", OK, "6/5", "1,2", "1,2", "80% hồ sơ đúng hạn × 1,5 điểm = 1,2 điểm." },
	{ &floor_of, "1.5", "8/9", OK, "4/3", "1,333", "1,33", "8/9 hồ sơ đúng hạn × 1,5 điểm = 1,333 điểm." },
	{ &floor_of, "1.5", "9/8", WRONG, "", "", "", "Số liệu \"hồ sơ đúng hạn\": phần đạt không được lớn hơn tổng số, mà đang ghi \"9/8\"." },
	{ &floor_of, "1.5", "0/0", NONE, "", "", "", "Không phát sinh (0/0), nhưng cách tính chưa nói khi đó được mấy điểm." },
	/* R6 */
	{ &mixed, "2", "95%", OK, "2", "2", "2", "95% nằm trong mức từ 95% trở lên: 2 điểm." },
	{ &mixed, "2", "94,9%", OK, "949/500", "1,898", "1,9", "94,9% nằm trong mức từ 70% đến dưới 95%: 94,9% × 2 điểm = 1,898 điểm." },
	{ &mixed, "2", "17/20", OK, "17/10", "1,7", "1,7", "17/20 = 85% nằm trong mức từ 70% đến dưới 95%: 17/20 × 2 điểm = 1,7 điểm." },
	{ &mixed, "2", "17|20", OK, "17/10", "1,7", "1,7", "17/20 = 85% nằm trong mức từ 70% đến dưới 95%: 17/20 × 2 điểm = 1,7 điểm." },
	{ &mixed, "2", "70%", OK, "7/5", "1,4", "1,4", "70% nằm trong mức từ 70% đến dưới 95%: 70% × 2 điểm = 1,4 điểm." },
	{ &mixed, "2", "69,99%", OK, "0", "0", "0", "69,99% nằm trong mức dưới 70%: 0 điểm." },
	{ &mixed_top, "2", "120%", OK, "2", "2", "2", "120% nằm trong mức từ 70% trở lên: 120% × 2 điểm = 2,4 điểm, nhiều nhất 2 điểm." },
	{ &mixed_top, "2", "5%", OK, "0", "0", "0", "5% nằm trong mức dưới 70%: 0 điểm." },
	{ &mixed, "2", "0/0", NONE, "", "", "", "Không phát sinh (0/0): 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &mixed, "2", "21|20", WRONG, "", "", "", "Số liệu thứ 1: phần đạt không được lớn hơn tổng số, mà đang ghi \"21/20\"." },
	/* R7 */
	{ &target, "2", "45%", OK, "9/5", "1,8", "1,8", "45% hồ sơ trực tuyến / 50% × 2 điểm = 1,8 điểm." },
	{ &target, "2", "50%", OK, "2", "2", "2", "50% hồ sơ trực tuyến / 50% × 2 điểm = 2 điểm." },
	{ &target, "2", "60%", OK, "2", "2", "2", "60% hồ sơ trực tuyến / 50% × 2 điểm = 2,4 điểm, nhiều nhất 2 điểm." },
	{ &target, "2", "1|3", OK, "4/3", "1,333", "1,33", "(1/3 hồ sơ trực tuyến) / 50% × 2 điểm = 1,333 điểm." },
	{ &target, "2", "12/10", OK, "2", "2", "2", "(12/10 hồ sơ trực tuyến) / 50% × 2 điểm = 4,8 điểm, nhiều nhất 2 điểm." },
	{ &target_floor, "2", "29,99%", OK, "0", "0", "0", "29,99% dưới mức 30%: 0 điểm." },
	{ &target_floor, "2", "30%", OK, "6/5", "1,2", "1,2", "30% hồ sơ trực tuyến / 50% × 2 điểm = 1,2 điểm." },
	{ &target, "2", "0/0", NONE, "", "", "", "Không phát sinh (0/0): 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &target, "2", "5/0", WRONG, "", "", "", "Số liệu \"hồ sơ trực tuyến\": tổng số bằng 0 mà phần đạt thì không, mà đang ghi \"5/0\"." },
	/* R8 */
	{ &checklist, "1", "có|không|có", OK, "3/4", "0,75", "0,75", "Có kế hoạch 0,5 + đúng hạn 0,25 = 0,75 điểm." },
	{ &checklist, "1", "có|có|có", OK, "1", "1", "1", "Có kế hoạch 0,5 + có báo cáo 0,25 + đúng hạn 0,25 = 1 điểm." },
	{ &checklist, "0,8", "x|x|x", OK, "4/5", "0,8", "0,8", "Có kế hoạch 0,5 + có báo cáo 0,25 + đúng hạn 0,25 = 1 điểm, nhiều nhất 0,8 điểm." },
	{ &checklist, "1", "không|không|chưa", OK, "0", "0", "0", "Không đạt mục nào: 0 điểm." },
	{ &checklist, "1", "có||", LACKS, "", "", "", "Chưa có số liệu \"có báo cáo\"; \"đúng hạn\"." },
	{ &checklist, "1", "có|1/2|có", WRONG, "", "", "", "Số liệu \"có báo cáo\": phải là có hoặc không, mà đang ghi \"1/2\"." },
	{ &checklist, "1", "có|không phát sinh|có", WRONG, "", "", "", "Số liệu \"có báo cáo\": phải là có hoặc không, mà đang ghi \"không phát sinh\"." },
	{ &checklist, "1", "không phát sinh|không phát sinh|không phát sinh", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &scaled, "1.5", "có|có", OK, "21/100", "0,21", "0,21", "(ban hành 10 + công khai 4) / 100 × 1,5 điểm = 0,21 điểm." },
	{ &six_items, "1", "có|có|có|có|có|có", OK, "3/5", "0,6", "0,6", "A 0,1 + b 0,1 + c 0,1 + d 0,1 + e 0,1 + g 0,1 = 0,6 điểm." },
	{ &portal, "1.5", "có|có|có|có|có|có|có|có|có|có|có|có|có|có|có", OK, "573/400", "1,433", "1,43",
	  "(10 + 4 + 8 + 7 + 5 + 9 + 1,5 + 2 + 8 + 9 + 19 + 4 + 3 + 3 + 3) / 100 × 1,5 điểm = 1,433 điểm." },                 /* not 1,38 */
	{ &marked, "1.5", "95,5", OK, "573/400", "1,433", "1,43", "95,5 / 100 × 1,5 điểm = 1,433 điểm." },
	{ &marked, "1.5", "100", OK, "3/2", "1,5", "1,5", "100 / 100 × 1,5 điểm = 1,5 điểm." },
	{ &summed, "1.5", "1,25", OK, "5/4", "1,25", "1,25", "1,25 = 1,25 điểm." },
	{ &summed, "1.5", "2", OK, "3/2", "1,5", "1,5", "2 = 2 điểm, nhiều nhất 1,5 điểm." },
	{ &marked, "1.5", "100,5", WRONG, "", "", "", "Số liệu \"điểm Cổng\": không được lớn hơn thang điểm, mà đang ghi \"100,5\".", "điểm Cổng" },
	{ &marked, "1.5", "-1", WRONG, "", "", "", "Số liệu thứ 1: phải là tổng số điểm, một số không âm, mà đang ghi \"−1\"." },
	{ &marked, "1.5", "95%", WRONG, "", "", "", "Số liệu thứ 1: phải là tổng số điểm, một số không âm, mà đang ghi \"95%\"." },
	{ &marked, "1.5", "tốt", WRONG, "", "", "", "Số liệu thứ 1: phải là tổng số điểm, một số không âm, mà đang ghi \"tốt\"." },
	{ &marked, "1.5", "", LACKS, "", "", "", "Chưa có số liệu thứ 1." },
	{ &marked, "1.5", "không phát sinh", NONE, "", "", "", "Không phát sinh, nhưng cách tính chưa nói khi đó được mấy điểm." },
	/* R9 */
	{ &count, "1", "3", OK, "3/4", "0,75", "0,75", "3 cuộc họp × 0,25 điểm = 0,75 điểm." },
	{ &count, "1", "4", OK, "1", "1", "1", "4 cuộc họp × 0,25 điểm = 1 điểm." },
	{ &count, "1", "5", OK, "1", "1", "1", "5 cuộc họp × 0,25 điểm = 1,25 điểm, nhiều nhất 1 điểm." },
	{ &count, "1", "0", OK, "0", "0", "0", "0 cuộc họp: 0 điểm." },
	{ &count, "1", "2,0", OK, "1/2", "0,5", "0,5", "2 cuộc họp × 0,25 điểm = 0,5 điểm." },
	{ &counts, "2", "3|1", OK, "7/4", "1,75", "1,75", "3 cuộc họp × 0,25 điểm + 1 hội thi × 50% × 2 điểm = 1,75 điểm." },
	{ &counts, "2", "3|0", OK, "3/4", "0,75", "0,75", "3 cuộc họp × 0,25 điểm = 0,75 điểm." },
	{ &counts, "2", "3|không phát sinh", OK, "3/4", "0,75", "0,75", "3 cuộc họp × 0,25 điểm = 0,75 điểm." },
	{ &counts, "2", "0|0", OK, "0", "0", "0", "0 cuộc họp, 0 hội thi: 0 điểm." },
	{ &counts, "2", "|1", LACKS, "", "", "", "Chưa có số liệu \"cuộc họp\"." },
	{ &count, "1", "không phát sinh", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &count, "1", "2,5", WRONG, "", "", "", "Số liệu \"họp\": phải là số đếm, nguyên và không âm, mà đang ghi \"2,5\".", "họp" },
	{ &count, "1", "-2", WRONG, "", "", "", "Số liệu \"họp\": phải là số đếm, nguyên và không âm, mà đang ghi \"−2\".", "họp" },
	{ &count, "1", "3/4", WRONG, "", "", "", "Số liệu \"họp\": phải là số đếm, nguyên và không âm, mà đang ghi \"3/4\".", "họp" },
	{ &count, "1", "1.250", WRONG, "", "", "", "Số liệu \"họp\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,250\".", "họp" },
	{ &bonus, "0", "7", OK, "7/2", "3,5", "3,5", "Điểm thưởng: 7 sáng kiến × 0,5 điểm = 3,5 điểm." },
	{ &bonus, "2", "7", OK, "2", "2", "2", "Điểm thưởng: 7 sáng kiến × 0,5 điểm = 3,5 điểm, nhiều nhất 2 điểm." },
	/* R10 */
	{ &deduction, "2", "2", OK, "3/2", "1,5", "1,5", "2 văn bản chậm × 0,25 điểm: 2 − 0,5 = 1,5 điểm." },
	{ &deduction, "1", "1", OK, "3/4", "0,75", "0,75", "1 văn bản chậm × 0,25 điểm: 1 − 0,25 = 0,75 điểm." },            /* seed 003, 1.2.1 */
	{ &eighth, "1.5", "1", OK, "11/8", "1,375", "1,38", "1 nhiệm vụ chậm × 0,125 điểm: 1,5 − 0,125 = 1,375 điểm." },     /* seed 003, 1.7 */
	{ &deduction, "2", "0", OK, "2", "2", "2", "0 văn bản chậm: 2 điểm." },
	{ &deduction, "2", "8", OK, "0", "0", "0", "8 văn bản chậm × 0,25 điểm: 2 − 2 = 0 điểm." },
	{ &deduction, "2", "9", OK, "0", "0", "0", "9 văn bản chậm × 0,25 điểm = 2,25 điểm, trừ hết 2 điểm: 0 điểm." },
	{ &deductions, "2", "2|1", OK, "13/10", "1,3", "1,3", "2 văn bản chậm × 0,25 điểm, 1 văn bản sai × 10% × 2 điểm: 2 − 0,7 = 1,3 điểm." },
	{ &deductions, "2", "2|", LACKS, "", "", "", "Chưa có số liệu \"văn bản sai\"." },
	{ &deduction, "2", "-1", WRONG, "", "", "", "Số liệu thứ 1: phải là số đếm, nguyên và không âm, mà đang ghi \"−1\"." },
	{ &deduction, "2", "một", WRONG, "", "", "", "Số liệu thứ 1: phải là số đếm, nguyên và không âm, mà đang ghi \"một\"." },
	{ &penalty, "0", "3", OK, "3/2", "1,5", "1,5", "Điểm phạt: 3 đơn thư × 0,5 điểm = 1,5 điểm." },
	{ &penalty, "1", "3", OK, "1", "1", "1", "Điểm phạt: 3 đơn thư × 0,5 điểm = 1,5 điểm, nhiều nhất 1 điểm." },
	/* R11 */
	{ &weighted, "1", "7|2|0", OK, "8/9", "0,889", "0,89", "(7 × 1 + 2 × 0,5) / 9 × 1 điểm = 0,889 điểm." },             /* seed 002, 1.5 */
	{ &weighted, "2", "32|11|3", OK, "75/46", "1,63", "1,63", "(32 × 1 + 11 × 0,5) / 46 × 2 điểm = 1,63 điểm." },        /* seed 003, 1.3 */
	{ &weighted, "2", "32|11|3|46", OK, "75/46", "1,63", "1,63", "(32 × 1 + 11 × 0,5) / 46 × 2 điểm = 1,63 điểm." },
	{ &weighted, "2", "32|11|0|46", OK, "75/46", "1,63", "1,63", "(32 × 1 + 11 × 0,5) / 46 × 2 điểm = 1,63 điểm." },
	{ &weighted, "2", "0|0|4", OK, "0", "0", "0", "0 / 4 × 2 điểm = 0 điểm." },
	{ &doubled, "2", "2|1", OK, "2", "2", "2", "(2 × 1,5 + 1 × 1) / 3 × 2 điểm ≈ 2,6667 điểm, nhiều nhất 2 điểm." },
	{ &weighted, "2", "4|không phát sinh|0", OK, "2", "2", "2", "(4 × 1) / 4 × 2 điểm = 2 điểm." },
	{ &uneven, "2", "999999999999999|1|1", WRONG, "", "", "", "Số liệu \"nhiều\": là số quá lớn, mà đang ghi \"999999999999999\"." },
	{ &weighted, "2", "0|0|0", NONE, "", "", "", "Không phát sinh: điểm tối đa, 2 điểm.", NULL, NULL, NULL, NONE_FULL },
	{ &weighted, "2", "không phát sinh|không phát sinh|không phát sinh", NONE, "", "", "", "Không phát sinh: điểm tối đa, 2 điểm.", NULL, NULL, NULL, NONE_FULL },
	{ &weighted, "2", "32|11|3|45", WRONG, "", "", "", "Số liệu \"tổng số\": tổng số không được nhỏ hơn các phần cộng lại, mà đang ghi \"45\".", "a|b|c|tổng số" },
	{ &weighted, "2", "1|1|1|0", WRONG, "", "", "", "Số liệu thứ 4: tổng số không được nhỏ hơn các phần cộng lại, mà đang ghi \"0\"." },
	{ &weighted, "2", "1,5|1|1", WRONG, "", "", "", "Số liệu \"đã khắc phục\": phải là số đếm, nguyên và không âm, mà đang ghi \"1,5\"." },
	{ &weighted, "2", "1||1", LACKS, "", "", "", "Chưa có số liệu \"đang khắc phục\"." },
	{ &weighted_floor, "2", "3|2", OK, "8/5", "1,6", "1,6", "(3 × 100% + 2 × 50%) / 5 × 2 điểm = 1,6 điểm." },
	{ &weighted_floor, "2", "4|3", OK, "0", "0", "0", "(4 × 100% + 3 × 50%) / 7 ≈ 78,57% dưới mức 80%: 0 điểm." },
	/* R12 */
	{ &derived, "1.5", "", OK, "27/20", "1,35", "1,35", "90% số điểm của các tiêu chí 1; 2 (trừ 1.2) × 1,5 điểm = 1,35 điểm.", NULL, "90/100" },     /* seed 002, 1.2: not 1,39 */
	{ &derived, "1.5", "", OK, "11/8", "1,375", "1,38", "Khoảng 91,6667% số điểm của các tiêu chí 1; 2 (trừ 1.2) × 1,5 điểm = 1,375 điểm.", NULL, "55/60" },
	{ &derived, "1.5", "", LACKS, "", "", "", "Chưa có điểm của các tiêu chí 1; 2 (trừ 1.2)." },
	{ &derived_floor, "1.5", "", OK, "0", "0", "0", "74,99% số điểm của các tiêu chí khác dưới mức 0,8: 0 điểm.", NULL, "7499/10000" },
	{ &derived_floor, "1.5", "", OK, "6/5", "1,2", "1,2", "80% số điểm của các tiêu chí khác × 1,5 điểm = 1,2 điểm.", NULL, "4/5" },
	/* R13 */
	{ &imported, "2", "85%", OK, "17/10", "1,7", "1,7", "Kết quả Chỉ số chuyển đổi số 85% × 2 điểm = 1,7 điểm." },       /* seed 002, 7.1.1.7 */
	{ &imported, "2", "0,85", OK, "17/10", "1,7", "1,7", "Kết quả Chỉ số chuyển đổi số 0,85 × 2 điểm = 1,7 điểm." },
	{ &imported_floor, "2", "49,9%", OK, "0", "0", "0", "49,9% dưới mức 50%: 0 điểm." },
	{ &imported, "2", "103/100", OK, "2", "2", "2", "Kết quả Chỉ số chuyển đổi số 103/100 × 2 điểm = 2,06 điểm, nhiều nhất 2 điểm." },
	{ &imported, "2", "999999999999999/0,000001", OK, "2", "2", "2",
	  "Kết quả Chỉ số chuyển đổi số 999999999999999/0,000001 × 2 điểm = rất nhiều điểm, nhiều nhất 2 điểm." },
	{ &imported, "2", "85", WRONG, "", "", "", "Số liệu \"Chỉ số chuyển đổi số\": phải là tỷ lệ, lớn hơn 1 thì viết bằng %, mà đang ghi \"85\"." },
	{ &imported, "2", "", LACKS, "", "", "", "Chưa có số liệu \"Chỉ số chuyển đổi số\"." },
	/* R14 */
	{ &growth, "1", "13|12", OK, "1", "1", "1", "Năm nay 13, tăng so với năm trước 12: 1 điểm." },
	{ &growth, "1", "12|12", OK, "1/2", "0,5", "0,5", "Năm nay 12, bằng năm trước 12: 0,5 điểm." },
	{ &growth, "1", "81,5%|82%", OK, "0", "0", "0", "Năm nay 81,5%, giảm so với năm trước 82%: 0 điểm." },
	{ &growth, "1", "1.250|980", WRONG, "", "", "", "Số liệu thứ 1: viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,250\"." },
	{ &growth, "1", "12,5|0.125", OK, "1", "1", "1", "Năm nay 12,5, tăng so với năm trước 0,125: 1 điểm." },
	{ &growth, "1", "8/9|1.000/1.250", WRONG, "", "", "", "Số liệu thứ 2: viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,000/1,250\"." },
	{ &growth, "1", "90.625%|88%", OK, "1", "1", "1", "Năm nay 90,625%, tăng so với năm trước 88%: 1 điểm." },
	{ &growth, "1", "8/9|88%", OK, "1", "1", "1", "Năm nay 8/9, tăng so với năm trước 88%: 1 điểm." },
	{ &grown, "1", "5|5", OK, "1/10", "0,1", "0,1", "Năm nay 5, bằng năm trước 5: 0,1 điểm." },
	{ &only_grown, "1", "5|5", OK, "0", "0", "0", "Năm nay 5, bằng năm trước 5: 0 điểm." },
	{ &only_grown, "1", "4|5", OK, "0", "0", "0", "Năm nay 4, giảm so với năm trước 5: 0 điểm." },
	{ &only_fallen, "1", "6|5", OK, "0", "0", "0", "Năm nay 6, tăng so với năm trước 5: 0 điểm." },
	{ &growth, "1", "13|82%", WRONG, "", "", "", "Số liệu thứ 2: hai năm phải cùng là số hoặc cùng là tỷ lệ, mà đang ghi \"82%\"." },
	{ &growth, "1", "8/9|-8/9", WRONG, "", "", "", "Số liệu thứ 2: không được âm, mà đang ghi \"−8/9\"." },
	{ &growth, "1", "-3|-5", OK, "1", "1", "1", "Năm nay −3, tăng so với năm trước −5: 1 điểm." },
	{ &growth, "1", "13|", LACKS, "", "", "", "Chưa có số liệu \"năm trước\".", "năm nay|năm trước" },
	{ &growth, "1", "không phát sinh|3", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	/* R15 */
	{ &thresholds, "2", "3", OK, "2", "2", "2", "3 sáng kiến nằm trong mức từ 2 sáng kiến trở lên: 2 điểm." },
	{ &thresholds, "2", "2", OK, "2", "2", "2", "2 sáng kiến nằm trong mức từ 2 sáng kiến trở lên: 2 điểm." },
	{ &thresholds, "2", "1", OK, "1/2", "0,5", "0,5", "1 sáng kiến nằm trong mức có 1 sáng kiến: 0,5 điểm." },           /* seed 002, 1.7 */
	{ &thresholds, "2", "0", OK, "0", "0", "0", "0 sáng kiến nằm trong mức không có sáng kiến: 0 điểm." },
	{ &thresholds, "2", "không phát sinh", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &thresholds, "2", "1,5", WRONG, "", "", "", "Số liệu \"sáng kiến\": phải là số đếm, nguyên và không âm, mà đang ghi \"1,5\"." },
	{ &threshold_gap, "2", "1", WRONG, "", "", "", "Số liệu thứ 1: không nằm trong mức nào của cách tính điểm, mà đang ghi \"1\"." },
	{ &meetings, "2", "4", OK, "3/2", "1,5", "1,5", "4 cuộc họp nằm trong mức từ 3 đến 4 cuộc họp: 1,5 điểm." },
	{ &meetings, "2", "5", OK, "2", "2", "2", "5 cuộc họp nằm trong mức trên 4 cuộc họp: 2 điểm." },
	{ &meetings, "2", "2", OK, "0", "0", "0", "2 cuộc họp nằm trong mức dưới 3 cuộc họp: 0 điểm." },
	/* R16 */
	{ &sample, "2", "3", OK, "17/10", "1,7", "1,7", "3/20 hồ sơ sai × 0,1 điểm: 2 − 0,3 = 1,7 điểm." },
	{ &sample, "2", "3/15", OK, "17/10", "1,7", "1,7", "3/15 hồ sơ sai × 0,1 điểm: 2 − 0,3 = 1,7 điểm." },
	{ &sample, "2", "0", OK, "2", "2", "2", "0/20 hồ sơ sai: 2 điểm." },
	{ &sample_bare, "2", "3", OK, "7/5", "1,4", "1,4", "3/10 hồ sơ × 0,2 điểm: 2 − 0,6 = 1,4 điểm." },
	{ &sample, "1", "15", OK, "0", "0", "0", "15/20 hồ sơ sai × 0,1 điểm = 1,5 điểm, trừ hết 1 điểm: 0 điểm." },
	{ &sample, "2", "21", WRONG, "", "", "", "Số liệu \"hồ sơ\": số lỗi không được lớn hơn số được kiểm tra, mà đang ghi \"21\"." },
	{ &sample, "2", "3/2", WRONG, "", "", "", "Số liệu \"hồ sơ\": số lỗi không được lớn hơn số được kiểm tra, mà đang ghi \"3/2\"." },
	{ &sample, "2", "0/0", NONE, "", "", "", "Không phát sinh (0/0): điểm tối đa, 2 điểm.", NULL, NULL, NULL, NONE_FULL },
	{ &sample, "2", "1,5/20", WRONG, "", "", "", "Số liệu \"hồ sơ\": phải là số đếm, nguyên và không âm, mà đang ghi \"1,5/20\"." },
	{ &sample, "2", "", LACKS, "", "", "", "Chưa có số liệu \"hồ sơ\"." },
	/* R17 */
	{ &conditions, "1", "có|có", OK, "1", "1", "1", "Đủ 2/2 điều kiện: 1 điểm." },
	{ &conditions, "1", "có|không", OK, "0", "0", "0", "Thiếu điều kiện \"có báo cáo\": 0 điểm." },
	{ &conditions, "1", "không|không", OK, "0", "0", "0", "Thiếu điều kiện \"có kế hoạch\", \"có báo cáo\": 0 điểm." },
	{ &conditions, "1", "có|", LACKS, "", "", "", "Chưa có số liệu \"có báo cáo\"." },
	{ &conditions, "1", "có|50%", WRONG, "", "", "", "Số liệu \"có báo cáo\": phải là có hoặc không, mà đang ghi \"50%\"." },
	{ &best, "2", "không|8/9", OK, "16/9", "1,778", "1,78", "Kết quả \"không\": 0 điểm; 8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm; lấy cao nhất 1,778 điểm." },
	{ &best, "2", "có|8|9", OK, "2", "2", "2", "Kết quả \"có\": 2 điểm; 8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm; lấy cao nhất 2 điểm." },
	{ &best, "2", "|8/9", OK, "16/9", "1,778", "1,78", "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm; lấy cao nhất 1,778 điểm." },
	{ &best, "2", "có|10/9", WRONG, "", "", "", "Số liệu \"tỷ lệ\": phần đạt không được lớn hơn tổng số, mà đang ghi \"10/9\".", "kế hoạch|tỷ lệ" },
	{ &best, "2", "|", LACKS, "", "", "", "Chưa có số liệu \"kế hoạch\".", "kế hoạch|tỷ lệ" },
	{ &best, "2", "không phát sinh|0/0", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &best_of_rates, "2", "0|0|40%", OK, "2", "2", "2", "Không phát sinh: 2 điểm; 40% hồ sơ trực tuyến / 50% × 2 điểm = 1,6 điểm; "
	  "90% số điểm của các tiêu chí 1; 2 (trừ 1.2) × 2 điểm = 1,8 điểm; lấy cao nhất 2 điểm.", NULL, "9/10" },
	{ &best_of_rates, "2", "||", LACKS, "", "", "", "Chưa có số liệu \"a\".", "a|b|c" },
	{ &best_derived, "2", "", LACKS, "", "", "", "Chưa có điểm của các tiêu chí 1; 2 (trừ 1.2)." },
	{ &best_derived, "2", "40%", OK, "8/5", "1,6", "1,6", "40% hồ sơ trực tuyến / 50% × 2 điểm = 1,6 điểm; lấy cao nhất 1,6 điểm." },
	/* R24 */
	{ &satisfied, "10", "86,4%", OK, "216/25", "8,64", "8,64", "86,4% hài lòng × 10 điểm = 8,64 điểm." },
	{ &survey, "2", "40|10|10", OK, "19/12", "1,583", "1,58", "(40 × 100% + 10 × 75%) / 60 × 2 điểm = 1,583 điểm." },
	{ &survey, "2", "40%|40%|20%", OK, "7/5", "1,4", "1,4", "(40% × 100% + 40% × 75%) / 100% × 2 điểm = 1,4 điểm." },
	{ &survey, "2", "100%|0%|0%", OK, "2", "2", "2", "(100% × 100%) / 100% × 2 điểm = 2 điểm." },
	{ &survey, "2", "không phát sinh|10|10", OK, "3/4", "0,75", "0,75", "(10 × 75%) / 20 × 2 điểm = 0,75 điểm." },
	{ &survey, "2", "0|0|7", OK, "0", "0", "0", "0 / 7 × 2 điểm = 0 điểm." },
	{ &survey, "2", "0|0|0", NONE, "", "", "", "Không phát sinh: loại khỏi mẫu số.", NULL, NULL, NULL, NONE_EXCLUDE },
	{ &survey, "2", "40|10%|10", WRONG, "", "", "", "Số liệu \"hài lòng\": các mức của một nhóm phải cùng là số phiếu hoặc cùng là tỷ lệ %, mà đang ghi \"10%\"." },
	{ &survey, "2", "40%|110%|10%", WRONG, "", "", "", "Số liệu \"hài lòng\": phải từ 0% đến 100%, mà đang ghi \"110%\"." },
	{ &survey, "2", "40|-1|10", WRONG, "", "", "", "Số liệu \"hài lòng\": phải là số đếm, nguyên và không âm, mà đang ghi \"−1\"." },
	{ &survey, "2", "40||10", LACKS, "", "", "", "Chưa có số liệu \"hài lòng\"." },
	{ &survey_groups, "2", "50|40|10|20|0|20", OK, "34/25", "1,36", "1,36",
	  "Người dân (50 × 100% + 40 × 75%) / 100 = 80%; doanh nghiệp (20 × 100%) / 40 = 50%; (80% × 60% + 50% × 40%) / (60% + 40%) × 2 điểm = 1,36 điểm." },
	{ &survey_groups, "2", "50|40|10|1|1|1", OK, "107/75", "1,427", "1,43",
	  "Người dân (50 × 100% + 40 × 75%) / 100 = 80%; doanh nghiệp (1 × 100% + 1 × 75%) / 3 ≈ 58,3333%; "
	  "(80% × 60% + 58,3333% × 40%) / (60% + 40%) × 2 điểm = 1,427 điểm." },
	{ &survey_groups, "2", "50|40|10|0|0|0", OK, "8/5", "1,6", "1,6",
	  "Người dân (50 × 100% + 40 × 75%) / 100 = 80%; (80% × 60%) / (60%) × 2 điểm = 1,6 điểm." },
	/* R25 */
	{ &marks, "2", "1,5|2|1,75", OK, "7/4", "1,75", "1,75", "(1,5 + 2 + 1,75) / 3 người chấm = 1,75 điểm." },
	{ &marks, "2", "1,5||2", OK, "7/4", "1,75", "1,75", "(1,5 + 2) / 2 người chấm = 1,75 điểm." },
	{ &marks, "2", "1|1|2", OK, "4/3", "1,333", "1,33", "(1 + 1 + 2) / 3 người chấm = 1,333 điểm." },
	{ &marks, "2", "||", LACKS, "", "", "", "Chưa có số liệu \"Chủ tịch\"; \"Phó Chủ tịch\"; \"Chánh Văn phòng\"." },
	{ &marks, "2", "1|2,5|2", WRONG, "", "", "", "Số liệu \"Phó Chủ tịch\": phải là số điểm từ 0 đến điểm tối đa, mà đang ghi \"2,5\"." },
	{ &marks, "2", "1|-1|2", WRONG, "", "", "", "Số liệu \"Phó Chủ tịch\": phải là số điểm từ 0 đến điểm tối đa, mà đang ghi \"−1\"." },
	/* R26 */
	{ &group, "2", "3", OK, "6/5", "1,2", "1,2", "3 sáng kiến / 5 của đơn vị cao nhất × 2 điểm = 1,2 điểm.", NULL, NULL, "5/1" },
	{ &group, "2", "5", OK, "2", "2", "2", "5 sáng kiến / 5 của đơn vị cao nhất × 2 điểm = 2 điểm.", NULL, NULL, "5/1" },
	{ &group, "2", "6", OK, "2", "2", "2", "6 sáng kiến / 5 của đơn vị cao nhất × 2 điểm = 2,4 điểm, nhiều nhất 2 điểm.", NULL, NULL, "5/1" },
	{ &group, "2", "0", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, "0/1", NONE_ZERO },
	{ &group, "2", "500000000000000", OK, "0,000000002", "0", "0",
	  "500000000000000 sáng kiến / rất nhiều của đơn vị cao nhất × 2 điểm = 0 điểm.", NULL, NULL, "500000000000000/0,000000001" },
	{ &group, "2", "3", LACKS, "", "", "", "Chưa biết kết quả của đơn vị cao nhất trong nhóm." },
	{ &group, "2", "", LACKS, "", "", "", "Chưa có số liệu \"sáng kiến\".", NULL, NULL, "5/1" },
	{ &group, "2", "-3", WRONG, "", "", "", "Số liệu \"sáng kiến\": không được âm, mà đang ghi \"−3\".", NULL, NULL, "5/1" },
	{ &group, "2", "nhiều", WRONG, "", "", "", "Số liệu \"sáng kiến\": phải là một số, mà đang ghi \"nhiều\".", NULL, NULL, "5/1" },
	/* R27 */
	{ &formula, "1", "7|2|9", OK, "8/9", "0,889", "0,89", "(7 + 0,5 × 2) / 9 × 1 điểm = 0,889 điểm." },
	{ &formula, "1", "9|2|9", OK, "1", "1", "1", "(9 + 0,5 × 2) / 9 × 1 điểm ≈ 1,1111 điểm, nhiều nhất 1 điểm." },
	{ &formula, "1", "0|0|0", NONE, "", "", "", "Không phát sinh: điểm tối đa, 1 điểm.", NULL, NULL, NULL, NONE_FULL },
	{ &formula, "1", "1|0|0", WRONG, "", "", "", "Số liệu \"tổng\": làm mẫu số bằng 0, mà đang ghi \"0\".", "đúng hạn|chậm|tổng" },
	{ &formula, "1", "1.250|0|2000", WRONG, "", "", "", "Số liệu \"đúng hạn\": viết số liền các chữ số, không tách hàng nghìn, mà đang ghi \"1,250\"." },
	{ &formula, "1", "0,125|0|0.25", OK, "1/2", "0,5", "0,5", "(0,125 + 0,5 × 0) / 0,25 × 1 điểm = 0,5 điểm." },
	{ &formula, "1", "1|x|9", WRONG, "", "", "", "Số liệu \"chậm\": phải là một số, mà đang ghi \"x\".", "đúng hạn|chậm|tổng" },
	{ &formula, "1", "1|không phát sinh|9", WRONG, "", "", "", "Số liệu \"chậm\": phải là một số, mà đang ghi \"không phát sinh\"." },
	{ &formula, "1", "không phát sinh|không phát sinh|không phát sinh", NONE, "", "", "", "Không phát sinh: loại khỏi mẫu số.", NULL, NULL, NULL, NONE_EXCLUDE },
	{ &formula, "1", "||9", LACKS, "", "", "", "Chưa có số liệu \"đúng hạn\"; \"chậm\"." },
	{ &minus, "2", "3|2,5", OK, "3/2", "1,5", "1,5", "2 điểm − (3 − 2,5) = 1,5 điểm." },
	{ &minus, "2", "3|0", OK, "0", "0", "0", "2 điểm − (3 − 0) = −1 điểm, ít nhất 0 điểm." },
	{ &divided, "2", "3|1", OK, "3/2", "1,5", "1,5", "3 / (3 − 1) = 1,5 điểm." },
	{ &divided, "2", "3|3", WRONG, "", "", "", "Số liệu \"a\": làm mẫu số bằng 0, mà đang ghi \"3\".", "a|b" },
	{ &divided_less, "2", "3|0", OK, "2", "2", "2", "3 / (1 − 0) = 3 điểm, nhiều nhất 2 điểm." },
	{ &divided_less, "2", "3|1", WRONG, "", "", "", "Số liệu \"b\": làm mẫu số bằng 0, mà đang ghi \"1\"." },
	{ &divided_less, "2", "0|1", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &divided_by_nothing, "2", "3", WRONG, "", "", "", "Số liệu \"a\": không tính được vì công thức chia cho 0, mà đang ghi \"3\"." },
	{ &divided_by_nothing, "2", "0", NONE, "", "", "", "Không phát sinh: 0 điểm.", NULL, NULL, NULL, NONE_ZERO },
	{ &divided_by_cube, "2", "2", OK, "1/4", "0,25", "0,25", "2 điểm / (2 × 2 × 2) = 0,25 điểm." },
	{ &divided_by_cube, "2", "999999999999999", WRONG, "", "", "", "Số liệu \"a\": là số quá lớn, mà đang ghi \"999999999999999\"." },
	{ &smallest, "2", "8/9|40%", OK, "1", "1", "1", "Nhỏ nhất(8/9; lớn nhất(50%; 40% / (8/9))) × 2 điểm = 1 điểm." },
	{ &smallest, "2", "999999999999999|0,000000001", OK, "1", "1", "1",
	  "Nhỏ nhất(999999999999999; lớn nhất(50%; 0,000000001 / 999999999999999)) × 2 điểm = 1 điểm." },
	/* R28 */
	{ &hand, "2", "1,25", OK, "5/4", "1,25", "1,25", "Chấm 1,25 điểm." },
	{ &hand, "2", "2", OK, "2", "2", "2", "Chấm 2 điểm." },
	{ &hand, "2", "0", OK, "0", "0", "0", "Chấm 0 điểm." },
	{ &judged, "2", "0,5", OK, "1/2", "0,5", "0,5", "Chấm 0,5 điểm." },
	{ &hand, "2", "1,3", WRONG, "", "", "", "Số liệu thứ 1: không đúng bước điểm, mà đang ghi \"1,3\"." },
	{ &hand, "2", "2,25", WRONG, "", "", "", "Số liệu thứ 1: nằm ngoài khoảng điểm được chấm, mà đang ghi \"2,25\"." },
	{ &hand, "2", "-0,25", WRONG, "", "", "", "Số liệu thứ 1: nằm ngoài khoảng điểm được chấm, mà đang ghi \"−0,25\"." },
	{ &hand, "2", "tốt", WRONG, "", "", "", "Số liệu thứ 1: phải là số điểm, mà đang ghi \"tốt\"." },
	{ &hand, "2", "", HAND, "", "", "", "Người thẩm định chấm, từ 0 đến 2 điểm, bước 0,25 điểm." },
	{ &judged, "1.5", "", HAND, "", "", "", "Người thẩm định chấm, từ 0 đến 1,5 điểm." },
	{ &judged, "1.5", "1,333", OK, "1333/1000", "1,333", "1,33", "Chấm 1,333 điểm." },
	{ &judged, "1.5", "1,6", WRONG, "", "", "", "Số liệu thứ 1: nằm ngoài khoảng điểm được chấm, mà đang ghi \"1,6\"." },
	{ &judged, "1.5", "không phát sinh", NONE, "", "", "", "Không phát sinh: điểm tối đa, 1,5 điểm." },
};

/* -- running them ------------------------------------------------------------------------------------ */

static points of(const char *text)
{
	points p = -1;
	assert_true(points_of_figure(figure_parse(str_c(text)), &p));
	return p;
}

/* "8/9", "0,5"; NULL is undefined */
static struct exact fraction(struct arena *a, const char *text)
{
	struct value v = value_parse(a, str_c(text ? text : ""));
	return value_exact(&v);
}

static size_t split(struct arena *a, const char *text, str **ret)
{
	str s = str_c(text), *at = make_n(a, str, s.n + 1);
	size_t n = 0;
	for (size_t from = 0; s.n; n++) {
		size_t end = str_find(s, S("|"), from);
		at[n] = str_sub(s, from, end);
		if (end >= s.n) {
			n++;
			break;
		}
		from = end + 1;
	}
	*ret = at;
	return n;
}

struct made { struct rule_case c; struct value values[32]; };

static void make_case(struct arena *a, const struct row *row, struct made *m)
{
	str *texts, *names;
	size_t n = split(a, row->inputs, &texts), least, most;
	row->rule->type->inputs(row->rule, &least, &most);
	rule_fold(a, row->rule);
	*m = (struct made){ .c = { .max = of(row->max), .decimals = 3, .at = m->values, .n = n ? n : least ? 1 : 0, .none = row->none,
		                   .share = fraction(a, row->share), .best = fraction(a, row->best) } };
	assert_true(m->c.n <= COUNT(m->values));
	for (size_t i = 0; i < n; i++)
		m->values[i] = value_parse(a, texts[i]);
	if (row->names && split(a, row->names, &names) == m->c.n)
		m->c.names = names;
	if (m->c.n < least || m->c.n > most)
		fail_msg("%s of \"%s\": %zu inputs, not %zu to %zu", row->rule->type->name, row->inputs, m->c.n, least, most);
}

static int wrong_rows;
#define SAY(...) (wrong_rows++, print_error(__VA_ARGS__))

static void check_row(struct arena *a, const struct row *row)
{
	struct made m;
	struct rule_score s;
	make_case(a, row, &m);
	rule_score(row->rule, &m.c, &s);
	points p = points_round(s.points, 3);
	str why = rule_why(a, row->rule, &m.c, &s, p);
	const char *name = row->rule->type->name;
	if ((int)s.state != row->state)
		SAY("%s of \"%s\": state %d, not %d\n", name, row->inputs, (int)s.state, row->state);
	if (!str_eq(why, str_c(row->why)))
		SAY("%s of \"%s\":\n  says  %.*s\n  wants %s\n", name, row->inputs, SF(why), row->why);
	if (row->state != OK) {
		assert_false(exact_defined(s.points));
		assert_int_equal(p, 0);
		return;
	}
	str three = points_vi(a, p), two = points_vi(a, points_round(s.points, 2));
	if (exact_cmp(s.points, fraction(a, row->exact)) || !str_eq(three, str_c(row->three)) || !str_eq(two, str_c(row->two)))
		SAY("%s of \"%s\": %lld/%lld, %.*s, %.*s\n", name, row->inputs, (long long)s.points.num, (long long)s.points.den, SF(three), SF(two));
}

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(1 << 20);
		check_row(a, &rows[i]);
		arena_free(a);
	}
	assert_int_equal(wrong_rows, 0);
}

/* A sheet with fewer inputs than its rule wants lacks them; of the names only those of its inputs are read. */
static const struct { struct rule *rule; const char *inputs; size_t n; const char *why; } short_rows[] = {
	{ &yes_no, "", 0, "Chưa có số liệu thứ 1." },
	{ &ratio, "", 0, "Chưa có số liệu \"hồ sơ đúng hạn\"." },
	{ &checklist, "có", 1, "Chưa có số liệu \"có báo cáo\"." },
	{ &weighted, "1|2", 2, "Chưa có số liệu \"chưa khắc phục\"." },
	{ &growth, "12", 1, "Chưa có số liệu thứ 2." },
	{ &thresholds, "", 0, "Chưa có số liệu \"sáng kiến\"." },
	{ &formula, "7|2", 2, "Chưa có số liệu \"tổng\"." },
};

static void test_short(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(short_rows); i++) {
		struct arena *a = arena_open(1 << 20);
		str *texts, names[] = { S("một"), S("hai"), S("ba"), S("bốn") };
		struct value *values = make_n(a, struct value, short_rows[i].n + 1);
		size_t n = split(a, short_rows[i].inputs, &texts);
		assert_int_equal(n, short_rows[i].n);
		for (size_t k = 0; k < n; k++)
			values[k] = value_parse(a, texts[k]);
		values[n] = value_parse(a, S("1"));                      /* not of this sheet */
		struct rule_case c = { .max = 2 * POINT, .decimals = 3, .at = values, .n = n, .names = names };
		struct rule_score s;
		rule_fold(a, short_rows[i].rule);
		rule_score(short_rows[i].rule, &c, &s);
		assert_int_equal(s.state, RULE_MISSING);
		assert_int_equal(s.input, n);
		str why = rule_why(a, short_rows[i].rule, &c, &s, 0);
		if (!str_eq(why, str_c(short_rows[i].why)))
			fail_msg("%s:\n  says  %.*s\n  wants %s", short_rows[i].rule->type->name, SF(why), short_rows[i].why);
		arena_free(a);
	}
}

/* -- from the words to the points -------------------------------------------------------------------- */

/* What the parser makes of the wording is what the types read: a rule as it is printed, and one sheet. */
static const struct { const char *text, *max, *inputs, *why; } read_rows[] = {
	{ "Có: điểm tối đa; không: 0 điểm", "2", "có", "Kết quả \"có\": 2 điểm." },
	{ "Đạt: điểm tối đa; không đạt: 0 điểm", "2", "không", "Kết quả \"không\": 0 điểm." },
	{ "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm", "1", "Không kịp thời", "Kết quả \"Không kịp thời\": 0,5 điểm." },
	{ "Đến 100%: điểm tối đa; trên 100%: 0 điểm", "1", "42|40", "42/40 = 105% nằm trong mức trên 100%: 0 điểm." },
	{ "Đến 100%: điểm tối đa; trên 100%: 0 điểm", "1", "40|40", "40/40 = 100% nằm trong mức đến 100%: 1 điểm." },
	{ "Công thức: ([xong] - [quá hạn]) / [giao] × điểm tối đa", "1", "3|-2|5",
	  "Số liệu \"quá hạn\": không được âm, mà đang ghi \"−2\"." },
	{ "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "1", "16/19",
	  "16/19 ≈ 84,21% nằm trong mức từ 80% đến dưới 90%: 0,5 điểm." },
	{ "Tỷ lệ hồ sơ đúng hạn × điểm tối đa", "2", "8/9", "8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm." },
	{ "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm", "1.5", "74,99%", "74,99% dưới mức 0,8: 0 điểm." },
	{ "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; không phát sinh: điểm tối đa", "1.5", "0|0", "Không phát sinh (0/0): điểm tối đa, 1,5 điểm." },
	{ "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm", "2", "85%",
	  "85% nằm trong mức từ 70% đến dưới 95%: 85% × 2 điểm = 1,7 điểm." },
	{ "Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa", "2", "45%", "45% hồ sơ trực tuyến / 50% × 2 điểm = 1,8 điểm." },
	{ "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25", "1", "có|không|có", "Có kế hoạch 0,5 + đúng hạn 0,25 = 0,75 điểm." },
	{ "Tổng điểm các mục đạt (thang điểm 100): ban hành 10; công khai 90", "1.5", "có|không", "(ban hành 10) / 100 × 1,5 điểm = 0,15 điểm." },
	{ "Tổng điểm các mục đạt (thang điểm 100)", "1.5", "95,5", "95,5 / 100 × 1,5 điểm = 1,433 điểm." },
	{ "Mỗi cuộc họp được 0,25 điểm", "1", "3", "3 cuộc họp × 0,25 điểm = 0,75 điểm." },
	{ "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa", "2", "2|1",
	  "2 văn bản chậm × 0,25 điểm, 1 văn bản sai × 10% × 2 điểm: 2 − 0,7 = 1,3 điểm." },
	{ "Điểm phạt: mỗi đơn thư trừ 0,5 điểm", "0", "3", "Điểm phạt: 3 đơn thư × 0,5 điểm = 1,5 điểm." },
	{ "Điểm thưởng: mỗi sáng kiến được 0,5 điểm", "0", "3", "Điểm thưởng: 3 sáng kiến × 0,5 điểm = 1,5 điểm." },
	{ "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa", "2", "32|11|3",
	  "(32 × 1 + 11 × 0,5) / 46 × 2 điểm = 1,63 điểm." },
	{ "Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa", "2", "", "Chưa có điểm của các tiêu chí 1; 2; 3 (trừ 1.2)." },
	{ "Kết quả Chỉ số chuyển đổi số × điểm tối đa", "2", "85%", "Kết quả Chỉ số chuyển đổi số 85% × 2 điểm = 1,7 điểm." },
	{ "Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm", "1", "12|12", "Năm nay 12, bằng năm trước 12: 0,5 điểm." },
	{ "Tăng so với năm trước: điểm tối đa; không tăng so với năm trước: 0 điểm", "1", "12|12", "Năm nay 12, bằng năm trước 12: 0 điểm." },
	{ "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm", "2", "1", "1 sáng kiến nằm trong mức có 1 sáng kiến: 1 điểm." },
	{ "Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm", "2", "3", "3/20 hồ sơ sai × 0,1 điểm: 2 − 0,3 = 1,7 điểm." },
	{ "Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm", "1", "có|không", "Thiếu điều kiện \"có báo cáo\": 0 điểm." },
	{ "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]", "2", "không|8|9",
	  "Kết quả \"không\": 0 điểm; 8/9 hồ sơ đúng hạn × 2 điểm = 1,778 điểm; lấy cao nhất 1,778 điểm." },
	{ "Khảo sát: tỷ lệ hài lòng × điểm tối đa", "10", "86,4%", "86,4% hài lòng × 10 điểm = 8,64 điểm." },
	{ "Khảo sát (người dân 60%; doanh nghiệp 40%): rất hài lòng 100%; hài lòng 75%; không hài lòng 0%", "2", "50|40|10|20|0|20",
	  "Người dân (50 × 100% + 40 × 75%) / 100 = 80%; doanh nghiệp (20 × 100%) / 40 = 50%; "
	  "(80% × 60% + 50% × 40%) / (60% + 40%) × 2 điểm = 1,36 điểm." },
	{ "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch; Chánh Văn phòng", "2", "1|1|2", "(1 + 1 + 2) / 3 người chấm = 1,333 điểm." },
	{ "Số sáng kiến so với đơn vị cao nhất trong nhóm × điểm tối đa", "2", "3", "Chưa biết kết quả của đơn vị cao nhất trong nhóm." },
	{ "Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa", "1", "7|2|9", "(7 + 0,5 × 2) / 9 × 1 điểm = 0,889 điểm." },
	{ "Chấm từ 0 đến 2 điểm, bước 0,25 điểm", "2", "1,3", "Số liệu thứ 1: không đúng bước điểm, mà đang ghi \"1,3\"." },
	{ "Không phát sinh: điểm tối đa", "2", "", "Người thẩm định chấm, từ 0 đến 2 điểm." },
};

static void test_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(read_rows); i++) {
		struct arena *a = arena_open(1 << 20);
		struct row row = { .max = read_rows[i].max, .inputs = read_rows[i].inputs };
		struct made m;
		struct rule_score s;
		struct err e = { 0 };
		struct fault where;
		if (!rule_parse(a, str_c(read_rows[i].text), of(row.max), &row.rule, &where, &e))
			fail_msg("%s: %s", read_rows[i].text, e.message);
		make_case(a, &row, &m);
		rule_score(row.rule, &m.c, &s);
		str why = rule_why(a, row.rule, &m.c, &s, points_round(s.points, 3));
		if (!str_eq(why, str_c(read_rows[i].why)))
			fail_msg("%s:\n  says  %.*s\n  wants %s", read_rows[i].text, SF(why), read_rows[i].why);
		arena_free(a);
	}
}

/* The example of a type is of that type, is printed as it stands, and takes as many inputs as the type says. */
static void test_examples(void **state)
{
	(void)state;
	struct rule_types all = rule_types_all();
	for (size_t i = 0; i < all.n; i++) {
		struct arena *a = arena_open(1 << 20);
		struct rule *r;
		struct err e = { 0 };
		struct fault where;
		size_t least, most;
		if (!rule_parse(a, str_c(all.at[i]->example), 2 * POINT, &r, &where, &e))
			fail_msg("%s: %s", all.at[i]->example, e.message);
		assert_ptr_equal(r->type, all.at[i]);
		if (!str_eq(rule_print(a, r), str_c(all.at[i]->example)))
			fail_msg("%s: printed %.*s", all.at[i]->example, SF(rule_print(a, r)));
		r->type->inputs(r, &least, &most);
		assert_true(least <= most && (most > 0) == (r->type != &rule_derived));
		arena_free(a);
	}
}

/* Every type has rows, and both what it gives and what it refuses are among them. */
static void test_each_type(void **state)
{
	(void)state;
	struct rule_types all = rule_types_all();
	assert_int_equal(all.n, 23);
	for (size_t i = 0; i < all.n; i++) {
		int scored = 0, refused = 0;
		for (size_t k = 0; k < COUNT(rows); k++) {
			scored += rows[k].rule->type == all.at[i] && rows[k].state == OK;
			refused += rows[k].rule->type == all.at[i] && rows[k].state != OK;
		}
		if (scored < 2 || refused < 1)
			fail_msg("%s: %d rows scored, %d refused", all.at[i]->name, scored, refused);
		assert_ptr_equal(rule_type_find(str_c(all.at[i]->name)), all.at[i]);
	}
	assert_null(rule_type_find(S("")));
	assert_null(rule_type_find(S("ratios")));
}

int core_rule_score_tests(void);
int core_rule_score_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows),
		cmocka_unit_test(test_short),
		cmocka_unit_test(test_each_type),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_examples),
	};
	return cmocka_run_group_tests_name("core/rule_score", tests, NULL, NULL);
}
