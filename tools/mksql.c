/* mksql -- turns the .sql files of src/store/sql into the closed list of statements that the program can run.
 *
 *     mksql names FILE.sql ...  > queries.h         enum query_id, struct args_NAME, enum table_id
 *     mksql table FILE.sql ...  > queries.def       QUERY rows: both spellings; TABLE rows; MIGRATION rows
 *     mksql test FILE.sql ...   > migrations.def    only MIGRATION rows (the tests have migrations of their own)
 *
 * A file whose name begins with four digits is a migration, with the tables it makes; every other one holds statements:
 *
 *     -- name: remedy_list                 then what it does, in comments
 *     -- unscoped: why                     it reads or writes what belongs to a body without asking who may
 *     -- internal: why                     it writes without a row in the audit log
 *     -- only: sqlite                      (or postgresql) the same name stands twice, once for each
 *     SELECT … :param … ;
 *
 * SEES(area, column) and MAY(act, area, column) become the test whether the person :who may see, or do that with, the body in the column.
 * SEES gathers what may be seen once, for a list; MAY, of which see is an act too, looks up the keys of one row. Areas may be joined by "|";
 * SEES(=column, column) takes the area of each row from a column. A statement that touches a table with body_id must have one, or say
 * why not. What writes is one INSERT, UPDATE or DELETE of one table, without ON CONFLICT DO UPDATE unless it is internal: RETURNING *
 * is put behind it, and for an UPDATE a statement before_NAME is made that reads (on PostgreSQL locks) the rows it will change, so that
 * db_change can log every row before and after.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { QUERIES = 1024, TABLES = 128, ARGS = 40, TEXT = 12000, NAME = 64 };

struct text { char at[TEXT]; size_t n; };
struct query {
	char        name[NAME], table[NAME], where[160];
	char        arg[ARGS][NAME];
	int         args, writes, before;              /* before: of a statement that reads what another will change, its number + 1 */
	int         from[ARGS];                        /* of a before_ statement: which argument of the other */
	bool        internal, scoped, unscoped;
	struct text sql[2];                            /* SQLite, PostgreSQL */
	bool        has[2];
};
static struct query *q[QUERIES];
static int nq;
static struct { char name[NAME]; bool body, id; } tables[TABLES];
static int n_tables;
static struct { const char *path; char *text[2]; } migration[100];
static int n_migrations;

static void die(const char *where, int line, const char *why)
{
	fprintf(stderr, "%s:%d: %s\n", where, line, why);
	exit(1);
}

static void quoted(const char *s)
{
	putchar('"');
	for (; *s; s++)
		if (*s == '\n')
			fputs("\\n", stdout);
		else {
			if (*s == '"' || *s == '\\')
				putchar('\\');
			putchar(*s);
		}
	putchar('"');
}

static bool word_at(const char *from, const char *p, const char *word)
{
	size_t n = strlen(word);
	return !strncmp(p, word, n) && !(isalnum((unsigned char)p[n]) || p[n] == '_') &&
	       (p == from || !(isalnum((unsigned char)p[-1]) || p[-1] == '_'));
}

static bool has_word(const char *text, const char *word)
{
	for (const char *p = text; (p = strstr(p, word)); p++)
		if (word_at(text, p, word))
			return true;
	return false;
}

static void put(struct text *t, const char *s, size_t n, const char *where, int line)
{
	if (t->n + n + 1 > TEXT)
		die(where, line, "a statement longer than 12,000 bytes");
	memcpy(t->at + t->n, s, n);
	t->at[t->n += n] = 0;
}

/* One parameter, in both spellings. */
static void put_arg(struct query *s, int lang, const char *name, size_t len, const char *where, int line)
{
	int k = 0;
	char mark[24];
	while (k < s->args && (strlen(s->arg[k]) != len || memcmp(s->arg[k], name, len)))
		k++;
	if (k == ARGS || len >= NAME)
		die(where, line, "more than 40 parameters, or one with too long a name");
	if (k == s->args) {
		memcpy(s->arg[k], name, len);
		s->arg[s->args++][len] = 0;
	}
	int n = snprintf(mark, sizeof mark, lang ? "$%d" : "?%d", k + 1);
	put(&s->sql[lang], mark, (size_t)n, where, line);
}

static const char *skip_space(const char *p)
{
	while (isspace((unsigned char)*p))
		p++;
	return p;
}

