/* mkhtml -- turns the .html files of src/web/html into the only HTML that the program can write.
 *
 *     mkhtml SYMBOL FILE.html ...  > templates.c     const struct templates SYMBOL (web/template.h)
 *
 * What may stand in a file: web/render.h. The file is read as a browser would read it, so that each {{value}} is known to stand in text, in
 * a quoted attribute or in an address, and is escaped for that; where none of these holds the file is refused. An attribute in which values
 * may stand is one of the table below: a new one is a line there, after asking what a browser does with it.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FILES = 256, OPS = 4000, SECTIONS = 24, ELEMENTS = 64, NAME = 64, TEXT = 1 << 20, SYNTAX = 500 };

/* -- what a browser does with an attribute -- */

enum form { NO_VALUE, PEOPLE, PLAIN, ADDRESS, REFUSED };
static const struct { const char *name; enum form form; } attributes[] = {
	{ "href", ADDRESS }, { "src", ADDRESS }, { "action", ADDRESS }, { "formaction", ADDRESS }, { "hx-get", ADDRESS }, { "hx-post", ADDRESS },
	{ "poster", ADDRESS }, { "cite", ADDRESS }, { "xlink:href", ADDRESS },
	{ "data-drop", ADDRESS }, { "data-echarts", ADDRESS },          /* our scripts ask there */
	{ "on*", REFUSED }, { "style", REFUSED }, { "srcdoc", REFUSED }, { "srcset", REFUSED }, { "imagesrcset", REFUSED }, { "ping", REFUSED },
	{ "http-equiv", REFUSED }, { "background", REFUSED }, { "hx-on*", REFUSED }, { "hx-vars", REFUSED }, { "hx-put", REFUSED },
	{ "hx-patch", REFUSED }, { "hx-delete", REFUSED }, { "data-hx-*", REFUSED },
	{ "title", PEOPLE }, { "alt", PEOPLE }, { "placeholder", PEOPLE }, { "label", PEOPLE }, { "content", PEOPLE }, { "download", PEOPLE },
	{ "hx-confirm", PEOPLE }, { "aria-label", PEOPLE }, { "aria-description", PEOPLE }, { "aria-valuetext", PEOPLE },
	{ "aria-roledescription", PEOPLE }, { "aria-*", PLAIN }, { "data-*", PLAIN }, { "class", PLAIN }, { "id", PLAIN }, { "for", PLAIN },
	{ "name", PLAIN }, { "value", PLAIN }, { "datetime", PLAIN }, { "lang", PLAIN }, { "list", PLAIN }, { "form", PLAIN },
	{ "headers", PLAIN }, { "min", PLAIN }, { "max", PLAIN }, { "low", PLAIN }, { "high", PLAIN }, { "optimum", PLAIN }, { "step", PLAIN },
	{ "maxlength", PLAIN }, { "minlength", PLAIN }, { "rows", PLAIN }, { "cols", PLAIN }, { "size", PLAIN }, { "start", PLAIN },
	{ "span", PLAIN }, { "colspan", PLAIN }, { "rowspan", PLAIN }, { "width", PLAIN }, { "height", PLAIN }, { "x", PLAIN }, { "y", PLAIN },
	{ "x1", PLAIN }, { "x2", PLAIN }, { "y1", PLAIN }, { "y2", PLAIN }, { "cx", PLAIN }, { "cy", PLAIN }, { "r", PLAIN },
	{ "hx-target", PLAIN }, { "hx-select", PLAIN },
};
static const char *const void_elements = " area br col hr img input link meta source track wbr ";
static const char *const refused_elements = " base iframe object embed applet frame frameset xmp plaintext noembed noframes animate"
                                            " animatemotion animatetransform set ";
/* A browser ends the first by itself where one of the others begins: the tree would not be the one that is written. */
static const struct { const char *outer, *inner; } not_in[] = {
	{ "p", " p div ul ol dl table form section article aside nav header footer main fieldset figure pre hr h1 h2 h3 h4 h5 h6 details " },
	{ "form", " form " }, { "a", " a " }, { "button", " button a input select textarea " },
};

