/* docin/odf.h -- the package of an OpenDocument file, zipped or as one XML file
 *
 * SHAPE    odf_kind tells by the first bytes. odf_stream opens the package, refuses what is encrypted, mentions macros, and
 *          feeds styles.xml (where asked for) and content.xml to one grammar; the root element says which it is. A flat
 *          file is fed once.
 * UNITS    none
 * ERRORS   of base/archive.h and base/xml.h; ERR_FORMAT protected by a password, without content. A handler that has set the
 *          error calls xml_stop.
 * MEMORY   that of the reading
 * SOURCE   OpenDocument 1.3 part 2 (packages), part 3 (the names)
 */
#ifndef DOCIN_ODF_H
#define DOCIN_ODF_H
#include "base/xml.h"
#include "docin/read.h"

enum odf_kind { ODF_NONE, ODF_TEXT, ODF_SHEETS, ODF_PACKED_ANEW };   /* the last: one of the others */
enum { ODF_SPACES = 10 };
extern const struct xml_space odf_spaces[ODF_SPACES];

enum odf_kind   odf_kind(str bytes);
MUST_CHECK bool odf_stream(struct reading *r, str bytes, bool styles, const struct xml_grammar *g, void *ctx, struct err *e);

#endif
