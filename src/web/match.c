#include "web/dispatch.h"

enum { DIGITS_MOST = 18, IN_PATH = 4 };

static const struct page *const pages[] = {
#define PAGE(id) &page_##id,
#include "web/pages.def"
#undef PAGE
};

struct pages pages_all(void) { return (struct pages){ pages, COUNT(pages) }; }

/* What can stand for ":finding": 1, 2, …; nothing else is an address of ours. */
static size_t number(const char *p, size_t n)
{
	size_t len = 0;
	while (len < n && p[len] >= '0' && p[len] <= '9')
		len++;
	return len && len <= DIGITS_MOST && p[0] != '0' ? len : 0;
}

static bool match(const char *want, str path, struct given at[static IN_PATH], size_t *n)
{
	const char *p = path.p, *end = path.p + path.n;
	for (*n = 0; *want; want++) {
		if (*want != ':') {
			if (p == end || *p++ != *want)
				return false;
			continue;
		}
		size_t name = strcspn(want + 1, "/"), len = number(p, (size_t)(end - p));
		if (!len || *n == IN_PATH)
			return false;
		at[(*n)++] = (struct given){ { want + 1, name }, { p, len } };
		want += name;
		p += len;
	}
	return p == end;
}

const struct page *page_match(struct req *q)
{
	for (size_t i = 0; i < COUNT(pages); i++) {
		struct given at[IN_PATH];
		size_t n;
		if (pages[i]->method != q->method || !match(pages[i]->path, q->path, at, &n))
			continue;
		vec_expect(q->a, &q->given, n);
		memmove(q->given.at + n, q->given.at, q->given.n * sizeof at[0]);
		memcpy(q->given.at, at, n * sizeof at[0]);
		q->given.n += n;
		return pages[i];
	}
	return NULL;
}

const struct page *page_at(const char *path)
{
	for (size_t i = 0; i < COUNT(pages); i++)
		if (pages[i]->method == GET && !strcmp(pages[i]->path, path))
			return pages[i];
	return NULL;
}
