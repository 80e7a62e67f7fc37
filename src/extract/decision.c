#include "extract/decision.h"
#include "extract/entry.h"
#include "extract/reword.h"
#include "extract/rows.h"

/* WORDS_MAX: bytes of the words of one criterion's cells; no decision comes near it, and what is longer is not added to. */
enum { LEAST_ROWS = 2, HEADING_MAX = 200, WORDS_MAX = 16 * 1024 };

/* A criterion while its rows are read. */
struct draft {
	size_t             criterion;      /* in the set */
	const struct flow *name, *max, *rule, *evidence, *appraiser;       /* its cells: one that reaches down is met again below */
	str                words;          /* of its rule, a paragraph a line */
};

struct reading {
	struct cx           *x;
	struct arena        *a;
	struct criteria_set *set;
	lints               *notes;
	VEC(struct draft)    drafts;
	struct figure        total;
	size_t               tables;
	bool                 too_many;
};

static struct lint *note(struct reading *g, enum severity how, size_t criterion, str message, str hint)
{
	struct lint *l = vec_add(g->a, g->notes);
	*l = (struct lint){ .severity = how, .criterion = criterion, .message = message, .hint = hint };
	return l;
}

/* -- head -------------------------------------------------------------------------------------------- */

static void read_level(struct reading *g, str title)
{
	/* the body that is scored; the one that issues it ("UBND tỉnh", "của tỉnh") comes last, so wider bodies are asked last */
	static const struct { const char *pattern, *level; } levels[] = {
		{ "cap xa|cac xa|xa, phuong|phuong, xa|(?:ubnd|uy ban nhan dan) (?:cac )?(?:xa|phuong)|xa, phuong, thi tran", "xã" },
		{ "cap huyen|cac huyen|huyen, thi xa|huyen, thanh pho", "huyện" },
		{ "cac so|cap so|so, ban|so, nganh|so va co quan|co quan chuyen mon", "sở" },
		{ "cac bo\\b|bo, co quan ngang bo|cap bo", "bộ" },
		{ "cac tinh|cap tinh|tinh, thanh pho", "tỉnh" },
	};
	str t = fold_plain(g->a, title);
	for (size_t i = 0; i < COUNT(levels) && !g->set->level.n; i++)
		if (pat_has(g->x->ps, levels[i].pattern, t))
			g->set->level = str_c(levels[i].level);
}

static int year_in(struct reading *g, str text)
{
	struct match m;
	str t = fold_plain(g->a, text);
	return pat_find(g->x->ps, "nam (\\d{4})(?!\\d)", t, 0, &m) ? year_of(match_str(&m, 1, t)) : 0;
}

/* "làm tròn đến 02 chữ số thập phân"; else as many as the maxima have, at least 2. */
static void read_decimals(struct reading *g)
{
	struct match m;
	for (size_t i = 0; i < g->x->blocks.n && !g->set->decimals; i++) {
		str t = g->x->blocks.at[i].flow.fold.text;
		if (pat_find(g->x->ps, "0?(\\d|hai|ba)(?: ?\\([a-z0-9 ]+\\))? (?:chu )?so (?:thap phan|le|sau dau phay)", t, 0, &m)) {
			char c = t.p[m.at[1].from];
			g->set->decimals = c == '2' || c == 'h' ? 2 : c == '3' || c == 'b' ? 3 : 0;
		}
	}
	for (size_t i = 0; i < g->set->criteria.n && !g->set->decimals; i++)
		if (g->set->criteria.at[i].max % (POINT / 100))
			g->set->decimals = 3;
	if (!g->set->decimals)
		g->set->decimals = 2;
}

