#!/bin/sh
# How well events are read from the labelled documents of ../shared/gold/events: prints the scorer's
# table with the document's own spellings accepted as names, and without.
#   benches/events_gold.sh [path of linchpin] [path of shared]
set -eu
linchpin=${1:-target/release/linchpin}
shared=${2:-$(cd "$(dirname "$0")/../.." && pwd)/shared}
gold=$shared/gold/events
out=$(mktemp)
trap 'rm -f "$out"' EXIT
"$linchpin" extract --json "$shared/seeds" "$gold/dev/raw" > "$out"
score() { python3 "$gold/score_events.py" --gold "$gold/seeds" "$gold/dev/gold" --system "$out" "$@"; }
score ${ERRORS:+--errors --per-doc}
echo
echo "without the documents' own spellings (--no-alias):"
score --no-alias
