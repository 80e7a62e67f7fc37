/* makedoc -- a sound document with as many lost criteria as wanted, to see how time and memory grow
 *
 *     makedoc annex|deductions|markdown|cells CRITERIA
 *
 * annex       a table flattened cell by cell, a line of the cell a line (as seed 000)
 * deductions  the same with field rows and columns of points (as seed 003)
 * markdown    one table with field rows
 * cells       the same with a line a cell, as LibreOffice writes a table into a text
 *
 * A field holds up to 100 criteria (F.1.1 … F.10.10); each criterion lost half a point of 2 (thousandths: 500), so every sum holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IN_FIELD = 100, GROUP = 10, LOST_MILLI = 500, MAX_MILLI = 2000, CRITERIA_MAX = 1000000 };

/* What the rows say, by turns, so that they are not all alike. */
static const char *const names[][2] = {
	{ "Mức độ hoàn thành kế hoạch cải cách", "hành chính của đơn vị" },
	{ "Tỷ lệ hồ sơ giải quyết đúng hạn tại", "bộ phận một cửa" },
	{ "Công khai thủ tục hành chính trên", "trang thông tin điện tử" },
	{ "Số hóa kết quả giải quyết thủ tục", "còn hiệu lực" },
	{ "Chế độ báo cáo định kỳ về cải cách", "hành chính" },
};
static const char *const reasons[][2] = {
	{ "Báo cáo gửi chậm so với thời hạn quy", "định của tỉnh" },
	{ "Chưa cập nhật đủ tài liệu kiểm chứng", "trên hệ thống chấm điểm" },
	{ "Nội dung kế hoạch chưa xác định rõ", "sản phẩm phải hoàn thành" },
};
static const char *const remedies[][2] = {
	{ "Giao một công chức theo dõi, nhắc việc", "vào ngày mười hằng tháng" },
	{ "Rà soát, cập nhật đủ tài liệu trước khi", "khóa kỳ tự đánh giá" },
	{ "Đưa nhiệm vụ vào chương trình công tác", "quý của từng phòng" },
};
#define TURN(list, i, part) (list)[(i) % (int)(sizeof(list) / sizeof(list)[0])][part]

static int at_most(int n, int max) { return n < max ? n : max; }
static int fields(int n) { return (n + IN_FIELD - 1) / IN_FIELD; }
static int in_field(int f, int n) { return at_most(IN_FIELD, n - f * IN_FIELD); }

static void points(const char *before, int milli, const char *after)
{
	printf("%s%d.%d%s", before, milli / 1000, milli % 1000 / 100, after);
}

static void code(const char *before, int i, const char *after)
{
	int k = i % IN_FIELD;
	printf("%s%d.%d.%d%s", before, i / IN_FIELD + 1, k / GROUP + 1, k % GROUP + 1, after);
}

/* -- flattened ------------------------------------------------------------------------------------ */

static void para(const char *text) { printf("%s \n\n", text); }

static void annex_row(int i)
{
	code(" Tiêu chí ", i, ": ");
	para(TURN(names, i, 0));
	para(TURN(names, i, 1));
	points("Hội đồng thẩm định chấm đạt ", MAX_MILLI - LOST_MILLI, "/");
	points("", MAX_MILLI, " điểm do \n\n");
	para(TURN(reasons, i, 0));
	printf("%s \n\n", TURN(reasons, i, 1));
	para(TURN(remedies, i, 0));
	printf("%s \n\n", TURN(remedies, i, 1));
	puts("Thường xuyên \n");
	puts("Đang triển khai thực hiện tại các \n\nphòng chuyên môn ");
}

static void annex(int n)
{
	puts(" PHỤ LỤC \n");
	puts("Kết quả khắc phục 6 tháng đầu năm 2026 đối với các tiêu chí bị trừ điểm trong Chỉ số cải \n");
	puts("cách hành chính năm 2025 của Sở Công Thương \n");
	puts("(Kèm theo Báo cáo số 45/BC-SCT ngày 14/6/2026 của Sở Công Thương) \n \n");
	puts("TT \n\nTồn tại, hạn chế, các tiêu chí bị \n\ntrừ điểm năm 2025 \n\nGiải pháp khắc phục \n\nThời hạn \n\n"
	     "hoàn thành \n\nTiến độ thực hiện \n\nGhi \n\nchú \n");
	puts("(1) (2) (3) (4) (5) (6) ");
	for (int i = 0; i < n; i++)
		annex_row(i);
}

static void deductions_row(int i)
{
	code("", i, " ");
	para(TURN(names, i, 0));
	printf("%s \n\n \n\n", TURN(names, i, 1));
	points("", MAX_MILLI, " ");
	points("", MAX_MILLI - LOST_MILLI, " \n");
	para(TURN(reasons, i, 0));
	printf("%s \n\n", TURN(reasons, i, 1));
	points("- ", LOST_MILLI, " \n\n");
}

