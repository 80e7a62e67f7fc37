#include "web/slow.h"
#include <sodium.h>
#include <stdatomic.h>
#include <sys/mman.h>

enum { SETS = 2048, WAYS = 8, KINDS = 3, TIME_BITS = 48, COUNT_MOST = 60000 };

/* A count is one word (failures << 48 | when), changed by compare-and-swap: a worker that dies in the middle leaves no lock behind. */
struct count { _Atomic uint64_t key, word; };
struct slow {
	unsigned char salt[crypto_shorthash_KEYBYTES];
	struct count  at[SETS][WAYS];
};

static const struct { int free, most; } kinds[KINDS] = { { 4, SLOW_PAIR_MOST }, { 10, SLOW_LOGIN_MOST }, { 30, SLOW_ADDRESS_MOST } };

struct slow *slow_open(void)
{
	struct slow *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (s == MAP_FAILED)
		return NULL;
	randombytes_buf(s->salt, sizeof s->salt);
	return s;
}

void slow_close(struct slow **s)
{
	if (*s)
		munmap(*s, sizeof **s);
	*s = NULL;
}

static uint64_t hash(const struct slow *s, str text)
{
	uint64_t h;
	crypto_shorthash((unsigned char *)&h, (const unsigned char *)(text.p ? text.p : ""), text.n, s->salt);
	return h;
}

static void keys_of(const struct slow *s, str login, str address, uint64_t ret[static KINDS])
{
	uint64_t l = hash(s, login), a = hash(s, address);
	uint64_t both[KINDS][3] = { { 0, l, a }, { 1, l, 0 }, { 2, 0, a } };
	for (int k = 0; k < KINDS; k++)
		ret[k] = hash(s, (str){ (const char *)both[k], sizeof both[k] }) | 1;       /* 0 is an empty place */
}

static int64_t when(uint64_t word) { return (int64_t)(word & ((UINT64_C(1) << TIME_BITS) - 1)); }
static int failures(uint64_t word, int64_t now) { return !word || now - when(word) >= SLOW_FADES ? 0 : (int)(word >> TIME_BITS); }

/* The count of a key. fresh: where there is none, the one that failed longest ago becomes it. */
static struct count *find(struct slow *s, uint64_t key, bool fresh)
{
	struct count *set = s->at[key % SETS], *oldest = set;
	for (int i = 0; i < WAYS; i++) {
		if (atomic_load(&set[i].key) == key)
			return &set[i];
		if (when(atomic_load(&set[i].word)) < when(atomic_load(&oldest->word)))
			oldest = &set[i];
	}
	if (!fresh)
		return NULL;
	atomic_store(&oldest->word, 0);
	atomic_store(&oldest->key, key);
	return oldest;
}

int slow_wait(struct slow *s, str login, str address, int64_t now)
{
	uint64_t keys[KINDS];
	int64_t longest = 0;
	if (!s)
		return 0;
	keys_of(s, login, address, keys);
	for (int k = 0; k < KINDS; k++) {
		const struct count *c = find(s, keys[k], false);
		uint64_t word = c ? atomic_load(&c->word) : 0;
		int over = failures(word, now) - kinds[k].free;
		int64_t delay = over < 0 ? 0 : over >= 16 ? kinds[k].most : INT64_C(1) << over;
		delay = delay > kinds[k].most ? kinds[k].most : delay;
		int64_t left = delay ? when(word) + delay - now : 0;
		longest = left > longest ? left : longest;
	}
	return (int)longest;
}

void slow_failed(struct slow *s, str login, str address, int64_t now)
{
	uint64_t keys[KINDS];
	if (!s)
		return;
	keys_of(s, login, address, keys);
	for (int k = 0; k < KINDS; k++) {
		struct count *c = find(s, keys[k], true);
		uint64_t is = atomic_load(&c->word), then;
		do {
			int n = failures(is, now) + 1;
			then = (uint64_t)(n > COUNT_MOST ? COUNT_MOST : n) << TIME_BITS | (uint64_t)now;
		} while (!atomic_compare_exchange_weak(&c->word, &is, then));
	}
}

void slow_passed(struct slow *s, str login, str address)
{
	uint64_t keys[KINDS];
	if (!s)
		return;
	keys_of(s, login, address, keys);
	struct count *c = find(s, keys[0], false);
	if (c)
		atomic_store(&c->word, 0);
}
