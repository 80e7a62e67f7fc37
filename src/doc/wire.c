#include "doc/wire.h"
#include <unistr.h>

/* -- writing ----------------------------------------------------------------------------------------- */

void wire_put_number(struct buf *b, uint64_t n)
{
	char at[10];
	size_t used = 0;
	for (; n > 0x7F; n >>= 7)
		at[used++] = (char)(n | 0x80);
	at[used++] = (char)n;
	buf_put(b, (str){ at, used });
}

/* The sign is the lowest bit. */
void wire_put_signed(struct buf *b, int64_t n) { wire_put_number(b, n < 0 ? (uint64_t)-n << 1 | 1 : (uint64_t)n << 1); }

void wire_put_text(struct buf *b, str s)
{
	wire_put_number(b, s.n);
	buf_put(b, s);
}

void wire_put_error(struct buf *b, const struct err *e)
{
	wire_put_number(b, e->code);
	wire_put_text(b, str_c(e->message));
	wire_put_text(b, str_c(e->hint));
	wire_put_text(b, str_c(e->detail));
}

/* -- reading ----------------------------------------------------------------------------------------- */

bool wire_wrong(struct wire *w, const char *what)
{
	if (!w->bad)
		w->bad = what;
	w->p = w->end;
	return false;
}

unsigned wire_byte(struct wire *w)
{
	if (w->p < w->end)
		return (unsigned char)*w->p++;
	wire_wrong(w, "cut off");
	return 0;
}

uint64_t wire_number(struct wire *w, uint64_t most)
{
	uint64_t n = 0;
	for (unsigned shift = 0; shift < 63; shift += 7) {
		unsigned b = wire_byte(w);
		n |= (uint64_t)(b & 0x7F) << shift;
		if (b & 0x80)
			continue;
		if (n <= most)
			return n;
		break;
	}
	wire_wrong(w, "number out of range");
	return 0;
}

int64_t wire_signed(struct wire *w, int64_t most)
{
	uint64_t n = wire_number(w, (uint64_t)most << 1 | 1);
	return n & 1 ? -(int64_t)(n >> 1) : (int64_t)(n >> 1);
}

str wire_bytes(struct wire *w)
{
	size_t n = wire_number(w, (uint64_t)(w->end - w->p));
	if (n > (size_t)(w->end - w->p))
		return wire_wrong(w, "text cut off"), (str){ "", 0 };
	w->p += n;
	return (str){ w->p - n, n };
}

str wire_text(struct wire *w)
{
	str s = wire_bytes(w);
	if (!s.n || !u8_check((const uint8_t *)s.p, s.n))
		return s;
	wire_wrong(w, "text is not UTF-8");
	return (str){ "", 0 };
}

bool wire_error(struct wire *w, struct err *ret)
{
	enum err_code code = (enum err_code)wire_number(w, ERR_SYSTEM);
	str message = wire_text(w), hint = wire_text(w), detail = wire_text(w);
	if (w->bad || code == ERR_NONE)
		return false;
	fail(ret, code, "%.*s", SF(message));
	err_hint(ret, "%.*s", SF(hint));
	err_detail(ret, "%.*s", SF(detail));
	return true;
}
