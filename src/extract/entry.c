#include "extract/entry.h"

enum { WORDS_MAX = 100, VERB_MAX = 40 };  /* before the stroke: "chỉ được thẩm định điểm: 0,25 điểm /"; before the figure */

#define NUM "\\d{1,3}(?:[.,]\\d{1,9})?"

struct figure figure_in(const struct flow *w, size_t from, size_t to)
{
	return from == PAT_NONE ? (struct figure){ 0 } : figure_parse(flow_text(w, from, to));
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* The next "tiêu chí 1", "mục số 2": where its words begin, and behind the first digit; t.n: none. By hand, for it is asked of every
 * text, and a pattern would be tried at every t, m and l. */
static size_t named_code(str t, size_t at, size_t *end)
{
	static const str words[] = { S("tieu chi thanh phan"), S("tieu chi"), S("tctp"), S("tc"), S("muc"), S("linh vuc") };
	for (size_t i = at; i < t.n; i++) {
		if (!is_digit(t.p[i]))
			continue;
		str before = str_sub(t, at, i);
		before.n -= str_ends(before, S(" "));
		before.n -= str_ends(before, S(" so")) ? 3 : 0;
		for (size_t k = 0; k < COUNT(words); k++)
			if (str_ends(before, words[k]))
				return *end = i + 1, at + before.n - words[k].n;
	}
	return t.n;
}

/* A criterion begins where its words have a capital and stand at the head of a cell, line, item or clause; or where a
 * dotted code stands at the head of a line. */
void entries_find(struct cx *x, const struct flow *w, entries *out)
{
	str t = w->fold.text;
	struct match m;
	for (size_t at = 0, end, word; (word = named_code(t, at, &end)) < t.n;) {
		str above = str_sub(t, at, word);
		size_t back = str_ends(above, S("doi voi cac ")) ? 12 : str_ends(above, S("doi voi ")) ? 8 : 0;
		size_t hit = word - back, from, to, n = criterion_span(x->ps, t, hit, &from, &to);
		at = end;
		size_t byte = w->fold.at[hit];
		if (!n || !char_is_upper(utf8_next(w->text, &byte)))
			continue;
		size_t before = hit;
		while (before && strchr(" -+*", t.p[before - 1]))
			before--;
		bool line = !before || w->text.p[w->fold.at[hit - 1]] == '\n';
		for (size_t k = before; k < hit; k++)
			line = line || w->text.p[w->fold.at[k]] == '\n';
		if (before && !line && !strchr(":;.", t.p[before - 1]) &&
		    !pat_has(x->ps, "(?:doi voi|^(?:\\d+|[a-z])[.)]?)$", str_sub(t, before > 12 ? before - 12 : 0, before)))
			continue;
		if (pat_has(x->ps, "(?:ly do|nguyen nhan) ?:$", str_sub(t, before > 14 ? before - 14 : 0, before)))
			continue;                          /* a reason that names another criterion */
		struct entry_at *e = vec_add(x->a, out);
		*e = (struct entry_at){ hit, from, to, hit + n };
		at = hit + n;
	}
	if (out->n)
		return;
	for (size_t line = 0; line < t.n;) {
		size_t k = line, n;
		while (k < t.n && strchr(" -+*", t.p[k]))
			k++;
		if ((n = code_span(t, k)) && memchr(t.p + k, '.', n) && pat_at(x->ps, "[.:)]? ?-?(?=[ a-z\"])", t, k + n, &m)) {
			size_t text = m.at[0].to;
			size_t byte = w->fold.at[text < t.n && t.p[text] == ' ' ? text + 1 : text];
			if (text < t.n && char_is_upper(utf8_next(w->text, &byte)))
				*vec_add(x->a, out) = (struct entry_at){ line, k, k + n, text };
		}
		while (line < t.n && w->text.p[w->fold.at[line]] != '\n')
			line++;
		line++;
	}
}

static size_t before_spaces(str t, size_t at)
{
	while (at && t.p[at - 1] == ' ')
		at--;
	return at;
}

/* Who says it, just before the points: no part of the name. */
static size_t before_points(struct cx *x, const struct flow *w, str t, size_t from, size_t at)
{
	struct match m;
	str s = str_sub(t, from, at);
	/* "…: Sở Ngoại vụ [được 0.5/2 điểm]" */
	if (pat_find(x->ps, "[:;,.] *(?:so|ubnd|uy ban|xa|phuong|van phong|ban|don vi|huyen|thanh tra|chi cuc|cuc|dac khu|trung tam)(?: [a-z,-]+){0,9} *$", s, 0, &m)) {
		size_t byte = m.at[0].from + 1;
		while (byte < s.n && s.p[byte] == ' ')
			byte++;
		size_t src = w->fold.at[from + byte];
		if (char_is_upper(utf8_next(w->text, &src)))
			return from + m.at[0].from;
	}
	size_t cut = s.n;
	if (pat_find(x->ps, "(?<![a-z])(?:(?:duoc )?(?:hoi dong|doan|to|co quan|so noi vu|ket qua) ?(?:tham dinh|kiem tra|danh gia|cham)[a-z ]{0,30}|(?:so|ubnd|uy ban|xa|phuong|van phong|ban|don vi|huyen)(?: [a-z]+){0,6} (?:duoc|dat)|(?:duoc )?(?:danh gia|tham dinh|cham)(?: diem)?|ket qua|diem)(?: ?:)? *$", s, 0, &m))
		cut = m.at[0].from;
	else
		cut = before_spaces(s, cut), cut -= cut && s.p[cut - 1] == ':';
	size_t mark = before_spaces(s, cut);
	return from + (mark && strchr(",;:.-(\"", s.p[mark - 1]) ? mark - 1 : cut);
}

void entry_points(struct cx *x, const struct flow *w, size_t from, size_t end, struct entry *e, size_t *name_end)
{
	str t = str_sub(w->fold.text, 0, end);
	struct match m, k;
	size_t begin = end, after = end, slash = str_find(t, S("/"), from), near = slash > from + WORDS_MAX ? slash - WORDS_MAX : from;
	if (slash < t.n && pat_find(x->ps, "(?<![\\d/,.])(" NUM ")( ?(?:diem|d)?) ?/ ?(" NUM ")(?![\\d/]|[.,]\\d)( ?(?:diem|d)\\b)?", t, near, &m)) {
		size_t first = m.at[1].from > near + VERB_MAX ? m.at[1].from - VERB_MAX : near;
		str ahead = str_sub(t, first, m.at[1].from);           /* after the figures, which are found faster alone */
		if (pat_find(x->ps, "(?:chi |moi )?(?:dat|duoc|cham|danh gia|tham dinh|la|con)(?: duoc| muc| diem)?:? +$", ahead, 0, &k))
			m.at[0].from = first + k.at[0].from;
		for (;;) {
			/* "8/9 hồ sơ" is no a/b of points: the words "đạt", "điểm" make it one */
			bool said = m.at[0].from < m.at[1].from || (match_has(&m, 4) && m.at[4].to > m.at[4].from) ||
			            m.at[2].to > m.at[2].from;
			struct figure p = figure_in(w, m.at[1].from, m.at[1].to), q = figure_in(w, m.at[3].from, m.at[3].to);
			bool fits = p.present && q.present && exact_cmp(exact_of(p), exact_of(q)) <= 0 && q.digits > 0;
			bool unit = pat_at(x->ps, " (?!diem|do|ly|dat|vi|bi|nam|tru|con|chua|so)[a-z]{2,}", t, m.at[0].to, &k) && !(match_has(&m, 4) && m.at[4].to > m.at[4].from);
			bool percent = pat_at(x->ps, " ?%", t, m.at[0].to, &k);
			if (said && fits && !percent && !(unit && !pat_has(x->ps, "^(?:dat|duoc|cham|danh gia)", match_str(&m, 0, t)))) {
				if (!(unit && q.scale == 0 && p.scale == 0 && pat_at(x->ps, " (?:ho so|van ban|nhiem vu|tthc|cbcc|chi tieu|thu tuc|don vi|phieu|cong chuc|kien nghi|tieu chi|he thong)", t, m.at[0].to, &k)))
					break;
			}
			if (!pat_find(x->ps, "(?:(?:dat|duoc|cham|danh gia)(?: duoc| muc| diem)?:? +)?(?<![\\d/,.])(" NUM ")( ?(?:diem|d)?) ?/ ?(" NUM ")(?![\\d/]|[.,]\\d)( ?(?:diem|d)\\b)?", t, m.at[0].from + 1 > m.at[1].to ? m.at[0].from + 1 : m.at[1].to, &m)) {
				m.at[0].from = PAT_NONE;
				break;
			}
		}
		if (match_has(&m, 0)) {
			e->points = figure_in(w, m.at[1].from, m.at[1].to);
			e->max = figure_in(w, m.at[3].from, m.at[3].to);
			begin = m.at[0].from;
			after = m.at[0].to;
		}
	}
	if (!e->points.present && pat_find(x->ps, "(?:dat|duoc|cham)(?: duoc)? (" NUM ") ?(?:diem|d)?(?: tren| trong)(?: tong(?: so)?| toi da)? (" NUM ") ?(?:diem|d\\b)?", t, from, &m)) {
		e->points = figure_in(w, m.at[1].from, m.at[1].to);
		e->max = figure_in(w, m.at[2].from, m.at[2].to);
		begin = m.at[0].from;
		after = m.at[0].to;
	}
	if (!e->points.present && pat_find(x->ps, "\\(?(?:diem (?:toi da|chuan)|toi da):? ?(" NUM ")(?: ?(?:diem|d))?[,;)] ?(?:(?:so|xa|phuong|don vi|chi|huyen|ubnd|moi|ban|dac khu)(?: [a-z]+){0,4} )?(?:diem )?(?:tham dinh|dat(?: duoc)?|duoc|cham)[a-z ]{0,12}:? ?(" NUM ")(?: ?diem)?", t, from, &m)) {
		e->max = figure_in(w, m.at[1].from, m.at[1].to);
		e->points = figure_in(w, m.at[2].from, m.at[2].to);
		begin = m.at[0].from;
		after = m.at[0].to;
	}
	/* the deduction, beside the points or alone */
	if (pat_find(x->ps, "[(,;] ?(?:bi )?(?:tru|mat)(?: so)?(?: diem)?:? ?(-? ?" NUM ")(?: ?diem|d\\b)?\\)?|(?:bi )?(?:tru|mat) (-? ?" NUM ") ?(?:diem|d\\b)|\\( ?([-] ?" NUM ") ?(?:diem|d)? ?\\)|so diem bi tru:? ?(-? ?" NUM ")", t, from, &m)) {
		for (int g = 1; g <= 4; g++)
			if (match_has(&m, g)) {
				e->printed_lost = figure_in(w, m.at[g].from, m.at[g].to);
				if (after == end) {
					begin = m.at[0].from;
					after = m.at[0].to;
				} else if (m.at[0].from <= after + 3) {
					after = m.at[0].to;
				}
				break;
			}
	}
	/* a maximum without points: "(bị trừ 0,25 điểm, điểm tối đa 1,0 điểm)" */
	if (!e->max.present && e->printed_lost.present && pat_find(x->ps, "[(,;:]? ?(?:diem )?toi da:? ?(" NUM ")(?: ?(?:diem|d\\b))?\\)?", t, from, &m)) {
		e->max = figure_in(w, m.at[1].from, m.at[1].to);
		begin = m.at[0].from < begin ? m.at[0].from : begin;
		after = m.at[0].to > after ? m.at[0].to : after;
	}
	if (after < end || begin < end)
		e->points_source = flow_at(w, begin);
	/* "đạt 95.425%": the same as a rate */
	if (e->points.present && pat_at(x->ps, "[ ,;(]*(?:diem)?[ ,;(]*(?:dat|tuong duong|tuong ung|bang)(?: ty le| ti le)? ?(\\d{1,3}(?:[.,]\\d{1,4})?) ?%\\)?", t, after, &m)) {
		e->percent = figure_in(w, m.at[1].from, m.at[1].to);
		after = m.at[0].to;
	}
	*name_end = begin < end ? before_points(x, w, t, from, begin) : end;
	if (pat_at(x->ps, "[ ,;.:()\"-]*(?:diem|d\\b)?[ ,;.:()\"-]*", t, after, &m))
		after = m.at[0].to;
	/* the reason may stand before the points: "… do việc sắp xếp … đạt 0.25/0.50 điểm" */
	size_t why = PAT_NONE, why_end = end;
	if (pat_find(x->ps, "(?:^|[ .,;:(])((?:ly do|nguyen nhan)(?: tru diem)?:? ?|do )(?=\\S)", str_sub(t, from, *name_end), 0, &m)) {
		size_t at = from + m.at[1].from;
		if (pat_has(x->ps, "(?:^|[.,;:(\"] ?)$", str_sub(t, from, at)) || m.at[1].to - m.at[1].from > 3) {
			why = from + m.at[1].from;
			why_end = *name_end;
			*name_end = why;
		}
	}
	if (why == PAT_NONE && after < end) {
		why = after;
		if (pat_at(x->ps, "(?:ly do|nguyen nhan)(?: bi)?(?: tru)?(?: diem)? ?: ?", t, after, &m))
			why = m.at[0].to;
	}
	if (why != PAT_NONE) {
		e->reason = one_line(x->a, trim_marks(flow_text(w, why, why_end)));
		if (e->reason.n)
			e->reason_source = flow_at(w, why);
	}
}

struct entry entry_parse(struct cx *x, const struct flow *w, const struct entry_at *at, size_t end)
{
	struct entry e = { 0 };
	str t = w->fold.text;
	struct match m;
	e.code = code_clean(x->a, fold_src(&w->fold, at->code_from, at->code_to));
	e.source = flow_at(w, at->code_from);
	size_t text = at->text, name_end = end;
	while (text < t.n && strchr(" .:)\"-", t.p[text]))
		text++;
	/* "… Bị trừ các tiêu chí (cụ thể) sau:" belongs to what follows */
	size_t list;
	if (pat_find(x->ps, "[.,;]? ?(?:(?:bi )?(?:tru|mat) (?:diem )?(?:o )?(?:cac |(\\d{1,2}) )?tieu chi(?: thanh phan)?(?: cu the| nhu| sau|:)+|(?:cac )?tieu chi(?: thanh phan)? (?:bi tru|mat)(?: diem)?(?: cu the| nhu| sau| gom|:)+)", str_sub(t, 0, end), text, &m) &&
	    pat_has(x->ps, "sau|cu the|:", match_str(&m, 0, t))) {
		e.heads = true;
		list = m.at[0].from;
		for (size_t k = m.at[1].from; match_has(&m, 1) && k < m.at[1].to; k++)
			e.count = e.count * 10 + (t.p[k] - '0');
		e.count_source = flow_at(w, match_has(&m, 1) ? m.at[1].from : list);
	} else {
		list = end;
	}
	entry_points(x, w, text, list, &e, &name_end);
	str name = one_line(x->a, trim_marks(flow_text(w, text, name_end)));
	while (name.n && (name.p[name.n - 1] == '.' || name.p[name.n - 1] == '(' || name.p[name.n - 1] == ' '))
		name.n--;
	e.name = trim_marks(name);
	if (e.heads)
		e.reason = (str){ 0 };
	return e;
}
