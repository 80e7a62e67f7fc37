#include "app/change.h"
#include "app/log.h"
#include "app/place.h"
#include "app/plan.h"
#include "core/day.h"

/* Plans, findings and dues laid out for the person who has to see to them. */

enum { INDENT = 2, LABEL = 18, DEEP = 6, CELL_LINES = 3 };

struct page { struct arena *a; struct buf b; const struct layout *y; const otherwises *otherwise; };

static void line(struct page *p, int indent, const char *label, str value)
{
	if (!value.n)
		return;
	buf_fmt(&p->b, "%*s%s%*s", indent, "", label, LABEL - layout_width(str_c(label)), "");
	layout_para(&p->b, p->y, value, indent + LABEL, indent + LABEL);
}

static void title(struct page *p, str s)
{
	layout_ink(&p->b, p->y, INK_BOLD, layout_safe(p->a, s));
	buf_put(&p->b, S("\n"));
}

static void part(struct page *p, str s)
{
	buf_put(&p->b, S("\n"));
	title(p, s);
}

static str at_points(struct arena *a, points p) { return p == NO_POINTS ? S("") : points_vi(a, p); }

/* "đạt 1,5/2 điểm, mất 0,5" of what is known of it */
static str score_words(struct arena *a, points got, points max, points lost)
{
	struct buf b = buf_open(a);
	if (got != NO_POINTS)
		buf_fmt(&b, "đạt %s%s%s điểm", points_vi(a, got).p, max != NO_POINTS ? "/" : "", max != NO_POINTS ? points_vi(a, max).p : "");
	else if (max != NO_POINTS)
		buf_fmt(&b, "tối đa %s điểm", points_vi(a, max).p);
	if (lost != NO_POINTS)
		buf_fmt(&b, "%smất %s", b.n ? ", " : "", points_vi(a, lost).p);
	return buf_str(&b);
}

static str joined(struct arena *a, const strs *list)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < list->n; i++)
		buf_fmt(&b, "%s%.*s", i ? "; " : "", SF(list->at[i]));
	return buf_str(&b);
}

static enum ink ink_of(const struct deadline *d, enum status s)
{
	if (s == STATUS_DONE)
		return INK_FAINT;
	return d->state == DEADLINE_LATE ? INK_ERROR : d->state == DEADLINE_TODAY || d->state == DEADLINE_SOON ? INK_WARNING : INK_PLAIN;
}

static str state_words(struct arena *a, enum status s, int percent)
{
	str words = str_c(s ? state_vi(s) : "chưa có tiến độ");
	return percent < 0 ? words : str_fmt(a, "%.*s %d%%", SF(words), percent);
}

static void put_due(struct page *p, int indent, const struct plan_remedy *m)
{
	static const char label[] = "Thời hạn";
	if (m->term.kind == DUE_NONE && !m->due_text.n) {
		line(p, indent, label, S("chưa có"));
		return;
	}
	str said = str_fmt(p->a, "%.*s ", SF(m->due_text)), state = str_fmt(p->a, "(%.*s)", SF(deadline_vi(p->a, &m->deadline)));
	if (m->state == STATUS_DONE) {
		line(p, indent, label, m->due_text);
		return;
	}
	buf_fmt(&p->b, "%*s%s%*s%.*s", indent, "", label, LABEL - layout_width(str_c(label)), "", SF(layout_safe(p->a, said)));
	layout_ink(&p->b, p->y, ink_of(&m->deadline, m->state), state);
	buf_put(&p->b, S("\n"));
}

/* Nothing that a document said is lost: it stands beside what the record has. id 0: of any. */
static void put_otherwise(struct page *p, int indent, const char *of, int64_t id)
{
	const char *label = "Văn bản ghi khác";
	for (size_t i = 0; i < p->otherwise->n; i++) {
		const struct otherwise *o = &p->otherwise->at[i];
		if (!str_eq(o->of, str_c(of)) || (id && o->id != id))
			continue;
		str place = place_in(p->a, o->number, o->file, o->at);
		line(p, indent, label, str_fmt(p->a, "%s: %.*s (%.*s)", log_label(o->of, o->field.p), SF(o->printed), SF(place)));
		label = "";
	}
}

