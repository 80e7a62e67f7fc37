#include "maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* -- the generator ------------------------------------------------------------------------------- */

uint64_t dice_roll(struct dice *d)                /* splitmix64 */
{
	uint64_t z = (d->state += 0x9e3779b97f4a7c15u);
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

int dice_pick(struct dice *d, int n)
{
	return n > 1 ? (int)(dice_roll(d) % (uint64_t)n) : 0;
}

/* -- what the documents speak of ----------------------------------------------------------------- */


const char *const field_name[FIELD_KINDS] = {
#define FIELD(kind, name) [kind] = name,
#define CRITERION(kind, name, noun, verb, reason, remedy)
#include "words.def"
#undef FIELD
#undef CRITERION
};

static const struct topic topics[] = {
#define FIELD(kind, name)
#define CRITERION(kind, name, noun, verb, reason, remedy) { kind, name, noun, verb, reason, remedy },
#include "words.def"
#undef FIELD
#undef CRITERION
};

struct office { const char *name, *symbol; };
static const struct office departments[] = {
	{ "Sở Tư pháp", "STP" }, { "Sở Xây dựng", "SXD" }, { "Sở Y tế", "SYT" }, { "Sở Công Thương", "SCT" },
	{ "Sở Tài chính", "STC" }, { "Sở Nông nghiệp và Môi trường", "SNNMT" }, { "Sở Giáo dục và Đào tạo", "SGDĐT" },
	{ "Sở Khoa học và Công nghệ", "SKHCN" }, { "Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL" },
	    { "Thanh tra tỉnh", "TTT" },
};
static const char *const communes[] = { "Tân Lập", "Yên Hòa", "Phú Lương", "Đông Sơn", "Vĩnh Thạnh", "Hòa Bình",
    "Nam Cường", "Ea Kao" };
static const char *const provinces[] = { "Thanh Hóa", "Nghệ An", "Phú Thọ", "Quảng Trị", "Đắk Lắk", "Cà Mau",
    "Tuyên Quang", "Gia Lai" };
static const char *const department_leads[] = {
	"Văn phòng Sở", "Phòng Tổ chức - Hành chính", "Phòng Kế hoạch - Tài chính", "Thanh tra Sở",
	    "Phòng Nghiệp vụ", "Trung tâm Thông tin" };
static const char *const commune_leads[] = {
	"Văn phòng HĐND và UBND", "Công chức Văn hóa - Xã hội", "Công chức Tài chính - Kế toán",
	    "Công chức Tư pháp - Hộ tịch",
	"Phòng Kinh tế", "Trung tâm Phục vụ hành chính công" };
static const char *const supports[] = {
	"Các phòng chuyên môn, đơn vị trực thuộc", "Các bộ phận có liên quan",
	    "Cán bộ, công chức và bộ phận một cửa" };

static const struct saying progresses[] = {
	{ "done", "Đã hoàn thành" }, { "done", "Đã triển khai thực hiện" },
	{ "done", "Đã hoàn thành việc khắc phục, gửi đủ tài liệu kiểm chứng về cơ quan thẩm định" },
	{ "in_progress", "Đang triển khai thực hiện" }, { "in_progress",
	    "Đang triển khai, đạt khoảng một nửa khối lượng công việc" },
	{ "in_progress", "Đã tham mưu văn bản chỉ đạo, tiếp tục đôn đốc các bộ phận thực hiện" },
	{ "not_done", "Chưa thực hiện được" }, { "not_done", "Đến thời điểm này chưa có kết quả" },
	{ "unknown", "Đã có văn bản gửi các phòng, đơn vị" },
};

/* -- the model ----------------------------------------------------------------------------------- */

/* A criterion loses something, and not more than it has. */
static void score(struct maker *m, struct lost *l)
{
	static const int64_t maxima[] = { 500, 500, 1000, 1000, 1000, 1500, 2000, 2000, 3000 };
	int64_t step = m->style.decimals == 2 ? 10 : 1;
	int roll = dice_pick(&m->dice, 100);

	l->max = *ANY(m, maxima);
	l->rule = roll < 25 ? RULE_BAND : roll < 38 ? RULE_ZERO : roll < 50 ? RULE_DEDUCT : roll < 80
	    ? RULE_RATIO : RULE_RATE;
	if (l->rule >= RULE_RATIO && !l->topic->noun)
		l->rule = RULE_BAND;
	if (l->rule == RULE_RATE && m->form != FORM_COMMUNE && chance(m, 25))
		l->rule = RULE_FORMULA;
	switch (l->rule) {
	case RULE_BAND:    l->points = l->max / 4 * (1 + dice_pick(&m->dice, 3)); break;
	case RULE_ZERO:    l->points = 0; break;
	case RULE_DEDUCT:  l->points = l->max - 250 * (1 + dice_pick(&m->dice, (int)(l->max / 250) - 1)); break;
	case RULE_RATIO:
		l->b = 6 + dice_pick(&m->dice, chance(m, 50) ? 30 : 400);
		l->a = l->b - 1 - dice_pick(&m->dice, (int)(l->b / 2));
		l->points = div_round(l->max * l->a, l->b * step) * step;
		break;
	case RULE_RATE:
	case RULE_FORMULA:
		l->a = 4000 + dice_pick(&m->dice, 5900);
		l->points = div_round(l->max * l->a, 10000 * step) * step;
		break;
	}
	if (l->points >= l->max || (l->points == 0 && l->rule != RULE_ZERO))   /* rounded to all or nothing */
		l->rule = RULE_BAND, l->points = l->max / 2;
}

/* Codes rise, have two to four levels, and none is the parent of another. */
static void number_criteria(struct maker *m, int part, int first)
{
	int at[3] = { 0, 0, 0 };
	for (int i = first, depth = 0; i < m->lost_n; i++) {
		bool sibling = depth > 1 && chance(m, 45);
		if (!sibling) {
			at[0] += 1 + dice_pick(&m->dice, 2);
			depth = 1 + dice_pick(&m->dice, 3);
			at[1] = at[2] = 1 + dice_pick(&m->dice, 3);
		} else
			at[depth - 1] += 1 + dice_pick(&m->dice, 2);
		struct text t = { 0 };
		put(&t, m->parts[part].code);
		for (int k = 0; k < depth; k++)
			put_fmt(&t, ".%d", at[k]);
		snprintf(m->lost[i].code, CODE_CHARS, "%.15s", t.p);
		free(t.p);
	}
}

static void lose_criteria(struct maker *m, int part, int n)
{
	struct part *p = &m->parts[part];
	const char *const *leads = m->in_commune ? commune_leads : department_leads;
	int first = m->lost_n, from = 0, to = (int)COUNT(topics);

	while (topics[from].kind != p->kind)
		from++;
	while (to > from && topics[to - 1].kind != p->kind)
		to--;
	for (int i = from; i < to && n && m->lost_n < LOST_MAX; i++) {
		if (dice_pick(&m->dice, to - i) >= n)
			continue;
		n--;
		struct lost *l = &m->lost[m->lost_n++];
		*l = (struct lost){ .topic = &topics[i], .part = part, .code_figure = -1, .percent_figure = -1,
		                    .formula_figure = { -1, -1, -1 }, .progress = ANY(m, progresses),
		                    .due = dice_pick(&m->dice, 8), .lead = leads[dice_pick(&m->dice, 6)] };
		for (int k = 0; k < PLACES; k++) {
			l->print[k] = (struct printing){ -1, -1, -1 };
			l->a_figure[k] = l->b_figure[k] = -1;
		}
		score(m, l);
		p->max += l->max;
		p->points += l->points;
	}
	number_criteria(m, part, first);
	int64_t kept = 500 * (2 + dice_pick(&m->dice, 12)) + (chance(m, 15) ? 250 : 0);
	p->max += kept;
	p->points += kept;
	p->lead = leads[dice_pick(&m->dice, 6)];
	p->support = *ANY(m, supports);
}

static struct part *add_part(struct maker *m, const char *code, enum field_kind kind, int parent)
{
	struct part *p = &m->parts[m->parts_n++];
	*p = (struct part){ .kind = kind, .parent = parent };
	snprintf(p->code, sizeof p->code, "%s", code);
	for (int k = 0; k < PLACES; k++)
		p->print[k] = (struct printing){ -1, -1, -1 };
	return p;
}

static void make_fields(struct maker *m)
{
	int fields = 6 + dice_pick(&m->dice, 4);
	bool split = fields >= 7 && chance(m, 45);
	int most = m->form == FORM_PROSE ? 2 : m->form == FORM_FLAT_ANNEX ? 3 : 5;

	for (int f = 0; f < fields && !(split && f > 7); f++) {
		char code[CODE_CHARS];
		int top = m->parts_n, n = f && chance(m, 20) ? 0 : 1 + dice_pick(&m->dice, most);
		enum field_kind kind = split && f == 7 ? IMPACT : (enum field_kind)f;
		snprintf(code, sizeof code, "%d", f + 1);
		add_part(m, code, kind, -1);
		if (!(split && f == 6)) {
			lose_criteria(m, top, n);
			continue;
		}
		m->parts[top].split = true;
		for (int k = 0; k < 2; k++) {
			snprintf(code, sizeof code, "7%c", 'a' + k);
			add_part(m, code, k ? ISO : DIGITAL, top);
			lose_criteria(m, m->parts_n - 1, 1 + dice_pick(&m->dice, 3));
			m->parts[top].max += m->parts[m->parts_n - 1].max;
			m->parts[top].points += m->parts[m->parts_n - 1].points;
		}
	}
	for (int i = 0; i < m->parts_n; i++) {
		if (m->parts[i].parent >= 0)
			continue;
		m->max += m->parts[i].max;
		m->points += m->parts[i].points;
		m->fields_lost += part_lost(&m->parts[i]) > 0;
	}
}

static void make_body(struct maker *m)
{
	m->in_commune = m->form == FORM_COMMUNE;
	m->province = *ANY(m, provinces);
	m->commune = *ANY(m, communes);
	if (m->in_commune) {
		snprintf(m->body, sizeof m->body, "UBND xã %s", m->commune);
		snprintf(m->symbol, sizeof m->symbol, "UBND");
		snprintf(m->short_body, sizeof m->short_body, "xã");
	} else {
		const struct office *o = ANY(m, departments);
		snprintf(m->body, sizeof m->body, "%s", o->name);
		snprintf(m->symbol, sizeof m->symbol, "%s", o->symbol);
		snprintf(m->short_body, sizeof m->short_body, "%s", strncmp(o->name, "Sở", strlen("Sở"))
		    ? "cơ quan" : "Sở");
	}
	m->losses_year = 2021 + dice_pick(&m->dice, 5);
	snprintf(m->year, sizeof m->year, "%d", m->losses_year);
	snprintf(m->next_year, sizeof m->next_year, "%d", m->losses_year + 1);
	bool report = m->form == FORM_FLAT_ANNEX || m->form == FORM_STACKED;
	m->month = report ? 6 : 1 + dice_pick(&m->dice, 3);
	m->day = report ? 10 + dice_pick(&m->dice, 5) : 3 + dice_pick(&m->dice, 25);
	m->number = 11 + dice_pick(&m->dice, 180);
	m->size = m->in_commune ? 18 + dice_pick(&m->dice, 60) : 18 + dice_pick(&m->dice, 5);
	m->rank = 2 + dice_pick(&m->dice, m->size - 3);
}

static void make_style(struct maker *m)
{
	m->style = (struct style){
		.comma = chance(m, 50), .padded = chance(m, 40), .wide_slash = chance(m, 10),
		    .numbered = chance(m, 50),
		.counted = chance(m, 55), .middle = chance(m, 60), .heading_mark = chance(m, 50),
		    .letterhead = chance(m, 50),
		.totals = chance(m, 60), .loose = chance(m, 60), .narrow = chance(m, 20),
		    .score = dice_pick(&m->dice, 5),
		.sign = dice_pick(&m->dice, 3), .variant = dice_pick(&m->dice, 3),
		    .page_lines = 26 + dice_pick(&m->dice, 14),
		.decimals = chance(m, 70) ? 3 : 2,
	};
}

/* -- the end -------------------------------------------------------------------------------------- */

/* Takes the marks away and notes where each character of a figure came to stand. */
static void finish(struct maker *m)
{
	struct composed *c = m->c;
	struct figure *in = NULL;
	int line = 1;

	c->text = must(malloc(m->out.n + 1));
	for (const char *p = m->out.p; *p; p++) {
		if (*p == 1) {
			in = &c->figures[strtoul(p + 1, NULL, 10)];
			in->line = line;
			p = strchr(p, 2);
		} else if (*p == 3)
			in = NULL;
		else {
			if (in && *p != ' ' && *p != '\n')
				in->at[in->n++] = c->n;
			line += *p == '\n';
			c->text[c->n++] = *p == 4 ? ' ' : *p;
		}
	}
	c->text[c->n] = 0;
}

static void dotted(char *out, size_t size, const struct composed *c, int figure)
{
	snprintf(out, size, "%s", figure < 0 ? "-" : c->figures[figure].text);
	for (char *p = out; *p; p++)
		*p = *p == ',' ? '.' : *p;
}

static void tell_criteria(struct maker *m)
{
	struct composed *c = m->c;
	c->criteria = must(calloc((size_t)m->lost_n, sizeof *c->criteria));
	c->criteria_n = (size_t)m->lost_n;
	for (int i = 0; i < m->lost_n; i++) {
		const struct lost *l = &m->lost[i];
		struct true_criterion *t = &c->criteria[i];
		const struct printing *p = &l->print[l->print[PLACE_ANNEX].max >= 0 ? PLACE_ANNEX : PLACE_BODY];
		bool progress = m->form == FORM_FLAT_ANNEX || m->form == FORM_STACKED;
		snprintf(t->code, sizeof t->code, "%s", l->code);
		dotted(t->max, sizeof t->max, c, p->max);
		dotted(t->points, sizeof t->points, c, p->points);
		if (p->max >= 0)
			decimal(t->lost, sizeof t->lost, lost_of(l), 0, '.');
		else
			snprintf(t->lost, sizeof t->lost, "-");
		due_truth(m, l->due, t->due, sizeof t->due);
		snprintf(t->status, sizeof t->status, "%s", progress ? l->progress->status : "-");
		snprintf(t->lead, sizeof t->lead, "%s", l->lead);
		t->line = c->figures[l->code_figure].line;
	}
}

static struct true_field *tell_field(struct composed *c, const char *code, const struct printing *p)
{
	c->fields = must(realloc(c->fields, (c->fields_n + 1) * sizeof *c->fields));
	struct true_field *t = &c->fields[c->fields_n++];
	*t = (struct true_field){ .lost = "-" };
	snprintf(t->code, sizeof t->code, "%s", code);
	dotted(t->max, sizeof t->max, c, p->max);
	dotted(t->points, sizeof t->points, c, p->points);
	dotted(t->printed_lost, sizeof t->printed_lost, c, p->lost);
	return t;
}

/* what is printed in one place or another */
static struct printing printed(const struct printing *p)
{
	struct printing all = { -1, -1, -1 };
	for (int at = 0; at < PLACES; at++) {
		all.max = all.max >= 0 ? all.max : p[at].max;
		all.points = all.points >= 0 ? all.points : p[at].points;
		all.lost = all.lost >= 0 ? all.lost : p[at].lost;
	}
	return all;
}

static void tell(struct maker *m)
{
	struct composed *c = m->c;
	struct true_document *d = &c->document;
	for (int i = 0; i < m->parts_n; i++) {
		struct part *p = &m->parts[i];
		struct printing all = printed(p->print);
		if (all.max < 0 && all.lost < 0)
			continue;
		struct true_field *t = tell_field(c, p->code, &all);
		if (all.max >= 0)
			decimal(t->lost, sizeof t->lost, part_lost(p), 0, '.');
	}
	struct printing all = printed(m->total);
	if (all.max >= 0)
		decimal(tell_field(c, "total", &all)->lost, sizeof c->fields->lost, m->max - m->points, 0, '.');
	tell_criteria(m);
	snprintf(d->year, sizeof d->year, "%s", m->year);
	char *const fields[] = { d->number, d->place, d->date, d->percent, d->rank, d->size };
	for (size_t i = 0; i < COUNT(fields); i++)
		if (!*fields[i])
			strcpy(fields[i], "-");
	for (char *p = d->percent; *p; p++)
		*p = *p == ',' ? '.' : *p;
	if (!*d->issuer)
		snprintf(d->issuer, sizeof d->issuer, "%s", m->body);
}

struct composed *compose(enum compose_form form, uint64_t seed)
{
	static void (*const write[FORMS])(struct maker *) = {
		[FORM_FLAT_ANNEX] = write_flat_annex, [FORM_MARKDOWN] = write_markdown,
		    [FORM_STACKED] = write_stacked,
		[FORM_COMMUNE] = write_commune, [FORM_PROSE] = write_prose };
	struct maker *m = must(calloc(1, sizeof *m));
	m->c = must(calloc(1, sizeof *m->c));
	m->c->figures = must(calloc(FIGURES_MAX, sizeof *m->c->figures));
	m->c->form = m->form = form;
	m->dice.state = seed * 1000003u + (uint64_t)form;
	m->percent_figure = -1;
	m->fresh = true;
	for (int at = 0; at < PLACES; at++)
		m->total[at] = (struct printing){ -1, -1, -1 };
	make_style(m);
	make_body(m);
	make_fields(m);
	if (form != FORM_MARKDOWN && form != FORM_STACKED)
		put(&m->out, " ");
	write[form](m);
	put(&m->out, "\n");
	finish(m);
	relate_all(m);
	tell(m);

	struct composed *c = m->c;
	while (m->held) {
		struct held *h = m->held;
		m->held = h->next;
		free(h);
	}
	free(m->t.p);
	free(m->out.p);
	free(m);
	return c;
}

void compose_close(struct composed *c)
{
	free(c->text);
	free(c->figures);
	free(c->relations);
	free(c->criteria);
	free(c->fields);
	free(c->findings);
	free(c);
}

const char *const form_name[FORMS] = { "000", "001", "002", "003", "004" };
const char *const figure_kind_name[FIGURE_KINDS] = {
	[FIGURE_POINTS] = "points", [FIGURE_MAX] = "maximum", [FIGURE_LOST] = "deduction",
	[FIGURE_FIELD_POINTS] = "field points", [FIGURE_FIELD_MAX] = "field maximum",
	    [FIGURE_FIELD_LOST] = "field lost",
	[FIGURE_TOTAL_POINTS] = "total points", [FIGURE_TOTAL_MAX] = "total maximum",
	    [FIGURE_TOTAL_LOST] = "total lost",
	[FIGURE_COUNT] = "stated count", [FIGURE_YEAR] = "year", [FIGURE_PERCENT] = "percent",
	    [FIGURE_PART] = "part of a ratio",
	[FIGURE_FORMULA] = "formula", [FIGURE_DUE] = "due year", [FIGURE_CODE] = "code" };
