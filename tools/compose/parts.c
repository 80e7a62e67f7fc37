#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* {b} and so on: see say() */
static const char *const aims[] = {
	"Khắc phục kịp thời những tiêu chí, tiêu chí thành phần chưa đạt điểm tối đa, nâng chất lượng phục vụ.",
	"Làm rõ nguyên nhân, trách nhiệm của từng bộ phận đối với từng điểm bị trừ để không lặp lại trong năm {n}.",
	"Nâng cao nhận thức và trách nhiệm nêu gương của người đứng đầu trong cải cách hành chính." };
static const char *const needs[] = {
	"Mỗi tồn tại phải có giải pháp, người thực hiện và thời hạn rõ ràng; kết quả phải đo đếm được.",
	"Việc khắc phục phải gắn với nhiệm vụ thường xuyên, tránh hình thức, không chạy theo thành tích.",
	"Tài liệu kiểm chứng phải được lưu trữ đầy đủ ngay khi hoàn thành công việc." };

static const char *const people[] = { "Nguyễn Văn Bình", "Trần Thị Hoa", "Lê Quốc Khánh", "Phạm Minh Đức",
    "Hoàng Thị Lan", "Vũ Đình Nam" };

/* Head of an official document. Converters of Markdown keep its number and date only. */
void letterhead(struct maker *m)
{
	if (!m->style.letterhead && m->form != FORM_MARKDOWN)
		return;
	struct true_document *d = &m->c->document;
	const char *place = m->in_commune ? m->commune : m->province, *type = m->form == FORM_STACKED ? "BC" : "KH";
	const char *country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *motto = "Độc lập - Tự do - Hạnh phúc";
	char above[96], body[128], number[16] = "  ";

	m->dated = true;
	m->c->blank = chance(m, 15);
	if (!m->c->blank) {
		snprintf(number, sizeof number, "%d", m->number);
		snprintf(d->number, sizeof d->number, "%.4s/%s-%.10s", number, type, m->symbol);
	}
	snprintf(d->place, sizeof d->place, "%s", place);
	snprintf(d->date, sizeof d->date, "%s-%02d-%02d", m->next_year, m->month, m->day);
	char number_line[64], date_line[96];
	snprintf(number_line, sizeof number_line, "Số: %s/%s-%s", number, type, m->symbol);
	snprintf(date_line, sizeof date_line, "%s, ngày %02d tháng %0*d năm %s", place, m->day, m->month < 3 ? 2
	    : 1, m->month, m->next_year);
	snprintf(above, sizeof above, m->in_commune ? "ỦY BAN NHÂN DÂN" : "UBND TỈNH %s", m->province);
	snprintf(body, sizeof body, m->in_commune ? "xã %s" : "%s", m->in_commune ? m->commune : m->body);
	const char *const left[] = { above, body, number_line }, *const right[] = { country, motto, date_line };
	switch (m->form) {
	case FORM_MARKDOWN:
		put(&m->t, number_line);
		paragraph(m);
		put(&m->t, date_line);
		break;
	case FORM_STACKED:                                /* a table without lines: cell after cell */
		for (int i = 0; i < 6; i++) {
			put(&m->out, i % 3 ? "" : "\t");
			const char *s = i < 3 ? left[i] : right[i - 3];
			i < 2 ? put_capitals(&m->out, s) : put(&m->out, s);
			put(&m->out, "\n");
		}
		put(&m->out, "\n");
		return;
	case FORM_FLAT_ANNEX:
	case FORM_COMMUNE:
	case FORM_PROSE:
	case FORMS:                                       /* what stands on one base line is joined */
		for (int i = 0; i < 3; i++) {
			i < 2 ? put_capitals(&m->t, left[i]) : put(&m->t, left[i]);
			put_fmt(&m->t, " %s", right[i]);
			if (i < 2)
				paragraph(m);
		}
		break;
	}
	paragraph(m);
}

