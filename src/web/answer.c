#include "web/answer.h"
#include "base/fd.h"
#include "web/asset.h"
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGE_POLICY "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " \
                    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/* What people uploaded may be a page of somebody else's: it runs nothing and belongs to nobody. */
#define FILE_POLICY "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"
#define FOR_EVER    "public, max-age=31536000, immutable"

void answer_header(struct arena *a, struct answer *ret, const char *name, str value)
{
	if (value.n)
		*vec_add(a, &ret->headers) = (struct header){ name, value };
}

static void begin(struct arena *a, struct answer *ret, int status, const char *policy)
{
	*ret = (struct answer){ .status = status, .fd = -1 };
	answer_header(a, ret, "Content-Security-Policy", str_c(policy));
	answer_header(a, ret, "X-Content-Type-Options", S("nosniff"));
	answer_header(a, ret, "Referrer-Policy", S("same-origin"));
}

/* -- conditions ----------------------------------------------------------------------------------------- */

/* One of the list of If-None-Match; W/ makes no difference there. */
static bool tag_in(str list, str tag)
{
	for (size_t at = 0; tag.n && at < list.n; at++) {
		size_t end = str_find(list, S(","), at);
		str one = str_trim(str_sub(list, at, end));
		if (str_starts(one, S("W/")))
			one = str_sub(one, 2, one.n);
		if (str_eq(one, tag) || str_eq(one, S("*")))
			return true;
		at = end;
	}
	return false;
}

static bool digits(str s, uint64_t *ret)
{
	enum { MOST = 18 };
	*ret = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*ret = *ret * 10 + (uint64_t)(s.p[i] - '0');
	}
	return s.n && s.n <= MOST;
}

/* "bytes=5-9", "bytes=5-", "bytes=-5". 0: the whole, for several parts or what is not understood; 206; 416 */
static int part_of(str range, uint64_t size, uint64_t *from, uint64_t *n)
{
	str s = str_sub(range, 6, range.n);
	size_t dash = str_find(s, S("-"), 0);
	str left = str_trim(str_sub(s, 0, dash)), right = str_trim(str_sub(s, dash + 1, s.n));
	uint64_t first = 0, last = 0;
	bool has_first = digits(left, &first), has_last = digits(right, &last);
	if (!str_starts(range, S("bytes=")) || dash >= s.n || (left.n && !has_first) || (right.n && !has_last) || (!left.n && !right.n))
		return 0;
	if (has_first && has_last && last < first)
		return 0;
	if (!has_first) {
		first = last < size ? size - last : 0;
		if (!last)
			return 416;
		last = size ? size - 1 : 0;
	} else if (!has_last || last >= size)
		last = size ? size - 1 : 0;
	if (first >= size)
		return 416;
	*from = first;
	*n = last - first + 1;
	return 206;
}

/* -- names ---------------------------------------------------------------------------------------------- */

/* attachment; filename="Bao cao.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf */
static str saved_as(struct arena *a, str name)
{
	struct buf b = buf_open(a);
	if (!name.n)
		return S("inline");
	buf_put(&b, S("attachment; filename=\""));
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];
		if (c < 0x80 || c >= 0xc0)                     /* one for each character */
			buf_fmt(&b, "%c", c >= ' ' && c < 0x7f && !strchr("\"\\/%", c) ? c : '_');
	}
	buf_put(&b, S("\"; filename*=UTF-8''"));
	for (size_t i = 0; i < name.n; i++) {
		unsigned char c = (unsigned char)name.p[i];
		bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c && strchr("!#$&+-.^_`|~", c));
		buf_fmt(&b, plain ? "%c" : "%%%02X", c);
	}
	return buf_str(&b);
}

/* -- answers -------------------------------------------------------------------------------------------- */