static void word_after(const char *text, const char *before, char ret[NAME])
{
	const char *p = skip_space(text + strlen(before));
	size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789_");
	memcpy(ret, p, n < NAME ? n : NAME - 1);
	ret[n < NAME ? n : NAME - 1] = 0;
}

/* The table that an UPDATE or DELETE writes. */
static bool of_table(const char *text, char ret[NAME])
{
	text = skip_space(text);
	const char *verb = !strncmp(text, "UPDATE", 6) ? "UPDATE" : !strncmp(text, "DELETE FROM", 11) ? "DELETE FROM" : NULL;
	if (verb)
		word_after(text, verb, ret);
	return verb;
}

/* SEES(area, column), MAY(act, area, column); *pp behind the ")". */
static void put_sight(struct query *s, const char **pp, const char *where, int line)
{
	const char *p = *pp;
	char part[3][120] = { "see" };
	int n = *p == 'S' ? 1 : 0, first = n;
	for (p = strchr(p, '(') + 1; *p != ')'; n++) {
		p = skip_space(p);
		size_t len = strcspn(p, ",)");
		if (n == 3 || len >= sizeof part[0])
			die(where, line, "SEES takes two parts, MAY three");
		memcpy(part[n], p, len);
		part[n][len] = 0;
		p += len + (p[len] == ',');
	}
	if (n != 3)
		die(where, line, first ? "SEES takes area, column" : "MAY takes act, area, column");
	*pp = p + 1;
	bool each = *part[1] == '=', one = !first && !each;
	char own[NAME] = "";
	/* A bare name would be taken for a column of sight. */
	if (one && !strchr(part[2], '.') && !of_table(s->sql[0].at, own))
		die(where, line, "MAY wants the table before a column that is not of the table written");
	for (int lang = 0; lang < 2; lang++) {
		struct text *t = &s->sql[lang];
		char head[600];
		/* IS TRUE: PostgreSQL looks up what may be seen once, and cannot ask it again for each row. */
		int len = each ? snprintf(head, sizeof head, "(((%s, %s) IN (SELECT sight.area, sight.body_id FROM sight WHERE sight.act = '%s'",
		                          part[1] + 1, part[2], part[0])
		        : one ? snprintf(head, sizeof head, "EXISTS (SELECT 1 FROM sight WHERE sight.body_id = %s%s%s AND sight.act = '%s' AND sight.area IN (",
		                         own, *own ? "." : "", part[2], part[0])
		               : snprintf(head, sizeof head, "%s IN (SELECT sight.body_id FROM sight WHERE sight.act = '%s' AND sight.area IN (",
		                          part[2], part[0]);
		put(t, head, (size_t)len, where, line);
		for (const char *a = part[1]; *a && !each;) {
			size_t w = strcspn(a, "|");
			len = snprintf(head, sizeof head, "%s'%.*s'", a == part[1] ? "" : ", ", (int)w, a);
			put(t, head, (size_t)len, where, line);
			a += w + (a[w] == '|');
		}
		put(t, &") AND sight.person_id = "[each], 24 - each, where, line);
		put_arg(s, lang, "who", 3, where, line);
		put(t, each ? ")) IS TRUE)" : ")", each ? 11 : 1, where, line);
	}
	s->scoped = true;
}

/* The SQL up to ";", in both spellings. */
static void read_sql(struct query *s, const char *where, int *line, const char **pp)
{
	const char *p = *pp;
	for (; *p && *p != ';'; p++) {
		if (*p == '\n')
			++*line;
		if (p[0] == '-' && p[1] == '-') {
			while (p[1] && p[1] != '\n')
				p++;
			continue;
		}
		if (*p == '\'') {
			const char *end = strchr(p + 1, '\'');
			if (!end)
				die(where, *line, "a text without its end");
			for (int lang = 0; lang < 2; lang++)
				put(&s->sql[lang], p, (size_t)(end + 1 - p), where, *line);
			p = end;
			continue;
		}
		if (word_at(*pp, p, "SEES") || word_at(*pp, p, "MAY")) {
			put_sight(s, &p, where, *line);
			p--;
			continue;
		}
		if (*p == ':' && p[1] == ':') {
			for (int lang = 0; lang < 2; lang++)
				put(&s->sql[lang], "::", 2, where, *line);
			p++;
			continue;
		}
		if (*p == ':' && islower((unsigned char)p[1])) {
			size_t len = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz0123456789_");
			for (int lang = 0; lang < 2; lang++)
				put_arg(s, lang, p + 1, len, where, *line);
			p += len;
			continue;
		}
		char c = (char)(isspace((unsigned char)*p) ? ' ' : *p);
		for (int lang = 0; lang < 2; lang++) {
			struct text *t = &s->sql[lang];
			if (!(c == ' ' && (!t->n || t->at[t->n - 1] == ' ')))
				put(t, &c, 1, where, *line);
		}
	}
	if (*p != ';')
		die(where, *line, "a statement without its \";\"");
	*pp = p;
}

