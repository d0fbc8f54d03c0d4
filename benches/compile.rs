//! How fast documents become events: megabytes of article text a second on one core, and whether
//! the cost grows with the number of documents.
//!
//! With `COMPILE_GROWTH=1` it reads up to a hundred thousand documents, once each, and prints the
//! exponent of the growth; that takes a minute and some gigabytes.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use linchpin::compile::{Annotators, compile};
use linchpin::document::{Document, Origin};
use linchpin::gazetteer::Gazetteer;
use linchpin::load::load_text;
use linchpin::record;
use linchpin::timex::TemporalTagger;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The allocator of the program.
#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

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
    let origin = |round, at| Origin::BuiltIn(format!("{round}-{at}.md"));
    let once: Vec<Document> = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| load_text(text, &origin(0, at)))
        .collect();
    let again = |round| {
        once.iter().enumerate().map(move |(at, document)| Document {
            origin: origin(round, at),
            ..document.clone()
        })
    };
    (0..times).flat_map(again).collect()
}

/// One thread to read with, so that its time is the time of the work.
fn one_thread() -> ThreadPool {
    let pool = ThreadPoolBuilder::new().num_threads(1);
    pool.build().expect("one thread")
}

fn understanding(c: &mut Criterion) {
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let one = one_thread();
    let mut group = c.benchmark_group("compile");
    group.sample_size(10);
    for times in [1, 10, 100] {
        let documents = documents(times);
        let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
        group.throughput(Throughput::BytesDecimal(bytes as u64));
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

/// From a hundred to a hundred thousand documents: the processor's time for each, and the exponent
/// with which it grows from each size to the next.
fn growth(_: &mut Criterion) {
    if std::env::var_os("COMPILE_GROWTH").is_none() {
        return;
    }
    let tagger = TemporalTagger::default();
    let annotators = Annotators::new(Gazetteer::new(record::names()), &tagger);
    let one = one_thread();
    let seconds = |documents: &[Document]| {
        let documents = documents.to_vec();
        one.install(|| {
            let before = cpu_seconds();
            let chronicle = compile(documents, &[], &annotators, true, &|_| true);
            let after = cpu_seconds();
            (after - before, chronicle.len())
        })
    };
    let mut last: Option<(f64, f64)> = None;
    for (times, runs) in [(1, 20), (13, 5), (128, 3), (1283, 1)] {
        let documents = documents(times);
        let bytes: usize = documents.iter().map(|d| d.text.len()).sum();
        let best = (0..runs).map(|_| seconds(&documents));
        let (time, events) = best.fold(
            (f64::INFINITY, 0),
            |best, run| {
                if run.0 < best.0 { run } else { best }
            },
        );
        let count = documents.len() as f64;
        let speed = bytes as f64 / time / 1e6;
        let exponent = last.map_or_else(String::new, |(before, then)| {
            let exponent = (time / then).ln() / (count / before).ln();
            format!(", exponent {exponent:.2}")
        });
        println!("{count:6} documents: {time:8.3} s, {speed:.2} MB/s, {events} events{exponent}");
        last = Some((count, time));
    }
}

/// Seconds that this thread ran.
fn cpu_seconds() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

criterion_group!(benches, understanding, growth);
criterion_main!(benches);