/* "- Tốt: từ 80% đến dưới 90%;": the name of a class and its lower bound. Several may stand in one paragraph. */
static void read_classes(struct reading *g)
{
	struct match m;
	VEC(struct set_class) found = { 0 };
	for (size_t i = 0; i < g->x->blocks.n; i++) {
		const struct flow *w = &g->x->blocks.at[i].flow;
		str t = w->fold.text;
		for (size_t at = 0; pat_find(g->x->ps, "\\b(?:loai |muc |xep loai )?(xuat sac|rat tot|kha tot|tot|kha|trung binh kha|trung binh|rat kem|yeu kem|yeu|kem)\\b ?[:(-]? ?(?:dat |neu |khi |co |chi so |ket qua |ty le |diem |so )*(tu|tren|duoi|>|<|\\?|>=|<=)? ?(\\d{1,3}(?:[.,]\\d{1,2})?) ?(?:%|diem)", t, at, &m); at = m.at[0].to) {
			str how = match_str(&m, 2, t);
			struct figure f = figure_in(w, m.at[3].from, m.at[3].to);
			points p = 0;
			if (!f.present || !points_of_figure(f, &p))
				continue;
			bool below = str_eq(how, S("duoi")) || str_starts(how, S("<"));
			struct set_class c = { .name = flow_text(w, m.at[1].from, m.at[1].to), .from = below ? 0 : p / (POINT / 100) };
			*vec_add(g->a, &found) = c;
			size_t stop = str_find(t, S(";"), m.at[0].to);
			m.at[0].to = stop < t.n ? stop : t.n;
		}
	}
	bool falls = found.n >= 2;
	for (size_t i = 1; i < found.n; i++)
		falls = falls && found.at[i].from < found.at[i - 1].from;
	for (size_t i = 0; falls && i < found.n; i++)
		*vec_add(g->a, &g->set->classes) = found.at[i];
}

static void read_head(struct reading *g)
{
	const struct document *d = &g->x->f->document;
	g->set->number = d->number;
	g->set->date = d->date;
	g->set->issuer = d->issuer;
	g->set->version = 1;
	/* the title of the annex names the set; that of the decision, what is done with it */
	str title = d->title;
	struct fold f = fold_open(g->a, title);
	struct match m;
	if (pat_find(g->x->ps, "\\bbo (?:tieu chi|chi so)\\b", f.text, 0, &m) && m.at[0].from)
		title = str_trim(fold_src(&f, m.at[0].from, f.text.n));
	g->set->name = one_line(g->a, title);
	g->set->year = year_in(g, d->title);
	read_level(g, d->title);
	for (size_t i = 0; i < g->x->blocks.n && (!g->set->year || !g->set->level.n || !g->set->name.n); i++) {
		const struct block *b = &g->x->blocks.at[i];
		if (b->table || b->flow.text.n > 3 * HEADING_MAX || !pat_has(g->x->ps, "bo tieu chi|bo chi so|bang tieu chi", b->flow.fold.text))
			continue;
		if (!g->set->name.n && pat_has(g->x->ps, "^ ?bo (?:tieu chi|chi so)|^ ?bang tieu chi", b->flow.fold.text))
			g->set->name = one_line(g->a, b->flow.text);
		if (!g->set->year)
			g->set->year = year_in(g, b->flow.text);
		read_level(g, b->flow.text);
	}
	if (!g->set->year)
		g->set->year = d->date.year;
	read_classes(g);
}

/* -- tables ------------------------------------------------------------------------------------------ */

static bool is_number(str code) { return code.n && code.p[0] >= '0' && code.p[0] <= '9'; }

/* Where the maximum stands: a decision may head it "Điểm". */
static enum role max_role(const struct table *t)
{
	static const enum role roles[] = { ROLE_max, ROLE_points };
	for (size_t i = 0; i < COUNT(roles); i++)
		if (columns_find(&t->c, roles[i]) < t->c.n)
			return roles[i];
	return ROLE_NONE;
}

/* A criteria table has names, points, codes; a table of results or of deductions has ranks or what was lost. */
static bool lists_criteria(const struct rows *rows, const struct table *t)
{
	size_t coded = 0;
	if (max_role(t) == ROLE_NONE || columns_find(&t->c, ROLE_name) == t->c.n || columns_find(&t->c, ROLE_lost) < t->c.n)
		return false;
	for (size_t i = 0; i < rows->n; i++)
		coded += rows->at[i].code.n > 0;
	return coded >= LEAST_ROWS;
}

