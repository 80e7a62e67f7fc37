#include "chance.h"

/* -- the die ------------------------------------------------------------------------------------------- */

struct dice { struct arena *a; uint64_t state; };

static unsigned roll(struct dice *d, unsigned n)
{
	d->state = d->state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)((d->state >> 33) % n);
}

static bool once_in(struct dice *d, unsigned n) { return !roll(d, n); }

/* -- texts, and what reading makes of them --------------------------------------------------------------- */

static const str field_names[] = {
	S("Chỉ đạo, điều hành cải cách hành chính"), S("Cải cách thể chế"), S("Cải cách thủ tục hành chính"), S("Cải cách tổ chức bộ máy"),
	S("Cải cách chế độ công vụ"), S("Cải cách tài chính công"), S("Xây dựng, phát triển chính quyền số"),
	S("Tác động của cải cách hành chính đến kinh tế - xã hội"),
};
static const str names[] = {
	S("Thực hiện kế hoạch cải cách hành chính"), S("Chế độ báo cáo định kỳ"), S("Tuyên truyền cải cách hành chính"),
	S("Mức độ hoàn thành nhiệm vụ UBND tỉnh giao"), S("Theo dõi thi hành pháp luật (TDTHPL)"), S("Số hóa hồ sơ giải quyết TTHC"),
	S("Niêm yết, công khai thủ tục hành chính"), S("Tiếp nhận, xử lý phản ánh, kiến nghị của cá nhân, tổ chức"), S("Cơ cấu tổ chức, số lượng cấp phó"),
	S("Mức độ hoàn thành kế hoạch đào tạo, bồi dưỡng"), S("Quản lý, sử dụng tài sản công"), S("Chất lượng Cổng thông tin điện tử"),
	S("Áp dụng Hệ thống quản lý chất lượng ISO 9001:2015"), S("Tỷ lệ hồ sơ trực tuyến toàn trình"), S("Mức độ thu hút đầu tư"),
	S("Sáng kiến trong triển khai nhiệm vụ cải cách hành chính"),
};

struct reason { str text; const char *measure; int value, scale, of; };      /* of: count; 0: percent */
static const struct reason reasons[] = {
	{ S("do hai báo cáo quý gửi chậm so với thời hạn"), NULL, 0, 0, 0 },
	{ S("Chưa có tài liệu kiểm chứng việc xử lý sau kiểm tra."), NULL, 0, 0, 0 },
	{ S("Bảng niêm yết còn thủ tục đã bị thay thế; khó tra cứu."), NULL, 0, 0, 0 },
	{ S("do mới số hóa 91,94% hồ sơ phát sinh"), "91,94%", 9194, 2, 0 },
	{ S("Có 24/25 công chức hoàn thành nhiệm vụ."), "24/25", 24, 0, 25 },
	{ S("Không có sáng kiến được công nhận trong năm."), NULL, 0, 0, 0 },
};

static const str causes[] = {
	S("Công chức đầu mối kiêm nhiệm nhiều việc, chưa bám sát hướng dẫn chấm điểm."), S("Văn bản hướng dẫn ban hành muộn."),
	S("Chưa phân công rõ người theo dõi."),
};

struct target_text { str text; const char *target; enum target_op op; int value; enum unit unit; };
static const struct target_text remedies[] = {
	{ S("Phân công một công chức theo dõi, nhắc việc hằng tuần"), NULL, OP_GE, 0, UNIT_COUNT },
	{ S("Lập danh mục tài liệu kiểm chứng ngay từ đầu năm; kiểm tra chéo trước khi gửi."), NULL, OP_GE, 0, UNIT_COUNT },
	{ S("Rà soát hồ sơ, bảo đảm tỷ lệ số hóa đạt từ 95% trở lên."), "từ 95% trở lên", OP_GE, 95, UNIT_PERCENT },
	{ S("Trình công bố danh mục không quá 5 ngày làm việc kể từ ngày có quyết định."), "không quá 5 ngày làm việc", OP_LE, 5, UNIT_WORKING_DAYS },
	{ S("Niêm yết lại bằng mã tra cứu"), NULL, OP_GE, 0, UNIT_COUNT },
	{ S("Tập huấn cho công chức bộ phận một cửa."), NULL, OP_GE, 0, UNIT_COUNT },
};

