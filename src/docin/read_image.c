#include "docin/ocr.h"

static const struct { str begins; const char *name; } kinds[] = {
	{ S("\x89PNG\r\n\x1A\n"), "in.png" }, { S("\xFF\xD8\xFF"), "in.jpg" }, { S("II*\0"), "in.tif" }, { S("MM\0*"), "in.tif" },
	{ S("P5\n"), "in.pgm" },
};

static const char *name_of(str bytes)
{
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (str_starts(bytes, kinds[i].begins))
			return kinds[i].name;
	return NULL;
}

static int sniff(str bytes) { return name_of(bytes) ? 90 : 0; }

static bool convert(struct reading *r, str bytes, str *ret, struct err *e)
{
	return ocr_picture(r, name_of(bytes), bytes, ret, e);
}

const struct reader reader_image = {
	.name = "image",
	.help = "ảnh chụp hay quét (.png, .jpg, .tif), chữ được nhận dạng",
	.source = "issue 3 (scans and pictures)",
	.sniff = sniff,
	.convert = convert,
	.read = ocr_tree,
};
