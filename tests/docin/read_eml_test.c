#include "docin/mime.h"
#include "docin/read.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#undef fail                     /* cmocka has its own */
#include <cmocka.h>

enum { ROOM = 512 << 20 };

#define HEAD "From: a@b.vn\nTo: c@d.vn\nSubject: x\nMessage-ID: <1@b>\nMIME-Version: 1.0\n"
#define MIXED(s) HEAD "Content-Type: multipart/mixed;\n boundary=\"=_x\"\n\nlời dẫn\n" s "--=_x--\nsau\n"
#define PART(fields, s) "--=_x\n" fields "\n" s "\n"

static const struct { const char *what, *letter, *members, *note; } rows[] = {
	{ "plain", HEAD "\nKính gửi: Sở Nội vụ\n", "thư.txt=Kính gửi: Sở Nội vụ\n|", NULL },
	{ "CRLF, from a mailbox", "From a@b.vn Sat Nov 21\r\nFrom: a\r\nDate: x\r\nReceived: y\r\n\tz\r\n\r\nmột\r\n", "thư.txt=một\r\n|", NULL },
	{ "quoted-printable", HEAD "Content-Type: text/plain; charset=\"UTF-8\"\nContent-Transfer-Encoding: quoted-printable\n\nK=C3=ADnh g=\n=E1=BB=ADi = x=3d=ZZ \n",
	  "thư.txt=Kính gửi = x==ZZ \n|", NULL },
	{ "Windows-1258", HEAD "Content-Type: text/plain; charset=windows-1258\n\n\xD0i\xEA\xD2m tr\xFD\xCC \x80\n", "thư.txt=Điê\xCC\x89m trư\xCC\x80 €\n|", NULL },
	{ "attachments", MIXED(PART("Content-Type: text/plain\n", "thân thư")
	                       PART("Content-Type: application/pdf; name=\"a.pdf\"\nContent-Transfer-Encoding: base64\n", "JVBE\nRi0x\n")
	                       PART("Content-Disposition: attachment; filename=\"=?utf-8?B?S+G6vyBob+G6oWNo?=\n =?utf-8?Q?_n=C4=83m.txt?=\"\nContent-Type: text/plain\n", "b")
	                       PART("Content-Disposition: attachment;\n filename*0*=utf-8'vi'%C4%90i%E1%BB%83;\n filename*1*=m%20;\n filename*2=\"x.txt\"\n", "c")
	                       PART("Content-Disposition: attachment; filename=\"a\\\"b.txt\"\n", "d")
	                       PART("Content-Type: application/octet-stream\n", "e")
	                       PART("Content-Type: message/rfc822\n", HEAD "\nx")),
	  "a.pdf=%PDF-1|Kế hoạch năm.txt=b\n|Điểm x.txt=c\n|a\"b.txt=d\n|tệp kèm 1=e\n|thư kèm.eml=" HEAD "\nx\n|thư.txt=thân thư\n|", NULL },
	{ "plain and HTML", MIXED(PART("Content-Type: multipart/alternative; boundary=in\n", "--in\nContent-Type: text/plain\n\nchữ\n--in\n"
	                               "Content-Type: text/html\n\n<p>web</p>\n--in--")), "thư.txt=chữ\n|", NULL },
	{ "HTML alone", HEAD "Content-Type: text/html\n\n<html><head><title>t</title></head><body><p>Kính&nbsp;gửi <b>Sở</b></p><ul><li>một</li></ul></body></html>\n",
	  "thư.txt=Kính gửi Sở\n\n- một\n\n|", NULL },
	{ "HTML with a table", HEAD "Content-Type: text/html\n\n<body><p>a &lt; b</p><table><tr><th>TT</th></tr><tr><td colspan=2>1<br>2</td></tr></table>",
	  "thư.txt=<p>a &lt; b</p>\n<table>\n<tr><th colspan=1 rowspan=1>TT</th></tr>\n<tr><td colspan=2 rowspan=1>1<br>2</td></tr>\n</table>\n|", NULL },
	{ "the end is missing", HEAD "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nmột\n--b\nContent-Type: x/y; name=a.bin\n\nha", "a.bin=ha|thư.txt=một\n|", NULL },
	{ "no boundary", HEAD "Content-Type: multipart/mixed\n\n--b\nx\n", "tệp kèm 1=--b\nx\n|", NULL },
	{ "signatures and invitations", MIXED(PART("", "a") PART("Content-Type: application/pkcs7-signature; name=smime.p7s\n", "x") PART("Content-Type: text/calendar\n", "x")),
	  "thư.txt=a\n|", NULL },
	{ "pictures in the text", MIXED(PART("", "a") PART("Content-Type: image/png; name=logo.png\nContent-ID: <1>\n", "x")
	                                PART("Content-Type: image/png; name=quét.png\n", "y")), "quét.png=y\n|thư.txt=a\n|", "1 ảnh nằm ngay" },
	{ "Outlook's own", MIXED(PART("", "a") PART("Content-Type: application/ms-tnef; name=winmail.dat\n", "x")), "thư.txt=a\n|", "winmail.dat" },
	{ "sealed", MIXED(PART("", "a") PART("Content-Type: application/pkcs7-mime; name=smime.p7m\n", "x")), "thư.txt=a\n|", "ký kín" },
	{ "damaged base64", MIXED(PART("Content-Type: x/y; name=a\nContent-Transfer-Encoding: base64\n", "QU\x01JD!")), "a=ABC|", "có 2 ký tự không đúng" },
	{ "nothing in it", HEAD "\n\n", "", NULL },
};

