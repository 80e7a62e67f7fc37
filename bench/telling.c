#include "telling.h"
#include "app/progress.h"
#include <stdio.h>
#include <stdlib.h>

static _Noreturn void stop(const char *what, const struct err *e)
{
	fprintf(stderr, "%s: %s %s\n", what, e->message, e->detail);
	exit(2);
}

struct record *telling_open(struct arena *a, const char *dir)
{
	struct record *r = NULL;
	struct err e = { 0 };
	if (!record_open(a, dir, &r, &e) || !record_as(r, "vanphong1", &e))
		stop(dir, &e);
	return r;
}

void telling_words(char *ret, size_t size, int i)
{
	snprintf(ret, size, "Đã công khai %d trong số %d thủ tục hành chính tại bộ phận một cửa và trên cổng thông tin.", i % 97, 97 + i % 13);
}

void told(struct record *r, int i)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	char words[160], percent[8];
	int64_t id;
	strs warnings = { 0 };
	struct err e = { 0 };
	telling_words(words, sizeof words, i);
	snprintf(percent, sizeof percent, "%d", i / TELLING_REMEDIES % 100);
	struct progress_said said = { .state = "in_progress", .percent = percent, .text = words };
	if (!progress_add(r, a, 1 + i % TELLING_REMEDIES, &said, &id, &warnings, &e))
		stop("progress_add", &e);
}
