#include "app/said.h"
#include <stdlib.h>
#include <uninorm.h>
#include <unistr.h>

bool said(struct arena *a, const char *what, size_t most, str *text, struct err *e)
{
	str s = str_trim(*text);
	if (s.n > most)
		return fail(e, ERR_LIMIT, "Phần %s dài %zu byte, quá %zu.", what, s.n, most), err_hint(e, "Viết ngắn lại.");
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F)
			return fail(e, ERR_INPUT, "Phần %s có ký tự điều khiển hay xuống dòng.", what), err_hint(e, "Viết trên một dòng.");
	size_t n = 0;
	uint8_t *nfc = s.n && !u8_check((const uint8_t *)s.p, s.n) ? u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n) : NULL;
	if (s.n && !nfc)
		return fail(e, ERR_INPUT, "Phần %s không phải là chữ UTF-8.", what), err_hint(e, "Gõ bằng bảng mã Unicode.");
	*text = nfc ? str_copy(a, (str){ (const char *)nfc, n }) : (str){ 0 };
	free(nfc);
	return true;
}

bool said_or(struct arena *a, const char *what, size_t most, const char *typed, str *text, struct err *e)
{
	str s = typed ? str_c(typed) : (str){ 0 };
	if (!typed)
		return true;
	if (!said(a, what, most, &s, e))
		return false;
	*text = s;
	return true;
}
