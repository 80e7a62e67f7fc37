#include "docin/build.h"
#include "docin/encoding.h"
#include "docin/html.h"
#include "docin/member.h"
#include "docin/mime.h"

enum { SNIFF_MAX = 16 * 1024, HEAD_MAX = 256 * 1024, DEPTH_MAX = 20, PARTS_MAX = 1000 };

/* -- telling ---------------------------------------------------------------------------------------- */

static bool is_one_of(str s, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (mime_is(s, list[i]))
			return true;
	return false;
}

static bool is_field_name(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= ' ' || s.p[i] >= 0x7F)
			return false;
	return s.n > 0;
}

/* Fields from the first line on, among them some that every letter has and one that only letters have. */
static int sniff(str bytes)
{
	static const char *const usual[] = { "From", "To", "Date", "Subject", "Cc", "Content-Type" };
	static const char *const sure[] = { "MIME-Version", "Message-ID", "Received", "Return-Path", "Delivered-To", "X-Mailer" };
	size_t known = 0, letter = 0;
	bytes = str_sub(bytes, 0, SNIFF_MAX);
	for (size_t at = 0; at < bytes.n;) {
		size_t end = str_find(bytes, S("\n"), at), colon = str_find(str_sub(bytes, 0, end), S(":"), at);
		str line = str_sub(bytes, at, end), name = str_sub(bytes, at, colon);
		if (!str_trim(line).n)
			break;
		bool goes_on = at > 0 && (line.p[0] == ' ' || line.p[0] == '\t'), mbox = at == 0 && str_starts(line, S("From "));
		if (!goes_on && !mbox && (colon >= end || !is_field_name(name)))
			return 0;
		known += !goes_on && is_one_of(name, usual, COUNT(usual));
		letter += !goes_on && is_one_of(name, sure, COUNT(sure));
		at = end + 1;
	}
	return known >= 2 && letter ? 85 : 0;
}

/* -- a part ----------------------------------------------------------------------------------------- */

struct part { str type, disposition, encoding, body; bool has_id; };     /* type, disposition: with their parameters */

struct eml {
	struct reading *r;
	struct err     *e;
	struct buf      letter;                /* what the letter itself says, as plain text */
	str             html;                  /* … as HTML: the first */
	int             depth, parts, pictures, unnamed;
};

/* Where the body begins; the head ends at an empty line. */
static bool head_end(str s, size_t *body, struct err *e)
{
	size_t at = 0;
	while (at < s.n && at <= HEAD_MAX) {
		size_t end = str_find(s, S("\n"), at);
		bool empty = !str_trim(str_sub(s, at, end)).n;
		at = end < s.n ? end + 1 : s.n;
		if (empty)
			return *body = at, true;
	}
	*body = at;
	if (at <= HEAD_MAX)
		return true;
	fail(e, ERR_LIMIT, "Phần đầu của thư quá dài: hơn %d KB.", HEAD_MAX / 1024);
	return err_hint(e, "Hãy lưu riêng từng tệp đính kèm rồi đưa các tệp đó vào.");
}

static bool part_open(struct eml *m, str s, struct part *ret)
{
	size_t body, at = 0;
	struct mime_field f;
	*ret = (struct part){ 0 };
	if (!head_end(s, &body, m->e))
		return false;
	str head = str_sub(s, 0, body);
	while (mime_field(m->r->a, head, &at, &f)) {
		if (mime_is(f.name, "Content-Type"))
			ret->type = f.value;
		else if (mime_is(f.name, "Content-Disposition"))
			ret->disposition = f.value;
		else if (mime_is(f.name, "Content-Transfer-Encoding"))
			ret->encoding = mime_value(f.value);
		ret->has_id = ret->has_id || mime_is(f.name, "Content-ID");
	}
	ret->body = str_sub(s, body, s.n);
	return true;
}

static bool is_kind(const struct part *p, const char *kind)
{
	size_t n = strlen(kind);
	return p->type.n > n && !strncasecmp(p->type.p, kind, n) && p->type.p[n] == '/';
}

static bool is_type(const struct part *p, const char *type) { return mime_is(mime_value(p->type), type); }

static str file_name(struct eml *m, const struct part *p)
{
	str name = mime_param(m->r->a, p->disposition, "filename");
	return name.n ? name : mime_param(m->r->a, p->type, "name");
}

