#include "report/tables.h"
#include "report/report.h"

str report_word_or(const struct report_in *in, const char *name, str fixed)
{
	for (size_t i = 0; i < in->words.n; i++)
		if (str_eq(in->words.at[i].name, str_c(name)))
			return in->words.at[i].text;
	return fixed;
}

struct node *table_part(struct arena *a, const struct report_in *in, str title, str with, enum begins begins)
{
	struct node *root = node_new(a, NODE_DOC, (struct place){ 0 });
	root->title = title;
	part_begin(a, root, begins, FORMAL_ANNEX_NO, in->draft ? S("DỰ THẢO") : S("PHỤ LỤC"));
	part_say(a, root, FORMAL_ANNEX_TITLE, title);
	part_say(a, root, FORMAL_ANNEX_REF, with);
	return root;
}
