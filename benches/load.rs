//! How fast do files become documents? Articles, a volume, and tables against their parser alone.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use linchpin::load::{LoadOptions, Root, copies, load};

/// A number that follows no pattern, the same in every run.
fn mixed(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (seed ^ (seed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 16
}

/// About 4 kB of sentences.
fn article(number: u64) -> String {
    const WORDS: [&str; 12] = [
        "minister", "talks", "Seoul", "Tokyo", "trade", "on", "Tuesday", "the", "alliance",
        "visited", "and", "said",
    ];
    let sentence = |n: u64| -> String {
        let word = |k: u64| WORDS[(mixed(number * 7_919 + n * 31 + k) % 12) as usize];
        (0..14).map(word).collect::<Vec<_>>().join(" ") + "."
    };
    let paragraph = |n: u64| {
        (0..5)
            .map(|k| sentence(n * 5 + k))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let body = (0..10).map(paragraph).collect::<Vec<_>>().join("\n\n");
    format!(
        "Talks number {number} on trade\n\nPublished March {}, 2021\n\n{body}\n",
        1 + number % 28
    )
}

fn loaded(path: &Path) -> usize {
    let (loaded, _) = load(&[Root::Path(path.to_owned())], &LoadOptions::default(), &());
    loaded.documents.len() + loaded.rows.len()
}

fn articles(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut bytes = 0;
    for number in 0..500 {
        let text = article(number);
        bytes += text.len();
        let (name, text) = match number % 3 {
            0 => (format!("{number:03}.txt"), text),
            1 => (
                format!("{number:03}.md"),
                format!("---\ndate: 2021-03-10\n---\n{text}"),
            ),
            _ => (
                format!("{number:03}.html"),
                format!(
                    "<html><body><article><p>{}</p></article></body></html>",
                    text.replace("\n\n", "</p><p>")
                ),
            ),
        };
        fs::write(folder.path().join(name), text).expect("written");
    }
    let mut group = c.benchmark_group("load");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("500 articles of 4 kB", |b| {
        b.iter(|| black_box(loaded(folder.path())));
    });
    let (all, _) = load(
        &[Root::Path(folder.path().to_owned())],
        &LoadOptions::default(),
        &(),
    );
    group.bench_function("copies among 500 articles", |b| {
        b.iter(|| black_box(copies(&all.documents)));
    });
    group.finish();
}

fn tables(c: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let row = |n: u64| {
        format!(
            "{}-{:02}-{:02},Meeting number {n},meeting,US; KR,Seoul\n",
            1950 + n % 70,
            1 + n % 12,
            1 + n % 28
        )
    };
    let table: String = std::iter::once("date,title,kind,countries,places\n".to_owned())
        .chain((0..50_000).map(row))
        .collect();
    let line = |n: u64| {
        format!(
            "{{\"date\":\"{}-{:02}-{:02}\",\"title\":\"Meeting number {n}\",\"kind\":\"meeting\",\"places\":[\"Seoul\"]}}\n",
            1950 + n % 70,
            1 + n % 12,
            1 + n % 28
        )
    };
    let lines: String = (0..50_000).map(line).collect();
    let (csv, jsonl) = (folder.path().join("a.csv"), folder.path().join("a.jsonl"));
    fs::write(&csv, &table).expect("written");
    fs::write(&jsonl, &lines).expect("written");
    let mut group = c.benchmark_group("tables");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(table.len() as u64));
    group.bench_function("csv", |b| b.iter(|| black_box(loaded(&csv))));
    group.bench_function("csv, the crate alone", |b| {
        b.iter(|| {
            let mut reader = csv::ReaderBuilder::new().from_reader(table.as_bytes());
            black_box(reader.records().flatten().count())
        });
    });
    group.throughput(Throughput::Bytes(lines.len() as u64));
    group.bench_function("json lines", |b| b.iter(|| black_box(loaded(&jsonl))));
    group.bench_function("json lines, the crate alone", |b| {
        b.iter(|| {
            black_box(
                lines
                    .lines()
                    .filter(|line| serde_json::from_str::<serde_json::Value>(line).is_ok())
                    .count(),
            )
        });
    });
    group.finish();
}

fn volume(c: &mut Criterion) {
    let path = PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../shared/corpora/frus/frus1884.xml"
    ));
    let Ok(metadata) = fs::metadata(&path) else {
        println!("skipped: {} is not there", path.display());
        return;
    };
    let mut group = c.benchmark_group("volume");
    group
        .sample_size(10)
        .throughput(Throughput::Bytes(metadata.len()));
    group.bench_function("frus1884", |b| b.iter(|| black_box(loaded(&path))));
    group.finish();
}

criterion_group!(benches, articles, tables, volume);
criterion_main!(benches);
