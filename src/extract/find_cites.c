/* Documents that the text names by number: "Quyết định số 2859/QĐ-UBND ngày 12 tháng 12 năm 2024 của UBND tỉnh". */
#include "extract/fill.h"

enum { NUMBER_MAX = 12 };                  /* "2859 /": at most so long before its stroke */

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
	size_t stroke = str_find(t, S("/"), 0), first = stroke > NUMBER_MAX ? stroke - NUMBER_MAX : 0;
	for (size_t at = first; stroke < t.n && pat_find(x->ps, "(?<![a-z\\d/])(\\d{1,5}(?:/\\d{4})?) ?/ ?([a-zd]{2,8}(?: ?- ?[a-zd]{2,12}(?:&[a-z]+)*)+|(?:nd|nq|qd|tt|ct)-?[a-z]*)(?![a-z\\d])", t, at, &m); at = m.at[0].to) {
		size_t from = m.at[1].from;
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
			known = str_eq(x->f->document.cites.at[i].number, c.number) &&
			        str_eq(x->f->document.cites.at[i].criterion, criterion);
		if (!known && x->f->document.cites.n < 500)
			*vec_add(x->a, &x->f->document.cites) = c;
	}
}

static bool says(str text, str number) { return str_find(text, number, 0) < text.n; }

static bool mentions(const struct criterion *c, str number)
{
	bool hit = says(c->name, number) || says(c->reason, number) || says(c->cause, number) || says(c->progress.text, number);
	for (size_t i = 0; i < c->remedies.n && !hit; i++)
		hit = says(c->remedies.at[i], number);
	return hit;
}

/* Which criterion of the row [first, last) of criteria names it. */
static void attribute(struct cx *x, size_t cites, size_t first, size_t last)
{
	for (; cites < x->f->document.cites.n; cites++) {
		struct cite *c = &x->f->document.cites.at[cites];
		for (size_t i = first; i < last && !c->criterion.n; i++)
			if (mentions(&x->f->criteria.at[i], c->number))
				c->criterion = x->f->criteria.at[i].code;
	}
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
			read(x, flow_folded(x->a, &b->table->head[c]), false, (str){ 0 }, CITE_PLAN);
		for (size_t r = 0; r < b->table->rows.n; r++) {
			const struct row *row = &b->table->rows.at[r];
			size_t cites = x->f->document.cites.n, first = next;
			int until = r + 1 < b->table->rows.n ? b->table->rows.at[r + 1].source.line : 0;
			while (next < x->f->criteria.n && (!until || x->f->criteria.at[next].source.line < until))
				next++;
			for (size_t c = 0; c < b->table->c.n; c++)
				if (memchr(row->at[c].text.n ? row->at[c].text.p : "", '/', row->at[c].text.n))
					read(x, flow_folded(x->a, &row->at[c]), false, (str){ 0 }, CITE_EVIDENCE);
			attribute(x, cites, first, next);
		}
	}
}

const struct finder find_cites = { "văn bản được dẫn", "Nghị định 30/2020/NĐ-CP (số, ký hiệu); seeds 000-004", run };
