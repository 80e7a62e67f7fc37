/* base/arena.h -- one lifetime, one arena
 *
 * SHAPE    A bump allocator over a list of blocks. Memory is zeroed.
 * UNITS    bytes
 * ERRORS   none: what a user can make grow is limited first, with a sentence; running past the
 *          cap after that is our own mistake and ends the process (docs/architecture.md)
 * MEMORY   arena_free() gives everything back at once. There is no free().
 * SOURCE   none
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <stddef.h>

struct arena;

struct arena *arena_open(size_t cap);
void          arena_free(struct arena *a);
void         *arena_alloc(struct arena *a, size_t size, size_t count, size_t align);
void          arena_trim(struct arena *a, const void *end);   /* gives back what the last allocation has from here on, not yet written to */

static inline void arena_close(struct arena **a) { arena_free(*a); }

#define make(a, T)      ((T *)arena_alloc((a), sizeof(T), 1, _Alignof(T)))
#define make_n(a, T, n) ((T *)arena_alloc((a), sizeof(T), (n), _Alignof(T)))
#define COUNT(x)        (sizeof(x) / sizeof((x)[0]))
#define CLEANUP(fn)     __attribute__((cleanup(fn)))

#endif
