/* cli/cli.h -- the command line: which verb, over which files, said to whom
 *
 * SHAPE    cli: where output and complaints go, and how wide and colourful the output may be.
 *          cli_run reads the arguments, finds the verb in cli/verbs.def and runs it.
 * UNITS    columns: of the terminal; the value of cli_run is the exit status: 0 nothing to complain of,
 *          1 a check is an error, 2 a file cannot be read, the command is wrong or the output cannot be written
 * ERRORS   printed to .err as sentences; nothing else is shown of them
 * MEMORY   one arena for the arguments, one for each file, all freed before cli_run returns
 * SOURCE   facts.md (exit status); no-color.org (NO_COLOR)
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H
#include <stdbool.h>
#include <stdio.h>

struct cli {
	FILE *out, *err;
	int   columns;
	bool  colour;          /* out is a terminal that shows colours */
	bool  progress;        /* err is a terminal: a line may be written over */
};

struct cli cli_of_process(FILE *out, FILE *err);
int        cli_run(const struct cli *io, int argc, char **argv);

#endif