/* -- what a file becomes -- */

struct op   { const char *kind; char *html, *name, *word, *part; size_t n; int behind; };
struct file { const char *path; char name[NAME]; struct op ops[OPS]; int n; bool asked, done; };
static struct file *file[FILES];
static int files;

/* Where in the HTML we are. Two places are the same when all of this is. */
struct place {
	enum { IN_TEXT, IN_TAG, IN_VALUE } in;
	int         depth;
	const char *tag, *value;                /* where they began */
	enum form   form;
	char        quote;
	bool        begun, linked, space;       /* the address has; with a value, and nothing else yet; white space stands before */
};
struct section { struct place place; char name[NAME]; int op; const char *at; };

static struct file *f;
static const char *text, *p;
static struct place now;
static struct section section[SECTIONS];
static int sections;
static char element[ELEMENTS][NAME], attribute[NAME];
static char html[TEXT];
static size_t html_n;

static _Noreturn void die(const char *what, const char *why)
{
	int line = 1;
	for (const char *c = text; c && c < p; c++)
		line += *c == '\n';
	fprintf(stderr, "%s:%d: %s%s%s\n", f ? f->path : "mkhtml", line, what, *what ? ": " : "", why);
	exit(1);
}

static void put(const char *s, size_t n)
{
	if (html_n + n >= TEXT)
		die("", "longer than a megabyte");
	memcpy(html + html_n, s, n);
	html_n += n;
}

static struct op *op(const char *kind)
{
	if (f->n == OPS)
		die("", "more than 4,000 values and sections");
	struct op *o = &f->ops[f->n++];
	*o = (struct op){ .kind = kind, .html = memcpy(calloc(1, html_n + 1), html, html_n), .n = html_n };
	html_n = 0;
	return o;
}

static bool word_in(const char *words, const char *word)
{
	char with[NAME + 2];
	snprintf(with, sizeof with, " %s ", word);
	return strstr(words, with);
}

static bool inside(const char *name)
{
	for (int i = 0; i < now.depth; i++)
		if (!strcmp(element[i], name))
			return true;
	return false;
}

static const char *top(void) { return now.depth ? element[now.depth - 1] : ""; }

static bool only_text(void) { return !strcmp(top(), "textarea") || !strcmp(top(), "title"); }

/* -- {{ … }} -- */

static void check_name(const char *name)
{
	const char *c = name;
	do {
		c += c > name;                                  /* the "." */
		if (!islower((unsigned char)*c))
			die(name, "a name is small letters, digits and _, joined by \".\"");
		c += strspn(c, "abcdefghijklmnopqrstuvwxyz0123456789_");
	} while (*c == '.');
	if (*c)
		die(name, "a name is small letters, digits and _, joined by \".\"");
}

static void put_value(const char *name)
{
	const char *kind = "OP_TEXT";
	check_name(name);
	if (now.in == IN_TAG)
		die(name, "a value stands in a tag: write attribute=\"{{value}}\"");
	if (now.in == IN_VALUE && now.form == ADDRESS) {
		if (now.linked)
			die(name, "behind a whole address comes \"?\", \"&\" or \"#\"");
		kind = now.begun ? "OP_PIECE" : "OP_LINK";
		now.linked = !now.begun;
		now.begun = true;
	} else if (now.in == IN_VALUE && now.form == NO_VALUE)
		die(attribute, "no value may stand in this attribute (table in tools/mkhtml.c)");
	else if (now.in == IN_VALUE && now.form == PLAIN)
		kind = !strcmp(attribute, "value") && !strcmp(top(), "input") ? "OP_FIELD" : "OP_PLAIN";
	op(kind)->name = strdup(name);
}

