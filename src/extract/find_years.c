/* Years where only one can be right: in titles, in the headings of columns, in sentences on the result.
 * Errors that such a look finds: seeds 001, 002, 003 (annex titles and columns), 004 (section II). */
#include "extract/cx.h"

enum { BEFORE_YEAR = 110, BEHIND_YEAR = 12 };           /* how far a sentence that names the index by its year reaches about it */

static void add(struct cx *x, str where, int year, enum year_role role, struct source at)
{
	if (year)
		*vec_add(x->a, &x->f->years) = (struct year_at){ where, year, role, at };
}

/* "khắc phục trong năm 2025" mends; "thẩm định … năm 2025", "bị trừ điểm … năm 2025" lost. */
static void scan_title(struct cx *x, const struct flow *w, str where)
{
	str t = w->fold.text;
	struct match m;
	bool subject = pat_has(x->ps, "ton tai|han che|bi tru|khac phuc", t);
	for (size_t at = 0; subject && pat_find(x->ps, "nam (\\d{4})(?!\\d)", t, at, &m); at = m.at[0].to) {
		str before = str_sub(t, 0, m.at[0].from);
		struct source s = flow_at(w, m.at[1].from);
		int year = year_of(match_str(&m, 1, t));
		if (pat_has(x->ps, "(?:/|ngay \\d+|thang \\d{1,2}|giai doan|so \\S+ ngay.{0,30}) ?$", before))
			continue;
		if (pat_has(x->ps, "nang cao[^.;,]{0,90}$", before))
			add(x, where, year, YEAR_MENDING, s);
		else if (pat_has(x->ps, "(?:khac phuc|thuc hien) (?:trong )?(?:6 thang |9 thang |quy \\S+ )?(?:dau |cuoi )?(?:trong )?$|thang (?:dau|cuoi) $|trong $", before))
			add(x, where, year, YEAR_MENDING, s);
		else if (pat_has(x->ps, "(?:tham dinh|danh gia|bi tru diem|xac dinh|chi so|cham diem|ton tai|han che)", before))
			add(x, where, year, YEAR_LOSSES, s);
	}
}

static str where_of(struct cx *x, const struct block *b)
{
	str path = section_path(x, b->section);
	return path.n ? str_fmt(x->a, "section %.*s", SF(path)) : S("title");
}

/* Sentences that name the index by its year: what the document answers, what it closes with, what the result was. */
static void scan_sentence(struct cx *x, const struct block *b)
{
	str t = b->flow.fold.text;
	struct match m;
	for (size_t at = 0; pat_find(x->ps, "nam \\d{4}", t, at, &m);) {          /* most name none: told at once */
		size_t year = m.at[0].from, from = at + BEFORE_YEAR < year ? year - BEFORE_YEAR : at;
		at = m.at[0].to;
		if (!pat_find(x->ps, "(?:tham dinh|danh gia|phe duyet|cong bo|ket qua|xac dinh|tru diem)[^.;\\d]{0,90}? nam (\\d{4})(?!\\d)|(?:^ ?|[.;] )nam (\\d{4}), (?:chi so|cong tac)", str_sub(t, 0, at + BEHIND_YEAR), from, &m))
			continue;
		at = m.at[0].to;
		int g = match_has(&m, 1) ? 1 : 2;
		str said = match_str(&m, 0, t);
		if (g == 1 && (!pat_has(x->ps, "chi so|cchc|cai cach hanh chinh|tham dinh", said) ||
		               pat_has(x->ps, "nang cao|cai thien|ke hoach|trong nam|giai doan|khac phuc|thang|quy ", said)))
			continue;
		add(x, where_of(x, b), year_of(match_str(&m, g, t)), YEAR_LOSSES, flow_at(&b->flow, m.at[g].from));
	}
}

static void run(struct cx *x)
{
	bool annex_title = false, titled = false;
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct block *b = &x->blocks.at[i];
		if (b->table) {
			/* the title of an annex without the word: the last lines above its table, after the signature */
			for (size_t c = 0; c < b->table->c.n && x->blocks.n > 1; c++)
				scan_title(x, flow_folded(x->a, &b->table->head[c]),
				           str_fmt(x->a, "%s column %zu", b->table->annex || b->table->c.n > 4 ? "annex" : "result table", c + 1));
			annex_title = false;
			continue;
		}
		str t = b->flow.fold.text;
		if (pat_has(x->ps, "^ ?(?:phu luc|bieu|mau)(?: so)?(?: [ivx\\d]+)?[ .:]*$|^ ?(?:giai phap|danh muc|bang tong hop) ?$", t)) {
			annex_title = x->f->document.kind != DOC_ANNEX && i > 3;
			continue;
		}
		if (annex_title && !b->item && t.n < 500 && !pat_has(x->ps, "^ ?\\(", t)) {
			scan_title(x, &b->flow, S("annex title"));
			annex_title = i + 1 < x->blocks.n && !x->blocks.at[i + 1].table;
			continue;
		}
		struct source title = x->f->document.source, here = flow_at(&b->flow, 0);
		if (x->f->document.kind == DOC_ANNEX && title.line && here.line == title.line)
			scan_title(x, &b->flow, S("title"));
		if (b->annex || b->item)
			continue;
		titled = titled || (title.line && here.line >= title.line);
		if (!titled)
			continue;
		bool head = b->section && x->sections.at[b->section].first == i;
		if (here.line == title.line)
			scan_title(x, &b->flow, where_of(x, b));
		else if (!b->section || head || pat_has(x->ps, "^ ?tren day la|chi so[^.;]{0,120} (?:dat|xep|cham) ", t))
			scan_sentence(x, b);
	}
}

const struct finder find_years = { "năm trong tiêu đề, đầu cột và câu kết quả", "seeds 001-004", run };
