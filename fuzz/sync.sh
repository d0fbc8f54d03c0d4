#!/usr/bin/env bash
# Writes one target for each entry of src/entries.rs, and the list of them in Cargo.toml.
set -euo pipefail
cd "$(dirname "$0")"
names=$(sed -n 's/^    ("\([a-z_]*\)", .*),$/\1/p' src/entries.rs)
rm -f fuzz_targets/*.rs
sed -i '/^# targets$/,$d' Cargo.toml
echo "# targets" >>Cargo.toml
for name in $names; do
    cat >"fuzz_targets/$name.rs" <<RS
#![no_main]
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| linchpin_fuzz::run("$name", bytes));
RS
    cat >>Cargo.toml <<TOML

[[bin]]
name = "$name"
path = "fuzz_targets/$name.rs"
test = false
doc = false
bench = false
TOML
done