void recipients(struct maker *m)
{
	const char *name = *ANY(m, people);
	bool bold = m->form == FORM_MARKDOWN;
	put(&m->t, bold ? "**Nơi nhận:**" : "Nơi nhận:");
	paragraph(m);
	const char *const commune[] = { "UBND tỉnh (để b/c);", "Thường trực Đảng ủy, HĐND xã;",
	    "Các phòng, bộ phận;", "Lưu: VT." };
	const char *const department[] = { "UBND tỉnh (để b/c);", "Sở Nội vụ;", "Các phòng, đơn vị trực thuộc;",
	    "Lưu: VT, VP." };
	items(m, m->in_commune ? commune : department, 4);
	const char *title = m->in_commune ? "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" : chance(m, 50) ? "GIÁM ĐỐC"
	    : "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC";
	put_fmt(&m->t, bold ? "**%s**" : "%s", title);
	paragraph(m);
	if (m->form != FORM_MARKDOWN && m->form != FORM_STACKED)
		for (int i = 0; i < 4; i++)
			paragraph(m);
	else if (m->form == FORM_STACKED)
		put(&m->out, "\n\n\n\n");
	put_fmt(&m->t, bold ? "**%s**" : "%s", name);
	paragraph(m);
	if (m->form == FORM_STACKED)
		put(&m->out, "\n\n\n");
}

void organisation(struct maker *m, const char *number)
{
	char line[64];
	snprintf(line, sizeof line, "%s. TỔ CHỨC THỰC HIỆN", number);
	heading(m, 2, line);
	say_paragraph(m, "1. Các bộ phận, đơn vị căn cứ nhiệm vụ được giao khẩn trương triển khai Kế hoạch "
	    "này, định kỳ hằng quý "
	                 "gửi kết quả về đơn vị đầu mối để tổng hợp.");
	say_paragraph(m, "2. Đơn vị đầu mối theo dõi, đôn đốc việc thực hiện và báo cáo lãnh đạo khi có vướng "
	    "mắc phát sinh.");
	say_paragraph(m, "Trên đây là Kế hoạch khắc phục các tiêu chí bị trừ điểm Chỉ số cải cách hành chính "
	    "năm {Y} của {b}, "
	                 "đề nghị các bộ phận, đơn vị nghiêm túc thực hiện./.");
}

void purposes(struct maker *m)
{
	heading(m, 3, "I. MỤC ĐÍCH, YÊU CẦU");
	heading(m, 4, "1. Mục đích");
	items(m, aims, (int)COUNT(aims));
	heading(m, 4, "2. Yêu cầu");
	items(m, needs, (int)COUNT(needs));
}

/* what the whole index came to, in one sentence */
void say_result(struct maker *m, bool listed)
{
	static const char *const of[] = { "xã, phường của tỉnh", "sở, ban, ngành cấp tỉnh" };
	struct true_document *d = &m->c->document;
	switch (m->style.variant) {
	case 0: say(m, "Năm {Y}, Chỉ số cải cách hành chính của {b} được Hội đồng thẩm định chấm {T}/{X} "
	    "điểm"); break;
	case 1: say(m, "Theo kết quả thẩm định, Chỉ số cải cách hành chính năm {Y} của {b} đạt {T}/{X} điểm"); break;
	default: say(m, "Kết quả đánh giá Chỉ số CCHC năm {Y}: {b} đạt {T}/{X} điểm"); break;
	}
	if (chance(m, 60)) {
		say(m, ", tương ứng {E}");
		snprintf(d->percent, sizeof d->percent, "%.9s", m->c->figures[m->percent_figure].text);
	}
	say(m, m->style.variant == 1 ? ", xếp hạng {R} " : "; xếp thứ {R} ");
	put(&m->t, of[!m->in_commune]);
	if (listed)
		say(m, m->style.variant == 2 ? "; bị trừ {L} điểm ở {C} tiêu chí, tiêu chí thành phần của {F} "
		    "lĩnh vực"
		                             : "; tổng số điểm bị trừ {L} điểm, với {C} tiêu chí, tiêu chí "
		                             "thành phần của {F} lĩnh vực bị trừ điểm");
	put(&m->t, ".");
	paragraph(m);
	snprintf(d->rank, sizeof d->rank, "%d", m->rank);
	snprintf(d->size, sizeof d->size, "%d", m->size);
}
