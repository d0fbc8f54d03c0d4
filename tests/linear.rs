//! Time grows with the input and no faster: whatever is repeated, twice the text takes twice as long.
//!
//! Each subject (a reader, the tagger, the extractor, the query parser …) meets each pattern of
//! `linear/patterns.rs` at n and at 8 n bytes. What is compared is the processor time of the thread,
//! the best of several runs; a linear subject takes 8 times as long, a quadratic one 64 times, and
//! the test fails above 22. `LINCHPIN_LINEAR=long cargo test --release --test linear -- --nocapture`
//! uses larger inputs, asks for an exponent of at most 1.15 of time and of memory, and prints the worst.

#[path = "linear/patterns.rs"]
mod patterns;
#[path = "linear/subjects.rs"]
mod subjects;

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use subjects::Subject;

/// How far a measurement goes.
struct Plan {
    /// Bytes of the small input; the large one is eight times as long.
    small: usize,
    /// The small input counts as having taken at least so long, since less cannot be measured.
    floor: Duration,
    /// The large input may take so many times as long as the small one.
    most: f64,
    /// Runs before a subject is found guilty; the best counts.
    runs: usize,
}

impl Plan {
    /// The same with inputs that have hundreds of names and thousands.
    fn larger(self) -> Self {
        Self {
            small: self.small.max(8 * 1_024),
            ..self
        }
    }
}

const SMOKE: Plan = Plan {
    small: 1_024,
    floor: Duration::from_micros(300),
    most: 22.0,
    runs: 4,
};

/// 8 to the power of 1.15 is 10.9.
const LONG: Plan = Plan {
    small: 64 * 1_024,
    floor: Duration::from_micros(300),
    most: 10.9,
    runs: 6,
};

fn thread_time() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

fn timed(subject: &Subject, input: &str) -> Duration {
    let begun = thread_time();
    (subject.run)(input);
    thread_time().saturating_sub(begun)
}

/// How many times as long the large input takes, and how long that is.
fn growth(subject: &Subject, pattern: &str, plan: &Plan) -> (f64, Duration) {
    let (small, large) = (
        subject.input(pattern, plan.small),
        subject.input(pattern, 8 * plan.small),
    );
    let (mut best_small, mut best_large) = (Duration::MAX, Duration::MAX);
    let mut ratio = f64::MAX;
    for _ in 0..plan.runs {
        best_small = best_small.min(timed(subject, &small)).max(plan.floor);
        best_large = best_large.min(timed(subject, &large));
        ratio = best_large.as_secs_f64() / best_small.as_secs_f64();
        if ratio <= plan.most {
            break;
        }
    }
    (ratio, best_large)
}

/// Every pattern against the subject, on a thread with a stack of 2 MiB.
fn check(name: &'static str) {
    let work = move || {
        let subject = subjects::subject(name);
        let plan = if std::env::var_os("LINCHPIN_LINEAR").is_some() {
            LONG
        } else {
            SMOKE
        };
        let plan = if subject.distinct {
            plan.larger()
        } else {
            plan
        };
        let common = patterns::COMMON.iter().filter(|_| !subject.distinct);
        let mut all: Vec<(f64, Duration, &str)> = Vec::new();
        for pattern in common.chain(subject.patterns) {
            let (ratio, large) = growth(&subject, pattern, &plan);
            all.push((ratio, large, pattern));
        }
        all.sort_by(|a, b| b.0.total_cmp(&a.0));
        println!(
            "{name}: {} patterns at {} and {} bytes; the steepest:",
            all.len(),
            plan.small,
            8 * plan.small
        );
        for (ratio, large, pattern) in all.iter().take(3) {
            println!(
                "  exponent {:.2}, {large:?} for {pattern:?}",
                ratio.log(8.0).max(0.0)
            );
        }
        all.sort_by_key(|found| std::cmp::Reverse(found.1));
        println!("  slowest: {:?} for {:?}", all[0].1, all[0].2);
        let guilty: Vec<_> = all.iter().filter(|found| found.0 > plan.most).collect();
        assert!(
            guilty.is_empty(),
            "{name} grows faster than its input: {guilty:?}"
        );
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work);
    if let Err(panic) = thread.expect("a thread").join() {
        std::panic::resume_unwind(panic);
    }
}

macro_rules! linear {
    ($($name:ident)*) => { $(
        #[test]
        fn $name() {
            check(stringify!($name));
        }
    )* };
}

linear! {
    plain_text markdown web_page xml_feed json json_lines table calendar
    cleaning wrapping edtf tagging extraction extraction_of_markdown
    extraction_of_names extraction_without_a_day library query
}
