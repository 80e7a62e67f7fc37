#include "docin/ending.h"
#include <stdint.h>

/* endings: each between two blanks. Text and Markdown go under each other's name; so do .doc and .rtf, which one program reads. */
static const struct kind { const char *reader, *endings, *words; } kinds[] = {
	{ "text", " txt md markdown ", "văn bản thuần (.txt)" },
	{ "markdown", " md markdown txt ", "văn bản Markdown (.md)" },
	{ "docx", " docx docm dotx dotm ", "tệp Word (.docx)" },
	{ "doc", " doc dot rtf ", "tệp Word kiểu cũ (.doc, .rtf)" },
	{ "xlsx", " xlsx xlsm xltx xltm ", "bảng tính Excel (.xlsx)" },
	{ "odt", " odt ott fodt ", "tệp OpenDocument (.odt)" },
	{ "ods", " ods ots fods ", "bảng tính OpenDocument (.ods)" },
	{ "pdf", " pdf ", "tệp PDF (.pdf)" },
	{ "image", " png jpg jpeg tif tiff bmp gif webp ", "ảnh" },
	{ "zip", " zip ", "tệp nén (.zip)" },
	{ "eml", " eml ", "thư điện tử (.eml)" },
};

enum { ENDING_MAX = 8 };

/* "pdf" of "Kế hoạch.PDF", in lower case and between blanks; empty where there is none or it is longer than any. */
static str ending_of(struct arena *a, str name)
{
	size_t at = name.n;
	while (at && name.p[at - 1] != '.' && name.p[at - 1] != '/')
		at--;
	if (!at || name.p[at - 1] != '.' || at == name.n || name.n - at > ENDING_MAX)
		return (str){ 0 };
	char *low = (char *)(uintptr_t)str_fmt(a, " %.*s ", SF(str_sub(name, at, name.n))).p;
	for (char *c = low; *c; c++)
		*c = *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
	return str_c(low);
}

static bool has(const struct kind *k, str ending) { return strstr(k->endings, ending.p) != NULL; }

void ending_note(struct reading *r, str name)
{
	str ending = ending_of(r->a, name);
	const struct kind *is = NULL, *says = NULL;
	for (size_t i = 0; ending.n && i < COUNT(kinds); i++) {
		if (!strcmp(kinds[i].reader, r->by->name))
			is = &kinds[i];
		if (has(&kinds[i], ending))
			says = &kinds[i];
	}
	if (is && says && !has(is, ending))
		read_note(r, "Tên tệp có đuôi .%.*s nhưng nội dung là %s: đã đọc theo nội dung. Nên đổi lại đuôi tệp cho đúng.",
		          SF(str_trim(ending)), is->words);
}
