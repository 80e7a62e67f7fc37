/* app/selfcheck.h -- what this machine can do for us, and what is missing
 *
 * SHAPE    Text for a person: what the kernel protects with, whether a file can really be read in a child and a PDF
 *          drawn in another, and for each program
 *          of docin/tools.def its version (found by running it in its box) or the package to install.
 * UNITS    none
 * ERRORS   none: what is missing is what it says; *sound is false where files cannot be read safely
 * MEMORY   arena
 * SOURCE   issue 3
 */
#ifndef APP_SELFCHECK_H
#define APP_SELFCHECK_H
#include "base/str.h"

str selfcheck_text(struct arena *a, bool *sound);

/* One sentence where the kernel lacks a protection that is no reason to refuse to work; empty where it has all. */
str selfcheck_warning(struct arena *a);

#endif
