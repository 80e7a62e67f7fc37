#include "docout/word.h"

static int width_of(enum begins page) { return page == BEGINS_LANDSCAPE ? PAGE_HEIGHT : PAGE_WIDTH; }

int word_room(enum begins page) { return twips(width_of(page)) - twips(MARGIN_LEFT) - twips(MARGIN_RIGHT); }

/* The number stands in the middle of the upper margin; none on the first page of a part, whose header is empty. */
str word_section(struct arena *a, enum begins page)
{
	bool landscape = page == BEGINS_LANDSCAPE;
	int number = PAGE_NUMBER_SIZE * 10 * 115 / 100, top = twips(MARGIN_TOP);       /* a line is 1.15 of its size */
	return str_fmt(a, "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:headerReference w:type=\"first\" r:id=\"rId5\"/>"
	                  "<w:type w:val=\"nextPage\"/><w:pgSz w:w=\"%d\" w:h=\"%d\"%s/>"
	                  "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"%d\" w:footer=\"%d\" w:gutter=\"0\"/>"
	                  "<w:pgNumType w:start=\"1\"/><w:cols w:space=\"720\"/><w:titlePg/></w:sectPr>",
	               twips(width_of(page)), twips(landscape ? PAGE_WIDTH : PAGE_HEIGHT), landscape ? " w:orient=\"landscape\"" : "", top,
	               twips(MARGIN_RIGHT), twips(MARGIN_BOTTOM), twips(MARGIN_LEFT), (top - number) / 2, (top - number) / 2);
}
