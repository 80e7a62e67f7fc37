#include "app/json.h"
#include "app/log.h"

enum { FEW = 3 };                                          /* things of an act that stand under it; more of them are counted only */

static str or_none(str s) { return s.n ? s : S("(trống)"); }

static void put_changes(struct buf *b, const struct log_thing *t, const struct layout *y)
{
	struct buf line = buf_open(b->a);
	for (size_t i = 0; i < t->changes.n; i++) {
		const struct log_change *c = &t->changes.at[i];
		buf_fmt(&line, "%s%.*s: ", i ? "; " : "", SF(c->label));
		if (t->added || t->gone)
			buf_put(&line, t->added ? c->after : c->before);
		else
			buf_fmt(&line, "%.*s → %.*s", SF(or_none(c->before)), SF(or_none(c->after)));
	}
	if (!line.n)
		return;
	buf_put(b, S("    "));
	layout_para(b, y, buf_str(&line), 4, 4);
}

static void put_thing(struct buf *b, const struct log_act *act, const struct log_thing *t, const struct layout *y)
{
	str line = str_fmt(b->a, "%s %.*s %.*s%s%.*s", t->added ? "thêm" : t->gone ? "bỏ" : "đổi", SF(t->entity_vi),
	                   SF(t->name.n ? t->name : str_fmt(b->a, "số %lld", (long long)t->id)), act->body.n || !t->body.n ? "" : ", ",
	                   SF(act->body.n ? (str){ 0 } : t->body));
	if (!act->named) {
		buf_put(b, S("  "));
		layout_para(b, y, line, 2, 4);
	}
	put_changes(b, t, y);
}

str log_text(struct arena *a, const struct log *l, const struct layout *y)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < l->acts.n; i++) {
		const struct log_act *x = &l->acts.at[i];
		bool folded = l->acts.n > 1 && x->things.n > FEW;
		layout_ink(&b, y, INK_BOLD, str_fmt(a, "%.*s  %.*s", SF(x->when), SF(layout_safe(a, x->who.n ? x->who : x->login))));
		buf_fmt(&b, " (%.*s)%s%.*s\n  ", SF(layout_safe(a, x->login)), x->body.n ? ", " : "", SF(x->body));
		layout_para(&b, y, x->words, 2, 2);
		for (size_t k = 0; k < x->things.n && !folded; k++)
			put_thing(&b, x, &x->things.at[k], y);
		if (folded || x->rest)
			buf_fmt(&b, "  %s: --act %lld\n", folded ? "Từng dòng" : "Đủ các dòng", (long long)x->id);
	}
	if (!l->acts.n)
		return S("Nhật ký không có gì như vậy trong phạm vi của bạn.\n");
	if (l->more)
		buf_fmt(&b, "Còn nữa: thêm --page %d.\n", l->page + 1);
	return buf_str(&b);
}

static json_t *thing_json(const struct log_thing *t)
{
	json_t *changes = json_array();
	for (size_t k = 0; k < t->changes.n; k++) {
		const struct log_change *c = &t->changes.at[k];
		json_array_append_new(changes, json_pack("{s:s, s:o, s:o}", "column", c->column, "before", j_text(c->before), "after", j_text(c->after)));
	}
	return json_pack("{s:s, s:o, s:o, s:o, s:o, s:o}", "act", t->added ? "added" : t->gone ? "gone" : "changed", "entity", j_text(t->entity), "entity_id",
	                 j_id(t->id), "name", j_text(t->name), "body", j_text(t->body), "changes", changes);
}

str log_json(struct arena *a, const struct log *l)
{
	json_t *list = json_array();
	for (size_t i = 0; i < l->acts.n; i++) {
		const struct log_act *x = &l->acts.at[i];
		json_t *things = json_array();
		for (size_t k = 0; k < x->things.n; k++)
			json_array_append_new(things, thing_json(&x->things.at[k]));
		json_array_append_new(list, json_pack("{s:o, s:o, s:o, s:o, s:o, s:o, s:o}", "id", j_id(x->id), "at", j_text(x->at), "login", j_text(x->login),
		                                      "what", j_text(x->what), "words", j_text(x->words), "things", things, "rest", j_count(x->rest)));
	}
	return json_done(a, json_pack("{s:o, s:i, s:b}", "log", list, "page", l->page, "more", l->more));
}
