#include "extract/fill.h"

struct holder holder_of_criterion(struct criterion *c)
{
	return (struct holder){ &c->lead, &c->support, &c->due, &c->remedies, &c->cause, &c->reason, &c->note, &c->progress };
}

struct holder holder_of_field(struct field *d)
{
	return (struct holder){ .lead = &d->lead, .support = &d->support, .due = &d->due, .remedies = &d->remedies };
}

enum { TEXT_MAX = 16 * 1024 };           /* of one criterion: longer ones are not written by people */

str append(struct cx *x, str had, str more)
{
	if (!more.n || !had.n || had.n > TEXT_MAX)
		return had.n ? had : more;
	return str_fmt(x->a, "%.*s\n%.*s", SF(had), SF(more));
}

str full_stop(str s)
{
	s = trim_marks(s);
	while (s.n && strchr("./;, ", s.p[s.n - 1]))
		s.n--;
	return s;
}

void fill_support(struct cx *x, strs *to, str text)
{
	text = full_stop(one_line(x->a, text));
	struct fold f = fold_open(x->a, text);
	size_t from = 0, depth = 0;
	for (size_t i = 0; i <= f.text.n; i++) {
		char c = i < f.text.n ? f.text.p[i] : ';';
		depth += c == '(';
		depth -= c == ')' && depth;
		bool cut = i == f.text.n || c == ';';
		if (c == ',' && !depth) {
			/* "Các cán bộ, công chức": one thing; "Phòng A, Phòng B": two */
			size_t k = i + 1;
			while (k < f.text.n && f.text.p[k] == ' ')
				k++;
			size_t byte = k < f.text.n ? f.at[k] : 0;
			cut = k < f.text.n && (char_is_upper(utf8_next(f.src, &byte)) ||
			                       pat_has(x->ps, "^(?:phong|ban|trung tam|van phong|don vi truc thuoc|cac phong|cac don vi|so|thanh tra|bo phan|chi cuc|ubnd)\\b", str_sub(f.text, k, f.text.n)));
		}
		if (!cut || (depth && i < f.text.n))
			continue;
		str one = full_stop(fold_src(&f, from, i));
		if (one.n)
			*vec_add(x->a, to) = one;
		from = i + 1;
	}
}

static void read_lead(struct cx *x, str text, struct said *ret)
{
	struct match m;
	struct fold f = fold_open(x->a, one_line(x->a, text));
	str t = f.text;
	if (pat_find(x->ps, "^(.+?) ?\\( ?chu tri ?\\)(?:[,;.]? ?(.+?) ?\\( ?phoi hop ?\\))?[.;]?$", t, 0, &m)) {
		ret->lead = full_stop(fold_src(&f, m.at[1].from, m.at[1].to));
		if (match_has(&m, 2))
			fill_support(x, &ret->support, fold_src(&f, m.at[2].from, m.at[2].to));
		return;
	}
	if (pat_find(x->ps, "^(?:(?:(?:don vi|co quan|bo phan) )?chu tri ?: ?)?(.+?) ?\\( ?(?:(?:don vi|co quan|bo phan) )?phoi hop ?(?::|voi|cung) ?([^()]+)\\)[.;]?$", t, 0, &m) ||
	    pat_find(x->ps, "^(?:(?:(?:don vi|co quan|bo phan) )?chu tri ?: ?)?(.+?)[;,. ]+(?:(?:don vi|co quan|bo phan) )?phoi hop ?: ?(.+)$", t, 0, &m) ||
	    pat_find(x->ps, "^(.+?) (?:la don vi )?chu tri ?[,;.]?(?: va)? (?:phoi hop (?:cung |voi )?)?(.+?)(?: phoi hop)?[.;]?$", t, 0, &m)) {
		ret->lead = full_stop(fold_src(&f, m.at[1].from, m.at[1].to));
		fill_support(x, &ret->support, fold_src(&f, m.at[2].from, m.at[2].to));
		return;
	}
	if (pat_find(x->ps, "^(?:(?:don vi|co quan|bo phan) )?chu tri ?:? (.+)$|^(.+?) (?:la don vi )?chu tri[.;]?$", t, 0, &m)) {
		int g = match_has(&m, 1) ? 1 : 2;
		ret->lead = full_stop(fold_src(&f, m.at[g].from, m.at[g].to));
		return;
	}
	ret->lead = full_stop(f.src);
}

/* What was said with this text; new: nothing yet. */
static struct said *said_with(struct cx *x, struct sayings *s, str text, bool *new)
{
	size_t i = codes_find(&s->by_text, text);
	*new = i == NO_INDEX;
	if (!*new)
		return &s->said.at[i];
	codes_add(x->a, &s->by_text, text, s->said.n);
	return vec_add(x->a, &s->said);
}

void fill_lead(struct cx *x, struct holder *h, str text)
{
	bool new;
	struct said *s = said_with(x, &x->leads, text, &new);
	if (new)
		read_lead(x, text, s);
	*h->lead = s->lead;
	for (size_t i = 0; i < s->support.n; i++)
		*vec_add(x->a, h->support) = s->support.at[i];
}

/* Words that are no deadline keep their text where a deadline belongs. */
static struct due due_or_words(struct cx *x, struct flow *w)
{
	struct due d = due_parse(x->a, x->ps, flow_folded(x->a, w), x->year);
	return d.text.n ? d : (struct due){ .text = full_stop(one_line(x->a, w->text)), .source = flow_start(w) };
}

