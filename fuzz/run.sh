#!/usr/bin/env bash
# Runs every target, or those named, for so many seconds each: `fuzz/run.sh 600 [NAME…]`. Needs nightly and cargo-fuzz.
# Without a sanitizer: the program holds no unsafe code, and runs several times as fast. What is found, the corpus that
# grew and a log per target stay in fuzz/runs; the last line of each log is the number of executions.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-600}
shift || true
out=${LINCHPIN_FUZZ_OUT:-fuzz/runs}
mkdir -p "$out"
out=$(cd "$out" && pwd)
LINCHPIN_FUZZ_SEEDS=$out cargo test --quiet --test entries -- --ignored seeds_are_written
cargo +nightly fuzz build --release --sanitizer none
built=fuzz/target/$(rustc -vV | sed -n 's/^host: //p')/release
if [ $# -eq 0 ]; then set -- $(sed -n 's/^name = "\([a-z_]*\)"$/\1/p' fuzz/Cargo.toml); fi
found=0
for name; do
    mkdir -p "$out/corpus/$name" "$out/found/$name"
    # Memory that is not a disk, where there is some: notes and mappings are files.
    [ -d /dev/shm ] && export TMPDIR=/dev/shm
    if "$built/$name" "$out/corpus/$name" "$out/seeds" -dict="$out/dictionary" -max_total_time="$seconds" \
        -max_len=4096 -timeout=20 -rss_limit_mb=1024 -artifact_prefix="$out/found/$name/" -print_final_stats=1 \
        >"$out/$name.log" 2>&1; then :; else found=1; fi
    echo "$name: $(grep -a 'number_of_executed_units' "$out/$name.log" | tail -1) $(ls "$out/found/$name" | wc -l) found"
done
exit $found
