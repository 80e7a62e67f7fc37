/* web/asset.h -- the files that pages load, compiled in: style sheets and scripts
 *
 * SHAPE    The address of one has the hash of what it holds behind it ("/tep/style.css?v=0a1b…"): a browser may keep it for ever,
 *          and asks for another address when it changed. asset_links puts all of them around a page: {{asset.style_css}}.
 *          They are packed; who takes no gzip gets asset_whole.
 * UNITS    bytes
 * ERRORS   asset_find: NULL where there is none
 * MEMORY   the packed bytes live in the program; asset_whole in the arena
 * SOURCE   RFC 9111 (immutable: RFC 8246); RFC 1952
 */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H
#include "web/view.h"

#define ASSET_AT "/tep/"

struct asset { str name, address, packed; const char *id, *type, *hash; size_t size; };

const struct asset *asset_find(str name);
void                asset_links(struct view *around);
str                 asset_whole(struct arena *a, const struct asset *f);

#endif
