/* What whole sections are about: aims, who does what, requests upward, findings of an inspection, remarks.
 * Forms: seeds 001-004. */
#include "extract/fill.h"
#include "extract/stack.h"

/* -- aims ---------------------------------------------------------------------------------------------- */

static void read_aim(struct cx *x, const struct block *b, enum aim_kind kind)
{
	struct aim *a = vec_add(x->a, &x->f->aims);
	*a = (struct aim){ kind, one_line(x->a, flow_text(&b->flow, b->label, b->flow.fold.text.n)), flow_at(&b->flow, b->label) };
}

/* -- duties: "1. Văn phòng Sở" / "Chủ trì …", "2. Giao Văn phòng … theo dõi …; định kỳ hàng tháng báo cáo …" ---- */

static enum cadence cadence_of(struct cx *x, str t)
{
	if (pat_has(x->ps, "hang quy|moi quy|thang cuoi quy", t))
		return CADENCE_QUARTERLY;
	if (pat_has(x->ps, "hang thang|moi thang|truoc ngay \\d+ (?:cua )?(?:thang|hang thang)", t))
		return CADENCE_MONTHLY;
	return pat_has(x->ps, "khi co yeu cau|theo yeu cau|dot xuat", t) ? CADENCE_ON_DEMAND : CADENCE_NONE;
}

#define UNIT_HEAD "(?:cac |giao |de nghi |yeu cau )*(?:van phong|phong|cac phong|trung tam|so|ban|thanh tra|bo phan|cac (?:don vi|phong|ban|so|can bo|co quan|thon|to)|can bo|cong chuc|ubnd|uy ban|chu tich|lanh dao|giam doc|chanh van phong|truong|chi cuc|don vi|cong an|hoi|doan|mat tran|ke toan|to (?!chuc ))"

static void read_duty(struct cx *x, const struct block *b, str *unit, struct duty **open)
{
	str t = b->flow.fold.text;
	struct match m;
	size_t from = b->label, end = t.n;
	size_t byte = from < t.n ? b->flow.fold.at[from] : 0;
	bool titled = x->sections.at[b->section].first == (size_t)(b - x->blocks.at);
	if (titled && end - from < 120 && !pat_has(x->ps, "\\b(?:chiu trach nhiem|co trach nhiem|theo doi|chu tri|thuc hien|tham muu|can cu|don doc)\\b", str_sub(t, from, end))) {
		*unit = full_stop(flow_text(&b->flow, from, end));      /* a heading: the duty follows */
		*open = NULL;
		return;
	}
	str who = *unit;
	if (pat_at(x->ps, "(?:giao |de nghi |yeu cau )?(" UNIT_HEAD "[^.;:]{0,140}?) ?(?::|can cu|co trach nhiem|chiu trach nhiem|lam dau moi|theo doi|chu tri|tren co so|thuc hien|to chuc|phoi hop|tham muu|don doc|thuong xuyen|bao cao|xay dung)", t, from, &m) &&
	    char_is_upper(utf8_next(b->flow.text, &byte)))
		who = full_stop(flow_text(&b->flow, m.at[1].from, m.at[1].to));
	if (titled)
		*unit = who;
	if (!who.n && *open && !titled) {
		(*open)->text = append(x, (*open)->text, one_line(x->a, flow_text(&b->flow, from, end)));
		return;
	}
	struct duty *d = vec_add(x->a, &x->f->duties);
	*d = (struct duty){ .unit = who, .text = one_line(x->a, flow_text(&b->flow, from, end)),
	                    .cadence = cadence_of(x, t), .source = flow_at(&b->flow, from) };
	if (pat_find(x->ps, "bao cao[^.;]{0,60}? (?:ve|cho|gui|voi|den) ((?:so|ubnd|uy ban|van phong|phong|lanh dao|giam doc|chu tich|ban giam doc|thuong truc)[^,.;()]{0,50})|bao cao (?:kip thoi )?((?:ubnd|uy ban|lanh dao|giam doc|chu tich|ban giam doc|so noi vu|van phong)[^,.;()]{0,40}?)(?= (?:tai|xem xet|de|nhung|ve|cho|ket qua|truoc|dinh ky|khi)|[,.;()])", t, from, &m)) {
		int g = match_has(&m, 1) ? 1 : 2;
		str to = full_stop(flow_text(&b->flow, m.at[g].from, m.at[g].to));
		struct match cut;
		struct fold f = fold_open(x->a, to);
		if (pat_find(x->ps, " (?:de|truoc|dinh ky|theo|hang|tai|xem xet|va bao cao) ", f.text, 0, &cut))
			to = fold_src(&f, 0, cut.at[0].from);
		d->report_to = to;
	}
	*open = d;
}

/* -- findings of an inspection, and what is said of their state ---------------------------------------- */

