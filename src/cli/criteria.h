/* cli/criteria.h -- what the verbs "criterion …" share
 *
 * SHAPE    CRITERION_OPTIONS beside RECORD_OPTIONS; criterion_words: “1.2 năm 2025 (Công khai …)”
 * UNITS    none
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   issue 5
 */
#ifndef CLI_CRITERIA_H
#define CLI_CRITERIA_H
#include "app/criterion.h"
#include "cli/at.h"

#define CRITERION_OPTIONS \
	{ "--level", "CẤP", "cấp của bộ tiêu chí: bộ, tỉnh, sở, huyện, xã; không ghi cũng được khi chỉ một cấp có mã ấy", false }, \
	{ "--unit", "TÊN", "kỳ đánh giá của ai, khi hồ sơ có của nhiều cơ quan", false }

static inline struct criterion_in criterion_in(const struct call *c)
{
	return (struct criterion_in){ call_option(c, "--unit"), call_option(c, "--level") };
}

static inline str criterion_words(struct arena *a, const struct criterion_of *k)
{
	return str_fmt(a, "%.*s năm %d%s%.*s%s", SF(k->code), k->year, k->name.n ? " “" : "", SF(k->name), k->name.n ? "”" : "");
}

#endif