static void open_section(const char *kind, const char *name, const char *word)
{
	check_name(name);
	if (now.in == IN_VALUE && now.form == ADDRESS && !now.begun)
		die(name, "a section cannot be the beginning of an address");
	if (sections == SECTIONS)
		die(name, "more than 24 sections in each other");
	struct section *s = &section[sections++];
	s->place = now;
	s->at = p;
	snprintf(s->name, sizeof s->name, "%s", name);
	struct op *o = op(kind);
	o->name = strdup(name);
	o->word = word ? strdup(word) : NULL;
	s->op = f->n - 1;
}

static void close_section(const char *name)
{
	if (!sections)
		die(name, "ends a section that did not begin");
	struct section *s = &section[sections - 1];
	if (strcmp(s->name, name))
		die(name, "ends while another section is open");
	struct place a = s->place, b = now;
	if (a.in != b.in || a.depth != b.depth || a.tag != b.tag || a.value != b.value)
		die(name, "a section ends in the same element, tag or attribute in which it began");
	now.space = a.space && b.space;                  /* its content may be left out */
	now.linked = a.linked || b.linked;
	sections--;
	op("OP_CLOSE");
	f->ops[s->op].behind = f->n;
}

static void put_part(const char *name)
{
	check_name(name);
	if (now.in != IN_TEXT || only_text())
		die(name, "a part stands between elements");
	op("OP_PART")->part = strdup(name);
}

/* At "{{"; p behind "}}". */
static void braces(void)
{
	char inner[SYNTAX], *is;
	const char *end = strstr(p, "}}");
	if (!end)
		die("", "{{ without }}");
	size_t n = (size_t)(end - p) - 2;
	if (p[2] != '!') {
		if (n >= NAME)
			die("", "more than 63 letters in {{ }}");
		memcpy(inner, p + 2, n);
		inner[n] = 0;
		switch (*inner) {
		case '#': open_section("OP_EACH", inner + 1, NULL); break;
		case '^': open_section("OP_UNLESS", inner + 1, NULL); break;
		case '/': close_section(inner + 1); break;
		case '>': put_part(inner + 1); break;
		case '?':
			if (!(is = strchr(inner, '=')) || !is[1])
				die(inner, "write {{?name=word}}");
			*is = 0;
			open_section("OP_IS", inner + 1, is + 1);
			break;
		default:
			if (!strcmp(f->name, "layout") && !strcmp(inner, "page")) {
				if (now.in != IN_TEXT || only_text())
					die(inner, "the page stands between elements");
				op("OP_PAGE");
			} else
				put_value(inner);
		}
	}
	p = end + 2;
}

/* -- HTML -- */

static size_t name_length(const char *s)
{
	return isalpha((unsigned char)*s) ? strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_:.") : 0;
}

static void take_name(char to[NAME], size_t n)
{
	if (n >= NAME)
		die("", "a name of more than 63 letters");
	for (size_t i = 0; i < n; i++)
		to[i] = (char)tolower((unsigned char)p[i]);
	to[n] = 0;
	put(p, n);
	p += n;
	if (!strncmp(p, "{{", 2) && !strchr("#^?/!", p[2]))
		die(to, "{{ in a name");
}

static void end_tag(void)
{
	char name[NAME];
	size_t n = name_length(p + 2);
	put(p, 2);
	p += 2;
	if (!n)
		die("", "</ without a name");
	take_name(name, n);
	if (strcmp(name, top()))
		die(name, now.depth ? "ends while another element is open" : "ends and did not begin");
	if (sections && now.depth == section[sections - 1].place.depth)
		die(name, "ends in a section in which it did not begin");
	while (isspace((unsigned char)*p))
		p++;
	if (*p++ != '>')
		die(name, "the end of an element is </name>");
	put(">", 1);
	now.depth--;
}