static const str units[] = {
	S("Văn phòng Sở"), S("Phòng Hành chính tư pháp"), S("Thanh tra Sở"), S("Trung tâm Trợ giúp pháp lý"), S("Các cán bộ, công chức"),
	S("Văn phòng – Thống kê"), S("Công chức Tư pháp – Hộ tịch"),
};

static const struct { const char *text; enum due_kind kind; struct date from, to; } dues[] = {
	{ "Thường xuyên", DUE_ONGOING, { 0, 0, 0 }, { 0, 0, 0 } }, { "Năm 2026", DUE_YEAR, { 2026, 1, 1 }, { 2026, 12, 31 } },
	{ "Quý III/2026", DUE_QUARTER, { 2026, 7, 1 }, { 2026, 9, 30 } }, { "Tháng 6/2026", DUE_MONTH, { 2026, 6, 1 }, { 2026, 6, 30 } },
	{ "Trước ngày 30/9/2026", DUE_DATE, { 0, 0, 0 }, { 2026, 9, 30 } }, { "Quý IV", DUE_QUARTER, { 2026, 10, 1 }, { 2026, 12, 31 } },
	{ "Theo tiến độ của tỉnh", DUE_NONE, { 0, 0, 0 }, { 0, 0, 0 } },
};

static const struct progress states[] = {
	{ S("Đã hoàn thành, đã gửi báo cáo về Văn phòng."), STATUS_DONE, { 0 } }, { S("Đang triển khai"), STATUS_IN_PROGRESS, { 0 } },
	{ S("Chưa thực hiện do chờ hướng dẫn."), STATUS_NOT_DONE, { 0 } }, { S("Đã có văn bản gửi các phòng."), STATUS_UNKNOWN, { 0 } },
};

static const str notes[] = { S("Kiểm tra lại trong quý sau"), S("Tiêu chí mới") };

static const struct { const char *text; enum cadence cadence; const char *unit; } duties[] = {
	{ "Giao Văn phòng Sở theo dõi, đôn đốc việc thực hiện; hằng quý tổng hợp kết quả.", CADENCE_QUARTERLY, "Văn phòng Sở" },
	{ "Tổ chức thực hiện nhiệm vụ được giao; gửi tài liệu kiểm chứng khi hoàn thành từng việc.", CADENCE_NONE, "Các phòng, đơn vị trực thuộc" },
	{ "Thanh tra Sở có trách nhiệm kiểm tra đột xuất việc chấp hành kỷ luật, kỷ cương.", CADENCE_ON_DEMAND, "Thanh tra Sở" },
};

static const str purposes[] = { S("Khắc phục dứt điểm các tiêu chí bị trừ điểm;"), S("Nâng cao trách nhiệm của người đứng đầu.") };
static const str requirements[] = { S("Mỗi tồn tại phải có người chịu trách nhiệm và thời hạn hoàn thành."),
	                            S("Kết quả phải có tài liệu kiểm chứng, lưu ngay khi hoàn thành.") };
static const str tasks[] = { S("Bám sát kế hoạch của cơ quan; đánh giá kết quả trong giao ban hằng tháng."), S("Rà soát, cập nhật tài liệu theo quý."),
	                     S("Kiểm tra chéo giữa các phòng.") };