/* The end of a condition that begins with the key of one row and only narrows it, "WHERE id = ?3 AND …"; or of all of it. Read before, that
 * row is the same, changed or not; whether it may be changed is then asked once. */
static const char *enough_of(const char *cond)
{
	const char *p = cond + strlen("WHERE id = "), *end = p + 1 + strspn(p + 1, "0123456789");
	int depth = 0;
	if (strncmp(cond, "WHERE id = ", strlen("WHERE id = ")) || (*p != '?' && *p != '$') || strncmp(end, " AND ", 5))
		return cond + strlen(cond);
	for (p = end; *p; p++) {
		depth += (*p == '(') - (*p == ')');
		if (!depth && word_at(cond, p, "OR"))
			return cond + strlen(cond);
	}
	return end;
}

/* The rows that s will change: its condition, with parameters numbered anew. */
static struct query *before_of(struct query *s, int number)
{
	struct query *b = calloc(1, sizeof *b);
	snprintf(b->name, sizeof b->name, "before_%.55s", s->name);
	memcpy(b->where, s->where, sizeof b->where);
	b->unscoped = b->internal = true;
	b->before = number + 1;
	for (int lang = 0; lang < 2; lang++) {
		const char *cond = NULL;
		int depth = 0;
		for (const char *p = s->sql[lang].at; *p; p++) {
			depth += (*p == '(') - (*p == ')');
			if (!depth && word_at(s->sql[lang].at, p, "WHERE"))
				cond = p;
		}
		if (!cond && s->has[lang])
			die(s->where, 0, "an UPDATE without WHERE");
		char head[120];
		int n = snprintf(head, sizeof head, "SELECT * FROM %s ", s->table);
		put(&b->sql[lang], head, (size_t)n, s->where, 0);
		for (const char *p = cond, *stop = cond ? enough_of(cond) : NULL; p < stop; p++) {
			if ((*p != '?' && *p != '$') || !isdigit((unsigned char)p[1])) {
				put(&b->sql[lang], p, 1, s->where, 0);
				continue;
			}
			char *end;
			long k = strtol(p + 1, &end, 10) - 1;
			put_arg(b, lang, s->arg[k], strlen(s->arg[k]), s->where, 0);
			p = end - 1;
		}
		if (lang)
			put(&b->sql[lang], " FOR NO KEY UPDATE", 18, s->where, 0);
		b->has[lang] = s->has[lang];
	}
	for (int i = 0; i < b->args; i++)
		for (int k = 0; k < s->args; k++)
			if (!strcmp(b->arg[i], s->arg[k]))
				b->from[i] = k;
	return b;
}

/* What a statement does, and whether it may. */
static void judge(struct query *s)
{
	struct text *t = s->sql;
	static const char *const verbs[] = { "INSERT INTO", "UPDATE", "DELETE FROM" };
	for (int lang = 0; lang < 2; lang++)
		while (t[lang].n && t[lang].at[t[lang].n - 1] == ' ')
			t[lang].at[--t[lang].n] = 0;
	const char *text = s->has[0] ? t[0].at : t[1].at;
	for (int v = 0; v < 3; v++)
		if (!strncmp(text, verbs[v], strlen(verbs[v]))) {
			s->writes = v + 1;
			word_after(text, verbs[v], s->table);
		}
	if (!s->writes && strncmp(text, "SELECT", 6) && strncmp(text, "WITH", 4))
		die(s->where, 0, "a statement begins with SELECT, WITH, INSERT INTO, UPDATE or DELETE FROM");
	if (s->writes && !s->internal && strstr(text, "DO UPDATE"))
		die(s->where, 0, "ON CONFLICT DO UPDATE: the audit log would not know what was there before");
	if (s->writes && strstr(text, "RETURNING") && !s->internal)
		die(s->where, 0, "RETURNING * is put behind it by itself");
	for (int i = 0; i < n_tables && !s->unscoped && !s->scoped; i++)
		if (tables[i].body && (has_word(t[0].at, tables[i].name) || has_word(t[1].at, tables[i].name))) {
			char why[200];
			snprintf(why, sizeof why, "touches %s, which belongs to a body, without SEES or MAY; say \"-- unscoped: why\" where that is right",
			         tables[i].name);
			die(s->where, 0, why);
		}
	if (!s->writes || s->internal)
		return;
	for (int lang = 0; lang < 2; lang++)
		if (s->has[lang])
			put(&t[lang], " RETURNING *", 12, s->where, 0);
}