static void deductions(int n)
{
	puts(" PHỤ LỤC \n");
	puts("Các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025 của UBND xã An Bình \n");
	puts("(Kèm theo Kế hoạch số 12/KH-UBND ngày 14/4/2026 của UBND xã An Bình) \n \n");
	puts("TT Nội dung bộ chỉ số Điểm \n\ntối đa \n\nĐiểm \n\nthẩm \n\nđịnh \n\nTồn tại, hạn chế Số \n\nđiểm \n\nbị trừ \n");
	for (int f = 0; f < fields(n); f++) {
		printf("%d LĨNH VỰC CẢI CÁCH SỐ %d     \n\n", f + 1, f + 1);
		for (int i = 0; i < in_field(f, n); i++)
			deductions_row(f * IN_FIELD + i);
	}
}

/* -- Markdown ------------------------------------------------------------------------------------- */

static void markdown_row(int i)
{
	code("| ", i, " | ");
	printf("%s %s | ", TURN(names, i, 0), TURN(names, i, 1));
	points("", MAX_MILLI, " | ");
	points("", MAX_MILLI - LOST_MILLI, " | ");
	points("", LOST_MILLI, " | ");
	printf("%s %s | ", TURN(reasons, i, 0), TURN(reasons, i, 1));
	printf("%s %s | Văn phòng | 30/9/2026 |\n", TURN(remedies, i, 0), TURN(remedies, i, 1));
}

static void markdown(int n)
{
	puts("# KẾ HOẠCH\n\n## Khắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025 của Sở Công Thương\n");
	puts("| STT | Tiêu chí | Điểm tối đa | Điểm thẩm định | Điểm trừ | Lý do trừ điểm | Giải pháp | Đơn vị chủ trì | Thời hạn |");
	puts("|---|---|---|---|---|---|---|---|---|");
	for (int f = 0; f < fields(n); f++) {
		int k = in_field(f, n);
		printf("| %d | LĨNH VỰC CẢI CÁCH SỐ %d | ", f + 1, f + 1);
		points("", k * MAX_MILLI, " | ");
		points("", k * (MAX_MILLI - LOST_MILLI), " | ");
		points("", k * LOST_MILLI, " | | | | |\n");
		for (int i = 0; i < k; i++)
			markdown_row(f * IN_FIELD + i);
	}
}

/* -- a line a cell -------------------------------------------------------------------------------- */

static void cells_row(int i)
{
	code("", i, "\n");
	printf("%s %s\n", TURN(names, i, 0), TURN(names, i, 1));
	points("", MAX_MILLI, "\n");
	points("", MAX_MILLI - LOST_MILLI, "\n");
	points("", LOST_MILLI, "\n");
	printf("%s %s\n", TURN(reasons, i, 0), TURN(reasons, i, 1));
	printf("%s %s\n%s %s\nVăn phòng\n30/9/2026\n", TURN(remedies, i, 0), TURN(remedies, i, 1), TURN(remedies, i + 1, 0), TURN(remedies, i + 1, 1));
}

static void cells(int n)
{
	puts("KẾ HOẠCH\nKhắc phục các tiêu chí bị trừ điểm trong Chỉ số cải cách hành chính năm 2025 của Sở Công Thương");
	puts("STT\nTiêu chí\nĐiểm tối đa\nĐiểm thẩm định\nĐiểm trừ\nLý do trừ điểm\nGiải pháp\nĐơn vị chủ trì\nThời hạn");
	for (int f = 0; f < fields(n); f++) {
		int k = in_field(f, n);
		printf("%d\nLĨNH VỰC CẢI CÁCH SỐ %d\n", f + 1, f + 1);
		points("", k * MAX_MILLI, "\n");
		points("", k * (MAX_MILLI - LOST_MILLI), "\n");
		points("", k * LOST_MILLI, "\n\n\n\n\n");
		for (int i = 0; i < k; i++)
			cells_row(f * IN_FIELD + i);
	}
}

static const struct { const char *name; void (*write)(int n); } forms[] = {
	{ "annex", annex }, { "deductions", deductions }, { "markdown", markdown }, { "cells", cells },
};

int main(int argc, char **argv)
{
	int n = argc == 3 ? atoi(argv[2]) : 0;
	for (size_t i = 0; n > 0 && n <= CRITERIA_MAX && i < sizeof forms / sizeof forms[0]; i++)
		if (!strcmp(argv[1], forms[i].name))
			return forms[i].write(n), 0;
	fprintf(stderr, "usage: makedoc annex|deductions|markdown|cells CRITERIA\n");
	return 2;
}
