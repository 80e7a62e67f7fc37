/* roundtrip -- facts by chance, or of files, through every kind of document and every format that can be read
 *
 *     roundtrip [N [SEED]]               N documents (1,000) of each kind; prints what was compared; exit 1 at the first difference
 *     roundtrip --facts KIND FILE.json [OUT]   the facts that `khacphuc extract --format json` prints: the tree, and a file by its ending
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
	if (!kind || !file_read(a, path, ROOM / 4, &json, &e) || !facts_parse(a, json, &f, &e)) {
		fprintf(stderr, "roundtrip: %s: %s\n", path, kind ? e.message : "no such kind");
		return 2;
	}
	struct report_in in = { .facts = f, .draft = true };
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

int main(int argc, char **argv)
{
	if ((argc == 4 || argc == 5) && !strcmp(argv[1], "--facts"))
		return of_file(argv[2], argv[3], argc == 5 ? argv[4] : NULL);
	uint64_t n = argc > 1 ? strtoull(argv[1], NULL, 10) : DOCUMENTS, seed = argc > 2 ? strtoull(argv[2], NULL, 10) : SEED;
	struct report_kinds kinds = reports_all();
	size_t compared = 0;
	for (uint64_t i = seed; i < seed + n; i++) {
		CLEANUP(arena_close) struct arena *a = arena_open(ROOM);
		struct facts *f = chance_facts(a, i);
		for (size_t k = 0; k < kinds.n; k++) {
			struct buf said = buf_open(a);
			const struct renderer *how[TRIP_WAYS];
			size_t ways = kinds.at[k]->needs == NEEDS_FACTS ? trip_ways(how) : 0;
			for (size_t w = 0; w < ways; w++, compared++)
				if (!trip(a, kinds.at[k], f, how[w], &said)) {
					printf("seed %ju, %s, %s:\n%.*s", (uintmax_t)i, kinds.at[k]->name, how[w] ? how[w]->name : "tree", SF(buf_str(&said)));
					return 1;
				}
		}
	}
	printf("%ju documents by chance, %zu ways into a file and back: the same\n", (uintmax_t)n, compared);
	return 0;
}
