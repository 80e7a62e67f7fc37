/* Fields and criteria told in sections and labelled paragraphs: "1.2.1. Công tác chỉ đạo …" / "- Tổng số điểm bị trừ: …" /
 * "- Đơn vị chủ trì: …" (seeds 001, 003), "1.1. Đối với tiêu chí 1.5 …: được 0.5/2 điểm" / "- Nguyên nhân: …" (seed 004). */
#include "extract/entry.h"
#include "extract/fill.h"
#include "extract/stack.h"

enum { SPOTS_MAX = 400 };                 /* fields and criteria whose sections are compared: no document has more */
enum subject { NOTHING, A_FIELD, A_CRITERION };
enum { ROLE_tasks = ROLE_appraiser + 1 };

struct label { int role; size_t text; };           /* text: behind the colon */

static bool read_label(struct cx *x, const struct block *b, struct label *l);

/* What has been read of each block: sections look at their blocks again and again. */
struct label_memo { bool read, is; struct label l; };

static bool label_of(struct cx *x, const struct block *b, struct label *l)
{
	if (!x->labels)
		x->labels = make_n(x->a, struct label_memo, x->blocks.n + 1);
	struct label_memo *m = &x->labels[b - x->blocks.at];
	if (!m->read)
		m->is = read_label(x, b, &m->l), m->read = true;
	*l = m->is ? m->l : *l;
	return m->is;
}

/* "- Đơn vị chủ trì: Văn phòng": the words before the colon are a heading as a column has it. */
static bool read_label(struct cx *x, const struct block *b, struct label *l)
{
	str t = b->flow.fold.text;
	size_t from = b->label, colon, len;
	while (from < t.n && strchr(" -+*", t.p[from]))
		from++;
	struct match m;
	if (b->item == false && pat_at(x->ps, "[a-h][.)] ?", t, from, &m))
		from = m.at[0].to;
	colon = str_find(t, S(":"), from);
	bool sub = colon == t.n;                   /* a heading of its own: "a) Nội dung triển khai" */
	if ((sub && (b->item || t.n - from > 60)) || colon - from > 80 || colon == from)
		return false;
	if (pat_at(x->ps, "noi dung (?:trien khai|thuc hien|nhiem vu|cong viec)|nhiem vu (?:trong tam|cu the|thuc hien)", t, from, &m)) {
		*l = (struct label){ ROLE_tasks, sub ? t.n : colon + 1 };
		return true;
	}
	if (pat_at(x->ps, "(?:to chuc|trach nhiem|phan cong) ?(?:to chuc)? ?(?:thuc hien)", t, from, &m) && sub) {
		*l = (struct label){ ROLE_NONE, t.n };
		return true;
	}
	enum role r = column_role(x->ps, t, from, &len);
	if (sub && (r != ROLE_remedy && r != ROLE_cause && r != ROLE_finding))
		return false;
	if (r == ROLE_NONE || r == ROLE_name || r == ROLE_ordinal || r == ROLE_code || r == ROLE_note ||
	    r == ROLE_evidence || r == ROLE_rule || r == ROLE_appraiser || r == ROLE_max ||
	    r == ROLE_self || r == ROLE_rate || len * 5 < (colon - from) * 2)
		return false;
	*l = (struct label){ (int)r, sub ? t.n : colon + 1 };
	return true;
}

/* -- deductions named in the body --------------------------------------------------------------------- */

/* "… chưa đạt 100% (-1,5 điểm); … ( - 0.125 điểm)": each up to its bracket. */
static void add_items(struct cx *x, struct field *d, const struct flow *w, size_t from)
{
	struct match m;
	str t = w->fold.text;
	size_t begin = from;
	for (size_t at = from; pat_find(x->ps, "\\( ?(?:bi )?(?:tru )?([-+]? ?\\d{1,3}(?:[.,]\\d{1,9})?) ?(?:diem|d) ?\\)", t, at, &m); at = m.at[0].to) {
		struct item *i = vec_add(x->a, &d->items);
		*i = (struct item){ one_line(x->a, trim_marks(flow_text(w, begin, m.at[0].from))),
		                    figure_in(w, m.at[1].from, m.at[1].to), flow_at(w, m.at[1].from) };
		begin = m.at[0].to;
	}
}

