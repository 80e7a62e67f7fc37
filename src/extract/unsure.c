#include "extract/unsure.h"
#include "extract/flow.h"

struct setting { struct arena *a; struct facts *f; };

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static str without_digits(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < s.n; i++)
		buf_put(&b, is_digit(s.p[i]) ? S("□") : str_sub(s, i, i + 1));
	return buf_str(&b);
}

/* Gives the percent of the least sure word below n. A tree is at most DOC_DEPTH_MAX deep. */
static int set_aside(struct setting *s, struct node *n)
{
	int least = n->kind == NODE_RUN ? n->from.sure : 0;
	for (struct node *c = n->first; c; c = c->next) {
		int sure = set_aside(s, c);
		least = sure && (!least || sure < least) ? sure : least;
	}
	n->from.sure = least;
	if (n->kind == NODE_RUN && least && least < UNSURE_LEAST && has_digit(n->text)) {
		*vec_add(s->a, &s->f->unsure) = (struct unsure){ n->text, source_of(n->from) };
		n->text = without_digits(s->a, n->text);
	}
	return least;
}

void set_unsure_aside(struct arena *a, struct node *root, struct facts *f)
{
	struct setting s = { a, f };
	f->file.ocr = set_aside(&s, root) > 0;
}
