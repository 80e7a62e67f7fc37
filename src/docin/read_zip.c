#include "base/archive.h"
#include "docin/member.h"

/* What files of programs begin with: these are packages of one document, not archives of several. */
static const str packages[] = {
	S("mimetype"),    S("META-INF/"), S("content.xml"),      S("styles.xml"), S("meta.xml"),  S("settings.xml"),
	S("Thumbnails/"), S("Object "),   S("Configurations2/"), S("manifest."),  S("docProps/"), S("[Content_Types].xml"),
	S("_rels/"),      S("word/"),     S("word\\"),           S("xl/"),        S("xl\\"),      S("ppt/"),
	S("customXml/"),
};

static int sniff(str bytes)
{
	if (str_starts(bytes, S("PK\5\6")))
		return 70;                         /* an empty one */
	if (!str_starts(bytes, S("PK\3\4")))
		return 0;
	for (size_t i = 0; i < COUNT(packages); i++)
		if (str_starts(str_sub(bytes, 30, 64), packages[i]))
			return 0;
	return 70;
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
