/* cli/verb.h -- a verb is one row of cli/verbs.def and one file verb_NAME.c
 *
 * SHAPE    verb: what it is called with (one word, or two: "set check"), what it says about itself, what it does. Its options are
 *          data: --format and -o are known to all verbs that say so, others are rows of .options. call: one use of it, with
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
#include "core/told.h"

enum format { FORMAT_UNSAID, FORMAT_TEXT, FORMAT_JSON, FORMAT_XLSX };
enum { EXIT_SOUND = 0, EXIT_ERRORS = 1, EXIT_UNREADABLE = 2 };

struct option { const char *name, *value, *help; bool repeats; };      /* value: "TỆP", as help shows it; NULL: it takes none */
struct given { const struct option *option; const char *value; };

struct verb;
struct call {
	const struct cli  *io;
	const struct verb *verb;
	struct arena      *a;
	enum format        format;             /* what was said, else what the name after -o ends with, else text */
	const char        *out;                /* -o; NULL: standard output */
	bool               force;              /* may replace the file after -o */
	const char       **args;
	size_t             n;
	VEC(struct given)  given;              /* as they came */
};

const char *call_option(const struct call *c, const char *name);       /* its last value; NULL: not given */

struct verb {
	const char *name;
	const char *usage;                 /* what follows the name: "FILE… [--format text|json]" */
	const char *help;                  /* one Vietnamese sentence, in the list of verbs */
	const char *more;                  /* the rest of `khacphuc help VERB` */
	const char *source;
	bool        formats;               /* takes --format text|json */
	bool        books;                 /* … or xlsx, and -o FILE [--force] */
	bool        writes;                /* only writes a file: -o FILE [--force], which must be given unless .formats */
	bool        any_ending;            /* writes: the verb itself says which files it can write; else .xlsx and .json */
	size_t      least, most;
	const struct option *options;
	size_t      n_options;
	int (*run)(const struct call *c);
	void (*tell)(const struct call *c);    /* what help adds out of the program's own tables; may be NULL */
};

#define VERB(id) extern const struct verb verb_##id;
#include "cli/verbs.def"
#undef VERB

struct verbs { const struct verb *const *at; size_t n; };
struct verbs       verbs_all(void);
const struct verb *verb_find(const char *name);            /* NULL where there is none */
const struct verb *verb_of(char *const *words, int n, int *taken);     /* the verb that these words begin with */
bool               verb_begins(const char *word);          /* the first of two words: "set" */

/* The complaint, and what to do about it. path: of the file it is about, or NULL. */
void cli_complain(const struct cli *io, const char *path, const struct err *e);
/* All that is wrong or was passed over in a file. */
void cli_told(const struct cli *io, const char *path, const struct told *t);
/* Puts the result where it was asked for. The exit status; EXIT_UNREADABLE, complained of, where it cannot be written. */
int  cli_put(const struct call *c, str bytes, int status);

void help_print(const struct call *c);                                 /* the list of verbs */
void help_print_verb(const struct call *c, const struct verb *v);
void help_print_begins(const struct call *c, const char *word);        /* those of two words that begin so */

#endif
