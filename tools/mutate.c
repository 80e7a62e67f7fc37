/* mutate -- does the program see a figure that was changed?
 *
 *     mutate [--program build/khacphuc] [--forms 000,003] [--documents N] [--seed S] [--sample] [--show]
 *     mutate --write DIR [--forms …] [--documents N] [--seed S]
 *
 * Composes documents whose figures all agree (compose.h), and for each of them
 *   1. compares what `khacphuc extract` finds with the truth; no check may be an error there;
 *   2. changes one figure at a time to another of the same form (a digit), and looks whether
 *      `khacphuc audit` says something that it did not say before and that concerns the figure.
 * Only determined figures count: those whose new value breaks a relation between printed figures (compose.h says
 * which, kind by kind). Prints determined, named and undetermined ones by form and kind.
 *
 * Exit status 0: criteria all found and no others, no error on an unchanged document, and at least 95 % of the
 * determined figures named. 1: not so. 2: could not run.
 *
 * --sample  a few documents and figures, for ./test          --show  every miss, a line each
 * --write   no program is run: the documents and their truth, as the tables that shared/tools/grade reads
 */
#include "compose/compose.h"

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum { NAMED_AT_LEAST = 95, RUN_SECONDS = 30, ANSWER_MAX = 64 * 1024 * 1024 };

struct options {
	const char *program, *write;
	bool forms[FORMS], sample, show;
	int  documents;
	uint64_t seed;
};

struct tally { int determined, named, undetermined; };

struct judge {
	struct options opt;
	char path[256], program[512];
	struct dice dice;
	struct tally by[FORMS][FIGURE_KINDS];
	int documents, criteria, found, foreign, errors, warnings, columns, agreed, runs;
};

__attribute__((format(printf, 1, 2), noreturn)) static void give_up(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	fputs("mutate: ", stderr);
	vfprintf(stderr, fmt, args);
	fputc('\n', stderr);
	va_end(args);
	exit(2);
}

/* -- the program ---------------------------------------------------------------------------------- */

static void write_file(const char *path, const char *text, size_t n)
{
	FILE *f = fopen(path, "wb");
	if (!f || fwrite(text, 1, n, f) != n || fclose(f))
		give_up("cannot write %s: %s", path, strerror(errno));
}

static int milliseconds_since(const struct timespec *start)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int)((now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000);
}

/* all that comes out of fd before the time is up; NULL when it is */
static char *read_answer(int fd, size_t *n)
{
	size_t cap = 1 << 16;
	char *p = malloc(cap);
	struct timespec start;
	clock_gettime(CLOCK_MONOTONIC, &start);
	for (*n = 0; p;) {
		struct pollfd wait = { .fd = fd, .events = POLLIN };
		int left = RUN_SECONDS * 1000 - milliseconds_since(&start);
		if (left <= 0 || poll(&wait, 1, left) <= 0 || *n > ANSWER_MAX) {
			free(p);
			return NULL;
		}
		if (cap - *n < 4096)
			p = realloc(p, cap *= 2);
		ssize_t got = p ? read(fd, p + *n, cap - *n) : -1;
		if (got <= 0)
			return p;
		*n += (size_t)got;
	}
	return NULL;
}

