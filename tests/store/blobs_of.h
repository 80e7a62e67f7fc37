/* blobs_of.h -- a folder for the tests of blobs, and what lies in it */
#ifndef TESTS_BLOBS_OF_H
#define TESTS_BLOBS_OF_H
#include "store/blobs.h"
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* "abc" is known to whoever reads FIPS 180 */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

struct place { char dir[64]; struct arena *a; };

static inline const char *in_place(const struct place *p, const char *name) { return str_fmt(p->a, "%s/%s", p->dir, name).p; }

static inline int place_set_up(void **state)
{
	struct place *p = calloc(1, sizeof *p);
	if (!p)
		return -1;
	snprintf(p->dir, sizeof p->dir, "/tmp/khacphuc-blobs-XXXXXX");
	p->a = arena_open((size_t)1 << 28);
	*state = p;
	return mkdtemp(p->dir) ? 0 : -1;
}

static inline int place_tear_down(void **state)
{
	struct place *p = *state;
	int bad = system(str_fmt(p->a, "rm -rf '%s'", p->dir).p);
	arena_free(p->a);
	free(p);
	return bad;
}

static inline void file_of(const char *path, str bytes)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(bytes.p, 1, bytes.n, f) != bytes.n || fclose(f))
		abort();
}

/* Bytes that do not repeat within a chunk. */
static inline str bytes_of(struct arena *a, size_t n, unsigned seed)
{
	char *p = make_n(a, char, n);
	for (size_t i = 0; i < n; i++) {
		seed = seed * 1103515245u + 12345u;
		p[i] = (char)(seed >> 16);
	}
	return (str){ p, n };
}

struct census { size_t n[BLOB_LEFT + 1]; int64_t bytes, age; int why; char path[BLOB_LEFT + 1][600]; };

static inline void count_blob(void *ctx, const struct blob_found *f)
{
	struct census *c = ctx;
	c->n[f->state]++;
	c->bytes += f->state == BLOB_SOUND ? f->size : 0;
	c->age = f->state == BLOB_LEFT ? f->age : c->age;
	c->why = f->why ? f->why : c->why;
	snprintf(c->path[f->state], sizeof c->path[f->state], "%s", f->path);
}

#endif
