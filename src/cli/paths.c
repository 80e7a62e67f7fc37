#include "cli/paths.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

static int by_name(const void *a, const void *b) { return strcmp(*(const char *const *)a, *(const char *const *)b); }

static bool cannot_list(const char *path, int why, struct err *e)
{
	fail(e, why == EACCES ? ERR_INPUT : ERR_SYSTEM, "Không xem được bên trong thư mục “%s”.", path);
	err_hint(e, "Hãy xin quyền đọc thư mục này, hoặc chép tệp sang chỗ khác.");
	return err_detail(e, "%s", strerror(why));
}

static bool too_many(struct err *e)
{
	fail(e, ERR_LIMIT, "Có hơn %d tệp: quá nhiều cho một lần chạy.", PATHS_MAX);
	return err_hint(e, "Hãy chỉ ra từng thư mục con.");
}

static bool list_names(struct arena *a, const char *path, paths *names, struct err *e)
{
	DIR *d = opendir(path);
	if (!d)
		return cannot_list(path, errno, e);
	for (struct dirent *x; (x = readdir(d)) && names->n <= PATHS_MAX;)
		if (x->d_name[0] != '.')
			*vec_add(a, names) = str_copy(a, str_c(x->d_name)).p;
	closedir(d);
	if (names->n > PATHS_MAX)
		return too_many(e);
	if (names->n)
		qsort(names->at, names->n, sizeof names->at[0], by_name);
	return true;
}

/* What cannot be looked at, and what is neither file nor folder, goes on the list too: reading it will say why. */
static bool add_below(struct arena *a, paths *list, const char *path, int depth, struct err *e)
{
	paths names = { 0 };
	if (depth > PATHS_DEPTH)
		return fail(e, ERR_LIMIT, "Thư mục “%s” lồng nhau quá %d tầng.", path, PATHS_DEPTH);
	if (!list_names(a, path, &names, e))
		return false;
	bool slash = str_ends(str_c(path), S("/"));
	for (size_t i = 0; i < names.n; i++) {
		const char *below = str_fmt(a, "%s%s%s", path, slash ? "" : "/", names.at[i]).p;
		struct stat here, there;
		bool known = !lstat(below, &here) && !stat(below, &there);
		if (known && S_ISLNK(here.st_mode) && S_ISDIR(there.st_mode))
			continue;
		if (known && S_ISDIR(there.st_mode)) {
			if (!add_below(a, list, below, depth + 1, e))
				return false;
			continue;
		}
		if (list->n >= PATHS_MAX)
			return too_many(e);
		*vec_add(a, list) = below;
	}
	return true;
}

bool paths_add(struct arena *a, paths *list, const char *arg, struct err *e)
{
	struct stat st;
	size_t before = list->n;
	if (stat(arg, &st) || !S_ISDIR(st.st_mode)) {
		*vec_add(a, list) = arg;           /* reading it will say what is wrong with it */
		return true;
	}
	if (!add_below(a, list, arg, 0, e))
		return false;
	if (list->n == before) {
		fail(e, ERR_INPUT, "Thư mục “%s” không có tệp nào.", arg);
		return err_hint(e, "Kiểm tra lại tên thư mục.");
	}
	return true;
}
