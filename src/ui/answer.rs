//! One sentence: what the program has to say, the answer to the search, or who was in power.

use super::ink::Ink;
use super::numbers::{counted, grouped};
use crate::app::jump;
use crate::app::model::{Focus, Model};
use crate::app::role::Role;
use crate::app::update;
use crate::search::fitted;
use crate::text::cells;
use crate::time::DateRange;

pub(super) fn draw(ink: &mut Ink<'_>, model: &Model) {
    let area = model.panes.answer;
    if area.is_empty() {
        return;
    }
    let (role, text) = sentence(model);
    ink.put(
        area.x + 1,
        area.y,
        area.width.saturating_sub(2),
        role,
        &text,
    );
}

/// What stands in the strip. Where there is no strip, the footer gives way to it.
pub(super) fn sentence(model: &Model) -> (Role, String) {
    if let Some(notice) = &model.notice {
        let role = if notice.failed {
            Role::Error
        } else {
            Role::Warning
        };
        return (role, notice.text.clone());
    }
    if model.focus == Focus::Jump {
        let read = jump::parse(model.jump.line.text(), model.today);
        return match read {
            Some(days) => (Role::Date, format!("goes to {}", days.first().human())),
            None => (
                Role::Dim,
                "2021 · 2021-03 · 16 mar 2021 · aug 2023 · 2023q3 · last november".to_owned(),
            ),
        };
    }
    if let Some(days) = model.brush.and_then(|brush| brush.days(&model.ribbon)) {
        return (Role::Date, in_range(model, days));
    }
    if let Some(progress) = &model.progress {
        return (Role::Accent, bar(progress));
    }
    if let Some(found) = &model.search.found {
        if let Some((_, problem)) = found.issues.first() {
            return (Role::Warning, problem.clone());
        }
        if let Some(nothing) = found.nothing.as_ref().filter(|_| found.ids.is_empty()) {
            return (Role::Warning, nothing.clone());
        }
        if let Some(answer) = &found.answer {
            let room = usize::from(model.panes.answer.width).saturating_sub(2);
            return (Role::Strong, fitted(answer, room));
        }
    }
    if model.library.report.stopped {
        return (Role::Warning, update::stopped(&model.keymap));
    }
    let long = in_power(model, true);
    let room = usize::from(model.panes.answer.width).saturating_sub(2);
    (
        Role::Dim,
        if cells(&long) <= room {
            long
        } else {
            in_power(model, false)
        },
    )
}

/// A range of days being chosen, and how much lies in it.
fn in_range(model: &Model, days: DateRange) -> String {
    let library = &model.library;
    let from = library.from_day(days.first());
    let to = library.from_day(days.last().plus_days(1));
    let all = counted(to - from, "event");
    let told = format!("{} · {all}", days.human());
    match &model.search.found {
        Some(found) => {
            let before = |id: usize| found.ids.partition_point(|hit| hit.index() < id);
            format!("{told} · {} found", grouped(before(to) - before(from)))
        }
        None => told,
    }
}

fn bar(progress: &crate::app::message::Progress) -> String {
    let full = 20 * progress.done / progress.of.max(1);
    let bar: String = (0..20)
        .map(|at| if at < full { '█' } else { '░' })
        .collect();
    format!(
        "{} {bar} {} of {}",
        progress.what,
        progress.done,
        counted(progress.of, "file")
    )
}

/// Who was in power when the event under the cursor happened, in full or by family name.
fn in_power(model: &Model, in_full: bool) -> String {
    let Some(day) = model
        .timeline
        .selected()
        .and_then(|id| model.library.first_day(id))
    else {
        return String::new();
    };
    let gazetteer = model.library.chronicle.gazetteer();
    let holders: Vec<String> = model
        .library
        .bands
        .iter()
        .take(3)
        .filter_map(|band| {
            let row = band.holder(day)?;
            let official = gazetteer.official(row);
            let title = gazetteer.role(row, crate::time::DateRange::day(day))?;
            let code = gazetteer.country(official.country).code.as_str();
            Some(if in_full {
                format!("{code} {title} {}", official.name)
            } else {
                format!("{code} {}", official.family)
            })
        })
        .collect();
    if holders.is_empty() {
        String::new()
    } else {
        format!("{}: {}", day.human(), holders.join(" · "))
    }
}
