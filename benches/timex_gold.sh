#!/bin/sh
# Scores `linchpin timex` on the gold beside the project: benches/timex_gold.sh [GOLD_DIR] [options of
# the scorer]. Prints strict, relaxed, type and value F1 as TempEval-3 defines them, for news and for
# history; the tagger is not told which is which.
set -eu
cd "$(dirname "$0")/.."
gold=${1:-../shared/gold/timex}
[ $# -gt 0 ] && shift
if [ ! -d "$gold" ]; then
    echo "skipped: no $gold"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --bin linchpin
linchpin=${CARGO_TARGET_DIR:-target}/debug/linchpin
for set in news history; do
    python3 "$gold/tml_to_text.py" "$gold/$set" "$work/$set" >/dev/null
    mkdir "$work/$set.out"
    # Fields: name, the day as annotated, the day as YYYY-MM-DD (it may be missing).
    tr '\t' '|' <"$work/$set/index.tsv" | while IFS='|' read -r name _ day; do
        # Exit code 1 says that a text has no time expression.
        "$linchpin" timex "$work/$set/$name.txt" ${day:+--dct "$day"} --jsonl \
            >"$work/$set.out/$name.jsonl" || [ $? -eq 1 ]
    done
    echo "== $set"
    python3 "$gold/score_timex.py" "$gold/$set" "$work/$set.out" "$@"
done
