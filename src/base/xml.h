/* base/xml.h -- XML as events, with the names of a reader's own table
 *
 * SHAPE    A grammar lists namespaces (several URIs may share one prefix: transitional and strict OOXML) and the element names
 *          the reader knows, written with those prefixes, each with its number; whatever prefixes the file uses. open
 *          and close get that number, 0 for any other element; attributes are asked for by name while open runs. An
 *          attribute without a prefix in the file is asked for without one.
 *          xml_feed takes chunks; the last call, with an empty chunk, ends the document.
 * UNITS    at most XML_DEPTH_MAX elements in each other, XML_SPACES_MAX prefixes that hold at one place, XML_TAG_MAX bytes of
 *          one tag
 * ERRORS   ERR_FORMAT not well-formed (with the line), a DOCTYPE (no entity is ever declared); ERR_LIMIT too deep, too many, too
 *          long. xml_stop ends parsing with the error the reader has set. After a failure every feed fails.
 * MEMORY   arena; xml_close (CLEANUP) gives back what expat holds. Text and attributes are good until the handler returns.
 * SOURCE   XML 1.0, Namespaces in XML 1.0, by expat
 */
#ifndef BASE_XML_H
#define BASE_XML_H
#include "base/err.h"

enum { XML_DEPTH_MAX = 256, XML_SPACES_MAX = 256, XML_TAG_MAX = 4 << 20 };

struct xml_space { const char *prefix, *uri; };
struct xml_name  { const char *name; int id; };          /* id > 0 */
struct xml;

struct xml_grammar {
	const struct xml_space *spaces;
	size_t                  n_spaces;
	const struct xml_name  *names;
	size_t                  n_names;
	void (*open)(void *ctx, struct xml *x, int name);
	void (*close)(void *ctx, struct xml *x, int name);
	void (*text)(void *ctx, str text);               /* may be NULL */
};

bool            xml_open(struct arena *a, const struct xml_grammar *g, void *ctx, struct xml **ret, struct err *e);
void            xml_close(struct xml **x);
MUST_CHECK bool xml_feed(struct xml *x, str chunk);      /* an empty chunk: the end */
MUST_CHECK bool xml_whole(struct arena *a, const struct xml_grammar *g, void *ctx, str bytes, struct err *e);

str  xml_attr(struct xml *x, const char *name);          /* empty where there is none */
int  xml_number(str s, int least, int most, int otherwise);   /* a decimal integer, clipped; otherwise where s is none */
int  xml_line(const struct xml *x);
void xml_stop(struct xml *x);

#endif