/* <script>, <style>: as they are, to their end. */
static void raw_text(const char *name)
{
	char end[NAME + 2];
	snprintf(end, sizeof end, "</%s", name);
	const char *to = strstr(p, end), *brace = strstr(p, "{{");
	if (!to)
		die(name, "does not end");
	if (brace && brace < to)
		die(name, "{{ in <script> and <style>: no escaping is right there; put the value in data-… of an element");
	put(p, (size_t)(to - p));
	p = to;
}

static void begin_tag(void)
{
	char name[NAME];
	size_t n = name_length(p + 1);
	if (!n)
		die("", "a \"<\" that begins no tag: write &lt;");
	if (only_text())
		die(top(), "a tag where only text can stand");
	put(p++, 1);
	now.tag = p;
	take_name(name, n);
	if (word_in(refused_elements, name))
		die(name, "this element is refused");
	for (size_t i = 0; i < sizeof not_in / sizeof *not_in; i++)
		if (inside(not_in[i].outer) && word_in(not_in[i].inner, name)) {
			p = now.tag;
			die(name, "a browser does not let it stand in the element around it (<p>, <form>, <a> or <button>)");
		}
	if (now.depth == ELEMENTS)
		die(name, "more than 64 elements in each other");
	strcpy(element[now.depth++], name);
	now.in = IN_TAG;
	now.space = false;
}

static void finish_tag(void)
{
	char name[NAME];
	if (sections && section[sections - 1].place.tag == now.tag)
		die(section[sections - 1].name, "a section that begins in a tag ends in it");
	strcpy(name, top());
	if (*p == '/')
		put(p++, 1);
	if (*p++ != '>')
		die(name, "a \"/\" in a tag");
	put(">", 1);
	bool closed = p[-2] == '/';
	now.in = IN_TEXT;
	now.tag = NULL;
	if (closed || word_in(void_elements, name)) {
		if (closed && !word_in(void_elements, name) && !inside("svg"))
			die(name, "<name/> ends nothing in HTML: write <name></name>");
		now.depth--;
	} else if (!strcmp(name, "script") || !strcmp(name, "style"))
		raw_text(name);
	else if ((!strcmp(name, "textarea") || !strcmp(name, "pre")) && *p != '\n')
		put("\n", 1);                               /* a browser drops the first line end there: let it be ours */
}

static enum form form_of(const char *name)
{
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		size_t n = strlen(attributes[i].name);
		bool any = attributes[i].name[n - 1] == '*';
		if (any ? !strncmp(name, attributes[i].name, n - 1) : !strcmp(name, attributes[i].name))
			return attributes[i].form;
	}
	return NO_VALUE;
}

static void begin_value(void)
{
	now.quote = *p == '"' || *p == '\'' ? *p : ' ';
	if (now.quote != ' ')
		put(p++, 1);
	else if (!strncmp(p, "{{", 2))
		die(attribute, "a value wants quotes around it");
	else if (!isalnum((unsigned char)*p) || now.form == ADDRESS)
		die(attribute, "what is no simple word wants quotes around it");
	now.in = IN_VALUE;
	now.value = p;
	now.begun = now.linked = false;
}

static void attribute_name(void)
{
	size_t n = name_length(p);
	if (!n)
		die(top(), "what stands here is no attribute");
	if (!now.space)
		die(top(), "white space is wanted before an attribute, also where the section before it is left out");
	take_name(attribute, n);
	now.space = false;
	now.form = form_of(attribute);
	bool waits = !strcmp(attribute, "http-equiv") && inside("noscript") && !strncmp(p, "=\"refresh\"", 10);      /* a page that is not ready yet */
	if (now.form == REFUSED && !waits)
		die(attribute, "this attribute is refused (table in tools/mkhtml.c)");
	const char *q = p + strspn(p, " \t\r\n");
	if (*q != '=')
		return;
	p = q + 1;
	p += strspn(p, " \t\r\n");
	put("=", 1);
	begin_value();
}

static void in_tag(void)
{
	if (isspace((unsigned char)*p)) {
		if (!now.space)
			put(" ", 1);
		now.space = true;
		p++;
	} else if (*p == '>' || *p == '/')
		finish_tag();
	else
		attribute_name();
}