static void send_file(struct arena *a, const struct reply *r, const struct asked_for *f, struct answer *ret)
{
	CLEANUP(fd_close) int fd = open(str_copy(a, r->path).p, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) || !S_ISREG(st.st_mode)) {
		bool gone = fd < 0 && errno == ENOENT;
		answer_refusal(a, gone ? 404 : 503, gone ? "Tệp này không còn trên máy chủ. Báo người quản trị kiểm tra hồ sơ (khacphuc verify)." :
		                                           "Máy chủ không đọc được tệp này. Báo người quản trị.", false, ret);
		return;
	}
	str tag = str_fmt(a, "\"%" PRIx64 "-%" PRIx64 "-%" PRIx64 "\"", (uint64_t)st.st_ino, (uint64_t)st.st_size,
	                  (uint64_t)st.st_mtim.tv_sec * 1000000000u + (uint64_t)st.st_mtim.tv_nsec);
	uint64_t size = (uint64_t)st.st_size, from = 0, n = size;
	bool same = tag_in(f->if_none_match, tag);
	int part = f->range.n && (!f->if_range.n || str_eq(f->if_range, tag)) ? part_of(f->range, size, &from, &n) : 0;
	begin(a, ret, same ? 304 : part ? part : r->status, FILE_POLICY);
	answer_header(a, ret, "Cache-Control", S("private, no-cache"));
	answer_header(a, ret, "ETag", tag);
	answer_header(a, ret, "Accept-Ranges", S("bytes"));
	if (same)
		return;
	if (part == 416) {
		answer_header(a, ret, "Content-Range", str_fmt(a, "bytes */%" PRIu64, size));
		return;
	}
	if (part == 206)
		answer_header(a, ret, "Content-Range", str_fmt(a, "bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64, from, from + n - 1, size));
	answer_header(a, ret, "Content-Type", r->type.n ? r->type : S("application/octet-stream"));
	answer_header(a, ret, "Content-Disposition", saved_as(a, r->name));
	ret->fd = fd;
	ret->from = from;
	ret->size = n;
	fd = -1;
}

void answer_reply(struct arena *a, const struct reply *r, const struct asked_for *f, struct answer *ret)
{
	if (r->kind == REPLY_FILE)
		send_file(a, r, f, ret);
	else {
		begin(a, ret, r->status, r->kind == REPLY_BYTES ? FILE_POLICY : PAGE_POLICY);
		answer_header(a, ret, "Cache-Control", S("no-store"));
		answer_header(a, ret, "Vary", S("Accept"));
		answer_header(a, ret, "Location", r->kind == REPLY_GO ? r->location : (str){ 0 });
		answer_header(a, ret, "Content-Type", r->type);
		answer_header(a, ret, "Content-Disposition", r->kind == REPLY_BYTES ? saved_as(a, r->name) : (str){ 0 });
		ret->body = r->body;
	}
	answer_header(a, ret, "Set-Cookie", r->cookie);
	answer_header(a, ret, "Set-Cookie", r->flash);
	answer_header(a, ret, "Retry-After", r->retry_after ? str_fmt(a, "%d", r->retry_after) : (str){ 0 });
}

/* gzip among the codings, and not with the weight 0 */
static bool takes_gzip(str accepted)
{
	size_t at = str_find(accepted, S("gzip"), 0), end = str_find(accepted, S(","), at);
	str weight = str_sub(accepted, str_find(accepted, S(";"), at), end);
	str q = str_sub(weight, str_find(weight, S("q="), 0) + 2, weight.n);
	return at < accepted.n && (!q.n || strcspn(str_trim(q).p, "123456789") < str_trim(q).n);
}

void answer_asset(struct arena *a, str name, const struct asked_for *f, struct answer *ret)
{
	size_t mark = str_find(name, S("?"), 0);
	const struct asset *x = asset_find(str_sub(name, 0, mark));
	if (!x) {
		answer_refusal(a, 404, "Không có tệp này.", false, ret);
		return;
	}
	bool packed = takes_gzip(f->accept_encoding);
	str tag = str_fmt(a, "\"%s%s\"", x->hash, packed ? "-gzip" : "");
	bool same = tag_in(f->if_none_match, tag), by_hash = str_ends(x->address, str_sub(name, mark, name.n)) && mark < name.n;
	begin(a, ret, same ? 304 : 200, PAGE_POLICY);
	answer_header(a, ret, "Cache-Control", by_hash ? S(FOR_EVER) : S("no-cache"));
	answer_header(a, ret, "ETag", tag);
	answer_header(a, ret, "Vary", S("Accept-Encoding"));
	if (same)
		return;
	answer_header(a, ret, "Content-Type", str_c(x->type));
	answer_header(a, ret, "Content-Encoding", packed ? S("gzip") : (str){ 0 });
	ret->body = packed ? x->packed : asset_whole(a, x);
}

void answer_refusal(struct arena *a, int status, const char *sentence, bool json, struct answer *ret)
{
	begin(a, ret, status, PAGE_POLICY);
	answer_header(a, ret, "Cache-Control", S("no-store"));
	answer_header(a, ret, "Content-Type", json ? S("application/json; charset=utf-8") : S("text/plain; charset=utf-8"));
	struct view *v = view_open(a), *problem = view_object(v, "problem");
	view_text(problem, "message", str_c(sentence));
	view_text(problem, "hint", (str){ 0 });
	ret->body = json ? view_json(a, v) : str_fmt(a, "%s\n", sentence);
}

const char *answer_words(int status)
{
	static const struct { int status; const char *words; } rows[] = {
		{ 200, "OK" }, { 206, "Partial Content" }, { 303, "See Other" }, { 304, "Not Modified" }, { 400, "Bad Request" },
		{ 401, "Unauthorized" }, { 403, "Forbidden" }, { 404, "Not Found" }, { 405, "Method Not Allowed" }, { 409, "Conflict" },
		{ 413, "Content Too Large" }, { 415, "Unsupported Media Type" }, { 416, "Range Not Satisfiable" },
		{ 422, "Unprocessable Content" }, { 429, "Too Many Requests" }, { 503, "Service Unavailable" },
	};
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].status == status)
			return rows[i].words;
	return "";
}
