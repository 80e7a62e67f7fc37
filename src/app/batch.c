#include "app/batch.h"
#include "app/record_parts.h"
#include "base/fd.h"
#include "base/zip_out.h"
#include "core/level.h"
#include "docout/pdf.h"
#include "docout/render.h"
#include "report/report.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define BODY_MEMORY ((size_t)1 << 30)

static str path_of(struct arena *a, struct record *r, int64_t id) { return str_fmt(a, "%.*s/viec/bao-cao-%lld.zip", SF(r->dir),
        (long long)id); }

/* -- asking and fetching ------------------------------------------------------------------------------- */

bool batch_add(struct record *r, struct arena *a, const struct report_kind *kind, int year, str period, str level, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct changed done = { 0 };
	struct batch before;
	struct report_cut cut;
	str at = level_of(a, level);
	if (period.n && !report_cut_of(period, &cut))
		return fail(e, ERR_INPUT, "Không có kỳ báo cáo “%.*s”.", SF(period)), err_hint(e,
		        "Kỳ: quy-1 … quy-4, 6-thang, 9-thang, nam.");
	if (!at.n)
		return fail(e, ERR_INPUT, "Không có cấp đơn vị “%.*s”.", SF(level)), err_hint(e,
		        "Cấp là một trong: bộ, tỉnh, sở, huyện, xã.");
	if (!batch_seen(r, a, &before, e) ||
	    !db_query(r->db, Q(batch_bodies, .who = v_int(r->who.person), .level = v_text(at), .limit = v_int(1)), &rows, e))
		return false;
	bool any = rows_next(&rows);
	if (!rows_done(&rows, e))
		return false;
	rows_close(&rows);
	if (!any)
		return record_denied(r, e, "lập văn bản của đơn vị nào ở cấp này");
	if (!record_tx(r, a, S("batch"), &t, e) ||
	    !db_change(&t, Q(batch_add, .who = v_int(r->who.person), .kind = v_text(str_c(kind->name)), .year = v_int(year),
	    .period = v_text(period),
	                     .level = v_text(at), .at = v_text(r->who.at)), &done, e))
		return false;
	if (!done.rows)
		return fail(e, ERR_CONFLICT, "Lượt lập văn bản trước của bạn chưa xong."), err_hint(e, "Chờ nó xong rồi yêu cầu lượt mới.");
	if (before.id && unlink(path_of(a, r, before.id).p) && errno != ENOENT)
		err_detail(e, "unlink: errno %d", errno);
	return tx_commit(&t, e);
}

bool batch_seen(struct record *r, struct arena *a, struct batch *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	*ret = (struct batch){ 0 };
	if (!db_query(r->db, Q(batch_last, .who = v_int(r->who.person)), &rows, e))
		return false;
	if (rows_next(&rows))
		*ret = (struct batch){ .id = col_int(&rows, 0), .kind = col_text(&rows, a, 1), .year = (int)col_int(&rows, 2),
			               .period = col_text(&rows, a, 3), .level = col_text(&rows, a, 4), .state = col_text(&rows, a, 5),
			               .done = (int)col_int(&rows, 6), .total = (int)col_int(&rows, 7), .failed = (int)col_int(&rows, 8),
			               .message = col_text(&rows, a, 9), .at = col_text(&rows, a, 10), .size = col_int(&rows, 11) };
	const struct report_kind *kind = ret->id ? report_find(ret->kind) : NULL;
	ret->title = kind ? str_c(kind->title) : ret->kind;
	return rows_done(&rows, e);
}

bool batch_file(struct record *r, struct arena *a, str *ret_path, str *ret_name, struct err *e)
{
	struct batch b;
	if (!batch_seen(r, a, &b, e))
		return false;
	const struct report_kind *kind = b.id ? report_find(b.kind) : NULL;
	if (!kind || !str_eq(b.state, S("done")))
		return fail(e, ERR_NOT_FOUND, "Chưa có tệp nén nào để tải."), err_hint(e,
		        "Yêu cầu lập văn bản hàng loạt rồi chờ cho xong.");
	*ret_path = path_of(a, r, b.id);
	*ret_name = str_fmt(a, "%s %d - %.*s.zip", kind->title, b.year, SF(level_words(b.level)));
	return true;
}

/* -- doing --------------------------------------------------------------------------------------------- */

/* A body whose .pdf is drawn beside the next ones: drawing takes longer than all else, and as many are drawn at once as DRAWERS. */
enum { DRAWERS = 2 };
struct drawing {
	struct arena *a;                       /* of the body; NULL: nothing is drawn */
	struct report_made made;
	struct drawer drawer;
	bool   opened, begun, ok;
	str    name, bytes;
	struct err e;
	pthread_t thread;
};

