#include "changes.h"
#include "app/progress.h"
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void stop(const char *what, const struct err *e)
{
	fprintf(stderr, "%s: %s %s\n", what, e->message, e->detail);
	exit(2);
}

struct record *changes_open(struct arena *a, const char *dir)
{
	struct record *r = NULL;
	struct err e = { 0 };
	if (!record_open(a, dir, &r, &e) || !record_as(r, a, "vanphong1", &e))
		stop(dir, &e);
	return r;
}

void change_words(char *ret, size_t size, int i)
{
	snprintf(ret, size, "Đã công khai %d trong số %d thủ tục hành chính tại bộ phận một cửa và trên cổng thông tin.", i % 97, 97 + i % 13);
}

void change_points(struct record *r, int i)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct tx t;
	struct changed done;
	struct err e = { 0 };
	if (!record_tx(r, a, S("score"), &t, &e) ||
	    !db_change(&t, Q(score_change, .who = v_int(r->who.person), .id = v_int(change_score_id(i)), .points = v_int(change_to(i)),
	                     .reason = v_null(), .reason_code = v_null(), .document_id = v_null(), .page_no = v_null(),
	                     .table_no = v_null(), .row_no = v_null()), &done, &e) ||
	    !tx_commit(&t, &e))
		stop("score_change", &e);
	if (done.rows != 1)
		stop("score_change: no row", &e);
}

void change_progress(struct record *r, int i)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	char words[160], percent[8];
	int64_t id;
	strs told = { 0 };
	struct err e = { 0 };
	change_words(words, sizeof words, i);
	snprintf(percent, sizeof percent, "%d", change_to(i));
	struct progress_said said = { .state = "in_progress", .percent = percent, .text = words };
	if (!progress_add(r, a, change_remedy_id(i), &said, &id, &told, &e))
		stop("progress_add", &e);
}