static bool same_cell(const struct flow *x, const struct flow *y) { return x && y && x->text.p == y->text.p; }

static str bare(struct arena *a, str s)
{
	s = trim_marks(one_line(a, s));
	while (s.n && strchr("+*.", s.p[0]))
		s = trim_marks(str_sub(s, 1, s.n));
	return s;
}

/* "(2 điểm)" behind a name. */
static points max_in_name(struct reading *g, str *name)
{
	struct fold f = fold_open(g->a, *name);
	struct match m;
	points p;
	if (!pat_find(g->x->ps, " *[(:-] ?(?:toi da |tong )?(\\d{1,3}(?:[.,]\\d{1,3})?) ?(?:diem|d) ?(?:toi da)?\\)? *$", f.text, 0, &m) ||
	    !points_of_figure(figure_parse(fold_src(&f, m.at[1].from, m.at[1].to)), &p))
		return -1;
	*name = trim_marks(fold_src(&f, 0, m.at[0].from));
	return p;
}

/* A field without a code of its own: "LĨNH VỰC 1: CÔNG TÁC …" */
static str code_in_words(struct reading *g, const struct flow *w, size_t *name_from)
{
	struct match m;
	if (!w || !pat_at(g->x->ps, " *(?:linh vuc|phan|nhom) (?:thu )?(\\d{1,2}|[ivx]{1,5})(?: ?[.:)-]+ *| +)(?=[a-z\"])", w->fold.text, 0, &m))
		return (str){ 0 };
	*name_from = m.at[0].to;
	return fold_src(&w->fold, m.at[1].from, m.at[1].to);
}

static struct set_criterion *open_criterion(struct reading *g, str code, str name, struct source from)
{
	struct set_criterion *c = set_add(g->a, g->set);
	c->code = code;
	c->name = name;
	c->from = from;
	points p = max_in_name(g, &c->name);
	if (p >= 0) {
		c->max = p;
		c->max_printed = true;
	}
	*vec_add(g->a, &g->drafts) = (struct draft){ .criterion = g->set->criteria.n - 1 };
	return c;
}

static bool read_max(const struct at *a, struct set_criterion *c)
{
	struct figure f = row_figure(a, max_role(a->t), NULL);
	points p;
	if (f.digits < 0)
		f.digits = -f.digits;              /* a penalty */
	if (!f.present || !points_of_figure(f, &p))
		return false;
	c->max = p;
	c->max_printed = true;
	return true;
}

static void add_line(struct reading *g, str *to, str line)
{
	line = str_trim(line);
	if (to->n + line.n > WORDS_MAX)
		note(g, SEVERITY_WARNING, NO_INDEX, S("Có cách tính điểm quá dài nên bị cắt bớt."), S("Xem cách tính điểm dài nhất trong quyết định."));
	else if (line.n)
		*to = to->n ? str_fmt(g->a, "%.*s\n%.*s", SF(*to), SF(line)) : line;
}

/* Lines of a cell, without what marks them as items, in one. */
static str in_one(struct reading *g, str text)
{
	struct buf b = buf_open(g->a);
	for (size_t from = 0; from <= text.n;) {
		size_t end = str_find(text, S("\n"), from);
		str s = bare(g->a, str_sub(text, from, end));
		from = end + 1;
		while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ';'))
			s = str_trim(str_sub(s, 0, s.n - 1));
		if (!s.n)
			continue;
		size_t at = 0;
		uint32_t first = utf8_next(s, &at);
		buf_put(&b, !b.n ? S("") : char_is_upper(first) ? S("; ") : S(" "));
		buf_put(&b, s);
	}
	return buf_str(&b);
}

/* What stands in the same column of a row that goes on: its next part, or the rest of a part that the end of a page cut. */
static str more(struct reading *g, str had, str text)
{
	size_t at = 0;
	if (!had.n || !text.n || had.n + text.n > WORDS_MAX)
		return had.n ? had : text;
	bool part = char_is_upper(utf8_next(text, &at)) && !strchr(",-(", had.p[had.n - 1]);
	return str_fmt(g->a, "%.*s%s%.*s", SF(had), part ? "; " : " ", SF(text));
}