static void put_remedy(struct page *p, const struct plan_remedy *m, bool again)
{
	str name = str_fmt(p->a, "G%lld ", (long long)m->id);
	buf_fmt(&p->b, "%*s", INDENT + 2, "");
	layout_ink(&p->b, p->y, INK_BOLD, name);
	layout_para(&p->b, p->y, again ? str_fmt(p->a, "%.*s (như trên)", SF(layout_cut(p->a, m->text, LABEL * 3))) : m->text,
	            INDENT + 2 + layout_width(name), DEEP);
	if (again)
		return;
	line(p, DEEP, "Chủ trì", m->lead.n ? m->lead : S("chưa có"));
	line(p, DEEP, "Phối hợp", joined(p->a, &m->supports));
	line(p, DEEP, "Người phụ trách", m->person);
	put_due(p, DEEP, m);
	line(p, DEEP, "Công sức", m->effort);
	line(p, DEEP, "Điểm dự kiến", at_points(p->a, m->expected));
	str on = m->reviewed.year ? str_fmt(p->a, " ngày %s", day_vi(p->a, m->reviewed).p) : S("");
	line(p, DEEP, "Tiến độ", str_fmt(p->a, "%.*s%.*s%s%.*s", SF(state_words(p->a, m->state, m->percent)), SF(on), m->told.n ? ": " : "", SF(m->told)));
	if (m->evidence)
		line(p, DEEP, "Minh chứng", str_fmt(p->a, "%d", m->evidence));
	put_otherwise(p, DEEP, "remedy", m->id);
}

static void put_finding_head(struct page *p, const struct plan_finding *f)
{
	str name = str_fmt(p->a, "T%lld ", (long long)f->id);
	layout_ink(&p->b, p->y, INK_BOLD, name);
	str what = f->code.n ? str_fmt(p->a, "%.*s %.*s", SF(f->code), SF(f->name)) : str_fmt(p->a, "(%s) %.*s", origin_vi(f->origin), SF(f->text));
	str score = score_words(p->a, f->points, f->max, f->lost);
	layout_para(&p->b, p->y, str_fmt(p->a, "%.*s%s%.*s%s", SF(what), score.n ? " — " : "", SF(score), f->mended ? " — đã khắc phục" : ""),
	            layout_width(name), INDENT);
	if (f->code.n)
		line(p, INDENT, "Tồn tại", f->text);
	line(p, INDENT, "Nguyên nhân", f->cause);
	line(p, INDENT, "Ghi chú", f->note);
	if (f->evidence)
		line(p, INDENT, "Minh chứng", str_fmt(p->a, "%d", f->evidence));
	put_otherwise(p, INDENT, "finding", f->id);
}

static const struct plan_field *field_of(const struct plan *p, str code)
{
	for (str top = code_top(code);; top = code_field(top)) {
		for (size_t i = 0; i < p->fields.n; i++)
			if (str_eq(p->fields.at[i].code, top))
				return &p->fields.at[i];
		if (str_eq(top, code_field(top)))
			return NULL;
	}
}

static void put_counts(struct page *p, const struct plan *plan)
{
	size_t done = 0, late = 0, bare = 0, none = 0;
	for (size_t i = 0; i < plan->remedies.n; i++) {
		const struct plan_remedy *m = &plan->remedies.at[i];
		done += m->state == STATUS_DONE;
		late += m->state != STATUS_DONE && m->deadline.state == DEADLINE_LATE;
	}
	for (size_t i = 0; i < plan->findings.n; i++) {
		bare += !plan->findings.at[i].remedies.n;
		none += !plan->findings.at[i].evidence;
	}
	buf_fmt(&p->b, "\n%zu tồn tại, %zu giải pháp: %zu đã hoàn thành, %zu quá hạn; %zu tồn tại chưa có giải pháp, %zu chưa có minh chứng.\n", plan->findings.n,
	        plan->remedies.n, done, late, bare, none);
	if (plan->doubt)
		buf_fmt(&p->b, "Lưu ý: %s, hạn tính theo ngày làm việc có thể lệch.\n", holidays_doubt_vi(p->a, holidays_vn(), plan->doubt).p);
}

