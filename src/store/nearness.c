#include "store/nearness.h"
#include "base/search.h"

enum { SIDE_BY_SIDE_IN_TITLE, SIDE_BY_SIDE, APART };

struct run { int column, end; };               /* where the phrases up to this one stand side by side: the place behind */

static void nearness(const Fts5ExtensionApi *api, Fts5Context *fts, sqlite3_context *to, int n, sqlite3_value **values)
{
	struct run runs[QUERY_WORDS];
	int words = n ? sqlite3_value_int(values[0]) : 0, all = 0, best = APART;
	int rc = words > QUERY_WORDS ? SQLITE_RANGE : api->xInstCount(fts, &all);
	for (int i = 0; i < words && i < QUERY_WORDS; i++)
		runs[i].column = -1;
	for (int i = 0; rc == SQLITE_OK && i < all && best != SIDE_BY_SIDE_IN_TITLE; i++) {
		int phrase, column, place;
		rc = api->xInst(fts, i, &phrase, &column, &place);
		if (rc != SQLITE_OK || phrase >= words || (phrase && (runs[phrase - 1].column != column || runs[phrase - 1].end != place)))
			continue;
		runs[phrase] = (struct run){ column, place + api->xPhraseSize(fts, phrase) };
		if (phrase == words - 1)
			best = column ? SIDE_BY_SIDE : SIDE_BY_SIDE_IN_TITLE;
	}
	if (rc == SQLITE_OK)
		sqlite3_result_int(to, best);
	else
		sqlite3_result_error_code(to, rc);
}

bool nearness_register(fts5_api *api) { return api->xCreateFunction(api, "nearness", NULL, nearness, NULL) == SQLITE_OK; }
