#include "app/import_parts.h"

/* Whose document it is: names as documents write them, against those of the record. */

enum { ABOVE_MOST = 20 };

/* "UBND phường A" is "Ủy ban nhân dân phường A"; where a commune is called by its place alone, that is the same too. */
static str name_key(struct arena *a, str name)
{
	const str heads[] = { S("uy ban nhan dan "), S("ubnd ") };
	str key = text_key(a, name);
	for (size_t i = 0; i < COUNT(heads); i++)
		if (str_starts(key, heads[i]))
			return str_sub(key, heads[i].n, key.n);
	return key;
}

/* One is the other's beginning, and a word ends there: "văn phòng", "văn phòng sở". */
static bool begins(str longer, str shorter)
{
	return shorter.n && str_starts(longer, shorter) && (longer.n == shorter.n || longer.p[shorter.n] == ' ');
}

static bool holds(str text, str words)
{
	for (size_t at = str_find(text, words, 0); words.n && at < text.n; at = str_find(text, words, at + 1))
		if ((!at || text.p[at - 1] == ' ') && (at + words.n == text.n || text.p[at + words.n] == ' '))
			return true;
	return false;
}

/* The only unit for which it holds; -1: several. */
static void only(int64_t *found, int64_t id) { *found = !*found || *found == id ? id : -1; }

int64_t unit_called(struct importing *m, str name)
{
	str key = name_key(m->a, name);
	int64_t room = 0, room_begins = 0, body = 0;
	for (size_t i = 0; key.n && i < m->units.n; i++) {
		const struct had_unit *u = &m->units.at[i];
		str its = name_key(m->a, u->name);
		bool ours = u->body == m->body.id;
		if (str_eq(its, key))
			only(ours ? &room : &body, u->id);
		else if (ours && (begins(its, key) || begins(key, its)))
			only(&room_begins, u->id);
	}
	int64_t best = room ? room : body ? body : room_begins;
	return best > 0 ? best : 0;
}

static const struct had_unit *unit_of(const struct importing *m, int64_t id)
{
	for (size_t i = 0; i < m->units.n; i++)
		if (m->units.at[i].id == id)
			return &m->units.at[i];
	return NULL;
}

static bool is_above(const struct importing *m, int64_t id)
{
	const struct had_unit *u = unit_of(m, m->body.id);
	for (int n = 0; u && n < ABOVE_MOST; n++, u = unit_of(m, u->parent))
		if (u->id == id)
			return true;
	return false;
}

/* A name of the body, or of one of its rooms, stands in it. */
static bool is_ours(struct importing *m, str issuer)
{
	str key = name_key(m->a, issuer);
	for (size_t i = 0; i < m->units.n; i++) {
		const struct had_unit *u = &m->units.at[i];
		str its = name_key(m->a, u->name);
		if (u->body == m->body.id && (str_eq(key, its) || (u->id == m->body.id ? holds(key, its) : begins(key, its))))
			return true;
	}
	return false;
}

static int64_t body_called(struct importing *m, str issuer)
{
	str key = name_key(m->a, issuer);
	for (size_t i = 0; i < m->units.n; i++)
		if (m->units.at[i].id == m->units.at[i].body && str_eq(name_key(m->a, m->units.at[i].name), key))
			return m->units.at[i].id;
	return 0;
}

bool import_whose(struct importing *m, struct err *e)
{
	str issuer = m->f->document.issuer;
	int64_t other = issuer.n ? body_called(m, issuer) : m->body.id;
	if (other == m->body.id || (other && is_above(m, other)))
		return true;
	if (other && !m->ask->force) {
		fail(e, ERR_CONFLICT, "Văn bản do %.*s ban hành, không phải %.*s.", SF(issuer), SF(m->body.name));
		return err_hint(e, "Ghi đúng đơn vị sau --unit. Nếu văn bản đúng là nói về %.*s thì thêm --force.", SF(m->body.name));
	}
	if (other)
		*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "Văn bản do %.*s ban hành, vẫn ghi vào hồ sơ của %.*s vì có --force.", SF(issuer), SF(m->body.name));
	else if (!is_ours(m, issuer))
		*vec_add(m->a, &m->p->notes) = str_fmt(m->a, "Văn bản ghi nơi ban hành là “%.*s”; hãy xem có đúng là của %.*s không.", SF(issuer), SF(m->body.name));
	return true;
}
