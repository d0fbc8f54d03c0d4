//! How fast documents become events: megabytes of article text a second on one core, and whether
//! the cost grows with the number of documents.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use linchpin::compile::{Annotators, compile};
use linchpin::document::{Document, Origin};
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;

/// The labelled texts of our own, without their labels, `times` over.
fn documents(times: usize) -> Vec<Document> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/events");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the fixtures")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    let texts: Vec<String> = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .map(|text| {
            let lines = text.lines().filter(|line| !line.starts_with("= "));
            lines.collect::<Vec<_>>().join("\n")
        })
        .collect();
    let mut all = Vec::new();
    for round in 0..times {
        for (at, text) in texts.iter().enumerate() {
            all.extend(load_text(
                text,
                &Origin::BuiltIn(format!("{round}-{at}.md")),
            ));
        }
    }
    all
}

fn understanding(c: &mut Criterion) {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let one = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .expect("one thread");
    let mut group = c.benchmark_group("compile");
    group.sample_size(10);
    for times in [1, 10, 100] {
        let documents = documents(times);
        let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_with_input(
            BenchmarkId::new("documents", documents.len()),
            &documents,
            |b, d| {
                b.iter_batched(
                    || d.clone(),
                    |d| one.install(|| compile(d, &[], &annotators, true, &|_| true)),
                    criterion::BatchSize::LargeInput,
                );
            },
        );
    }
    group.finish();
}

criterion_group!(benches, understanding);
criterion_main!(benches);