/* -- which field a section is about -------------------------------------------------------------------- */

static struct figure section_total(struct cx *x, const struct section *s)
{
	struct label l;
	for (size_t i = s->first + 1; i < s->last; i++) {
		const struct block *b = &x->blocks.at[i];
		struct match m;
		if (!b->table && label_of(x, b, &l) && l.role == ROLE_lost &&
		    pat_find(x->ps, "([-+]? ?\\d{1,3}(?:[.,]\\d{1,9})?)", b->flow.fold.text, l.text, &m))
			return figure_in(&b->flow, m.at[1].from, m.at[1].to);
	}
	return (struct figure){ 0 };
}

#define FIELD_WORDS "chi dao|dieu hanh|the che|thu tuc hanh chinh|tthc|to chuc bo may|bo may|cong vu|can bo, cong chuc|tai chinh|chinh quyen|chuyen doi so|hien dai hoa|\\biso\\b|tac dong|hai long|cong nghe thong tin|cchc"

/* Sections that have labels of their own, not those of a part below. */
static bool field_section(struct cx *x, size_t n)
{
	const struct section *s = &x->sections.at[n];
	struct label l;
	struct match m;
	if (pat_has(x->ps, "^(?:to chuc thuc hien|muc dich|yeu cau|kien nghi|ket qua dat duoc|doi voi (?:tieu chi|tc))|tieu chi \\d", s->title) || s->rank == 1 || s->rank >= 7)
		return false;
	if (pat_find(x->ps, "^(?:tieu chi|tc) ", s->title, 0, &m))
		return false;
	size_t labels = 0, parts = 0;
	for (size_t i = s->first + 1; i < s->last; i++) {
		const struct block *b = &x->blocks.at[i];
		if (b->table)
			return labels > 0;
		const struct section *own = &x->sections.at[b->section];
		if (b->section != n && own->rank < 7) {
			const struct block *head = &x->blocks.at[own->first];
			if (label_of(x, head, &l) || pat_has(x->ps, "^(?:cac )?(?:tieu chi (?:bi tru|chua dat)|ton tai|han che)", own->title)) {
				parts += own->first == i;
				continue;                  /* "1.2. Giải pháp:" */
			}
			break;                         /* a part of its own begins */
		}
		if (label_of(x, b, &l) && (l.role == ROLE_lead || l.role == ROLE_due || l.role == ROLE_lost ||
		                           l.role == ROLE_support || l.role == ROLE_tasks ||
		                           l.role == ROLE_remedy || l.role == ROLE_finding || l.role == ROLE_reason))
			labels++;
	}
	return labels >= 2 || (labels + parts && pat_has(x->ps, FIELD_WORDS, s->title));
}

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/* A name without the words that all fields have. */
static str bare_name(struct cx *x, str folded)
{
	static const char *const common[] = { "cong tac", "cai cach", "hanh chinh", "cchc", "nha nuoc", "linh vuc", "noi dung", "ve", "va" };
	struct buf b = buf_open(x->a);
	for (size_t at = 0; at < folded.n;) {
		size_t end = at && is_letter(folded.p[at - 1]) ? 0 : at + STR_OPENS(folded, at, common);
		bool whole = end > at && (end == folded.n || !is_letter(folded.p[end]));
		if (!whole)
			buf_put(&b, str_sub(folded, at, at + 1));
		at = whole ? end : at + 1;
	}
	return buf_str(&b);
}

/* How well a section's title (bare), number and total fit a known field, in hundredths. */
static int fits(struct cx *x, const struct section *s, str title, const struct field *d, struct figure total)
{
	str name = fold_plain(x->a, d->name), last = s->label;
	for (size_t i = 0; i < s->label.n; i++)
		if (s->label.p[i] == '.')
			last = str_sub(s->label, i + 1, s->label.n);
	int score = words_shared(title, bare_name(x, name));
	if (total.present && d->printed_lost.present)
		score += figure_same(total, d->printed_lost) ? 60 : -30;
	else if (str_eq(s->title, name))
		score += 30;                        /* the whole name, which may be a part of another's */
	return score + (str_eq(last, d->code) ? 15 : 0);
}

