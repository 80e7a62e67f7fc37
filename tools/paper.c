/* paper -- prints src/web/asset/paper.css: docout/paper.h */
#include "docout/paper.h"
#include <stdio.h>

int main(void)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 20);
	struct buf b = buf_open(a);
	paper_css(&b);
	return fwrite(b.p, 1, b.n, stdout) != b.n;
}
