#include "docin/tag.h"

static bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* Where the tag ends; a ">" between quotation marks does not end it. */
static size_t tag_end(str s)
{
	char quote = 0;
	for (size_t i = 1; i < s.n; i++) {
		char c = s.p[i];
		if (quote)
			quote = c == quote ? 0 : quote;
		else if ((c == '"' || c == '\'') && s.p[i - 1] == '=')
			quote = c;
		else if (c == '>')
			return i + 1;
		else if (c == '<')
			return 0;
	}
	return 0;
}

static int span(str tag, const char *name)
{
	size_t n = strlen(name);
	for (size_t i = 1; i + n < tag.n; i++) {
		if (strncasecmp(tag.p + i, name, n) || is_alpha(tag.p[i - 1]))
			continue;
		int v = 0;
		size_t k = i + n;
		while (k < tag.n && (tag.p[k] == ' ' || tag.p[k] == '=' || tag.p[k] == '"' || tag.p[k] == '\''))
			k++;
		for (; k < tag.n && is_digit(tag.p[k]) && v <= SPAN_MAX; k++)
			v = v * 10 + (tag.p[k] - '0');
		return v < 1 ? 1 : v > SPAN_MAX ? SPAN_MAX : v;
	}
	return 1;
}

static bool names_none(str tag)
{
	size_t at = str_find(tag, S("list-style"), 0);
	return at < tag.n && str_find(tag, S("none"), at) < tag.n;
}

size_t tag_next(str s, struct tag *ret)
{
	*ret = (struct tag){ .colspan = 1, .rowspan = 1 };
	if (s.n < 3 || s.p[0] != '<')
		return 0;
	if (str_starts(s, S("<!--"))) {
		size_t end = str_find(s, S("-->"), 4);
		return end < s.n ? end + 3 : 0;
	}
	ret->close = s.p[1] == '/';
	size_t i = ret->close ? 2 : 1, n = 0;
	if (!is_alpha(s.p[i]) && s.p[i] != '!' && s.p[i] != '?')
		return 0;
	size_t end = tag_end(s);
	for (; i < end && (is_alpha(s.p[i]) || is_digit(s.p[i])); i++)
		if (n < sizeof ret->name - 1)
			ret->name[n++] = (char)(is_alpha(s.p[i]) ? s.p[i] | 0x20 : s.p[i]);
	if (n == sizeof ret->name - 1)
		ret->name[0] = 0;
	str tag = str_sub(s, 0, end);
	ret->colspan = span(tag, "colspan");
	ret->rowspan = span(tag, "rowspan");
	ret->bare = names_none(tag);
	return end;
}
