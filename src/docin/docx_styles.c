#include "docin/docx_styles.h"
#include <stdlib.h>

enum { CHAIN_MAX = 32 };               /* styles based on each other; a circle ends there */

struct reading_styles {
	struct arena       *a;
	struct docx_styles *s;
	struct docx_style  *now;
	bool                in_defaults, too_many;
	int                 skip;
	struct err         *e;
};

void docx_para_take(struct docx_para *p, struct xml *x, int name)
{
	switch (name) {
	case W_NUM_ID:  p->num = docx_int(x, 0, INT32_MAX, 0); break;
	case W_ILVL:    p->level = docx_int(x, 0, 8, 0); break;
	case W_JC:      p->centred = docx_says(x, "w:val", "center"); break;
	case W_OUTLINE: {
		int level = docx_int(x, 0, 9, 9);
		p->heading = level == 9 ? 0 : level + 1;
		break;
	}
	default: break;
	}
}

static void style_open(struct reading_styles *r, struct xml *x)
{
	if (r->s->list.n == DOCX_ROWS_MAX) {
		docx_too_many(r->e);
		return xml_stop(x);
	}
	r->now = vec_add(r->a, &r->s->list);
	*r->now = (struct docx_style){ .look = DOCX_LOOK_UNSAID, .para = DOCX_PARA_UNSAID };
	r->now->id = str_copy(r->a, xml_attr(x, "w:styleId"));
	str is_default = xml_attr(x, "w:default");
	r->now->is_default = docx_says(x, "w:type", "paragraph") && is_default.n && !str_eq(is_default, S("0")) && !str_eq(is_default, S("false"));
}

static void on_open(void *ctx, struct xml *x, int name)
{
	struct reading_styles *r = ctx;
	bool other = name == W_TBL_STYLE_PR || name == W_PPR_CHANGE || name == W_RPR_CHANGE;
	if (r->skip || other) {
		r->skip++;
		return;
	}
	if (name == W_STYLE)
		return style_open(r, x);
	if (name == W_DOC_DEFAULTS)
		r->in_defaults = true;
	if (r->in_defaults)
		return docx_look_take(&r->s->defaults, x, name);
	if (!r->now)
		return;
	if (name == W_NAME)
		r->now->name = str_copy(r->a, xml_attr(x, "w:val"));
	if (name == W_BASED_ON)
		r->now->based = str_copy(r->a, xml_attr(x, "w:val"));
	docx_look_take(&r->now->look, x, name);
	docx_para_take(&r->now->para, x, name);
}

static void on_close(void *ctx, struct xml *x, int name)
{
	struct reading_styles *r = ctx;
	(void)x;
	if (r->skip) {
		r->skip--;
		return;
	}
	if (name == W_STYLE)
		r->now = NULL;
	if (name == W_DOC_DEFAULTS)
		r->in_defaults = false;
}

/* -- inheritance ------------------------------------------------------------------------------------ */

static int by_id(const void *x, const void *y)
{
	str a = ((const struct docx_style *)x)->id, b = ((const struct docx_style *)y)->id;
	int d = memcmp(a.p, b.p, a.n < b.n ? a.n : b.n);
	return d ? d : (a.n > b.n) - (a.n < b.n);
}

const struct docx_style *docx_style_find(const struct docx_styles *s, str id)
{
	struct docx_style key = { .id = id };
	return id.n && s->list.n ? bsearch(&key, s->list.at, s->list.n, sizeof key, by_id) : NULL;
}

/* "heading 2", and what programs in Vietnamese call it; the title of a document is its first heading. */
static int heading_of(str name)
{
	static const str called[] = { S("heading "), S("tiêu đề "), S("đề mục "), S("Đề mục ") };
	char digit = name.n ? name.p[name.n - 1] : 0;
	for (size_t i = 0; i < COUNT(called); i++)
		if (digit >= '1' && digit <= '9' && name.n == called[i].n + 1 && !strncasecmp(name.p, called[i].p, called[i].n))
			return digit - '0';
	return name.n == 5 && !strncasecmp(name.p, "title", 5) ? 1 : -1;
}

static void para_over(struct docx_para *p, const struct docx_para *over)
{
	p->heading = over->heading < 0 ? p->heading : over->heading;
	p->num = over->num < 0 ? p->num : over->num;
	p->level = over->level < 0 ? p->level : over->level;
	p->centred = over->centred < 0 ? p->centred : over->centred;
}

/* Says of itself what it says, else what the nearest style below it says. */
static struct docx_style with_all(const struct docx_styles *s, const struct docx_style *own)
{
	const struct docx_style *chain[CHAIN_MAX], *at = own;
	int n = 0;
	for (; at && n < CHAIN_MAX; at = docx_style_find(s, at->based))
		chain[n++] = at;
	struct docx_style all = *own;
	all.look = DOCX_LOOK_UNSAID;
	all.para = DOCX_PARA_UNSAID;
	while (n--) {
		struct docx_para p = chain[n]->para;
		p.heading = p.heading < 0 ? heading_of(chain[n]->name) : p.heading;
		docx_look_over(&all.look, &chain[n]->look);
		para_over(&all.para, &p);
	}
	return all;
}

static void inherit(struct arena *a, struct docx_styles *s)
{
	if (s->list.n)
		qsort(s->list.at, s->list.n, sizeof *s->list.at, by_id);
	struct docx_style *all = make_n(a, struct docx_style, s->list.n + 1);
	for (size_t i = 0; i < s->list.n; i++) {
		all[i] = with_all(s, &s->list.at[i]);
		s->normal = all[i].is_default ? &all[i] : s->normal;
	}
	s->list.at = all;
}

void docx_styles_none(struct docx_styles *ret)
{
	*ret = (struct docx_styles){ .defaults = DOCX_LOOK_UNSAID };
}

bool docx_styles_read(struct arena *a, struct archive *z, size_t part, struct docx_styles *ret, struct err *e)
{
	struct reading_styles r = { .a = a, .s = ret, .e = e };
	struct xml_grammar g = docx_grammar(on_open, on_close, NULL);
	docx_styles_none(ret);
	if (!archive_xml(z, part, &g, &r, e))
		return false;
	if (ret->list.n)
		inherit(a, ret);
	return true;
}
