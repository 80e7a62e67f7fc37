/* docout/odt.h -- the parts of an .odt file, as its writers share them
 *
 * SHAPE    OpenDocument says what WordprocessingML says in other words, so styles, lists, rules and grids are those of docout/word.h and
 *          grid.h. What one paragraph or table has for itself is an automatic style, made when it is met: .own, which stands in front of
 *          the text. Pages: four masters, the first and the others of upright and of wide parts.
 * UNITS    twips, written as points
 * ERRORS   as docout/word.h
 * MEMORY   arena
 * SOURCE   OpenDocument 1.2 (ISO/IEC 26300), part 1
 */
#ifndef DOCOUT_ODT_H
#define DOCOUT_ODT_H
#include "docout/word.h"

#define ODT_SPACES \
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" " \
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" " \
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" " \
	"xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" office:version=\"1.2\""

enum { ODT_ABOVE_RULE = 80 };                         /* twips */

struct odt_own { str parent, properties; };            /* of a paragraph */

struct odt {
	struct word  w;                                /* .body: the text */
	struct buf   tables;                           /* their automatic styles */
	VEC(struct odt_own) owns;
	int          n_tables;
	int          list, level;                      /* that is open in the text; 0: none */
};

void odt_block(struct odt *o, const struct node *n, int room);
void odt_list_end(struct odt *o);
void odt_break(struct odt *o, const char *style);
void odt_table(struct odt *o, const struct node *t, int room);
void odt_paragraph(struct odt *o, const struct node *n, int room);
void odt_points(struct buf *b, const char *attribute, int twips);     /* name="1.5pt" */
str  odt_styles(struct odt *o);                                       /* styles.xml */
void odt_put_own(struct odt *o, struct buf *b);                       /* the automatic styles */

#endif
