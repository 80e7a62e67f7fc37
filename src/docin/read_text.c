#include "docin/read.h"

/* Plain text: anything that is text. What its lines mean is not known here (extract/restore). */
static int sniff(str text)
{
	(void)text;
	return 10;
}

struct reading_text {
	struct arena *a;
	struct node  *root;
	int           line, page;
	int           gap, hard;        /* blank lines since the last LINE, and the empty ones that end them */
	size_t        nodes;
};

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

static size_t lead_of(str s)
{
	size_t n = 0;
	while (n < s.n && is_blank(s.p[n]))
		n++;
	return n;
}

static bool too_many(struct reading_text *t, struct err *e)
{
	if (t->nodes <= DOC_NODES_MAX)
		return false;
	fail(e, ERR_LIMIT, "Văn bản có quá nhiều dòng (đến dòng %d đã quá %d dòng có chữ).", t->line,
	     DOC_NODES_MAX / 2);
	err_hint(e, "Hãy tách tệp thành nhiều phần, mỗi văn bản một tệp.");
	return true;
}

static void add_line(struct reading_text *t, str piece)
{
	size_t lead = lead_of(piece);
	str text = str_trim(piece);
	struct place from = { .line = t->line, .page = t->page };
	struct node *n = node_add(t->a, t->root, NODE_LINE, from);
	n->lead = str_copy(t->a, str_sub(piece, 0, lead));
	n->gap = t->gap;
	n->hard = t->hard;
	if (text.n)
		node_run(t->a, n, str_copy(t->a, text), from);
	t->nodes += text.n ? 2 : 1;
	t->gap = t->hard = 0;
}

/* A line that holds only tabs is an empty cell of a table, not a blank line. */
static bool counts(str piece) { return str_trim(piece).n || (piece.n && memchr(piece.p, '\t', piece.n)); }

/* One line of the file; a form feed in it begins a page, and a line of its own. */
static void take(struct reading_text *t, str line)
{
	bool any = false;
	for (size_t from = 0; from <= line.n;) {
		size_t to = str_find(line, S("\f"), from);
		str piece = str_sub(line, from, to);
		if (counts(piece)) {
			add_line(t, piece);
			any = true;
		}
		t->page += to < line.n;
		from = to + 1;
	}
	if (any)
		return;
	t->gap++;
	t->hard = line.n ? 0 : t->hard + 1;
}

static bool read_text(struct reading *r, str text, struct err *e)
{
	struct arena *a = r->a;
	struct reading_text t = { .a = a, .root = node_new(a, NODE_DOC, (struct place){ .line = 1 }) };
	t.page = memchr(text.p, '\f', text.n) ? 1 : 0;
	for (size_t at = 0; at < text.n;) {
		size_t end = str_find(text, S("\n"), at);
		t.line++;
		take(&t, str_sub(text, at, end));
		if (too_many(&t, e))
			return false;
		at = end + 1;
	}
	r->root = t.root;
	return true;
}

const struct reader reader_text = {
	.name = "text",
	.help = "văn bản thuần (.txt), mỗi dòng một dòng",
	.source = "seeds 000, 002, 003, 004",
	.sniff = sniff,
	.text = true,
	.read = read_text,
};
