#include "web/rights.h"
#include <unistr.h>

/* What nobody types by mistake. Each, percent-encoded, goes into every parameter of every page. */
static const str strings[] = {
	S("<script>alert(1)</script>"), S("\"><img src=x onerror=alert(1)>"), S("' onmouseover='alert(1)"), S("{{person.name}}"), S("--></style><svg onload=alert(1)>"),
	S("javascript:alert(1)"), S("//evil.test"), S("/\\evil.test"), S("' OR 1=1 --"), S("'; DROP TABLE person; --"), S("1 UNION SELECT password FROM person"),
	S("a\0b"), S("\xFF\xFE"), S("\xC3"), S("\xED\xA0\x80"), S("a\r\nSet-Cookie: x=y"), S("a\nb"), S("../../../etc/passwd"), S("%s%n%d"), S("-1"), S("0"),
	S("99999999999999999999999999"), S("1e9"), S("9223372036854775807"), S("\xE2\x80\xAE" "đảo"), S("30/02/2026"), S("0000-00-00"), S(""), S(" "), S("𝔘"),
};
/* Whatever of these is in a page as it was sent would be run by a browser. */
static const char *const alive[] = { "<script>alert", "<img src=x", "<svg onload", "' onmouseover='", "href=\"javascript:", "action=\"javascript:", "src=\"javascript:", "href=\"//evil", "action=\"//evil" };
enum { LONG = 200000, SOME = 5 };                  /* of what takes long, every fifth string is tried */

static const char *encoded(struct arena *a, str s)
{
	static const char digits[] = "0123456789ABCDEF";
	struct buf b = buf_open(a);
	buf_put(&b, S(""));
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		buf_put(&b, (str){ (const char[]){ '%', digits[c >> 4], digits[c & 15] }, 3 });
	}
	return b.n ? b.p : "";
}

static bool one_line(str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return false;
	return true;
}

static void sound(const struct reply *r, const char *address, const char *name, size_t i)
{
	bool status = r->status == 200 || r->status == 303 || (r->status >= 400 && r->status < 500);
	bool headers = one_line(r->location) && one_line(r->cookie) && one_line(r->flash) && one_line(r->type) && one_line(r->name);
	bool away = r->location.n > 1 && (r->location.p[1] == '/' || r->location.p[1] == '\\');
	bool ours = !r->location.n || (r->location.p[0] == '/' && !away);
	if (!status || !headers || !ours || r->missing || (r->kind == REPLY_VIEW && u8_check((const uint8_t *)r->body.p, r->body.n)))
		fail_msg("%s, %s, string %zu: %d, headers %d, ours %d, missing %.*s\n%.*s", address, name, i, r->status, headers, ours, SF(r->missing_first),
		         SF(r->body));
	for (size_t k = 0; k < COUNT(alive) && r->kind == REPLY_VIEW; k++)
		if (fixture_says(r, alive[k]))
			fail_msg("%s, %s, string %zu: %s stands in the page\n%.*s", address, name, i, alive[k], SF(r->body));
}

/* Of the form that the table knows as good, all fields but one. */
static str without(struct arena *a, const char *form, const char *name)
{
	struct buf b = buf_open(a);
	str all = str_c(form ? form : "");
	buf_put(&b, S(""));
	for (size_t from = 0; from < all.n;) {
		size_t end = str_find(all, S("&"), from), is = str_find(all, S("="), from);
		if (!str_eq(str_sub(all, from, is < end ? is : end), str_c(name))) {
			buf_put(&b, str_sub(all, from, end));
			buf_put(&b, S("&"));
		}
		from = end + 1;
	}
	return buf_str(&b);
}

static void attack(struct fixture *f, const struct page *p, const char *login, const char *form, const char *name, str s, size_t i)
{
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	const char *address = rights_address(a, f, p, RELATION_OWN), *value = encoded(a, s);
	str in_path = str_fmt(a, ":%s", name), rest = without(a, form, name);
	size_t at = str_find(str_c(p->path), in_path, 0);
	for (int json = 0; json < (i % SOME ? 1 : 2); json++) {
		f->json = json;
		if (at < strlen(p->path))
			fixture_ask(f, login, str_fmt(a, "%.*s%s%s", (int)at, p->path, value, p->path + at + in_path.n).p, form);
		else if (p->method == GET)
			fixture_ask(f, login, str_fmt(a, "%s%c%s=%s", address, strchr(address, '?') ? '&' : '?', name, value).p, NULL);
		else
			fixture_ask(f, login, address, str_fmt(a, "%.*s%s=%s", SF(rest), name, value).p);
		if (!json)
			sound(&f->ret, address, name, i);
		else if (f->ret.status >= 500 || (f->ret.kind == REPLY_VIEW && u8_check((const uint8_t *)f->ret.body.p, f->ret.body.n)))
			fail_msg("%s, %s, string %zu: %d %.*s", address, name, i, f->ret.status, SF(f->ret.body));
	}
	f->json = false;
}

