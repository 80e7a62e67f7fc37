#include "base/arena.h"
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct block {
	struct block *prev;
	size_t        used, size;
	_Alignas(max_align_t) char data[];
};

struct arena {
	struct block *top;
	size_t        total, cap;
};

/* A block is as large as all before it: short-lived arenas clear little, long-lived ones ask seldom, and from 128 KB on calloc
 * hands out fresh pages without clearing them again. */
enum { BLOCK_MIN = 4 * 1024, BLOCK_MAX = 256 * 1024, EXIT_NO_MEMORY = 71 };

static _Noreturn void give_up(const struct arena *a)
{
	fprintf(stderr, "khacphuc: cần hơn %zu byte bộ nhớ cho một việc; dừng lại.\n", a->cap);
	_Exit(EXIT_NO_MEMORY);
}

struct arena *arena_open(size_t cap)
{
	struct arena *a = calloc(1, sizeof *a);
	if (!a)
		_Exit(EXIT_NO_MEMORY);
	a->cap = cap;
	return a;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	for (struct block *b = a->top, *prev; b; b = prev) {
		prev = b->prev;
		free(b);
	}
	free(a);
}

static size_t room_of(const struct arena *a, size_t n)
{
	size_t left = a->cap - a->total, room = a->total < BLOCK_MIN ? BLOCK_MIN : a->total < BLOCK_MAX ? a->total : BLOCK_MAX;
	room = room < n ? n : room;
	return room < left ? room : left;
}

void *arena_alloc(struct arena *a, size_t size, size_t count, size_t align)
{
	if (count > a->cap / size)
		give_up(a);
	size_t n = size * count;
	struct block *b = a->top;
	size_t at = b ? (b->used + align - 1) & ~(align - 1) : 0;
	if (!b || at > b->size || n > b->size - at) {
		size_t room = room_of(a, n);
		if (n > room || !(b = calloc(1, sizeof *b + room)))
			give_up(a);
		*b = (struct block){ .prev = a->top, .size = room };
		a->top = b;
		a->total += room;
		at = 0;
	}
	b->used = at + n;
	return b->data + at;
}

void arena_trim(struct arena *a, const void *end) { a->top->used = (size_t)((const char *)end - a->top->data); }
