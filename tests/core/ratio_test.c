#include "core/ratio.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
/* after the above */
#include <cmocka.h>

/* points: what should stand there; NULL where nothing is to be said. */
static const struct { const char *max, *printed, *reason, *points, *words;
} rows[] = {
	/* the seeds */
	{ "0.50", "0.466",
	  "do có 124/132 hồ sơ phát sinh phí được thực hiện thanh toán trực tuyến thành công", "0.470",
	  "124/132" },
	{ "1.50", "1.38",
	  "Chấm điểm Cổng: 10+4+8+7+5+9+1,5 +2+8+9+19+4+3+3+3 = 95,5 điểm) (theo thang điểm QĐ 2694/UBND tỉnh).",
	  "1.4325", "95,5/100" },
	{ "3", "2.412",
	  "tiêu chí 3.2.1 được đánh giá theo kết quả trên Bộ chỉ số 766 trên DVCQG: Huyện đạt được tỷ lệ số hóa là 77.9% không đạt điểm tối đa.",
	  "2.337", "77,9%" },
	{ "2", "1.632",
	  "Tổng có 46 tồn tại, trong đó đã khắc phục 32, đang khắc phục 11, chưa khắc phục được 3", "1.630",
	  "(32 + 11/2)/46" },
	{ "1.00", "0.919", "tỷ lệ số hóa hồ sơ giải quyết TTHC của Sở đạt 91.94%", NULL, NULL },
	{ "1.00", "0.96",
	  "lý do chỉ có 24/25 CBCCVC hoàn thành nhiệm vụ (01 viên chức không hoàn thành nhiệm vụ)", NULL,
	  NULL },
	{ "2.00", "1.778",
	  "do có 8/9 hồ sơ trực tuyến không sử dụng bản giấy, 01/9 hồ sơ tiếp nhận trực tiếp.", NULL, NULL },
	{ "1.00", "0.89",
	  "Theo kết quả năm 2020 có 9 tồn tại: Đến nay có 02 nhiệm vụ khắc phục nhưng chưa đạt kết quả: mức độ 4; mức độ 3 đạt tỷ lệ thấp (40%).",
	  NULL, NULL },
	{ "1.00", "0.50", "có 16/19 (đạt 84%) văn bản QPPL góp ý đạt chất lượng", NULL, NULL },
	{ "2.00", "1.70", "tỷ lệ đánh giá trên cổng danhgia.hatinh.gov.vn đạt 85%.", NULL, NULL },
	{ "1.5", "1.375",
	  "Có 4 nhiệm vụ được giao, Hoàn thành đúng tiến độ 3/4 nhiệm vụ , hoàn thành nhưng chậm tiến độ 1/4 nhiệm vụ",
	  NULL, NULL },
	{ "2", "1.988", "Giải ngân chưa đạt 00%", NULL, NULL },
	{ "0.5", "0.07", "đơn vị có 6/43 TTHC có phát sinh giao dịch", NULL, NULL },
	{ "0.5", "0.272", "Tỷ lệ thanh toán trực tuyến trên Cổng DVCQG đạt 54,48%", NULL, NULL },
	{ "0.5", "0.25", "Tỷ lệ hồ sơ giải quyết đúng hạn chỉ đạt 96,9%", NULL, NULL },
	{ "2", "1.63", "có 5 chỉ tiêu vượt , 20/27 chỉ tiêu vượt, 2/27 chỉ tiêu  đạt tối đa", NULL, NULL },
	{ "1.5", "1.33", "từ 80% đến dưới 90% văn bản góp ý", NULL, NULL },
	{ "0.5", "0.33", "việc sắp xếp chỉ đảm bảo từ 70% - <90% quy định", NULL, NULL },
	{ "0.5", "0.33", "mức độ tự đảm bảo  70-dưới 100%", NULL, NULL },
	{ "1.5", "1.33", "nếu b/a<0,8 thì đánh giá là 0 điểm", NULL, NULL },

	/* the like */
	{ "1.00", "0.86", "chỉ có 24/25 CBCCVC hoàn thành nhiệm vụ", "0.96", "24/25" },
	{ "2.00", "1.678", "do có 8/9 hồ sơ trực tuyến, 01/9 hồ sơ tiếp nhận trực tiếp", "1.778", "8/9" },
	{ "1", "0.93", "16/19 (đạt 84%) văn bản", "0.842", "16/19" },
	{ "2.00", "1.65", "tỷ lệ đạt 85%", "1.7", "85%" },
	{ "1.00", "0.91", "đạt 0.91/1.00 điểm do có 15/16 hồ sơ", "0.9375", "15/16" },
	{ "2", "1.33", "Có 46 tồn tại: đã xong 40; chưa xong 6", "1.739", "40/46" },
	{ "1", "0.93", "ngày 5/12 có báo cáo số 12/34 theo Quyết định số 53/2021/QĐ-UBND; quý 1/4", NULL,
	  NULL },
	{ "1", "0.93", "tăng 5% so với năm trước", NULL, NULL },
	{ "1", "0.93", "chỉ tiêu giao 95% trở lên", NULL, NULL },
	{ "1", "0.93", "có 12% hồ sơ quá hạn, chưa số hóa", NULL, NULL },
	{ "1", "0.93", "3/4 phòng nộp báo cáo, 5/7 đơn vị có kế hoạch", NULL, NULL }, /* which one? */
	{ "1.50", "1.20", "tổng 82 điểm theo thang điểm 100", "1.23", "82/100" },
	{ "0,50", "0,34", "do áp dụng công thức (48*0,5)/100 = 0,24", "0.24", "(48*0,5)/100 = 0,24" },
	{ "0,50", "0,24", "do áp dụng công thức (48*0,5)/100 = 0,24", NULL, NULL },
	{ "1.00", "0.749", "Có 193/391 hồ sơ trễ hạn có văn bản xin lỗi", "0.494", "193/391" },
	{ "1.00", "0.749", "Có 48% hồ sơ chưa được số hóa", NULL, NULL },
	{ "1", "0.9", "đạt 84%", NULL, NULL },                                        /* a band gives 0,9 */
	{ "1", "0", "đạt 84%", NULL, NULL },
	{ "1", "1", "đạt 84%", NULL, NULL },
	{ "1", "0.85", "đạt 42,5%, chỉ tiêu 50%", NULL, NULL },
	{ "1", "0.93", "", NULL, NULL },
	{ "0", "0.93", "đạt 84%", NULL, NULL },
	{ "", "0.93", "đạt 84%", NULL, NULL },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(1 << 20);
		struct criterion c = { .max = figure_parse(str_c(rows[i].max)),
			               .points = figure_parse(str_c(rows[i].printed)),
			               .reason = str_c(rows[i].reason) };
		struct ratio by = { 0 };
		bool said = ratio_disagrees(a, &c, &by);
		if (said != (rows[i].points != NULL))
			fail_msg("%s of %s, %s: %s", rows[i].printed, rows[i].max, rows[i].reason, said ? "said" : "not said");
		if (said && (!str_eq(figure_dot(a, by.points), str_c(rows[i].points)) || !str_eq(by.words, str_c(rows[i].words))))
			fail_msg("%s: %.*s = %.*s", rows[i].reason, SF(by.words), SF(figure_dot(a, by.points)));
		arena_free(a);
	}
}

/* A percentage that the document prints as that of the points is the affair of check percent. */
static void test_percent_of_points(void **state)
{
	(void)state;
	struct arena *a = arena_open(1 << 20);
	struct criterion c = { .max = figure_parse(S("1.50")), .points = figure_parse(S("1.216")), .reason = S("đạt 95.425%") };
	struct ratio by;
	assert_true(ratio_disagrees(a, &c, &by));
	c.percent = figure_parse(S("95.425"));
	assert_false(ratio_disagrees(a, &c, &by));
	arena_free(a);
}

int core_ratio_tests(void);
int core_ratio_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_percent_of_points) };
	return cmocka_run_group_tests_name("core/ratio", tests, NULL, NULL);
}
