/* A Word file: bytes that begin "PK" as they are; any others as its parts, parted by lines "--": the text, then styles,
 * lists and footnotes, each without its root element. */
#include "docin/read.h"
#include "../tests/pack.h"
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " \
	"xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
#define TYPE "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship " TYPE "styles\" " \
	"Target=\"styles.xml\"/><Relationship " TYPE "numbering\" Target=\"numbering.xml\"/><Relationship " TYPE "footnotes\" Target=\"footnotes.xml\"/></Relationships>"

static str packed(struct arena *a, str s)
{
	static const char *const names[] = { "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml" };
	struct packed files[COUNT(names) + 2] = { { "word/_rels/document.xml.rels", S(RELATIONS) } };
	size_t at = 0;
	for (size_t i = 0; i < COUNT(names); i++) {
		size_t end = str_find(s, S("\n--\n"), at);
		str part = str_sub(s, at, end);
		const char *root = i ? "parts" : "document";
		files[i + 1] = (struct packed){ names[i], str_fmt(a, "<w:%s " W ">%.*s</w:%s>", root, SF(part), root) };
		at = end < s.n ? end + 4 : s.n;
	}
	return pack(a, files);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_open((size_t)1 << 30);
	struct err e = { 0 };
	struct reading r = { .a = a };
	str bytes = { (const char *)data, size };
	struct buf b = buf_open(a);
	if (!str_starts(bytes, S("PK")))
		bytes = packed(a, bytes);
	if (reader_docx.read(&r, bytes, &e)) {
		node_text(a, r.root, &(text_marks){ 0 });
		node_print(&b, r.root);
	} else if (!e.message[0] || !e.hint[0]) {
		__builtin_trap();                  /* a refusal without a sentence */
	}
	arena_free(a);
	return 0;
}
