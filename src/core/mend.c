#include "core/mend.h"
#include "core/ratio.h"
#include "core/wording.h"

str sum_name(struct arena *a, const struct sum *s)
{
	if (s->is_total)
		return s->of == SUM_MAX      ? S("tổng điểm tối đa")
		       : s->of == SUM_POINTS ? S("tổng điểm đạt")
		                             : S("tổng số điểm bị trừ");
	return str_fmt(a, "%s %.*s", s->is_field ? "lĩnh vực" : "tiêu chí", SF(s->where));
}

static str total_name(struct arena *a, const struct sum *s)
{
	return s->is_total ? sum_name(a, s) : str_fmt(a, "tổng %.*s", SF(sum_name(a, s)));
}

static const struct sum *judged(const struct sums *s, size_t i)
{
	return i != NO_INDEX && s->at[i].parts.n ? &s->at[i] : NULL;
}

static bool holds(const struct sum *s) { return s->state == SUM_HOLDS || s->state == SUM_ROUNDED; }

static bool holds_with(const struct facts *f, const struct sum *s, bool is_field, size_t index, struct exact lost)
{
	struct exact now = is_field ? field_lost(&f->fields.at[index]) : criterion_lost(&f->criteria.at[index]);
	return figure_is(s->printed, exact_add(exact_sub(s->computed, now), lost));
}

/* A field's figure is a part of the total, and a total itself over its criteria. */
static const struct sum *own_sum(const struct sums *s, bool is_field, size_t index)
{
	return is_field ? judged(s, s->own_of_field[index]) : NULL;
}

static const struct sum *over_sum(const struct sums *s, bool is_field, size_t index)
{
	return judged(s, is_field ? s->over_field[index] : s->over_criterion[index]);
}

str mend_agrees(struct arena *a, const struct facts *f, const struct sums *s, bool is_field, size_t index,
                struct exact lost)
{
	const struct sum *own = own_sum(s, is_field, index), *over = over_sum(s, is_field, index);
	struct buf b = buf_open(a);
	if (own && !holds(own) && !exact_cmp(own->computed, lost))
		buf_fmt(&b, "các mục của %.*s cộng lại cũng khớp", SF(sum_name(a, own)));
	if (over && !holds(over) && holds_with(f, over, is_field, index, lost))
		buf_fmt(&b, "%s%.*s khớp %.*s", b.n ? " và " : "", SF(total_name(a, over)),
		        SF(say_printed(a, over->printed)));
	return buf_str(&b);
}

str mend_breaks(struct arena *a, const struct facts *f, const struct sums *s, bool is_field, size_t index,
                struct exact lost)
{
	const struct sum *own = own_sum(s, is_field, index), *over = over_sum(s, is_field, index);
	struct buf b = buf_open(a);
	if (own && holds(own) && exact_cmp(own->computed, lost))
		buf_fmt(&b, "các mục của %.*s", SF(sum_name(a, own)));
	if (over && holds(over) && !holds_with(f, over, is_field, index, lost))
		buf_fmt(&b, "%s%.*s", b.n ? " và " : "", SF(total_name(a, over)));
	return buf_str(&b);
}

static bool agrees(const struct sum *s, const struct sum_part *p, struct exact lost)
{
	return exact_defined(lost) && exact_cmp(lost, p->value) &&
	       figure_is(s->printed, exact_add(exact_sub(s->computed, p->value), lost));
}

static str difference_words(struct arena *a, struct figure max, struct figure points)
{
	return str_fmt(a, "%.*s − %.*s", SF(figure_vi(a, max)), SF(figure_vi(a, points)));
}

static str part_explains(struct arena *a, const struct facts *f, const struct sum *s, const struct sum_part *p)
{
	const struct field *d = p->is_field ? &f->fields.at[p->index] : NULL;
	const struct criterion *c = p->is_field ? NULL : &f->criteria.at[p->index];
	struct figure max = d ? d->max : c->max, points = d ? d->points : c->points;
	str code = d ? d->code : c->code;
	struct exact lost = difference_of(max, points);
	if (agrees(s, p, lost))
		return str_fmt(a, "nếu dòng %.*s là %.*s (= %.*s) thì khớp", SF(code), SF(say(a, lost)),
		               SF(difference_words(a, max, points)));
	const struct ratio *by = c ? f->sums->ratios[p->index] : NULL;
	if (!by)
		return S("");
	struct figure mended = exact_round(exact_of(by->points), points.scale);
	if (!agrees(s, p, difference_of(max, mended)))
		return S("");
	if (by->formula)
		return str_fmt(a, "nếu dòng %.*s đạt %.*s điểm (%.*s) thì khớp", SF(code), SF(figure_vi(a, mended)), SF(by->words));
	return str_fmt(a, "nếu dòng %.*s đạt %.*s điểm (= %.*s × %.*s) thì khớp", SF(code),
	               SF(figure_vi(a, mended)), SF(by->words), SF(figure_vi(a, max)));
}

str mend_explains(struct arena *a, const struct facts *f, const struct sum *s)
{
	for (size_t i = 0; s->of == SUM_LOST && i < s->parts.n; i++) {
		str found = part_explains(a, f, s, &s->parts.at[i]);
		if (found.n)
			return found;
	}
	return S("");
}
