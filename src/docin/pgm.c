#include "docin/pgm.h"
#include <stdlib.h>

bool pgm_next(str bytes, size_t *at, struct pgm *ret)
{
	str from = str_sub(bytes, *at, bytes.n);
	char head[40] = "", *end = head;
	if (from.n)
		memcpy(head, from.p, from.n < sizeof head ? from.n : sizeof head - 1);
	if (strncmp(head, "P5\n", 3))
		return false;
	long width = strtol(head + 3, &end, 10), height = strtol(end, &end, 10);
	if (strncmp(end, "\n255\n", 5) || width < 1 || height < 1 || width > PGM_SIDE_MAX || height > PGM_SIDE_MAX)
		return false;
	size_t skip = (size_t)(end - head) + 5, dots = (size_t)width * (size_t)height;
	if (from.n - skip < dots)
		return false;
	*ret = (struct pgm){ (int)width, (int)height, (const unsigned char *)from.p + skip };
	*at += skip + dots;
	return true;
}