static void add_evidence(struct reading *g, struct set_criterion *c, str text)
{
	text = in_one(g, text);
	struct fold f = fold_open(g->a, text);
	struct match m;
	if (pat_at(g->x->ps, " *bat buoc ?: ?", f.text, 0, &m)) {
		c->evidence.required = true;
		text = str_trim(fold_src(&f, m.at[0].to, f.text.n));
	}
	c->evidence.text = more(g, c->evidence.text, text);
}

/* Rule, evidence and appraiser, as far as they were not read with the row above. */
static void read_cells(struct reading *g, const struct at *a, struct draft *d)
{
	struct set_criterion *c = &g->set->criteria.at[d->criterion];
	const struct flow *rule = row_cell(a, ROLE_rule), *evidence = row_cell(a, ROLE_evidence), *appraiser = row_cell(a, ROLE_appraiser);
	if (rule && !same_cell(rule, d->rule))
		add_line(g, &d->words, rule->text);
	if (evidence && !same_cell(evidence, d->evidence))
		add_evidence(g, c, evidence->text);
	if (appraiser && !same_cell(appraiser, d->appraiser))
		c->appraiser = more(g, c->appraiser, in_one(g, appraiser->text));
	d->rule = rule ? rule : d->rule;
	d->evidence = evidence ? evidence : d->evidence;
	d->appraiser = appraiser ? appraiser : d->appraiser;
}

/* "Từ 90% trở lên | 1" below a criterion: a step of its rule. */
static void read_step(struct reading *g, const struct at *a)
{
	struct draft *d = &g->drafts.at[g->drafts.n - 1];
	const struct flow *name = row_cell(a, ROLE_name), *max = row_cell(a, max_role(a->t)), *rule = row_cell(a, ROLE_rule);
	struct figure f = max && !same_cell(max, d->max) ? row_figure(a, max_role(a->t), NULL) : (struct figure){ 0 };
	const struct flow *label = name && !same_cell(name, d->name) ? name : f.present && rule && !same_cell(rule, d->rule) ? rule : NULL;
	points p;
	if (label && f.present && points_of_figure(f, &p)) {
		str words = bare(g->a, label->text), printed = points_vi(g->a, p);
		while (words.n && strchr(":.;", words.p[words.n - 1]))
			words = str_trim(str_sub(words, 0, words.n - 1));
		add_line(g, &d->words, str_fmt(g->a, "%.*s: %.*s điểm", SF(words), SF(printed)));
		if (label == rule)
			d->rule = rule;
	} else if (label) {
		add_line(g, &d->words, label->text);
	}
	read_cells(g, a, d);
}

/* A heading that is printed again on each page. */
static bool heading_again(const struct at *a)
{
	size_t same = 0, filled = 0;
	for (size_t c = 0; c < a->t->c.n; c++) {
		if (!a->r->at[c].text.n)
			continue;
		filled++;
		same += str_eq(fold_plain(a->x->a, a->r->at[c].text), fold_plain(a->x->a, a->t->head[c].text));
	}
	return filled >= 2 && same == filled;
}

