#include "base/words.h"
#include "base/fold.h"
#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>
#include <unictype.h>

struct letters { uint32_t at[WORD_BYTES]; size_t n; bool digit, foreign; };       /* lower case, NFC; foreign: more than ASCII */

/* -- characters ----------------------------------------------------------------------------------- */

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

static bool is_letter(uint32_t c)
{
	char plain = fold_char(c);
	if ((plain >= 'a' && plain <= 'z') || is_digit(c))
		return true;
	return c >= 0x80 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd);
}

/* Belongs to the letter before and changes nothing. */
static bool is_silent(uint32_t c)
{
	return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

static bool is_mark(uint32_t c) { return c >= 0x300 && uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M); }

/* NFC of the two; a mark that does not go into the letter is left out. */
static uint32_t with_mark(uint32_t letter, uint32_t mark)
{
	uint32_t pair[] = { letter, mark }, room[16];
	size_t n = COUNT(room);
	uint32_t *nfc = u32_normalize(UNINORM_NFC, pair, COUNT(pair), room, &n);
	uint32_t first = nfc && n ? nfc[0] : letter;
	if (nfc && nfc != room)
		free(nfc);
	return first;
}

/* -- one tone, one place -------------------------------------------------------------------------- */

enum { TONES = 5 };
static const struct { uint32_t plain, toned[TONES]; } vowels[] = {
	{ 'a', { 0xE0, 0x1EA3, 0xE3, 0xE1, 0x1EA1 } }, { 'e', { 0xE8, 0x1EBB, 0x1EBD, 0xE9, 0x1EB9 } },
	{ 'o', { 0xF2, 0x1ECF, 0xF5, 0xF3, 0x1ECD } }, { 'u', { 0xF9, 0x1EE7, 0x169, 0xFA, 0x1EE5 } },
	{ 'y', { 0x1EF3, 0x1EF7, 0x1EF9, 0xFD, 0x1EF5 } },
};

/* The tone on this vowel, 0: none. */
static size_t tone_of(uint32_t c, uint32_t *ret_plain)
{
	*ret_plain = c;
	for (size_t v = 0; c >= 0x80 && v < COUNT(vowels); v++)
		for (size_t t = 0; t < TONES; t++)
			if (vowels[v].toned[t] == c)
				return *ret_plain = vowels[v].plain, t + 1;
	return 0;
}

static uint32_t toned(uint32_t plain, size_t tone)
{
	for (size_t v = 0; tone && v < COUNT(vowels); v++)
		if (vowels[v].plain == plain)
			return vowels[v].toned[tone - 1];
	return plain;
}

/* oa, oe, uy: on the first vowel where the word ends with them, else (and after q) on the second. */
static void settle_tone(struct letters *l)
{
	for (size_t i = 0; i + 1 < l->n; i++) {
		uint32_t first, second;
		size_t one = tone_of(l->at[i], &first), two = tone_of(l->at[i + 1], &second);
		bool pair = (first == 'o' && (second == 'a' || second == 'e')) || (first == 'u' && second == 'y');
		if (!pair || !one == !two)
			continue;
		bool on_first = i + 2 == l->n && !(i && l->at[i - 1] == 'q');
		l->at[i] = toned(first, on_first ? one + two : 0);
		l->at[i + 1] = toned(second, on_first ? 0 : one + two);
	}
}

/* -- one word ------------------------------------------------------------------------------------- */

/* Letters past the room are passed over. Gives where the word ends; `at` when none begins there. */
static size_t take(str s, size_t at, struct letters *ret)
{
	size_t read = 0, end = at;
	*ret = (struct letters){ .n = 0 };
	while (at < s.n) {
		uint32_t c = utf8_next(s, &at);
		bool here = read && read <= WORD_BYTES;
		if (is_letter(c)) {
			if (read++ < WORD_BYTES)
				ret->at[ret->n++] = c < 0x80 ? (c >= 'A' && c <= 'Z' ? c | 0x20 : c) : uc_tolower(c);
			ret->digit |= is_digit(c);
		} else if (read && is_mark(c)) {
			if (here)
				ret->at[ret->n - 1] = with_mark(ret->at[ret->n - 1], c);
		} else if (!read || !is_silent(c)) {
			break;
		}
		ret->foreign |= c >= 0x80;
		end = at;
	}
	return end;
}

static size_t put_char(char *to, size_t n, uint32_t c)
{
	int more = u8_uctomb((uint8_t *)to + n, c, (ptrdiff_t)(WORD_BYTES - n));
	return more > 0 ? n + (size_t)more : WORD_BYTES + 1;            /* full */
}

static str spell(char *to, const struct letters *l, bool marks)
{
	size_t n = 0;
	for (size_t i = 0, next; i < l->n; i++, n = next) {
		char plain = marks && l->at[i] >= 0x80 ? '?' : fold_char(l->at[i]);
		next = put_char(to, n, plain == '?' ? l->at[i] : (uint32_t)(unsigned char)plain);
		if (next > WORD_BYTES)
			break;
	}
	return (str){ to, n };
}

/* Does a sign that joins numbers stand at `at`, and a digit behind it? */
static bool joins(str s, size_t at)
{
	return at + 1 < s.n && (s.p[at] == '.' || s.p[at] == ',') && is_digit((unsigned char)s.p[at + 1]);
}

/* The whole number or code that begins with `first`, up to w->chain. */
static str join(struct words *w, str first, bool digit, size_t end)
{
	struct letters l = { .digit = digit };
	size_t n = first.n;
	memcpy(w->joined, first.p, n);
	while (l.digit && joins(w->text, end)) {
		char part[WORD_BYTES];
		end = take(w->text, end + 1, &l);
		str p = spell(part, &l, false);
		if (n + 1 + p.n <= WORD_BYTES) {
			w->joined[n] = '.';
			memcpy(w->joined + n + 1, p.p, p.n);
		}
		n += 1 + p.n;
	}
	w->chain = end;
	return n > first.n && n <= WORD_BYTES ? (str){ w->joined, n } : (str){ 0 };
}

static bool links(str s, size_t at)
{
	if (at >= s.n || !memchr(".,/-", s.p[at], 4) || ++at >= s.n)
		return false;
	return is_letter(utf8_next(s, &at));
}

struct words words_open(str text) { return (struct words){ .text = text }; }

bool words_next(struct words *w, struct word *ret)
{
	struct letters l = { .n = 0 };
	size_t from = w->at, to = from;
	while (from < w->text.n && (to = take(w->text, from, &l)) == from)
		utf8_next(w->text, &from);
	if (!l.n)
		return w->at = w->text.n, false;
	w->at = to;
	*ret = (struct word){ .from = from, .to = to, .joined_to = to, .plain = spell(w->plain, &l, false), .linked = links(w->text, to) };
	if (l.foreign) {
		settle_tone(&l);
		str marked = spell(w->exact + 1, &l, true);
		w->exact[0] = '+';
		if (!str_eq(marked, ret->plain)) {
			ret->marked = marked;
			ret->exact = (str){ w->exact, marked.n + 1 };
		}
	}
	if (to > w->chain) {
		ret->joined = join(w, ret->plain, l.digit, to);
		ret->joined_to = ret->joined.n ? w->chain : to;
	}
	return true;
}
