/* base/vec.h -- a growing array in an arena
 *
 * SHAPE    VEC(T) is a struct { T *at; size_t n, cap; }; vec_add gives the address of a new
 *          zeroed element
 * UNITS    n, cap: elements
 * ERRORS   none
 * MEMORY   arena; an address from vec_add is good until the next vec_add
 * SOURCE   none
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H
#include "base/arena.h"
#include <string.h>

#define VEC(T) struct { T *at; size_t n, cap; }

#define vec_add(a, v)                                                                              \
	(vec_room((a), (void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at), &(v)->at[(v)->n++])

/* Room for that many more at once: a list whose length is known need not be copied as it grows. */
#define vec_expect(a, v, more)                                                                     \
	vec_widen((a), (void **)&(v)->at, (v)->n, &(v)->cap, sizeof *(v)->at, (v)->n + (more))

static inline void vec_widen(struct arena *a, void **at, size_t n, size_t *cap, size_t size, size_t least)
{
	if (least <= *cap)
		return;
	size_t wide = *cap * 2 > least ? *cap * 2 : least;
	void *p = arena_alloc(a, size, wide, _Alignof(max_align_t));
	if (n)
		memcpy(p, *at, n * size);
	*at = p;
	*cap = wide;
}

static inline void vec_room(struct arena *a, void **at, size_t n, size_t *cap, size_t size)
{
	if (n == *cap)
		vec_widen(a, at, n, cap, size, n ? n + 1 : 4);
}

#endif
