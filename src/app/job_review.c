#include "app/examine.h"
#include "app/import.h"
#include "app/job_parts.h"
#include "app/unit.h"
#include "doc/wire.h"

enum { BLOB_MOST = 512 << 20 };

/* -- what was read, with what was put right ------------------------------------------------------------ */

static bool load_facts(struct record *r, struct arena *a, const struct job *j, str *ret_read, struct facts **ret, struct err *e)
{
	str json;
	if (!j->facts.n) {
		fail(e, ERR_CONFLICT, "“%.*s” chưa đọc được, nên chưa có gì để xem.", SF(j->file_name));
		return err_hint(e, "Mở lại trang để xem tệp đang ở đâu.");
	}
	if (!blobs_get(a, r->blobs, j->facts, BLOB_MOST, &json, e) || !facts_parse(a, json, ret, e))
		return false;
	struct facts *f = *ret;
	f->file.name = j->file_name;
	f->file.sha256 = j->file.p;
	*ret_read = facts_json(a, f);
	for (size_t i = 0; i < j->corrections.n; i++)
		if (!correct_put(r, a, f, j->corrections.at[i].what, j->corrections.at[i].corrected, e))
			return false;
	return true;
}

static void load_text(struct record *r, struct arena *a, const struct job *j, struct blocks *ret)
{
	struct err ignored = { 0 };
	str bytes;
	if (!j->tree.n || !blobs_get(a, r->blobs, j->tree, BLOB_MOST, &bytes, &ignored))
		return;
	struct wire w = { bytes.p, bytes.p + bytes.n, NULL };
	const struct node *n = wire_tree(&w, a);
	if (!w.bad)
		blocks_of(a, n, ret);
}

/* -- items --------------------------------------------------------------------------------------------- */

static void add_item(struct arena *a, struct job_review *v, char list, size_t i, str name, str text, struct source at)
{
	*vec_add(a, &v->items) = (struct job_item){ .id = { list, i }, .name = name, .text = text, .at = at };
}

static void add_items(struct arena *a, struct job_review *v)
{
	const struct facts *f = v->facts;
	if (f->result.present)
		add_item(a, v, 't', 0, S("Kết quả chung"), (str){ 0 }, f->result.source);
	for (size_t i = 0; i < f->fields.n; i++)
		add_item(a, v, 'f', i, str_fmt(a, "Lĩnh vực %.*s", SF(f->fields.at[i].code)), f->fields.at[i].name, f->fields.at[i].source);
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		add_item(a, v, 'c', i, c->code.n ? str_fmt(a, "Tiêu chí %.*s", SF(c->code)) : S("Tiêu chí không có mã"), c->name.n ? c->name : c->reason,
		         c->source);
	}
	for (size_t i = 0; i < f->findings.n; i++)
		add_item(a, v, 'n', i, S("Tồn tại qua kiểm tra"), f->findings.at[i].text, f->findings.at[i].source);
	for (size_t i = 0; i < f->requests.n; i++)
		add_item(a, v, 'q', i, S("Kiến nghị"), f->requests.at[i].text, f->requests.at[i].source);
	add_item(a, v, 'd', 0, S("Văn bản"), f->document.title, f->document.source);
}

static struct job_item *item_of(struct job_review *v, struct proposed_item id)
{
	for (size_t i = 0; i < v->items.n; i++)
		if (v->items.at[i].id.list == id.list && v->items.at[i].id.i == id.i)
			return &v->items.at[i];
	return &v->items.at[v->items.n - 1];
}

/* By its code, else the result, else the document. */
static struct job_item *item_of_check(struct job_review *v, const struct check_result *c)
{
	const struct facts *f = v->facts;
	for (size_t i = 0; i < f->criteria.n; i++)
		if (f->criteria.at[i].code.n && str_eq(f->criteria.at[i].code, c->where))
			return item_of(v, (struct proposed_item){ 'c', i });
	for (size_t i = 0; i < f->fields.n; i++)
		if (str_eq(f->fields.at[i].code, c->where))
			return item_of(v, (struct proposed_item){ 'f', i });
	bool whole = str_eq(c->where, S("total")) || str_eq(c->where, S("criteria lost")) || str_eq(c->where, S("fields lost"));
	return item_of(v, (struct proposed_item){ whole ? 't' : 'd', 0 });
}

/* What corrections took off the deductions that a sum is made of. */
static struct exact taken_off(const struct facts *f, const struct job *j, str where)
{
	struct exact sum = exact_int(0);
	for (size_t i = 0; i < j->corrections.n; i++) {
		const struct correction *c = &j->corrections.at[i];
		struct proposed_item id;
		str name;
		if (!correct_item(c->what, &id, &name) || id.list != 'c' || id.i >= f->criteria.n || !str_eq(name, S("lost")))
			continue;
		bool under = str_eq(where, S("total")) || code_under(f->criteria.at[id.i].code, where);
		struct figure was = figure_parse(c->printed), is = figure_parse(c->corrected);
		if (under && was.present && is.present)
			sum = exact_add(sum, exact_sub(exact_of(was), exact_of(is)));
	}
	return sum;
}

/* A sum that was wrong only because one of its parts was. */
static bool sum_mended(const struct facts *f, const struct job *j, const struct check_result *c)
{
	struct figure printed = figure_parse(c->printed), computed = figure_parse(c->computed);
	return !strcmp(c->check, "sum") && printed.present && computed.present &&
	       !exact_cmp(exact_sub(exact_of(computed), taken_off(f, j, c->where)), exact_of(printed));
}

