//! Memory grows with the input and no faster.
//!
//! The subjects and patterns of `linear.rs`; what is compared is the most that was allocated at once while
//! a subject ran. It is the same in each run, so the exponent may be 1.15 at most in the short plan too;
//! `LINCHPIN_LINEAR=long cargo test --release --test linear_memory -- --nocapture` uses larger inputs.

#[path = "linear/growth.rs"]
mod growth;
#[path = "linear/patterns.rs"]
mod patterns;
#[macro_use]
#[path = "linear/subjects.rs"]
mod subjects;

use std::sync::{Mutex, PoisonError};

use peak_alloc::PeakAlloc;

use growth::{Growth, Plan, judge};
use subjects::Subject;

#[global_allocator]
static ALLOCATED: PeakAlloc = PeakAlloc;

/// One subject at a time: what is allocated is counted for the whole program.
static ALONE: Mutex<()> = Mutex::new(());

/// An input counts as having taken at least so many bytes: tables that are there whatever is read.
const FLOOR: usize = 64 * 1_024;

/// The most bytes that were allocated at once, beyond those that were there before.
fn taken(subject: &Subject, input: &str) -> usize {
    ALLOCATED.reset_peak_usage();
    let before = ALLOCATED.current_usage();
    (subject.run)(input);
    ALLOCATED.peak_usage().saturating_sub(before).max(FLOOR)
}

fn growth(subject: &Subject, pattern: &'static str, plan: &Plan) -> Growth {
    let inputs = plan.inputs(subject, pattern);
    let bytes: Vec<usize> = inputs.iter().map(|input| taken(subject, input)).collect();
    let costs: Vec<f64> = bytes.iter().map(|bytes| *bytes as f64).collect();
    let largest = bytes.last().expect("a size");
    Growth {
        pattern,
        exponent: plan.exponent(&costs),
        largest: format!("{} KiB", largest / 1_024),
    }
}

fn check(name: &'static str) {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let subject = subjects::subject(name);
    let plan = Plan {
        most: 1.15,
        ..Plan::of(&subject)
    };
    // What is made once is made by the first input.
    (subject.run)(&subject.input("a\n", plan.small));
    let all = subject.all_patterns();
    let all = all
        .map(|pattern| growth(&subject, pattern, &plan))
        .collect();
    judge(name, "the memory", &plan, all);
}

test_each_subject!();
