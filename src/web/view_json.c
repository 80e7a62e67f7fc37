#include "base/escape.h"
#include "web/view.h"

static void put_object(struct buf *b, const struct view *v);

static void put_value(struct buf *b, const struct view_value *v)
{
	char room[VIEW_ROOM];
	switch (v->kind) {
	case VIEW_NOTHING: buf_put(b, S("null")); return;
	case VIEW_OBJECT: put_object(b, v->object); return;
	case VIEW_LIST:
		buf_put(b, S("["));
		for (size_t i = 0; i < v->list->at.n; i++) {
			buf_put(b, i ? S(",") : S(""));
			put_object(b, v->list->at.at[i]);
		}
		buf_put(b, S("]"));
		return;
	case VIEW_COUNT:
	case VIEW_YES: buf_put(b, view_words(room, v, false)); return;
	case VIEW_TEXT:
	case VIEW_POINTS:
	case VIEW_PERCENT:
	case VIEW_DAY:
	case VIEW_MOMENT:
	case VIEW_LINK: break;
	}
	buf_put(b, S("\""));
	escape_json(b, view_words(room, v, false));
	buf_put(b, S("\""));
}

static void put_object(struct buf *b, const struct view *v)
{
	buf_put(b, S("{"));
	for (size_t i = 0; i < v->at.n; i++) {
		const struct view_value *one = &v->at.at[i];
		buf_put(b, i ? S(",\"") : S("\""));
		buf_put(b, str_c(one->name));
		buf_put(b, S("\":"));
		put_value(b, one);
	}
	buf_put(b, S("}"));
}

str view_json(struct arena *a, const struct view *v)
{
	struct buf b = buf_open(a);
	put_object(&b, v);
	buf_put(&b, S("\n"));
	return buf_str(&b);
}
