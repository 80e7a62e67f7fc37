#!/bin/sh
# Compares what the program finds with what stands in the documents: the five seeds, our samples and the documents of
# tests/reference. Fails when a figure is below its floor. The judge is ../shared/tools/grade; without it nothing is compared.
#
# usage: tests/grade.sh [PROGRAM] [--show]
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-$root/build/khacphuc}
show=${2:-}
shared=${KHACPHUC_SHARED:-$root/../shared}
judge=$shared/tools/grade

# A floor is what must not be lost again; raise it when the program gets better.
floor_seeds=97
floor_samples=95
floor_reference=95

if [ ! -e "$judge" ]; then
	echo "grade: skipped, $judge is not there"
	exit 0
fi
if [ ! -x "$program" ]; then
	echo "grade: $program is not built" >&2
	exit 1
fi

failed=0

# judge one set: name, floor, folder of expectations, folder of documents
grade_set() {
	report=$(python3 "$judge" --program "$program" --expected "$3" --documents "$4" $show 2>&1) || {
		printf '%s: the judge failed\n%s\n' "$1" "$report"
		failed=1
		return
	}
	figure=$(printf '%s\n' "$report" | sed -n 's/^grade \([0-9.]*\)$/\1/p')
	if [ -z "$figure" ] || ! awk -v a="$figure" -v b="$2" 'BEGIN { exit !(a >= b) }'; then
		printf '%s\ngrade: %s %s is below %s\n' "$report" "$1" "${figure:-nothing}" "$2"
		failed=1
		return
	fi
	[ -z "$show" ] || printf '%s\n' "$report"
	printf 'grade: %-9s %5s (at least %s)\n' "$1" "$figure" "$2"
}

grade_set seeds "$floor_seeds" "$shared/expected" "$shared/seeds"
grade_set samples "$floor_samples" "$root/tests/reference/samples" "$root/samples"
grade_set reference "$floor_reference" "$root/tests/reference" "$root/tests/reference/documents"
exit "$failed"
