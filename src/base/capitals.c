#include "base/capitals.h"

#include <stdlib.h>
#include <unicase.h>
#include <uninorm.h>
#include <unistr.h>

str capitals(struct arena *a, str nfc)
{
	size_t n = 0;
	if (!nfc.n || u8_check((const uint8_t *)nfc.p, nfc.n))
		return nfc;
	uint8_t *up = u8_toupper((const uint8_t *)nfc.p, nfc.n, NULL, UNINORM_NFC, NULL, &n);
	str s = up ? str_copy(a, (str){ (const char *)up, n }) : nfc;
	free(up);
	return s;
}