static struct field *field_for(struct cx *x, const struct section *s, bool *taken)
{
	struct figure total = section_total(x, s);
	str title = bare_name(x, s->title);
	size_t best = x->f->fields.n;
	int top = 24;
	for (size_t i = 0; i < x->f->fields.n; i++) {
		int score = taken[i] ? 0 : fits(x, s, title, &x->f->fields.at[i], total);
		if (score > top) {
			top = score;
			best = i;
		}
	}
	if (best == x->f->fields.n) {
		/* no table knows it: "4. Cải cách tổ chức bộ máy" has its own number */
		for (size_t i = 0; i < x->f->fields.n; i++)
			if (s->rank == 2 && !taken[i] && str_eq(x->f->fields.at[i].code, s->label))
				best = i;
	}
	if (best < x->f->fields.n) {
		taken[best] = true;
		return &x->f->fields.at[best];
	}
	struct field *d = vec_add(x->a, &x->f->fields);
	bool free = s->rank == 2;
	for (size_t i = 0; i + 1 < x->f->fields.n; i++)
		free = free && !str_eq(x->f->fields.at[i].code, s->label);
	*d = (struct field){ .code = free ? s->label : (str){ 0 } };
	return d;
}

/* -- reading ------------------------------------------------------------------------------------------- */

struct reader {
	struct cx *x;
	enum subject subject;
	bool by_item;                   /* the criterion is one item of a field's list … */
	bool item_labels;               /* … and its labels are items too */
	size_t field, field_section;    /* that field, and where it began */
	size_t index;                   /* of the field or criterion */
	size_t section;                 /* where the subject began */
	int role;                       /* the label in force; -1 none */
	struct form fields, criteria;   /* labels seen on any of them */
};

static void note_label(struct form *f, int role)
{
	f->lead |= role == ROLE_lead;
	f->due |= role == ROLE_due;
	f->remedy |= role == ROLE_remedy;
	f->progress |= role == ROLE_progress;
	f->reason |= role == ROLE_cause || role == ROLE_reason || role == ROLE_finding;
}

static void give(struct reader *r, const struct block *b, int role, size_t from, size_t end, bool continued)
{
	struct cx *x = r->x;
	struct flow w = flow_sub(x->a, &b->flow, from, end);
	if (!str_trim(w.text).n)
		return;
	if (continued && (role == ROLE_lead || role == ROLE_support || role == ROLE_due || role == ROLE_lost || role == ROLE_progress))
		return;
	if (r->subject == A_FIELD) {
		struct field *d = &x->f->fields.at[r->index];
		struct holder h = holder_of_field(d);
		struct match m;
		if (role == ROLE_tasks)
			*vec_add(x->a, &d->tasks) = (struct text_at){ one_line(x->a, trim_marks(w.text)), flow_at(&w, 0) };
		else if (role == ROLE_finding || role == ROLE_reason)
			add_items(x, d, &w, 0);
		else if (role == ROLE_lost && pat_find(x->ps, "([-+]? ?\\d{1,3}(?:[.,]\\d{1,9})?)", w.fold.text, 0, &m)) {
			d->body_lost = figure_in(&w, m.at[1].from, m.at[1].to);
			d->body_source = flow_at(&w, m.at[1].from);
		} else
			fill(x, &h, (enum role)role, &w);
		return;
	}
	struct criterion *c = &x->f->criteria.at[r->index];
	struct holder h = holder_of_criterion(c);
	if (role == ROLE_lost || role == ROLE_points) {
		struct entry e = { 0 };
		size_t points_end;
		struct flow whole = flow_sub(x->a, &b->flow, b->label, b->flow.fold.text.n);
		entry_points(x, &whole, 0, whole.fold.text.n, &e, &points_end);
		if (!c->points.present)
			c->points = e.points;
		if (!c->max.present)
			c->max = e.max;
		if (!c->printed_lost.present)
			c->printed_lost = e.printed_lost;
		return;
	}
	if ((role == ROLE_finding || role == ROLE_reason) && !c->reason_source.line)
		c->reason_source = flow_at(&w, 0);
	fill(x, &h, role == ROLE_tasks ? ROLE_remedy : (enum role)role, &w);
}

/* One paragraph may hold several labels: "Đơn vị chủ trì: A. Đơn vị phối hợp: B. Thời gian: C." Gives the end of the
 * text that begins at `from`, and the label that comes next, if one does. */