static void read_row(struct reading *g, const struct at *a)
{
	if (row_empty(a) || heading_again(a))
		return;
	if (row_total(a)) {
		g->total = row_figure(a, max_role(a->t), NULL);
		return;
	}
	const struct flow *name = row_cell(a, ROLE_name), *where = a->where;
	struct draft *last = g->drafts.n ? &g->drafts.at[g->drafts.n - 1] : NULL;
	str code = a->code;
	size_t from = a->name_from;
	if (!code.n && (code = code_in_words(g, name, &from)).n)
		where = name;
	if (!code.n) {
		for (size_t c = 0; c < a->t->c.n && !code.n && !name; c++)     /* one cell over all columns */
			if (a->r->at[c].text.n && (code = code_in_words(g, row_at(a, c), &from)).n)
				name = where = row_at(a, c);
	}
	if (code.n && last && same_cell(where, last->name))
		code = (str){ 0 };                 /* its cells reach down */
	if (code.n && last && name && same_cell(name, last->name) && str_eq(code, g->set->criteria.at[last->criterion].code))
		code = (str){ 0 };
	if (!code.n && !last) {
		str said = one_line(g->a, a->r->at[0].text.n || !name ? a->r->at[0].text : name->text);
		note(g, SEVERITY_WARNING, NO_INDEX, str_fmt(g->a, "Dòng “%.*s” đứng trước tiêu chí đầu tiên nên bị bỏ qua.", SF(said)),
		     S("Xem dòng này có phải là tiêu chí bị thiếu mã không."));
		return;
	}
	if (!code.n) {
		read_step(g, a);
		return;
	}
	if (g->set->criteria.n == CRITERIA_MAX) {
		g->too_many = true;
		return;
	}
	const struct flow *told = name && (where == name || from == 0) ? name : where;
	str words = told == name && where != name ? name->text : flow_text(told, from, told->fold.text.n);
	struct set_criterion *c = open_criterion(g, code, bare(g->a, words), a->r->source);
	struct draft *d = &g->drafts.at[g->drafts.n - 1];
	d->name = name ? name : where;
	d->max = row_cell(a, max_role(a->t));
	read_max(a, c);
	read_cells(g, a, d);
}

/* "II. CẢI CÁCH THỂ CHẾ (10 điểm)" above a table of its own: the field. */
static void read_heading(struct reading *g, size_t block, const struct rows *rows, size_t tables)
{
	struct cx *x = g->x;
	if (!block || x->blocks.at[block - 1].table)
		return;
	const struct block *b = &x->blocks.at[block - 1];
	const struct section *s = &x->sections.at[b->section];
	size_t from = b->label;
	str code = code_in_words(g, &b->flow, &from);
	bool field = code.n > 0;
	if (!code.n && b->section && s->first == block - 1 && s->rank <= 2)
		code = s->label;
	if (!code.n || b->flow.text.n > HEADING_MAX || pat_has(x->ps, "bo tieu chi|bang tieu chi|phu luc|^ ?dieu ", b->flow.fold.text))
		return;
	str words = flow_text(&b->flow, from, b->flow.fold.text.n);
	field = field || tables > 1 || max_in_name(g, &(str){ words.p, words.n }) >= 0;
	for (size_t i = 0; i < rows->n; i++)
		if (str_eq(rows->at[i].code, code))
			return;                        /* the table has its field as a row */
	for (size_t i = 0; i < g->set->criteria.n; i++)
		field = field && !str_eq(g->set->criteria.at[i].code, code);
	if (field)
		open_criterion(g, code, bare(g->a, words), flow_at(&b->flow, 0));
}

static void read_tables(struct reading *g)
{
	struct cx *x = g->x;
	struct rows *rows = make_n(g->a, struct rows, x->blocks.n + 1);
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct table *t = x->blocks.at[i].table;
		if (!t)
			continue;
		rows[i] = rows_of(x, t);
		if (lists_criteria(&rows[i], t))
			g->tables++;
		else
			rows[i].n = 0;
	}
	for (size_t i = 0; i < x->blocks.n; i++) {
		if (!rows[i].n)
			continue;
		read_heading(g, i, &rows[i], g->tables);
		for (size_t k = 0; k < rows[i].n; k++)
			read_row(g, &rows[i].at[k]);
	}
}

/* -- codes ------------------------------------------------------------------------------------------- */