/* A text of one run stands in one place, wherever in it the deadline is. */
static struct due read_due(struct cx *x, struct flow *w)
{
	bool new;
	if (w->marks.n > 1)
		return due_or_words(x, w);
	struct said *s = said_with(x, &x->dues, w->text, &new);
	if (new)
		s->due = due_or_words(x, w);
	else
		s->due.source = flow_start(w);
	return s->due;
}

/* Each line or item of the text is one remedy; "-" and "+" before it are layout. */
static void add_lines(struct cx *x, strs *to, str text)
{
	for (size_t from = 0, end; from < text.n; from = end + 1) {
		end = str_find(text, S("\n"), from);
		str one = str_trim(str_sub(text, from, end));
		while (one.n && strchr("-+*• ", one.p[0]))
			one = str_sub(one, 1, one.n);
		one = one_line(x->a, one);
		if (one.n)
			*vec_add(x->a, to) = one;
	}
}

/* A lone dash, whatever spaces stand about it: the cell says nothing. */
static bool is_dash(str text)
{
	size_t dashes = 0;
	for (size_t at = 0; at < text.n;) {
		char c = fold_char(utf8_next(text, &at));
		if (c != '-' && c != ' ')
			return false;
		dashes += c == '-';
	}
	return dashes == 1;
}

/* A cell whose lines have labels of their own: "Chủ trì: A" / "Phối hợp: B" / "Thời gian: C". */
static bool fill_labelled(struct cx *x, struct holder *h, const struct flow *w)
{
	str t = w->fold.text;
	size_t from = 0, len, labelled = 0;
	struct match m;
	for (size_t i = 0; i <= t.n; i++) {
		if (i < t.n && w->text.p[w->fold.at[i]] != '\n')
			continue;
		size_t at = from;
		while (at < i && strchr(" -+*", t.p[at]))
			at++;
		bool label = at < i && pat_at(x->ps, "[a-z ]{3,40}: ?", t, at, &m) && m.at[0].to <= i;
		enum role r = label ? column_role(x->ps, t, at, &len) : ROLE_NONE;
		if (r == ROLE_lead || r == ROLE_support || r == ROLE_due) {
			struct flow part = flow_sub(x->a, w, m.at[0].to, i);
			fill(x, h, r, &part);
			labelled++;
		}
		from = i + 1;
	}
	return labelled > 0;
}

void fill(struct cx *x, struct holder *h, enum role role, struct flow *w)
{
	bool units = role == ROLE_lead || role == ROLE_support || role == ROLE_doer || role == ROLE_due;
	bool lines = w->text.n && memchr(w->text.p, '\n', w->text.n) && memchr(w->text.p, ':', w->text.n);
	if (units && lines && fill_labelled(x, h, flow_folded(x->a, w)))
		return;
	str text = str_trim(w->text);
	if (!text.n || is_dash(text))
		return;
	switch (role) {
	case ROLE_remedy: add_lines(x, h->remedies, w->text); break;
	case ROLE_lead:
		if (!h->lead->n)
			fill_lead(x, h, text);
		break;
	case ROLE_support: fill_support(x, h->support, text); break;
	case ROLE_doer:
		/* who does a thing is its lead only where the words say so (facts.md) */
		if (!h->lead->n && pat_has(x->ps, "chu tri", flow_folded(x->a, w)->fold.text))
			fill_lead(x, h, text);
		break;
	case ROLE_due:
		if (h->due->kind == DUE_NONE) {
			struct due d = read_due(x, w);
			*h->due = d.kind != DUE_NONE || !h->due->text.n ? d : *h->due;
		}
		break;
	case ROLE_cause:
		if (h->cause)
			*h->cause = append(x, *h->cause, one_line(x->a, text));
		break;
	case ROLE_reason: case ROLE_finding:
		if (h->reason)
			*h->reason = append(x, *h->reason, one_line(x->a, text));
		break;
	case ROLE_note: case ROLE_evidence:
		if (h->note)
			*h->note = append(x, *h->note, one_line(x->a, text));
		break;
	case ROLE_progress:
		if (h->progress) {
			h->progress->text = append(x, h->progress->text, one_line(x->a, text));
			h->progress->status = status_of(x->a, x->ps, h->progress->text);
			h->progress->source = h->progress->source.line ? h->progress->source : flow_start(w);
		}
		break;
	case ROLE_NONE: case ROLE_ordinal: case ROLE_code: case ROLE_name: case ROLE_max: case ROLE_self: case ROLE_points:
	case ROLE_lost: case ROLE_rate: case ROLE_rule: case ROLE_appraiser:
		break;
	}
}

struct criterion *find_criterion(struct cx *x, str code)
{
	size_t i = codes_find(&x->criteria, code);
	return i == NO_INDEX ? NULL : &x->f->criteria.at[i];
}

struct criterion *take_criterion(struct cx *x, str code)
{
	struct criterion *c = find_criterion(x, code);
	if (c)
		return c;
	codes_add(x->a, &x->criteria, code, x->f->criteria.n);
	c = vec_add(x->a, &x->f->criteria);
	*c = (struct criterion){ .code = code, .leaf = true };
	return c;
}

struct field *take_field(struct cx *x, str code)
{
	struct field *d = facts_field(x->f, code);
	if (d)
		return d;
	d = vec_add(x->a, &x->f->fields);
	*d = (struct field){ .code = code };
	return d;
}
