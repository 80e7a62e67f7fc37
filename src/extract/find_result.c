/* The result of the whole index as a sentence tells it: "… chấm điểm 70.301/95.25 điểm; xếp thứ 18/23 xã …; tổng số điểm bị
 * trừ (24.95 điểm), với 40 tiêu chí, tiêu chí thành phần của 8 lĩnh vực" (seed 003), "đạt 91,89%, xếp hạng 07/20" (seed 004). */
#include "extract/entry.h"

enum { OPENING = 30 };

static int int_of(str s)
{
	int n = 0;
	for (size_t i = 0; i < s.n && i < 6; i++)
		n = n * 10 + (s.p[i] - '0');
	return n;
}

static bool says(str t, str words) { return str_find(t, words, 0) < t.n; }

static void read(struct cx *x, const struct block *b)
{
	struct result *r = &x->f->result;
	str t = b->flow.fold.text;
	struct match m;
	/* plain searches first: most paragraphs are about something else, and patterns cost more */
	bool lost = says(t, S("bi tru")) || says(t, S("mat diem")) || says(t, S("bi mat"));
	if (!lost && !says(t, S("chi so")) && !says(t, S("cai cach hanh chinh")) && !says(t, S("cchc")) && !says(t, S("xep ")) &&
	    !says(t, S("dung thu")) && !says(t, S("tong ")) && !says(t, S("tham dinh")))
		return;
	bool slash = memchr(t.p, '/', t.n), percent = memchr(t.p, '%', t.n);
	bool ranked = says(t, S("xep ")) || says(t, S("hang ")) || says(t, S("dung ")) || says(t, S("vi tri"));
	if (!(slash || percent || lost || ranked || says(t, S("diem"))))
		return;
	struct source here = flow_at(&b->flow, 0);
	bool hit = false;
	if (!r->rank && ranked && pat_find(x->ps, "(?:xep(?: thu)?(?: hang)?(?: vi tri)?(?: thu)?|dung (?:thu|vi tri thu)|hang(?: thu)?|vi tri thu) ?:? ?(\\d{1,3}) ?(?:/|tren(?: tong(?: so)?)?|trong(?: tong(?: so)?| so)?) ?(\\d{1,4})", t, 0, &m)) {
		r->rank = int_of(match_str(&m, 1, t));
		r->group_size = int_of(match_str(&m, 2, t));
		here = flow_at(&b->flow, m.at[1].from);
		hit = true;
	}
	/* points of the whole: beside the rank, or named as the total */
	if (!r->points.present && (slash || says(t, S(" tren "))) && pat_find(x->ps, "(?:tong(?: so)? diem[a-z ]{0,30}|(?:cham |dat |duoc )(?:tong )?(?:so )?diem:?|chi so[^.;]{0,80}? dat(?: duoc)?|dat(?: duoc)?|cham) ?:? ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d)? ?(?:/|tren(?: tong(?: so)?)?) ?(\\d{2,3}(?:[.,]\\d{1,4})?) ?(?:diem)?", t, 0, &m) &&
	    (hit || pat_has(x->ps, "chi so|tong", str_sub(t, 0, m.at[1].from)))) {
		struct figure p = figure_in(&b->flow, m.at[1].from, m.at[1].to), q = figure_in(&b->flow, m.at[2].from, m.at[2].to);
		if (p.present && q.present && exact_cmp(exact_of(p), exact_of(q)) <= 0 && exact_cmp(exact_of(q), exact_int(10)) > 0) {
			r->points = p;
			r->max = q;
			here = flow_at(&b->flow, m.at[1].from);
			hit = true;
		}
	}
	if (!r->points.present && hit && pat_find(x->ps, "(?:dat|tong(?: so)? diem|duoc|la) ?:? ?(\\d{1,3}[.,]\\d{1,4}|\\d{2,3}) ?diem", t, 0, &m))
		r->points = figure_in(&b->flow, m.at[1].from, m.at[1].to);
	if (!r->percent.present && percent && pat_find(x->ps, "(?:chi so|cchc|xep|par index|diem)[^.;]{0,120}? (?:dat|la|bang|:)(?: ty le| ti le)? ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?%", t, 0, &m) && (hit || pat_has(x->ps, "chi so", t))) {
		r->percent = figure_in(&b->flow, m.at[1].from, m.at[1].to);
		if (!hit)
			here = flow_at(&b->flow, m.at[1].from);
		hit = true;
	}
	if (!r->percent.present && hit && pat_find(x->ps, "\\bdat(?: ty le| ti le)? (\\d{1,3}(?:[.,]\\d{1,4})?) ?%", t, 0, &m))
		r->percent = figure_in(&b->flow, m.at[1].from, m.at[1].to);
	if (!r->printed_lost.present && lost && pat_find(x->ps, "tong(?: so)? diem bi tru[a-z ]{0,40}?:? ?\\(?(?:la )?([-+]? ?\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d\\b)|(?:tieu chi(?: thanh phan)? bi tru|bi tru (?:tong )?(?:cong|so)):? ?\\(?(\\d{1,3}(?:[.,]\\d{1,4})?) ?diem", t, 0, &m) && (hit || pat_has(x->ps, "linh vuc|chi so|tong", t))) {
		int g = match_has(&m, 1) ? 1 : 2;
		r->printed_lost = figure_in(&b->flow, m.at[g].from, m.at[g].to);
		hit = true;
	}
	if (!r->percent.present && hit && pat_find(x->ps, "\\b(?:tuong ung|tuong duong|bang)(?: voi)?(?: ty le| ti le)? (\\d{1,3}(?:[.,]\\d{1,4})?) ?%", t, 0, &m))
		r->percent = figure_in(&b->flow, m.at[1].from, m.at[1].to);
	if (lost && pat_find(x->ps, "bi tru (\\d{1,3}(?:[.,]\\d{1,4})?) diem,? (?:o|tai|voi|cua|thuoc) (\\d{1,3}) tieu chi[^.;]{0,30}?(?: (?:cua|thuoc|o|tai|trong) (\\d{1,2}) linh vuc)", t, 0, &m)) {
		hit = true;
		if (!r->printed_lost.present)
			r->printed_lost = figure_in(&b->flow, m.at[1].from, m.at[1].to);
		if (!r->criteria_lost) {
			r->criteria_lost = int_of(match_str(&m, 2, t));
			r->criteria_lost_source = flow_at(&b->flow, m.at[2].from);
		}
		if (!r->fields_lost) {
			r->fields_lost = int_of(match_str(&m, 3, t));
			r->fields_lost_source = flow_at(&b->flow, m.at[3].from);
		}
	}
	if (!r->criteria_lost && pat_find(x->ps, "bi (?:tru|mat) diem (?:o|tai) (\\d{1,3}) tieu chi(?:[^.;()]{0,40}\\( ?tong:? ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?(?:diem|d)\\b)?", t, 0, &m)) {
		hit = true;
		r->criteria_lost = int_of(match_str(&m, 1, t));
		r->criteria_lost_source = flow_at(&b->flow, m.at[1].from);
		if (match_has(&m, 2) && !r->printed_lost.present)
			r->printed_lost = figure_in(&b->flow, m.at[2].from, m.at[2].to);
	}
	if (!r->criteria_lost && says(t, S("tieu chi")) && pat_find(x->ps, "(\\d{1,3}) tieu chi(?:,? (?:va )?tieu chi thanh phan|/tieu chi thanh phan)?(?: (?:cua|thuoc|o|tai|trong) (\\d{1,2}) linh vuc)?[^.;]{0,40}?(?:bi tru|mat diem|bi mat|chua dat)", t, 0, &m) &&
	    !pat_has(x->ps, "(?:trong do|chu yeu|bao gom|neu)[^.;]{0,40} \\d{1,3} tieu chi|tieu chi[^.;]{0,30}nhieu nhat", t)) {
		r->criteria_lost = int_of(match_str(&m, 1, t));
		r->criteria_lost_source = flow_at(&b->flow, m.at[1].from);
		if (match_has(&m, 2)) {
			r->fields_lost = int_of(match_str(&m, 2, t));
			r->fields_lost_source = flow_at(&b->flow, m.at[2].from);
		}
		hit = true;
	}
	if (!r->fields_lost && says(t, S("linh vuc")) && pat_find(x->ps, "(\\d{1,2})(?:/\\d{1,2})? linh vuc(?: cchc)? (?:bi tru|mat diem|bi mat)", t, 0, &m)) {
		r->fields_lost = int_of(match_str(&m, 1, t));
		r->fields_lost_source = flow_at(&b->flow, m.at[1].from);
	}
	if (hit && !r->present) {
		r->present = true;
		r->source = here;
	}
}

static void run(struct cx *x)
{
	/* what the sentence says is kept beside what the table says: they may differ */
	struct result table = x->f->result, *r = &x->f->result;
	*r = (struct result){ 0 };
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct block *b = &x->blocks.at[i];
		struct match m;
		str t = b->flow.fold.text;
		/* a sentence about one criterion or field, named within its first words, is not about the whole */
		bool one = pat_find(x->ps, "(?:tieu chi|tctp) \\d", str_sub(t, 0, OPENING + 10), 0, &m) && m.at[0].from <= OPENING;
		if (!b->table && t.n >= 12 && !one)
			read(x, b);
	}
	if (!table.present)
		return;
	r->told_points = r->points;
	r->told_max = r->max;
	r->told_lost = r->printed_lost;
	r->told_source = r->source;
	r->points = table.points.present ? table.points : r->points;
	r->max = table.max.present ? table.max : r->max;
	r->printed_lost = table.printed_lost.present ? table.printed_lost : r->printed_lost;
	r->percent = r->percent.present ? r->percent : table.percent;
	r->source = r->present ? r->source : table.source;
	r->present = true;
}

const struct finder find_result = { "kết quả chung: điểm, tỷ lệ, xếp hạng", "seeds 003, 004", run };