static const struct finding findings[] = {
	{ FINDING_SELF_CHECK, S("Một số phòng thiếu danh mục tài liệu trong hồ sơ lưu trữ."), { S("Đã hoàn thành việc bổ sung danh mục."), STATUS_DONE, { 0 } }, { 0 } },
	{ FINDING_SELF_CHECK, S("Phiếu hẹn chưa ghi đúng thời gian giải quyết"), { { 0 }, STATUS_NONE, { 0 } }, { 0 } },
	{ FINDING_SELF_CHECK, S("Chưa có bài viết tuyên truyền trên trang thông tin"), { S("Đang triển khai"), STATUS_IN_PROGRESS, { 0 } }, { 0 } },
	{ FINDING_INSPECTION, S("Sổ theo dõi tiếp công dân còn thiếu nội dung ở một vài kỳ"), { S("Chưa khắc phục"), STATUS_NOT_DONE, { 0 } }, { 0 } },
	{ FINDING_INSPECTION, S("Quy chế làm việc chưa được sửa theo mô hình mới."), { { 0 }, STATUS_NONE, { 0 } }, { 0 } },
};
static const str requests[] = { S("Đề nghị Sở Nội vụ hướng dẫn cụ thể cách tính điểm đối với nội dung không phát sinh."),
	                        S("Đề nghị cơ quan thẩm định thông báo sớm kết quả để các đơn vị giải trình") };
static const str remarks[] = { S("Nhìn chung, các phòng đã tích cực sửa chữa; hồ sơ được sắp xếp khoa học hơn.") };

/* -- parts --------------------------------------------------------------------------------------------- */

#define PICK(d, list) ((list)[roll((d), COUNT(list))])

static struct due a_due(struct dice *d)
{
	size_t i = roll(d, COUNT(dues));
	return (struct due){ .text = str_c(dues[i].text), .kind = dues[i].kind, .from = dues[i].from, .to = dues[i].to };
}

static void some_units(struct dice *d, strs *to)
{
	unsigned from = roll(d, COUNT(units)), n = roll(d, 3);
	for (unsigned i = 0; i < n; i++)
		*vec_add(d->a, to) = units[(from + i) % COUNT(units)];
}

static void some_remedies(struct dice *d, struct criterion *c, strs *to, unsigned most)
{
	unsigned from = roll(d, COUNT(remedies)), n = roll(d, most + 1);
	for (unsigned i = 0; i < n; i++) {
		const struct target_text *t = &remedies[(from + i) % COUNT(remedies)];
		*vec_add(d->a, to) = t->text;
		if (c && t->target)
			*vec_add(d->a, &c->targets) =
				(struct target){ .text = str_c(t->target), .op = t->op, .value = figure_make(t->value, 0),
				                 .unit = t->unit };
	}
}

static void a_measure(struct dice *d, struct criterion *c, const struct reason *r)
{
	if (!r->measure)
		return;
	struct measure *m = vec_add(d->a, &c->measures);
	*m = (struct measure){ .text = str_c(r->measure), .origin = ORIGIN_APPRAISAL, .unit = r->of ? UNIT_COUNT : UNIT_PERCENT };
	if (r->of)
		m->done = figure_make(r->value, 0), m->of = figure_make(r->of, 0);
	else
		m->value = figure_make(r->value, r->scale);
}

static const int power[] = { 1, 10, 100, 1000 };

static void add_criterion(struct dice *d, struct facts *f, const struct field *field, str code)
{
	struct criterion *c = vec_add(d->a, &f->criteria);
	const struct reason *reason = &PICK(d, reasons);
	int scale = (int)roll(d, 4), max = (int)(1 + roll(d, 6)) * 5;          /* in tenths: 0,5 to 3 */
	int lost = (int)(1 + roll(d, (unsigned)(max * power[scale] / 10 + 1)));
	*c = (struct criterion){ .code = code, .name = PICK(d, names), .field = field->code, .leaf = true };
	c->max = max % 10 ? figure_make(max, 1) : figure_make(max / 10, 0);
	scale = scale ? scale : max % 10 ? 1 : 0;
	lost = lost > max * power[scale] / 10 ? max * power[scale] / 10 : lost;
	c->points = figure_make(max * power[scale] / 10 - lost, scale);
	c->lost = figure_make(lost, scale);
	if (once_in(d, 2))
		c->printed_lost = c->lost;
	if (!once_in(d, 5)) {
		c->reason = reason->text;
		a_measure(d, c, reason);
	}
	if (once_in(d, 3))
		c->cause = PICK(d, causes);
	if (once_in(d, 2))
		c->lead = PICK(d, units);
	if (once_in(d, 3))
		some_units(d, &c->support);
	if (!once_in(d, 4))
		c->due = a_due(d);
	if (!once_in(d, 3))
		c->progress = PICK(d, states);
	if (once_in(d, 6))
		c->note = PICK(d, notes);
	some_remedies(d, c, &c->remedies, 3);
	c->lead = c->lead.n ? c->lead : field->lead;
	c->support = c->support.n ? c->support : field->support;
	c->due = c->due.text.n ? c->due : field->due;
	c->remedies = c->remedies.n ? c->remedies : field->remedies;
}

