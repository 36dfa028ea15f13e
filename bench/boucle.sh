#!/bin/sh
# The four times of the loop: called by ./ent bench boucle, writes bench/results/boucle.md.
# Works in a copy of the tree as it is committed, warmed once; the lines that it changes are changed there.
set -eu
root=$(pwd -P)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT INT TERM HUP
git clone -q "$root" "$copy/ent"
cd "$copy/ent"
unit=VerificationsTests
web=NumeroDeRequeteTests
results=$root/bench/results/boucle.md

# measure WORDS…: seconds of wall, one decimal; a red run stops everything
measure() {
    begun=$(date +%s%N)
    "$@" >"$copy/journal" 2>&1 || { cat "$copy/journal" >&2; exit 1; }
    echo $((($(date +%s%N) - begun) / 100000000)) | sed 's/\(.*\)\(.\)$/\1,\2/; s/^,/0,/; s/,/./'
}

load() { cut -d' ' -f1 /proc/loadavg; }

# a body that changes and does the same
touch_line() { sed -i 's/^\( *\)return CLES_UAI/\1uai.length();\n&/' src/main/java/fr/entecole/annuaire/aaf/validation/Verifications.java; }

first=$(measure ./ent test $unit)
before=$(load)
nothing=$(measure ./ent test -Dtest=$unit)
nothing_web=$(measure ./ent test -Dtest=$web)
touch_line
line=$(measure ./ent test -Dtest=$unit)
touch_line
line_web=$(measure ./ent test -Dtest=$web)
all=skipped
end=
slowest=
if [ "${1:-}" != --quick ]; then
    git checkout -q .
    all=$(measure ./ent test)
    end=$(grep 'Tests run:' "$copy/journal" | tail -n 1 | sed 's/^[^T]*//')
    slowest=$(grep ' s  *[0-9][0-9]*  fr\.' "$copy/journal" | sort -rn | head -n 10 |
        sed 's/^ *\([0-9.]*\) s *\([0-9]*\)  \(.*\)$/| `\3` | \2 | \1 |/')
fi
cat >"$results" <<FIN
# The loop: from a changed line to its answer

    ./ent bench boucle${1:+ $1}

$(date +%F) · $(nproc) cores · commit $(git rev-parse --short HEAD) · load average before: $before, after: $(load)

Wall time of the whole command, in a clone of the committed state. Before there was a quick loop (commit 9ff592c, load
average 2 to 3): a unit test of 0.45 s answered after 91 s, whether something had changed or not, and \`./ent test\` after
648 s, in one fork, with 5,482 lines of output.

| what | seconds |
| --- | --- |
| first named test of a clone: everything is compiled (\`./ent test $unit\`) | $first |
| nothing changed, one unit test (aim ≤ 10) | $nothing |
| nothing changed, one test of pages, on an embedded PostgreSQL | $nothing_web |
| one changed line of main, its unit test (aim ≤ 20) | $line |
| one changed line of main, a test of pages (aim ≤ 20) | $line_web |
| \`./ent test\`, all of it (aim ≤ 300) | $all |

$end

${slowest:+## The ten slowest classes

| class | tests | seconds |
| --- | --- | --- |
$slowest}
FIN
cat "$results"
