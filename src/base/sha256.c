/* The low-level calls on purpose: the one-shot EVP digest first fetches a provider, a millisecond of start-up. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include "base/sha256.h"
#include <openssl/sha.h>

void sha256_hex(str bytes, char ret[static 65])
{
	static const char digits[] = "0123456789abcdef";
	unsigned char sum[SHA256_DIGEST_LENGTH];
	SHA256_CTX c;
	SHA256_Init(&c);
	if (bytes.n)
		SHA256_Update(&c, bytes.p, bytes.n);
	SHA256_Final(sum, &c);
	for (size_t i = 0; i < sizeof sum; i++) {
		ret[2 * i] = digits[sum[i] >> 4];
		ret[2 * i + 1] = digits[sum[i] & 15];
	}
	ret[64] = 0;
}