static int points_1000(struct figure g) { return g.present ? (int)(g.digits * power[3 - g.scale]) : 0; }

static struct figure of_1000(int n)
{
	int scale = 3;
	for (; scale && n % 10 == 0; scale--)
		n /= 10;
	return figure_make(n, scale);
}

/* A field, with its criteria: its points add up. */
static int add_field(struct dice *d, struct facts *f, int number, int *max)
{
	struct field *field = vec_add(d->a, &f->fields);
	int lost = 0;
	*field = (struct field){ .code = str_fmt(d->a, "%d", number), .name = field_names[number - 1] };
	if (!once_in(d, 4)) {
		field->lead = PICK(d, units);
		some_units(d, &field->support);
		field->due = a_due(d);
		some_remedies(d, NULL, &field->remedies, 2);
	}
	for (unsigned i = 0, n = field->lead.n ? roll(d, 3) : 0; i < n; i++)
		*vec_add(d->a, &field->tasks) = (struct text_at){ .text = tasks[i] };
	struct field copy = *field;
	unsigned criteria = number > 1 && once_in(d, 5) ? 0 : 1 + roll(d, 4);
	for (unsigned i = 1; i <= criteria; i++) {
		str code = once_in(d, 2) ? str_fmt(d->a, "%d.%u", number, i) : str_fmt(d->a, "%d.%u.%u", number, i, 1 + roll(d, 3));
		add_criterion(d, f, &copy, code);
		lost += points_1000(f->criteria.at[f->criteria.n - 1].lost);
	}
	*max = (int)(10 + roll(d, 11)) * 1000 + (once_in(d, 4) ? 500 : 0);
	field = &f->fields.at[f->fields.n - 1];
	field->max = of_1000(*max);
	field->points = of_1000(*max - lost);
	field->lost = of_1000(lost);
	if (once_in(d, 2))
		field->printed_lost = field->lost;
	return lost;
}

