#include "app/apart.h"
#include "app/selfcheck.h"
#include "cli/cli.h"
#include "docin/child.h"
#include <string.h>

/* Whoever reads files on a kernel that cannot close paths is told so, once a run. */
static void warn(int argc)
{
	CLEANUP(arena_close) struct arena *a = arena_open(1 << 16);
	str w = argc > 2 ? selfcheck_warning(a) : (str){ 0 };
	if (w.n)
		fprintf(stderr, "khacphuc: %.*s\n", SF(w));
}

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], READ_CHILD))
		return read_child(argc, argv);
	if (argc > 1 && !strcmp(argv[1], EXAMINE_CHILD))
		return examine_child(argc, argv);
	struct cli io = cli_of_process(stdout, stderr);
	warn(argc);
	return cli_run(&io, argc, argv);
}
