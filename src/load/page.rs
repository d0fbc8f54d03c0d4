//! Collecting the paragraphs of a web page, with where each stood.

use super::entities;
use super::markup::{Dialect, Token, Tokenizer};
use super::page_meta::Meta;
use super::patterns::Patterns;
use super::tag::{Tag, local};

/// Elements that never hold a piece of the article.
const LEFT_OUT: &[&str] = &[
    "nav", "footer", "aside", "form", "button", "select", "iframe", "object", "canvas", "dialog",
    "menu", "audio", "video", "datalist", "map",
];
/// Elements that end a paragraph when they begin and when they end.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "blockquote",
    "pre",
    "figure",
    "figcaption",
    "hr",
    "br",
    "body",
    "head",
    "title",
    "address",
    "center",
    "fieldset",
    "td",
    "th",
    "details",
    "summary",
    "time",
    "frameset",
    "caption",
];

/// What is left out of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeaveOut {
    /// Elements that are known by name, class or role not to be of the article.
    Furniture,
    /// Those that are known by name.
    Elements,
    /// Nothing but scripts.
    Nothing,
}

/// Where a paragraph stood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Prose,
    Heading(u8),
    Caption,
}

#[derive(Debug)]
pub(super) struct Paragraph {
    pub(super) text: String,
    /// How many of its bytes are words of links.
    pub(super) linked: usize,
    pub(super) place: Place,
    /// The number of the `article` element around it, from 1.
    pub(super) article: u32,
    pub(super) main: bool,
}

pub(super) struct Page<'p> {
    patterns: &'p Patterns,
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) meta: Meta,
    /// Words that describe pictures.
    pub(super) pictures: Vec<String>,
    text: String,
    linked: usize,
    place: Place,
    in_link: bool,
    articles: u32,
    article_depth: u32,
    main_depth: u32,
}

impl<'p> Page<'p> {
    pub(super) fn read(html: &str, patterns: &'p Patterns, leave_out: LeaveOut) -> Self {
        let mut page = Self {
            patterns,
            paragraphs: Vec::new(),
            meta: Meta::default(),
            pictures: Vec::new(),
            text: String::new(),
            linked: 0,
            place: Place::Prose,
            in_link: false,
            articles: 0,
            article_depth: 0,
            main_depth: 0,
        };
        // The element that is left out, and how many of its name are open.
        let mut left_out: Option<(&str, u32)> = None;
        let mut raw_of: Option<Tag<'_>> = None;
        for token in Tokenizer::new(html, Dialect::Html) {
            if let Some((name, open)) = &mut left_out {
                match token {
                    Token::Start(tag) if tag.is(name) && !tag.closed => *open += 1,
                    Token::End(end) if end.eq_ignore_ascii_case(name) => *open -= 1,
                    _ => {}
                }
                if *open == 0 {
                    left_out = None;
                }
                continue;
            }
            match token {
                Token::Start(tag) => {
                    raw_of = Some(tag);
                    if !tag.closed && page.is_left_out(&tag, leave_out) {
                        page.end_paragraph();
                        left_out = Some((tag.name, 1));
                    } else {
                        page.start(&tag);
                    }
                }
                Token::End(name) => page.end(name),
                Token::Text(text) => page.words(&entities::unescape(text)),
                Token::Raw(text) => match raw_of.filter(|tag| {
                    ["script", "style", "noscript", "template", "svg", "math"]
                        .iter()
                        .any(|name| tag.is(name))
                }) {
                    Some(tag) => page.meta.script(&tag, text),
                    None => page.words(text),
                },
                Token::Comment(text) => page.comment(text),
                Token::Declaration(_) => {}
            }
        }
        page.end_paragraph();
        page
    }

    fn is_left_out(&self, tag: &Tag<'_>, leave_out: LeaveOut) -> bool {
        if leave_out == LeaveOut::Nothing {
            return false;
        }
        let name = tag.name.to_ascii_lowercase();
        if LEFT_OUT.contains(&name.as_str()) {
            return true;
        }
        if leave_out == LeaveOut::Elements {
            return false;
        }
        // The site's own header, but not the header of the article.
        if name == "header" {
            return self.article_depth == 0
                && self.main_depth == 0
                && !self.paragraphs.iter().any(|p| p.place == Place::Heading(1));
        }
        if matches!(
            name.as_str(),
            "html" | "body" | "main" | "article" | "br" | "img" | "input" | "meta" | "link" | "hr"
        ) {
            return false;
        }
        let hidden = tag.get("hidden").is_some()
            || tag
                .get("style")
                .is_some_and(|style| style.replace(' ', "").contains("display:none"));
        let role = tag.get("role").is_some_and(|role| {
            [
                "navigation",
                "banner",
                "contentinfo",
                "complementary",
                "search",
                "dialog",
                "menu",
            ]
            .contains(&role.trim())
        });
        hidden
            || role
            || self.patterns.is_page_furniture(&format!(
                "{} {}",
                tag.get("class").unwrap_or_default(),
                tag.get("id").unwrap_or_default()
            ))
    }

    fn start(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        self.meta
            .tag(&name, tag, self.article_depth > 0 || self.articles == 0);
        if BLOCKS.contains(&name.as_str()) {
            self.end_paragraph();
        }
        match name.as_str() {
            "a" => self.in_link = true,
            "img" => {
                let words = [tag.get("alt"), tag.get("title")].into_iter().flatten();
                self.pictures.extend(
                    words
                        .filter(|words| words.len() > 20)
                        .map(std::borrow::Cow::into_owned),
                );
            }
            "article" if !tag.closed => {
                if self.article_depth == 0 {
                    self.articles += 1;
                }
                self.article_depth += 1;
            }
            "main" if !tag.closed => self.main_depth += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.place = Place::Heading(name.as_bytes()[1] - b'0');
            }
            "figcaption" | "caption" => self.place = Place::Caption,
            "title" => self.meta.in_title = true,
            "p" | "div" | "section" | "td" | "li" => self.place = Place::Prose,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        let name = local(name).to_ascii_lowercase();
        if BLOCKS.contains(&name.as_str()) {
            self.end_paragraph();
        }
        match name.as_str() {
            "a" => self.in_link = false,
            "article" => self.article_depth = self.article_depth.saturating_sub(1),
            "main" => self.main_depth = self.main_depth.saturating_sub(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption" | "caption" => {
                self.place = Place::Prose;
            }
            "title" => self.meta.in_title = false,
            _ => {}
        }
    }

    fn words(&mut self, text: &str) {
        if self.meta.in_title {
            self.meta.title_words(text);
            return;
        }
        if self.in_link {
            self.linked += text.trim().len();
        }
        self.text.push_str(text);
    }

    fn comment(&mut self, text: &str) {
        let text = text.trim();
        let described = ["abstract", "caption", "description"].iter().any(|word| {
            text.get(..word.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(word))
        });
        if described && text.len() < 1_000 {
            self.pictures.push(text.to_owned());
        }
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        if text.trim().is_empty() {
            return;
        }
        if self.place == Place::Caption {
            self.pictures.push(text.clone());
        }
        self.paragraphs.push(Paragraph {
            text,
            linked,
            place: self.place,
            article: if self.article_depth > 0 {
                self.articles
            } else {
                0
            },
            main: self.main_depth > 0,
        });
    }
}
