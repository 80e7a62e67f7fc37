#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const own_findings[] = {
	"Một số bộ phận chưa lập hồ sơ công việc trên môi trường điện tử.",
	"Chưa có chuyên mục riêng về cải cách hành chính trên trang thông tin điện tử.",
	"Việc ghi sổ theo dõi tiếp công dân còn thiếu nội dung ở một vài kỳ.",
	"Biển tên, sơ đồ chỉ dẫn tại trụ sở chưa được thay mới sau khi sắp xếp." };
static const char *const own_requests[] = {
	"Đề nghị Sở Nội vụ hướng dẫn cụ thể cách tính điểm đối với các tiêu chí không phát sinh trong năm.",
	"Đề nghị cơ quan thẩm định thông báo sớm kết quả để các đơn vị có thời gian giải trình.",
	"Các bộ phận tiếp tục duy trì việc tự kiểm tra hằng quý và gửi kết quả về Văn phòng." };

/* -- 002: a report with tabs and stacked cells ---------------------------------------------------- */

static void blank_lines(struct maker *m, int least, int more)
{
	for (int i = least + dice_pick(&m->dice, more + 1); i > 0; i--)
		put(&m->t, "\n");
}

static void stacked_cell(struct maker *m, int part, void (*one)(struct maker *, struct lost *))
{
	bool first = true, alone = lost_in(m, part) == 1;
	put(&m->t, "\t");
	if (!alone)
		blank_lines(m, 1, 3);
	for (int i = 0; i < m->lost_n; i++) {
		if (m->lost[i].part != part)
			continue;
		if (!first)
			blank_lines(m, 2, 4);
		one(m, &m->lost[i]);
		first = false;
	}
	put(&m->t, "\n");
}

static void one_progress(struct maker *m, struct lost *l) { put(&m->t, l->progress->text); }
static void plain_remedy(struct maker *m, struct lost *l) { put_fmt(&m->t, "%s.", l->topic->remedy); }

static void stacked_field(struct maker *m, int part, int row)
{
	struct part *p = &m->parts[part];
	put_fmt(&m->t, "\n\t%d\n\tTiêu chí %s: %s: ", row, p->code, part_name(p));
	put_part_score(m, p, PLACE_ANNEX);
	put(&m->t, ". Bị trừ các tiêu chí cụ thể sau:\n");
	for (int i = 0; i < m->lost_n; i++) {
		struct lost *l = &m->lost[i];
		if (l->part != part)
			continue;
		put(&m->t, "- Tiêu chí ");
		put_code(m, l);
		put_fmt(&m->t, ": %s đạt ", l->topic->name);
		l->print[PLACE_ANNEX].points = put_points(m, FIGURE_POINTS, l->code, l->points);
		put_slash(m);
		l->print[PLACE_ANNEX].max = put_points(m, FIGURE_MAX, l->code, l->max);
		put(&m->t, " điểm. Lý do: ");
		put_reason(m, l, PLACE_ANNEX, true);
		put(&m->t, ".\n");
	}
	stacked_cell(m, part, plain_remedy);
	stacked_cell(m, part, one_due);
	stacked_cell(m, part, one_progress);
	put(&m->t, "\t\n");
	put(&m->out, said(m));
}

static void add_finding(struct maker *m, const char *what, const char *origin, const char *text)
{
	struct composed *c = m->c;
	c->findings = must(realloc(c->findings, (c->findings_n + 1) * sizeof *c->findings));
	struct true_finding *f = &c->findings[c->findings_n++];
	*f = (struct true_finding){ .what = what, .origin = origin };
	size_t n = strlen(text), cut = n > 40 ? 40 : n;
	while (cut < n && cut && ((unsigned char)text[cut] & 0xc0) == 0x80)
		cut--;
	snprintf(f->begins, sizeof f->begins, "%.*s", (int)cut, text);
}

void write_stacked(struct maker *m)
{
	static const char *const heads[] = {
		"TT", "Tồn tại, hạn chế, tiêu chí bị trừ điểm trong đợt thẩm định năm {Y}", "Giải pháp khắc phục cụ thể",
		"Thời hạn hoàn thành", "Tiến độ thực hiện\n(Nêu rõ đã hoàn thành hay chưa hoàn thành)", "Ghi chú" };
	letterhead(m);
	put(&m->out, " BÁO CÁO\n");
	say(m, "Kết quả khắc phục tồn tại, hạn chế theo kết luận của Đoàn thẩm định\ncông tác CCHC năm {Y} và "
	    "kết quả tự kiểm tra của {b}\n\n\n");
	put(&m->out, said(m));
	say_paragraph(m, "Căn cứ kết quả thẩm định công tác CCHC năm {Y} của tỉnh và kết quả tự kiểm tra, {b} "
	    "báo cáo kết quả khắc phục các tồn tại, hạn chế như sau:");
	say_paragraph(m, "1. Đối với các tồn tại, hạn chế qua kết quả thẩm định công tác CCHC năm {Y}");
	if (m->style.totals)
		say_result(m, true);
	say_paragraph(m, "Gửi kèm theo phụ lục.");
	say_paragraph(m, "2. Đối với các tồn tại, hạn chế qua kết quả tự kiểm tra");
	say_paragraph(m, "Qua tự kiểm tra đã phát hiện một số tồn tại, hạn chế sau:");
	int from = dice_pick(&m->dice, 2);
	for (int i = from; i < from + 3; i++) {
		put_fmt(&m->t, "- %s", own_findings[i]);
		paragraph(m);
		add_finding(m, "finding", "self_check", own_findings[i]);
	}
	say_paragraph(m, "3. Kiến nghị, đề xuất");
	for (size_t i = 0; i < COUNT(own_requests); i++) {
		put_fmt(&m->t, "- %s", own_requests[i]);
		paragraph(m);
		add_finding(m, "request", "-", own_requests[i]);
	}
	say_paragraph(m, "Trên đây là báo cáo kết quả khắc phục các tồn tại, hạn chế trong công tác CCHC của {b}./.");
	put(&m->out, "\n");
	recipients(m);
	put(&m->out, "\n\n\n3\n\n\tPHỤ LỤC\n");
	say(m, "Kết quả khắc phục các tiêu chí bị trừ điểm trong đợt thẩm định công tác CCHC năm {Y}, \nsố "
	    "liệu cập nhật đến ngày ");
	put_date(m);
	put(&m->t, "\n\n\n\n");
	for (size_t i = 0; i < COUNT(heads); i++) {
		put(&m->t, "\t");
		say(m, heads[i]);
		put(&m->t, "\n");
	}
	if (m->style.counted)
		put(&m->t, "\n\t(1)\n\t(2)\n\t(3)\n\t(4)\n\t(5)\n\t(6)\n");
	put(&m->out, said(m));
	for (int i = 0, row = 0; i < m->parts_n; i++)
		if (lost_in(m, i))
			stacked_field(m, i, ++row);
	for (int i = 0; i < m->lost_n; i++)
		m->lost[i].lead = "-";
	snprintf(m->c->document.kind, sizeof m->c->document.kind, "report");
}
