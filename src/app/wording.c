#include "app/wording.h"
#include "app/record_parts.h"
#include "app/said.h"
#include "report/words.h"

static const struct wording_name names[] = {
#define WORDING(name, label, help) { #name, label, help },
#include "app/wording.def"
#undef WORDING
};

struct wording_names wording_names(void) { return (struct wording_names){ names, COUNT(names) }; }

size_t wording_sentences(struct arena *a, struct wording_sentence **ret)
{
	size_t n = 0;
	*ret = make_n(a, struct wording_sentence, WORDS);
	for (int id = 0; id < WORDS; id++) {
		struct report_word w = word_at((enum word_id)id);
		bool named = !w.text.n;                /* an office alone can word it: it stands among the names, or as a list of its own */
		for (size_t i = 0; i < COUNT(names); i++)
			named |= str_eq(w.name, str_c(names[i].name));
		if (!named)
			(*ret)[n++] = (struct wording_sentence){ w.name, w.text };
	}
	return n;
}

/* -- reading ------------------------------------------------------------------------------------------ */

bool wording_list(struct record *r, struct arena *a, int64_t body, str kind, wordings *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(wording_list, .who = v_int(r->who.person), .body_id = v_int(body), .kind = v_text(kind)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct wording){ .kind = col_text(&rows, a, 1), .name = col_text(&rows, a, 2),
		        .text = col_text(&rows, a, 3),
			                             .revision = (int)col_int(&rows, 4) };
	return rows_done(&rows, e);
}

str wording_of(const wordings *w, const char *name)
{
	str text = { 0 };
	for (size_t i = 0; i < w->n; i++)              /* what is of the kind comes last */
		if (str_eq(w->at[i].name, str_c(name)))
			text = w->at[i].text;
	return text;
}

strs wording_lines(struct arena *a, str text)
{
	strs lines = { 0 };
	for (size_t from = 0; from < text.n;) {
		size_t end = str_find(text, S("\n"), from);
		str line = str_trim(str_sub(text, from, end));
		if (line.n)
			*vec_add(a, &lines) = str_copy(a, line);
		from = end + 1;
	}
	return lines;
}

/* -- changing ----------------------------------------------------------------------------------------- */

static bool sound_name(str name)
{
	bool ok = name.n && name.n <= WORDING_NAME;
	for (size_t i = 0; ok && i < name.n; i++)
		ok = (name.p[i] >= 'a' && name.p[i] <= 'z') || name.p[i] == '_' || (i && name.p[i] >= '0' && name.p[i] <= '9');
	return ok;
}

/* Line by line, so that each is one line of NFC. */
static bool clean(struct arena *a, str *text, struct err *e)
{
	strs lines = wording_lines(a, *text);
	struct buf b = buf_open(a);
	for (size_t i = 0; i < lines.n; i++) {
		if (!said(a, "lời văn", WORDING_TEXT, &lines.at[i], e))
			return false;
		buf_fmt(&b, "%s%.*s", b.n ? "\n" : "", SF(lines.at[i]));
	}
	*text = buf_str(&b);
	return text->n <= WORDING_TEXT || fail(e, ERR_LIMIT, "Lời văn dài %zu byte; mỗi mục tối đa %d.", text->n, WORDING_TEXT);
}

static bool gone(struct record *r, struct arena *a, int64_t body, str name, struct err *e)
{
	wordings w = { 0 };
	if (!wording_list(r, a, body, (str){ 0 }, &w, e))
		return false;
	for (size_t i = 0; i < w.n; i++)
		if (str_eq(w.at[i].name, name))
			return record_denied(r, e, "sửa lời văn của văn bản đơn vị này");
	return fail(e, ERR_NOT_FOUND, "Đơn vị này chưa ghi lời văn “%.*s” nên không có gì để bỏ.", SF(name));
}

bool wording_put(struct record *r, struct arena *a, int64_t body, str kind, str name, str text, struct err *e)
{
	CLEANUP(tx_close) struct tx t = { 0 };
	struct changed done = { 0 };
	kind = kind.n ? kind : S("*");
	if (!str_eq(kind, S("*")) && !report_find(kind))
		return fail(e, ERR_INPUT, "Không có loại văn bản “%.*s”.", SF(kind)), err_hint(e,
		        "Xem các loại bằng khacphuc report kinds.");
	if (!sound_name(name))
		return fail(e, ERR_INPUT, "Không có mục lời văn “%.*s”.", SF(name)), err_hint(e,
		        "Các mục: basis, recipients, place, sign_title …");
	if (!clean(a, &text, e) || !record_tx(r, a, S("wording"), &t, e))
		return false;
	struct arg who = v_int(r->who.person), of = v_int(body), k = v_text(kind), n = v_text(name), s = v_text(text);
	if (!text.n) {
		if (!db_change(&t, Q(wording_drop, .who = who, .body_id = of, .kind = k, .name = n), &done, e))
			return false;
		return done.rows ? tx_commit(&t, e) : gone(r, a, body, name, e);
	}
	if (!db_change(&t, Q(wording_change, .who = who, .body_id = of, .kind = k, .name = n, .text = s), &done, e) ||
	    (!done.rows && !db_change(&t, Q(wording_add, .who = who, .body_id = of, .kind = k, .name = n, .text = s), &done, e)))
		return false;
	return done.rows ? tx_commit(&t, e) : record_denied(r, e, "sửa lời văn của văn bản đơn vị này");
}

/* -- for a person ------------------------------------------------------------------------------------- */

str wording_text(struct arena *a, const wordings *w, const struct layout *y)
{
	static const struct column columns[] = { { "Loại", false, 0 }, { "Mục", false, 0 }, { "Lời văn", false, 4 } };
	struct table t = { .columns = columns, .n = COUNT(columns) };
	struct buf b = buf_open(a);
	for (size_t i = 0; i < w->n; i++) {
		const struct wording *x = &w->at[i];
		strs lines = wording_lines(a, x->text);
		for (size_t k = 0; k < lines.n; k++) {
			*vec_add(a, &t.cells) = k ? (str){ 0 } : str_eq(x->kind, S("*")) ? S("mọi loại") : x->kind;
			*vec_add(a, &t.cells) = k ? (str){ 0 } : x->name;
			*vec_add(a, &t.cells) = lines.at[k];
		}
	}
	if (!w->n)
		return S("Đơn vị chưa ghi lời văn riêng nào; văn bản dùng lời mẫu.\n");
	layout_table(&b, y, &t);
	return buf_str(&b);
}
