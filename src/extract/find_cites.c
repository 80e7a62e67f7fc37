/* Documents that the text names by number: "Quyết định số 2859/QĐ-UBND ngày 12 tháng 12 năm 2024 của UBND tỉnh". */
#include "extract/fill.h"

static str issuer_after(struct cx *x, const struct flow *w, size_t at)
{
	struct match m;
	str t = w->fold.text;
	if (!pat_at(x->ps, "[ ,]*(?:cua )((?:chu tich |bo truong |thu tuong )?(?:ubnd|uy ban nhan dan|so|bo|ban|van phong|chinh phu|thu tuong|hdnd|hoi dong|tinh uy|huyen uy|cuc|chi cuc|phong)(?: [a-z]+){0,6}?)(?= (?:ve|quy dinh|phe duyet|ban hanh|cong bo|v/v|huong dan|nam|ngay|tren|voi)\\b|[,.;:()]|$)", t, at, &m))
		return (str){ 0 };
	return one_line(x->a, flow_text(w, m.at[1].from, m.at[1].to));
}

static void read(struct cx *x, const struct flow *w, bool basis, str criterion, enum cite_role role)
{
	str t = w->fold.text;
	struct match m;
	for (size_t at = 0; pat_find(x->ps, "(?<![a-z\\d/])(\\d{1,5}(?:/\\d{4})?) ?/ ?([a-zd]{2,8}(?: ?- ?[a-zd]{2,12}(?:&[a-z]+)*)+|(?:nd|nq|qd|tt|ct)-?[a-z]*)(?![a-z\\d])|(?:so )(\\d{1,5}/[a-z]{2,10}(?: ?-[a-z]+)?)", t, at, &m); at = m.at[0].to) {
		size_t from = match_has(&m, 1) ? m.at[1].from : m.at[3].from;
		str raw = one_line(x->a, flow_text(w, from, m.at[0].to));
		struct buf number = buf_open(x->a);
		for (size_t i = 0; i < raw.n; i++)
			if (raw.p[i] != ' ')
				buf_put(&number, str_sub(raw, i, i + 1));
		struct cite c = { .number = buf_str(&number), .criterion = criterion, .source = flow_at(w, from), .role = role };
		size_t end = m.at[0].to;
		struct match k;
		if (pat_at(x->ps, " ?,? ?(?=ngay|\\d)", t, end, &k)) {
			size_t n = date_span(x->ps, t, k.at[0].to, &c.date);
			end = n ? k.at[0].to + n : end;
		}
		c.issuer = issuer_after(x, w, end);
		str before = str_sub(t, from > 40 ? from - 40 : 0, from);
		if (basis)
			c.role = CITE_BASIS;
		else if (pat_has(x->ps, "ke hoach(?: so)? ?$", before))
			c.role = CITE_PLAN;
		else if (pat_has(x->ps, "(?:nghi dinh|luat|thong tu|nghi quyet|quyet dinh|bo tieu chi|huong dan)(?: so)? ?$", before) && !criterion.n)
			c.role = CITE_RULE;
		bool known = false;
		for (size_t i = 0; i < x->f->document.cites.n && !known; i++)
			known = str_eq(x->f->document.cites.at[i].number, c.number) && str_eq(x->f->document.cites.at[i].criterion, criterion);
		if (!known && x->f->document.cites.n < 500)
			*vec_add(x->a, &x->f->document.cites) = c;
	}
}

/* The criterion whose text this is: by the line where it stands. */
static str criterion_at(struct cx *x, const struct flow *w, size_t *next)
{
	struct source s = flow_at(w, 0);
	while (*next < x->f->criteria.n && x->f->criteria.at[*next].source.line && x->f->criteria.at[*next].source.line <= s.line)
		++*next;
	return *next ? x->f->criteria.at[*next - 1].code : (str){ 0 };
}

static void run(struct cx *x)
{
	size_t next = 0;
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct block *b = &x->blocks.at[i];
		if (!b->table) {
			bool basis = pat_has(x->ps, "^ ?(?:can cu|thuc hien|theo|tren co so)\\b", b->flow.fold.text) && !b->item && b->section == 0;
			if (!pat_has(x->ps, "^ ?\\(?(?:ban hanh |gui )?kem theo", b->flow.fold.text) && !pat_has(x->ps, "^ ?so ?:", b->flow.fold.text))
				read(x, &b->flow, basis, (str){ 0 }, CITE_RULE);
			continue;
		}
		for (size_t c = 0; c < b->table->c.n; c++)
			read(x, &b->table->head[c].flow, false, (str){ 0 }, CITE_PLAN);
		for (size_t r = 0; r < b->table->rows.n; r++) {
			const struct row *row = &b->table->rows.at[r];
			size_t lead = columns_find(&b->table->c, ROLE_finding);
			lead = lead < b->table->c.n ? lead : 0;
			str code = row->at[lead].flow.text.n ? criterion_at(x, &row->at[lead].flow, &next) : (str){ 0 };
			for (size_t c = 0; c < b->table->c.n; c++)
				read(x, &row->at[c].flow, false, code, CITE_EVIDENCE);
		}
	}
}

const struct finder find_cites = { "văn bản được dẫn", "Nghị định 30/2020/NĐ-CP (số, ký hiệu); seeds 000-004", run };
