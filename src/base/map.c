#include "base/map.h"

enum { SLOTS_LEAST = 64 };              /* a power of two, as all sizes */

static uint32_t hash(str s)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h ^ h >> 15;
}

static struct map_entry *slot(const struct map *m, str name, uint32_t h)
{
	size_t i = h & (m->slots - 1);
	while (m->at[i].name.p && (m->at[i].hash != h || !str_eq(m->at[i].name, name)))
		i = (i + 1) & (m->slots - 1);
	return &m->at[i];
}

static void grow(struct arena *a, struct map *m)
{
	struct map more = { .n = m->n, .slots = m->slots ? m->slots * 4 : SLOTS_LEAST };
	more.at = make_n(a, struct map_entry, more.slots);
	for (size_t i = 0; i < m->slots; i++)
		if (m->at[i].name.p)
			*slot(&more, m->at[i].name, m->at[i].hash) = m->at[i];
	*m = more;
}

int *map_put(struct arena *a, struct map *m, str name)
{
	uint32_t h = hash(name);
	if (m->n * 2 >= m->slots)
		grow(a, m);
	struct map_entry *e = slot(m, name, h);
	if (!e->name.p) {
		*e = (struct map_entry){ str_copy(a, name), h, 0 };
		m->n++;
	}
	return &e->number;
}

const int *map_get(const struct map *m, str name)
{
	const struct map_entry *e = m->slots ? slot(m, name, hash(name)) : NULL;
	return e && e->name.p ? &e->number : NULL;
}
