#include "report/columns.h"
#include "report/own.h"

static const struct { int weight; unsigned without; enum word_id head; } columns[ANNEX_COLUMNS] = {
	[ANNEX_ORDINAL]  = { 5,  0,                          WORDS },
	[ANNEX_FINDING]  = { 32, 0,                          WORD_head_finding },
	[ANNEX_NAME]     = { 26, 0,                          WORD_head_name },
	[ANNEX_MAX]      = { 7,  1U << COLUMN_MAX,           WORD_head_max },
	[ANNEX_POINTS]   = { 8,  1U << COLUMN_POINTS,        WORD_head_points },
	[ANNEX_REASON]   = { 28, 1U << COLUMN_REASON,        WORD_head_reason },
	[ANNEX_LOST]     = { 7,  1U << COLUMN_LOST,          WORD_head_lost },
	[ANNEX_CAUSE]    = { 18, 1U << COLUMN_CAUSE,         WORD_head_cause },
	[ANNEX_REMEDY]   = { 28, 1U << COLUMN_REMEDY,        WORD_head_remedy },
	[ANNEX_LEAD]     = { 11, 1U << COLUMN_LEAD,          WORD_head_lead },
	[ANNEX_SUPPORT]  = { 12, 1U << COLUMN_SUPPORT,       WORD_head_support },
	[ANNEX_DUE]      = { 12, 1U << COLUMN_DUE,           WORD_head_due },
	[ANNEX_PROGRESS] = { 18, 1U << COLUMN_PROGRESS,      WORD_head_progress },
	[ANNEX_NOTE]     = { 7,  1U << COLUMN_NOTE,          WORD_head_note },
};

static bool any_in(const struct facts *f, enum annex_column column, bool told)
{
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		struct due due = own_due(f, c, told);
		bool has[ANNEX_COLUMNS] = {
			[ANNEX_CAUSE] = c->cause.n,
			[ANNEX_REMEDY] = own_remedies(f, c, told).n,
			[ANNEX_LEAD] = own_lead(f, c, told).n,
			[ANNEX_SUPPORT] = own_support(f, c, told).n,
			[ANNEX_DUE] = due.text.n || due.kind != DUE_NONE,
			[ANNEX_PROGRESS] = c->progress.text.n || c->progress.status != STATUS_NONE,
			[ANNEX_NOTE] = c->note.n,
		};
		if (has[column])
			return true;
	}
	return false;
}

struct annex_columns columns_of(const struct writer *w, unsigned always, unsigned if_any, bool told)
{
	struct annex_columns c = { .n = 0 };
	int sum = 0, left = 1000;
	for (enum annex_column i = 0; i < ANNEX_COLUMNS; i++)
		if (!(w->in->without & columns[i].without) && (always & 1U << i || (if_any & 1U << i && any_in(w->f, i, told)))) {
			c.at[c.n++] = i;
			sum += columns[i].weight;
		}
	for (size_t i = 0; i < c.n; i++)
		left -= c.widths[i] = columns[c.at[i]].weight * 1000 / sum;
	c.widths[1] += left;
	return c;
}

void columns_heads(struct writer *w, const struct annex_columns *c)
{
	int *widths = make_n(w->a, int, c->n);
	memcpy(widths, c->widths, c->n * sizeof *widths);
	write_table(w, false, widths, c->n);
	write_row(w, true);
	for (size_t i = 0; i < c->n; i++)
		write_text(w, FORMAL_CELL_CENTRE, columns[c->at[i]].head == WORDS ? S("TT") : sentence(w, columns[c->at[i]].head));
	write_row(w, true);
	for (size_t i = 0; i < c->n; i++)
		write_text(w, FORMAL_CELL_CENTRE, str_fmt(w->a, "(%zu)", i + 1));
}

/* -- the cells of a criterion -------------------------------------------------------------------------- */

/* A line a paragraph. */
static void put_lines(struct writer *w, str text)
{
	write_cell(w, 1);
	for (size_t from = 0, end; from < text.n; from = end + 1) {
		end = str_find(text, S("\n"), from);
		write_para(w, FORMAL_CELL, str_sub(text, from, end));
	}
}

