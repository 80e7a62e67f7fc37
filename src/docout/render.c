#include "docout/render.h"

static const struct renderer *const rows[] = {
#define RENDERER(id) &render_##id,
#include "docout/renderers.def"
#undef RENDERER
};

struct renderers renderers_all(void) { return (struct renderers){ rows, COUNT(rows) }; }

const struct renderer *renderer_find(str ending)
{
	size_t dot = ending.n;
	while (dot && ending.p[dot - 1] != '.' && ending.p[dot - 1] != '/')
		dot--;
	str last = str_sub(ending, dot && ending.p[dot - 1] == '.' ? dot : 0, ending.n);
	for (size_t i = 0; i < COUNT(rows); i++)
		if (last.n == strlen(rows[i]->ending) && !strncasecmp(last.p, rows[i]->ending, last.n))
			return rows[i];
	return NULL;
}
