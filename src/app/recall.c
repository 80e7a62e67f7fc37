#include "app/recall.h"
#include <stdlib.h>

enum { ANSWER_MOST = 64 << 20, EXIT_NO_MEMORY = 71 };

struct slot { struct arena *a; str key; const void *answer; unsigned long asked; };
struct recall { struct slot at[RECALL_MOST], *begun; unsigned long asked; };

void recall_close(struct recall **c)
{
	for (size_t i = 0; *c && i < RECALL_MOST; i++)
		arena_free((*c)->at[i].a);
	free(*c);
	*c = NULL;
}

const void *recall_find(struct recall *c, str key)
{
	for (size_t i = 0; c && i < RECALL_MOST; i++)
		if (c->at[i].answer && str_eq(c->at[i].key, key)) {
			c->at[i].asked = ++c->asked;
			return c->at[i].answer;
		}
	return NULL;
}

struct arena *recall_begin(struct recall **c)
{
	if (!*c && !(*c = calloc(1, sizeof **c)))
		_Exit(EXIT_NO_MEMORY);
	struct slot *oldest = &(*c)->at[0];
	for (size_t i = 1; i < RECALL_MOST; i++)
		if ((*c)->at[i].asked < oldest->asked)
			oldest = &(*c)->at[i];
	arena_free(oldest->a);
	*oldest = (struct slot){ .a = arena_open(ANSWER_MOST), .asked = ++(*c)->asked };
	(*c)->begun = oldest;
	return oldest->a;
}

void recall_keep(struct recall *c, str key, const void *answer)
{
	c->begun->key = str_copy(c->begun->a, key);
	c->begun->answer = answer;
}
