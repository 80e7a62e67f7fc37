#include "app/examine.h"
#include "core/check.h"
#include "docin/child.h"
#include "extract/extract.h"

static str base_name(str path)
{
	size_t at = path.n;
	while (at && path.p[at - 1] != '/')
		at--;
	return str_sub(path, at, path.n);
}

bool examine(struct arena *a, const char *path, struct facts **ret, struct err *e)
{
	struct reading *r = make(a, struct reading);           /* the facts borrow its fingerprint */
	if (!read_boxed(a, path, r, e))
		return false;
	struct facts *f = extract(a, r->root);
	f->file.name = str_copy(a, base_name(str_c(path)));
	f->file.sha256 = r->sha256;
	f->file.reader = r->by->name;
	checks_run(a, f);
	*ret = f;
	return true;
}

str tree_text(struct arena *a, const char *path, struct err *e)
{
	struct reading r = { 0 };
	struct buf b = buf_open(a);
	if (!read_boxed(a, path, &r, e))
		return (str){ 0 };
	restore(a, r.root);
	node_print(&b, r.root);
	return buf_str(&b);
}
