//! Time grows with the input and no faster: whatever is repeated, twice the text takes twice as long.
//!
//! Each subject (a reader, the tagger, the extractor, the query parser …) meets each pattern of
//! `linear/patterns.rs` at n and at 8 n bytes. What is compared is the processor time of the thread,
//! the best of several runs; a linear subject has the exponent 1, a quadratic one 2, and the test fails
//! above 1.49. The long run uses larger inputs of n, 2 n, 4 n and 8 n bytes, asks for at most 1.15, and
//! prints the steepest:
//!
//! ```sh
//! GLIBC_TUNABLES=glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184:glibc.malloc.arena_max=1 \
//!     LINCHPIN_LINEAR=long cargo test --release --test linear -- --nocapture --test-threads=1
//! ```
//!
//! The settings keep what is freed: otherwise small inputs use the same pages again and again and large ones get
//! new ones from the system each time, up to three quarters of the time of a table. How much memory is taken is
//! measured in `linear_memory.rs`.

#[path = "linear/growth.rs"]
mod growth;
#[path = "linear/patterns.rs"]
mod patterns;
#[macro_use]
#[path = "linear/subjects.rs"]
mod subjects;

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

use growth::{Growth, Plan, judge};
use subjects::Subject;

/// Runs before a subject is found guilty; the best counts.
const RUNS: usize = 12;

/// An input counts as having taken at least so long: less cannot be measured.
const FLOOR: Duration = Duration::from_micros(300);

fn thread_time() -> Duration {
    let now = clock_gettime(ClockId::ThreadCPUTime);
    Duration::new(now.tv_sec as u64, now.tv_nsec as u32)
}

fn timed(subject: &Subject, input: &str) -> Duration {
    let begun = thread_time();
    (subject.run)(input);
    thread_time().saturating_sub(begun).max(FLOOR)
}

fn growth(subject: &Subject, pattern: &'static str, plan: &Plan) -> Growth {
    let inputs = plan.inputs(subject, pattern);
    let mut best = vec![Duration::MAX; inputs.len()];
    let mut exponent = f64::MAX;
    for _ in 0..RUNS {
        for (best, input) in best.iter_mut().zip(&inputs) {
            *best = timed(subject, input).min(*best);
        }
        let times: Vec<f64> = best.iter().map(Duration::as_secs_f64).collect();
        exponent = plan.exponent(&times);
        if exponent <= plan.most {
            break;
        }
    }
    Growth {
        pattern,
        exponent,
        largest: format!("{:?}", best.last().expect("a size")),
    }
}

/// Every pattern against the subject, on a thread with a stack of 2 MiB.
fn check(name: &'static str) {
    let work = move || {
        let subject = subjects::subject(name);
        let plan = Plan::of(&subject);
        let all = subject.all_patterns();
        let all = all
            .map(|pattern| growth(&subject, pattern, &plan))
            .collect();
        judge(name, "the time", &plan, all);
    };
    let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(work);
    if let Err(panic) = thread.expect("a thread").join() {
        std::panic::resume_unwind(panic);
    }
}

test_each_subject!();