static size_t segment_end(struct cx *x, const struct flow *w, size_t from, struct label *next)
{
	str t = w->fold.text;
	struct match m;
	size_t len;
	for (size_t at = from; pat_find(x->ps, "[.;,] +([a-z][a-z ]{3,40}): ?", t, at, &m); at = m.at[1].from) {
		enum role r = column_role(x->ps, t, m.at[1].from, &len);
		bool label = (r == ROLE_lead || r == ROLE_support || r == ROLE_due ||
		              r == ROLE_remedy || r == ROLE_cause || r == ROLE_progress) &&
		             len * 5 >= (m.at[1].to - m.at[1].from) * 2;
		if (label) {
			*next = (struct label){ (int)r, m.at[0].to };
			return m.at[0].from;
		}
	}
	next->role = -1;
	return t.n;
}

#define UNIT "(?:van phong|phong|cac phong|trung tam|so|ban|thanh tra|bo phan|cac (?:don vi|phong|ban|bo phan)|cong chuc|can bo|chi cuc|don vi|to |ke toan)"

/* A sentence without a label: "Giao Văn phòng chủ trì, phối hợp với …; hoàn thành trước ngày 15/9/2026." */
static bool give_told(struct reader *r, const struct block *b)
{
	struct cx *x = r->x;
	str t = b->flow.fold.text;
	struct match m;
	bool of_field = r->subject == A_FIELD;
	struct holder h = of_field ? holder_of_field(&x->f->fields.at[r->index]) : holder_of_criterion(&x->f->criteria.at[r->index]);
	bool told = false;
	bool why = r->role == ROLE_cause || r->role == ROLE_reason || r->role == ROLE_finding;
	if (!h.lead->n && !why && pat_at(x->ps, "[ -+*]*(?:giao )?(?=" UNIT "(?:(?! chua | khong | ngoai viec )[^.;:]){0,70}? (?:la don vi )?(?:chu tri|\\( ?chu tri))", t, b->label, &m)) {
		size_t from = m.at[0].to, end = from;
		while (end < t.n && t.p[end] != '.' && t.p[end] != ';')
			end++;
		fill_lead(x, &h, flow_text(&b->flow, from, end));
		note_label(of_field ? &r->fields : &r->criteria, ROLE_lead);
		told = true;
	}
	if (h.due->kind == DUE_NONE && pat_find(x->ps, "(?:^|[ ,;.+*-])(?=hoan thanh (?:truoc|trong|xong|vao|cham nhat)|thoi gian (?:hoan thanh|thuc hien) ?:)", t, b->label, &m)) {
		struct flow w = flow_sub(x->a, &b->flow, m.at[0].to, t.n);
		*h.due = due_parse(x->a, x->ps, &w, x->year);
		told = told || h.due->kind != DUE_NONE;
	}
	if (told && pat_at(x->ps, "[ -+*]*giao ", t, b->label, &m))
		*vec_add(x->a, h.remedies) = one_line(x->a, flow_text(&b->flow, b->label, t.n));
	return told;
}