static void hostile(struct fixture *f)
{
	struct pages all = pages_all();
	CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 26);
	rights_rows table = rights_load(a);
	char *many = make_n(a, char, LONG);
	memset(many, 'a', LONG);
	int tried = 0;
	size_t turn = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct page *p = all.at[i];
		size_t n;
		const struct rights_row *row = rights_find(&table, p, FIXTURE_OFFICE, RELATION_OWN, &n);
		const char *login = p->who == WHO_ANYBODY ? "ai-do" : "vanphong";
		if (row && row->answer == 403 && p->who == WHO_RIGHT) {            /* whoever may open it, so that more is reached */
			row = rights_find(&table, p, FIXTURE_ADMINISTRATOR, RELATION_OWN, &n);
			login = "quantri";
		}
		if (n != 1 || !strcmp(p->path, "/dang-xuat"))
			continue;
		const char *form = rights_form(a, f, row, RELATION_OWN);
		for (const struct param *x = p->params; x->kind != PARAM_END; x++) {
			if (x->kind == PARAM_FILE || x->kind == PARAM_FILES)
				continue;
			/* The check of the machine starts LibreOffice each time. */
			bool slow = x->kind == PARAM_SECRET || (p == &page_system && !strcmp(x->name, "check"));
			/* PostgreSQL takes four times as long: a third of the strings each time, in turn. */
			size_t third = db_kind(f->at.db) == DB_POSTGRESQL ? 3 : 1, first = turn++ % third;
			for (size_t s = first; s < COUNT(strings); s += slow ? SOME * third : third, tried++)
				attack(f, p, login, form, x->name, strings[s], s);
			attack(f, p, login, form, x->name, (str){ many, LONG }, COUNT(strings));
		}
	}
	assert_true(tried > 200);
	/* What was taken in is shown again: it must be as dead there. */
	for (size_t i = 0; i < all.n; i++)
		if (all.at[i]->method == GET) {
			fixture_ask(f, "vanphong", rights_address(a, f, all.at[i], RELATION_OWN), NULL);
			sound(&f->ret, all.at[i]->path, "all that was sent", 0);
		}
}
FIXTURE_BOTH(hostile)

/* Names, cookies, tokens and addresses are sent by others too. */
static void around(struct fixture *f)
{
	for (size_t i = 0; i < COUNT(strings); i++) {
		CLEANUP(arena_close) struct arena *a = arena_open((size_t)1 << 24);
		const char *value = encoded(a, strings[i]);
		fixture_ask(f, "vanphong", str_fmt(a, "/%s", value).p, NULL);
		sound(&f->ret, "/…", "path", i);
		fixture_ask(f, "vanphong", str_fmt(a, "/doi-don-vi?%s=%s&%s", value, value, value).p, NULL);
		sound(&f->ret, "/doi-don-vi", "name", i);
		fixture_ask(f, "", str_fmt(a, "/tai-khoan?%s", value).p, NULL);
		sound(&f->ret, "/tai-khoan", "query", i);
		fixture_ask_as(f, strings[i], true, "/tai-khoan", NULL);
		sound(&f->ret, "/tai-khoan", "cookie", i);
		fixture_ask(f, "vanphong", "/tai-khoan", str_fmt(a, "token=%s&%s=%s", value, value, value).p);
		sound(&f->ret, "/tai-khoan", "token", i);
		f->origin = "x";
		fixture_ask(f, "vanphong", "/tai-khoan", str_fmt(a, "password=%s", value).p);
		sound(&f->ret, "/tai-khoan", "origin", i);
		f->origin = NULL;
	}
	struct buf b = buf_open(f->at.a);
	for (int i = 0; i <= REQ_GIVEN; i++)
		buf_put(&b, S("a=1&"));
	assert_int_equal(fixture_ask(f, "vanphong", str_fmt(f->at.a, "/doi-don-vi?%s", b.p).p, NULL)->status, 413);
}
FIXTURE_BOTH(around)

int web_hostile_tests(void)
{
	const struct CMUnitTest tests[] = { AT_ROWS(hostile), AT_ROWS(around) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