struct writing {
	struct record *r;
	struct arena  *a;
	int64_t id;
	struct report_ask ask;
	struct zip_out zip;
	struct drawing at[DRAWERS];
	bool   draws;                          /* the program that draws is there */
	int    done, total, failed;
	time_t paced;                          /* told once a second: each time is a row of the log */
	struct buf told;
};

static bool pace(struct writing *w, struct err *e)
{
	time_t now = time(NULL);
	if (now == w->paced)
		return true;
	w->paced = now;
	CLEANUP(tx_close) struct tx t = { 0 };
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	return record_tx(w->r, a, S("batch"), &t, e) &&
	       db_change(&t, Q(batch_pace, .id = v_int(w->id), .done = v_int(w->done), .total = v_int(w->total),
	       .failed = v_int(w->failed)), NULL,
	                 e) &&
	       tx_commit(&t, e);
}

static void *draw(void *ctx)
{
	struct drawing *d = ctx;
	d->ok = drawer_draw(d->a, &d->drawer, d->made.tree, &d->bytes, &d->e);
	return NULL;
}

/* What became of a body; a disk that is full stops the others, nothing else does. */
static bool became(struct writing *w, const struct drawing *d, const struct err *why, struct err *e)
{
	w->done++;
	if (why->code == ERR_SYSTEM)
		return *e = *why, false;
	w->failed += why->code != ERR_NONE;
	if (why->code && w->failed <= BATCH_TOLD)
		buf_fmt(&w->told, "%.*s: %s\n", SF(d->name), why->message);
	if (!why->code && d->made.ask.draft)
		buf_fmt(&w->told, "%.*s: số liệu chưa khớp, là bản dự thảo.\n", SF(d->name));
	return true;
}

/* Waits for what is drawn there and adds it. */
static bool take(struct writing *w, struct drawing *d, struct err *e)
{
	const struct renderer *pdf = renderer_find(S("pdf"));
	struct err why = { 0 };
	if (!d->a)
		return true;
	if (d->begun)
		pthread_join(d->thread, NULL);
	bool ok = !d->begun || (d->ok && zip_out_add(&w->zip, report_file_name(d->a, &d->made, pdf), d->bytes, &why));
	if (d->begun && !d->ok)
		why = d->e;
	ok = became(w, d, &why, e) && (ok || why.code);
	arena_free(d->a);
	d->a = NULL;
	return ok;
}

static bool make_word(struct writing *w, struct drawing *d, struct err *e)
{
	const struct renderer *docx = renderer_find(S("docx"));
	str bytes;
	w->ask.draft = false;
	if (!report_make(w->r, d->a, &w->ask, &d->made, e))
		return false;
	if (d->made.errors) {
		w->ask.draft = true;
		if (!report_make(w->r, d->a, &w->ask, &d->made, e))
			return false;
	}
	return report_file(d->a, &d->made, docx, &bytes, e) && zip_out_add(&w->zip, report_file_name(d->a, &d->made, docx), bytes, e);
}

static bool one_body(struct writing *w, struct drawing *d, int64_t body, str name, struct err *e)
{
	struct drawer drawer = d->drawer;
	struct err why = { 0 };
	if (!take(w, d, e))
		return false;
	*d = (struct drawing){ .a = arena_open(BODY_MEMORY), .drawer = drawer, .opened = d->opened, .name = name };
	w->ask.body = body;
	if (make_word(w, d, &why)) {
		d->begun = w->draws && !pthread_create(&d->thread, NULL, draw, d);
		if (!w->draws || d->begun)
			return true;
		fail(&why, ERR_SYSTEM, "Máy không còn chỗ để vẽ thêm tệp PDF.");
	}
	bool on = became(w, d, &why, e);
	arena_free(d->a);
	d->a = NULL;
	return on;
}

struct body_named { int64_t id; str name; };

