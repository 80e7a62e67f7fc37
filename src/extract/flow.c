#include "extract/flow.h"

struct source source_of(struct place p)
{
	return (struct source){ .line = p.line, .page = p.page, .table = p.table, .row = p.row, .sure = p.sure };
}

struct flow flow_unfolded(struct arena *a, const struct node *n)
{
	struct flow w = { 0 };
	w.text = node_text(a, n, &w.marks);
	return w;
}

struct flow *flow_folded(struct arena *a, struct flow *w)
{
	if (!w->fold.at)
		w->fold = fold_open(a, w->text);
	return w;
}

struct flow flow_open(struct arena *a, const struct node *n)
{
	struct flow w = flow_unfolded(a, n);
	return *flow_folded(a, &w);
}

/* The mark in force at a byte offset: the last that begins at or before it. */
static size_t mark_at(const struct flow *w, size_t byte)
{
	size_t lo = 0, hi = w->marks.n;
	while (lo + 1 < hi) {
		size_t mid = (lo + hi) / 2;
		if (w->marks.at[mid].at <= byte)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

struct source flow_at(const struct flow *w, size_t from)
{
	if (!w->marks.n)
		return (struct source){ 0 };
	while (from < w->fold.text.n && w->fold.text.p[from] == ' ')
		from++;
	size_t i = from < w->fold.text.n ? from : w->fold.text.n ? w->fold.text.n - 1 : 0;
	return source_of(w->marks.at[mark_at(w, w->fold.at[i])].from);
}

struct source flow_start(const struct flow *w)
{
	if (!w->marks.n)
		return (struct source){ 0 };
	size_t byte = 0;
	for (size_t at = 0; at < w->text.n;) {
		byte = at;
		if (fold_char(utf8_next(w->text, &at)) != ' ')
			break;
	}
	return source_of(w->marks.at[mark_at(w, byte)].from);
}

str flow_text(const struct flow *w, size_t from, size_t to)
{
	return str_trim(fold_src(&w->fold, from, to));
}

struct flow flow_sub(struct arena *a, const struct flow *w, size_t from, size_t to)
{
	struct flow s = { 0 };
	from = from > w->fold.text.n ? w->fold.text.n : from;
	to = to > w->fold.text.n ? w->fold.text.n : to < from ? from : to;
	size_t byte = w->fold.at[from], end = w->fold.at[to];
	s.text = str_sub(w->text, byte, end);
	s.fold = fold_sub(a, &w->fold, from, to);
	for (size_t i = w->marks.n ? mark_at(w, byte) : 0; i < w->marks.n && w->marks.at[i].at < end; i++) {
		struct text_mark *m = vec_add(a, &s.marks);
		m->at = w->marks.at[i].at > byte ? w->marks.at[i].at - byte : 0;
		m->from = w->marks.at[i].from;
	}
	return s;
}

/* Nearly all are so already. */
static bool is_one_line(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\n' || s.p[i] == '\t' || (s.p[i] == ' ' && s.p[i + 1] == ' '))
			return false;
	return true;
}

str one_line(struct arena *a, str s)
{
	s = str_trim(s);
	if (is_one_line(s))
		return s;
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n;) {
		size_t k = i;
		while (k < s.n && s.p[k] != ' ' && s.p[k] != '\n' && s.p[k] != '\t')
			k++;
		buf_put(&b, str_sub(s, i, k));
		while (k < s.n && (s.p[k] == ' ' || s.p[k] == '\n' || s.p[k] == '\t'))
			k++;
		if (k < s.n)
			buf_put(&b, S(" "));
		i = k;
	}
	return buf_str(&b);
}

str trim_marks(str s)
{
	for (;;) {
		s = str_trim(s);
		if (s.n && strchr(":;,.-", s.p[0]))
			s = str_sub(s, 1, s.n);
		else if (str_starts(s, S("–")))
			s = str_sub(s, 3, s.n);
		else
			break;
	}
	for (;;) {
		s = str_trim(s);
		if (s.n && strchr(";,:-", s.p[s.n - 1]))
			s.n--;
		else if (str_ends(s, S("–")))
			s.n -= 3;
		else
			break;
	}
	return s;
}
