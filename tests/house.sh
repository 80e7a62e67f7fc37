#!/bin/sh
# house.sh -- that tools/layers, tools/tables and tools/third pass what is right, and stop what they are there to stop.
# Ends with "N passed, N failed, N skipped".
cd "$(dirname "$0")/.." || exit 2
house=$PWD passed=0 failed=0
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

check() {      # NAME WANTED-STATUS WANTED-WORDS COMMAND...
	name=$1 wanted=$2 words=$3
	shift 3
	said=$("$@" 2>&1)
	status=$?
	case "$status $said" in
	"$wanted "*"$words"*) passed=$((passed + 1)) ;;
	*)
		failed=$((failed + 1))
		printf 'FAILED %s: status %s, not %s; said:\n%s\n' "$name" "$status" "$wanted" "$said"
		;;
	esac
}

tree() {       # a small tree that is right
	rm -rf "$work"/*
	mkdir -p "$work/src/base" "$work/src/core" "$work/src/cli" "$work/tests/core"
	printf 'base:\ncore: base\ncli: base core\nmain.c: cli\n' >"$work/src/LAYERS"
	echo '#include "base/str.h"' >"$work/src/core/check.c"
	echo '#include <stdio.h>' >"$work/src/base/str.h"
	echo '#include "cli/cli.h"' >"$work/src/main.c"
	echo 'CHECK_ROW(sum)' >"$work/src/core/checks.def"
	printf 'const struct check check_sum = {\n\t.name = "sum", .help = "x",\n\t.source = "y",\n};\n' >"$work/src/core/check_sum.c"
	echo 'static const char *name = "sum";' >"$work/tests/core/sum_test.c"
}

check "layers here" 0 "" "$house/tools/layers"
check "tables here" 0 "" "$house/tools/tables"
check "the data model is the one in the .sql files" 0 "" "$house/tools/datamodel" --check

tree
check "layers, a right tree" 0 "" "$house/tools/layers" "$work"
check "tables, a right tree" 0 "" "$house/tools/tables" "$work"

tree && echo '#include "core/check.h"' >"$work/src/base/str.c"
check "an arrow upwards" 1 "src/base/str.c:1: base may not include core/" "$house/tools/layers" "$work"
tree && echo '#  include "core/check.h"' >>"$work/src/main.c"
check "main.c too" 1 "src/main.c:2: main.c may not include core/" "$house/tools/layers" "$work"
tree && echo '#include "str.h"' >"$work/src/base/str.c"
check "a header without its folder" 1 'write "folder/file.h"' "$house/tools/layers" "$work"
tree && echo '#include "../base/str.h"' >"$work/src/core/a.c"
check "a way out" 1 'write "folder/file.h"' "$house/tools/layers" "$work"
tree && mkdir "$work/src/web" && echo 'int x;' >"$work/src/web/page.c"
check "a folder that has no rule" 1 "web does not stand in src/LAYERS" "$house/tools/layers" "$work"

tree && rm "$work/src/core/check_sum.c"
check "a row without a file" 1 "CHECK_ROW(sum) has no file src/core/check_sum.c" "$house/tools/tables" "$work"
tree && echo 'int x;' >"$work/src/core/check_more.c"
check "a file without a row" 1 "src/core/check_more.c: has no row" "$house/tools/tables" "$work"
tree && sed -i 's/\.help = "x",//' "$work/src/core/check_sum.c"
check "no help" 1 "check_sum.c: has no .help" "$house/tools/tables" "$work"
tree && sed -i 's/"y"/""/' "$work/src/core/check_sum.c"
check "an empty source" 1 "check_sum.c: has no .source" "$house/tools/tables" "$work"
tree && echo 'int x;' >"$work/tests/core/sum_test.c"
check "no test" 1 "no test in tests/core mentions sum" "$house/tools/tables" "$work"
rules() { printf 'RULE(count)\n' >"$work/src/core/rules.def"
	printf 'const struct rule_type rule_count = {\n\t.help = "x", .source = "y",\n\t.example = "z",\n};\n' >"$work/src/core/rule_count.c"
	echo '{ &rule_count }' >"$work/tests/core/rule_test.c"; }
tree && rules && echo 'int x;' >"$work/src/core/rule_parse.c"
check "a type of rule, and a file that is none" 0 "" "$house/tools/tables" "$work"
tree && rules && sed -i 's/\.example = "z",//' "$work/src/core/rule_count.c"
check "a type of rule without an example" 1 "rule_count.c: has no .example" "$house/tools/tables" "$work"
tree && rules && sed 's/count/more/' "$work/src/core/rule_count.c" >"$work/src/core/rule_more.c"
check "a type of rule without a row" 1 "src/core/rule_more.c: has no row" "$house/tools/tables" "$work"
pages() { mkdir -p "$work/src/web/html" "$work/tests/http"
	echo 'PAGE(x)' >"$work/src/web/pages.def"
	printf 'const struct page page_x = {\n\t.path = "/x", .title = "x", .help = "x", .source = "y",\n\t.template = "x", .example = "/x",\n};\n' \
		>"$work/src/web/page_x.c"
	echo '{{>part_y}}' >"$work/src/web/html/x.html" && echo y >"$work/src/web/html/part_y.html"
	printf 'GET\t/x\t200\n' >"$work/tests/http/rights.tsv"; }
tree && pages
check "a page" 0 "" "$house/tools/tables" "$work"
tree && pages && rm "$work/src/web/html/x.html" "$work/src/web/html/part_y.html"
check "a page without its template" 1 "page_x.c: there is no src/web/html/x.html" "$house/tools/tables" "$work"
tree && pages && sed -i 's/\.title = "x"/.title = ""/' "$work/src/web/page_x.c"
check "a page without a title" 1 "page_x.c: has no .title" "$house/tools/tables" "$work"
tree && pages && sed -i 's/, \.example = "\/x"//' "$work/src/web/page_x.c"
check "a page without an example" 1 "page_x.c: has no .example" "$house/tools/tables" "$work"
tree && pages && rm "$work/tests/http/rights.tsv"
check "a page without a test" 1 "mentions /x" "$house/tools/tables" "$work"
tree && pages && echo z >"$work/src/web/html/part_z.html"
check "a template that no page shows" 1 "part_z.html: no page shows it" "$house/tools/tables" "$work"
tree && echo 'PICTURE(x)' >"$work/src/cli/pictures.def"
check "a table of a new kind" 1 "does not know what file a row PICTURE" "$house/tools/tables" "$work"

# A package of our own, from a file: no network is asked.
sha512() { node -p 'require("crypto").createHash("sha512").update(require("fs").readFileSync(process.argv[1])).digest("base64")' "$1"; }
pinned() {     # [FILE whose hash the lock names]
	rm -rf "$work"/* && mkdir -p "$work/pack/package"
	echo '{ "name": "x", "version": "1.0.0" }' >"$work/pack/package/package.json"
	tar -C "$work/pack" -czf "$work/x.tgz" package
	echo '{ "name": "t", "dependencies": { "x": "file:x.tgz" } }' >"$work/package.json"
	hash=$(sha512 "${1:-$work/x.tgz}")
	cat >"$work/package-lock.json" <<-END
		{ "name": "t", "lockfileVersion": 3, "requires": true, "packages": {
		"": { "name": "t", "dependencies": { "x": "file:x.tgz" } },
		"node_modules/x": { "version": "1.0.0", "resolved": "file:x.tgz", "integrity": "sha512-$hash" }
		} }
	END
}
no_npm() {
	printf '#!/bin/sh\nexit 9\n' >"$work/npm" && chmod +x "$work/npm"
	PATH="$work:$PATH" "$house/tools/third" "$work"
}

pinned
check "third, the right hash" 0 "fetching x" "$house/tools/third" "$work"
check "third again, without npm" 0 "" no_npm
echo >>"$work/package-lock.json"
check "third, another lock" 1 "package-lock.json pins" no_npm
pinned /dev/null
check "third, a wrong hash" 1 "EINTEGRITY" "$house/tools/third" "$work"
check "third, and nothing of it is kept" 1 "" test -e "$work/node_modules"

# -- tools/mksql: statements that ask who may see

sql() {        # what stands in a file of statements, behind a table that belongs to a body
	rm -rf "$work"/*.sql
	printf 'CREATE TABLE found (\n  id INTEGER PRIMARY KEY,\n  body_id INTEGER NOT NULL,\n  area TEXT NOT NULL\n) STRICT;\n' >"$work/0001_x.sql"
	cat >"$work/x.sql"
}
statements() { "$work/mksql" table "$work/0001_x.sql" "$work/x.sql"; }
${CC:-cc} -Wno-format-truncation -o "$work/mksql" "$house/tools/mksql.c" || exit 2

printf -- '-- name: a\nSELECT id FROM found f WHERE SEES(findings|progress, f.body_id);\n' | sql
check "an area that is said" 0 "f.body_id IN (SELECT sight.body_id FROM sight WHERE sight.act = 'see' AND sight.area IN ('findings', 'progress') AND sight.person_id = ?1)" statements
printf -- '-- name: a\nSELECT id FROM found f WHERE SEES(=f.area, f.body_id);\n' | sql
check "an area in a column" 0 "(((f.area, f.body_id) IN (SELECT sight.area, sight.body_id FROM sight WHERE sight.act = 'see' AND sight.person_id = ?1)) IS TRUE)" statements
printf -- '-- name: a\nSELECT id FROM found f WHERE area = :area;\n' | sql
check "nobody is asked" 1 "touches found, which belongs to a body, without SEES or MAY" statements
printf -- '-- name: a\nSELECT id FROM found f WHERE SEES(=f.area);\n' | sql
check "an area without a body" 1 "SEES takes area, column" statements
change='INSERT INTO found (id) VALUES (:id) ON CONFLICT (id) DO UPDATE SET area = 1;'
printf -- '-- name: a\n-- unscoped: x\n%s\n' "$change" | sql
check "a change that the log cannot know" 1 "ON CONFLICT DO UPDATE" statements
printf -- '-- name: a\n-- unscoped: x\n-- internal: x\n%s\n' "$change" | sql
check "what is not logged may" 0 "DO UPDATE SET area" statements

# -- tools/mkhtml: templates that would be no HTML, or into which a value cannot be put safely

${CC:-cc} -D_GNU_SOURCE -o "$work/mkhtml" "$house/tools/mkhtml.c" || exit 2
while IFS="$(printf '\t')" read -r template words; do
	[ "${template#\#}" = "$template" ] || continue
	printf '%s' "$template" >"$work/t.html"
	check "a template: $template" 1 "$words" "$work/mkhtml" x "$work/t.html"
done <"$house/tests/web/refused.tsv"
page="$work/layout.html"
printf '<main></main>' >"$page"
check "a layout without a page" 1 "a layout without {{page}}" "$work/mkhtml" x "$page"
printf '<p title="{{page}}">{{page}}</p>' >"$page"
check "a page in an attribute" 1 "page: the page stands between elements" "$work/mkhtml" x "$page"
mkdir -p "$work/two" && printf '<p>\n\n{{>a}}</p>' >"$work/b.html" && printf '{{>b}}' >"$work/a.html" && printf 'x' >"$work/two/a.html"
check "parts that take each other" 1 "a part that takes itself" "$work/mkhtml" x "$work/a.html" "$work/b.html"
check "a name used twice" 1 "two/a.html:1: a: a name used twice" "$work/mkhtml" x "$work/a.html" "$work/two/a.html"
printf '<p>\n\n{{V}}</p>' >"$work/b.html"
check "the line is named" 1 "b.html:3: V: a name" "$work/mkhtml" x "$work/b.html"
printf '<p>\0</p>' >"$work/b.html"
check "a NUL" 1 "has a NUL" "$work/mkhtml" x "$work/b.html"

echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