/* Rows that count 1, 2, 3 anew in each field: row 1 of field II is II.1. */
static void tell_fields_apart(struct reading *g)
{
	struct codes seen = { 0 };
	bool letters = false, twice = false;
	for (size_t i = 0; i < g->set->criteria.n; i++) {
		str code = g->set->criteria.at[i].code;
		letters = letters || !is_number(code);
		twice = twice || (is_number(code) && codes_find(&seen, code) != NO_INDEX);
		codes_add(g->a, &seen, code, i);
	}
	if (!letters || !twice)
		return;
	str field = { 0 };
	for (size_t i = 0; i < g->set->criteria.n; i++) {
		struct set_criterion *c = &g->set->criteria.at[i];
		if (!is_number(c->code))
			field = c->code;
		else if (field.n)
			c->code = str_fmt(g->a, "%.*s.%.*s", SF(field), SF(c->code));
	}
	note(g, SEVERITY_WARNING, NO_INDEX, S("Các lĩnh vực đều đánh số lại từ đầu nên mã được ghép với mã lĩnh vực (dòng 1 của lĩnh vực II là II.1)."),
	     S("Nếu quyết định dùng cách ghi mã khác, sửa ở cột Mã."));
}

/* -- rules ------------------------------------------------------------------------------------------- */

static bool names_bucket(struct reading *g, const struct set_criterion *c, const char *pattern)
{
	for (int i = (int)(c - g->set->criteria.at); i != NO_PARENT; i = g->set->criteria.at[i].parent)
		if (pat_has(g->x->ps, pattern, fold_plain(g->a, g->set->criteria.at[i].name)))
			return true;
	return false;
}

/* A name for a figure: that of no other criterion, since nobody said that two figures are one. */
static void propose(struct reading *g, struct set_criterion *c, str name)
{
	name = bare(g->a, name);
	struct buf b = buf_open(g->a);
	for (size_t at = 0; at < name.n; at++)
		buf_put(&b, name.p[at] == ';' ? S(",") : str_sub(name, at, at + 1));       /* ";" parts names in the workbook */
	size_t had = g->set->inputs.n, i = set_input(g->a, g->set, buf_str(&b));
	for (int n = 1; i < had; n++) {                            /* not of another criterion, nor twice here */
		had = g->set->inputs.n;
		i = set_input(g->a, g->set, n == 1 ? str_fmt(g->a, "%s (%.*s)", b.p, SF(c->code)) : str_fmt(g->a, "%s (%.*s, %d)", b.p, SF(c->code), n));
	}
	if (c->inputs.n < INPUTS_MAX)
		*vec_add(g->a, &c->inputs) = i;
}

static void propose_each(struct reading *g, struct set_criterion *c, const clauses *of, const char *before)
{
	for (size_t i = 0; i < of->n; i++)
		propose(g, c, str_fmt(g->a, "%s%.*s", before, SF(of->at[i].words)));
}

static void propose_formula(struct reading *g, struct set_criterion *c, const struct expr *e)
{
	if (!e)
		return;
	if (e->kind == EXPR_INPUT && (size_t)e->input >= c->inputs.n)
		propose(g, c, e->name);
	propose_formula(g, c, e->left);
	propose_formula(g, c, e->right);
}

static void propose_inputs(struct reading *g, struct set_criterion *c, const struct rule *r, const strs *told)
{
	static const struct { const char *type, *before; } each[] = {
		{ "checklist", "" }, { "conditions", "" }, { "count", "số " }, { "deduction", "số " }, { "weighted", "số " }, { "marks", "điểm chấm của " },
	};
	size_t least = 0, most = 0;
	str type = str_c(r->type->name);
	r->type->inputs(r, &least, &most);
	if (told->n == 2 && least <= 2 && most >= 2) {
		propose(g, c, told->at[0]);
		propose(g, c, told->at[1]);
		return;
	}
	for (size_t i = 0; i < COUNT(each); i++)
		if (str_eq(type, str_c(each[i].type)) && r->clauses.n) {
			propose_each(g, c, &r->clauses, each[i].before);
			return;
		}
	if (str_eq(type, S("growth"))) {
		propose(g, c, str_fmt(g->a, "%.*s năm nay", SF(c->name)));
		propose(g, c, str_fmt(g->a, "%.*s năm trước", SF(c->name)));
	} else if (str_eq(type, S("formula"))) {
		propose_formula(g, c, r->expr);
	} else if (str_eq(type, S("best"))) {
		for (size_t i = 0; i < r->sub.n; i++)
			propose_inputs(g, c, r->sub.at[i], &(strs){ 0 });
	} else if (str_eq(type, S("survey")) && r->clauses.n) {
		for (size_t i = 0; i < (r->groups.n ? r->groups.n : 1); i++)
			propose_each(g, c, &r->clauses, r->groups.n ? str_fmt(g->a, "%.*s: ", SF(r->groups.at[i].words)).p : "");
	} else if (least || most) {
		bool rate = str_eq(type, S("ratio")) || str_eq(type, S("floor")) || str_eq(type, S("target"));
		propose(g, c, rate && r->what.n ? str_fmt(g->a, "tỷ lệ %.*s", SF(r->what)) : r->unit.n ? str_fmt(g->a, "số %.*s", SF(r->unit)) : c->name);
	}
}