static void test_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct arena *a = arena_open(ROOM);
		struct err e = { 0 };
		struct reading r = { 0 };
		struct buf b = buf_open(a);
		if (!read_bytes(a, str_c(rows[i].letter), &r, &e))
			fail_msg("%s: %s", rows[i].what, e.message);
		if (strcmp(r.by->name, "eml"))
			fail_msg("%s: read as %s", rows[i].what, r.by->name);
		for (size_t k = 0; k < r.members.n; k++)
			buf_fmt(&b, "%.*s=%.*s|", SF(r.members.at[k].name), SF(r.members.at[k].bytes));
		if (strcmp(b.p, rows[i].members))
			fail_msg("%s:\n%s\n%s", rows[i].what, b.p, rows[i].members);
		if (rows[i].note ? r.notes.n != 1 || !strstr(r.notes.at[0].p, rows[i].note) : r.notes.n > 0)
			fail_msg("%s: noted \"%s\"", rows[i].what, r.notes.n ? r.notes.at[0].p : "");
		arena_free(a);
	}
}

static void test_no_letters(void **state)
{
	(void)state;
	static const char *const texts[] = {
		"Kính gửi: Sở Nội vụ\n\nFrom: a\nTo: b\nMessage-ID: c\n", "From: a\nTo: b\nSubject: c\n\nd\n", "From: a\nTo: b\nMột dòng chữ\nMessage-ID: c\n\n",
	};
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_int_equal(reader_eml.sniff(str_c(texts[i])), 0);
}

static void test_limits(void **state)
{
	(void)state;
	struct arena *a = arena_open(ROOM);
	struct buf deep = buf_open(a), many = buf_open(a), head = buf_open(a);
	buf_put(&deep, S(HEAD));
	for (int i = 0; i < 30; i++)
		buf_fmt(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
	buf_put(&many, S(HEAD "Content-Type: multipart/mixed; boundary=b\n\n"));
	for (int i = 0; i < 2000; i++)
		buf_put(&many, S("--b\n\nx\n"));
	buf_put(&head, S(HEAD));
	for (int i = 0; i < 20000; i++)
		buf_put(&head, S("X-Long: aaaaaaaaaa\n"));
	const struct { str letter; const char *says; } limits[] = {
		{ buf_str(&deep), "lồng nhau quá sâu" }, { buf_str(&many), "quá nhiều phần" }, { buf_str(&head), "Phần đầu của thư quá dài" },
	};
	for (size_t i = 0; i < COUNT(limits); i++) {
		struct err e = { 0 };
		struct reading r = { 0 };
		assert_false(read_bytes(a, limits[i].letter, &r, &e));
		if (e.code != ERR_LIMIT || !strstr(e.message, limits[i].says) || !e.hint[0])
			fail_msg("%s: %s", limits[i].says, e.message);
	}
	arena_free(a);
}

static void test_words(void **state)
{
	(void)state;
	static const struct { const char *in, *out; } words[] = {
		{ "a =?utf-8?q?b_c?= d", "a b c d" }, { "=?utf-8?q?a?= =?utf-8*vi?b?YmM=?=  =?x?q?d?=", "abcd" }, { "=?utf-8?x?a?=", "=?utf-8?x?a?=" },
		{ "=?utf-8?q?a", "=?utf-8?q?a" }, { "=?iso-8859-1?q?=E9?= =", "é =" }, { "=?utf-8?q?=E1=BA?= =?utf-8?q?=BF?=", "ế" },
	};
	struct arena *a = arena_open(ROOM);
	for (size_t i = 0; i < COUNT(words); i++)
		assert_string_equal(mime_words(a, str_c(words[i].in)).p, words[i].out);
	arena_free(a);
}

int docin_read_eml_tests(void);

int docin_read_eml_tests(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_rows), cmocka_unit_test(test_no_letters), cmocka_unit_test(test_limits),
		                            cmocka_unit_test(test_words) };
	return cmocka_run_group_tests_name("docin_read_eml", tests, NULL, NULL);
}