/* `program verb FILE --format json`, its answer as JSON; NULL when it gave none. */
static json_t *ask(struct judge *j, const char *verb)
{
	char word[16], format[] = "--format", json[] = "json";
	snprintf(word, sizeof word, "%s", verb);
	char *const argv[] = { j->program, word, j->path, format, json, NULL };
	posix_spawn_file_actions_t actions;
	int ends[2], status;
	pid_t child;

	if (pipe(ends))
		give_up("pipe: %s", strerror(errno));
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
	int failed = posix_spawnp(&child, j->program, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	if (failed)
		give_up("cannot run %s: %s", j->opt.program, strerror(failed));
	size_t n;
	char *answer = read_answer(ends[0], &n);
	close(ends[0]);
	if (!answer)
		kill(child, SIGKILL);
	waitpid(child, &status, 0);
	j->runs++;
	json_t *ret = answer ? json_loadb(answer, n, JSON_DISABLE_EOF_CHECK, NULL) : NULL;
	free(answer);
	if (!ret || !WIFEXITED(status) || WEXITSTATUS(status) > 1) {
		json_decref(ret);
		return NULL;
	}
	return ret;
}

/* -- the truth ------------------------------------------------------------------------------------- */

/* "1.50" and "1.5" are the same number; "" and "-" are none. */
static void plain_number(const char *s, char *out, size_t size)
{
	size_t n = 0;
	bool point = false;
	for (; s && *s && n + 1 < size; s++)
		if ((*s >= '0' && *s <= '9') || *s == '.' || *s == ',') {
			point |= *s < '0';
			out[n++] = *s == ',' ? '.' : *s;
		}
	while (point && n && out[n - 1] == '0')
		n--;
	if (n && out[n - 1] == '.')
		n--;
	out[n] = 0;
}

static bool same_number(const char *a, const char *b)
{
	char x[32], y[32];
	plain_number(a, x, sizeof x);
	plain_number(b, y, sizeof y);
	return !strcmp(x, y);
}

static const char *text_of(const json_t *o, const char *name)
{
	const char *s = json_string_value(json_object_get(o, name));
	return s ? s : "-";
}

static int line_of(const json_t *o)
{
	return (int)json_integer_value(json_object_get(json_object_get(o, "source"), "line"));
}

static void column(struct judge *j, const char *name, const char *where, const char *what, const char *want,
    const char *got, bool same)
{
	j->columns++;
	j->agreed += same;
	if (!same && j->opt.show)
		printf("  %s %s: %s: want %s, got %s\n", name, where, what, want, got);
}

static void column_number(struct judge *j, const char *name, const char *where, const char *what,
    const char *want, const json_t *o)
{
	if (strcmp(want, "-"))
		column(j, name, where, what, want, text_of(o, what), same_number(want, text_of(o, what)));
}

/* as shared/tools/grade writes it */
static void due_word(const json_t *criterion, char *out, size_t size)
{
	const json_t *due = json_object_get(criterion, "due");
	const char *kind = text_of(due, "kind"), *to = text_of(due, "to");
	if (!strcmp(kind, "-") || !strcmp(kind, "ongoing"))
		snprintf(out, size, "%s", kind);
	else if (!strcmp(kind, "year"))
		snprintf(out, size, "year:%.4s", to);
	else if (!strcmp(kind, "quarter") && strlen(to) >= 7)
		snprintf(out, size, "quarter:Q%d/%.4s", (atoi(to + 5) + 2) / 3, to);
	else
		snprintf(out, size, "%s:%s", kind, to);
}

static void judge_criterion(struct judge *j, const char *name, const struct true_criterion *t, const json_t *c)
{
	char due[64], line[16], want[16];
	const char *status = text_of(json_object_get(c, "progress"), "status");

	column_number(j, name, t->code, "max", t->max, c);
	column_number(j, name, t->code, "points", t->points, c);
	column_number(j, name, t->code, "lost", t->lost, c);
	due_word(c, due, sizeof due);
	column(j, name, t->code, "due", t->due, due, !strcmp(t->due, due));
	column(j, name, t->code, "status", t->status, status, !strcmp(t->status, status));
	if (strcmp(t->lead, "-"))
		column(j, name, t->code, "lead", t->lead, text_of(c, "lead"), !strcmp(t->lead, text_of(c, "lead")));
	snprintf(line, sizeof line, "%d", line_of(c));
	snprintf(want, sizeof want, "%d", t->line);
	column(j, name, t->code, "line", want, line, abs(t->line - line_of(c)) <= 1);
}

static const json_t *with_code(const json_t *list, const char *code)
{
	size_t i;
	json_t *o;
	json_array_foreach(list, i, o) {
		if (!strcmp(text_of(o, "code"), code))
			return o;
	}
	return NULL;
}

static void judge_document(struct judge *j, const char *name, const struct true_document *t, const json_t *facts)
{
	const json_t *d = json_object_get(facts, "document"), *r = json_object_get(facts, "result");
	const struct { const char *what, *want; const json_t *in; bool number; } row[] = {
		{ "kind", t->kind, d, false }, { "number", t->number, d, false }, { "issuer", t->issuer, d,
		    false }, { "place", t->place, d, false },
		{ "date", t->date, d, false }, { "cycle_year", t->year, d, true }, { "percent", t->percent, r, true },
		{ "rank", t->rank, r, true }, { "group_size", t->size, r, true } };
	for (size_t i = 0; i < sizeof row / sizeof *row; i++) {
		char got[160];
		const json_t *v = json_object_get(row[i].in, row[i].what);
		if (json_is_integer(v))
			snprintf(got, sizeof got, "%lld", (long long)json_integer_value(v));
		else
			snprintf(got, sizeof got, "%s", json_is_string(v) ? json_string_value(v) : "-");
		bool same = row[i].number ? same_number(row[i].want, got) : !strcmp(row[i].want, got);
		column(j, name, "document", row[i].what, row[i].want, got, same);
	}
}

static void judge_fields(struct judge *j, const char *name, const struct composed *c, const json_t *facts)
{
	for (size_t i = 0; i < c->fields_n; i++) {
		const struct true_field *t = &c->fields[i];
		const json_t *o = strcmp(t->code, "total") ? with_code(json_object_get(facts, "fields"),
		    t->code) : json_object_get(facts, "result");
		column_number(j, name, t->code, "max", t->max, o);
		column_number(j, name, t->code, "points", t->points, o);
		column_number(j, name, t->code, "printed_lost", t->printed_lost, o);
	}
}

static void judge_extract(struct judge *j, const char *name, const struct composed *c)
{
	json_t *facts = ask(j, "extract"), *list = json_object_get(facts, "criteria"), *o;
	size_t k;
	int hits = 0;

	j->documents++;
	j->criteria += (int)c->criteria_n;
	if (!facts && j->opt.show)
		printf("  %s: the program gave no answer\n", name);
	for (size_t i = 0; i < c->criteria_n; i++) {
		const struct true_criterion *t = &c->criteria[i];
		const json_t *got = with_code(list, t->code);
		hits += got != NULL;
		if (got)
			judge_criterion(j, name, t, got);
		else if (j->opt.show)
			printf("  %s: criterion %s is not found (line %d)\n", name, t->code, t->line);
	}
	j->found += hits;
	j->foreign += (int)json_array_size(list) - hits;
	json_array_foreach(list, k, o) {
		bool known = false;
		for (size_t i = 0; i < c->criteria_n; i++)
			known |= !strcmp(c->criteria[i].code, text_of(o, "code"));
		if (!known && j->opt.show)
			printf("  %s: no criterion %s stands there (line %d)\n", name, text_of(o, "code"),
			    line_of(o));
	}
	judge_fields(j, name, c, facts);
	judge_document(j, name, &c->document, facts);
	json_decref(facts);
}

/* -- the changed figures ---------------------------------------------------------------------------- */

static int64_t scaled(const char *text)                   /* ten-thousandths */
{
	int64_t v = 0;
	int left = -1;
	for (; *text; text++) {
		if (*text < '0' || *text > '9') {
			left = 4;
			continue;
		}
		v = v * 10 + (*text - '0');
		left -= left > 0;
	}
	for (int i = left < 0 ? 4 : left; i > 0; i--)
		v *= 10;
	return v;
}

/* Points stand beside their maximum, a of a ratio beside its b. */
static bool pairs(enum figure_kind a, enum figure_kind b)
{
	static const enum figure_kind pair[][2] = {
		{ FIGURE_POINTS, FIGURE_MAX }, { FIGURE_FIELD_POINTS, FIGURE_FIELD_MAX }, { FIGURE_TOTAL_POINTS,
		    FIGURE_TOTAL_MAX },
		{ FIGURE_PART, FIGURE_PART } };
	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		if ((a == pair[i][0] && b == pair[i][1]) || (a == pair[i][1] && b == pair[i][0]))
			return true;
	return false;
}

static const struct figure *partner(const struct composed *c, size_t i)
{
	const struct figure *f = &c->figures[i];
	for (size_t k = i ? i - 1 : 0; k <= i + 1 && k < c->figures_n; k++)
		if (k != i && pairs(f->kind, c->figures[k].kind) && !strcmp(c->figures[k].code, f->code))
			return &c->figures[k];
	return NULL;
}

/* Could a person have typed this? */
static bool plausible(const struct composed *c, size_t i, const char *text)
{
	const struct figure *f = &c->figures[i], *other = partner(c, i);
	int64_t v = scaled(text);
	bool less = f->kind == FIGURE_POINTS || f->kind == FIGURE_FIELD_POINTS || f->kind == FIGURE_TOTAL_POINTS
	         || (f->kind == FIGURE_PART && other > f);

	if (text[0] == '0' && text[1] >= '0' && text[1] <= '9' && f->text[0] != '0')
		return false;
	if (f->kind == FIGURE_PERCENT && v > 100 * 10000)
		return false;
	if (f->kind == FIGURE_YEAR || f->kind == FIGURE_DUE)
		return !strncmp(text, f->text, 3);
	if (v == 0 && f->kind != FIGURE_POINTS)
		return false;
	if (other && f->kind == FIGURE_PART && v == scaled(other->text))
		return false;                             /* all of them: then nothing would have been lost */
	return !other || (less ? v <= scaled(other->text) : v >= scaled(other->text));
}

/* another value with one digit changed; false when there is no plausible one */
static bool change(struct judge *j, const struct composed *c, size_t i, char *out)
{
	const struct figure *f = &c->figures[i];
	for (int tries = 0; tries < 40; tries++) {
		strcpy(out, f->text);
		size_t at = (size_t)dice_pick(&j->dice, (int)strlen(out));
		if (out[at] < '0' || out[at] > '9')
			continue;
		out[at] = (char)('0' + dice_pick(&j->dice, 10));
		if (out[at] != f->text[at] && plausible(c, i, out))
			return true;
	}
	return false;
}

static bool same_check(const json_t *a, const json_t *b)
{
	const char *const name[] = { "check", "where", "printed", "computed" };
	for (size_t i = 0; i < sizeof name / sizeof *name; i++)
		if (strcmp(text_of(a, name[i]), text_of(b, name[i])))
			return false;
	return line_of(a) == line_of(b);
}

static bool among(const json_t *list, const json_t *check)
{
	size_t i;
	json_t *o;
	json_array_foreach(list, i, o) {
		if (same_check(o, check))
			return true;
	}
	return false;
}

/* The code stands in `where` as a whole word. */
static bool where_is(const char *where, const char *code)
{
	size_t n = strlen(code);
	for (const char *p = where; n && (p = strstr(p, code)); p++) {
		char before = p == where ? ' ' : p[-1], after = p[n];
		if ((before == ' ' || before == ',') && (after == 0 || after == ' ' || after == ','))
			return true;
	}
	return false;
}

/* A check concerns a figure when it speaks of it, or of a figure that one of the relations it breaks ties to it: by
 * code, by line, or by value. The check is new, so it is the change that called it forth. */
static bool concerns(const struct composed *c, size_t i, const char *text, const json_t *check)
{
	const struct figure *f = &c->figures[i];
	if (same_number(text_of(check, "printed"), text) || same_number(text_of(check, "computed"), text)
	    || same_number(text_of(check, "printed"), f->text) || same_number(text_of(check, "computed"), f->text))
		return true;
	for (size_t r = 0; r < c->relations_n; r++) {
		const struct relation *rel = &c->relations[r];
		if (!relation_names(rel, (int)i) || relation_holds(c, rel, (int)i, text))
			continue;
		for (int k = -1; k < (rel->kind == RELATION_NOT_BEFORE ? 0 : rel->n); k++) {
			const struct figure *g = &c->figures[k < 0 ? rel->target : rel->part[k]];
			if (where_is(text_of(check, "where"), g->code) || line_of(check) == g->line)
				return true;
		}
	}
	return false;
}

static bool determined(const struct composed *c, size_t i, const char *text)
{
	for (size_t r = 0; r < c->relations_n; r++)
		if (relation_names(&c->relations[r], (int)i) && !relation_holds(c, &c->relations[r], (int)i, text))
			return true;
	return false;
}

static bool named(struct judge *j, const struct composed *c, size_t i, const char *text, const json_t *before)
{
	const struct figure *f = &c->figures[i];
	char *copy = malloc(c->n + 1);
	if (!copy)
		give_up("out of memory");
	memcpy(copy, c->text, c->n);
	for (int k = 0; k < f->n; k++)
		copy[f->at[k]] = text[k];
	write_file(j->path, copy, c->n);
	free(copy);
	json_t *answer = ask(j, "audit"), *check;
	const json_t *old = json_object_get(before, "checks");
	bool hit = false;
	size_t k;
	json_array_foreach(json_object_get(answer, "checks"), k, check) {
		hit |= !among(old, check) && concerns(c, i, text, check);
	}
	json_decref(answer);
	return hit;
}

static void judge_figures(struct judge *j, const char *name, const struct composed *c, const json_t *before)
{
	int skip = j->opt.sample ? (int)c->figures_n / 50 : 0;
	for (size_t i = 0; i < c->figures_n; i++) {
		const struct figure *f = &c->figures[i];
		char text[FIGURE_CHARS];
		if (f->kind == FIGURE_CODE || (skip && dice_pick(&j->dice, skip + 1)) || !change(j, c, i, text))
			continue;
		struct tally *t = &j->by[c->form][f->kind];
		if (!determined(c, i, text)) {
			t->undetermined++;
			continue;
		}
		t->determined++;
		if (named(j, c, i, text, before))
			t->named++;
		else if (j->opt.show)
			printf("  %s line %d: %s of %s: %s -> %s is not named\n", name, f->line,
			    figure_kind_name[f->kind], f->code, f->text, text);
	}
}

static void judge_sound(struct judge *j, const char *name, const struct composed *c, const json_t *audit)
{
	json_t *check;
	size_t i;
	if (!audit)
		j->errors++;
	json_array_foreach(json_object_get(audit, "checks"), i, check) {
		bool error = !strcmp(text_of(check, "severity"), "error");
		if (c->blank && !strcmp(text_of(check, "check"), "blank"))
			continue;
		j->errors += error;
		j->warnings += !error;
		if (j->opt.show)
			printf("  %s is sound, yet %s: %s %s line %d: %s (%s, %s)\n", name, text_of(check,
			    "severity"), text_of(check, "check"), text_of(check, "where"),
			       line_of(check), text_of(check, "message"), text_of(check, "printed"),
			       text_of(check, "computed"));
	}
}

/* -- reports ------------------------------------------------------------------------------------------ */

static void print_row(const char *form, const char *kind, const struct tally *t)
{
	char rate[16] = "-";
	if (t->determined)
		snprintf(rate, sizeof rate, "%.1f", 100.0 * t->named / t->determined);
	printf("%-6s %-16s %10d %7d %7s %13d\n", form, kind, t->determined, t->named, rate, t->undetermined);
}

static void count_in(struct tally *sum, const struct tally *t)
{
	sum->determined += t->determined;
	sum->named += t->named;
	sum->undetermined += t->undetermined;
}

static bool report(const struct judge *j)
{
	struct tally all = { 0, 0, 0 };
	printf("%-6s %-16s %10s %7s %7s %13s\n", "form", "kind", "determined", "named", "%", "undetermined");
	for (int f = 0; f < FORMS; f++) {
		struct tally form = { 0, 0, 0 };
		for (int k = 0; k < FIGURE_KINDS; k++) {
			const struct tally *t = &j->by[f][k];
			if (t->determined || t->undetermined)
				print_row(form_name[f], figure_kind_name[k], t);
			count_in(&form, t);
		}
		if (form.determined || form.undetermined)
			print_row(form_name[f], "all", &form);
		count_in(&all, &form);
	}
	print_row("all", "", &all);
	printf("documents %d, runs %d; criteria %d, found %d, foreign %d; columns %d of %d agree; on sound "
	    "documents %d errors, %d warnings\n",
	       j->documents, j->runs, j->criteria, j->found, j->foreign, j->agreed, j->columns, j->errors,
	       j->warnings);
	bool good = j->found == j->criteria && !j->foreign && !j->errors && all.determined
	         && (long)all.named * 100 >= (long)all.determined * NAMED_AT_LEAST;
	puts(good ? "mutate: good" : "mutate: not good enough");
	return good;
}

/* -- documents for people, and for shared/tools/grade ------------------------------------------------ */

static FILE *table(const char *dir, const char *name, const char *head)
{
	char path[512];
	snprintf(path, sizeof path, "%s/%s.tsv", dir, name);
	FILE *f = fopen(path, "wb");
	if (!f)
		give_up("cannot write %s: %s", path, strerror(errno));
	fprintf(f, "# %s\n", head);
	return f;
}

static void document_name(char *out, size_t size, int form, int number)
{
	snprintf(out, size, "%s-%04d", form_name[form], number);
}

static const char *suffix(int form) { return form == FORM_MARKDOWN ? "md" : "txt"; }

/* A judge must be sound itself: what compose() wrote agrees, and each figure stands where it says. */
static struct composed *composed(enum compose_form form, uint64_t seed)
{
	struct composed *c = compose(form, seed);
	for (size_t r = 0; r < c->relations_n; r++)
		if (!relation_holds(c, &c->relations[r], -1, ""))
			give_up("form %s, seed %llu: relation %zu of figure \"%s\" does not hold",
			    form_name[form], (unsigned long long)seed, r,
			        c->figures[c->relations[r].target].text);
	for (size_t i = 0; i < c->figures_n; i++)
		for (int k = 0; k <= c->figures[i].n; k++)
			if (k < c->figures[i].n ? c->text[c->figures[i].at[k]] != c->figures[i].text[k]
			    : c->figures[i].text[k] != 0)
				give_up("form %s, seed %llu: figure %zu \"%s\" is not where it should be",
				    form_name[form], (unsigned long long)seed, i,
				        c->figures[i].text);
	return c;
}

static void write_all(const struct options *opt)
{
	mkdir(opt->write, 0777);
	FILE *criteria = table(opt->write, "criteria", "seed\tcode\tmax\tpoints\tlost\tdue\tstatus\tlead");
	FILE *fields = table(opt->write, "fields", "seed\tcode\tmax\tpoints\tlost\tprinted_lost");
	FILE *documents = table(opt->write, "documents",
	    "seed\tkind\tnumber\tissuer\tplace\tdate\tcycle_year\tpercent\trank\tgroup_size");
	FILE *findings = table(opt->write, "findings", "seed\twhat\torigin\tbegins");
	FILE *checks = table(opt->write, "checks", "seed\tcheck\twhere\tprinted\tcomputed\tseverity\tremark");

	for (int form = 0; form < FORMS; form++)
		for (int n = 0; n < opt->documents && opt->forms[form]; n++) {
			char name[32], path[512];
			struct composed *c = composed((enum compose_form)form, opt->seed + (uint64_t)n);
			const struct true_document *d = &c->document;
			document_name(name, sizeof name, form, n);
			snprintf(path, sizeof path, "%s/%s.%s", opt->write, name, suffix(form));
			write_file(path, c->text, c->n);
			for (size_t i = 0; i < c->criteria_n; i++) {
				const struct true_criterion *t = &c->criteria[i];
				fprintf(criteria, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", name, t->code, t->max,
				    t->points, t->lost, t->due, t->status, t->lead);
			}
			for (size_t i = 0; i < c->fields_n; i++) {
				const struct true_field *t = &c->fields[i];
				fprintf(fields, "%s\t%s\t%s\t%s\t%s\t%s\n", name, t->code, t->max, t->points,
				    t->lost, t->printed_lost);
			}
			for (size_t i = 0; i < c->findings_n; i++)
				fprintf(findings, "%s\t%s\t%s\t%s\n", name, c->findings[i].what,
				    c->findings[i].origin, c->findings[i].begins);
			fprintf(documents, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", name, d->kind, d->number,
			    d->issuer, d->place, d->date,
			        d->year, d->percent, d->rank, d->size);
			compose_close(c);
		}
	FILE *const all[] = { criteria, fields, documents, findings, checks };
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		fclose(all[i]);
}

static void judge_all(struct judge *j)
{
	char dir[] = "/tmp/mutate.XXXXXX";
	if (!mkdtemp(dir))
		give_up("mkdtemp: %s", strerror(errno));
	for (int form = 0; form < FORMS; form++)
		for (int n = 0; n < j->opt.documents && j->opt.forms[form]; n++) {
			char name[32];
			struct composed *c = composed((enum compose_form)form, j->opt.seed + (uint64_t)n);
			document_name(name, sizeof name, form, n);
			snprintf(j->path, sizeof j->path, "%s/%s.%s", dir, name, suffix(form));
			write_file(j->path, c->text, c->n);
			judge_extract(j, name, c);
			json_t *before = ask(j, "audit");
			judge_sound(j, name, c, before);
			if (before)
				judge_figures(j, name, c, before);
			json_decref(before);
			compose_close(c);
			unlink(j->path);
		}
	rmdir(dir);
}

static void choose_forms(struct options *opt, const char *list)
{
	for (int f = 0; f < FORMS; f++)
		opt->forms[f] = strstr(list, form_name[f]) != NULL;
}

static struct options options_of(int argc, char **argv)
{
	struct options opt = { .program = "build/khacphuc", .documents = 0, .seed = 1 };
	choose_forms(&opt, "000,001,002,003,004");
	for (int i = 1; i < argc; i++) {
		const char *value = i + 1 < argc ? argv[i + 1] : "";
		bool takes = true;
		if (!strcmp(argv[i], "--program"))
			opt.program = value;
		else if (!strcmp(argv[i], "--write"))
			opt.write = value;
		else if (!strcmp(argv[i], "--forms"))
			choose_forms(&opt, value);
		else if (!strcmp(argv[i], "--documents"))
			opt.documents = atoi(value);
		else if (!strcmp(argv[i], "--seed"))
			opt.seed = strtoull(value, NULL, 10);
		else if (takes = false, !strcmp(argv[i], "--sample"))
			opt.sample = true;
		else if (!strcmp(argv[i], "--show"))
			opt.show = true;
		else
			give_up("what is %s? See the head of tools/mutate.c", argv[i]);
		i += takes;
	}
	if (opt.documents <= 0)
		opt.documents = opt.sample ? 3 : 20;
	return opt;
}

int main(int argc, char **argv)
{
	struct judge j = { .opt = options_of(argc, argv) };
	j.dice.state = j.opt.seed;
	snprintf(j.program, sizeof j.program, "%s", j.opt.program);
	if (j.opt.write) {
		write_all(&j.opt);
		return 0;
	}
	judge_all(&j);
	return report(&j) ? 0 : 1;
}
