#include "base/archive.h"
#include "docin/member.h"

/* What files of programs begin with: these are packages of one document, not archives of several. */
static const str packages[] = {
	S("mimetype"),    S("META-INF/"), S("content.xml"),      S("styles.xml"), S("meta.xml"),  S("settings.xml"),
	S("Thumbnails/"), S("Object "),   S("Configurations2/"), S("manifest."),  S("docProps/"), S("[Content_Types].xml"),
	S("_rels/"),      S("word/"),     S("word\\"),           S("xl/"),        S("xl\\"),      S("ppt/"),
	S("customXml/"),
};

static bool is_package(str bytes)
{
	for (size_t i = 0; i < COUNT(packages); i++)
		if (str_starts(str_sub(bytes, 30, 64), packages[i]))
			return true;
	return false;
}

/* A package that no other reader knows comes here, to be refused by its name. */
static int sniff(str bytes)
{
	if (str_starts(bytes, S("PK\5\6")))
		return 70;                         /* an empty one */
	return !str_starts(bytes, S("PK\3\4")) ? 0 : is_package(bytes) ? 1 : 70;
}

static bool refuse_package(str bytes, struct err *e)
{
	static const struct { str holds; const char *name, *save; } known[] = {
		{ S("ppt/"), "tệp trình chiếu (.pptx)", "PowerPoint rồi xuất ra PDF" },
		{ S("opendocument.presentation"), "tệp trình chiếu (.odp)", "LibreOffice rồi xuất ra PDF" },
		{ S("application/vnd.oasis."), "bản vẽ hay loại tệp khác của LibreOffice", "LibreOffice rồi xuất ra PDF" },
		{ S("application/epub"), "sách điện tử (.epub)", "chương trình đọc sách rồi xuất ra PDF" },
		{ S(""), "tệp của một chương trình khác, không phải văn bản Office", "chương trình đã tạo ra nó rồi xuất ra PDF" },
	};
	size_t i = 0;
	while (known[i].holds.n && str_find(bytes, known[i].holds, 0) == bytes.n)
		i++;
	fail(e, ERR_FORMAT, "Tệp là %s; loại tệp đó không đọc được.", known[i].name);
	return err_hint(e, "Hãy mở tệp bằng %s.", known[i].save);
}

/* One file that is damaged or has a password does not keep us from the others; a limit does. */
static bool take(struct reading *r, struct archive *z, size_t i, struct err *e)
{
	struct archive_entry entry = archive_entry(z, i);
	str bytes;
	if (entry.folder || member_is_system(entry.name))
		return true;
	if (archive_read(z, i, r->a, FILE_MAX, &bytes, e))
		return member_add(r, entry.name, bytes, e);
	if (e->code == ERR_LIMIT)
		return false;
	read_note(r, "Không đọc được “%s” trong tệp nén: %s", member_name(r->a, entry.name).p, e->message);
	return true;
}

static bool read_zip(struct reading *r, str bytes, struct err *e)
{
	CLEANUP(archive_close) struct archive *z = NULL;
	struct err last = { 0 };
	if (is_package(bytes))
		return refuse_package(bytes, e);
	if (!archive_open(r->a, bytes, &z, e))
		return false;
	for (size_t i = 0; i < archive_count(z); i++) {
		struct err one = { 0 };
		if (!take(r, z, i, &one))
			return *e = one, false;
		last = one.code ? one : last;
	}
	if (r->members.n || !last.code)
		return true;
	return *e = last, false;
}

const struct reader reader_zip = {
	.name = "zip",
	.help = "tệp nén (.zip): mỗi tệp bên trong được đọc riêng",
	.source = "PKWARE APPNOTE 6.3",
	.sniff = sniff,
	.read = read_zip,
};
