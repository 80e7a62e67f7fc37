/* Any bytes as a zip: opened, each entry asked for, inflated and read as XML. */
#include "base/archive.h"
#include "base/xml.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_tag(void *ctx, struct xml *x, int name)
{
	*(size_t *)ctx += (size_t)name + xml_attr(x, "id").n + xml_attr(x, "w:id").n;
}

static const struct xml_space spaces[] = { { "w", "urn:w" } };
static const struct xml_name names[] = { { "w:p", 1 } };
static const struct xml_grammar grammar = { spaces, COUNT(spaces), names, COUNT(names), on_tag, on_tag, NULL };

static void refused(const struct err *e)
{
	if (e->code == ERR_NONE || !e->message[0])
		__builtin_trap();                  /* a refusal without a sentence */
}

static void read_entry(struct arena *a, struct archive *z, size_t i)
{
	struct err e = { 0 };
	size_t sum = 0, at;
	str s;
	archive_find(z, archive_entry(z, i).name.p, &at);
	if (!archive_read(z, i, a, 1 << 20, &s, &e))
		refused(&e);
	else if (!xml_whole(a, &grammar, &sum, s, &e))
		refused(&e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)512 << 20);
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err e = { 0 };
	if (!archive_open(a, (str){ (const char *)data, size }, &z, &e)) {
		refused(&e);
		return 0;
	}
	for (size_t i = 0; i < archive_count(z) && i < 100; i++)
		read_entry(a, z, i);
	return 0;
}
