/* web/template.h -- a template as tools/mkhtml leaves it: what render.c walks and nothing else sees
 *
 * SHAPE    A row is HTML that stands as it is, and then one thing to do. names: where the value is ("person", "name"), and behind the
 *          last the whole ("person.name"). A section's rows follow it up to its OP_CLOSE; .behind is the row after that.
 * UNITS    lengths in bytes
 * ERRORS   none
 * MEMORY   constants
 * SOURCE   none
 */
#ifndef WEB_TEMPLATE_H
#define WEB_TEMPLATE_H
#include "base/str.h"

enum template_op_kind {
	OP_END,
	OP_TEXT,       /* for people: "0,228", "14/06/2026" */
	OP_FIELD,      /* in the value of an input: as people type it, but days as a browser wants them */
	OP_PLAIN,      /* as programs have it: "0.228", "2026-06-14" */
	OP_PIECE,      /* inside an address */
	OP_LINK,       /* a whole address, or its beginning */
	OP_EACH, OP_UNLESS, OP_IS, OP_CLOSE,
	OP_PART, OP_PAGE,
};
struct template;
struct template_op {
	str                    html;
	enum template_op_kind  kind;
	unsigned               n, behind;
	const str             *names;
	str                    word;           /* of OP_IS */
	const struct template *part;
};
struct template { const char *name; const struct template_op *ops; };
struct templates { const struct template *const *at; size_t n; };      /* by name */

extern const struct templates templates;

#endif
