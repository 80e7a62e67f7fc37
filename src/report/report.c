#include "report/report.h"

static const struct report_kind *const rows[] = {
#define REPORT(id) &report_##id,
#include "report/reports.def"
#undef REPORT
};

struct report_kinds reports_all(void) { return (struct report_kinds){ rows, COUNT(rows) }; }

const struct report_kind *report_find(str name)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (str_eq(name, str_c(rows[i]->name)))
			return rows[i];
	return NULL;
}
