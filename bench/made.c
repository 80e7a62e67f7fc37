/* made -- the parts of making an official document, in one process with its connection open, as a worker of serve makes it
 *
 *     made FOLDER KIND [TIMES]          FOLDER filled by fill, on SQLite; TIMES: 20
 *
 * Prints a row each: what (load and build and check, then a format), the median in microseconds. */
#include "app/record_parts.h"
#include "app/report.h"
#include "docout/render.h"
#include "fill.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TIMES = 20, MOST = 1000 };
#define ROOM ((size_t)1 << 28)

static int stop(const struct err *e)
{
	fprintf(stderr, "made: %s %s %s\n", e->message, e->hint, e->detail);
	return 2;
}

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static int order(const void *a, const void *b)
{
	int64_t l = *(const int64_t *)a, r = *(const int64_t *)b;
	return l < r ? -1 : l > r;
}

static void print(const char *what, int64_t *took, int n)
{
	qsort(took, (size_t)n, sizeof *took, order);
	printf("%s %lld\n", what, (long long)took[n / 2]);
}

int main(int argc, char **argv)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	CLEANUP(record_close) struct record *r = NULL;
	struct err e = { 0 };
	int64_t took[MOST];
	int times = argc > 3 ? atoi(argv[3]) : TIMES;
	if (argc < 3 || times < 1 || times > MOST)
		return fprintf(stderr, "usage: made FOLDER KIND [TIMES]\n"), 2;
	struct report_ask ask = { .body = FILL_FIRST, .draft = true };
	if (!report_named(str_c(argv[2]), &ask.kind, &e) || !record_open(a, argv[1], &r, &e) || !record_as(r, a, "nguoi0", &e))
		return stop(&e);
	for (int i = 0; i < times; i++) {
		CLEANUP(arena_close) struct arena *own = arena_open(ROOM);
		struct report_made m;
		int64_t from = now();
		if (!report_make(r, own, &ask, &m, &e))
			return stop(&e);
		took[i] = now() - from;
	}
	print("checked", took, times);
	struct renderers all = renderers_all();
	for (size_t k = 0; k < all.n; k++) {
		for (int i = 0; i < times; i++) {
			CLEANUP(arena_close) struct arena *own = arena_open(ROOM);
			struct report_made m;
			str bytes;
			if (!report_make(r, own, &ask, &m, &e))
				return stop(&e);
			int64_t from = now();
			if (!report_file(own, &m, all.at[k], &bytes, &e))
				return stop(&e);
			took[i] = now() - from;
		}
		print(all.at[k]->name, took, times);
	}
	return 0;
}
