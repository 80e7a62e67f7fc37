#include "base/file.h"
#include "store/audit.h"
#include "store/manifest.h"
#include <jansson.h>

enum { FORM = 1, MANIFEST_MAX = 1 << 20 };

str manifest_text(struct arena *a, const struct manifest *m)
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "{\n  \"form\": %d,\n  \"program\": ", FORM);
	audit_quote(&b, m->program);
	buf_put(&b, S(",\n  \"record\": "));
	audit_quote(&b, m->mark);
	buf_put(&b, S(",\n  \"made\": "));
	audit_quote(&b, m->made);
	buf_fmt(&b, ",\n  \"schema\": %d,\n  \"log\": {\"last\": %lld, \"seal\": ", m->rows.version, (long long)m->log_last);
	audit_quote(&b, m->log_seal);
	buf_fmt(&b, "},\n  \"files\": %lld,\n  \"bytes\": %lld,\n  \"sums\": ", (long long)m->files, (long long)m->bytes);
	audit_quote(&b, m->sums);
	buf_put(&b, S(",\n  \"tables\": {"));
	for (size_t i = 0; i < m->rows.tables.n; i++) {
		const struct copied *c = &m->rows.tables.at[i];
		buf_put(&b, i ? S(",\n    ") : S("\n    "));
		audit_quote(&b, c->table);
		buf_fmt(&b, ": {\"rows\": %lld, \"sha256\": \"%s\"}", (long long)c->rows, c->sha);
	}
	buf_put(&b, S("\n  }\n}\n"));
	return buf_str(&b);
}

static void drop(json_t **j) { json_decref(*j); }

static str text_of(struct arena *a, const json_t *o, const char *key)
{
	return str_copy(a, str_c(json_string_value(json_object_get(o, key))));
}

static int64_t number_of(const json_t *o, const char *key) { return json_integer_value(json_object_get(o, key)); }

static bool damaged(const char *dir, const char *why, struct err *e)
{
	fail(e, ERR_FORMAT, "Bản sao lưu “%s” hỏng: không đọc được %s.", dir, MANIFEST_NAME);
	err_hint(e, "Dùng một bản sao lưu khác; bản này không được dùng để khôi phục.");
	return err_detail(e, "%s", why);
}

bool manifest_read(struct arena *a, const char *dir, struct manifest *ret, struct err *e)
{
	struct err why = { 0 };
	str text;
	json_error_t wrong = { 0 };
	*ret = (struct manifest){ 0 };
	if (!file_read(a, str_fmt(a, "%s/" MANIFEST_NAME, dir).p, MANIFEST_MAX, &text, &why)) {
		fail(e, ERR_NOT_FOUND, "“%s” không phải là một bản sao lưu: không có tệp %s.", dir, MANIFEST_NAME);
		err_hint(e, "Chỉ ra thư mục mà khacphuc backup đã làm. Thư mục có “.tmp-” trong tên là bản làm dở, không dùng được.");
		return err_detail(e, "%s %s", why.message, why.detail);
	}
	CLEANUP(drop) json_t *j = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &wrong);
	const json_t *log = json_object_get(j, "log"), *row;
	json_t *tables = json_object_get(j, "tables");
	const char *name;
	if (!j || number_of(j, "form") != FORM || !json_is_object(log) || !json_is_object(tables))
		return damaged(dir, j ? "form" : wrong.text, e);
	*ret = (struct manifest){ text_of(a, j, "program"), text_of(a, j, "record"), text_of(a, j, "made"), number_of(log, "last"),
		                  number_of(j, "files"), number_of(j, "bytes"), text_of(a, log, "seal"), text_of(a, j, "sums"),
		                  { .version = (int)number_of(j, "schema") } };
	json_object_foreach(tables, name, row) {
		str sha = text_of(a, row, "sha256");
		struct copied *c = vec_add(a, &ret->rows.tables);
		if (!sha256_is(sha))
			return damaged(dir, name, e);
		*c = (struct copied){ .table = str_copy(a, str_c(name)), .rows = number_of(row, "rows") };
		memcpy(c->sha, sha.p, 64);
		ret->rows.rows += c->rows;
	}
	return sha256_is(ret->sums) || damaged(dir, "sums", e);
}
