#include "store/verify.h"
#include <stdarg.h>
#include <stdio.h>

#define VERIFY(name) { #name, &verify_##name },
static const struct { const char *name; const struct verify_row *row; } checks[] = {
#include "store/verifies.def"
};
#undef VERIFY

void verify_say(struct verify *v, struct wrong w, const char *fmt, ...)
{
	char text[1024];
	va_list ap;
	va_start(ap, fmt);
	vsnprintf(text, sizeof text, fmt, ap);
	va_end(ap);
	w.check = v->check;
	w.says = str_c(text);
	v->tell(v->ctx, &w);
}

static bool one(struct verify *v, const struct verify_row *row, struct err *e)
{
	if (row->run(v, e))
		return true;
	if (e->code != ERR_FORMAT)
		return false;
	verify_say(v, (struct wrong){ .hint = e->hint }, *e->detail ? "%s (%s)" : "%s", e->message, e->detail);
	return true;
}

bool verify(struct verify *v, struct err *e)
{
	for (int alone = 1; alone >= 0; alone--) {
		CLEANUP(tx_close) struct tx look = { 0 };
		if (!alone && !tx_look(v->db, &look, e))
			return false;
		for (size_t i = 0; i < COUNT(checks); i++) {
			v->check = checks[i].name;
			if (checks[i].row->alone == alone && !one(v, checks[i].row, e))
				return false;
		}
	}
	return true;
}
