#include "core/rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
/* after the above */
#include <cmocka.h>

enum { MEMORY = 256 << 20 };

static bool reads(struct arena *a, str text, points max, struct rule **ret, struct fault *where, struct err *e)
{
	*e = (struct err){ 0 };
	return rule_parse(a, text, max, ret, where, e);
}

/* -- the canonical wordings of docs/rules.md ---------------------------------------------------------------- */

static const struct { const char *type, *text; } canonical[] = {
	{ "yes_no", "Có: điểm tối đa; không: 0 điểm" },
	{ "options", "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm" },
	{ "bands", "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "ratio", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "floor", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm" },
	{ "mixed", "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm" },
	{ "target", "Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa" },
	{ "checklist", "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25" },
	{ "checklist", "Tổng điểm các mục đạt (thang điểm 100): ban hành 10; công khai 4" },
	{ "checklist", "Tổng điểm các mục đạt (thang điểm 100)" },
	{ "count", "Mỗi cuộc họp được 0,25 điểm" },
	{ "deduction", "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa" },
	{ "weighted", "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa" },
	{ "derived", "Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa" },
	{ "derived", "Tỷ lệ điểm của các tiêu chí khác × điểm tối đa" },
	{ "imported", "Kết quả Chỉ số chuyển đổi số × điểm tối đa" },
	{ "growth", "Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm" },
	{ "thresholds", "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm" },
	{ "sample", "Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm" },
	{ "conditions", "Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm" },
	{ "best", "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]" },
	{ "survey", "Khảo sát: tỷ lệ hài lòng × điểm tối đa" },
	{ "survey", "Khảo sát (người dân 60%; doanh nghiệp 40%): rất hài lòng 100%; hài lòng 75%; không hài lòng 0%" },
	{ "marks", "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch; Chánh Văn phòng" },
	{ "group", "Số sáng kiến so với đơn vị cao nhất trong nhóm × điểm tối đa" },
	{ "formula", "Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa" },
	{ "hand", "Chấm từ 0 đến 2 điểm, bước 0,25 điểm" },
	{ "hand", "Không phát sinh: điểm tối đa" },
	{ "hand", "Không phát sinh: loại khỏi mẫu số" },
	{ "floor", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm; không phát sinh: điểm tối đa" },
	{ "count", "Điểm thưởng: mỗi sáng kiến được 0,5 điểm" },
	{ "deduction", "Điểm phạt: mỗi văn bản sai trừ 0,5 điểm" },
	{ "best", "Cao nhất trong: [Cao nhất trong: [Có: 1 điểm; không: 0 điểm] hoặc [Tỷ lệ × điểm tối đa]] hoặc [Chấm từ 0 đến 2 điểm]" },
	{ "weighted", "Tỷ lệ có trọng số (xong 100%; chưa xong 0%) × điểm tối đa; dưới 50%: 0 điểm; không phát sinh: 0 điểm" },
	{ "derived", "Tỷ lệ điểm của các tiêu chí khác (trừ 7a.1; II) × điểm tối đa; dưới 0,75: 0 điểm" },
	{ "formula", "Công thức: điểm tối đa - (điểm tối đa - [a]) - ([b] - 1) / ([a] × (2 / [b]))" },
	{ "bands", "Trên 80% đến dưới 90,5%: 1,50 điểm; từ 90,5% đến 100%: 50% điểm tối đa; đến 80%: 0,5 × điểm tối đa" },
	{ "thresholds", "Chậm 0 ngày: 2 điểm; chậm từ 1 đến 3 ngày: 1 điểm; chậm từ 4 ngày trở lên: 0 điểm" },
};

static void test_canonical(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	for (size_t i = 0; i < COUNT(canonical); i++) {
		struct rule *r;
		struct fault where;
		struct err e;
		if (!reads(a, str_c(canonical[i].text), 2 * POINT, &r, &where, &e))
			fail_msg("\"%s\": %s", canonical[i].text, e.message);
		str printed = rule_print(a, r);
		if (strcmp(r->type->name, canonical[i].type) || !str_eq(printed, str_c(canonical[i].text)))
			fail_msg("\"%s\" is %s: \"%.*s\"", canonical[i].text, r->type->name, SF(printed));
	}
	arena_free(a);
}

/* Each type is read from the example it gives of itself. */
static void test_examples(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	struct rule_types all = rule_types_all();
	for (size_t i = 0; i < all.n; i++) {
		struct rule *r;
		struct fault where;
		struct err e;
		str example = str_c(all.at[i]->example);
		if (!reads(a, example, 2 * POINT, &r, &where, &e))
			fail_msg("%s: %s", all.at[i]->name, e.message);
		if (r->type != all.at[i] || !str_eq(rule_print(a, r), example))
			fail_msg("%s is read as %s", all.at[i]->name, r->type->name);
	}
	arena_free(a);
}

/* -- what else is read ---------------------------------------------------------------------------------------- */

static const struct { const char *text, *canonical; } variants[] = {
	{ "có: 2; không: 0",
	  "Có: 2 điểm; không: 0 điểm" },
	{ "Kịp thời - 1 điểm; không kịp thời - 0,5 điểm; không ban hành - 0",
	  "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm" },
	{ "Đạt yêu cầu: điểm tối đa; không đạt yêu cầu: 0",
	  "Đạt yêu cầu: điểm tối đa; không đạt yêu cầu: 0 điểm" },
	{ "90% trở lên: 1 điểm; đạt từ 80% đến dưới 90%: 0.5; dưới 80%: 0",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "Từ 90%: 1; 80% ≤ tỷ lệ < 90%: 0,5; < 80%: 0",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "≥ 90%: 1; từ 80% - dưới 90%: 0,5; còn lại: 0",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "tối thiểu 90%: 1; từ 80% - <90%: 0,5; nhỏ hơn 80%: 0",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "> 90%: 2; từ 80% đến hết 90%: 1; < 80%: 0",
	  "Trên 90%: 2 điểm; từ 80% đến 90%: 1 điểm; dưới 80%: 0 điểm" },
	{ "hơn 90%: 2; 80% ≤ tỷ lệ ≤ 90%: 1; dưới 80%: 0",
	  "Trên 90%: 2 điểm; từ 80% đến 90%: 1 điểm; dưới 80%: 0 điểm" },
	{ "lớn hơn 90%: 2; trên 80% đến 90%: 1; ≤ 80%: 0",
	  "Trên 90%: 2 điểm; trên 80% đến 90%: 1 điểm; đến 80%: 0 điểm" },
	{ "trên 90%: 2; trên 80% đến 90%: 1; không quá 80%: 0",
	  "Trên 90%: 2 điểm; trên 80% đến 90%: 1 điểm; đến 80%: 0 điểm" },
	{ "trên 90%: 2; trên 80% đến 90%: 1; tối đa 80%: 0",
	  "Trên 90%: 2 điểm; trên 80% đến 90%: 1 điểm; đến 80%: 0 điểm" },
	{ "trên 90%: 2; trên 80% đến 90%: 1; đến 80%: 0",
	  "Trên 90%: 2 điểm; trên 80% đến 90%: 1 điểm; đến 80%: 0 điểm" },
	{ "Đạt 100%: 1 điểm; dưới 100%: 0",
	  "Từ 100% trở lên: 1 điểm; dưới 100%: 0 điểm" },
	{ "bằng 100%: 1 điểm; trên 80% đến dưới 100%: 0,5; còn lại: 0",
	  "Từ 100% trở lên: 1 điểm; trên 80% đến dưới 100%: 0,5 điểm; đến 80%: 0 điểm" },
	{ "100%: 1 điểm; từ 80% đến dưới 100%: 0,5; dưới 80%: 0 điểm",
	  "Từ 100% trở lên: 1 điểm; từ 80% đến dưới 100%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "- Từ 80% - dưới 100% số nhiệm vụ: 0,5\n- Đạt 100%: 1 điểm\n- Dưới 80% số nhiệm vụ: 0 điểm.",
	  "Từ 80% đến dưới 100% số nhiệm vụ: 0,5 điểm; từ 100% trở lên: 1 điểm; dưới 80% số nhiệm vụ: 0 điểm" },
	{ "Hoàn thành 100% kế hoạch: 1; Hoàn thành từ 80% đến dưới 100% kế hoạch: 0,5; Hoàn thành dưới 80% kế hoạch: 0",
	  "Hoàn thành từ 100% kế hoạch trở lên: 1 điểm; hoàn thành từ 80% đến dưới 100% kế hoạch: 0,5 điểm; hoàn thành dưới 80% kế hoạch: 0 điểm" },
	{ "Có ban hành: 0.5; Không ban hành: 0",
	  "Có ban hành: 0,5 điểm; không ban hành: 0 điểm" },
	{ "+ Có ban hành: 0.5\n+ Không ban hành: 0",
	  "Có ban hành: 0,5 điểm; không ban hành: 0 điểm" },
	{ "Đúng thời gian: 0,5; không đúng thời gian: 0",
	  "Đúng thời gian: 0,5 điểm; không đúng thời gian: 0 điểm" },
	{ "Nếu tỷ lệ đạt từ 0,8 trở lên thì điểm đánh giá được tính theo công thức b/a × điểm tối đa; b/a < 0,8 thì điểm đánh giá là 0",
	  "Từ 0,8 trở lên: tỷ lệ × điểm tối đa; dưới 0,8: 0 điểm" },
	{ "(b/a) × 2",
	  "Tỷ lệ × điểm tối đa" },
	{ "b/a × điểm tối đa",
	  "Tỷ lệ × điểm tối đa" },
	{ "Tỷ lệ % hồ sơ đúng hạn nhân điểm tối đa",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "Điểm tối đa × tỷ lệ hồ sơ đúng hạn",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "Điểm = tỷ lệ hồ sơ đúng hạn × điểm tối đa",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "tỷ lệ hồ sơ đúng hạn × 2 điểm",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "Tỷ lệ hồ sơ đúng hạn x điểm tối đa; nếu tỷ lệ dưới 80% thì 0 điểm",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 80%: 0 điểm" },
	{ "Tỷ lệ hồ sơ đúng hạn * 2; nếu tỷ lệ dưới 80% thì được 0 điểm",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 80%: 0 điểm" },
	{ "Từ 95% trở lên: đạt điểm tối đa; từ 70% đến dưới 95%: tính theo công thức; dưới 70%: 0 điểm",
	  "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm" },
	{ "Từ 95% trở lên: 100% điểm; từ 70% đến dưới 95%: theo tỷ lệ; dưới 70%: 0 điểm",
	  "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm" },
	{ "Tỷ lệ hồ sơ trực tuyến so với mục tiêu 50% × điểm tối đa",
	  "Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa" },
	{ "Tổng điểm các mục đạt: có kế hoạch: 0,5 điểm; có báo cáo: 0,25 điểm",
	  "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25" },
	{ "Cứ mỗi cuộc họp được 0,25 điểm",
	  "Mỗi cuộc họp được 0,25 điểm" },
	{ "01 cuộc họp được 0,25 điểm",
	  "Mỗi cuộc họp được 0,25 điểm" },
	{ "Mỗi cuộc họp cộng 0,25",
	  "Mỗi cuộc họp được 0,25 điểm" },
	{ "trừ 0,25 điểm/văn bản chậm",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "cứ 1 văn bản chậm trừ 0,25",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "Mỗi văn bản chậm bị trừ 0,25 điểm",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "Văn bản chậm: trừ 0,25 điểm/văn bản",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "Trừ 0,25 điểm cho mỗi văn bản chậm",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "Mỗi văn bản chậm từ 3 ngày trở lên trừ 0,25 điểm",
	  "Mỗi văn bản chậm từ 3 ngày trở lên trừ 0,25 điểm" },
	{ "Tỷ lệ điểm của các lĩnh vực 1, 2, 3 × điểm tối đa",
	  "Tỷ lệ điểm của các tiêu chí 1; 2; 3 × điểm tối đa" },
	{ "Tỷ lệ điểm của tiêu chí 1 × điểm tối đa",
	  "Tỷ lệ điểm của các tiêu chí 1 × điểm tối đa" },
	{ "Tỷ lệ điểm các tiêu chí 1, 2 và 7a.1 (trừ 1.2) x 2",
	  "Tỷ lệ điểm của các tiêu chí 1; 2; 7a.1 (trừ 1.2) × điểm tối đa" },
	{ "Tỷ lệ kết quả Chỉ số chuyển đổi số × điểm tối đa",
	  "Kết quả Chỉ số chuyển đổi số × điểm tối đa" },
	{ "Tăng so với năm trước: 2; giảm so với năm trước: 0",
	  "Tăng so với năm trước: 2 điểm; giảm so với năm trước: 0 điểm" },
	{ "Cao hơn năm trước: 2; bằng năm trước: 1; thấp hơn năm trước: 0",
	  "Tăng so với năm trước: 2 điểm; bằng năm trước: 1 điểm; giảm so với năm trước: 0 điểm" },
	{ "Từ 2 sáng kiến: 2 điểm; 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm",
	  "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm" },
	{ "Từ 3 sáng kiến trở lên: 2 điểm; từ 1 đến 2 sáng kiến: 1 điểm; không có: 0 điểm",
	  "Từ 3 sáng kiến trở lên: 2 điểm; từ 1 đến 2 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm" },
	{ "Trên 2 sáng kiến: 2 điểm; từ 1 sáng kiến đến 2 sáng kiến: 1; không có sáng kiến nào: 0",
	  "Trên 2 sáng kiến: 2 điểm; từ 1 đến 2 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm" },
	{ "Kiểm tra ngẫu nhiên 20 hồ sơ, mỗi hồ sơ sai trừ 0,1 điểm",
	  "Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm" },
	{ "Đủ các điều kiện (có kế hoạch; có báo cáo): 2 điểm",
	  "Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm" },
	{ "Tỷ lệ hài lòng theo khảo sát × điểm tối đa",
	  "Khảo sát: tỷ lệ hài lòng × điểm tối đa" },
	{ "Khảo sát: hài lòng 100%; không hài lòng 0%",
	  "Khảo sát: hài lòng 100%; không hài lòng 0%" },
	{ "Công thức: nhỏ nhất([a]; [b]) : lớn nhất([c]; 1) x điểm tối đa",
	  "Công thức: nhỏ nhất([a]; [b]) / lớn nhất([c]; 1) × điểm tối đa" },
	{ "Công thức: 1/2 * [a] ÷ [b] × 2",
	  "Công thức: 1 / 2 × [a] / [b] × 2" },
	{ "Chấm từ 0 đến 2 điểm",
	  "Chấm từ 0 đến 2 điểm" },
	{ "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh hồ sơ: điểm tối đa",
	  "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh: điểm tối đa" },
	{ "Tỷ lệ hồ sơ × điểm tối đa; trường hợp không phát sinh thì không tính",
	  "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh: loại khỏi mẫu số" },
	{ "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh: không chấm",
	  "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh: loại khỏi mẫu số" },
	{ "Từ 90% trở lên: 100% số điểm; dưới 90%: 50% số điểm",
	  "Từ 90% trở lên: điểm tối đa; dưới 90%: 50% điểm tối đa" },
	{ "Từ 90% trở lên: tối đa; từ 50% đến dưới 90%: 1/2 điểm tối đa; dưới 50%: 0",
	  "Từ 90% trở lên: điểm tối đa; từ 50% đến dưới 90%: 50% điểm tối đa; dưới 50%: 0 điểm" },
	{ "tu 90% tro len: 1 diem; tu 80% den duoi 90%: 0,5 diem; duoi 80%: 0 diem",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "TỪ 90% TRỞ LÊN: 1 ĐIỂM; DƯỚI 90%: 0 ĐIỂM",
	  "Từ 90% trở lên: 1 điểm; dưới 90%: 0 điểm" },
	{ "Từ 0,9 trở lên: 1 điểm; dưới 0,9: 0 điểm",
	  "Từ 0,9 trở lên: 1 điểm; dưới 0,9: 0 điểm" },
	{ "Chậm dưới 10 ngày: 0,5; chậm từ 10 ngày trở lên: 0; đúng hạn: 2",
	  "Chậm dưới 10 ngày: 0,5 điểm; chậm từ 10 ngày trở lên: 0 điểm; đúng hạn: 2 điểm" },
	{ "Ban hành trước 31/12: 2; ban hành sau 31/12/2025: 1; không ban hành: 0",
	  "Ban hành trước 31/12: 2 điểm; ban hành sau 31/12/2025: 1 điểm; không ban hành: 0 điểm" },
	{ "Mức 1: 2 điểm; Mức 2: 1 điểm; Mức 3: 0",
	  "Mức 1: 2 điểm; mức 2: 1 điểm; mức 3: 0 điểm" },
	{ "(Số hồ sơ đúng hạn/Tổng số hồ sơ) × điểm tối đa",
	  "Tỷ lệ (Số hồ sơ đúng hạn/Tổng số hồ sơ) × điểm tối đa" },
	{ "Số hồ sơ đúng hạn / tổng số hồ sơ × điểm tối đa",
	  "Tỷ lệ số hồ sơ đúng hạn / tổng số hồ sơ × điểm tối đa" },
	{ "Từ 90% số văn bản trở lên đạt 1 điểm; từ 80% đến dưới 90% số văn bản đạt 0,5 điểm; dưới 80% số văn bản không có điểm",
	  "Từ 90% số văn bản trở lên: 1 điểm; từ 80% đến dưới 90% số văn bản: 0,5 điểm; dưới 80% số văn bản: 0 điểm" },
	{ "Thi đua tốt: 2; thi đua khá: 1; còn lại: 0",
	  "Thi đua tốt: 2 điểm; thi đua khá: 1 điểm; còn lại: 0 điểm" },
	{ "Điểm thưởng: mỗi sáng kiến được 0,5 điểm; không phát sinh: 0 điểm",
	  "Điểm thưởng: mỗi sáng kiến được 0,5 điểm; không phát sinh: 0 điểm" },
	{ "Có đầy đủ: 2 điểm; không đầy đủ: 50% điểm tối đa; không có: 0",
	  "Có đầy đủ: 2 điểm; không đầy đủ: 50% điểm tối đa; không có: 0 điểm" },
	{ "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 50%) × 2; dưới 80%: 0 điểm",
	  "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 50%) × điểm tối đa; dưới 80%: 0 điểm" },
	{ "Đạt từ 90% trở lên thì điểm đánh giá là 1; dưới 90% thì điểm đánh giá là 0",
	  "Từ 90% trở lên: 1 điểm; dưới 90%: 0 điểm" },
	{ "Từ 80% - dưới 100% số nhiệm vụ: 0,5 điểm.\nĐạt 100%: 1 điểm.\nCòn lại: 0 điểm.",
	  "Từ 80% đến dưới 100% số nhiệm vụ: 0,5 điểm; từ 100% trở lên: 1 điểm; dưới 80%: 0 điểm" },
	{ "Số điểm = (số hồ sơ đúng hạn / tổng số hồ sơ) x 2",
	  "Tỷ lệ (số hồ sơ đúng hạn / tổng số hồ sơ) × điểm tối đa" },
	{ "Tính theo công thức: tỷ lệ hồ sơ đúng hạn x điểm tối đa",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa" },
	{ "Không có văn bản sai phạm: 1 điểm; có văn bản sai phạm: 0 điểm",
	  "Không có văn bản sai phạm: 1 điểm; có văn bản sai phạm: 0 điểm" },
	{ "Ban hành đúng thời gian (trong tháng 01): 2; ban hành chậm: 0,25; không ban hành: 0",
	  "Ban hành đúng thời gian (trong tháng 01): 2 điểm; ban hành chậm: 0,25 điểm; không ban hành: 0 điểm" },
	{ "100% cán bộ được đào tạo: 1; dưới 100% cán bộ được đào tạo: 0",
	  "Từ 100% cán bộ được đào tạo trở lên: 1 điểm; dưới 100% cán bộ được đào tạo: 0 điểm" },
	{ "Đạt 100%: 1; không đạt 100%: 0",
	  "Từ 100% trở lên: 1 điểm; dưới 100%: 0 điểm" },
	{ "Từ 95% - 100%: 2; từ 80% - dưới 95%: 1; dưới 80%: 0",
	  "Từ 95% đến 100%: 2 điểm; từ 80% đến dưới 95%: 1 điểm; dưới 80%: 0 điểm" },
	{ "Từ 95-100%: 2; từ 80 đến dưới 95%: 1; dưới 80%: 0",
	  "Từ 95% đến 100%: 2 điểm; từ 80% đến dưới 95%: 1 điểm; dưới 80%: 0 điểm" },
	{ "≥90%: 1; 80-<90%: 0,5; <80%: 0",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "Nếu b/a ≥ 0,8 thì điểm đánh giá = (b/a) × điểm tối đa; nếu b/a < 0,8 thì 0 điểm",
	  "Từ 0,8 trở lên: tỷ lệ × điểm tối đa; dưới 0,8: 0 điểm" },
	{ "Tỷ lệ từ 90% trở lên được 1 điểm; từ 80% đến dưới 90% được 0,5 điểm; dưới 80% được 0 điểm",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm" },
	{ "Kịp thời (1 điểm); không kịp thời (0 điểm)",
	  "Kịp thời: 1 điểm; không kịp thời: 0 điểm" },
	{ "Kịp thời: 1đ; không kịp thời: 0đ",
	  "Kịp thời: 1 điểm; không kịp thời: 0 điểm" },
	{ "Từ 90% trở lên (điểm tối đa); dưới 90% (0 điểm)",
	  "Từ 90% trở lên: điểm tối đa; dưới 90%: 0 điểm" },
	{ "a) Có: 2 điểm\nb) Không: 0 điểm",
	  "Có: 2 điểm; không: 0 điểm" },
	{ "Từ 90% số văn bản trở lên đạt 1 điểm; từ 80% đến dưới 90% số văn bản đạt 0,5 điểm; dưới 80% số văn bản không có điểm",
	  "Từ 90% số văn bản trở lên: 1 điểm; từ 80% đến dưới 90% số văn bản: 0,5 điểm; dưới 80% số văn bản: 0 điểm" },
	{ "Trên 2 sáng kiến: 2 điểm; từ 1 sáng kiến đến 2 sáng kiến: 1; không có sáng kiến nào: 0",
	  "Trên 2 sáng kiến: 2 điểm; từ 1 đến 2 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm" },
	{ "Đúng tiến độ: ½ số điểm; hoàn thành sớm: tối đa; chậm: 0",
	  "Đúng tiến độ: 50% điểm tối đa; hoàn thành sớm: điểm tối đa; chậm: 0 điểm" },
	{ "Từ 3 cuộc trở lên: 2 điểm\n02 cuộc: 1 điểm\n01 cuộc: 0,5 điểm\nKhông có cuộc nào: 0 điểm",
	  "Từ 3 cuộc trở lên: 2 điểm; có 2 cuộc: 1 điểm; có 1 cuộc: 0,5 điểm; không có cuộc: 0 điểm" },
	{ "Mức độ hoàn thành kế hoạch × điểm tối đa",
	  "Tỷ lệ mức độ hoàn thành kế hoạch × điểm tối đa" },
	{ "Điểm đánh giá: tỷ lệ hoàn thành × điểm tối đa",
	  "Tỷ lệ hoàn thành × điểm tối đa" },
	{ "Điểm thưởng: có sáng kiến cấp tỉnh: 1 điểm; không: 0 điểm",
	  "Điểm thưởng: có sáng kiến cấp tỉnh: 1 điểm; không: 0 điểm" },
	{ "Ít nhất 90%: 2; không vượt quá 50%: 0; còn lại: 1",
	  "Từ 90% trở lên: 2 điểm; đến 50%: 0 điểm; trên 50% đến dưới 90%: 1 điểm" },
	{ "Không dưới 90%: 2; chưa đến 90%: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Lớn hơn hoặc bằng 90%: 2; thấp hơn 90%: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Cao hơn 90%: 2; 90% trở xuống: 0",
	  "Trên 90%: 2 điểm; đến 90%: 0 điểm" },
	{ "Vượt 90%: 2; nhỏ hơn hoặc bằng 90%: 0",
	  "Trên 90%: 2 điểm; đến 90%: 0 điểm" },
	{ "Nhiều hơn 3 lần: 2; nhiều nhất 3 lần: 0",
	  "Trên 3 lần: 2 điểm; đến 3 lần: 0 điểm" },
	{ "Trên 90%: 2; không trên 90%: 0",
	  "Trên 90%: 2 điểm; đến 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; chưa đạt 90%: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; các trường hợp còn lại: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; trường hợp khác: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; các mức còn lại: 50% của điểm tối đa",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 50% điểm tối đa" },
	{ "Từ trên 90%: 2; đến 90%: 0",
	  "Trên 90%: 2 điểm; đến 90%: 0 điểm" },
	{ "Đạt trên 90%: 2; đạt đến 90%: 0",
	  "Trên 90%: 2 điểm; đến 90%: 0 điểm" },
	{ "90% > tỷ lệ ≥ 80%: 1; tỷ lệ ≥ 90%: 2; tỷ lệ < 80%: 0",
	  "Từ 80% đến dưới 90%: 1 điểm; từ 90% trở lên: 2 điểm; dưới 80%: 0 điểm" },
	{ "Nhiều hơn năm trước: 2; giữ nguyên: 1; ít hơn năm trước: 0",
	  "Tăng so với năm trước: 2 điểm; bằng năm trước: 1 điểm; giảm so với năm trước: 0 điểm" },
	{ "Tăng: 2; không tăng: 0",
	  "Tăng so với năm trước: 2 điểm; giảm so với năm trước: 0 điểm" },
	{ "Được 0,25 điểm cho mỗi cuộc họp",
	  "Mỗi cuộc họp được 0,25 điểm" },
	{ "Mỗi cuộc họp được cộng 5% điểm tối đa",
	  "Mỗi cuộc họp được 5% điểm tối đa" },
	{ "Đúng hạn: 2; không đúng hạn: 0",
	  "Đúng hạn: 2 điểm; không đúng hạn: 0 điểm" },
	{ "Có: số điểm tối đa; không: 0",
	  "Có: điểm tối đa; không: 0 điểm" },
	{ "Có: đủ điểm; không: 0",
	  "Có: điểm tối đa; không: 0 điểm" },
	{ "Có: 100% điểm tối đa; không: 0% điểm tối đa",
	  "Có: điểm tối đa; không: 0% điểm tối đa" },
	{ "Có: 1/4 số điểm; không: 0",
	  "Có: 25% điểm tối đa; không: 0 điểm" },
	{ "Có: 0,5 × điểm tối đa; không: 0",
	  "Có: 0,5 × điểm tối đa; không: 0 điểm" },
	{ "Có: 50% x điểm tối đa; không: 0",
	  "Có: 50% điểm tối đa; không: 0 điểm" },
	{ "Có được 2 điểm; không được 0 điểm",
	  "Có: 2 điểm; không: 0 điểm" },
	{ "• Có = 2 điểm\n• Không = 0 điểm",
	  "Có: 2 điểm; không: 0 điểm" },
	{ "* Có: 2 điểm\n* Không: 0 điểm",
	  "Có: 2 điểm; không: 0 điểm" },
	{ "Tỉ lệ phần trăm hồ sơ chia cho 50% nhân với điểm tối đa",
	  "Tỷ lệ hồ sơ / 50% × điểm tối đa" },
	{ "Tỷ lệ (%) hồ sơ × điểm tối đa",
	  "Tỷ lệ hồ sơ × điểm tối đa" },
	{ "Tổng điểm các mục đạt: có kế hoạch: 50% điểm tối đa; báo cáo quý 2 đúng hạn 0,5; kiểm tra 5 hồ sơ: 0,5",
	  "Tổng điểm các mục đạt: có kế hoạch: 50% điểm tối đa; báo cáo quý 2 đúng hạn 0,5; kiểm tra 5 hồ sơ 0,5" },
	{ "Khảo sát: tỷ lệ hài lòng × điểm tối đa; dưới 50%: 0 điểm",
	  "Khảo sát: tỷ lệ hài lòng × điểm tối đa; dưới 50%: 0 điểm" },
	{ "Trung bình điểm chấm của Chủ tịch; Phó Chủ tịch; không phát sinh: loại khỏi mẫu số",
	  "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch; không phát sinh: loại khỏi mẫu số" },
	{ "Công thức: Điểm tối đa - 0.25 x [văn bản chậm]",
	  "Công thức: điểm tối đa - 0,25 × [văn bản chậm]" },
	{ "Không phát sinh thì đạt điểm tối đa",
	  "Không phát sinh: điểm tối đa" },
	{ "Không phát sinh: 2 điểm",
	  "Không phát sinh: điểm tối đa" },
	{ "Nếu không phát sinh thì loại khỏi mẫu số",
	  "Không phát sinh: loại khỏi mẫu số" },
	{ "Kết quả Chỉ số chuyển đổi số × 2; dưới 50%: 0",
	  "Kết quả Chỉ số chuyển đổi số × điểm tối đa; dưới 50%: 0 điểm" },
	{ "Từ 90% trở lên: tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 90%: 0",
	  "Từ 90% trở lên: tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 90%: 0 điểm" },
	{ "Số hồ sơ đúng hạn / tổng số hồ sơ × điểm tối đa",
	  "Tỷ lệ số hồ sơ đúng hạn / tổng số hồ sơ × điểm tối đa" },
	{ "Tỷ lệ hồ sơ (trừ hồ sơ rút) × điểm tối đa",
	  "Tỷ lệ hồ sơ (trừ hồ sơ rút) × điểm tối đa" },
	{ "Tỷ lệ cán bộ, công chức cộng tác viên nhân dân × điểm tối đa",
	  "Tỷ lệ cán bộ, công chức cộng tác viên nhân dân × điểm tối đa" },
	{ "Mỗi hồ sơ trễ hạn trừ 0,1 điểm, tối đa không quá điểm tối đa",
	  "Mỗi hồ sơ trễ hạn trừ 0,1 điểm" },
	{ "Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm",
	  "Mỗi sáng kiến được 0,5 điểm" },
	{ "Mỗi sáng kiến được 0,5 điểm (tối đa 2 điểm)",
	  "Mỗi sáng kiến được 0,5 điểm" },
	{ "Trừ 0,25 điểm/văn bản chậm, tối đa 2 điểm",
	  "Mỗi văn bản chậm trừ 0,25 điểm" },
	{ "Mỗi văn bản thiếu trừ 0,5 điểm và mỗi văn bản sai trừ 1 điểm",
	  "Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản sai trừ 1 điểm" },
	{ "Mỗi văn bản thiếu trừ 0,5 điểm, mỗi văn bản sai trừ 1 điểm",
	  "Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản sai trừ 1 điểm" },
	{ "Mỗi văn bản thiếu trừ 0,5 điểm. Mỗi văn bản sai trừ 1 điểm.",
	  "Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản sai trừ 1 điểm" },
	{ "Tổng điểm các mục đạt: có kế hoạch: 0,5 điểm, có báo cáo: 0,25 điểm",
	  "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25" },
	{ "Từ 90% cán bộ và công chức trở lên: 2 điểm; dưới 90% cán bộ và công chức: 0 điểm",
	  "Từ 90% cán bộ và công chức trở lên: 2 điểm; dưới 90% cán bộ và công chức: 0 điểm" },
	{ "Từ 90% trở lên: 2 điểm, từ 80% đến dưới 90%: 1 điểm, dưới 80%: 0 điểm",
	  "Từ 90% trở lên: 2 điểm; từ 80% đến dưới 90%: 1 điểm; dưới 80%: 0 điểm" },
	{ "Từ 90% trở lên: 2 điểm. Từ 80% đến dưới 90%: 1 điểm. Dưới 80%: 0 điểm.",
	  "Từ 90% trở lên: 2 điểm; từ 80% đến dưới 90%: 1 điểm; dưới 80%: 0 điểm" },
	{ "Từ 90% trở lên: 2, dưới 90%: 0",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên được 2 điểm, dưới 90% được 0 điểm",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 95% trở lên: 2; từ 80% và dưới 95%: 1; dưới 80%: 0",
	  "Từ 95% trở lên: 2 điểm; từ 80% đến dưới 95%: 1 điểm; dưới 80%: 0 điểm" },
	{ "≥ 95%: 2; ≥ 80% và < 95%: 1; < 80%: 0",
	  "Từ 95% trở lên: 2 điểm; từ 80% đến dưới 95%: 1 điểm; dưới 80%: 0 điểm" },
	{ "≥ 95%: 2; ≥ 80%, < 95%: 1; < 80%: 0",
	  "Từ 95% trở lên: 2 điểm; từ 80% đến dưới 95%: 1 điểm; dưới 80%: 0 điểm" },
	{ "Từ 90% trở lên: 2; dưới 90%: không tính điểm",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; dưới 90% không chấm điểm",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "Từ 90% trở lên: 2; dưới 90%: không được điểm",
	  "Từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm" },
	{ "1 điểm nếu từ 90% trở lên; 0 điểm nếu dưới 90%",
	  "Từ 90% trở lên: 1 điểm; dưới 90%: 0 điểm" },
	{ "Kịp thời: 2 điểm, không kịp thời: 0 điểm",
	  "Kịp thời: 2 điểm; không kịp thời: 0 điểm" },
	{ "Tỷ lệ hồ sơ đúng hạn × điểm tối đa, dưới 80%: 0 điểm",
	  "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 80%: 0 điểm" },
	{ "Có kế hoạch, có báo cáo: 2 điểm; không: 0 điểm",
	  "Có kế hoạch, có báo cáo: 2 điểm; không: 0 điểm" },
};

static void test_variants(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	for (size_t i = 0; i < COUNT(variants); i++) {
		struct rule *r, *same;
		struct fault where;
		struct err e;
		if (!reads(a, str_c(variants[i].text), 2 * POINT, &r, &where, &e))
			fail_msg("\"%s\": %s", variants[i].text, e.message);
		str printed = rule_print(a, r);
		if (!str_eq(printed, str_c(variants[i].canonical)))
			fail_msg("\"%s\" prints \"%.*s\"", variants[i].text, SF(printed));
		if (!reads(a, printed, 2 * POINT, &same, &where, &e) || !rule_same(r, same))
			fail_msg("\"%.*s\" is not the same rule", SF(printed));
	}
	arena_free(a);
}

/* -- what is refused -------------------------------------------------------------------------------------------- */

/* The bytes where it is wrong, what is said, and what is proposed. */
static const struct { int max; const char *text; size_t from; const char *there, *message, *hint; } refused[] = {
	{ 2, "trên 90%: 2; từ 70%–90%: 1", 14, "từ 70%–90%",
	  "Không rõ đúng 90% được mấy điểm: “từ 70%–90%” không nói có tính cả 90% hay không.",
	  "Viết “từ 70% đến 90%”." },
	{ 2, "trên 90%: 2; từ 70%–90%: 1; dưới 70%: 0", 14, "từ 70%–90%",
	  "Không rõ đúng 90% được mấy điểm: “từ 70%–90%” không nói có tính cả 90% hay không.",
	  "Viết “từ 70% đến 90%”." },
	{ 2, "từ 90% trở lên: 2; từ 70% - 90%: 1; dưới 70%: 0", 24, "từ 70% - 90%",
	  "Không rõ đúng 90% được mấy điểm: “từ 70% - 90%” không nói có tính cả 90% hay không.",
	  "Viết “từ 70% đến dưới 90%”." },
	{ 2, "từ 90% trở lên: 2; 70%-90%: 1; dưới 70%: 0", 24, "70%-90%",
	  "Không rõ đúng 90% được mấy điểm: “70%-90%” không nói có tính cả 90% hay không.",
	  "Viết “từ 70% đến dưới 90%”." },
	{ 2, "Từ 95% trở lên: 2; trên 80% - 90%: 1; dưới 80%: 0", 24, "trên 80% - 90%",
	  "Không rõ đúng 90% được mấy điểm: “trên 80% - 90%” không nói có tính cả 90% hay không.",
	  "Viết “trên 80% đến 90%” nếu tính cả 90%, hoặc “trên 80% đến dưới 90%” nếu không." },
	{ 2, "Từ 90% trở lên: 1; từ 70% đến dưới 85%: 0,5; dưới 70%: 0", 0, "Từ 90% trở lên",
	  "Không rõ từ 85% đến dưới 90% được mấy điểm.",
	  "Thêm mức “từ 85% đến dưới 90%: … điểm”." },
	{ 2, "Trên 90%: 1; dưới 90%: 0", 0, "Trên 90%",
	  "Không rõ đúng 90% được mấy điểm: không mức nào tính cả 90%.",
	  "Viết “đến 90%” hoặc “từ 90% trở lên”." },
	{ 2, "Từ 90% trở lên: 1; từ 80% đến 90%: 0,5; dưới 80%: 0", 24, "từ 80% đến 90%",
	  "Đúng 90% có hai kết quả: hai mức cùng tính cả 90%.",
	  "Viết “từ 80% đến dưới 90%” hoặc “trên 90%”." },
	{ 2, "Từ 90% trở lên: 1; từ 80% đến 95%: 0,5; dưới 80%: 0", 24, "từ 80% đến 95%",
	  "“từ 90% đến 95%” có hai kết quả: hai mức chồng lên nhau.",
	  "Sửa cận của một trong hai mức để mỗi giá trị chỉ thuộc một mức." },
	{ 2, "Từ 90% trở lên: 1; từ 80% đến dưới 90%: 0,5", 24, "từ 80% đến dưới 90%",
	  "Không rõ dưới 80% được mấy điểm.",
	  "Thêm mức “dưới 80%: … điểm”." },
	{ 2, "Từ 80% đến dưới 90%: 0,5; dưới 80%: 0", 0, "Từ 80% đến dưới 90%",
	  "Không rõ từ 90% trở lên được mấy điểm.",
	  "Thêm mức “từ 90% trở lên: … điểm”." },
	{ 2, "Từ 90% trở lên: 2,5 điểm; dưới 90%: 0", 21, "2,5 điểm",
	  "2,5 điểm vượt điểm tối đa 2.",
	  "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí." },
	{ 2, "Có: 3 điểm; không: 0", 5, "3 điểm",
	  "3 điểm vượt điểm tối đa 2.",
	  "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí." },
	{ 2, "Có: 120% điểm tối đa; không: 0", 5, "120% điểm tối đa",
	  "Phần này vượt điểm tối đa: nhiều nhất là 100%.",
	  "Viết “điểm tối đa”, hoặc phần nhỏ hơn 100%." },
	{ 2, "Mỗi cuộc họp được 3 điểm", 28, "3 điểm",
	  "3 điểm vượt điểm tối đa 2.",
	  "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí." },
	{ 2, "Chấm từ 0 đến 3 điểm", 21, "3",
	  "3 điểm vượt điểm tối đa 2.",
	  "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí." },
	{ 2, "Chấm từ 2 đến 1 điểm", 0, "Chấm từ 2 đến 1 điểm",
	  "Điểm ít nhất lớn hơn điểm nhiều nhất.",
	  "Viết như: “Chấm từ 0 đến 2 điểm, bước 0,25 điểm”." },
	{ 2, "Chấm từ 0 đến 2 điểm, bước 0 điểm", 0, "Chấm từ 0 đến 2 điểm",
	  "Bước điểm không thể bằng 0.",
	  "Viết như: “Chấm từ 0 đến 2 điểm, bước 0,25 điểm”." },
	{ 2, "Tỷ lệ hồ sơ × 3 điểm", 22, "3 điểm",
	  "Tỷ lệ nhân 3 điểm, nhưng điểm tối đa của tiêu chí là 2.",
	  "Viết “× điểm tối đa”." },
	{ 2, "Theo hướng dẫn của Sở Nội vụ", 0, "Theo hướng dẫn của Sở Nội vụ",
	  "Không đọc được “Theo hướng dẫn của Sở Nội vụ” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Có: điểm tối đa; không: 0 điểm”." },
	{ 2, "Từ 90% trở lên: cao; dưới 90%: 0", 21, "cao",
	  "Không đọc được “cao” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm”." },
	{ 2, "Từ 90% trở lên: ; dưới 90%: 0", 19, ":",
	  "Thiếu số điểm.",
	  "Ghi số điểm, ví dụ “0,5 điểm” hoặc “điểm tối đa”." },
	{ 2, "Từ 90% trở lên: 50%; dưới 90%: 0", 21, "50%",
	  "Không rõ “50%” là phần trăm của điểm tối đa hay của số khác.",
	  "Viết “50% điểm tối đa” hoặc số điểm." },
	{ 2, "Từ 90% trở lên: -1 điểm; dưới 90%: 0", 21, "-1",
	  "Điểm của một mức không thể âm.",
	  "Muốn trừ điểm, viết “Mỗi … trừ … điểm”." },
	{ 2, "Đúng thời gian: 0,5", 0, "Đúng thời gian: 0,5",
	  "Chỉ có một mức: không rõ trường hợp khác được mấy điểm.",
	  "Thêm mức còn lại, ví dụ “đúng thời gian: …; không đúng thời gian: 0 điểm”." },
	{ 2, "Có kế hoạch: 1; có báo cáo: 1", 0, "Có kế hoạch: 1; có báo cáo: 1",
	  "Không rõ chọn một mức hay cộng các mục: không mức nào được điểm tối đa, mà cộng lại thì vừa đủ.",
	  "Nếu cộng, viết “Tổng điểm các mục đạt: …”; nếu chọn một, ghi mức được điểm tối đa." },
	{ 2, "Kịp thời: 1; kịp thời: 0,5", 17, "kịp thời",
	  "“kịp thời” có hai kết quả.",
	  "Mỗi mức chỉ viết một lần." },
	{ 2, "Từ 90% trở lên: 1; kịp thời: 0", 24, "kịp thời",
	  "“kịp thời” không phải một khoảng, mà các mức khác là khoảng.",
	  "Viết khoảng, ví dụ “dưới 80%” hoặc “còn lại” ở mức cuối." },
	{ 2, "Còn lại: 0; từ 90% trở lên: 1", 0, "Còn lại: 0",
	  "“Còn lại” phải là mức cuối.",
	  "Đưa mức này xuống cuối, hoặc viết rõ cận." },
	{ 2, "Từ 0% trở lên: 1; còn lại: 0", 23, "còn lại",
	  "Các mức kia đã đủ mọi giá trị, không còn gì cho “còn lại”.",
	  "Viết rõ cận thay cho “còn lại”, ví dụ “dưới 80%: 0 điểm”." },
	{ 2, "Từ 90% trở lên: 1; từ 50% đến dưới 60%: 0,5; còn lại: 0", 58, "còn lại",
	  "Các mức kia để trống nhiều khoảng, nên không rõ “còn lại” là khoảng nào.",
	  "Viết rõ cận thay cho “còn lại”, ví dụ “dưới 80%: 0 điểm”." },
	{ 2, "Từ 90% đến dưới 80%: 1; dưới 80%: 0", 0, "Từ 90% đến dưới 80%",
	  "Mức này không có giá trị nào: cận dưới không nhỏ hơn cận trên.",
	  "Viết cận nhỏ trước, ví dụ “từ 80% đến dưới 90%”." },
	{ 2, "Từ 2 sáng kiến trở lên: 2; không có sáng kiến: 0", 0, "Từ 2 sáng kiến trở lên",
	  "Không rõ có 1 sáng kiến được mấy điểm.",
	  "Thêm mức “có 1 sáng kiến: … điểm”." },
	{ 2, "1 sáng kiến: 1; không có sáng kiến: 0", 0, "1 sáng kiến",
	  "Không rõ từ 2 sáng kiến trở lên được mấy điểm.",
	  "Thêm mức “từ 2 sáng kiến trở lên: … điểm”." },
	{ 2, "Từ 1 trở lên: 1; dưới 1: 0", 0, "Từ 1 trở lên",
	  "Không rõ 1 là 100% hay là một đơn vị.",
	  "Viết “từ 100% trở lên” nếu là tỷ lệ, “từ 1 văn bản trở lên” nếu là số lượng." },
	{ 2, "Từ 2 sáng kiến trở lên: 2; dưới 2 đề tài: 0", 0, "Từ 2 sáng kiến trở lên: 2; dưới 2 đề tài: 0",
	  "Các mức đếm những thứ khác nhau.",
	  "Viết cùng một đơn vị sau mỗi số, ví dụ “sáng kiến”." },
	{ 2, "Từ 1.000 hồ sơ trở lên: 2; dưới 1.000 hồ sơ: 0", 0, "Từ 1.000 hồ sơ trở lên",
	  "Số lượng phải là số nguyên, viết liền không dấu chấm, dấu phẩy.",
	  "Viết ví dụ “từ 1000 hồ sơ trở lên”; nếu là tỷ lệ thì viết phần trăm." },
	{ 2, "Từ 80% trở lên: 2; dưới 2 hồ sơ: 0", 0, "Từ 80% trở lên: 2; dưới 2 hồ sơ: 0",
	  "Các mức lẫn phần trăm với số khác, nên không rõ là tỷ lệ hay số lượng.",
	  "Viết mọi cận bằng phần trăm, hoặc mọi cận bằng số nguyên có đơn vị." },
	{ 2, "Tỷ lệ hồ sơ × điểm tối đa; dưới 0,8: 1 điểm", 41, "dưới 0,8: 1 điểm",
	  "Sau tỷ lệ nhân điểm tối đa chỉ có thể có mức sàn, rồi “không phát sinh”.",
	  "Viết mức sàn ví dụ “dưới 0,8: 0 điểm”; nhiều mức thì viết “Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; …”." },
	{ 2, "Tỷ lệ hồ sơ × điểm tối đa; kịp thời: 1 điểm", 41, "kịp thời: 1 điểm",
	  "Sau tỷ lệ nhân điểm tối đa chỉ có thể có mức sàn, rồi “không phát sinh”.",
	  "Viết mức sàn ví dụ “dưới 0,8: 0 điểm”; nhiều mức thì viết “Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; …”." },
	{ 2, "Tỷ lệ hồ sơ × điểm tối đa; dưới 120%: 0", 41, "dưới 120%: 0",
	  "Mức sàn của một tỷ lệ phải lớn hơn 0 và không quá 100%.",
	  "Viết ví dụ “dưới 80%: 0 điểm”." },
	{ 2, "Số hồ sơ × điểm tối đa", 0, "Số hồ sơ × điểm tối đa",
	  "Số lượng không nhân được với điểm tối đa: cần một tỷ lệ.",
	  "Viết như: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Tỷ lệ hồ sơ / 0% × điểm tối đa", 0, "Tỷ lệ hồ sơ / 0% × điểm tối đa",
	  "Mục tiêu không thể bằng 0.",
	  "Viết như: “Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa”." },
	{ 2, "Mỗi 5 văn bản trừ 0,25 điểm", 6, "5",
	  "Chỉ đọc được số điểm cho từng một, không phải cho mỗi 5.",
	  "Viết số điểm của mỗi một, ví dụ “Mỗi văn bản trừ 0,25 điểm”, hoặc dùng “Công thức: …”." },
	{ 2, "Mỗi văn bản trừ 0,25 điểm; mỗi cuộc họp được 1 điểm", 37, "mỗi cuộc họp được 1 điểm",
	  "Mức này không đi cùng cách tính ở trước nó.",
	  "Viết như: “Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa”." },
	{ 2, "Tăng so với năm trước: 2; bằng năm trước: 0", 33, "bằng năm trước: 0",
	  "Không rõ giảm so với năm trước được mấy điểm.",
	  "Thêm mức “giảm so với năm trước: 0 điểm”." },
	{ 2, "Tăng: 2; tăng so với năm trước: 1; giảm: 0", 10, "tăng so với năm trước",
	  "“tăng” có hai kết quả.",
	  "Mỗi trường hợp chỉ viết một lần." },
	{ 2, "Không phát sinh: 1 điểm", 19, "1 điểm",
	  "Không phát sinh thì được điểm tối đa, 0 điểm hoặc loại khỏi mẫu số.",
	  "Viết “không phát sinh: điểm tối đa”, “không phát sinh: 0 điểm” hoặc “không phát sinh: loại khỏi mẫu số”." },
	{ 2, "Không phát sinh: 0 điểm; có: 1; không: 0", 0, "Không phát sinh",
	  "“Không phát sinh” phải là mức cuối.",
	  "Đưa mức này xuống cuối." },
	{ 2, "Tổng điểm các mục đạt", 0, "Tổng điểm các mục đạt",
	  "Thiếu các mục và điểm của từng mục.",
	  "Viết như: “Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25”." },
	{ 2, "Tổng điểm các mục đạt: có kế hoạch", 34, "có kế hoạch",
	  "Thiếu điểm của mục này.",
	  "Viết như: “Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25”." },
	{ 2, "Tổng điểm các mục đạt (thang điểm 0): a 1", 0, "Tổng điểm các mục đạt",
	  "Thang điểm không thể bằng 0.",
	  "Viết ví dụ “Tổng điểm các mục đạt (thang điểm 100): …”." },
	{ 2, "Tổng điểm các mục đạt (thang điểm 10): a 11", 53, "a 11",
	  "Điểm của mục này phải là một số trong thang điểm.",
	  "Ghi số điểm không vượt thang điểm." },
	{ 2, "Tổng điểm các mục đạt: a 3", 36, "3",
	  "3 điểm vượt điểm tối đa 2.",
	  "Sửa số điểm này, hoặc sửa điểm tối đa của tiêu chí." },
	{ 2, "Tỷ lệ có trọng số (đã khắc phục 2) × điểm tối đa", 28, "đã khắc phục 2",
	  "Trọng số này vượt 1, nên kết quả có thể vượt điểm tối đa.",
	  "Trọng số từ 0 đến 1, hoặc từ 0% đến 100%." },
	{ 2, "Tỷ lệ có trọng số (đã khắc phục; chưa 0) × điểm tối đa", 28, "đã khắc phục",
	  "Thiếu trọng số sau tên này.",
	  "Viết ví dụ “đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0”." },
	{ 2, "Đủ các điều kiện (a; b): 1 điểm; thiếu một điều kiện: 0 điểm", 0, "Đủ các điều kiện (a; b): 1 điểm",
	  "Đủ các điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
	  "Muốn mỗi điều kiện có điểm riêng, viết “Tổng điểm các mục đạt: …”." },
	{ 2, "Đủ các điều kiện (a; b): điểm tối đa; thiếu một điều kiện: 0,5 điểm", 53, "thiếu một điều kiện: 0,5 điểm",
	  "Đủ các điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
	  "Muốn mỗi điều kiện có điểm riêng, viết “Tổng điểm các mục đạt: …”." },
	{ 2, "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm]", 0, "Cao nhất trong",
	  "Cần ít nhất hai cách tính để lấy cách cao nhất.",
	  "Viết như: “Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]”." },
	{ 2, "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [xyz]", 70, "xyz",
	  "Không đọc được “xyz” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm”." },
	{ 2, "Công thức: [a] + b × điểm tối đa", 20, "b",
	  "Không đọc được “b” trong công thức.",
	  "Tên số liệu đặt trong ngoặc vuông, ví dụ “Công thức: [đúng hạn] / [tổng] × điểm tối đa”." },
	{ 2, "Công thức: [a] + ", 20, "",
	  "Cách tính điểm viết chưa hết.",
	  "Kiểu gần nhất viết như sau: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Công thức: [] + 1", 14, "[",
	  "Thiếu tên số liệu trong ngoặc vuông.",
	  "Viết như: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Công thức: ([a] + 1", 14, "(",
	  "Dấu ngoặc này không được đóng.",
	  "Thêm dấu đóng, hoặc bỏ dấu này." },
	{ 2, "Công thức: ((((((((([a])))))))))", 22, "(",
	  "Ngoặc lồng nhau quá 8 lớp.",
	  "Tách thành nhiều tiêu chí thành phần, hoặc đặt tên cho số liệu trung gian." },
	{ 2, "Tỷ lệ điểm của các tiêu chí abc × điểm tối đa", 40, "abc",
	  "“abc” không phải mã tiêu chí.",
	  "Viết ví dụ “Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa”." },
	{ 2, "Kiểm tra 0 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm", 0, "Kiểm tra 0 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm",
	  "Số được kiểm tra phải là số nguyên từ 1 đến 1000000.",
	  "Viết như: “Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm”." },
	{ 2, "Từ 1234567890123456% trở lên: 1; còn lại: 0", 5, "1234567890123456%",
	  "Số quá dài: một số có nhiều nhất 15 chữ số, trong đó nhiều nhất 9 chữ số thập phân.",
	  "Làm tròn số này." },
	{ 2, "Có: 1/3 điểm tối đa; không: 0", 5, "1/3",
	  "Phân số này không viết được thành số thập phân.",
	  "Ghi số điểm, ví dụ “0,5 điểm”." },
	{ 2, "Có kế hoạch 0,5; có báo cáo 0,5", 0, "Có kế hoạch 0,5",
	  "Không rõ chọn một mức hay cộng các mục.",
	  "Nếu cộng, viết “Tổng điểm các mục đạt: có kế hoạch 0,5; …”; nếu chọn một, viết dấu “:” trước số điểm." },
	{ 2, "Có: 1) ; không: 0", 6, ")",
	  "Dấu ngoặc này không có dấu mở tương ứng.",
	  "Bỏ dấu này, hoặc thêm dấu mở ở trước." },
	{ 2, ".", 0, ".",
	  "Chưa có cách tính điểm.",
	  "Ví dụ: “Có: điểm tối đa; không: 0 điểm”." },
	{ 2, "Từ 90% trở lên: tỷ lệ hồ sơ × điểm tối đa; dưới 90%: tỷ lệ văn bản × điểm tối đa", 62, "dưới 90%: tỷ lệ văn bản × điểm tối đa",
	  "Các mức nhân những tỷ lệ khác nhau.",
	  "Cả tiêu chí chỉ dùng một tỷ lệ; dùng “Công thức: …” nếu cần nhiều số liệu." },
	{ 2, "Văn bản chậm: trừ 0,25 điểm/cuộc họp", 38, "cuộc họp",
	  "Không rõ điểm trừ tính cho mỗi “cuộc họp” nào.",
	  "Viết “Mỗi … trừ … điểm”." },
	{ 2, "Cứ 01 văn bản ban hành chậm trừ 0,1 điểm, trừ tối đa 1 điểm", 53, ", trừ tối đa 1 điểm",
	  "Chỉ đọc được giới hạn bằng điểm tối đa của tiêu chí.",
	  "Tách phần có giới hạn riêng thành một tiêu chí thành phần có điểm tối đa bằng giới hạn đó." },
	{ 2, "1 điểm: từ 90% trở lên; 0 điểm: dưới 90%", 11, "từ 90% trở lên",
	  "Không đọc được “từ 90% trở lên” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm”." },
	{ 2, "Không từ 90% trở lên: 1; dưới 90%: 0", 0, "Không từ 90% trở lên",
	  "Khoảng này viết theo lối phủ định nên không rõ.",
	  "Viết khoảng được tính, ví dụ “dưới 80%”." },
	{ 2, "Từ 3 cuộc trở lên: 2 điểm\nKhông tổ chức: 0 điểm", 36, "Không tổ chức",
	  "“không tổ chức” không phải một khoảng, mà các mức khác là khoảng.",
	  "Viết khoảng, ví dụ “không có cuộc” hoặc “còn lại” ở mức cuối." },
	{ 2, "Tỷ lệ % × điểm tối đa / 100", 15, "điểm tối đa /",
	  "Không đọc được “điểm tối đa /” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Tỷ lệ điểm của các tiêu chí 1; 2 (trẫ 1.2) × điểm tối đa", 0, "Tỷ lệ điểm của các tiêu chí 1; 2 (trẫ 1.2) × điểm tối đa",
	  "Cách viết này có thể hiểu khác đi: tên gọi lẫn với từ của cách tính.",
	  "Đổi tên gọi. Kiểu gần nhất viết như: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Kết quả × điểm tối đa", 12, "×",
	  "Không đọc được “×” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Đạt 100%: 1 điểm", 0, "Đạt 100%",
	  "Không rõ dưới 100% được mấy điểm.",
	  "Thêm mức “dưới 100%: … điểm”." },
	{ 2, "Từ 2 văn bản chậm từ 3 ngày trở lên: 0; dưới 2 văn bản: 2", 0, "Từ 2 văn bản chậm từ 3 ngày trở lên",
	  "Không đọc được khoảng “Từ 2 văn bản chậm từ 3 ngày trở lên”.",
	  "Viết ví dụ “từ 80% đến dưới 90%”, “từ 2 văn bản trở lên”, “dưới 80%”." },
	{ 2, "Công thức: - [a]", 14, "-",
	  "Không đọc được “-” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Có: điểm tối đa × điểm tối đa; không: 0", 5, "điểm tối đa × điểm tối đa",
	  "Điểm tối đa không nhân được với điểm tối đa.",
	  "Viết một tỷ lệ trước dấu ×, ví dụ “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Khảo sát (dân 60%; cán bộ 40%): tỷ lệ hài lòng × điểm tối đa", 0, "Khảo sát",
	  "Nhiều nhóm được hỏi thì phải ghi các mức trả lời.",
	  "Viết như: “Khảo sát (người dân 60%; doanh nghiệp 40%): rất hài lòng 100%; hài lòng 75%; không hài lòng 0%”." },
	{ 2, "Khảo sát: hài lòng; không hài lòng 0%", 13, "hài lòng",
	  "Thiếu trọng số sau tên này.",
	  "Viết ví dụ “đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0”." },
	{ 2, "Khảo sát: hài lòng 101%", 13, "hài lòng 101%",
	  "Trọng số này vượt 1, nên kết quả có thể vượt điểm tối đa.",
	  "Trọng số từ 0 đến 1, hoặc từ 0% đến 100%." },
	{ 2, "Thiếu một điều kiện: 0 điểm", 0, "Thiếu một điều kiện: 0 điểm",
	  "Thiếu các điều kiện ở trước.",
	  "Viết như: “Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch 2 điểm × 3; Có: 1", 48, "Phó Chủ tịch 2 điểm × 3",
	  "Không đọc được “Phó Chủ tịch 2 điểm × 3” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Cao nhất trong: [Có: 2; không: 0] hoặc [Điểm thưởng: có: 1; không: 0]", 0, "Cao nhất trong",
	  "“Điểm thưởng”, “điểm phạt” chỉ đứng trước cả cách tính.",
	  "Viết như: “Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]”." },
	{ 2, "Kịp thời: tính theo tỷ lệ; không kịp thời: 0", 0, "Kịp thời: tính theo tỷ lệ",
	  "Mức này tính theo tỷ lệ, nhưng các mức không phải khoảng của một tỷ lệ.",
	  "Viết khoảng của từng mức, ví dụ “từ 70% đến dưới 95%: tỷ lệ × điểm tối đa”." },
	{ 2, "Từ 2 cuộc trở lên: tỷ lệ × điểm tối đa; dưới 2 cuộc: 0", 0, "Từ 2 cuộc trở lên: tỷ lệ × điểm tối đa",
	  "Số lượng không nhân được với điểm tối đa.",
	  "Viết các mức bằng phần trăm, hoặc ghi số điểm của mức này." },
	{ 2, "Tỷ lệ điểm các tiêu chí × điểm tối đa", 0, "Tỷ lệ điểm các tiêu chí",
	  "Thiếu mã của các tiêu chí.",
	  "Viết ví dụ “Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa”." },
	{ 2, "Từ 90% trở lên: 1 điểm trừ đi; dưới 90%: 0", 31, "trừ đi",
	  "Không đọc được “trừ đi” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa”." },
	{ 2, "Tăng so với năm trước: tính theo tỷ lệ; giảm: 0", 0, "Tăng so với năm trước: tính theo tỷ lệ",
	  "So với năm trước thì không tính theo tỷ lệ.",
	  "Ghi số điểm của từng trường hợp." },
	{ 2, "Bằng năm trước: 1; giảm so với năm trước: 0", 25, "giảm so với năm trước: 0",
	  "Không rõ tăng so với năm trước được mấy điểm.",
	  "Thêm mức “tăng so với năm trước: điểm tối đa”." },
	{ 2, "Mỗi văn bản trừ tỷ lệ × điểm tối đa", 0, "Mỗi văn bản trừ tỷ lệ × điểm tối đa",
	  "Điểm cho mỗi đơn vị không tính theo tỷ lệ.",
	  "Viết như: “Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa”." },
	{ 2, "Từ 90% trở lên: 2; từ 90% trở xuống thì không được điểm", 24, "từ 90% trở xuống",
	  "Đúng 90% có hai kết quả: hai mức cùng tính cả 90%.",
	  "Viết “dưới 90%” hoặc “trên 90%”." },
	{ 2, "90% < tỷ lệ: 2; 80% < tỷ lệ <= 90%: 1; tỷ lệ <= 80%: 0", 0, "90% < tỷ lệ",
	  "“90% < tỷ lệ” không phải một khoảng, mà các mức khác là khoảng.",
	  "Viết khoảng, ví dụ “dưới 80%” hoặc “còn lại” ở mức cuối." },
	{ 2, "Khảo sát: hài lòng: 100% điểm tối đa; không hài lòng 0", 13, "hài lòng: 100% điểm tối đa",
	  "Thiếu trọng số sau tên này.",
	  "Viết ví dụ “đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0”." },
	{ 2, "Cao nhất trong: [Có: 2; không: 0]; [Tỷ lệ hồ sơ × điểm tối đa]", 0, "Cao nhất trong",
	  "Cần ít nhất hai cách tính để lấy cách cao nhất.",
	  "Viết như: “Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]”." },
	{ 2, "(1 - tỷ lệ hồ sơ trễ hạn) × điểm tối đa", 0, "(1 - tỷ lệ hồ sơ trễ hạn)",
	  "Tên của một tỷ lệ không chứa phép tính: “(1 - tỷ lệ hồ sơ trễ hạn)”.",
	  "Viết “Công thức: (1 - [tỷ lệ hồ sơ trễ hạn]) × điểm tối đa”." },
	{ 2, "(Tổng số - số trễ hạn)/tổng số × điểm tối đa", 0, "(Tổng số - số trễ hạn)/tổng số",
	  "Tên của một tỷ lệ không chứa phép tính: “(Tổng số - số trễ hạn)/tổng số”.",
	  "Viết “Công thức: ([Tổng số] - [số trễ hạn]) / [tổng số] × điểm tối đa”." },
	{ 2, "100% - tỷ lệ hồ sơ trễ hạn × điểm tối đa", 0, "100% - tỷ lệ hồ sơ trễ hạn",
	  "Tên của một tỷ lệ không chứa phép tính: “100% - tỷ lệ hồ sơ trễ hạn”.",
	  "Viết “Công thức: (100% - [tỷ lệ hồ sơ trễ hạn]) × điểm tối đa”." },
	{ 2, "Tỷ lệ A trừ tỷ lệ B × điểm tối đa", 0, "Tỷ lệ A trừ tỷ lệ B",
	  "Tên của một tỷ lệ không chứa phép tính: “Tỷ lệ A trừ tỷ lệ B”.",
	  "Viết “Công thức: ([Tỷ lệ A] - [tỷ lệ B]) × điểm tối đa”." },
	{ 2, "Tỷ lệ hồ sơ đúng hạn − hồ sơ trễ × điểm tối đa", 0, "Tỷ lệ hồ sơ đúng hạn − hồ sơ trễ",
	  "Tên của một tỷ lệ không chứa phép tính: “Tỷ lệ hồ sơ đúng hạn − hồ sơ trễ”.",
	  "Viết “Công thức: ([Tỷ lệ hồ sơ đúng hạn] - [hồ sơ trễ]) × điểm tối đa”." },
	{ 2, "Điểm tối đa × (1 - tỷ lệ trễ)", 21, "(1 - tỷ lệ trễ)",
	  "Tên của một tỷ lệ không chứa phép tính: “(1 - tỷ lệ trễ)”.",
	  "Viết “Công thức: (1 - [tỷ lệ trễ]) × điểm tối đa”." },
	{ 2, "Từ 90% trở lên: (1 - tỷ lệ trễ) × điểm tối đa; dưới 90%: 0", 21, "(1 - tỷ lệ trễ)",
	  "Tên của một tỷ lệ không chứa phép tính: “(1 - tỷ lệ trễ)”.",
	  "Viết “Công thức: (1 - [tỷ lệ trễ]) × điểm tối đa”." },
	{ 2, "Từ 90% trở lên: tỷ lệ A - tỷ lệ B × điểm tối đa; dưới 90%: 0", 21, "tỷ lệ A - tỷ lệ B",
	  "Tên của một tỷ lệ không chứa phép tính: “tỷ lệ A - tỷ lệ B”.",
	  "Viết “Công thức: ([tỷ lệ A] - [tỷ lệ B]) × điểm tối đa”." },
	{ 2, "(tỷ lệ A × 0,5) × điểm tối đa", 0, "(tỷ lệ A × 0,5)",
	  "Tên của một tỷ lệ không chứa phép tính: “(tỷ lệ A × 0,5)”.",
	  "Viết “Công thức: ([tỷ lệ A] × 0,5) × điểm tối đa”." },
	{ 2, "(tỷ lệ A + tỷ lệ B)/2 × điểm tối đa", 0, "(tỷ lệ A + tỷ lệ B)",
	  "Tên của một tỷ lệ không chứa phép tính: “(tỷ lệ A + tỷ lệ B)”.",
	  "Viết như: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Kết quả PAPI - 5 × điểm tối đa", 12, "PAPI - 5",
	  "Tên của một tỷ lệ không chứa phép tính: “PAPI - 5”.",
	  "Viết “Công thức: ([PAPI] - 5) × điểm tối đa”." },
	{ 2, "(1-tỷ lệ trễ) × điểm tối đa", 0, "(1-tỷ lệ trễ)",
	  "Tên của một tỷ lệ không chứa phép tính: “(1-tỷ lệ trễ)”.",
	  "Viết “Công thức: (1 - [tỷ lệ trễ]) × điểm tối đa”." },
	{ 2, "Tỷ lệ A chia tỷ lệ B × điểm tối đa", 0, "Tỷ lệ A chia tỷ lệ B",
	  "Tên của một tỷ lệ không chứa phép tính: “Tỷ lệ A chia tỷ lệ B”.",
	  "Viết “Công thức: [Tỷ lệ A] / [tỷ lệ B] × điểm tối đa”." },
	{ 2, "Điểm = 1 - tỷ lệ trễ × điểm tối đa", 10, "1 - tỷ lệ trễ",
	  "Tên của một tỷ lệ không chứa phép tính: “1 - tỷ lệ trễ”.",
	  "Viết “Công thức: (1 - [tỷ lệ trễ]) × điểm tối đa”." },
	{ 2, "Điểm tối đa trừ số lỗi × 0,5", 0, "Điểm tối đa trừ số lỗi",
	  "Tên của một tỷ lệ không chứa phép tính: “Điểm tối đa trừ số lỗi”.",
	  "Viết như: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "(tổng số-số trễ)/tổng số × điểm tối đa", 0, "(tổng số-số trễ)/tổng số",
	  "Tên của một tỷ lệ không chứa phép tính: “(tổng số-số trễ)/tổng số”.",
	  "Viết “Công thức: ([tổng số] - [số trễ]) / [tổng số] × điểm tối đa”." },
	{ 2, "Mỗi hồ sơ trễ hạn trừ 0,1 điểm, tối đa trừ 1 điểm", 44, ", tối đa trừ 1 điểm",
	  "Chỉ đọc được giới hạn bằng điểm tối đa của tiêu chí.",
	  "Tách phần có giới hạn riêng thành một tiêu chí thành phần có điểm tối đa bằng giới hạn đó." },
	{ 2, "Mỗi sáng kiến được 0,5 điểm nhưng không quá 1 điểm", 40, "nhưng không quá 1 điểm",
	  "Chỉ đọc được giới hạn bằng điểm tối đa của tiêu chí.",
	  "Tách phần có giới hạn riêng thành một tiêu chí thành phần có điểm tối đa bằng giới hạn đó." },
	{ 2, "Mỗi báo cáo thiếu trừ 0,5 điểm, chậm trừ 0,25 điểm", 6, "báo cáo thiếu trừ 0,5 điểm, chậm",
	  "Tên “báo cáo thiếu trừ 0,5 điểm, chậm” chứa cả số điểm: có hai mức trong một mệnh đề.",
	  "Viết mỗi loại một mệnh đề, ví dụ “Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản chậm trừ 0,25 điểm”." },
	{ 2, "Mỗi sáng kiến cấp tỉnh được 1 điểm, cấp sở được 0,5 điểm", 6, "sáng kiến cấp tỉnh được 1 điểm, cấp sở",
	  "Tên “sáng kiến cấp tỉnh được 1 điểm, cấp sở” chứa cả số điểm: có hai mức trong một mệnh đề.",
	  "Viết mỗi loại một mệnh đề, ví dụ “Mỗi văn bản thiếu trừ 0,5 điểm; mỗi văn bản chậm trừ 0,25 điểm”." },
	{ 2, "Mỗi 10% hồ sơ chậm trừ 0,1 điểm", 6, "10% hồ sơ chậm",
	  "Chỉ đọc được số điểm cho từng một, không phải cho mỗi phần trăm.",
	  "Dùng công thức, ví dụ “Công thức: điểm tối đa - [số chậm] / [tổng số] × 100 / 10 × 0,1”, hoặc ghi các mức “từ … đến dưới …”." },
	{ 2, "Tổng điểm các mục đạt: có kế hoạch 0,5, có báo cáo 0,25, đúng hạn 0,25", 51, "0,5,",
	  "Sau “0,5” là mục khác hay vẫn là tên này: không rõ.",
	  "Ngăn các mục bằng dấu chấm phẩy, ví dụ “có kế hoạch 0,5; có báo cáo 0,5”." },
	{ 2, "Tổng điểm các mục đạt: có kế hoạch 1, có báo cáo 1", 51, "1,",
	  "Sau “1” là mục khác hay vẫn là tên này: không rõ.",
	  "Ngăn các mục bằng dấu chấm phẩy, ví dụ “có kế hoạch 0,5; có báo cáo 0,5”." },
	{ 2, "Tổng điểm các mục đạt: có kế hoạch 0,5 điểm, có báo cáo 0,25 điểm", 34, "có kế hoạch 0,5 điểm, có báo cáo",
	  "Tên “có kế hoạch 0,5 điểm, có báo cáo” chứa cả số điểm: có hai mức trong một mệnh đề.",
	  "Ngăn các mức bằng dấu chấm phẩy, mỗi mức một số điểm." },
	{ 2, "Khảo sát: hài lòng 100%, không hài lòng 0%", 24, "100%,",
	  "Sau “100%” là mục khác hay vẫn là tên này: không rõ.",
	  "Ngăn các mục bằng dấu chấm phẩy, ví dụ “có kế hoạch 0,5; có báo cáo 0,5”." },
	{ 2, "Tỷ lệ có trọng số (đã khắc phục 1, đang khắc phục 0,5) × điểm tối đa", 47, "1,",
	  "Sau “1” là mục khác hay vẫn là tên này: không rõ.",
	  "Ngăn các mục bằng dấu chấm phẩy, ví dụ “có kế hoạch 0,5; có báo cáo 0,5”." },
	{ 2, "Từ 90% trở lên và không có khiếu nại: 2 điểm; dưới 90%: 0 điểm", 0, "Từ 90% trở lên và không có khiếu nại",
	  "“từ 90% trở lên và không có khiếu nại” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Từ 90% trở lên hoặc có đơn thư: 2 điểm; dưới 90%: 0 điểm", 0, "Từ 90% trở lên hoặc có đơn thư",
	  "“từ 90% trở lên hoặc có đơn thư” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Từ 90% trở lên, không có khiếu nại: 2 điểm; dưới 90%: 0 điểm", 0, "Từ 90% trở lên, không có khiếu nại",
	  "“từ 90% trở lên, không có khiếu nại” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Có báo cáo và từ 90% trở lên: 2 điểm; dưới 90%: 0 điểm", 0, "Có báo cáo và từ 90% trở lên",
	  "“có báo cáo và từ 90% trở lên” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Từ 90% hồ sơ đúng hạn và có báo cáo: 2 điểm; dưới 90% hồ sơ đúng hạn: 0 điểm", 0, "Từ 90% hồ sơ đúng hạn và có báo cáo",
	  "“từ 90% hồ sơ đúng hạn và có báo cáo” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Từ 90% trở lên nhưng có khiếu nại: 2 điểm; dưới 90%: 0 điểm", 0, "Từ 90% trở lên nhưng có khiếu nại",
	  "“từ 90% trở lên nhưng có khiếu nại” có thêm một điều kiện ngoài khoảng.",
	  "Tách thành hai tiêu chí thành phần, hoặc viết “Đủ các điều kiện (tỷ lệ từ 90% trở lên; …): điểm tối đa; thiếu một điều kiện: 0 điểm”." },
	{ 2, "Tỷ lệ hồ sơ × điểm tối đa; không phát sinh: không tính điểm", 60, "không tính điểm",
	  "Không phát sinh thì được 0 điểm hay được loại khỏi mẫu số: không rõ.",
	  "Viết “không phát sinh: 0 điểm” hoặc “không phát sinh: loại khỏi mẫu số”." },
	{ 2, "Kịp thời được 1 điểm, chậm trừ 0,5 điểm: 1; không: 0", 33, "chậm trừ 0,5 điểm",
	  "Tên “chậm trừ 0,5 điểm” chứa cả số điểm: có hai mức trong một mệnh đề.",
	  "Ngăn các mức bằng dấu chấm phẩy, mỗi mức một số điểm." },
	{ 2, "Ban hành kịp thời 2 điểm, không kịp thời: 1 điểm; không ban hành: 0", 0, "Ban hành kịp thời 2 điểm, không kịp thời",
	  "Tên “Ban hành kịp thời 2 điểm, không kịp thời” chứa cả số điểm: có hai mức trong một mệnh đề.",
	  "Ngăn các mức bằng dấu chấm phẩy, mỗi mức một số điểm." },
	{ 2, "Đạt 90%: 2; không đạt 90%: 0", 0, "Đạt 90%",
	  "Không rõ trên 90% được mấy điểm.",
	  "Viết “từ 90% trở lên” nếu ý là thế, hoặc thêm mức “trên 90%: … điểm”." },
	{ 2, "Đạt 90%: 2 điểm; dưới 90%: 0 điểm", 0, "Đạt 90%",
	  "Không rõ trên 90% được mấy điểm.",
	  "Viết “từ 90% trở lên” nếu ý là thế, hoặc thêm mức “trên 90%: … điểm”." },
	{ 2, "Mỗi sáng kiến được công nhận", 0, "Mỗi sáng kiến được công nhận",
	  "Không đọc được “Mỗi sáng kiến được công nhận” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Mỗi cuộc họp được 0,25 điểm”." },
	{ 2, "Trừ điểm khi chậm báo cáo", 0, "Trừ điểm khi chậm báo cáo",
	  "Không đọc được “Trừ điểm khi chậm báo cáo” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa”." },
	{ 2, "Cứ có sáng kiến là được thưởng", 35, "thưởng",
	  "Không đọc được “thưởng” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Mỗi cuộc họp được 0,25 điểm”." },
	{ 2, "Đúng hạn 90% trở lên", 0, "Đúng hạn 90% trở lên",
	  "Không đọc được “Đúng hạn 90% trở lên” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm”." },
	{ 2, "Tỷ lệ hồ sơ nhân hệ số", 0, "Tỷ lệ hồ sơ nhân hệ số",
	  "Không đọc được “Tỷ lệ hồ sơ nhân hệ số” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Tỷ lệ hồ sơ đúng hạn × điểm tối đa”." },
	{ 2, "Theo công thức của Sở", 0, "Theo công thức của Sở",
	  "Không đọc được “Theo công thức của Sở” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Số đúng hạn chia tổng số", 0, "Số đúng hạn chia tổng số",
	  "Không đọc được “Số đúng hạn chia tổng số” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "(a - b) / c", 0, "(a - b) / c",
	  "Không đọc được “(a - b) / c” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa”." },
	{ 2, "Báo cáo chậm bị trừ điểm", 0, "Báo cáo chậm bị trừ điểm",
	  "Không đọc được “Báo cáo chậm bị trừ điểm” ở chỗ này.",
	  "Kiểu gần nhất viết như sau: “Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa”." },
	{ 2, "Tỷ lệ hồ sơ đúng hạn x hệ số 0,5 × điểm tối đa", 0, "Tỷ lệ hồ sơ đúng hạn x hệ số 0,5",
	  "Tên của một tỷ lệ không chứa phép tính: “Tỷ lệ hồ sơ đúng hạn x hệ số 0,5”.",
	  "Viết “Công thức: [Tỷ lệ hồ sơ đúng hạn] × [hệ số 0,5] × điểm tối đa”." },
};

static void test_refused(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	for (size_t i = 0; i < COUNT(refused); i++) {
		struct rule *r;
		struct fault where;
		struct err e;
		str text = str_c(refused[i].text);
		if (reads(a, text, refused[i].max * POINT, &r, &where, &e))
			fail_msg("\"%s\" is read as \"%.*s\"", refused[i].text, SF(rule_print(a, r)));
		assert_int_equal(e.code, ERR_INPUT);
		if (strcmp(e.message, refused[i].message) || strcmp(e.hint, refused[i].hint))
			fail_msg("\"%s\": %s | %s", refused[i].text, e.message, e.hint);
		if (where.from != refused[i].from || !str_eq(str_sub(text, where.from, where.to), str_c(refused[i].there)))
			fail_msg("\"%s\": %zu to %zu", refused[i].text, where.from, where.to);
	}
	arena_free(a);
}

/* The maximum decides: unknown (-1), none (0, a bonus), one that fits. */
static const struct { points max; const char *text; bool read; } against_max[] = {
	{ -1, "Có: 25 điểm; không: 0 điểm", true },
	{ -1, "Tỷ lệ hồ sơ × 25 điểm", true },
	{ 0, "Điểm thưởng: mỗi sáng kiến được 1 điểm", true },
	{ 0, "Điểm phạt: có: 1 điểm; không: 0 điểm", true },
	{ 0, "Mỗi sáng kiến được 1 điểm", false },
	{ POINT, "Điểm thưởng: mỗi sáng kiến được 1 điểm", true },
	{ POINT, "Điểm thưởng: mỗi sáng kiến được 1,01 điểm", false },
	{ POINT / 2, "Tỷ lệ hồ sơ × 0,5 điểm", true },
	{ POINT / 2, "Tỷ lệ hồ sơ × 0,50 điểm", true },
	{ POINT / 2, "Tỷ lệ hồ sơ × 0,51 điểm", false },
	{ 15000, "Cao nhất trong: [Có: 1,5 điểm; không: 0 điểm] hoặc [Mỗi cuộc được 1,5 điểm]", true },
	{ 15000, "Cao nhất trong: [Có: 1,5 điểm; không: 0 điểm] hoặc [Mỗi cuộc được 1,6 điểm]", false },
};

static void test_maximum(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	for (size_t i = 0; i < COUNT(against_max); i++) {
		struct rule *r;
		struct fault where;
		struct err e;
		if (reads(a, str_c(against_max[i].text), against_max[i].max, &r, &where, &e) != against_max[i].read)
			fail_msg("\"%s\" with %lld: %s", against_max[i].text, (long long)against_max[i].max, e.message);
	}
	arena_free(a);
}

/* -- hostile input ------------------------------------------------------------------------------------------------- */

static str repeated(struct arena *a, const char *before, const char *what, size_t n, const char *after)
{
	struct buf b = buf_open(a);
	buf_put(&b, str_c(before));
	for (size_t i = 0; i < n; i++)
		buf_put(&b, str_c(what));
	buf_put(&b, str_c(after));
	return buf_str(&b);
}

static void expect(struct arena *a, str text, const char *words)
{
	struct rule *r;
	struct fault where;
	struct err e;
	bool read = reads(a, text, 2 * POINT, &r, &where, &e);
	if (words ? read || !strstr(e.message, words) || !e.hint[0] || where.to > text.n || where.from > where.to : !read)
		fail_msg("%.*s: %s", (int)(text.n > 60 ? 60 : text.n), text.p, read ? "is read" : e.message);
}

static void test_hostile(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	expect(a, (str){ 0 }, "Chưa có cách tính điểm");
	expect(a, S(" \n;;\n. "), "Chưa có cách tính điểm");
	expect(a, repeated(a, "Tỷ lệ ", "a", 4096, " × điểm tối đa"), "dài hơn 4096 byte");
	expect(a, repeated(a, "Tổng điểm các mục đạt: a 1", ";a 1", 199, ""), NULL);
	expect(a, repeated(a, "Tổng điểm các mục đạt: a 1", ";a 1", 200, ""), "hơn 200 mức");
	expect(a, repeated(a, "Mỗi a trừ 1", ";mỗi a trừ 1", 199, ""), "Viết đủ chữ");
	expect(a, repeated(a, "Công thức: ((((((((1", ")", 8, ""), NULL);
	expect(a, repeated(a, "Công thức: (((((((((1", ")", 9, ""), "quá 8 lớp");
	expect(a, repeated(a, "", "(", 2000, ""), "quá 8 lớp");
	expect(a, repeated(a, "", "]", 2000, ""), "không có dấu mở");
	expect(a, repeated(a, "", "Cao nhất trong: [", 100, ""), "quá 8 lớp");
	expect(a, repeated(a, "Công thức: 1", "+1", 1000, ""), NULL);
	expect(a, repeated(a, "Công thức: 1", "×[a]", 500, ""), NULL);
	expect(a, repeated(a, "Từ ", "9", 15, " điểm trở lên: 1; còn lại: 0"), NULL);
	expect(a, repeated(a, "Từ ", "9", 16, " điểm trở lên: 1; còn lại: 0"), "Số quá dài");
	expect(a, S("Có: 0,1234567891 điểm; không: 0"), "Số quá dài");
	expect(a, S("Có: 1 \xFF điểm; không: 0"), "không đọc được");
	expect(a, S("Có: 1\0 điểm; không: 0"), "không đọc được");
	expect(a, S("C\xC3: 1; không: 0"), "không đọc được");
	expect(a, repeated(a, "", "từ ", 800, ""), "Không đọc được");
	expect(a, repeated(a, "", ":", 1000, ""), "viết chưa hết");
	expect(a, repeated(a, "", "-", 1000, ""), "Chưa có cách tính điểm");
	expect(a, repeated(a, "", "1 ", 1000, ""), "");
	expect(a, repeated(a, "", "% × ", 500, ""), "Chưa có cách tính điểm");
	arena_free(a);
}

/* -- the caret ---------------------------------------------------------------------------------------------------------- */

static void test_caret(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	str text = S("Có: 1;\nkhông: cao\n; x");
	assert_string_equal(rule_caret(a, text, (struct fault){ 16, 19 }).p, "không: cao\n       ^^^");
	assert_string_equal(rule_caret(a, text, (struct fault){ 0, 3 }).p, "Có: 1;\n^^");
	assert_string_equal(rule_caret(a, text, (struct fault){ text.n, text.n }).p, "; x\n   ^");
	assert_string_equal(rule_caret(a, (str){ 0 }, (struct fault){ 5, 9 }).p, "\n^");
	assert_string_equal(rule_caret(a, S("\tư"), (struct fault){ 1, 3 }).p, " ư\n ^");
	str wide = repeated(a, "", "ư", 300, "x");
	str shown = rule_caret(a, wide, (struct fault){ 600, 601 });
	assert_int_equal(shown.p[shown.n - 1], '^');
	assert_true(shown.n < 400);
	arena_free(a);
}

/* -- what is the same rule ------------------------------------------------------------------------------------------------- */

static const struct { const char *x, *y; bool same; } pairs[] = {
	{ "Từ 80% trở lên: 1; dưới 80%: 0", "Từ 80,0% trở lên: 1,0 điểm; dưới 80%: 0 điểm", true },
	{ "Từ 80% trở lên: 1; dưới 80%: 0", "Từ 0,8 trở lên: 1; dưới 0,8: 0", false },
	{ "Từ 80% trở lên: 1; dưới 80%: 0", "Trên 80%: 1; đến 80%: 0", false },
	{ "Từ 80% trở lên: 1; dưới 80%: 0", "Từ 80% trở lên: 1; dưới 80%: 0; không phát sinh: 0", false },
	{ "KỊP THỜI: 1; không: 0", "kịp  thời: 1; không: 0", true },
	{ "Kịp thời: 1; không: 0", "Kip thoi: 1; không: 0", false },
	{ "Kịp thời: 1; không: 0", "Kịp thời: 1,5; không: 0", false },
	{ "Tỷ lệ × điểm tối đa; dưới 80%: 0", "Tỷ lệ × điểm tối đa; dưới 81%: 0", false },
	{ "Tỷ lệ điểm của các tiêu chí 1 × 2", "Tỷ lệ điểm của các tiêu chí 1; 2 × 2", false },
	{ "Công thức: [a] - [b] - [c]", "Công thức: [a] - ([b] - [c])", false },
	{ "Công thức: ([a] - [b]) - [c]", "Công thức: [a] - [b] - [c]", true },
	{ "Công thức: [a] - [b]", "Công thức: [a] - [c]", false },
	{ "Chấm từ 0 đến 2 điểm", "Chấm từ 0 đến 2 điểm, bước 1", false },
	{ "Kiểm tra 20 hồ sơ: mỗi lỗi trừ 1", "Kiểm tra 21 hồ sơ: mỗi lỗi trừ 1", false },
	{ "Điểm thưởng: có: 1; không: 0", "Điểm phạt: có: 1; không: 0", false },
	{ "Cao nhất trong: [Có: 1; không: 0] hoặc [Tỷ lệ a × 2]", "Cao nhất trong: [Có: 1; không: 0] hoặc [Tỷ lệ b × 2]", false },
	{ "Khảo sát (a 60%; b 40%): tốt 100%", "Khảo sát (a 60%; b 50%): tốt 100%", false },
	{ "Tỷ lệ a / 50% × 2", "Tỷ lệ a / 60% × 2", false },
	{ "Tổng điểm các mục đạt (thang điểm 10): a 1", "Tổng điểm các mục đạt (thang điểm 20): a 1", false },
	{ "Từ 1 cuộc trở lên: 1; không có cuộc: 0", "Từ 1 văn bản trở lên: 1; không có văn bản: 0", false },
};

static void test_same(void **state)
{
	(void)state;
	struct arena *a = arena_open(MEMORY);
	assert_true(rule_same(NULL, NULL));
	assert_int_equal(rule_print(a, NULL).n, 0);
	for (size_t i = 0; i < COUNT(pairs); i++) {
		struct rule *x, *y;
		struct fault where;
		struct err e;
		if (!reads(a, str_c(pairs[i].x), 2 * POINT, &x, &where, &e) || !reads(a, str_c(pairs[i].y), 2 * POINT, &y, &where, &e))
			fail_msg("%s, %s: %s", pairs[i].x, pairs[i].y, e.message);
		if (rule_same(x, y) != pairs[i].same || rule_same(y, x) != pairs[i].same || rule_same(x, NULL))
			fail_msg("%s, %s", pairs[i].x, pairs[i].y);
	}
	arena_free(a);
}

/* -- random rules: every type, every field -------------------------------------------------------------------------------- */

enum { RULES = 20000, WITH_BOUND = 1 };         /* a name that holds a bound cannot be the unit of one */

struct maker { struct arena *a; uint64_t seed; };

static uint32_t below(struct maker *m, uint32_t n)
{
	m->seed ^= m->seed << 13;
	m->seed ^= m->seed >> 7;
	m->seed ^= m->seed << 17;
	return (uint32_t)(m->seed >> 33) % n;
}

/* Names as they stand in sets, with words of the language and figures in them. */
static const char *const names[] = {
	"hồ sơ đúng hạn", [WITH_BOUND] = "văn bản chậm từ 3 ngày trở lên", "nhiệm vụ (kể cả đột xuất)", "cán bộ, công chức", "TTHC được công khai",
	"báo cáo quý 2", "tiếp nhận và trả kết quả", "CCVC", "cuộc họp trước ngày 15/12/2025", "thi đua, khen thưởng", "đơn vị sự nghiệp",
	"văn bản đến", "người được mời", "mục tiêu trên giao", "hồ sơ dưới mẫu", "thủ tục nhân sự", "ý kiến – phản ánh", "đ", "ủy ban", "ẢNH",
};
static const char *const codes[] = { "1", "1.2", "3.2.1", "7a", "7a.1.3.2", "II", "8b.4" };

static str a_name(struct maker *m) { return str_c(names[below(m, COUNT(names))]); }

/* A dash between words is a minus in the name of a rate. */
static str a_rate(struct maker *m)
{
	str name = a_name(m);
	return str_find(name, S(" – "), 0) < name.n ? S("hồ sơ đúng hạn") : name;
}

/* Different ones: the n-th name of a list that begins anywhere. */
static str other_name(uint32_t first, size_t n) { return str_c(names[(first + n) % COUNT(names)]); }

static struct figure a_figure(struct maker *m, uint32_t most)
{
	int scale = (int)below(m, 4);
	int64_t digits = below(m, most + 1);
	for (int i = 0; i < scale; i++)
		digits = digits * 10 + (digits < most ? below(m, 10) : 0);
	return figure_make(digits, scale);
}

static struct portion a_portion(struct maker *m)
{
	if (below(m, 2))
		return (struct portion){ a_figure(m, 100), true };
	return (struct portion){ figure_make(below(m, 101), 2), false };
}

static struct portion above_zero(struct maker *m)
{
	struct portion p = a_portion(m);
	if (!p.at.digits)
		p.at.digits = 1;
	return p;
}

static bool is_whole(struct portion p) { return !exact_cmp(exact_of(p.at), exact_int(p.percent ? 100 : 1)); }

static struct gives a_gift(struct maker *m)
{
	struct gives g = { .kind = below(m, 3) ? GIVES_POINTS : below(m, 2) ? GIVES_MAX : GIVES_SHARE };
	if (g.kind == GIVES_POINTS)
		g.points = a_figure(m, 99);
	while (g.kind == GIVES_SHARE && (!g.share.at.present || is_whole(g.share)))
		g.share = a_portion(m);
	return g;
}

static struct clause *clause_add(struct maker *m, clauses *to, str words)
{
	struct clause *c = vec_add(m->a, to);
	*c = (struct clause){ .words = words };
	return c;
}

static void shuffle(struct maker *m, clauses *c)
{
	for (size_t i = c->n; i > 1; i--) {
		size_t k = below(m, (uint32_t)i);
		struct clause t = c->at[k];
		c->at[k] = c->at[i - 1];
		c->at[i - 1] = t;
	}
}

static void named_clauses(struct maker *m, clauses *to, size_t least, bool gifts)
{
	uint32_t first = below(m, COUNT(names));
	size_t n = least + below(m, 4);
	for (size_t i = 0; i < n; i++) {
		struct clause *c = clause_add(m, to, other_name(first, i));
		if (gifts)
			c->gives = a_gift(m);
	}
}

static void weights(struct maker *m, clauses *to, size_t least)
{
	named_clauses(m, to, least, false);
	for (size_t i = 0; i < to->n; i++)
		to->at[i].gives = (struct gives){ .kind = GIVES_SHARE, .share = a_portion(m) };
}

/* Cuts from low to high, in hundredths of a percent, before (0) or after (1) the value; a band between each two. */
static void rate_bands(struct maker *m, struct rule *r, bool rates)
{
	size_t n = 1 + below(m, 4);
	bool percent = below(m, 2);
	struct bound last = { 0 };
	int64_t at = 0;
	static const char *const around[] = { "", "", "hoàn thành", "hoàn thành … kế hoạch", "… số nhiệm vụ được giao", "CCVC đạt chuẩn" };
	str words = str_c(around[below(m, COUNT(around))]);
	for (size_t i = 0; i <= n; i++) {
		struct clause *c = clause_add(m, &r->clauses, words);
		bool point = i && i < n && last.at.at.present && last.closed && !below(m, 8);
		c->from = last;
		if (i < n) {
			at += point ? 0 : 1 + below(m, 24);
			c->to = (struct bound){ { percent ? figure_make(at * 10, 1) : figure_make(at, 2), percent }, point || below(m, 2) };
			last = c->to;
			last.closed = !c->to.closed;
		} else if (!below(m, 3)) {
			c->to = (struct bound){ { percent ? figure_make(100, 0) : figure_make(1, 0), percent }, true };
		}
		c->gives = rates && (!i || !below(m, 2)) ? (struct gives){ .kind = GIVES_RATE } : a_gift(m);
	}
	shuffle(m, &r->clauses);
}

static struct bound count_at(int64_t n, bool closed) { return (struct bound){ { figure_make(n, 0), false }, closed }; }

static void count_bands(struct maker *m, struct rule *r)
{
	static const char *const before[] = { "", "", "chậm", "CCVC có" };
	str words = str_c(before[below(m, COUNT(before))]);
	int64_t low = 0;
	size_t n = 1 + below(m, 4);
	r->unit = below(m, 5) ? a_name(m) : (str){ 0 };
	if (str_eq(r->unit, str_c(names[WITH_BOUND])))
		r->unit = S("ngày");
	for (size_t i = 0; i <= n; i++) {
		struct clause *c = clause_add(m, &r->clauses, words);
		int64_t high = low + below(m, 3) + (i + 1 == n);
		if (i)
			c->from = below(m, 3) ? count_at(low, true) : count_at(low - 1, false);
		if (i < n)
			c->to = below(m, 3) ? count_at(high, true) : count_at(high + 1, false);
		if (!i && !high)
			c->from = c->to = count_at(0, true);
		if (i && i < n && low == high)
			c->from = c->to = count_at(low, true);
		low = high + 1;
		c->gives = a_gift(m);
	}
	/* a number alone must be above 1 to be a count */
	if (!r->unit.n && r->clauses.at[n].from.at.at.digits < 2)
		r->unit = S("sáng kiến");
	shuffle(m, &r->clauses);
}

static struct expr *an_expr(struct maker *m, int depth)
{
	struct expr *e = make(m->a, struct expr);
	e->kind = depth ? (enum expr_kind)(EXPR_ADD + below(m, 6)) : (enum expr_kind)below(m, 3);
	if (e->kind == EXPR_NUMBER)
		e->number = a_portion(m);
	if (e->kind == EXPR_INPUT)
		e->name = a_name(m);
	if (depth) {
		e->left = an_expr(m, (int)below(m, (uint32_t)depth));
		e->right = an_expr(m, (int)below(m, (uint32_t)depth));
	}
	return e;
}

/* Inputs are numbered as they come, from left to right. */
static void number_inputs(struct maker *m, struct expr *e, strs *seen)
{
	size_t i = 0;
	if (e->kind == EXPR_INPUT) {
		while (i < seen->n && !str_eq(seen->at[i], e->name))
			i++;
		if (i == seen->n)
			*vec_add(m->a, seen) = e->name;
		e->input = (int)i;
	}
	if (e->left) {
		number_inputs(m, e->left, seen);
		number_inputs(m, e->right, seen);
	}
}

static void some_codes(struct maker *m, strs *to, size_t least)
{
	size_t n = least + below(m, 4);
	for (size_t i = 0; i < n; i++)
		*vec_add(m->a, to) = str_c(codes[below(m, COUNT(codes))]);
}

static struct rule *a_rule(struct maker *m, int depth);

static void fill(struct maker *m, struct rule *r, int depth)
{
	static const char *const growth[] = { "tăng", "giảm", "bằng" };
	const struct rule_type *t = r->type;
	bool rate = t == &rule_target || t == &rule_weighted || t == &rule_derived || t == &rule_imported;
	if (t == &rule_yes_no) {
		clause_add(m, &r->clauses, S("có"))->gives = a_gift(m);
		clause_add(m, &r->clauses, S("không"))->gives = a_gift(m);
		shuffle(m, &r->clauses);
	} else if (t == &rule_options) {
		named_clauses(m, &r->clauses, 2, true);
	} else if (t == &rule_bands || t == &rule_mixed) {
		rate_bands(m, r, t == &rule_mixed);
		r->what = t == &rule_mixed && below(m, 2) ? a_rate(m) : (str){ 0 };
	} else if (t == &rule_thresholds) {
		count_bands(m, r);
	} else if (t == &rule_ratio || t == &rule_floor || t == &rule_target) {
		r->what = below(m, 4) ? a_rate(m) : (str){ 0 };
	} else if (t == &rule_imported || t == &rule_group) {
		r->what = a_rate(m);
	} else if (t == &rule_checklist) {
		r->scale = below(m, 2) ? figure_make(100, 0) : (struct figure){ 0 };
		if (!r->scale.present || below(m, 3))
			named_clauses(m, &r->clauses, 1, !r->scale.present);
		for (size_t i = 0; r->scale.present && i < r->clauses.n; i++)
			r->clauses.at[i].gives = (struct gives){ .kind = GIVES_POINTS, .points = a_figure(m, 99) };
	} else if (t == &rule_count || t == &rule_deduction) {
		named_clauses(m, &r->clauses, 1, true);
	} else if (t == &rule_weighted) {
		weights(m, &r->clauses, 1);
	} else if (t == &rule_derived) {
		some_codes(m, &r->codes, 0);
		some_codes(m, &r->except, 0);
	} else if (t == &rule_growth) {
		size_t n = 2 + below(m, 2);
		for (size_t i = 0; i < n; i++)
			clause_add(m, &r->clauses, str_c(growth[i]))->gives = a_gift(m);
		shuffle(m, &r->clauses);
	} else if (t == &rule_sample) {
		r->sample = (int)(1 + below(m, 1000));
		r->unit = a_name(m);
		clause_add(m, &r->clauses, a_name(m))->gives = a_gift(m);
	} else if (t == &rule_conditions) {
		named_clauses(m, &r->clauses, 1, false);
	} else if (t == &rule_best) {
		for (size_t n = 2 + below(m, 2); n--;)
			*vec_add(m->a, &r->sub) = a_rule(m, depth - 1);
	} else if (t == &rule_survey && below(m, 2)) {
		weights(m, &r->clauses, 1);
		if (below(m, 2))
			weights(m, &r->groups, 1);
	} else if (t == &rule_survey) {
		r->what = below(m, 2) ? a_rate(m) : (str){ 0 };
		rate = true;
	} else if (t == &rule_marks) {
		named_clauses(m, &r->clauses, 1, false);
	} else if (t == &rule_formula) {
		strs seen = { 0 };
		r->expr = an_expr(m, (int)below(m, 5));
		number_inputs(m, r->expr, &seen);
	} else if (t == &rule_hand) {
		if (r->none != NONE_UNSAID && below(m, 2))
			return;
		r->least = figure_make(below(m, 10), 1);
		r->most = figure_make(10 + below(m, 90), 1);
		r->step = below(m, 2) ? figure_make(1 + below(m, 100), 2) : (struct figure){ 0 };
	}
	if (t == &rule_target)
		r->target = above_zero(m);
	if (t == &rule_floor || (rate && below(m, 2)))
		r->floor = above_zero(m);
}

static struct rule *a_rule(struct maker *m, int depth)
{
	struct rule_types all = rule_types_all();
	struct rule *r = make(m->a, struct rule);
	do
		r->type = all.at[below(m, (uint32_t)all.n)];
	while (r->type == &rule_best && !depth);
	r->none = (enum none_arose)below(m, 4);
	r->bucket = depth == 2 ? (enum bucket)below(m, 3) : BUCKET_SUM;
	fill(m, r, depth);
	return r;
}

static void test_random(void **state)
{
	(void)state;
	struct rule_types all = rule_types_all();
	size_t *seen = calloc(all.n, sizeof *seen);
	struct maker m = { .seed = 0x9E3779B97F4A7C15 };
	for (size_t i = 0; i < RULES; i++) {
		struct rule *again;
		struct fault where;
		struct err e;
		m.a = arena_open(MEMORY);
		struct rule *r = a_rule(&m, 2);
		str printed = rule_print(m.a, r);
		if (!reads(m.a, printed, -1, &again, &where, &e))
			fail_msg("rule %zu, %s: \"%.*s\": %s %s", i, r->type->name, SF(printed), e.message, e.hint);
		if (!rule_same(r, again))
			fail_msg("rule %zu, %s: \"%.*s\" reads as another %s", i, r->type->name, SF(printed), again->type->name);
		if (!str_eq(rule_print(m.a, again), printed))
			fail_msg("rule %zu: \"%.*s\", then \"%.*s\"", i, SF(printed), SF(rule_print(m.a, again)));
		for (size_t k = 0; k < all.n; k++)
			seen[k] += all.at[k] == r->type;
		arena_free(m.a);
	}
	for (size_t k = 0; k < all.n; k++)
		if (seen[k] < RULES / 100)
			fail_msg("only %zu of type %s", seen[k], all.at[k]->name);
	free(seen);
}

int core_rule_parse_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_canonical),
		cmocka_unit_test(test_examples),
		cmocka_unit_test(test_variants),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_maximum),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_caret),
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_random),
	};
	return cmocka_run_group_tests_name("core/rule_parse", tests, NULL, NULL);
}