static void read_source(struct reading *g, struct set_criterion *c, const struct rule *r)
{
	str rule = fold_plain(g->a, c->rule_text), name = fold_plain(g->a, c->name);
	bool asked = pat_has(g->x->ps, "xa hoi hoc|\\bxhh\\b|\\bsipas\\b|theo khao sat", rule) || pat_has(g->x->ps, "xa hoi hoc|\\bxhh\\b|\\bsipas\\b", name) ||
	             (r && str_eq(str_c(r->type->name), S("survey"))) ||
	             pat_has(g->x->ps, "xa hoi hoc|\\bsipas\\b", fold_plain(g->a, c->evidence.text));
	static const char *const appraised[] = { "hand", "marks", "sample", "imported", "derived", "group" };
	c->source = asked ? SOURCE_SURVEY : pat_has(g->x->ps, "^(?:ket xuat|trich xuat)|(?:so lieu|du lieu) (?:tu|tren|cua) (?:he thong|phan mem|cong)", fold_plain(g->a, c->evidence.text)) ? SOURCE_SYSTEM : SOURCE_UNIT;
	for (size_t i = 0; r && i < COUNT(appraised) && c->source == SOURCE_UNIT; i++)
		if (str_eq(str_c(r->type->name), str_c(appraised[i])))
			c->source = SOURCE_APPRAISER;
}

static void read_rule(struct reading *g, const struct draft *d)
{
	struct set_criterion *c = &g->set->criteria.at[d->criterion];
	const char *bucket = names_bucket(g, c, "^diem (?:thuong|cong|khuyen khich)|^thuong diem") ? "Điểm thưởng: " :
	                     names_bucket(g, c, "^diem (?:phat|tru)\\b") ? "Điểm phạt: " : "";
	str words = d->words;
	if (*bucket && !pat_has(g->x->ps, "^diem (?:thuong|phat)", fold_plain(g->a, words)) && words.n)
		words = str_fmt(g->a, "%s%.*s", bucket, SF(words));
	struct reworded w = reword(g->a, g->x->ps, words, c->max_printed ? c->max : -1);
	c->rule_text = w.text;
	c->guessed = !w.rule || w.changed || *bucket;
	if (w.rule && c->guessed)
		c->doubt = str_fmt(g->a, "Quyết định ghi: “%.*s”.", SF(w.said));
	else if (c->rule_text.n && !w.rule)
		c->doubt = str_fmt(g->a, "Chưa đọc được: %s", w.error.message);
	else if (!w.rule)
		c->doubt = S("Bảng của quyết định không ghi cách tính điểm.");
	if (!w.rule && !c->rule_text.n)
		note(g, SEVERITY_WARNING, d->criterion, str_fmt(g->a, "Tiêu chí %.*s không có cách tính điểm trong bảng.", SF(c->code)),
		     S("Ghi cách tính điểm vào cột Cách tính điểm, theo phần khác của quyết định."));
	if (w.rule && c->guessed)
		note(g, SEVERITY_WARNING, d->criterion, str_fmt(g->a, "Tiêu chí %.*s: “%.*s” được hiểu là “%.*s”.", SF(c->code), SF(w.said), SF(w.text)),
		     S("So với quyết định rồi sửa, hoặc giữ nguyên nếu đúng."));
	if (w.rule)
		propose_inputs(g, c, w.rule, &w.inputs);
	read_source(g, c, w.rule);
}

