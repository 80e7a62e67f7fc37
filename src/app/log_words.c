#include "app/log_parts.h"
#include "base/fold.h"

#define ENTITY(table, rank, vi, name) { #table, rank, vi, name },
static const struct log_entity entities[] = {
#include "app/log.def"
};
#define LABEL(column, kind, vi) { #column, kind, vi, NULL },
#define REFER(column, table, vi) { #column, REF, vi, #table },
static const struct log_label labels[] = {
#include "app/log.def"
};
#define WORD(column, value, vi) { #column, value, vi },
static const struct { const char *column, *value, *vi; } words[] = {
#include "app/log.def"
};
#define ACT(what, vi, table) { what, vi, table },
static const struct log_verb verbs[] = {
#include "app/log.def"
};

const struct log_entity *entity_of(str table)
{
	for (size_t i = 0; i < COUNT(entities); i++)
		if (str_eq(str_c(entities[i].table), table))
			return &entities[i];
	return NULL;
}

const struct log_entity *entity_asked(struct arena *a, str said)
{
	str folded = fold_plain(a, said);
	for (size_t i = 0; i < COUNT(entities); i++)
		if (str_eq(str_c(entities[i].table), said) || str_eq(fold_plain(a, str_c(entities[i].vi)), folded))
			return &entities[i];
	return NULL;
}

str entities_of(struct arena *a, enum log_rank rank)
{
	struct buf b = buf_open(a);
	buf_put(&b, S(" "));
	for (size_t i = 0; i < COUNT(entities); i++)
		if (entities[i].rank == rank)
			buf_fmt(&b, "%s ", entities[i].table);
	return buf_str(&b);
}

/* A label for one table alone stands first. */
struct log_label label_of(str table, const char *column)
{
	for (size_t i = 0; i < COUNT(labels); i++) {
		const char *dot = strchr(labels[i].column, '.');
		str one = { labels[i].column, dot ? (size_t)(dot - labels[i].column) : 0 };
		if (!strcmp(dot ? dot + 1 : labels[i].column, column) && (!dot || str_eq(table, one)))
			return labels[i];
	}
	return (struct log_label){ column, TEXT, column, NULL };
}

const struct log_verb *act_of(str what)
{
	for (size_t i = 0; i < COUNT(verbs); i++)
		if (str_eq(str_c(verbs[i].what), what))
			return &verbs[i];
	return NULL;
}

const char *log_entity(str table)
{
	const struct log_entity *x = entity_of(table);
	return x ? x->vi : table.p;
}

const char *log_label(str table, const char *column) { return label_of(table, column).vi; }

str log_word(const char *column, str value)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (!strcmp(words[i].column, column) && str_eq(str_c(words[i].value), value))
			return str_c(words[i].vi);
	return value;
}
