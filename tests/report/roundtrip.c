/* roundtrip -- facts by chance, or of files, through every kind of document and every format that can be read
 *
 *     roundtrip [--as ENDING] [N [SEED]] N documents (1,000) of each kind, in one format alone; prints each difference and what was
 *                                        compared; exit 1 where one differed
 *     roundtrip --facts KIND FILE.json|SEED [OUT]   the facts that `khacphuc extract --format json` prints, or those by chance: the tree,
 *                                        and a file by its ending
 */
#include "chance.h"
#include "trip.h"
#include "app/examine.h"
#include "base/file.h"

#include <stdio.h>
#include <stdlib.h>

enum { DOCUMENTS = 1000, SEED = 1 };
#define ROOM ((size_t)1 << 30)

static int of_file(const char *name, const char *path, const char *out)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	const struct report_kind *kind = report_find(str_c(name));
	struct err e = { 0 };
	struct facts *f;
	str json;
	struct buf tree = buf_open(a), said = buf_open(a);
	struct node *root;
	if (path[strspn(path, "0123456789")] == '\0')
		f = chance_facts(a, strtoull(path, NULL, 10));
	else if (!file_read(a, path, ROOM / 4, &json, &e) || !facts_parse(a, json, &f, &e))
		f = NULL;
	if (!kind || !f) {
		fprintf(stderr, "roundtrip: %s: %s\n", path, kind ? e.message : "no such kind");
		return 2;
	}
	struct report_in in = { .facts = f, .draft = !f->document.number.n };
	if (kind->build(a, &in, &root, &e)) {
		node_print(&tree, root);
		printf("%.*s", SF(buf_str(&tree)));
	}
	const struct renderer *how = renderer_find(str_c(out ? out : ""));
	str bytes;
	if (how && (!how->render(a, root, &bytes, &e) || !file_write(a, out, bytes, true, &e))) {
		fprintf(stderr, "roundtrip: %s: %s\n", out, e.message);
		return 2;
	}
	bool same = trip(a, kind, f, how, &said);
	printf("%s: %s\n%.*s", path, same ? "the same" : "different", SF(buf_str(&said)));
	return !same;
}

/* Number of ways in which document `seed` came back otherwise than it went. */
static size_t differs(uint64_t seed, const struct renderer **how, size_t ways, size_t *compared)
{
	CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
	struct facts *f = chance_facts(a, seed);
	struct report_kinds kinds = reports_all();
	size_t bad = 0;
	for (size_t k = 0; k < kinds.n; k++)
		for (size_t w = 0; kinds.at[k]->needs == NEEDS_FACTS && w < ways; w++, ++*compared) {
			struct buf said = buf_open(a);
			if (!trip(a, kinds.at[k], f, how[w], &said)) {
				printf("seed %ju, %s, %s:\n%.*s", (uintmax_t)seed, kinds.at[k]->name, how[w] ? how[w]->name : "tree", SF(buf_str(&said)));
				bad++;
			}
		}
	return bad;
}

int main(int argc, char **argv)
{
	if ((argc == 4 || argc == 5) && !strcmp(argv[1], "--facts"))
		return of_file(argv[2], argv[3], argc == 5 ? argv[4] : NULL);
	const struct renderer *how[TRIP_WAYS];
	size_t ways = trip_ways(how), compared = 0, bad = 0, documents = 0;
	if (argc > 2 && !strcmp(argv[1], "--as")) {
		how[0] = renderer_find(str_c(argv[2]));
		ways = 1;
		argc -= 2;
		argv += 2;
	}
	uint64_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : DOCUMENTS, seed = argc > 2 ? strtoull(argv[2], NULL, 10) : SEED;
	for (uint64_t i = seed; i < seed + n; i++) {
		size_t here = differs(i, how, ways, &compared);
		bad += here;
		documents += here > 0;
	}
	printf("%ju documents by chance, %zu ways into a file and back: ", (uintmax_t)n, compared);
	if (bad)
		printf("%zu differ, of %zu documents\n", bad, documents);
	else
		printf("the same\n");
	return bad > 0;
}
