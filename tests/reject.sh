#!/bin/sh
# reject.sh [BUILD] -- each file of tests/reject/reject.tsv (tests/reject/make writes them) gets its exit status and the words of its
# sentence, within 2 s and 256 MB a process, and leaves nothing in the folder for temporary files. Files with a reader beside
# them are to be read all the same, by that reader, and the words stand in a note.
# Ends with "N passed, N failed, N skipped".
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
seconds=2 megabytes=256
passed=0 failed=0
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/files" "$work/tmp"
export TMPDIR="$work/tmp"
tests/reject/make "$work/files" || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

bad() {
	echo "FAILED $file: $1"
	ok=0
}

# The machine may be busy: what took too long is given two more chances; the memory is the largest.
measured() {
	"$build/measure" -n 1 "$build/khacphuc" audit "$1" >"$work/figures"
	[ "$(cut -d ' ' -f 2 "$work/figures")" -le $((seconds * 1000000)) ] ||
		"$build/measure" -n 2 "$build/khacphuc" audit "$1" >"$work/figures"
	read -r _ least _ peak _ <"$work/figures"
	[ "$least" -le $((seconds * 1000000)) ] || bad "took $least µs"
	[ "$peak" -le $((megabytes * 1024)) ] || bad "took $peak KB"
}

said() {       # READER WORDS
	if [ "$1" != - ]; then
		grep -q "\"reader\": \"$1\"" "$work/said" || bad "not read as $1"
		grep -o '"notes": \[[^]]*\]' "$work/said" >"$work/notes"
		mv "$work/notes" "$work/said"
	fi
	echo "$2" | tr '|' '\n' >"$work/words"
	while read -r words; do
		grep -qF -e "$words" "$work/said" || bad "does not say: $words"
	done <"$work/words"
	[ "$ok" = 1 ] || head -c 600 "$work/said"
}

while IFS='	' read -r file status reader words; do
	case "$file" in '#'*) continue ;; esac
	ok=1
	timeout 30 "$build/khacphuc" audit --format json "$work/files/$file" >"$work/said" 2>&1
	had=$?
	[ "$had" = "$status" ] || bad "status $had, not $status"
	said "$reader" "$words"
	measured "$work/files/$file"
	left=$(ls -A "$TMPDIR")
	[ -z "$left" ] || { bad "left behind: $left"; rm -rf "$work/tmp"; mkdir "$work/tmp"; }
	[ "$ok" = 1 ] && passed=$((passed + 1)) || failed=$((failed + 1))
done <tests/reject/reject.tsv

for path in "$work"/files/*; do
	file=$(basename "$path")
	grep -q "^$file	" tests/reject/reject.tsv || { bad "has no row in reject.tsv"; failed=$((failed + 1)); }
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" = 0 ]