static bool list_bodies(struct writing *w, str level, struct body_named **ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	VEC(struct body_named) list = { 0 };
	if (!db_query(w->r->db, Q(batch_bodies, .who = v_int(w->r->who.person), .level = v_text(level), .limit = v_int(BATCH_MOST)),
	        &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(w->a, &list) = (struct body_named){ col_int(&rows, 0), col_text(&rows, w->a, 1) };
	*ret = list.at;
	w->total = (int)list.n;
	return rows_done(&rows, e);
}

static bool open_drawers(struct writing *w, struct err *e)
{
	for (int i = 0; i < DRAWERS; i++)
		if (!(w->at[i].opened = drawer_open(w->a, &w->at[i].drawer, e)))
			return false;
	return true;
}

/* What is still drawn is waited for, so that nothing of it is used when it is gone. */
static void close_drawers(struct writing *w)
{
	for (int i = 0; i < DRAWERS; i++) {
		if (w->at[i].a && w->at[i].begun)
			pthread_join(w->at[i].thread, NULL);
		arena_free(w->at[i].a);
		if (w->at[i].opened)
			drawer_close(&w->at[i].drawer);
	}
}

static bool write_all(struct writing *w, str level, bool (*over)(void), bool *stopped, struct err *e)
{
	struct body_named *bodies;
	struct err no_pdf = { 0 };
	if (!list_bodies(w, level, &bodies, e))
		return false;
	w->draws = open_drawers(w, &no_pdf);
	if (!w->draws)
		buf_fmt(&w->told, "Không có tệp PDF: %s\n", no_pdf.message);
	for (int i = 0; i < w->total; i++) {
		if (!pace(w, e) || !one_body(w, &w->at[i % DRAWERS], bodies[i].id, bodies[i].name, e))
			return false;
		if ((*stopped = over && over()))
			return true;
	}
	for (int i = 0; i < DRAWERS; i++)
		if (!take(w, &w->at[(w->total + i) % DRAWERS], e))
			return false;
	if (w->failed > BATCH_TOLD)
		buf_fmt(&w->told, "… và %d đơn vị khác.\n", w->failed - BATCH_TOLD);
	return true;
}

static bool write_zip(struct writing *w, str level, bool (*over)(void), bool *stopped, struct err *e)
{
	str to = path_of(w->a, w->r, w->id), part = str_fmt(w->a, "%.*s.tmp", SF(to));
	if (mkdir(str_fmt(w->a, "%.*s/viec", SF(w->r->dir)).p, 0700) && errno != EEXIST)
		return fail(e, ERR_SYSTEM, "Không ghi được vào thư mục hồ sơ."), err_detail(e, "mkdir: errno %d", errno);
	CLEANUP(fd_close) int fd = open(part.p, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (fd < 0)
		return fail(e, ERR_SYSTEM, "Không ghi được vào thư mục hồ sơ."), err_detail(e, "open: errno %d", errno);
	zip_out_begin(w->a, &w->zip, fd);
	bool ok = write_all(w, level, over, stopped, e);
	close_drawers(w);
	ok = ok && !*stopped && zip_out_end(&w->zip, e);
	if (ok && rename(part.p, to.p))
		ok = fail(e, ERR_SYSTEM, "Không ghi được tệp nén."), err_detail(e, "rename: errno %d", errno);
	if (!ok)
		unlink(part.p);
	return ok || *stopped;
}

static bool end(struct writing *w, const struct err *why, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	str told = why ? str_fmt(w->a, "%s %s", why->message, why->hint) : str_trim(buf_str(&w->told));
	return record_tx(w->r, w->a, S("batch"), &t, e) &&
	       db_change(&t, Q(batch_end, .id = v_int(w->id), .state = v_text(why ? S("failed") : S("done")), .done = v_int(w->done),
	                       .total = v_int(w->total), .failed = v_int(w->failed), .message = v_text(str_sub(told, 0, 8000)),
	                       .size = v_int((int64_t)w->zip.at)), NULL, e) &&
	       tx_commit(&t, e);
}

bool batch_work(struct record *r, struct arena *a, bool (*over)(void), bool *worked, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	struct writing w = { .r = r, .a = a, .told = buf_open(a) };
	struct err why = { 0 };
	bool stopped = false;
	*worked = false;
	if (!db_query(r->db, Q(batch_next, 0), &rows, e))
		return false;
	bool found = rows_next(&rows);
	w.id = found ? col_int(&rows, 0) : 0;
	str login = found ? col_text(&rows, a, 1) : S(""), kind = found ? col_text(&rows, a, 2) : S(""), level = found ? col_text(&rows,
	        a, 5) : S("");
	w.ask.year = found ? (int)col_int(&rows, 3) : 0;
	str period = found ? col_text(&rows, a, 4) : S("");
	if (!rows_done(&rows, e) || !found)
		return found || !e->code;
	rows_close(&rows);
	*worked = true;
	bool ok = record_as(r, a, login.p, &why) && report_named(kind, &w.ask.kind, &why) &&
	          (!period.n || report_cut_of(period, &w.ask.cut)) && write_zip(&w, level, over, &stopped, &why);
	bool said = stopped || end(&w, ok ? NULL : &why, e);
	record_nobody(r);
	return said;
}
