#include "core/book.h"
#include "base/fold.h"
#include "core/set.h"

#define NONE_OF(...)
#define PAGE_NAME(page, name) [PAGE_##page] = name,
static const char *const page_names[PAGES] = {
#define PAGE PAGE_NAME
#define COLUMN NONE_OF
#define WORD NONE_OF
#include "core/book.def"
#undef PAGE
#undef COLUMN
#undef WORD
};

static const struct { enum book_page page; const char *heading, *also; } columns[] = {
#define PAGE NONE_OF
#define COLUMN(page, id, heading, also) { PAGE_##page, heading, also },
#define WORD NONE_OF
#include "core/book.def"
#undef PAGE
#undef COLUMN
#undef WORD
};

static const struct { enum book_choice choice; int value; const char *words, *json, *also; } choices[] = {
#define PAGE NONE_OF
#define COLUMN NONE_OF
#define WORD(choice, value, words, json, also) { CHOICE_##choice, value, words, json, also },
#include "core/book.def"
#undef PAGE
#undef COLUMN
#undef WORD
};

const char *book_page_name(enum book_page p) { return page_names[p]; }
const char *book_heading(int column) { return columns[column].heading; }

/* Is the folded text what these words fold to? */
static bool folds_to(const char *words, str folded)
{
	str w = str_c(words);
	size_t at = 0, n = 0;
	while (at < w.n && n < folded.n && fold_char(utf8_next(w, &at)) == folded.p[n])
		n++;
	return at == w.n && n == folded.n;
}

/* The first is 1; BOOK_NONE: it is none of them. */
static int place_among(const char *list, str folded)
{
	str l = str_c(list);
	int place = 1;
	for (size_t at = 0; at < l.n; place++) {
		size_t end = str_find(l, S("|"), at);
		if (str_eq(str_sub(l, at, end), folded))
			return place;
		at = end + 1;
	}
	return BOOK_NONE;
}

int book_page(str folded)
{
	int p = 0;
	while (p < PAGES && !folds_to(page_names[p], folded))
		p++;
	return p;
}

struct columns_of book_columns(enum book_page p)
{
	struct columns_of c = { 0, 0 };
	while (columns[c.first].page != p)
		c.first++;
	for (c.end = c.first; c.end < BOOK_COLUMNS && columns[c.end].page == p;)
		c.end++;
	return c;
}

int book_names(int column, str folded)
{
	return folds_to(columns[column].heading, folded) ? 0 : place_among(columns[column].also, folded);
}

int book_column(enum book_page p, str folded)
{
	struct columns_of all = book_columns(p);
	for (int c = all.first; c < all.end; c++)
		if (book_names(c, folded) != BOOK_NONE)
			return c;
	return BOOK_NONE;
}

const char *choice_words(enum book_choice c, int value)
{
	for (size_t i = 0; i < COUNT(choices); i++)
		if (choices[i].choice == c && choices[i].value == value)
			return choices[i].words;
	return "";
}

const char *choice_json(enum book_choice c, int value)
{
	for (size_t i = 0; i < COUNT(choices); i++)
		if (choices[i].choice == c && choices[i].value == value)
			return choices[i].json;
	return NULL;
}

int choice_of_words(enum book_choice c, str folded)
{
	for (size_t i = 0; i < COUNT(choices); i++)
		if (choices[i].choice == c && (folds_to(choices[i].words, folded) || place_among(choices[i].also, folded) != BOOK_NONE))
			return choices[i].value;
	return -1;
}

int choice_of_json(enum book_choice c, str name)
{
	for (size_t i = 0; i < COUNT(choices); i++)
		if (choices[i].choice == c && str_eq(str_c(choices[i].json), name))
			return choices[i].value;
	return -1;
}

str choice_list(struct arena *a, enum book_choice c)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < COUNT(choices); i++)
		if (choices[i].choice == c)
			buf_fmt(&b, "%s%s", b.n ? ", " : "", choices[i].words);
	return buf_str(&b);
}
