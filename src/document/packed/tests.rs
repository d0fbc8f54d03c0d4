use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use super::*;
use crate::document::{BlockKind, DctOrigin, Part};
use crate::text::Span;
use crate::time::Edtf;

fn words() -> impl Strategy<Value = String> {
    ".{0,12}"
}

fn origin() -> impl Strategy<Value = Origin> {
    let path = words().prop_map(|path| Path::new(&path).into());
    prop_oneof![
        (path, of(any::<u32>())).prop_map(|(path, item)| Origin::File(path, item)),
        Just(Origin::Stdin),
        words().prop_map(Origin::BuiltIn),
    ]
}

fn dct() -> impl Strategy<Value = Dct> {
    let date = prop::sample::select(vec![
        "2021-03-16",
        "2021-03",
        "1953~",
        "2021-03-16/..",
        "199X",
    ]);
    let date = date.prop_map(|date| date.parse::<Edtf>().expect("a date"));
    let known = prop_oneof![
        words().prop_map(DctOrigin::Metadata),
        Just(DctOrigin::Stamp),
        words().prop_map(DctOrigin::Inferred),
    ];
    (date, known, of(span())).prop_map(|(date, origin, evidence)| Dct {
        date,
        origin,
        evidence,
    })
}

fn span() -> impl Strategy<Value = Span> {
    (0..900_usize, 0..90_usize).prop_map(|(at, long)| Span::new(at, at + long))
}

fn document() -> impl Strategy<Value = Document> {
    let part = prop::sample::select(vec![Part::Sender, Part::Mentioned]);
    let named = (words(), part).prop_map(|(name, part)| Named { name, part });
    let kind = prop::sample::select(vec![BlockKind::Heading, BlockKind::Boilerplate]);
    let block = (span(), kind).prop_map(|(span, kind)| Block { span, kind });
    let names = (words(), of(words()), of(words()), of("[a-z]{2}"));
    let lists = (vec(named, 0..3), vec(block, 0..3));
    // Some fill a volume.
    (origin(), names, of(dct()), lists, ".{0,90}").prop_map(
        |(origin, (title, publisher, url, language), dct, (people, blocks), text)| Document {
            origin,
            // Many begin as their texts do.
            title: match title.len() % 3 {
                0 => text.chars().take(3).collect(),
                1 => text.chars().take(5).chain([MORE]).collect(),
                _ => title,
            },
            publisher,
            url,
            dct,
            language,
            people,
            text,
            blocks,
        },
    )
}

proptest! {
    /// What is taken out is what was put in, and what is looked at in between is the same.
    #[test]
    fn packing_documents_loses_nothing(documents in vec(document(), 0..20)) {
        let packed: Documents = documents.iter().cloned().collect();
        prop_assert_eq!(packed.len(), documents.len());
        for ((doc, looked), own) in (0..).map(DocId).zip(packed.iter()).zip(&documents) {
            prop_assert_eq!(&looked.to_document(), own);
            prop_assert_eq!(looked.title(), own.title.as_str());
            prop_assert_eq!(looked.dct(), own.dct.clone());
            prop_assert_eq!(looked.origin(), own.origin.clone());
            prop_assert_eq!(packed.text(doc), Some(own.text.as_str()));
            prop_assert_eq!(packed.written(doc), own.dct.as_ref().map(Dct::range));
        }
        let beyond = DocId(documents.len() as u32);
        prop_assert!(packed.get(beyond).is_none() && packed.text(beyond).is_none());
        prop_assert!(packed.unpacked().eq(documents));
    }
}

#[cfg(unix)]
#[test]
fn a_path_is_kept_as_it_is() {
    use std::os::unix::ffi::OsStrExt;
    let path = Path::new(std::ffi::OsStr::from_bytes(b"/a//b/\xFF.txt"));
    for path in [
        path,
        Path::new("/a//b/./c.txt"),
        Path::new("c"),
        Path::new(""),
    ] {
        let mut phrases = Phrases::default();
        let origin = Origin::File(path.into(), Some(2));
        let whence = Whence::of(&origin, &mut phrases);
        let Origin::File(kept, Some(2)) = whence.origin(&phrases) else {
            panic!("a file");
        };
        assert_eq!(kept.as_os_str(), path.as_os_str());
    }
}