static str body_of(struct eml *m, const struct part *p, str name)
{
	size_t damaged = 0;
	str s = mime_body(m->r->a, p->body, p->encoding, &damaged);
	if (damaged)
		read_note(m->r, "Tệp đính kèm “%s” bị hỏng trên đường gửi: có %zu ký tự không đúng.", member_name(m->r->a, name).p, damaged);
	return s;
}

/* -- what is in the letter itself --------------------------------------------------------------------- */

static void take_text(struct eml *m, const struct part *p)
{
	str text = mime_utf8(m->r->a, mime_param(m->r->a, p->type, "charset"), body_of(m, p, S("thư")));
	if (!str_trim(text).n)
		return;
	buf_put(&m->letter, m->letter.n ? S("\n\n") : S(""));
	buf_put(&m->letter, text);
}

static void take_html(struct eml *m, const struct part *p)
{
	if (!m->html.n)
		m->html = mime_utf8(m->r->a, mime_param(m->r->a, p->type, "charset"), body_of(m, p, S("thư")));
}

static void put_escaped(struct buf *b, str s)
{
	for (size_t i = 0; i < s.n; i++)
		buf_put(b, s.p[i] == '<' ? S("&lt;") : s.p[i] == '&' ? S("&amp;") : s.p[i] == '\n' ? S("<br>") : str_sub(s, i, i + 1));
}

static bool has_table(const struct node *root)
{
	for (const struct node *n = root->first; n; n = n->next)
		if (n->kind == NODE_TABLE)
			return true;
	return false;
}

static void put_table(struct arena *a, struct buf *b, const struct node *table)
{
	buf_put(b, S("<table>\n"));
	for (const struct node *row = table->first; row; row = row->next) {
		buf_put(b, S("<tr>"));
		for (const struct node *c = row->first; c; c = c->next) {
			buf_fmt(b, "<%s colspan=%d rowspan=%d>", row->header ? "th" : "td", c->colspan, c->rowspan);
			put_escaped(b, node_text(a, c, NULL));
			buf_put(b, row->header ? S("</th>") : S("</td>"));
		}
		buf_put(b, S("</tr>\n"));
	}
	buf_put(b, S("</table>\n"));
}

/* With a table the letter stays HTML, a clean one that the Markdown reader knows; else it is lines of text. */
static void put_block(struct eml *m, const struct node *n, bool html)
{
	struct buf *b = &m->letter;
	str text = n->kind == NODE_TABLE ? (str){ 0 } : node_text(m->r->a, n, NULL);
	if (n->kind == NODE_TABLE) {
		put_table(m->r->a, b, n);
	} else if (html) {
		buf_fmt(b, "<p>%.*s%s", SF(n->marker), n->marker.n ? " " : "");
		put_escaped(b, text);
		buf_put(b, S("</p>\n"));
	} else {
		buf_fmt(b, "%.*s%s%.*s\n\n", SF(n->marker), n->marker.n ? " " : "", SF(text));
	}
}

/* Where the letter says nothing as plain text. HTML that is no text at all is dropped: the attachments matter more. */
static void text_of_html(struct eml *m)
{
	struct build *b = make(m->r->a, struct build);
	struct err why = { 0 };
	str html;
	if (m->html.n > READ_MAX || !encoding_decode(m->r->a, m->html, &html, &why))
		return read_note(m->r, "Không đọc được lời thư; các tệp đính kèm vẫn được đọc.");
	build_open(b, m->r->a, &why);
	size_t body = str_find(html, S("<body"), 0);
	html_feed(b, str_sub(html, body < html.n ? body : 0, html.n), 1);
	const struct node *root = build_finish(b);
	if (!root)
		return read_note(m->r, "Không đọc được lời thư; các tệp đính kèm vẫn được đọc.");
	bool table = has_table(root);
	for (const struct node *n = root->first; n; n = n->next)
		put_block(m, n, table);
}

/* -- what is attached --------------------------------------------------------------------------------- */

static bool is_signature(const struct part *p)
{
	static const char *const types[] = { "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
		                             "application/pgp-keys", "text/calendar", "message/delivery-status", "message/disposition-notification",
		                             "text/rfc822-headers" };
	return is_one_of(mime_value(p->type), types, COUNT(types));
}

static bool is_sealed(const struct part *p)
{
	static const char *const types[] = { "application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted" };
	return is_one_of(mime_value(p->type), types, COUNT(types));
}

