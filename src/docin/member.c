#include "docin/member.h"
#include "base/fold.h"
#include "docin/encoding.h"

static bool is_up(str part) { return !part.n || str_eq(part, S(".")) || str_eq(part, S("..")); }

/* Cut at a character, from the front: the end tells more. */
static str last_bytes(str s, size_t most)
{
	size_t from = s.n > most ? s.n - most : 0;
	while (from && from < s.n && (s.p[from] & 0xC0) == 0x80)
		from++;
	return str_sub(s, from, s.n);
}

static str printable(struct arena *a, str s)
{
	struct buf b = buf_open(a);
	str tidy = s;
	struct err ignored = { 0 };
	if (!encoding_tidy(a, s, &tidy, &ignored))
		tidy = S("?");
	for (size_t at = 0, from = 0; at < tidy.n; from = at) {
		uint32_t c = utf8_next(tidy, &at);
		bool plain = c >= ' ' && c != 0x7F && (c < 0x80 || c >= 0xA0) && c != 0xFFFD;
		buf_put(&b, plain ? str_sub(tidy, from, at) : S("?"));
	}
	return buf_str(&b);
}

str member_name(struct arena *a, str name)
{
	struct buf b = buf_open(a);
	name = printable(a, last_bytes(name, 4 * MEMBER_NAME_MAX));
	for (size_t at = 0; at < name.n;) {
		size_t end = at;
		while (end < name.n && name.p[end] != '/' && name.p[end] != '\\')
			end++;
		str part = str_trim(str_sub(name, at, end));
		if (!is_up(part)) {
			buf_put(&b, b.n ? S("/") : S(""));
			buf_put(&b, part);
		}
		at = end + 1;
	}
	str s = last_bytes(buf_str(&b), MEMBER_NAME_MAX);
	return s.n ? s : S("không tên");
}

bool member_is_system(str name)
{
	static const char *const left[] = { "thumbs.db", "desktop.ini", ".ds_store" };
	size_t at = name.n;
	while (at && name.p[at - 1] != '/' && name.p[at - 1] != '\\')
		at--;
	str base = str_sub(name, at, name.n);
	for (size_t i = 0; i < COUNT(left); i++)
		if (base.n == strlen(left[i]) && !strncasecmp(base.p, left[i], base.n))
			return true;
	return str_starts(name, S("__MACOSX/")) || str_starts(base, S("~$")) || str_starts(base, S("._"));
}

bool member_add(struct reading *r, str name, str bytes, struct err *e)
{
	if (r->members.n == MEMBERS_MAX) {
		fail(e, ERR_LIMIT, "Tệp chứa quá nhiều tệp bên trong: hơn %d.", MEMBERS_MAX);
		return err_hint(e, "Hãy tách thành nhiều tệp nhỏ hơn, hoặc giải nén rồi đưa cả thư mục vào.");
	}
	*vec_add(r->a, &r->members) = (struct member){ member_name(r->a, name), bytes };
	return true;
}
