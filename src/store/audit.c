#include "base/sha256.h"
#include "store/audit.h"

void audit_quote(struct buf *b, str s)
{
	size_t from = 0;
	buf_put(b, S("\""));
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		buf_put(b, str_sub(s, from, i));
		from = i + 1;
		if (c >= 0x20)
			buf_put(b, (str){ (char[]){ '\\', (char)c }, 2 });
		else
			buf_fmt(b, "\\u%04x", c);
	}
	buf_put(b, str_sub(s, from, s.n));
	buf_put(b, S("\""));
}

static void part(struct buf *b, str s)
{
	buf_put(b, S(","));
	if (s.n)
		audit_quote(b, s);
	else
		buf_put(b, S("null"));
}

void audit_seal(struct arena *a, const struct audit_row *r, str seal_before, char ret[static 65])
{
	struct buf b = buf_open(a);
	buf_fmt(&b, "[%lld,%lld", (long long)r->id, (long long)r->span);
	part(&b, r->at);
	buf_fmt(&b, ",%lld", (long long)r->person);
	part(&b, r->login);
	part(&b, r->what);
	buf_fmt(&b, ",%lld", (long long)r->body);
	part(&b, r->entity);
	buf_fmt(&b, ",%lld", (long long)r->entity_id);
	part(&b, r->before);
	part(&b, r->after);
	part(&b, seal_before);
	buf_put(&b, S("]"));
	sha256_hex(buf_str(&b), ret);
}

/* The head is held from here to the commit, so that rows of two transactions do not mix; taken late, it is held shortly. */
bool audit_append(struct tx *t, struct err *e)
{
	char seal[65] = "";
	int64_t last = 0;
	{
		CLEANUP(rows_close) struct rows r = { 0 };
		if (!db_query(t->db, Q(audit_head, 0), &r, e))
			return false;
		if (rows_next(&r)) {
			last = col_int(&r, 0);
			str s = col_text(&r, t->a, 1);
			memcpy(seal, s.p ? s.p : "", s.n < 64 ? s.n : 64);
		}
		if (!rows_done(&r, e))
			return false;
	}
	for (size_t i = 0; i < t->entries.n; i++) {
		const struct tx_entry *x = &t->entries.at[i];
		struct audit_row row = { ++last, i ? 0 : (int64_t)t->entries.n, t->who.person, x->body, x->id, t->who.at, t->who.login,
			                 t->what, str_c(table_name(x->table)), x->before, x->after };
		audit_seal(t->a, &row, str_c(seal), seal);
		if (!db_change(t, Q(audit_add, .id = v_int(row.id), .span = v_ref(row.span), .at = v_text(row.at),
		                    .person_id = v_ref(row.person),
		                    .login = v_text(row.login), .what = v_text(row.what), .body_id = v_ref(row.body),
		                    .entity = v_text(row.entity), .entity_id = v_int(row.entity_id), .before = v_text(row.before),
		                    .after = v_text(row.after),
		                    .seal = v_text(str_c(seal))), NULL, e))
			return false;
	}
	return db_change(t, Q(audit_head_move, .last = v_int(last), .seal = v_text(str_c(seal))), NULL, e);
}
