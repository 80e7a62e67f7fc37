#include "facts_same.h"
#include "app/examine.h"
#include <jansson.h>
#include <stdlib.h>

static bool counts(const char *key) { return strcmp(key, "source") && strcmp(key, "file") && strcmp(key, "checks"); }

static int differ(struct buf *said, const char *path, const json_t *want, const json_t *have)
{
	char *w = want ? json_dumps(want, JSON_ENCODE_ANY) : NULL, *h = have ? json_dumps(have, JSON_ENCODE_ANY) : NULL;
	buf_fmt(said, "%s\n  wanted %s\n  came   %s\n", path, w ? w : "(nothing)", h ? h : "(nothing)");
	free(w);
	free(h);
	return 1;
}

static int compare(struct buf *said, const char *path, const json_t *want, const json_t *have)
{
	const char *key;
	json_t *value;
	int n = 0;
	if (json_is_object(want) && json_is_object(have)) {
		json_object_foreach((json_t *)want, key, value)
			n += counts(key) ? compare(said, str_fmt(said->a, "%s/%s", path, key).p, value, json_object_get(have, key)) : 0;
		json_object_foreach((json_t *)have, key, value)
			n += counts(key) && !json_object_get(want, key) ? differ(said, str_fmt(said->a, "%s/%s", path, key).p, NULL, value) : 0;
		return n;
	}
	if (json_is_array(want) && json_is_array(have)) {
		for (size_t i = 0; i < json_array_size(want) || i < json_array_size(have); i++)
			n += compare(said, str_fmt(said->a, "%s/%zu", path, i).p, json_array_get(want, i), json_array_get(have, i));
		return n;
	}
	return want && have && json_equal(want, have) ? 0 : differ(said, path, want, have);
}

bool facts_same(struct arena *a, const struct facts *want, const struct facts *have, struct buf *said)
{
	str one = facts_json(a, want), two = facts_json(a, have);
	json_t *w = json_loadb(one.p, one.n, 0, NULL), *h = json_loadb(two.p, two.n, 0, NULL);
	bool same = !compare(said, "", w, h);
	json_decref(w);
	json_decref(h);
	return same;
}
