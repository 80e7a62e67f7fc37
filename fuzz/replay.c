/* replay -- runs a fuzz target over every file given, and over every file of a folder given
 *
 *     fuzz_NAME FILE|FOLDER ...
 *
 * Stands in for libFuzzer's main where there is no fuzzing: what was found once stays found. The name of each file is
 * written before it runs, so that a crash says whose it was. A folder that is not there holds nothing. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATH = 4096 };

/* Exactly as large as the file, so that a read beyond it is seen. */
static uint8_t *load(const char *path, size_t n)
{
	FILE *f = fopen(path, "rb");
	uint8_t *data = malloc(n ? n : 1);
	if (!f || !data || fread(data, 1, n, f) != n) {
		fprintf(stderr, "%s: cannot read\n", path);
		exit(1);
	}
	fclose(f);
	return data;
}

static int replay(const char *path)
{
	struct stat st;
	if (stat(path, &st))
		return 0;
	if (S_ISREG(st.st_mode)) {
		uint8_t *data = load(path, (size_t)st.st_size);
		fprintf(stderr, "%s\n", path);
		LLVMFuzzerTestOneInput(data, (size_t)st.st_size);
		free(data);
		return 1;
	}
	DIR *d = S_ISDIR(st.st_mode) ? opendir(path) : NULL;
	int n = 0;
	for (struct dirent *e; d && (e = readdir(d));) {
		char below[PATH];
		if (e->d_name[0] == '.')
			continue;
		if (snprintf(below, sizeof below, "%s/%s", path, e->d_name) < (int)sizeof below)
			n += replay(below);
	}
	if (d)
		closedir(d);
	return n;
}

int main(int argc, char **argv)
{
	int n = 0;
	for (int i = 1; i < argc; i++)
		n += replay(argv[i]);
	printf("%d inputs\n", n);
	return n == 0;
}
