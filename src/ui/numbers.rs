//! Numbers in words.

/// `1,934`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 event`, `1,934 events`.
pub(super) fn counted(number: usize, one: &str) -> String {
    format!(
        "{} {one}{}",
        grouped(number),
        if number == 1 { "" } else { "s" }
    )
}

/// `11 days`, `7 months`, `3 years`.
pub(super) fn duration(days: i64) -> String {
    match days {
        ..60 => counted(usize::try_from(days).unwrap_or(0), "day"),
        60..730 => counted((days as f64 / 30.44).round() as usize, "month"),
        _ => {
            let years = days as f64 / 365.25;
            if years < 10.0 && (years.fract() - 0.5).abs() < 0.25 {
                format!("{}½ years", years.floor())
            } else {
                counted(years.round() as usize, "year")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_well() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(1_234_567), "1,234,567");
        assert_eq!(counted(1, "source"), "1 source");
        assert_eq!(duration(11), "11 days");
        assert_eq!(duration(214), "7 months");
        assert_eq!(duration(1300), "3½ years");
        assert_eq!(duration(7305), "20 years");
    }
}