static void read_queries(const char *path, char *text)
{
	int line = 1;
	for (const char *p = text; *p; p++) {
		if (*p == '\n')
			line++;
		if (strncmp(p, "-- name: ", 9))
			continue;
		struct query one = { 0 }, *s;
		int only = -1;
		if (sscanf(p + 9, "%63[a-z0-9_]", one.name) != 1 || nq == QUERIES)
			die(path, line, "a name is small letters, digits and _");
		snprintf(one.where, sizeof one.where, "%s:%d", path, line);
		for (; !strncmp(p, "--", 2) || *p == '\n'; p += strcspn(p, "\n"), p += *p == '\n', line++) {
			one.unscoped |= !strncmp(p, "-- unscoped: ", 13);
			one.internal |= !strncmp(p, "-- internal: ", 13);
			only = !strncmp(p, "-- only: sqlite", 15) ? 0 : !strncmp(p, "-- only: postgresql", 19) ? 1 : only;
		}
		int k = 0;
		while (k < nq && strcmp(q[k]->name, one.name))
			k++;
		if (k == nq) {
			q[nq++] = calloc(1, sizeof *s);
			*q[k] = one;
		}
		s = q[k];
		struct query *fresh = calloc(1, sizeof *fresh);
		memcpy(fresh->arg, s->arg, sizeof fresh->arg);
		fresh->args = s->args;
		read_sql(fresh, path, &line, &p);
		memcpy(s->arg, fresh->arg, sizeof s->arg);
		s->args = fresh->args;
		s->scoped |= fresh->scoped;
		for (int lang = 0; lang < 2; lang++)
			if (only < 0 || only == lang) {
				if (s->has[lang]) {
					char why[200];
					snprintf(why, sizeof why, "%s is a name used twice; the other: %s", s->name, s->where);
					die(path, line, why);
				}
				s->has[lang] = true;
				s->sql[lang] = fresh->sql[lang];
			}
		free(fresh);
	}
}

static void add(char **to, size_t *n, const char *s, size_t len)
{
	memcpy(*to + *n, s, len);
	*n += len;
	(*to)[*n] = 0;
}

/* A migration in both spellings, and the tables it makes. */
static void read_migration(const char *path, const char *text)
{
	char *out[2] = { calloc(4, strlen(text) + 1), calloc(4, strlen(text) + 1) };
	size_t n[2] = { 0 };
	int only = -1;
	bool in_table = false;
	static const struct { const char *is, *pg; } words[] = {
		{ "INTEGER PRIMARY KEY", "bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY" },
		{ "INTEGER", "bigint" }, { "TEXT", "text COLLATE \"C\"" }, { ") STRICT", ")" },
	};
	for (const char *p = text; *p;) {
		if (p == text || p[-1] == '\n') {
			if (!strncmp(p, "-- only: ", 9))
				only = p[9] == 's' ? 0 : p[9] == 'p' ? 1 : -1;
			if (!strncmp(p, "CREATE TABLE ", 13) && only != 1 && only != 0) {
				if (n_tables == TABLES)
					die(path, 0, "too many tables");
				word_after(p, "CREATE TABLE", tables[n_tables++].name);
				in_table = true;
			}
			in_table = in_table && *p != ')';
			if (in_table && word_at(p, skip_space(p), "body_id"))
				tables[n_tables - 1].body = true;
		}
		if (p[0] == '-' && p[1] == '-') {
			p += strcspn(p, "\n");
			continue;
		}
		size_t k = 0;
		while (k < sizeof words / sizeof *words && !word_at(text, p, words[k].is))
			k++;
		size_t len = k < sizeof words / sizeof *words ? strlen(words[k].is) : 1;
		if (only != 1)
			add(&out[0], &n[0], p, len);
		if (only != 0)
			add(&out[1], &n[1], len > 1 ? words[k].pg : p, len > 1 ? strlen(words[k].pg) : 1);
		p += len;
	}
	migration[n_migrations].path = path;
	migration[n_migrations].text[0] = out[0];
	migration[n_migrations++].text[1] = out[1];
}