/* A block that opens one or more criteria: those with points or a deduction, or whose labels follow. */
static bool open_criteria(struct reader *r, size_t i)
{
	struct cx *x = r->x;
	const struct block *b = &x->blocks.at[i];
	entries es = { 0 };
	entries_find(x, &b->flow, &es);
	if (!es.n || es.at[0].from > b->label + 14)
		return false;
	bool opened = false;
	struct match m;
	for (size_t k = 0; k < es.n; k++) {
		size_t end = k + 1 < es.n ? es.at[k + 1].from : b->flow.fold.text.n;
		struct entry e = entry_parse(x, &b->flow, &es.at[k], end);
		bool named = pat_find(x->ps, "tieu chi|tctp|\\btc\\b", str_sub(b->flow.fold.text, es.at[k].from, es.at[k].text), 0, &m);
		bool labels = false;
		struct label l;
		for (size_t q = i + 1; q < x->blocks.n && q < i + 3 && named && !b->item; q++)
			labels = labels || (!x->blocks.at[q].table && label_of(x, &x->blocks.at[q], &l) && l.role != ROLE_lost);
		if (!e.points.present && !e.printed_lost.present && !labels)
			continue;
		if (code_depth(e.code) == 1) {
			struct field *d = facts_field(x->f, e.code);
			if (!d) {
				d = take_field(x, e.code);
				*d = (struct field){ .code = e.code, .name = e.name, .source = e.source };
			}
			d->max = d->max.present ? d->max : e.max;
			d->points = d->points.present ? d->points : e.points;
			d->printed_lost = d->printed_lost.present ? d->printed_lost : e.printed_lost;
			r->subject = A_FIELD;
			r->index = (size_t)(d - x->f->fields.at);
			r->section = b->section;
			r->role = -1;
			opened = true;
			continue;
		}
		struct criterion *c = find_criterion(x, e.code);
		bool fresh = !c;
		c = take_criterion(x, e.code);
		if (fresh) {
			c->source = e.source;
			c->name = e.name;
			c->points = e.points;
			c->max = e.max;
			c->printed_lost = e.printed_lost;
			c->points_source = e.points_source;
			c->percent = e.percent;
			c->reason = e.reason;
			c->reason_source = e.reason_source;
		} else {
			if (e.printed_lost.present) {
				c->body_lost = e.printed_lost;
				c->body_source = e.points_source;
			}
			if (!c->points.present && e.points.present) {
				c->points = e.points;
				c->max = e.max;
				c->points_source = e.points_source;
			}
			if (!c->name.n)
				c->name = e.name;
		}
		if (r->subject == A_FIELD) {
			r->field = r->index;
			r->field_section = r->section;
		}
		r->by_item = b->item && (r->subject == A_FIELD || r->by_item);
		r->item_labels = false;
		r->subject = A_CRITERION;
		r->index = (size_t)(c - x->f->criteria.at);
		r->section = b->section;
		r->role = -1;
		opened = true;
	}
	return opened;
}

static bool ends_subject(struct cx *x, const struct block *b, const struct reader *r)
{
	if (b->table || pat_has(x->ps, "^ ?(?:tren day la|noi nhan|yeu cau (?:cac|truong|thu truong))", b->flow.fold.text))
		return true;
	if (b->section == r->section)
		return false;
	for (size_t s = b->section; s; s = x->sections.at[s].parent)
		if (s == r->section)
			return false;
	return true;
}

struct spot { size_t index, section; };
typedef VEC(struct spot) spots;

static bool within(struct cx *x, size_t section, size_t above)
{
	while (section && section != above)
		section = x->sections.at[section].parent;
	return section == above;
}

/* "2. Cải cách thủ tục hành chính" may count the sections of a plan: where all its criteria begin with 3, it is field 3. */
static void recode_fields(struct cx *x, size_t known, const spots *fields, const spots *criteria)
{
	for (size_t i = 0; i < fields->n; i++) {
		struct field *d = &x->f->fields.at[fields->at[i].index];
		str top = { 0 };
		bool one = true;
		for (size_t k = 0; k < criteria->n; k++) {
			if (!within(x, criteria->at[k].section, fields->at[i].section))
				continue;
			str code = code_top(x->f->criteria.at[criteria->at[k].index].code);
			one = one && (!top.n || str_eq(top, code));
			top = code;
		}
		if (fields->at[i].index >= known && one && top.n)
			d->code = top;
	}
}