static bool take_file(struct eml *m, const struct part *p, str name)
{
	if (is_type(p, "application/ms-tnef") || mime_is(name, "winmail.dat")) {
		read_note(m->r, "Tệp đính kèm nằm trong winmail.dat, dạng riêng của Outlook, nên không mở được: hãy nhờ người gửi gửi lại ở dạng thường (HTML).");
		return true;
	}
	if (is_kind(p, "image") && p->has_id && !str_starts(p->disposition, S("attachment"))) {
		m->pictures++;
		return true;
	}
	if (!name.n)
		name = is_type(p, "message/rfc822") ? S("thư kèm.eml") : str_fmt(m->r->a, "tệp kèm %d", ++m->unnamed);
	return member_is_system(name) || member_add(m->r, name, body_of(m, p, name), m->e);
}

/* -- the whole -------------------------------------------------------------------------------------- */

static bool take_part(struct eml *m, str s);

/* Each line of "--boundary" begins a part; "--boundary--" ends the last, and so does the end of what holds them. */
static bool take_parts(struct eml *m, const struct part *p)
{
	str boundary = str_fmt(m->r->a, "--%s", mime_param(m->r->a, p->type, "boundary").p), s = p->body;
	size_t from = s.n + 1;
	for (size_t at = 0; at < s.n;) {
		size_t hit = str_find(s, boundary, at), end = str_find(s, S("\n"), hit);
		str rest = str_trim(str_sub(s, hit + boundary.n, end));
		at = end < s.n ? end + 1 : s.n;
		bool is_line = hit < s.n && (!hit || s.p[hit - 1] == '\n') && (!rest.n || str_eq(rest, S("--")));
		if (hit < s.n && !is_line)
			continue;
		if (from <= s.n && !take_part(m, str_sub(s, from, hit)))
			return false;
		from = rest.n || hit == s.n ? s.n + 1 : at;
	}
	return from > s.n || take_part(m, str_sub(s, from, s.n));
}

static bool too_many(struct eml *m)
{
	if (++m->parts <= PARTS_MAX && m->depth <= DEPTH_MAX)
		return false;
	fail(m->e, ERR_LIMIT, m->depth > DEPTH_MAX ? "Thư có các phần lồng nhau quá sâu: hơn %d tầng." : "Thư có quá nhiều phần: hơn %d.",
	     m->depth > DEPTH_MAX ? DEPTH_MAX : PARTS_MAX);
	return !err_hint(m->e, "Hãy lưu riêng từng tệp đính kèm rồi đưa các tệp đó vào.");
}

static bool take_content(struct eml *m, const struct part *p)
{
	str name = file_name(m, p);
	bool attached = name.n || (p->disposition.n > 9 && !strncasecmp(p->disposition.p, "attachment", 10));
	if (is_sealed(p)) {
		read_note(m->r, "Thư hoặc một phần của thư được mã hóa hay ký kín (S/MIME, PGP): không mở được phần đó.");
		return true;
	}
	if (is_kind(p, "multipart") && mime_param(m->r->a, p->type, "boundary").n)
		return take_parts(m, p);
	if (is_signature(p))
		return true;
	if (!attached && (!p->type.n || is_type(p, "text/plain")))
		return take_text(m, p), true;
	if (!attached && is_type(p, "text/html"))
		return take_html(m, p), true;
	return take_file(m, p, name);
}

static bool take_part(struct eml *m, str s)
{
	struct part p;
	m->depth++;
	bool ok = !too_many(m) && part_open(m, s, &p) && take_content(m, &p);
	m->depth--;
	return ok;
}

static bool read_eml(struct reading *r, str bytes, struct err *e)
{
	struct eml m = { .r = r, .e = e, .letter = buf_open(r->a) };
	if (str_starts(bytes, S("From ")))
		bytes = str_sub(bytes, str_find(bytes, S("\n"), 0) + 1, bytes.n);
	if (!take_part(&m, bytes))
		return false;
	if (!str_trim(buf_str(&m.letter)).n && m.html.n)
		text_of_html(&m);
	if (m.pictures)
		read_note(r, "Thư có %d ảnh nằm ngay trong lời thư: không đọc các ảnh đó.", m.pictures);
	return !str_trim(buf_str(&m.letter)).n || member_add(r, S("thư.txt"), buf_str(&m.letter), e);
}

const struct reader reader_eml = {
	.name = "eml",
	.help = "thư điện tử (.eml): lời thư và từng tệp đính kèm",
	.source = "RFC 5322, 2045 to 2047, 2231",
	.sniff = sniff,
	.read = read_eml,
};