static void print_names(void)
{
	for (int i = 0; i < nq; i++) {
		printf("struct args_%s { struct arg ", q[i]->name);
		for (int k = 0; k < q[i]->args; k++)
			printf("%s%s", k ? ", " : "", q[i]->arg[k]);
		puts(q[i]->args ? "; };" : "none; };");
	}
	puts("enum query_id {");
	for (int i = 0; i < nq; i++)
		printf("\tQ_%s,\n", q[i]->name);
	puts("\tQUERY_COUNT\n};\nenum table_id {");
	for (int i = 0; i < n_tables; i++)
		printf("\tT_%s,\n", tables[i].name);
	puts("\tTABLE_COUNT\n};");
}

static void print_migrations(void)
{
	puts("#ifdef MIGRATION");
	for (int i = 0; i < n_migrations; i++) {
		const char *name = strrchr(migration[i].path, '/');
		printf("MIGRATION(\"%s\",\n\t", name ? name + 1 : migration[i].path);
		quoted(migration[i].text[0]);
		fputs(",\n\t", stdout);
		quoted(migration[i].text[1]);
		puts(")");
	}
	puts("#endif");
}

static void print_table(void)
{
	puts("#ifdef QUERY");
	for (int i = 0; i < nq; i++) {
		struct query *s = q[i];
		int table = -1, before = -1;
		for (int k = 0; k < n_tables; k++)
			if (!strcmp(tables[k].name, s->table))
				table = k;
		for (int k = 0; k < nq; k++)
			if (q[k]->before == i + 1)
				before = k;
		printf("QUERY(%s, %d, \"%s\", %d, %d, %d, PARTS(", s->name, s->args, s->where, s->internal ? 0 : s->writes, table, before);
		for (int k = 0; k < s->args || !k; k++)
			printf("%s%d", k ? ", " : "", s->before ? s->from[k] : k);
		fputs("),\n\t", stdout);
		quoted(s->has[0] ? s->sql[0].at : "");
		fputs(",\n\t", stdout);
		quoted(s->has[1] ? s->sql[1].at : "");
		puts(")");
	}
	puts("#endif\n#ifdef TABLE");
	for (int i = 0; i < n_tables; i++)
		printf("TABLE(%s, %d)\n", tables[i].name, tables[i].body);
	puts("#endif");
}

int main(int argc, char **argv)
{
	if (argc < 2)
		die("mksql", 0, "usage: mksql names|table|test FILE.sql ...");
	for (int pass = 0; pass < 2; pass++)
		for (int i = 2; i < argc; i++) {
			FILE *f = fopen(argv[i], "rb");
			char *text = calloc(1, 1 << 20);
			if (!f || !text)
				die(argv[i], 0, "cannot be opened");
			text[fread(text, 1, (1 << 20) - 1, f)] = 0;
			fclose(f);
			const char *name = strrchr(argv[i], '/');
			bool migrates = strspn(name ? name + 1 : argv[i], "0123456789") == 4;
			if (!pass && migrates)
				read_migration(argv[i], text);
			if (pass && !migrates)
				read_queries(argv[i], text);
		}
	for (int i = 0, n = nq; i < n; i++) {
		if (q[i]->args == 0 && !q[i]->has[0] && !q[i]->has[1])
			die(q[i]->where, 0, "no statement");
		judge(q[i]);
		if (q[i]->writes == 2 && !q[i]->internal) {
			for (int lang = 0; lang < 2; lang++)           /* its condition alone */
				if (q[i]->has[lang])
					q[i]->sql[lang].at[q[i]->sql[lang].n -= 12] = 0;
			q[nq++] = before_of(q[i], i);
			for (int lang = 0; lang < 2; lang++)
				if (q[i]->has[lang])
					put(&q[i]->sql[lang], " RETURNING *", 12, q[i]->where, 0);
		}
	}
	printf("/* Made by tools/mksql from src/store/sql. */\n");
	if (!strcmp(argv[1], "names"))
		print_names();
	else if (!strcmp(argv[1], "table")) {
		print_table();
		print_migrations();
	} else
		print_migrations();
	return 0;
}