static void run(struct cx *x)
{
	size_t known = x->f->fields.n;
	spots of_fields = { 0 }, of_criteria = { 0 };
	struct reader r = { .x = x, .role = -1 };
	bool *taken = make_n(x->a, bool, x->f->fields.n + x->sections.n + 1);
	size_t seen = 0;                    /* the last section that was looked at */
	VEC(size_t) told = { 0 };           /* criteria that prose labels speak of */
	VEC(size_t) told_fields = { 0 };
	for (size_t i = 0; i < x->blocks.n; i++) {
		const struct block *b = &x->blocks.at[i];
		if (r.subject && ends_subject(x, b, &r)) {
			/* behind a field's list of criteria the field goes on */
			bool within = r.subject == A_CRITERION && r.by_item && !b->table;
			r.subject = within ? A_FIELD : NOTHING;
			if (within) {
				r.index = r.field;
				r.section = r.field_section;
				r.role = -1;
				r.by_item = false;
				if (ends_subject(x, b, &r))
					r.subject = NOTHING;
			}
		}
		if (b->table || !b->flow.fold.text.n)
			continue;
		if (section_is(x, b->section, "^(?:to chuc thuc hien|muc dich|yeu cau)")) {
			r.subject = NOTHING;
			continue;
		}
		if (open_criteria(&r, i)) {
			if (r.subject == A_CRITERION) {
				*vec_add(x->a, &told) = r.index;
				if (of_criteria.n < SPOTS_MAX)
					*vec_add(x->a, &of_criteria) = (struct spot){ r.index, b->section };
			}
			continue;
		}
		if (b->section != seen && x->sections.at[b->section].first == i) {
			seen = b->section;
			if (field_section(x, seen)) {
				const struct section *s = &x->sections.at[seen];
				struct field *d = field_for(x, s, taken);
				if (!d->name.n) {
					d->name = one_line(x->a, trim_marks(flow_text(&b->flow, b->label, b->flow.fold.text.n)));
					d->source = flow_at(&b->flow, 0);
				}
				struct entry e = { 0 };
				size_t name_end;
				entry_points(x, &b->flow, b->label, b->flow.fold.text.n, &e, &name_end);
				if (e.points.present && !d->points.present) {
					d->points = e.points;
					d->max = e.max;
				}
				if (e.printed_lost.present && !d->printed_lost.present)
					d->printed_lost = e.printed_lost;
				if ((e.points.present || e.printed_lost.present) && d->source.line == flow_at(&b->flow, 0).line)
					d->name = one_line(x->a, trim_marks(flow_text(&b->flow, b->label, name_end)));
				d->section = section_path(x, seen);
				d->body_source = flow_at(&b->flow, 0);
				r.subject = A_FIELD;
				r.index = (size_t)(d - x->f->fields.at);
				r.section = seen;
				r.role = -1;
				*vec_add(x->a, &told_fields) = r.index;
				if (of_fields.n < SPOTS_MAX)
					*vec_add(x->a, &of_fields) = (struct spot){ r.index, seen };
				continue;
			}
		}
		if (!r.subject) {
			if (memchr(b->flow.fold.text.p, '=', b->flow.fold.text.n))     /* a formula may stand there */
				*vec_add(x->a, &x->f->paragraphs) = (struct text_at){ one_line(x->a, b->flow.text), flow_at(&b->flow, 0) };
			continue;
		}
		if (r.subject == A_CRITERION && r.by_item && r.item_labels && !b->item) {     /* below the list: about the field again */
			r.subject = A_FIELD;
			r.index = r.field;
			r.role = -1;
			r.by_item = false;
			*vec_add(x->a, &told_fields) = r.index;
		}
		struct label l;
		if (label_of(x, b, &l)) {
			r.role = l.role == ROLE_NONE ? -1 : l.role;
			r.item_labels = r.item_labels || b->item;
			note_label(r.subject == A_FIELD ? &r.fields : &r.criteria, l.role);
			while (r.role >= 0) {
				struct label next;
				size_t end = segment_end(x, &b->flow, l.text, &next);
				give(&r, b, r.role, l.text, end, false);
				if (next.role < 0)
					break;
				r.role = next.role;
				l = next;
				note_label(r.subject == A_FIELD ? &r.fields : &r.criteria, r.role);
			}
		} else if (!give_told(&r, b) && r.role >= 0) {
			give(&r, b, r.role, b->label, b->flow.fold.text.n, true);
		}
	}
	for (size_t i = 0; i < told.n; i++) {
		struct criterion *c = &x->f->criteria.at[told.at[i]];
		c->form.lead |= r.criteria.lead;
		c->form.due |= r.criteria.due;
		c->form.remedy |= r.criteria.remedy;
		c->form.progress |= r.criteria.progress;
		c->own_remedy = c->remedies.n > 0;
	}
	for (size_t i = 0; i < told_fields.n; i++)
		x->f->fields.at[told_fields.at[i]].form = r.fields;
	recode_fields(x, known, &of_fields, &of_criteria);
}

const struct finder find_prose = { "lĩnh vực và tiêu chí trong phần lời", "seeds 001, 003, 004", run };