static void read_states(struct cx *x, const struct block *b, size_t first)
{
	/* sentence by sentence: a state belongs to each finding that shares its words */
	str t = b->flow.fold.text;
	size_t from = 0;
	for (size_t i = 0; i <= t.n; i++) {
		if (i < t.n && !(t.p[i] == '.' && (i + 1 == t.n || t.p[i + 1] == ' ')))
			continue;
		str said = str_sub(t, from, i);
		enum status s = status_of(x->a, x->ps, flow_text(&b->flow, from, i));
		for (size_t k = first; s != STATUS_NONE && s != STATUS_UNKNOWN && k < x->f->findings.n; k++) {
			struct finding *d = &x->f->findings.at[k];
			if (d->progress.text.n || words_shared(fold_plain(x->a, d->text), said) < 35)
				continue;
			d->progress = (struct progress){ one_line(x->a, flow_text(&b->flow, from, i)), s, flow_at(&b->flow, from) };
		}
		from = i + 1;
	}
}

/* "+ Kết quả khắc phục: Đã bổ sung …" below a finding tells its state. */
static bool read_state(struct cx *x, const struct block *b, struct finding *d)
{
	struct match m;
	size_t len;
	if (b->level < 2 || d->progress.text.n || !pat_at(x->ps, "[a-z ]{3,40}: ?", b->flow.fold.text, b->label, &m) ||
	    column_role(x->ps, b->flow.fold.text, b->label, &len) != ROLE_progress)
		return false;
	str said = one_line(x->a, flow_text(&b->flow, m.at[0].to, b->flow.fold.text.n));
	d->progress = (struct progress){ said, status_of(x->a, x->ps, said), flow_at(&b->flow, m.at[0].to) };
	return true;
}

static void run(struct cx *x)
{
	str unit = { 0 };
	struct duty *open = NULL;
	bool closed = false;
	size_t duty_section = 0, finding_section = 0, first_finding = 0;
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct block *b = &x->blocks.at[i];
		str t = b->flow.fold.text;
		if (b->table || !t.n || b->annex)
			continue;
		bool head = x->sections.at[b->section].first == i && b->section;
		closed = !head && (closed || pat_has(x->ps, "^ ?(?:tren day la|noi nhan)", t));
		if (closed) {                                /* below the last sentence stands to whom it goes and who signs */
			duty_section = finding_section = 0;
			continue;
		}
		if (section_is(x, b->section, "^(?:muc dich|yeu cau)")) {
			bool asks = pat_has(x->ps, "^yeu cau", x->sections.at[b->section].title);
			if (!head)
				read_aim(x, b, asks ? AIM_REQUIREMENT : AIM_PURPOSE);
			continue;
		}
		if (section_is(x, b->section, "^(?:to chuc thuc hien|trach nhiem (?:cua )?(?:cac )?(?:don vi|phong)|phan cong (?:nhiem vu|thuc hien))")) {
			bool top = head && pat_has(x->ps, "^(?:to chuc thuc hien|trach nhiem|phan cong)", x->sections.at[b->section].title);
			if (top) {
				duty_section = b->section;
				unit = (str){ 0 };
				open = NULL;
			} else if (duty_section) {
				read_duty(x, b, &unit, &open);
			}
			continue;
		}
		if (section_is(x, b->section, "^(?:(?:nhung |mot so )?kien nghi|de xuat)")) {
			if (!head && (b->item || !pat_has(x->ps, ": *$", t)) && t.n > 25)
				*vec_add(x->a, &x->f->requests) =
					(struct text_at){ one_line(x->a, trim_marks(flow_text(&b->flow, b->label, t.n))),
					                  flow_at(&b->flow, b->label) };
			continue;
		}
		bool self = section_is(x, b->section, "tu kiem tra"), above = section_is(x, b->section, "(?:ket luan|ket qua|qua|cua) (?:cua )?(?:doan |cong tac )?(?:kiem tra|thanh tra)");
		if ((self || above) && section_is(x, b->section, "ton tai|han che|kiem tra")) {
			if (head) {
				finding_section = b->section;
				first_finding = x->f->findings.n;
				continue;
			}
			if (!finding_section)
				continue;
			if (b->item && x->f->findings.n > first_finding && read_state(x, b, &x->f->findings.at[x->f->findings.n - 1]))
				continue;
			if (b->item) {
				*vec_add(x->a, &x->f->findings) = (struct finding){
					.origin = self ? FINDING_SELF_CHECK : FINDING_INSPECTION,
					.text = one_line(x->a, trim_marks(flow_text(&b->flow, b->label, t.n))),
					.source = flow_at(&b->flow, b->label) };
			} else if (x->f->findings.n > first_finding) {
				*vec_add(x->a, &x->f->remarks) = (struct text_at){ one_line(x->a, b->flow.text), flow_at(&b->flow, 0) };
				read_states(x, b, first_finding);
			}
		}
	}
}

const struct finder find_sections = { "mục đích, tổ chức thực hiện, kiến nghị, kết quả kiểm tra", "seeds 001-004", run };
