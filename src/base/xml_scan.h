/* base/xml_scan.h -- the tokens of XML in UTF-8, fast; base/xml.h gives them meaning
 *
 * SHAPE    Office files are one long line of small tags, and most of the time of reading them went into a general parser.
 *          This one knows XML 1.0 without a DTD, in UTF-8: elements, attributes, text, CDATA, the five entities and
 *          characters by number, remarks and instructions (passed over). Chunks may end anywhere. attrs is name, value,
 *          name, value … NULL, as expat has it; names and values are good until the call returns.
 *          Not looked at, though XML says so: which letters past ASCII a name may have, and "]]>" in text.
 * UNITS    bytes; XML_SCAN_TAG_MAX for one tag, XML_SCAN_ATTRS_MAX attributes
 * ERRORS   the reason, which the caller says in words; .why for the log
 * MEMORY   arena
 * SOURCE   XML 1.0, fifth edition
 */
#ifndef BASE_XML_SCAN_H
#define BASE_XML_SCAN_H
#include "base/str.h"

enum { XML_SCAN_TAG_MAX = 4 << 20, XML_SCAN_ATTRS_MAX = 1000 };

enum xml_scanned { XML_SCAN_MORE, XML_SCAN_BROKEN, XML_SCAN_TAG_LONG, XML_SCAN_ATTRS, XML_SCAN_DOCTYPE, XML_SCAN_STOPPED };

struct xml_scan_calls {
	void (*open)(void *ctx, const char *name, const char **attrs);
	void (*close)(void *ctx, const char *name);
	void (*text)(void *ctx, const char *p, int n);
};

struct xml_scan;

struct xml_scan *xml_scan_open(struct arena *a, const struct xml_scan_calls *calls, void *ctx, const bool *stop);
enum xml_scanned xml_scan_feed(struct xml_scan *s, str chunk);      /* an empty chunk: the end; MORE is then success */
int              xml_scan_line(const struct xml_scan *s);
const char      *xml_scan_why(const struct xml_scan *s);

#endif
