#include "base/xml.h"
#include <expat.h>
#include <stdint.h>

enum { SLOTS = 1024 };          /* a power of two, far above the names of a grammar */

/* What a prefix of the file stands for, from the element at this depth inwards. ours: NULL for a namespace not in the grammar. */
struct binding { str prefix; const char *ours; int depth; };
struct known   { str name; int id; unsigned round; };

struct xml {
	struct arena             *a;
	struct err               *e;
	const struct xml_grammar *g;
	void                     *ctx;
	XML_Parser                parser;
	VEC(struct binding)       bindings;
	struct known              seen[SLOTS];     /* names as the file writes them, while the bindings stay */
	size_t                    n_seen;
	unsigned                  round;           /* what was seen in another round is forgotten */
	XML_Index                 fed;
	const char              **attrs;
	int                       depth;
	bool                      failed;
	VEC(int)                  ids;             /* of the elements that are open */
};

static uint32_t hash(str s)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h ^ h >> 15;
}

/* -- names ----------------------------------------------------------------------------------------- */

static const char *ours_of(const struct xml *x, str prefix)
{
	for (size_t i = x->bindings.n; i-- > 0;)
		if (str_eq(x->bindings.at[i].prefix, prefix))
			return x->bindings.at[i].ours;
	return NULL;
}

static void split(const char *raw, str *prefix, str *local)
{
	const char *colon = strchr(raw, ':');
	*prefix = colon ? (str){ raw, (size_t)(colon - raw) } : (str){ raw, 0 };
	*local = str_c(colon ? colon + 1 : raw);
}

static bool is_name(const char *name, const char *ours, str local)
{
	size_t n = strlen(ours);
	return !strncmp(name, ours, n) && name[n] == ':' && str_eq(str_c(name + n + 1), local);
}

static int look_up(const struct xml *x, const char *raw)
{
	str prefix, local;
	split(raw, &prefix, &local);
	const char *ours = ours_of(x, prefix);
	for (size_t i = 0; ours && i < x->g->n_names; i++)
		if (is_name(x->g->names[i].name, ours, local))
			return x->g->names[i].id;
	return 0;
}

/* Files use few names over and over: each is looked up once. */
static int id_of(struct xml *x, const char *raw)
{
	str name = str_c(raw);
	uint32_t i = hash(name) & (SLOTS - 1);
	while (x->seen[i].round == x->round && !str_eq(x->seen[i].name, name))
		i = (i + 1) & (SLOTS - 1);
	if (x->seen[i].round == x->round)
		return x->seen[i].id;
	int id = look_up(x, raw);
	if (x->n_seen < SLOTS / 2) {
		x->seen[i] = (struct known){ str_copy(x->a, name), id, x->round };
		x->n_seen++;
	}
	return id;
}

static void forget(struct xml *x)
{
	x->n_seen = 0;
	x->round++;
}

/* After a limit was passed and said. */
static void refuse(struct xml *x)
{
	err_hint(x->e, "Đây không phải là văn bản bình thường; hãy mở bằng chương trình đã tạo ra nó rồi lưu lại.");
	xml_stop(x);
}

static void bind(struct xml *x, str prefix, const char *uri)
{
	const char *ours = NULL;
	if (x->bindings.n >= XML_SPACES_MAX) {
		fail(x->e, ERR_LIMIT, "Phần bên trong tệp khai báo quá nhiều không gian tên (hơn %d).", XML_SPACES_MAX);
		return refuse(x);
	}
	for (size_t i = 0; i < x->g->n_spaces && !ours; i++)
		if (!strcmp(x->g->spaces[i].uri, uri))
			ours = x->g->spaces[i].prefix;
	if (ours_of(x, prefix) != ours)
		forget(x);
	*vec_add(x->a, &x->bindings) = (struct binding){ str_copy(x->a, prefix), ours, x->depth };
}

static void bind_all(struct xml *x, const char **attrs)
{
	for (; attrs[0] && !x->failed; attrs += 2)
		if (!strncmp(attrs[0], "xmlns", 5) && (attrs[0][5] == ':' || !attrs[0][5]))
			bind(x, str_c(attrs[0][5] ? attrs[0] + 6 : ""), attrs[1]);
}

static void unbind(struct xml *x)
{
	if (!x->bindings.n || x->bindings.at[x->bindings.n - 1].depth != x->depth)
		return;
	while (x->bindings.n && x->bindings.at[x->bindings.n - 1].depth == x->depth)
		x->bindings.n--;
	forget(x);
}

str xml_attr(struct xml *x, const char *name)
{
	const char *colon = strchr(name, ':');
	for (const char **at = x->attrs; at && at[0]; at += 2) {
		if (!colon || !strchr(at[0], ':')) {
			if (!colon && !strcmp(at[0], name))
				return str_c(at[1]);
			continue;
		}
		str prefix, local;
		split(at[0], &prefix, &local);
		if (strcmp(local.p, colon + 1) != 0)
			continue;
		const char *ours = ours_of(x, prefix);
		if (ours && is_name(name, ours, local))
			return str_c(at[1]);
	}
	return (str){ 0 };
}

