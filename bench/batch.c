/* batch -- the official documents of the communes of a filled record, a .docx and a .pdf each, in one archive, as the job process of serve
 *
 *     batch FOLDER KIND COMMUNES        FOLDER filled by fill, on SQLite: one person more is the office of so many communes
 *
 * Prints: bodies, seconds, the most memory of this process and of the one that draws (KB), bytes of the archive; exit 1 where one
 * could not be written. */
#include "app/batch.h"
#include "app/record_parts.h"
#include "fill.h"
#include "report/report.h"
#include "store/db_driver.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

enum { PERSON = 5000, NEED = 4 };
#define LOGIN "loat"

static int stop(const struct err *e)
{
	fprintf(stderr, "batch: %s %s %s\n", e->message, e->hint, e->detail);
	return 2;
}

static bool person(struct record *r, struct arena *a, const char *communes, struct err *e)
{
	str sql = str_fmt(a, "INSERT INTO person (id, login, name, unit_id) VALUES (%d, '" LOGIN "', 'Người Lập', %d);"
	                     "INSERT INTO role_held (id, person_id, body_id, role)"
	                     " SELECT %d + id, %d, id, 'office' FROM unit WHERE level = 'commune' ORDER BY id LIMIT %d",
	                  PERSON, FILL_FIRST, PERSON, PERSON, atoi(communes));
	return db_script(r->db, sql.p, e);
}

static bool go_on(void) { return false; }

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 28);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	struct batch b;
	struct timespec from, to;
	struct rusage own, drawing;
	bool worked = false;
	if (argc != NEED)
		return fprintf(stderr, "usage: batch FOLDER KIND COMMUNES\n"), 2;
	const struct report_kind *kind = report_find(str_c(argv[2]));
	if (!kind || !record_open(a, argv[1], &r, &e) || !record_spare(r, &e) || !person(r, a, argv[3], &e) ||
	    !record_as(r, a, LOGIN, &e) ||
	    !batch_add(r, a, kind, record_today().year - 1, (str){ 0 }, S("xã"), &e))
		return stop(&e);
	record_nobody(r);
	clock_gettime(CLOCK_MONOTONIC, &from);
	if (!batch_work(r, a, go_on, &worked, &e) || !worked || !record_as(r, a, LOGIN, &e) || !batch_seen(r, a, &b, &e))
		return stop(&e);
	clock_gettime(CLOCK_MONOTONIC, &to);
	getrusage(RUSAGE_SELF, &own);
	getrusage(RUSAGE_CHILDREN, &drawing);
	printf("%d %.2f %ld %ld %lld\n", b.total, (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9, own.ru_maxrss,
	       drawing.ru_maxrss, (long long)b.size);
	if (b.failed)
		fprintf(stderr, "batch: %d not written: %.*s\n", b.failed, SF(b.message));
	return b.failed > 0;
}
