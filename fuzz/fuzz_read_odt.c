/* The XML of an OpenDocument text: what stands before a NUL is styles.xml, what follows is content.xml; a single part is a
 * flat file. Packed without compressing, so that what the fuzzer changes reaches the reader, and any bytes as they are. */
#include "docin/read.h"
#include <stdint.h>
#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add(zip_t *z, const char *name, str bytes)
{
	zip_int64_t at = zip_file_add(z, name, zip_source_buffer(z, bytes.p, bytes.n, 0), 0);
	if (at < 0 || zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0))
		abort();
}

static str pack(struct arena *a, str styles, str content)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, NULL);
	zip_stat_t st;
	zip_source_keep(to);
	add(z, "mimetype", S("application/vnd.oasis.opendocument.text"));
	add(z, "styles.xml", styles);
	add(z, "content.xml", content);
	if (zip_close(z) || zip_source_open(to) || zip_source_stat(to, &st))
		abort();
	char *p = make_n(a, char, st.size);
	str out = { p, (size_t)zip_source_read(to, p, st.size) };
	zip_source_close(to);
	zip_source_free(to);
	return out;
}

static void read_one(struct arena *a, str bytes)
{
	struct err e = { 0 };
	struct reading r = { .a = a };
	struct buf b = buf_open(a);
	if (reader_odt.read(&r, bytes, &e)) {
		node_text(a, r.root, &(text_marks){ 0 });
		node_print(&b, r.root);
	} else if (!e.message[0]) {
		__builtin_trap();                  /* a refusal without a sentence */
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	str bytes = { (const char *)data, size };
	const char *nul = size ? memchr(bytes.p, 0, size) : NULL;
	size_t at = nul ? (size_t)(nul - bytes.p) : 0;
	if (str_starts(bytes, S("PK")))
		read_one(a, bytes);
	else if (nul)
		read_one(a, pack(a, str_sub(bytes, 0, at), str_sub(bytes, at + 1, size)));
	else if (size)
		read_one(a, bytes);
	arena_free(a);
	return 0;
}
