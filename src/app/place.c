#include "app/place.h"

str place_vi(struct arena *a, struct source at)
{
	struct buf b = buf_open(a);
	const struct { const char *name; int n; } parts[] = {
		{ "dòng", at.page ? 0 : at.line }, { "trang", at.page }, { "bảng", at.table }, { "hàng", at.row },
	};
	for (size_t i = 0; i < COUNT(parts); i++)
		if (parts[i].n)
			buf_fmt(&b, "%s%s %d", b.n ? ", " : "", parts[i].name, parts[i].n);
	return buf_str(&b);
}

str place_in(struct arena *a, str number, str file, struct source at)
{
	str name = number.n ? number : file, place = place_vi(a, at);
	return place.n ? str_fmt(a, "%.*s, %.*s", SF(name), SF(place)) : name;
}

/* A file of text has lines; in any other the line is the number of the paragraph, and a row of a table is found sooner. */
str place_for(struct arena *a, const char *reader, struct source at)
{
	struct buf b = buf_open(a);
	if (at.line && (!reader || !strcmp(reader, "text") || !strcmp(reader, "markdown")))
		return str_fmt(a, "dòng %d", at.line);
	if (at.page)
		buf_fmt(&b, "trang %d", at.page);
	if (at.table && at.row)
		buf_fmt(&b, "%sbảng %d, hàng %d", b.n ? ", " : "", at.table, at.row);
	else if (at.line)
		buf_fmt(&b, "%sđoạn %d", b.n ? ", " : "", at.line);
	return buf_str(&b);
}
