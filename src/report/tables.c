#include "report/tables.h"
#include "base/capitals.h"
#include "report/report.h"

str report_word_or(const struct report_in *in, const char *name, str fixed)
{
	for (size_t i = 0; i < in->words.n; i++)
		if (str_eq(in->words.at[i].name, str_c(name)))
			return in->words.at[i].text;
	return fixed;
}

/* Two cells side by side without rules: what is written at the left and at the right of a page. */
static void open_sides(struct arena *a, struct node *root, struct table_to *t, enum begins begins)
{
	static const int widths[] = { 440, 560 };
	*t = table_begin(a, root, widths, COUNT(widths));
	t->table->plain = true;
	t->table->begins = (unsigned char)begins;
}

static struct node *side(struct table_to *t) { return node_add(t->a, t->row, NODE_CELL, (struct place){ 0 }); }

static str day_of(struct arena *a, const struct document *d)
{
	str day = d->date.day ? str_fmt(a, "%02d", d->date.day) : S("     ");
	return str_fmt(a, "%.*s, ngày %.*s tháng %s%d năm %d", SF(d->place), SF(day), d->date.month < 3 ? "0" : "", d->date.month, d->date.year);
}

struct node *table_part(struct arena *a, const struct report_in *in, str title, str with, enum begins begins)
{
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	const struct document *d = &in->facts->document;
	struct table_to t;
	root->title = title;
	open_sides(a, root, &t, begins);
	table_open(&t, false);
	struct node *left = side(&t), *right = side(&t);
	part_say(a, left, FORMAL_PARENT, capitals(a, d->parent));
	part_say(a, left, FORMAL_ISSUER, capitals(a, d->issuer));
	part_say(a, right, FORMAL_NATION, S("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"));
	part_say(a, right, FORMAL_MOTTO, S("Độc lập - Tự do - Hạnh phúc"));
	table_open(&t, false);
	left = side(&t);
	right = side(&t);
	part_say(a, left, FORMAL_DRAFT, in->draft ? S("DỰ THẢO") : (str){ 0 });
	part_say(a, right, FORMAL_PLACE_DATE, day_of(a, d));
	part_say(a, root, FORMAL_TYPE, title);
	part_say(a, root, FORMAL_ANNEX_REF, with);
	return root;
}

void table_sign(struct arena *a, struct node *root, const struct report_in *in)
{
	const struct document *d = &in->facts->document;
	struct table_to t;
	open_sides(a, root, &t, BEGINS_NOTHING);
	table_open(&t, false);
	side(&t);
	struct node *right = side(&t);
	part_say(a, right, FORMAL_SIGN_AUTHORITY, d->signatory.authority);
	part_say(a, right, FORMAL_SIGN_AUTHORITY, d->signatory.title);
	part_say(a, right, FORMAL_SIGN_NAME, d->signatory.name);
}
