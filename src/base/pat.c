#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/pat.h"
#include "base/needs.h"
#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Steps are counted anew at each starting point of a search; memory for backtracking is in KiB. */
enum { STEPS_MAX = 200 * 1000, HEAP_MAX = 16 * 1024, SLOTS_MIN = 512 };

/* code: NULL until a text holds what the pattern needs: half of the patterns a document asks for are never compiled. anchored: the
 * pattern began with "^" and is compiled without it, to be tried at its place only. begins: the bytes a match can begin with,
 * NULL where PCRE2 cannot tell; most tries end there, before the cost of a call. */
struct slot { const char *pattern; const struct needs *needs; pcre2_code *code; const uint8_t *begins; int begin; bool anchored; };

/* With the sanitizers every pattern that is asked for is compiled at once, so that the tests meet a bad one. */
#if defined __SANITIZE_ADDRESS__
#define EAGER true
#elif defined __has_feature
#define EAGER __has_feature(address_sanitizer)
#else
#define EAGER false
#endif

struct pats {
	struct arena           *a;
	struct slot            *slot;
	size_t                  n, slots;          /* slots: a power of two */
	pcre2_general_context  *memory;
	pcre2_compile_context  *compiling;
	pcre2_match_context    *limits;
	pcre2_match_data       *data;
};

/* PCRE2 takes its memory from the arena: there is nothing to close, so nothing can leak. */
static void *take(size_t n, void *a) { return arena_alloc(a, 1, n ? n : 1, _Alignof(max_align_t)); }
static void  give(void *p, void *a) { (void)p, (void)a; }

struct pats *pats_open(struct arena *a)
{
	struct pats *ps = make(a, struct pats);
	*ps = (struct pats){ .a = a, .slots = SLOTS_MIN, .slot = make_n(a, struct slot, SLOTS_MIN) };
	ps->memory = pcre2_general_context_create(take, give, a);
	ps->compiling = pcre2_compile_context_create(ps->memory);
	ps->limits = pcre2_match_context_create(ps->memory);
	ps->data = pcre2_match_data_create(PAT_GROUPS, ps->memory);
	pcre2_set_match_limit(ps->limits, STEPS_MAX);
	pcre2_set_heap_limit(ps->limits, HEAP_MAX);
	return ps;
}

static struct slot *slot_of(struct slot *slot, size_t slots, const char *pattern)
{
	uint64_t h = (uint64_t)(uintptr_t)pattern * 0x9E3779B97F4A7C15U;
	size_t i = (size_t)(h >> 40) & (slots - 1);
	while (slot[i].pattern && slot[i].pattern != pattern)
		i = (i + 1) & (slots - 1);
	return &slot[i];
}

static void widen(struct pats *ps)
{
	size_t slots = ps->slots * 2;
	struct slot *wide = make_n(ps->a, struct slot, slots);
	for (size_t i = 0; i < ps->slots; i++)
		if (ps->slot[i].pattern)
			*slot_of(wide, slots, ps->slot[i].pattern) = ps->slot[i];
	ps->slot = wide;
	ps->slots = slots;
}

static _Noreturn void bad_pattern(const char *pattern, int why, size_t at)
{
	char text[160];
	pcre2_get_error_message(why, (PCRE2_UCHAR *)text, sizeof text);
	fprintf(stderr, "pattern does not compile: %s\n  at %zu: %s\n", pattern, at, text);
	abort();
}

/* "^…" without a choice outside brackets: all of it stands at the beginning. */
static bool begins_line(const char *pattern)
{
	int depth = 0;
	bool class = false;
	if (*pattern != '^')
		return false;
	for (const char *p = pattern; *p; p++) {
		if (*p == '\\' && p[1])
			p++;
		else if (class)
			class = *p != ']';
		else if (*p == '[')
			class = true, p += p[1] == ']' || (p[1] == '^' && p[2] == ']') ? 2 : 0;
		else if (*p == '(' || *p == ')')
			depth += *p == '(' ? 1 : -1;
		else if (*p == '|' && !depth)
			return false;
	}
	return true;
}

