/* Any bytes as a workbook; and, since a fuzzer does not find its way through deflate and CRC, as the sheet of a workbook that is
 * packed around them (the first byte says which part they are). */
#include "docin/read.h"
#include <stdlib.h>
#include <zip.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MAIN "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
#define RELS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define REL(id, kind, target) "<Relationship Id='" id "' Type='x/" kind "' Target='" target "'/>"

struct part { const char *name; str bytes; };
static const struct part usual[] = {
	{ "_rels/.rels", S(RELS REL("1", "officeDocument", "xl/workbook.xml") "</Relationships>") },
	{ "xl/workbook.xml", S("<workbook " MAIN " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
	                       "<sheets><sheet name='S' r:id='a'/><sheet name='T' r:id='b'/></sheets></workbook>") },
	{ "xl/_rels/workbook.xml.rels", S(RELS REL("a", "worksheet", "a.xml") REL("b", "worksheet", "b.xml") "</Relationships>") },
	{ "xl/sharedStrings.xml", S("<sst " MAIN "><si><t>TT</t></si><si><t>Tên</t></si><si><t>Nơi nhận:</t></si></sst>") },
	{ "xl/styles.xml", S("<styleSheet " MAIN "><cellXfs><xf/><xf numFmtId='9'/><xf numFmtId='14'/><xf numFmtId='46'/></cellXfs></styleSheet>") },
	{ "xl/a.xml", S("<worksheet " MAIN "><sheetData><row><c t='s'><v>0</v></c><c s='2'><v>46203</v></c></row></sheetData></worksheet>") },
	{ "xl/b.xml", S("<worksheet " MAIN "><sheetData/></worksheet>") },
};

static str packed(struct arena *a, size_t which, str bytes)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *z = zip_open_from_source(to, ZIP_TRUNCATE, NULL);
	zip_source_keep(to);
	for (size_t i = 0; i < COUNT(usual); i++) {
		str s = i == which ? bytes : usual[i].bytes;
		zip_int64_t at = zip_file_add(z, usual[i].name, zip_source_buffer(z, s.p, s.n, 0), 0);
		zip_set_file_compression(z, (zip_uint64_t)at, ZIP_CM_STORE, 0);
	}
	zip_stat_t st;
	if (zip_close(z) || zip_source_open(to) || zip_source_stat(to, &st))
		abort();
	char *p = make_n(a, char, st.size + 1);
	str out = { p, (size_t)zip_source_read(to, p, st.size) };
	zip_source_close(to);
	zip_source_free(to);
	return out;
}

static void read_one(struct arena *a, str bytes)
{
	struct reading r = { .a = a };
	struct err e = { 0 };
	struct buf b = buf_open(a);
	if (reader_xlsx.read(&r, bytes, &e)) {
		node_text(a, r.root, &(text_marks){ 0 });
		node_print(&b, r.root);
	} else if (e.code == ERR_NONE || !e.message[0]) {
		__builtin_trap();                  /* a refusal without a sentence */
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 30);
	str bytes = { (const char *)data, size };
	if (size < 2)
		return 0;
	if (data[0] == 'P')
		read_one(a, bytes);
	else
		read_one(a, packed(a, data[0] % (COUNT(usual) + 1), str_sub(bytes, 1, size)));
	return 0;
}