static void a_document(struct dice *d, struct document *to)
{
	static const str issuers[] = { S("Sở Công Thương"), S("Ủy ban nhân dân xã Bình Lạc"), S("Ban Quản lý Khu kinh tế"), S("Thanh tra tỉnh") };
	static const str signs[] = { S("SCT"), S("UBND"), S("BQL"), S("TTr") };
	unsigned who = roll(d, COUNT(issuers));
	bool number = !once_in(d, 3);
	to->issuer = issuers[who];
	to->parent = who == 1 ? S("UBND huyện Đông Lam") : S("UBND tỉnh Hải Bình");
	to->place = S("Hải Bình");
	to->date = (struct date){ 2026, (int)(1 + roll(d, 6)), number ? (int)(1 + roll(d, 28)) : 0 };
	to->cycle_year = 2025;
	to->symbol = str_fmt(d->a, "KH-%.*s", SF(signs[who]));
	if (number)
		to->number = str_fmt(d->a, "%02u/%.*s", 1 + roll(d, 300), SF(to->symbol));
	if (once_in(d, 2)) {
		to->period_from = (struct date){ 2025, 12, 15 };
		to->period_to = (struct date){ 2026, 6, 14 };
		to->title = S("Kết quả khắc phục trong 6 tháng đầu năm 2026 các tồn tại, hạn chế theo kết quả thẩm định Chỉ số cải cách hành chính năm 2025");
	} else {
		to->title = S("Khắc phục tồn tại, hạn chế và các tiêu chí bị trừ điểm theo kết quả thẩm định Chỉ số cải cách hành chính năm 2025");
	}
	for (unsigned i = 0, n = roll(d, 3); i < n; i++)
		*vec_add(d->a, &to->cites) = (struct cite){ .number = i ? S("15/QĐ-UBND") : S("1987/SNV-CCHC"), .date = { 2026, (int)i + 2, 3 + (int)i * 20 },
		                                            .issuer = i ? S("UBND tỉnh") : S("Sở Nội vụ"), .role = CITE_BASIS };
	if (once_in(d, 2))
		to->as_of = (struct date){ 2026, 6, 14 };
	to->attached_to.present = true;
	to->attached_to.kind = DOC_REPORT;
	to->attached_to.symbol = to->symbol;
	to->attached_to.date = to->date;
	to->signatory.present = true;
	to->signatory.authority = once_in(d, 2) ? S("KT. GIÁM ĐỐC") : (str){ 0 };
	to->signatory.title = S("PHÓ GIÁM ĐỐC");
	to->signatory.name = S("Trần Thị Hoài An");
	*vec_add(d->a, &to->recipients) = S("UBND tỉnh (để b/c)");
	*vec_add(d->a, &to->recipients) = S("Các phòng, đơn vị");
	if (!once_in(d, 4))
		*vec_add(d->a, &to->recipients) = S("Lưu: VT, VP");
}

struct facts *chance_facts(struct arena *a, uint64_t seed)
{
	struct dice d = { a, seed * 2654435761u + 12345 };
	struct facts *f = make(a, struct facts);
	int all_max = 0, all_lost = 0, fields_lost = 0, fields = 3 + (int)roll(&d, 6);
	a_document(&d, &f->document);
	for (int i = 1; i <= fields; i++) {
		int max, lost = add_field(&d, f, i, &max);
		all_max += max;
		all_lost += lost;
		fields_lost += lost > 0;
	}
	f->result = (struct result){ .present = true, .max = of_1000(all_max), .points = of_1000(all_max - all_lost),
		                     .lost = of_1000(all_lost), .printed_lost = of_1000(all_lost), .rank = 1 + (int)roll(&d, 20),
		                     .group_size = 25, .criteria_lost = (int)f->criteria.n, .fields_lost = fields_lost };
	f->result.percent = exact_round(exact_mul(exact_div(exact_of(f->result.points), exact_of(f->result.max)), exact_int(100)), 2);
	for (size_t i = 0; i < COUNT(purposes); i++)
		if (!once_in(&d, 3))
			*vec_add(a, &f->aims) = (struct aim){ .kind = AIM_PURPOSE, .text = purposes[i] };
	for (size_t i = 0; i < COUNT(requirements); i++)
		if (!once_in(&d, 3))
			*vec_add(a, &f->aims) = (struct aim){ .kind = AIM_REQUIREMENT, .text = requirements[i] };
	for (size_t i = 0; i < COUNT(duties); i++)
		if (!once_in(&d, 3))
			*vec_add(a, &f->duties) = (struct duty){ .unit = str_c(duties[i].unit), .text = str_c(duties[i].text),
			                                         .cadence = duties[i].cadence };
	for (size_t i = 0; i < COUNT(findings); i++)
		if (!once_in(&d, 3))
			*vec_add(a, &f->findings) = findings[i];
	for (size_t i = 0; i < COUNT(requests); i++)
		if (!once_in(&d, 3))
			*vec_add(a, &f->requests) = (struct text_at){ .text = requests[i] };
	if (f->findings.n && once_in(&d, 2))
		*vec_add(a, &f->remarks) = (struct text_at){ .text = remarks[0] };
	return f;
}