static void check_address(void)
{
	bool own = (*p == '/' && p[1] != '/' && p[1] != '\\') || *p == '#';
	if (!own)
		die(attribute, "an address begins with one \"/\", with \"#\" or with a value (VIEW_LINK)");
	if (*p == '/' && !strncmp(p + 1, "{{", 2))          /* an empty value and another "/" would name another host */
		die(attribute, "the first word of an address is written out");
	now.begun = true;
}

static void in_value(void)
{
	if (now.quote == ' ' && !isalnum((unsigned char)*p) && *p != '-' && *p != '_') {
		if (!isspace((unsigned char)*p) && *p != '>')
			die(attribute, "what is no simple word wants quotes around it");
		now.in = IN_TAG;
		now.value = NULL;
		return;
	}
	if (now.form == ADDRESS && !now.begun)
		check_address();
	if (now.form == ADDRESS && now.linked && *p != now.quote && !strchr("?&#", *p))
		die(attribute, "behind a whole address comes \"?\", \"&\" or \"#\"");
	now.linked = false;
	if (*p == now.quote) {
		if (sections && section[sections - 1].place.value == now.value)
			die(section[sections - 1].name, "a section that begins in an attribute ends in it");
		now.in = IN_TAG;
		now.value = NULL;
		now.space = false;
	}
	put(p++, 1);
}

static void in_text(void)
{
	bool kept = inside("pre") || inside("textarea");
	if (!strncmp(p, "<!--", 4) && !only_text()) {
		const char *end = strstr(p, "-->"), *brace = strstr(p, "{{");
		if (!end)
			die("", "a comment that does not end");
		if (brace && brace < end)
			die("", "{{ in a comment: write {{! … }}");
		p = end + 3;
	} else if (!strncasecmp(p, "<!doctype html>", 15)) {
		put(p, 15);
		p += 15;
	} else if (*p == '<')
		p[1] == '/' ? end_tag() : begin_tag();
	else if (isspace((unsigned char)*p) && !kept) {
		size_t n = strspn(p, " \t\r\n");
		bool line = memchr(p, '\n', n);
		if (!(html_n && isspace((unsigned char)html[html_n - 1])))
			put(line ? "\n" : " ", 1);
		p += n ? n : 1;
	} else
		put(p++, 1);
}

static void compile(void)
{
	now = (struct place){ 0 };
	sections = 0;
	for (p = text; *p;)
		if (!strncmp(p, "{{", 2) && !(now.in == IN_VALUE && now.quote == ' '))
			braces();
		else if (now.in == IN_TAG)
			in_tag();
		else if (now.in == IN_VALUE)
			in_value();
		else
			in_text();
	if (sections)
		p = section[sections - 1].at, die(section[sections - 1].name, "this section does not end");
	if (now.in != IN_TEXT)
		die(top(), "the tag does not end");
	if (now.depth)
		die(top(), "this element does not end");
	op("OP_END");
	bool page = false;
	for (int i = 0; i < f->n; i++)
		page |= !strcmp(f->ops[i].kind, "OP_PAGE");
	if (!strcmp(f->name, "layout") && !page)
		die("", "a layout without {{page}}");
}

/* -- printing -- */

static void quoted(const char *s, size_t n)
{
	printf("\"");
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '\n')
			printf("\\n%s", i + 1 < n ? "\"\n\t\t\"" : "");
		else if (c == '"' || c == '\\')
			printf("\\%c", c);
		else if (c < ' ' || c >= 0x7F)
			printf("\\%03o", c);
		else
			putchar(c);
	}
	printf("\"");
}

static void put_str(const char *s, size_t n)
{
	printf("{ ");
	quoted(s, n);
	printf(", %zu }", n);
}

static struct file *named(const char *name)
{
	for (int i = 0; i < files; i++)
		if (!strcmp(file[i]->name, name))
			return file[i];
	return NULL;
}

