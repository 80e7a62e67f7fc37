#include "store/search_index.h"
#include "store/verify.h"

static bool run(struct verify *v, struct err *e) { return search_check(v->db, e); }

const struct verify_row verify_search = {
	.help = "Chỉ mục tìm kiếm có đúng và đủ những điều tìm được của hồ sơ.",
	.source = "issue 5 (search); store/search_index.h",
	.run = run,
};
