/* web/render.h -- a compiled template walked over a view
 *
 * SHAPE    tools/mkhtml compiles src/web/html/NAME.html into templates; there is no other way into HTML. A name is looked for in the
 *          innermost object, then outwards, last in `around` (person, place, menu, notices). What is put in is escaped for where it
 *          stands: text, a quoted attribute, or a part of an address; there is no raw form.
 *            {{name}} {{a.b}}             the value
 *            {{#name}} … {{/name}}        for each row of a list; in an object; or once where it is there and neither empty,
 *                                     nor no, nor a count of 0 (0 points are there)
 *            {{^name}} … {{/name}}        otherwise
 *            {{?name=word}} … {{/name}}   where the text, or the count, is that word
 *            {{>part}}                    html/part.html, here
 *            {{page}}                     in layout.html: the page's own template
 *            {{! why }}                   nothing
 *          Sections may stand among attributes and in their values too. Points, percents, days and moments are written for people; in an
 *          address and in attributes that programs read (class, id, datetime, min, data-… …) as in JSON; in the value of an <input> as
 *          people type them, but days as type=date wants them.
 *          mkhtml refuses: {{ in <script>, <style>, comments, names of tags and attributes, unquoted values, attributes that are not in its
 *          table; on… attributes, style=; href, src, action, hx-get, hx-post whose value begins neither with "/" or "#" nor with a value
 *          (which must then be VIEW_LINK, and "?", "&" or "#" may follow it) or whose first word is a value; sections that do not close
 *          where they began, tags that do not nest. tests/web/refused.tsv has them all.
 * UNITS    UTF-8
 * ERRORS   a name that was never put is a mistake of ours: it renders as nothing and is counted in *missing (NULL: not asked), with
 *          the first in *first. Tests want 0.
 * MEMORY   appends to the buffer
 * SOURCE   HTML Living Standard (serializing); RFC 3986 (percent-encoding)
 */
#ifndef WEB_RENDER_H
#define WEB_RENDER_H
#include "web/view.h"

struct template;
const struct template *template_find(const char *name);              /* NULL: there is none */
struct missing { size_t n; str first; };
void render(struct buf *b, const struct template *layout, const struct template *page, const struct view *view, const struct view *around,
            struct missing *m);

#endif
