/* The low-level calls on purpose: the one-shot EVP digest first fetches a provider, a millisecond of start-up. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256.h"
#include <openssl/sha.h>

_Static_assert(sizeof(SHA256_CTX) <= sizeof(struct sha256), "no room for the state");

static SHA256_CTX *state(struct sha256 *s) { return (SHA256_CTX *)s->room; }

void sha256_open(struct sha256 *s) { SHA256_Init(state(s)); }

void sha256_add(struct sha256 *s, str bytes)
{
	if (bytes.n)
		SHA256_Update(state(s), bytes.p, bytes.n);
}

void sha256_close(struct sha256 *s, char ret[static 65])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256_Final(sum, state(s));
	for (size_t i = 0; i < sizeof sum; i++) {
		ret[2 * i] = digits[sum[i] >> 4];
		ret[2 * i + 1] = digits[sum[i] & 15];
	}
	ret[64] = 0;
}

void sha256_hex(str bytes, char ret[static 65])
{
	struct sha256 s;
	sha256_open(&s);
	sha256_add(&s, bytes);
	sha256_close(&s, ret);
}

bool sha256_is(str s)
{
	size_t i = 0;
	while (i < s.n && ((s.p[i] >= '0' && s.p[i] <= '9') || (s.p[i] >= 'a' && s.p[i] <= 'f')))
		i++;
	return i == s.n && s.n == 64;
}
