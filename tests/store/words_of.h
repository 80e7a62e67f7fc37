/* words_of.h -- texts, what is typed, and what of them is found by it: with marks or without, and with the marks as typed
 *
 * SHAPE    found, exact: places in documents, in order
 */
#ifndef TESTS_STORE_WORDS_OF_H
#define TESTS_STORE_WORDS_OF_H
#include <stdbool.h>

/* Sentences of our own; their places here are the numbers of the rows below. */
static const char *const documents[] = {
	"Quyết định số 81/KH-SNgV về chuyển đổi số",                     /* 0 */
	"Quye\u0302\u0301t đi\u0323nh giao việc cho xã Đông Hưng",       /* 1, NFD */
	"Đinh tán và quyết tâm; dong hung khong dau",                    /* 2 */
	"TIÊU CHÍ 7a.1.3.2: đạt 0,158 điểm, hoà giải ở xã",              /* 3 */
	"Tiêu chí 7a.1 và 1.3 đạt 0.158 điểm, hòa giải",                 /* 4 */
	"Cải cách hành chính: near or not and",                          /* 5 */
	"Hành chính cải cách, kế hoạch 81 năm 2026",                     /* 6 */
	"It's a \\ \"quoted\" line: 100% * (x)",                         /* 7 */
	"Thuý Kiều đi da Đà",                                            /* 8 */
};

static const struct { const char *typed; bool typing; const char *found, *exact; } searches[] = {
	{ "quyết định", false, "0 1 2", "0 1" },
	{ "quyet dinh", false, "0 1 2", "0 1 2" },
	{ "QUYẾT ĐỊNH", false, "0 1 2", "0 1" },
	{ "quye\u0302\u0301t đi\u0323nh", false, "0 1 2", "0 1" },
	{ "đinh", false, "0 1 2", "2" },
	{ "\"quyết định\"", false, "0 1", "0 1" },
	{ "\"định quyết\"", false, "", "" },
	{ "đông hưng", false, "1 2", "1" },
	{ "dong hung", false, "1 2", "1 2" },
	{ "da", false, "8", "8" },
	{ "đà", false, "8", "8" },
	{ "đa", false, "8", "" },
	{ "thúy", false, "8", "8" },
	{ "hòa giải", false, "3 4", "3 4" },
	{ "hoà", false, "3 4", "3 4" },
	{ "hoa", true, "3 4 6", "3 4 6" },
	{ "7a.1.3.2", false, "3", "3" },
	{ "7A.1", false, "4", "4" },
	{ "7a.1", true, "3 4", "3 4" },
	{ "1.3", false, "4", "4" },
	{ "7a", false, "3 4", "3 4" },
	{ "0,158", false, "3 4", "3 4" },
	{ "0.158", false, "3 4", "3 4" },
	{ "\"tiêu chí 7a.1.3.2 đạt\"", false, "3", "3" },
	{ "81/KH-SNgV", false, "0", "0" },
	{ "KH-SNgV", false, "0", "0" },
	{ "kh-sn", true, "0", "0" },
	{ "sngv", false, "0", "0" },
	{ "81", false, "0 6", "0 6" },
	{ "\"cải cách\"", false, "5 6", "5 6" },
	{ "\"cải cách hành\"", false, "5", "5" },
	{ "\"cải cách hà", true, "5", "5" },
	{ "chuyển đổi", false, "0", "0" },
	{ "chu", true, "0", "0" },
	{ "near or not and", false, "5", "5" },
	{ "quyết OR zzz", false, "", "" },
	{ "NOT quyết", false, "", "" },
	{ "x:quyet", false, "", "" },
	{ "{x}: quyet", false, "", "" },
	{ "quyet*", false, "0 1 2", "0 1 2" },
	{ "quye*", false, "", "" },
	{ "^quyet", false, "0 1 2", "0 1 2" },
	{ "+quyết -số", false, "0", "0" },
	{ "NEAR(quyet dinh, 5)", false, "", "" },
	{ "' OR 1=1 --", false, "", "" },
	{ "it's", false, "7", "7" },
	{ "\\", false, "", "" },
	{ "a' | 'b", false, "", "" },
	{ "\"quoted\" (x)", false, "7", "7" },
	{ "quyết \"", false, "0 1 2", "0 1 2" },
};

#endif