int xml_number(str s, int least, int most, int otherwise)
{
	long long n = 0;
	size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+');
	if (i == s.n)
		return otherwise;
	for (; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return otherwise;
		n = n > INT32_MAX ? n : n * 10 + (s.p[i] - '0');
	}
	n = s.p[0] == '-' ? -n : n;
	return n < least ? least : n > most ? most : (int)n;
}

/* -- events ---------------------------------------------------------------------------------------- */

void xml_stop(struct xml *x)
{
	x->failed = true;
	XML_StopParser(x->parser, XML_FALSE);
}

int xml_line(const struct xml *x) { return (int)XML_GetCurrentLineNumber(x->parser); }

static void on_open(void *ctx, const char *name, const char **attrs)
{
	struct xml *x = ctx;
	if (x->failed)
		return;
	if (++x->depth > XML_DEPTH_MAX) {
		fail(x->e, ERR_LIMIT, "Phần bên trong tệp lồng nhau quá sâu (hơn %d tầng).", XML_DEPTH_MAX);
		return refuse(x);
	}
	bind_all(x, attrs);
	if (x->failed)
		return;
	x->attrs = attrs;
	int id = id_of(x, name);
	*vec_add(x->a, &x->ids) = id;
	x->g->open(x->ctx, x, id);
	x->attrs = NULL;
}

static void on_close(void *ctx, const char *name)
{
	struct xml *x = ctx;
	(void)name;
	if (x->failed)
		return;
	x->g->close(x->ctx, x, x->ids.at[--x->ids.n]);
	unbind(x);
	x->depth--;
}

static void on_text(void *ctx, const char *p, int n)
{
	struct xml *x = ctx;
	if (!x->failed && x->g->text)
		x->g->text(x->ctx, (str){ p, (size_t)n });
}

static void on_doctype(void *ctx, const char *name, const char *system, const char *public, int internal)
{
	struct xml *x = ctx;
	(void)name, (void)system, (void)public, (void)internal;
	fail(x->e, ERR_FORMAT, "Phần bên trong tệp có khai báo DOCTYPE, thứ mà tệp văn phòng không bao giờ có: không đọc.");
	err_hint(x->e, "Hãy xem lại tệp này từ đâu đến; nếu đúng là của đơn vị, mở bằng chương trình đã tạo ra rồi lưu lại.");
	xml_stop(x);
}

/* -- opening and feeding --------------------------------------------------------------------------- */

bool xml_open(struct arena *a, const struct xml_grammar *g, void *ctx, struct xml **ret, struct err *e)
{
	struct xml *x = *ret = make(a, struct xml);
	*x = (struct xml){ .a = a, .g = g, .ctx = ctx, .e = e, .round = 1, .parser = XML_ParserCreate(NULL) };
	if (!x->parser)
		return fail(e, ERR_SYSTEM, "Máy không đủ bộ nhớ để đọc tệp.");
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_open, on_close);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	bind(x, (str){ 0 }, "");                 /* a grammar may name elements without a namespace */
	bind(x, S("xml"), "http://www.w3.org/XML/1998/namespace");
	return true;
}

void xml_close(struct xml **x)
{
	if (*x && (*x)->parser)
		XML_ParserFree((*x)->parser);
	if (*x)
		(*x)->parser = NULL;
}

bool xml_feed(struct xml *x, str chunk)
{
	if (x->failed)
		return false;
	enum XML_Status ok = XML_Parse(x->parser, chunk.p ? chunk.p : "", (int)chunk.n, chunk.n == 0);
	x->fed += (XML_Index)chunk.n;
	if (x->failed)
		return false;
	if (ok == XML_STATUS_OK && x->fed - XML_GetCurrentByteIndex(x->parser) > XML_TAG_MAX) {
		fail(x->e, ERR_LIMIT, "Phần bên trong tệp có một thẻ dài quá %d MB.", XML_TAG_MAX >> 20);
		refuse(x);
		return false;
	}
	if (ok == XML_STATUS_OK)
		return true;
	x->failed = true;
	if (XML_GetErrorCode(x->parser) == XML_ERROR_NO_MEMORY)
		return fail(x->e, ERR_LIMIT, "Phần bên trong tệp quá lớn: không đủ bộ nhớ để đọc.");
	fail(x->e, ERR_FORMAT, "Tệp bị hỏng: phần XML bên trong sai cú pháp ở dòng %d.", xml_line(x));
	err_hint(x->e, "Hãy mở tệp bằng chương trình đã tạo ra nó rồi lưu lại, hoặc chép lại tệp gốc.");
	return err_detail(x->e, "expat: %s", XML_ErrorString(XML_GetErrorCode(x->parser)));
}

bool xml_whole(struct arena *a, const struct xml_grammar *g, void *ctx, str bytes, struct err *e)
{
	enum { PIECE = 1 << 20 };
	CLEANUP(xml_close) struct xml *x = NULL;
	if (!xml_open(a, g, ctx, &x, e))
		return false;
	for (size_t at = 0; at < bytes.n; at += PIECE)
		if (!xml_feed(x, str_sub(bytes, at, at + PIECE)))
			return false;
	return xml_feed(x, (str){ 0 });
}