str plan_text(struct arena *a, const struct plan *plan, const struct layout *y)
{
	struct page p = { a, buf_open(a), y, &plan->otherwise };
	bool *shown = make_n(a, bool, plan->remedies.n + 1);
	const struct plan_field *open = NULL;
	bool loose = false;
	title(&p, str_fmt(a, "%.*s — khắc phục tồn tại, hạn chế năm %d", SF(plan->unit), plan->year));
	if (plan->ended.year) {
		str heirs = joined(a, &plan->heirs);
		line(&p, INDENT, "Đơn vị", str_fmt(a, "đã kết thúc từ ngày %s%s%.*s", day_vi(a, plan->ended).p, heirs.n ? "; tiếp nhận: " : "", SF(heirs)));
	}
	line(&p, INDENT, "Kế hoạch", !plan->version ? S("chưa ban hành") :
	     str_fmt(a, "%.*s, bản %d%s%s", SF(plan->number.n ? plan->number : S("(chưa có số)")), plan->version, plan->issued.year ? ", ngày " : "",
	             day_vi(a, plan->issued).p));
	line(&p, INDENT, "Tên", plan->title);
	str rank = plan->rank ? str_fmt(a, ", xếp hạng %d%s", plan->rank, plan->group_size ? str_fmt(a, "/%d", plan->group_size).p : "") : S("");
	line(&p, INDENT, "Chỉ số", str_fmt(a, "%.*s%.*s", SF(score_words(a, plan->points, plan->max, plan->lost)), SF(rank)));
	put_otherwise(&p, INDENT, "result", 0);
	for (size_t i = 0; i < plan->findings.n; i++) {
		const struct plan_finding *f = &plan->findings.at[i];
		const struct plan_field *d = f->code.n ? field_of(plan, f->code) : NULL;
		buf_put(&p.b, S("\n"));
		if (d && d != open) {
			str score = score_words(a, d->points, d->max, d->lost);
			title(&p, str_fmt(a, "Lĩnh vực %.*s. %.*s%s%.*s", SF(d->code), SF(d->name), score.n ? " — " : "", SF(score)));
			if (d->id)
				put_otherwise(&p, INDENT, "field_result", d->id);
		} else if (!f->code.n && !loose)
			title(&p, S("Không gắn với tiêu chí"));
		open = d ? d : open;
		loose |= !f->code.n;
		put_finding_head(&p, f);
		for (size_t k = 0; k < f->remedies.n; k++) {
			put_remedy(&p, &plan->remedies.at[f->remedies.at[k]], shown[f->remedies.at[k]]);
			shown[f->remedies.at[k]] = true;
		}
	}
	for (size_t i = 0, first = 1; i < plan->remedies.n; i++)
		if (!shown[i]) {
			buf_put(&p.b, first ? S("\n") : S(""));
			if (first)
				title(&p, S("Giải pháp chưa gắn với tồn tại"));
			first = 0;
			put_remedy(&p, &plan->remedies.at[i], false);
		}
	put_counts(&p, plan);
	return buf_str(&p.b);
}

/* -- one finding -------------------------------------------------------------------------------------- */

static void put_progress(struct page *p, const struct progress_row *g)
{
	str who = g->who.n ? str_fmt(p->a, ", %.*s", SF(g->who)) : S(""), of = g->remedy ? str_fmt(p->a, " G%lld", (long long)g->remedy) : S("");
	str measure = g->measure.n ? str_fmt(p->a, ", %.*s", SF(g->measure)) : S("");
	line(p, INDENT, day_vi(p->a, g->on).p, str_fmt(p->a, "%.*s%.*s%.*s%.*s%s%.*s", SF(state_words(p->a, g->state, g->percent)), SF(measure), SF(of), SF(who),
	                                             g->text.n ? ": " : "", SF(g->text)));
}

