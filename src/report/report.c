#include "report/report.h"

static const struct report_kind *const table[] = {
#define REPORT(id) &report_##id,
#include "report/reports.def"
#undef REPORT
};

struct report_kinds reports_all(void) { return (struct report_kinds){ table, COUNT(table) }; }

const struct report_kind *report_find(str name)
{
	for (size_t i = 0; i < COUNT(table); i++)
		if (str_eq(str_c(table[i]->name), name))
			return table[i];
	return NULL;
}
