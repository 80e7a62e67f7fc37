#include "base/fold.h"
#include "core/kept.h"

static const char *const dues[] = { NULL, "ongoing", "year", "quarter", "month", "date", "working_days" };
static const char *const rhythms[] = { NULL, "weekly", "monthly", "quarterly", "half_yearly", "yearly" };
static const char *const states[] = { NULL, "unknown", "not_done", "in_progress", "done" };
static const char *const states_vi[] = { NULL, "chưa rõ", "chưa thực hiện", "đang triển khai", "đã hoàn thành" };
static const char *const units[] = { "percent", "working_days", "count" };
static const char *const ops[] = { "ge", "le", "gt", "lt", "eq" };

static size_t index_of(str word, const char *const *list, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (str_eq(word, str_c(list[i])))
			return i;
	return 0;
}

const char *due_kept(enum due_kind k) { return dues[k]; }
enum due_kind due_of(str word) { return (enum due_kind)index_of(word, dues, COUNT(dues)); }
const char *rhythm_kept(enum rhythm r) { return rhythms[r]; }
enum rhythm rhythm_of(str word) { return (enum rhythm)index_of(word, rhythms, COUNT(rhythms)); }
const char *state_kept(enum status s) { return states[s]; }
enum status state_of(str word) { return (enum status)index_of(word, states, COUNT(states)); }
const char *state_vi(enum status s) { return states_vi[s]; }
const char *unit_kept(enum unit u) { return units[u]; }
const char *op_kept(enum target_op o) { return ops[o]; }

enum status state_typed(struct arena *a, str typed)
{
	static const struct { const char *folded; enum status s; } forms[] = {
		{ "chua ro", STATUS_UNKNOWN },           { "chua thuc hien", STATUS_NOT_DONE }, { "chua", STATUS_NOT_DONE },
		{ "dang trien khai", STATUS_IN_PROGRESS }, { "dang thuc hien", STATUS_IN_PROGRESS }, { "dang", STATUS_IN_PROGRESS },
		{ "da hoan thanh", STATUS_DONE },         { "hoan thanh", STATUS_DONE },         { "xong", STATUS_DONE },
	};
	enum status s = state_of(typed);
	str t = fold_plain(a, typed);
	for (size_t i = 0; i < COUNT(forms) && !s; i++)
		if (str_eq(t, str_c(forms[i].folded)))
			s = forms[i].s;
	return s;
}

const char *origin_vi(str word)
{
	return str_eq(word, S("self_check")) ? "tự kiểm tra" : str_eq(word, S("inspection")) ? "đoàn kiểm tra" : "thẩm định Chỉ số";
}
