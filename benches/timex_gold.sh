#!/bin/sh
# Scores the tagger on the gold beside the project: benches/timex_gold.sh [GOLD_DIR] [score options].
# Prints strict, relaxed, type and value F1 as TempEval-3 defines them, for news and for history.
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
cargo build --quiet --example timex_score
for set in news history; do
    python3 "$gold/tml_to_text.py" "$gold/$set" "$work/$set" >/dev/null
    mkdir -p "$work/$set.out"
    "${CARGO_TARGET_DIR:-target}/debug/examples/timex_score" "$work/$set" "$work/$set.out"
    echo "== $set"
    python3 "$gold/score_timex.py" "$gold/$set" "$work/$set.out" "$@"
done
