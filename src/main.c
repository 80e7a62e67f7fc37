#include "cli/cli.h"
#include "docin/child.h"
#include <string.h>

int main(int argc, char **argv)
{
	if (argc > 1 && !strcmp(argv[1], READ_CHILD))
		return read_child(argc, argv);
	struct cli io = cli_of_process(stdout, stderr);
	return cli_run(&io, argc, argv);
}