static void put_list(struct writer *w, strs texts)
{
	write_cell(w, 1);
	for (size_t i = 0; i < texts.n; i++)
		write_para(w, FORMAL_CELL, texts.n > 1 ? str_fmt(w->a, "- %.*s", SF(texts.at[i])) : texts.at[i]);
}

static str joined(struct writer *w, strs texts)
{
	struct buf b = buf_open(w->a);
	for (size_t i = 0; i < texts.n; i++) {
		buf_put(&b, i ? S("; ") : S(""));
		buf_put(&b, texts.at[i]);
	}
	return buf_str(&b);
}

static str without_sign(str figure) { return str_starts(figure, S("-")) ? str_sub(figure, 1, figure.n) : figure; }

/* "do …", "vì …", "lý do …" go on from the points; any other reason is named as one. */
static str reason_after(struct writer *w, str reason, bool points)
{
	static const char *const joins[] = { "do ", "Do ", "vì ", "lý do " };
	if (!reason.n)
		return reason;
	if (points && STR_OPENS(reason, 0, joins))
		return str_fmt(w->a, " %.*s", SF(reason));
	return str_fmt(w->a, ". Lý do: %.*s", SF(reason));
}

static void put_finding(struct writer *w, const struct criterion *c)
{
	str max = figure_vi(w->a, c->max), points = figure_vi(w->a, c->points), lost = without_sign(figure_vi(w->a, c->printed_lost));
	bool scored = c->points.present && c->max.present;
	str head = SENTENCE(w, WORD_finding_code, { S("code"), c->code }, { S("name"), c->name });
	str told = scored ? SENTENCE(w, WORD_finding_points, { S("points"), points }, { S("max"), max }, { S("lost"), lost })
	           : lost.n ? SENTENCE(w, WORD_finding_lost, { S("lost"), lost }, { S("max"), max }) : (str){ 0 };
	str reason = reason_after(w, c->reason, told.n > 0);
	write_cell(w, 1);
	if (!told.n && reason.n) {
		write_para(w, FORMAL_CELL, str_fmt(w->a, "%.*s%.*s", SF(head), SF(reason)));
		return;
	}
	write_para(w, FORMAL_CELL, head);
	if (told.n)
		write_para(w, FORMAL_CELL, str_fmt(w->a, "%.*s%.*s", SF(told), SF(reason)));
}

void column_put(struct writer *w, enum annex_column column, const struct criterion *c, str ordinal, bool told)
{
	switch (column) {
	case ANNEX_ORDINAL:  write_text(w, FORMAL_CELL_CENTRE, ordinal); break;
	case ANNEX_FINDING:  put_finding(w, c); break;
	case ANNEX_NAME:     write_text(w, FORMAL_CELL, c->name); break;
	case ANNEX_MAX:      write_figure(w, figure_vi(w->a, c->max)); break;
	case ANNEX_POINTS:   write_figure(w, figure_vi(w->a, c->points)); break;
	case ANNEX_REASON:   put_lines(w, c->reason); break;
	case ANNEX_LOST:     write_figure(w, without_sign(figure_vi(w->a, c->printed_lost))); break;
	case ANNEX_CAUSE:    put_lines(w, c->cause); break;
	case ANNEX_REMEDY:   put_list(w, own_remedies(w->f, c, told)); break;
	case ANNEX_LEAD:     write_text(w, FORMAL_CELL, own_lead(w->f, c, told)); break;
	case ANNEX_SUPPORT:  write_text(w, FORMAL_CELL, joined(w, own_support(w->f, c, told))); break;
	case ANNEX_DUE: {
		struct due d = own_due(w->f, c, told);
		write_text(w, FORMAL_CELL, word_due(w->a, &d));
		break;
	}
	case ANNEX_PROGRESS: put_lines(w, word_progress(&c->progress)); break;
	case ANNEX_NOTE:     put_lines(w, c->note); break;
	case ANNEX_COLUMNS:  break;
	}
}
