/* web/set_levels.h -- levels of sets, as a form offers them
 *
 * SHAPE    ended by NULL
 * UNITS    none
 * ERRORS   none
 * MEMORY   none
 * SOURCE   core/level.h
 */
#ifndef WEB_SET_LEVELS_H
#define WEB_SET_LEVELS_H
#include <stddef.h>
static const char *const set_levels[] = { "bộ", "tỉnh", "sở", "huyện", "xã", NULL };
#endif
