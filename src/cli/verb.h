/* cli/verb.h -- a verb is one row of cli/verbs.def and one file verb_NAME.c
 *
 * SHAPE    verb: what it is called with, what it says about itself, what it does. call: one use of it, with
 *          its arguments checked and counted.
 * UNITS    run gives the exit status of cli/cli.h; most: arguments at most, 0 = any number
 * ERRORS   run tells the user itself, by cli_complain
 * MEMORY   call.a lives as long as the call
 * SOURCE   facts.md (verbs, formats, exit status)
 */
#ifndef CLI_VERB_H
#define CLI_VERB_H
#include "app/examine.h"
#include "cli/cli.h"

enum format { FORMAT_TEXT, FORMAT_JSON };
enum { EXIT_SOUND = 0, EXIT_ERRORS = 1, EXIT_UNREADABLE = 2 };

struct verb;
struct call {
	const struct cli  *io;
	const struct verb *verb;
	struct arena      *a;
	enum format        format;
	const char       **args;
	size_t             n;
};

struct verb {
	const char *name;
	const char *usage;                 /* what follows the name: "FILE… [--format text|json]" */
	const char *help;                  /* one Vietnamese sentence, in the list of verbs */
	const char *more;                  /* the rest of `khacphuc help VERB` */
	const char *source;
	bool        formats;               /* takes --format */
	size_t      least, most;
	int (*run)(const struct call *c);
	void (*tell)(const struct call *c);    /* what help adds out of the program's own tables; may be NULL */
};

#define VERB(id) extern const struct verb verb_##id;
#include "cli/verbs.def"
#undef VERB

struct verbs { const struct verb *const *at; size_t n; };
struct verbs       verbs_all(void);
const struct verb *verb_find(const char *name);            /* NULL where there is none */

/* The complaint, and what to do about it. path: of the file it is about, or NULL. */
void cli_complain(const struct cli *io, const char *path, const struct err *e);

void help_print(const struct call *c);                                 /* the list of verbs */
void help_print_verb(const struct call *c, const struct verb *v);

#endif