/* -- all of it ---------------------------------------------------------------------------------------- */

static bool refuse(struct reading *g, struct err *e)
{
	if (g->too_many) {
		fail(e, ERR_LIMIT, "Bảng có hơn %d tiêu chí.", CRITERIA_MAX);
		return err_hint(e, "Một bộ tiêu chí có khoảng một trăm tiêu chí: xem có phải bảng khác không.");
	}
	for (size_t i = 0; i < g->set->criteria.n; i++)
		if (g->set->criteria.at[i].max_printed)
			return true;
	if (g->set->criteria.n)
		fail(e, ERR_INPUT, "Bảng tiêu chí của văn bản không có điểm tối đa nào.");
	else
		fail(e, ERR_INPUT, "Văn bản không có bảng tiêu chí: không có bảng nào vừa có cột tiêu chí vừa có cột điểm tối đa, với các dòng có mã.");
	return err_hint(e, "Xem bảng được đọc thế nào bằng khacphuc show; cần các cột STT (hoặc Mã), Tiêu chí và Điểm tối đa.");
}

/* First of all how much there is to do. */
static void sum_up(struct reading *g)
{
	size_t leaves = 0, read = 0, marked = 0;
	struct buf left = buf_open(g->a);
	for (size_t i = 0; i < g->set->criteria.n; i++) {
		const struct set_criterion *c = &g->set->criteria.at[i];
		if (!set_leaf(c))
			continue;
		leaves++;
		read += c->rule && !c->guessed;
		marked += c->rule && c->guessed;
		if (!c->rule)
			buf_fmt(&left, "%s%.*s", left.n ? ", " : "", SF(c->code));
	}
	lints rest = *g->notes;
	*g->notes = (lints){ 0 };
	note(g, SEVERITY_WARNING, NO_INDEX,
	     str_fmt(g->a, "%zu tiêu chí chấm điểm: %zu cách tính đọc được ngay, %zu được viết lại và cần so với quyết định, %zu chờ người quyết định%s%s.",
	             leaves, read, marked, leaves - read - marked, left.n ? ": " : "", left.n ? left.p : ""),
	     S("Xem cột Cần xem lại."));
	for (size_t i = 0; i < rest.n; i++)
		*vec_add(g->a, g->notes) = rest.at[i];
}

bool decision_read(struct arena *a, struct node *root, struct criteria_set **ret, lints *notes, struct err *e)
{
	struct reading g = { .x = examine_tree(a, root), .a = a, .set = make(a, struct criteria_set), .notes = notes };
	read_tables(&g);
	if (!refuse(&g, e))
		return false;
	read_head(&g);
	tell_fields_apart(&g);
	set_finish(a, g.set);                  /* who is whose parent, before rules are read: only leaves have them */
	for (size_t i = 0; i < g.drafts.n; i++)
		if (set_leaf(&g.set->criteria.at[g.drafts.at[i].criterion]))
			read_rule(&g, &g.drafts.at[i]);
	set_finish(a, g.set);
	read_decimals(&g);
	for (size_t i = 0; i < g.set->criteria.n; i++) {
		const struct set_criterion *c = &g.set->criteria.at[i];
		if (set_leaf(c) && c->rule && c->rule->bucket != BUCKET_SUM)
			*(c->rule->bucket == BUCKET_BONUS ? &g.set->bonus_max : &g.set->penalty_max) += c->max;
	}
	points total;
	if (g.total.present && points_of_figure(g.total, &total) && total != set_max(g.set)) {
		str printed = points_vi(a, total), sum = points_vi(a, set_max(g.set));
		note(&g, SEVERITY_WARNING, NO_INDEX, str_fmt(a, "Dòng tổng cộng ghi %.*s điểm, nhưng các tiêu chí cộng lại %.*s.", SF(printed), SF(sum)),
		     S("So điểm tối đa từng tiêu chí với quyết định."));
	}
	sum_up(&g);
	*ret = g.set;
	return true;
}
