//! A saved web page: the article, without menus, scripts and what stands around it.
//!
//! One pass over the tokens collects paragraphs and remembers where each stood; then the longest
//! article, else the main part, else everything is kept, less what is mostly links. No tree is
//! built: an element that is left out ends with its own end tag, counted.

use super::article::Draft;
use super::page::{LeaveOut, Page, Paragraph, Place};
use super::patterns::Patterns;
use super::prose::Prose;
use super::weak;
use crate::document::BlockKind;

/// An article of fewer bytes may be what was left over.
const SHORTEST: usize = 300;

/// The draft of a page or of a piece of HTML.
pub(super) fn read(html: &str, patterns: &Patterns) -> Draft {
    // Some pages wrap the article itself in what elsewhere is furniture.
    let mut page = Page::read(html, patterns, LeaveOut::Furniture);
    for leave_out in [LeaveOut::Elements, LeaveOut::Nothing] {
        if words_of_article(&page) >= SHORTEST {
            break;
        }
        let other = Page::read(html, patterns, leave_out);
        if words_of_article(&other) > 2 * words_of_article(&page) {
            page = other;
        }
    }
    let Page {
        paragraphs,
        meta,
        pictures,
        ..
    } = page;
    let mut prose = Prose::default();
    let mut title = None;
    for paragraph in article(&paragraphs) {
        let kind = match paragraph.place {
            Place::Heading(level) => {
                if level == 1 && title.is_none() {
                    title = Some(paragraph.text.clone());
                }
                Some(BlockKind::Heading)
            }
            Place::Caption => Some(BlockKind::Caption),
            Place::Prose => None,
        };
        prose.push(&paragraph.text, kind);
    }
    let mut draft = prose.into_draft();
    meta.fill(&mut draft, title);
    draft.weak_dct = weak::from_pictures(&pictures);
    draft
}

fn words_of_article(page: &Page<'_>) -> usize {
    let kept = article(&page.paragraphs);
    kept.iter()
        .map(|paragraph| paragraph.text.trim().len())
        .sum()
}

/// The paragraphs that are the article.
fn article(paragraphs: &[Paragraph]) -> Vec<&Paragraph> {
    let words = |keep: &dyn Fn(&Paragraph) -> bool| -> usize {
        let kept = paragraphs
            .iter()
            .filter(|paragraph| keep(paragraph) && paragraph.place == Place::Prose);
        kept.map(|paragraph| {
            paragraph.text.trim().len() - paragraph.linked.min(paragraph.text.trim().len())
        })
        .sum()
    };
    let all = words(&|_| true);
    let articles = paragraphs
        .iter()
        .map(|paragraph| paragraph.article)
        .max()
        .unwrap_or(0);
    // Pages of teasers have hundreds of articles; only the first are weighed.
    let longest = (1..=articles.min(64))
        .max_by_key(|&number| (words(&|p| p.article == number), u32::MAX - number));
    let chosen: Box<dyn Fn(&Paragraph) -> bool> = match longest {
        Some(number) if words(&|p| p.article == number) * 3 > all => {
            Box::new(move |p| p.article == number)
        }
        _ if words(&|p| p.main) * 3 > all => Box::new(|p| p.main),
        _ => Box::new(|_| true),
    };
    // The heading may stand before the article begins.
    let has_title = paragraphs
        .iter()
        .any(|p| chosen(p) && p.place == Place::Heading(1));
    let keep = |p: &&Paragraph| {
        let lonely_title = !has_title && p.place == Place::Heading(1);
        let menu = p.place == Place::Prose
            && p.linked * 10 > p.text.trim().len() * 7
            && p.text.trim().len() < 200;
        (chosen(p) || lonely_title) && !menu
    };
    let kept: Vec<&Paragraph> = paragraphs.iter().filter(keep).collect();
    if kept.is_empty() {
        paragraphs.iter().collect()
    } else {
        kept
    }
}