static void fill_items(struct arena *a, const struct job *j, struct job_review *v)
{
	const struct facts *f = v->facts;
	for (size_t i = 0; i < j->corrections.n; i++) {
		struct proposed_item id;
		str name;
		if (correct_item(j->corrections.at[i].what, &id, &name))
			*vec_add(a, &item_of(v, id)->corrections) = &j->corrections.at[i];
	}
	for (size_t i = 0; i < f->checks.n; i++) {
		struct job_item *x = item_of_check(v, &f->checks.at[i]);
		bool corrected = x->corrections.n > 0 || sum_mended(f, j, &f->checks.at[i]);
		*vec_add(a, &x->checks) = (struct job_check){ &f->checks.at[i], corrected };
		x->wrong |= !corrected && x->id.list != 'd' && f->checks.at[i].severity == SEVERITY_ERROR;
	}
	for (size_t i = 0; v->proposal && i < v->proposal->rows.n; i++) {
		const struct proposed_row *row = &v->proposal->rows.at[i];
		struct job_item *x = item_of(v, row->item);
		*vec_add(a, &x->rows) = row;
		x->differs |= row->kind == PROPOSED_DIFFERENT && !str_eq(row->field, S("tên"));
		x->fresh |= row->kind == PROPOSED_NEW;
	}
	for (size_t i = 0; i < v->items.n; i++)
		correct_values(a, f, v->items.at[i].id, &v->items.at[i].values);
}

/* -- what it would change ------------------------------------------------------------------------------ */

static bool propose_it(struct record *r, struct arena *a, const struct job *j, struct job_review *v, struct err *e)
{
	struct import_ask ask = { .unit = str_fmt(a, "#%lld", (long long)j->body), .year = j->year };
	if (import_facts(r, a, v->facts, &ask, &v->proposal, &v->why))
		return true;
	if (v->why.code != ERR_CONFLICT)
		return v->why.code != ERR_SYSTEM || (*e = v->why, false);
	struct err second = { 0 };
	ask.force = v->foreign = true;
	if (!import_facts(r, a, v->facts, &ask, &v->proposal, &second))
		v->why = second;
	return true;
}

bool job_review(struct record *r, struct arena *a, const struct job *j, struct job_review *ret, struct err *e)
{
	str read;
	*ret = (struct job_review){ 0 };
	if (!load_facts(r, a, j, &read, &ret->facts, e))
		return false;
	load_text(r, a, j, &ret->text);
	add_items(a, ret);
	if (!propose_it(r, a, j, ret, e))
		return false;
	fill_items(a, j, ret);
	return true;
}

/* -- accepting ----------------------------------------------------------------------------------------- */

struct accepting { struct record *r; const struct job *j; str state; bool told; };

static bool also(void *ctx, struct tx *t, int64_t document, struct err *e)
{
	struct accepting *x = ctx;
	x->told = true;
	return job_decided(x->r, t, x->j, x->state, document, e);
}

static bool named_in(const strs *list, struct proposed_item id)
{
	for (size_t i = 0; i < list->n; i++) {
		struct proposed_item x;
		str name;
		if (correct_item(list->at[i], &x, &name) && x.list == id.list && x.i == id.i)
			return true;
	}
	return false;
}

/* What is left, and what is taken otherwise than the record has it. */
static size_t sort_items(struct arena *a, const struct job_review *v, const struct job_accept *how, struct import_ask *ask)
{
	size_t rest = 0;
	for (size_t i = 0; i < v->items.n; i++) {
		const struct job_item *x = &v->items.at[i];
		if (x->id.list != 'd' && (named_in(&how->leave, x->id) || (how->clean && (x->wrong || x->differs)))) {
			*vec_add(a, &ask->leave) = x->id;
			rest += x->fresh || x->differs;
		} else if (named_in(&how->take, x->id))
			*vec_add(a, &ask->take) = str_fmt(a, "#%c%zu", x->id.list, x->id.i);
	}
	return rest;
}

static bool not_acceptable(const struct job_review *v, const struct job_accept *how, struct err *e)
{
	if (v->proposal && (!v->foreign || how->force))
		return false;
	*e = v->why;
	return true;
}

bool job_accept(struct record *r, struct arena *a, const struct job *j, const struct job_accept *how, size_t *ret_rest, struct err *e)
{
	struct job_review v;
	struct import_ask ask = { .unit = str_fmt(a, "#%lld", (long long)j->body), .year = j->year, .accept = true,
	                          .force = how->force, .rest = j->document, .also = also };
	struct facts *f;
	if (!job_review(r, a, j, &v, e) || not_acceptable(&v, how, e) ||
	    !load_facts(r, a, j, &ask.read, &f, e) || !blobs_get(a, r->blobs, j->file, JOB_FILE_MOST, &f->file.bytes, e))
		return false;
	*ret_rest = sort_items(a, &v, how, &ask);
	struct accepting x = { r, j, *ret_rest ? S("ready") : S("accepted"), false };
	struct proposal *p;
	ask.ctx = &x;
	if (!import_facts(r, a, f, &ask, &p, e))
		return false;
	if (x.told)
		return true;
	CLEANUP(tx_close) struct tx t = { 0 };             /* the file was in the record before: nothing of it was written */
	return record_tx(r, a, S("import"), &t, e) && job_decided(r, &t, j, x.state, p->document, e) && tx_commit(&t, e);
}
