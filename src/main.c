#include "cli/cli.h"

int main(int argc, char **argv)
{
	struct cli io = cli_of_process(stdout, stderr);
	return cli_run(&io, argc, argv);
}
