/* docin/tag.h -- one HTML tag
 *
 * SHAPE    name in lower case, whether it closes, and the attributes that matter here
 * UNITS    spans: 1..SPAN_MAX
 * ERRORS   tag_next gives 0 where s does not begin with a whole tag or comment: it is then text
 * MEMORY   none
 * SOURCE   HTML 5, 13.2.5 Tokenization, in its simple parts
 */
#ifndef DOCIN_TAG_H
#define DOCIN_TAG_H
#include "base/str.h"

enum { SPAN_MAX = 100 };

struct tag {
	char name[12];              /* "" for comments, declarations and names longer than any we know */
	bool close;
	bool bare;                  /* a list without its own markers: "list-style-type: none" */
	int  colspan, rowspan;
};

size_t tag_next(str s, struct tag *ret);

#endif
