//! How fast do files become documents, and how much memory does it take?
//!
//! `cargo bench --bench load` prints, in CPU time of the process: megabytes a second on one core for
//! each format, beside the parser crate alone on the same bytes where a crate does the parsing; five
//! hundred articles to the timeline; a volume; how the cost grows to a hundred thousand documents;
//! and the peak of memory for tables of a million rows. `-- formats`, `articles`, `volume`, `growth`
//! or `memory` prints that part alone; `-- memory FILE` does it for one file, in its own process.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use linchpin::document::{EventRow, Origin};
use linchpin::load::{LoadOptions, Reader, Root};
use linchpin::open::{With, open};

/// The allocator of the program.
#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// Bytes of each format that is measured.
const SAMPLE: usize = 4 << 20;

/// A number that follows no pattern, the same in every run.
fn mixed(seed: u64) -> u64 {
    let seed = (seed ^ (seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    (seed ^ (seed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB) >> 16
}

/// So many words of a sentence that tells nothing.
fn words(seed: u64, count: u64) -> String {
    const WORDS: [&str; 12] = [
        "minister", "talks", "Seoul", "Tokyo", "trade", "on", "Tuesday", "the", "alliance",
        "visited", "and", "said",
    ];
    let word = |n: u64| WORDS[(mixed(seed * 7_919 + n) % 12) as usize];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn day(n: u64) -> String {
    format!("{}-{:02}-{:02}", 1950 + n % 70, 1 + n % 12, 1 + n % 28)
}

/// About 4 kB of sentences.
fn article(number: u64) -> String {
    let sentence = |n: u64| words(number * 100 + n, 14) + ".";
    let paragraph = |n: u64| {
        let sentences = (0..5).map(|k| sentence(n * 5 + k));
        sentences.collect::<Vec<_>>().join(" ")
    };
    let body = (0..10).map(paragraph).collect::<Vec<_>>().join("\n\n");
    format!(
        "Talks number {number} on trade\n\nPublished March {}, 2021\n\nThe foreign ministers met in Seoul on Tuesday.\n\n{body}\n",
        1 + number % 28
    )
}

/// Records of a format until there are enough.
fn sample(head: &str, record: impl Fn(u64) -> String, between: &str, tail: &str) -> String {
    let mut text = head.to_owned();
    for n in 0.. {
        if text.len() > SAMPLE {
            break;
        }
        if n > 0 {
            text.push_str(between);
        }
        text.push_str(&record(n));
    }
    text + tail
}

fn csv_row(n: u64) -> String {
    let (people, place) = (mixed(n), mixed(n + 1));
    format!(
        "{},{} no {n},meeting,US; KR,Person {}; Person {},Town {},Department of State\n",
        day(n),
        words(n, 7),
        people % 200,
        (people >> 9) % 200,
        place % 300
    )
}

fn json_row(n: u64) -> String {
    format!(
        "{{\"date\":\"{}\",\"title\":\"{} no {n}\",\"kind\":\"meeting\",\"countries\":[\"US\",\"KR\"],\"participants\":[{{\"name\":\"Person {}\"}}],\"places\":[\"Town {}\"]}}",
        day(n),
        words(n, 7),
        mixed(n) % 200,
        mixed(n + 1) % 300
    )
}

/// CPU time of all threads of this process.
fn cpu() -> Duration {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

/// The least CPU time of three runs.
fn least(mut run: impl FnMut()) -> Duration {
    let time = |()| {
        let began = cpu();
        run();
        cpu().saturating_sub(began)
    };
    [(); 3].map(time).into_iter().min().unwrap_or_default()
}

fn rate(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}

/// The parser crate alone, as its own documentation uses it.
type Alone = fn(&str) -> usize;

/// Records of UTF-8 that are checked and kept, as anybody would read them who wants words; the same
/// buffer for all, as we do it, would be a third faster, and bytes without a check more.
fn csv_alone(text: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
    reader.records().flatten().count()
}

fn json_alone(text: &str) -> usize {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    value.as_array().map_or(0, Vec::len)
}

fn lines_alone(text: &str) -> usize {
    let values = text.lines().map(serde_json::from_str::<serde_json::Value>);
    values.flatten().count()
}

/// A text of each format under the name of a file, with the crate that parses it.
fn samples() -> Vec<(&'static str, String, Option<Alone>)> {
    let page = |n: u64| {
        let body = article(n).replace("\n\n", "</p>\n<p>");
        format!("<article><p>{body}</p></article>\n")
    };
    let item = |n: u64| {
        format!(
            "<item><title>Talks {n}</title><pubDate>Tue, 16 Mar 2021 10:00:00 GMT</pubDate><description>{}</description></item>\n",
            article(n)
        )
    };
    let letter = |n: u64| {
        format!(
            "<div type=\"document\" xml:id=\"d{n}\"><head>No. {n}</head><opener><dateline><date when=\"{}\">then</date></dateline></opener><p>{}</p></div>\n",
            day(n),
            article(n).replace("\n\n", "</p><p>")
        )
    };
    let event = |n: u64| {
        format!(
            "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART;VALUE=DATE:{}\r\nSUMMARY:{}\r\nLOCATION:Seoul\r\nEND:VEVENT\r\n",
            day(n).replace('-', ""),
            words(n, 9)
        )
    };
    let message = |n: u64| {
        format!(
            "From a@b Tue Mar 16 10:00:00 2021\nFrom: A <a@b>\nDate: Tue, 16 Mar 2021 10:00:00 +0900\nSubject: Talks {n}\n\n{}\n",
            article(n)
        )
    };
    let rss = "<?xml version=\"1.0\"?><rss><channel>";
    let table = "date,title,kind,countries,participants,places,source\n";
    let own = [
        ("a.txt", sample("", article, "\n", "")),
        (
            "a.md",
            sample("---\ndate: 2021-03-10\n---\n", article, "\n", ""),
        ),
        (
            "a.html",
            sample("<!doctype html><html><body>", page, "", "</body></html>"),
        ),
        ("a.rss", sample(rss, item, "", "</channel></rss>")),
        (
            "a.xml",
            sample("<TEI><text><body>", letter, "", "</body></text></TEI>"),
        ),
        (
            "a.ics",
            sample("BEGIN:VCALENDAR\r\n", event, "", "END:VCALENDAR\r\n"),
        ),
        ("a.mbox", sample("", message, "\n", "")),
    ];
    let parsed: [(_, _, Alone); 3] = [
        ("a.csv", sample(table, csv_row, "", ""), csv_alone),
        ("a.json", sample("[", json_row, ",\n", "]"), json_alone),
        ("a.jsonl", sample("", json_row, "\n", "\n"), lines_alone),
    ];
    let parsed = parsed.map(|(name, text, alone)| (name, text, Some(alone)));
    let own = own.map(|(name, text)| (name, text, None));
    parsed.into_iter().chain(own).collect()
}

fn formats() {
    println!("format            MB/s   the crate alone   ratio (≥ 0.5)");
    let reader = Reader::new(LoadOptions::default());
    for (name, text, alone) in samples() {
        let origin = Origin::File(PathBuf::from(name).into(), None);
        // Rows are given on one by one, as the program has them; none is kept.
        let give_on = |count: &mut usize, row: &EventRow<'_>| {
            *count += 1;
            black_box(row);
        };
        let read = || reader.read_with(text.as_bytes(), &origin, &give_on);
        let own = least(|| drop(black_box(read())));
        let own = rate(text.len(), own);
        match alone {
            Some(alone) => {
                let alone = least(|| {
                    black_box(alone(&text));
                });
                let alone = rate(text.len(), alone);
                println!("{name:12} {own:9.1} {alone:17.1} {:14.2}", own / alone);
            }
            None => println!("{name:12} {own:9.1}      (own reader)"),
        }
    }
}

fn opened(path: &Path, cache: Option<&Path>) -> (usize, usize) {
    let options = LoadOptions {
        cache: cache.map(Path::to_owned),
        ..LoadOptions::default()
    };
    let opened = open(&[Root::Path(path.to_owned())], With::Record, &options, &());
    (opened.chronicle.documents().len(), opened.chronicle.len())
}

fn timed(what: &str, path: &Path, cache: Option<&Path>) {
    let (wall, began) = (Instant::now(), cpu());
    let (documents, events) = opened(path, cache);
    println!(
        "{what}: {documents} documents, {events} events with the record's, {:.2} s of CPU, {:.2} s by the clock",
        cpu().saturating_sub(began).as_secs_f64(),
        wall.elapsed().as_secs_f64()
    );
}

/// Writes an article under a number, in one of three formats by the number.
fn write_article(folder: &Path, number: u64, text: String) {
    let (ending, text) = match number % 3 {
        0 => ("txt", text),
        1 => ("md", format!("---\ndate: 2021-03-10\n---\n{text}")),
        _ => {
            let body = text.replace("\n\n", "</p><p>");
            let page = format!("<html><body><article><p>{body}</p></article></body></html>");
            ("html", page)
        }
    };
    fs::write(folder.join(format!("{number:03}.{ending}")), text).expect("written");
}

fn articles(folder: &Path) {
    for number in 0..500 {
        write_article(folder, number, article(number));
    }
    timed("500 articles of 4 kB (≤ 2 s on 2 cores)", folder, None);
    let cache = tempfile::tempdir().expect("a folder");
    opened(folder, Some(cache.path()));
    for number in (0..500).step_by(50) {
        write_article(folder, number, article(number + 1_000));
    }
    let what = "10 of them changed, the cache warm (≤ 0.15 s)";
    timed(what, folder, Some(cache.path()));
}

/// Small documents, in one mailbox for each thousand.
fn growth(folder: &Path) {
    let mut before: Option<f64> = None;
    for count in [25_000_u64, 50_000, 100_000] {
        let own = folder.join(count.to_string());
        fs::create_dir(&own).expect("a folder");
        for file in 0..count / 1_000 {
            let message = |n: u64| {
                format!(
                    "From a@b Tue Mar 16 10:00:00 2021\nFrom: A <a@b>\nDate: Tue, {} Mar {} 10:00:00 +0900\nSubject: Talks {n}\n\nThe foreign ministers met in Seoul on Tuesday. {}.\n\n",
                    1 + n % 28,
                    1990 + n % 30,
                    words(n, 30)
                )
            };
            let text: String = (file * 1_000..(file + 1) * 1_000).map(message).collect();
            fs::write(own.join(format!("{file}.mbox")), text).expect("written");
        }
        let began = cpu();
        let (documents, _) = opened(&own, None);
        let time = cpu().saturating_sub(began).as_secs_f64();
        let times = before.map_or(String::new(), |before| {
            format!(", {:.2} × the half", time / before)
        });
        println!("{documents} documents of 0.4 kB: {time:.2} s of CPU{times}");
        before = Some(time);
    }
}

/// The most memory that this process ever had, in bytes.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kilobytes.unwrap_or_default() << 10
}

/// A child for each file, since a peak is of a process.
fn memory(folder: &Path) {
    println!("a million rows     text MB   peak MB   peak / text (≤ 3, index apart)   CPU s");
    let head = "date,title,kind,countries,participants,places,source\n";
    let csv: String = std::iter::once(head.to_owned())
        .chain((0..1_000_000).map(csv_row))
        .collect();
    fs::write(folder.join("rows.csv"), csv).expect("written");
    let lines: String = (0..1_000_000).map(|n| json_row(n) + "\n").collect();
    fs::write(folder.join("rows.jsonl"), lines).expect("written");
    let own = std::env::current_exe().expect("this program");
    for name in ["rows.csv", "rows.jsonl"] {
        let output = Command::new(&own)
            .args(["memory", name])
            .current_dir(folder)
            .output();
        let output = output.expect("it runs");
        print!("{}", String::from_utf8_lossy(&output.stdout));
    }
}

fn remember(name: &str) {
    let size = fs::metadata(name).map_or(0, |data| data.len());
    let before = peak();
    opened(Path::new(name), None);
    let peak = peak();
    println!(
        "{name:14} {:11} {:9} {:13.1} {:26.1}   ({} MB before)",
        size >> 20,
        peak >> 20,
        peak as f64 / size as f64,
        cpu().as_secs_f64(),
        before >> 20
    );
}

fn volume() {
    let volume = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpora/frus/frus1884.xml");
    if !volume.exists() {
        return println!("skipped: {} is not there", volume.display());
    }
    timed("frus1884.xml, 4 MB (≤ 1 s to load)", &volume, None);
    let text = fs::read(&volume).expect("a volume");
    let origin = Origin::File(PathBuf::from("frus1884.xml").into(), None);
    let reader = Reader::new(LoadOptions::default());
    let load = least(|| drop(black_box(reader.read(&text, &origin))));
    println!("  of which loading {:.2} s", load.as_secs_f64());
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words = arguments.iter().map(String::as_str);
    // Cargo adds this one.
    let asked: Vec<&str> = words.filter(|word| *word != "--bench").collect();
    if let ["memory", file] = asked[..] {
        return remember(file);
    }
    let wanted = |part| asked.is_empty() || asked.contains(&part);
    let folder = tempfile::tempdir().expect("a folder");
    let own = |name: &str| {
        let own = folder.path().join(name);
        fs::create_dir(&own).expect("a folder");
        own
    };
    if wanted("formats") {
        formats();
    }
    if wanted("articles") {
        articles(&own("articles"));
    }
    if wanted("volume") {
        volume();
    }
    if wanted("growth") {
        growth(&own("growth"));
    }
    if wanted("memory") {
        memory(&own("memory"));
    }
}