static void print_names(int number)
{
	for (int i = 0; i < f->n; i++) {
		const char *name = f->ops[i].name;
		if (!name)
			continue;
		printf("static const str names_%d_%d[] = { ", number, i);
		for (const char *c = name; *c; c += c[strcspn(c, ".")] == '.' ? strcspn(c, ".") + 1 : strcspn(c, ".")) {
			put_str(c, strcspn(c, "."));
			printf(", ");
		}
		put_str(name, strlen(name));
		puts(" };");
	}
}

/* A part before who takes it, so a part that takes itself is found here. */
static void print_file(struct file *one)
{
	int number = 0;
	if (one->done)
		return;
	one->asked = true;
	for (int i = 0; i < one->n; i++) {
		struct file *part = one->ops[i].part ? named(one->ops[i].part) : NULL;
		text = p = NULL;
		f = one;
		if (one->ops[i].part && !part)
			die(one->ops[i].part, "there is no such part");
		if (part && part->asked && !part->done)
			die(part->name, "a part that takes itself");
		if (part)
			print_file(part);
	}
	f = one;
	while (file[number] != one)
		number++;
	print_names(number);
	printf("static const struct template_op ops_%d[] = {\n", number);
	for (int i = 0; i < one->n; i++) {
		struct op *o = &one->ops[i];
		int names = 1;
		for (const char *c = o->name; c && (c = strchr(c, '.')); c++)
			names++;
		printf("\t{ ");
		put_str(o->html, o->n);
		printf(", %s", o->kind);
		if (o->name)
			printf(", .n = %d, .names = names_%d_%d", names, number, i);
		if (o->behind)
			printf(", .behind = %d", o->behind);
		if (o->word)
			printf(", .word = "), put_str(o->word, strlen(o->word));
		if (o->part) {
			int k = 0;
			while (strcmp(file[k]->name, o->part))
				k++;
			printf(", .part = &template_%d", k);
		}
		puts(" },");
	}
	printf("};\nstatic const struct template template_%d = { \"%s\", ops_%d };\n", number, one->name, number);
	one->done = true;
}

static int by_name(const void *a, const void *b) { return strcmp((*(struct file *const *)a)->name, (*(struct file *const *)b)->name); }

int main(int argc, char **argv)
{
	if (argc < 2)
		die("", "usage: mkhtml SYMBOL FILE.html ...");
	for (int i = 2; i < argc; i++) {
		static char at[TEXT];
		if (files == FILES)
			die("", "more than 256 files");
		f = file[files++] = calloc(1, sizeof *f);
		f->path = argv[i];
		const char *name = strrchr(argv[i], '/') ? strrchr(argv[i], '/') + 1 : argv[i];
		snprintf(f->name, sizeof f->name, "%.*s", (int)strcspn(name, "."), name);
		text = p = NULL;
		for (int k = 0; k < i - 2; k++)
			if (!strcmp(file[k]->name, f->name))
				die(f->name, "a name used twice");
		FILE *from = fopen(argv[i], "rb");
		size_t n = from ? fread(at, 1, TEXT - 1, from) : 0;
		if (!from || n == TEXT - 1 || memchr(at, 0, n))
			die("", "cannot be read, is longer than a megabyte or has a NUL");
		fclose(from);
		at[n] = 0;
		text = p = at;
		compile();
	}
	qsort(file, (size_t)files, sizeof *file, by_name);
	puts("/* Made by tools/mkhtml. */\n#include \"web/template.h\"");
	for (int i = 0; i < files; i++)
		print_file(file[i]);
	puts("static const struct template *const all[] = {");
	for (int i = 0; i < files; i++)
		printf("\t&template_%d,\n", i);
	printf("\tNULL\n};\nextern const struct templates %s;\nconst struct templates %s = { all, %d };\n", argv[1], argv[1], files);
	return 0;
}
