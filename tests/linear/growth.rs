//! How far growth is measured, and what is said of it.

use super::subjects::Subject;

/// How far a measurement goes.
pub(crate) struct Plan {
    /// Bytes of the smallest input.
    pub(crate) small: usize,
    /// How many times as long the inputs are, the smallest first.
    pub(crate) times: &'static [usize],
    /// The steepest exponent that is let pass.
    pub(crate) most: f64,
}

impl Plan {
    /// `LINCHPIN_LINEAR=long` asks for the long one.
    pub(crate) fn of(subject: &Subject) -> Self {
        if std::env::var_os("LINCHPIN_LINEAR").is_some() {
            return Self {
                small: subject.long,
                times: &[1, 2, 4, 8],
                most: 1.15,
            };
        }
        Self {
            // Inputs that are to have names by the thousand are larger.
            small: if subject.distinct { 8 * 1_024 } else { 1_024 },
            times: &[1, 8],
            most: 1.49,
        }
    }

    /// A pattern at each size.
    pub(crate) fn inputs(&self, subject: &Subject, pattern: &str) -> Vec<String> {
        let sizes = self.times.iter().map(|times| times * self.small);
        sizes.map(|bytes| subject.input(pattern, bytes)).collect()
    }

    /// The exponent with which these costs grow: the slope of their logarithms against those of the sizes.
    pub(crate) fn exponent(&self, costs: &[f64]) -> f64 {
        let sizes = self.times.iter().map(|times| (*times as f64).ln());
        let points: Vec<(f64, f64)> = sizes.zip(costs.iter().map(|cost| cost.ln())).collect();
        let count = points.len() as f64;
        let middle = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
        let (x, y) = (middle(|point| point.0), middle(|point| point.1));
        let along: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
        let both: f64 = points
            .iter()
            .map(|point| (point.0 - x) * (point.1 - y))
            .sum();
        both / along
    }
}

/// What one pattern costs.
pub(crate) struct Growth {
    pub(crate) pattern: &'static str,
    pub(crate) exponent: f64,
    /// The cost of the largest input, as it is told.
    pub(crate) largest: String,
}

/// Prints the steepest, and panics with the names of those that are too steep.
pub(crate) fn judge(name: &str, what: &str, plan: &Plan, mut all: Vec<Growth>) {
    all.sort_by(|a, b| b.exponent.total_cmp(&a.exponent));
    let last = plan.times.last().map_or(0, |times| times * plan.small);
    println!(
        "{name}: {what} of {} patterns from {} to {last} bytes; the steepest:",
        all.len(),
        plan.small
    );
    let told = |growth: &Growth| {
        let Growth {
            pattern,
            exponent,
            largest,
        } = growth;
        format!("  exponent {exponent:.2}, {largest} for {pattern:?}")
    };
    for growth in all.iter().take(3) {
        println!("{}", told(growth));
    }
    let guilty: Vec<String> = all
        .iter()
        .filter(|growth| growth.exponent > plan.most)
        .map(told)
        .collect();
    assert!(
        guilty.is_empty(),
        "{name}: {what} grows faster than the input:\n{}",
        guilty.join("\n")
    );
}
