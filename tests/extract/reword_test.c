#include "extract/reword.h"
#include "whole.h"

/* What a decision says, the maximum, what it is read as; "": left to a person. A '!' before it: put another way, so a person must look. */
static const struct { const char *says, *max, *is, *inputs; } texts[] = {
	/* as it stands */
	{ "- Từ 90% trở lên: 1 điểm;\n- Từ 80% đến dưới 90%: 0,5 điểm;\n- Dưới 80%: 0 điểm.", "1",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "" },
	{ "Mỗi báo cáo gửi chậm trừ 0,25 điểm", "1", "Mỗi báo cáo gửi chậm trừ 0,25 điểm", "" },
	{ "+ Kịp thời: 1 điểm\n+ Không kịp thời: 0,5 điểm\n+ Không ban hành: 0 điểm", "1", "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm", "" },
	{ "Tỷ lệ hồ sơ đúng hạn x điểm tối đa; nếu tỷ lệ dưới 80% thì 0 điểm", "3", "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 80%: 0 điểm", "" },
	/* what only introduces */
	{ "Tính tỷ lệ % phòng, đơn vị được kiểm tra trong năm.\nĐạt từ 30% trở lên: 1,5 điểm; từ 20% đến dưới 30%: 1 điểm; dưới 20%: 0 điểm.", "1,5",
	  "!Từ 30% trở lên: 1,5 điểm; từ 20% đến dưới 30%: 1 điểm; dưới 20%: 0 điểm", "" },
	{ "Điều tra xã hội học: Điểm = Tỷ lệ hài lòng x 8 điểm", "8", "!Khảo sát: tỷ lệ hài lòng × điểm tối đa", "" },
	{ "Điểm thưởng: Mỗi mô hình được 0,5 điểm (tối đa 1 điểm)", "1", "Điểm thưởng: mỗi mô hình được 0,5 điểm", "" },
	{ "Hội đồng thẩm định chấm từ 0 đến 2 điểm", "2", "!Chấm từ 0 đến 2 điểm", "" },
	/* letters and fractions */
	{ "Tính điểm theo công thức: (b/a) x Điểm tối đa.\nTrong đó: a là tổng số tồn tại phải khắc phục; b là số tồn tại đã khắc phục xong.\nNếu tỷ lệ b/a < 0,5 thì điểm đánh giá là 0.",
	  "1", "!Tỷ lệ tồn tại đã khắc phục xong × điểm tối đa; dưới 0,5: 0 điểm", "số tồn tại đã khắc phục xong; tổng số tồn tại phải khắc phục" },
	{ "Điểm = (Số vốn đã giải ngân / Tổng số vốn được giao) x Điểm tối đa", "2", "!Tỷ lệ vốn đã giải ngân × điểm tối đa",
	  "Số vốn đã giải ngân; Tổng số vốn được giao" },
	{ "(b/a) x điểm tối đa", "1", "Tỷ lệ × điểm tối đa", "" },  /* nobody says what a and b are */
	/* words that bounds do not need */
	{ "Hoàn thành từ 95% kế hoạch trở lên: 1đ; từ 80% đến dưới 95%: 0,5đ; dưới 80%: 0đ", "1",
	  "Hoàn thành từ 95% kế hoạch trở lên: 1 điểm; từ 80% đến dưới 95%: 0,5 điểm; dưới 80%: 0 điểm", "" },
	{ "Từ 90% trở lên: 1 điểm; từ 80 đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "1",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "" },
	{ "Nếu hoàn thành từ 95% kế hoạch trở lên thì được 1 điểm, đạt từ 80% đến dưới 95% thì được 0,5 điểm, dưới 80% thì không có điểm", "1",
	  "Hoàn thành từ 95% kế hoạch trở lên: 1 điểm; từ 80% đến dưới 95%: 0,5 điểm; dưới 80%: 0 điểm", "" },
	{ "Tỷ lệ hồ sơ nộp trực tuyến so với mục tiêu 70% x điểm tối đa (không quá 2 điểm)", "2", "!Tỷ lệ hồ sơ nộp trực tuyến / 70% × điểm tối đa", "" },
	/* commas and sentences part clauses */
	{ "Từ 95% trở lên được điểm tối đa, từ 70% đến dưới 95% tính theo công thức, dưới 70% không có điểm.", "1",
	  "!Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm", "" },
	{ "Sử dụng không vượt số biên chế được giao: 1 điểm. Sử dụng vượt số biên chế được giao: 0 điểm.", "1",
	  "Sử dụng không vượt số biên chế được giao: 1 điểm; sử dụng vượt số biên chế được giao: 0 điểm", "" },
	/* a target said as bands, and not when the rates differ */
	{ "Đạt từ 80% hồ sơ trở lên: 2 điểm; dưới 80% thì tính theo công thức: (tỷ lệ hồ sơ số hóa/80%) x 2 điểm", "2",
	  "!Tỷ lệ hồ sơ số hóa / 80% × điểm tối đa", "" },
	{ "Đạt từ 80% hồ sơ trở lên: 2 điểm; dưới 80% thì tính theo công thức: (tỷ lệ hồ sơ số hóa/90%) x 2 điểm", "2", "", "" },
	/* steps that add up are a checklist; those that do not, or hold a 0, are options */
	{ "- Ban hành kế hoạch: 0,5 điểm;\n- Thực hiện đủ các hoạt động theo kế hoạch: 1 điểm;\n- Có báo cáo kết quả: 0,5 điểm.", "2",
	  "!Tổng điểm các mục đạt: ban hành kế hoạch 0,5; thực hiện đủ các hoạt động theo kế hoạch 1; có báo cáo kết quả 0,5", "" },
	{ "- Ban hành sớm: 1 điểm;\n- Ban hành đúng hạn: 0,75 điểm;\n- Ban hành muộn: 0,25 điểm.", "1",
	  "Ban hành sớm: 1 điểm; ban hành đúng hạn: 0,75 điểm; ban hành muộn: 0,25 điểm", "" },
	{ "Đã ban hành: 1 điểm\nChưa ban hành: 0 điểm", "1", "Đã ban hành: 1 điểm; chưa ban hành: 0 điểm", "" },
	/* a PDF breaks the lines of a cell */
	{ "Từ 90% trở lên:\n1 điểm; từ 80% đến\ndưới 90%: 0,5 điểm;\ndưới 80%: 0 điểm", "1",
	  "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm", "" },
	/* for a person */
	{ "Trên 90%: 1 điểm\nTừ 70% - 90%: 0,5 điểm\nDưới 70%: 0 điểm", "1", "", "" },
	{ "Đoàn thẩm định xem xét mức độ phong phú của hình thức tuyên truyền để cho điểm phù hợp", "1", "", "" },
	{ "Chấm theo thang điểm tại phiếu kiểm tra của Sở Khoa học và Công nghệ rồi quy đổi về điểm của tiêu chí", "2", "", "" },
	{ "Từ 90% trở lên: 3 điểm; dưới 90%: 0 điểm", "2", "", "" },       /* more than the maximum */
};

static void test_texts(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	size_t wrong = 0;
	for (size_t i = 0; i < COUNT(texts); i++) {
		points max;
		assert_true(points_of_figure(figure_parse(str_c(texts[i].max)), &max));
		struct reworded w = reword(a, ps, str_c(texts[i].says), max);
		struct buf b = buf_open(a);
		for (size_t k = 0; k < w.inputs.n; k++)
			buf_fmt(&b, "%s%.*s", k ? "; " : "", SF(w.inputs.at[k]));
		str is = w.rule ? str_fmt(a, "%s%.*s", w.changed ? "!" : "", SF(w.text)) : S("");
		if (!str_eq(is, str_c(texts[i].is)) || !str_eq(buf_str(&b), str_c(texts[i].inputs))) {
			print_message("%s\n\tis  %.*s [%.*s]\n\tnot %s [%s] %s\n", texts[i].says, SF(is), SF(buf_str(&b)), texts[i].is, texts[i].inputs, w.error.message);
			wrong++;
		}
		if (!w.rule) {
			assert_int_equal(w.error.code, ERR_INPUT);
			assert_true(w.text.n > 0);             /* its words are kept */
		}
	}
	assert_int_equal(wrong, 0);
	arena_free(a);
}

static void test_nothing(void **state)
{
	(void)state;
	struct arena *a = arena_open(WHOLE_ROOM);
	struct pats *ps = pats_open(a);
	static const char *const empty[] = { "", " \n ", "-\n- \n", "." };
	for (size_t i = 0; i < COUNT(empty); i++) {
		struct reworded w = reword(a, ps, str_c(empty[i]), POINT);
		assert_null(w.rule);
		assert_int_equal(w.text.n, 0);
	}
	arena_free(a);
}

int extract_reword_tests(void);
int extract_reword_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_texts), cmocka_unit_test(test_nothing) };
	return cmocka_run_group_tests_name("extract/reword", tests, NULL, NULL);
}
