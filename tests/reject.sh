#!/bin/sh
# reject.sh [BUILD] -- each file of tests/reject/reject.tsv (tests/reject/make writes them) gets its exit status and the words of its
# sentence, within so many seconds of processor time and 256 MB a process, and leaves nothing in the folder for temporary
# files. Files with a reader beside them are to be read all the same, by that reader, and the words stand in a note.
# Ends with "N passed, N failed, N skipped".
cd "$(dirname "$0")/.." || exit 2
build=${1:-build}
megabytes=256
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

# Processor time, of the program and of all it started: the machine may be busy. What waits is ended by the clock of `timeout` below.
measured() {   # FILE SECONDS
	"$build/measure" -n 1 "$build/khacphuc" audit "$1" >"$work/figures"
	read -r _ _ _ peak _ spent <"$work/figures"
	[ "$spent" -le $(($2 * 1000000)) ] || bad "took $spent µs of $2 s"
	[ "$peak" -le $((megabytes * 1024)) ] || bad "took $peak KB"
}

said() {       # READER WORDS
	if [ "$1" != - ]; then
		grep -q "\"reader\": \"$1\"" "$work/said" || bad "not read as $1"
		grep -o '"notes": \[[^]]*\]' "$work/said" >"$work/notes"
		mv "$work/notes" "$work/said"
	fi
	[ -n "$2" ] || return
	echo "$2" | tr '|' '\n' >"$work/words"
	while read -r words; do
		grep -qF -e "$words" "$work/said" || bad "does not say: $words"
	done <"$work/words"
	[ "$ok" = 1 ] || head -c 600 "$work/said"
}

while IFS='	' read -r file status seconds reader words; do
	case "$file" in '#'*) continue ;; esac
	ok=1
	timeout 30 "$build/khacphuc" audit --format json "$work/files/$file" >"$work/said" 2>&1
	had=$?
	[ "$had" = "$status" ] || bad "status $had, not $status"
	said "$reader" "$words"
	measured "$work/files/$file" "$seconds"
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