str finding_text(struct arena *a, const struct finding_page *f, const struct layout *y)
{
	struct page p = { a, buf_open(a), y, &f->otherwise };
	title(&p, str_fmt(a, "%.*s, năm %d, nguồn: %s (bản %d)", SF(f->unit), f->year, origin_vi(f->finding.origin), f->finding.revision));
	put_finding_head(&p, &f->finding);
	for (size_t i = 0; i < f->measures.n; i++)
		line(&p, INDENT, i ? "" : "Số liệu", f->measures.at[i]);
	for (size_t i = 0; i < f->remedies.n; i++) {
		put_remedy(&p, &f->remedies.at[i], false);
		line(&p, DEEP, "Bản", str_fmt(a, "%d", f->remedies.at[i].revision));
	}
	if (f->progress.n)
		part(&p, S("Tiến độ"));
	for (size_t i = 0; i < f->progress.n; i++)
		put_progress(&p, &f->progress.at[i]);
	if (f->evidence.n)
		part(&p, S("Minh chứng"));
	for (size_t i = 0; i < f->evidence.n; i++) {
		const struct evidence_row *v = &f->evidence.at[i];
		line(&p, INDENT, str_fmt(a, "M%lld", (long long)v->id).p,
		     str_fmt(a, "%.*s%s%.*s%s%.*s", SF(v->title), v->number.n ? ", số " : "", SF(v->number), v->pointer.n ? ", " : "", SF(v->pointer)));
	}
	if (f->history.n)
		part(&p, S("Lịch sử"));
	for (size_t i = 0; i < f->history.n; i++) {
		const struct change_row *c = &f->history.at[i];
		line(&p, INDENT, change_when(a, c->at).p, str_fmt(a, "%.*s, %s%lld: %.*s", SF(c->who), str_eq(c->entity, S("finding")) ? "T" : "G", (long long)c->id,
		                                                SF(c->words)));
	}
	return buf_str(&p.b);
}

/* -- what is due -------------------------------------------------------------------------------------- */

str due_text(struct arena *a, const struct due_page *d, const struct layout *y)
{
	static const struct column columns[] = { { "", false, 0 }, { "Hạn", false, 0 }, { "Còn", false, 0 }, { "Đơn vị", false, 2 }, { "TC", false, 0 },
		                                 { "Giải pháp", false, 4 }, { "Chủ trì", false, 2 }, { "Phụ trách", false, 1 }, { "Tiến độ", false, 1 } };
	struct buf b = buf_open(a);
	struct table t = { .columns = columns, .n = COUNT(columns), .lines = CELL_LINES };
	for (size_t i = 0; i < d->rows.n; i++) {
		const struct due_row *r = &d->rows.at[i];
		const str cells[COUNT(columns)] = { str_fmt(a, "G%lld", (long long)r->id), day_vi(a, r->due), deadline_vi(a, &r->deadline),
		                                    r->unit, r->code, r->text,
			                            r->lead, r->person, state_words(a, r->state, r->percent) };
		for (size_t k = 0; k < COUNT(cells); k++)
			*vec_add(a, &t.cells) = cells[k];
	}
	if (d->rows.n)
		layout_table(&b, y, &t);
	long long pages = (long long)((d->total + DUE_PAGE - 1) / DUE_PAGE);
	if (!d->total)
		buf_put(&b, S("Không có giải pháp nào đến hạn.\n"));
	else
		buf_fmt(&b, "%sTrang %d/%lld: %lld giải pháp đến hạn, %lld đã quá hạn (tính đến %s).\n", d->rows.n ? "\n" : "", d->page, pages,
		        (long long)d->total, (long long)d->late, day_vi(a, d->today).p);
	return buf_str(&b);
}
