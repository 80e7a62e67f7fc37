#include "docout/advance.h"
#include "base/fold.h"

enum { EM = 2048, DIGIT = 1024, FIRST = ' ', LAST = '~' };
enum face { FACE_REGULAR, FACE_BOLD, FACE_ITALIC, FACES };

/* Of the characters from space to ~, in 1/2048 of the size. */
static const unsigned short ascii[FACES][LAST - FIRST + 1] = {
	{
		512, 682, 836, 1024, 1024, 1706, 1593, 369, 682, 682, 1024, 1155, 512, 682, 512, 569, 1024, 1024, 1024,
		1024, 1024, 1024, 1024, 1024, 1024, 1024, 569, 569, 1155, 1155, 1155, 909, 1886, 1479, 1366, 1366, 1479, 1251,
		1139, 1479, 1479, 682, 797, 1479, 1251, 1821, 1479, 1479, 1139, 1479, 1366, 1139, 1251, 1479, 1479, 1933, 1479,
		1479, 1251, 682, 569, 682, 961, 1024, 682, 909, 1024, 909, 1024, 909, 682, 1024, 1024, 569, 569, 1024,
		569, 1593, 1024, 1024, 1024, 1024, 682, 797, 569, 1024, 1024, 1479, 1024, 1024, 909, 983, 410, 983, 1108,
	},
	{
		512, 682, 1137, 1024, 1024, 2048, 1706, 569, 682, 682, 1024, 1167, 512, 682, 512, 569, 1024, 1024, 1024,
		1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1167, 1167, 1167, 1024, 1905, 1479, 1366, 1479, 1479, 1366,
		1251, 1593, 1593, 797, 1024, 1593, 1366, 1933, 1479, 1593, 1251, 1593, 1479, 1139, 1366, 1479, 1479, 2048, 1479,
		1479, 1366, 682, 569, 682, 1190, 1024, 682, 1024, 1139, 909, 1139, 909, 682, 1024, 1139, 569, 682, 1139,
		569, 1706, 1139, 1024, 1139, 1139, 909, 797, 682, 1139, 1024, 1479, 1024, 1024, 909, 807, 451, 807, 1065,
	},
	{
		512, 682, 860, 1024, 1024, 1706, 1593, 438, 682, 682, 1024, 1382, 512, 682, 512, 569, 1024, 1024, 1024,
		1024, 1024, 1024, 1024, 1024, 1024, 1024, 682, 682, 1382, 1382, 1382, 1024, 1884, 1251, 1251, 1366, 1479, 1251,
		1251, 1479, 1479, 682, 909, 1366, 1139, 1706, 1366, 1479, 1251, 1479, 1251, 1024, 1139, 1479, 1251, 1706, 1251,
		1139, 1139, 797, 569, 797, 864, 1024, 682, 1024, 1024, 909, 1024, 909, 569, 1024, 1024, 569, 569, 909,
		569, 1479, 1024, 1024, 1024, 1024, 797, 797, 569, 1024, 909, 1366, 909, 909, 797, 819, 563, 819, 1108,
	},
};

static const struct { unsigned short c, wide; } others[] = {
	{ 0x2013, 1024 }, { 0x2014, 2048 }, { 0x2018, 682 }, { 0x2019, 682 }, { 0x201C, 909 }, { 0x201D, 909 }, { 0x2022, 717 },
	{ 0x2026, 2048 }, { 0x00D7, 1155 }, { 0x2264, 1124 }, { 0x2265, 1124 },
};

static int wide(uint32_t c, enum face f)
{
	if (c >= FIRST && c <= LAST)
		return ascii[f][c - FIRST];
	char plain = fold_char(c);
	if (plain >= 'a' && plain <= 'z')
		return ascii[f][(char_is_upper(c) ? plain - 32 : plain) - FIRST];
	for (size_t i = 0; i < COUNT(others); i++)
		if (others[i].c == c)
			return others[i].wide;
	return plain == ' ' || plain == '-' ? ascii[f][plain - FIRST] : DIGIT;
}

/* Bold italic, which only "Nơi nhận:" is, counts as bold. */
static enum face face_of(enum weight w, enum slant s) { return w == BOLD ? FACE_BOLD : s == ITALIC ? FACE_ITALIC : FACE_REGULAR; }

/* -- lines: broken at spaces and line ends; a word that is longer than the room has a line of its own ---- */

struct lines { int64_t room, last, gap, longest; int n; };         /* last: as far as it is filled; gap: the spaces behind it */

static void put_word(struct lines *l, int64_t word)
{
	if (!word)
		return;
	bool fits = !l->last || l->last + l->gap + word <= l->room;
	l->n += !fits;
	l->last = fits ? l->last + l->gap + word : word;
	l->gap = 0;
	l->longest = word > l->longest ? word : l->longest;
}

static struct lines broken(str text, enum face f, int64_t room)
{
	struct lines l = { .room = room, .n = 1 };
	int64_t word = 0;
	for (size_t at = 0; at < text.n;) {
		uint32_t c = utf8_next(text, &at);
		if (c != ' ' && c != '\t' && c != '\n') {
			word += wide(c, f);
			continue;
		}
		put_word(&l, word);
		word = 0;
		l.gap += l.last ? wide(' ', f) : 0;
		if (c == '\n') {
			l.n++;
			l.last = l.gap = 0;
		}
	}
	put_word(&l, word);
	return l;
}

static int twips(int64_t ems, int size) { return (int)((ems * size * 10 + EM / 2) / EM); }

int advance(str text, int size, enum weight w, enum slant s) { return twips(broken(text, face_of(w, s), INT64_MAX / 2).last, size); }

struct advance_lines advance_lines(str text, int size, enum weight w, enum slant s, int room)
{
	struct lines l = broken(text, face_of(w, s), (int64_t)room * EM / (size * 10));
	return (struct advance_lines){ l.n, twips(l.last, size), twips(l.longest, size) };
}