static void compile(struct pats *ps, struct slot *s)
{
	int why = 0;
	PCRE2_SIZE at = 0;
	s->code = pcre2_compile((PCRE2_SPTR)(s->pattern + s->anchored), PCRE2_ZERO_TERMINATED, 0, &why, &at, ps->compiling);
	if (!s->code)
		bad_pattern(s->pattern, why, at);
	uint32_t kind = 0, unit = 0;
	pcre2_pattern_info(s->code, PCRE2_INFO_FIRSTBITMAP, &s->begins);
	if (!pcre2_pattern_info(s->code, PCRE2_INFO_FIRSTCODETYPE, &kind) && kind == 1 &&
	    !pcre2_pattern_info(s->code, PCRE2_INFO_FIRSTCODEUNIT, &unit))
		s->begin = (int)unit;
}

static struct slot *slot_for(struct pats *ps, const char *pattern)
{
	struct slot *s = slot_of(ps->slot, ps->slots, pattern);
	if (s->pattern)
		return s;
	if (++ps->n * 2 > ps->slots) {
		widen(ps);
		s = slot_of(ps->slot, ps->slots, pattern);
	}
	struct needs needs = needs_of(pattern);
	*s = (struct slot){ .pattern = pattern, .begin = -1, .anchored = begins_line(pattern) };
	if (needs.n) {
		struct needs *kept = make(ps->a, struct needs);
		*kept = needs;
		s->needs = kept;
	}
	if (EAGER)
		compile(ps, s);
	return s;
}

static bool can_begin(const struct slot *s, str subject, size_t from)
{
	if (s->begin < 0 && !s->begins)
		return true;
	if (from == subject.n)
		return false;                      /* what has a first byte is not empty */
	unsigned char c = (unsigned char)subject.p[from];
	return s->begin >= 0 ? c == s->begin : s->begins[c / 8] >> (c % 8) & 1;
}

static bool run(struct pats *ps, const char *pattern, str subject, size_t from, uint32_t how, struct match *m)
{
	if (from > subject.n)
		return false;
	struct slot *s = slot_for(ps, pattern);
	if (s->anchored && from)
		return false;
	how |= s->anchored ? PCRE2_ANCHORED : 0;
	bool here = how & PCRE2_ANCHORED;
	if ((here && s->code && !can_begin(s, subject, from)) || (s->needs && !needs_met(s->needs, subject, from)))
		return false;
	if (!s->code) {
		compile(ps, s);
		if (here && !can_begin(s, subject, from))
			return false;
	}
	PCRE2_SPTR p = (PCRE2_SPTR)(subject.p ? subject.p : "");
	int n = pcre2_match(s->code, p, subject.n, from, how, ps->data, ps->limits);
	if (n < 0)
		return false;
	if (!m)
		return true;
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(ps->data);
	int groups = n ? n : PAT_GROUPS;           /* 0: more groups than we keep */
	for (int k = 0; k < PAT_GROUPS; k++) {
		bool took_part = k < groups && at[2 * k] != PCRE2_UNSET;
		m->at[k].from = took_part ? at[2 * k] : PAT_NONE;
		m->at[k].to = took_part ? at[2 * k + 1] : PAT_NONE;
	}
	return true;
}

bool pat_find(struct pats *ps, const char *pattern, str subject, size_t from, struct match *m)
{
	return run(ps, pattern, subject, from, 0, m);
}

bool pat_at(struct pats *ps, const char *pattern, str subject, size_t from, struct match *m)
{
	return run(ps, pattern, subject, from, PCRE2_ANCHORED, m);
}

bool pat_has(struct pats *ps, const char *pattern, str subject)
{
	return run(ps, pattern, subject, 0, 0, NULL);
}
