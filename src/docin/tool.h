/* docin/tool.h -- programs that are not ours, each in a box of its own
 *
 * SHAPE    A tool is one line of docin/tools.def. tool_run makes an empty folder, writes the files of the call into it, starts
 *          the program there with nothing but that folder to write to, takes what it printed and the files it made
 *          (those whose names begin with .out), and removes the folder.
 * UNITS    seconds of the clock, bytes of memory; .most: bytes taken of all output together
 * ERRORS   ERR_NOT_FOUND the program is not installed (the hint names the package); ERR_LIMIT it took too long or too much and
 *          was killed with all it had started; ERR_SYSTEM no folder, no process. A program that ended by itself, with
 *          whatever status, is no error: the reader judges .status and .complaint.
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef DOCIN_TOOL_H
#define DOCIN_TOOL_H
#include "docin/read.h"

struct tool {
	const char *program, *package, *purpose;
	int         seconds;
	size_t      memory;
	const char *version;                   /* the argument that makes it say its version; NULL: it says so without any */
	bool        office;                    /* LibreOffice: it insists on a socket to listen on and on a profile */
};

#define TOOL(id, ...) extern const struct tool tool_##id;
#include "docin/tools.def"
#undef TOOL

struct tools { const struct tool *const *at; size_t n; };
struct tools tools_all(void);

struct tool_call {
	const char *const   *args;             /* without the program; ended by NULL */
	const struct member *files;            /* written into the folder first */
	size_t               n_files;
	const char          *out;              /* names of files to take begin so; NULL: only what it prints */
	size_t               most;
	int                  seconds;          /* fewer than the tool may take; 0: as many */
};
struct tool_result { int status; str printed, complaint; VEC(struct member) files; };   /* files: in the order of their names */

bool            tool_here(const struct tool *t);
MUST_CHECK bool tool_run(struct arena *a, const struct tool *t, const struct tool_call *c, struct tool_result *ret, struct err *e);

#endif
