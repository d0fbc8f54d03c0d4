//! Character references of HTML and XML.

use std::borrow::Cow;

/// Named references that occur in running text. Those for invisible characters give a space.
const NAMED: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{A0}"),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("shy", ""),
    ("zwj", ""),
    ("zwnj", ""),
    ("lrm", ""),
    ("rlm", ""),
    ("ndash", "–"),
    ("mdash", "—"),
    ("horbar", "―"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("lsaquo", "‹"),
    ("rsaquo", "›"),
    ("hellip", "…"),
    ("middot", "·"),
    ("bull", "•"),
    ("dagger", "†"),
    ("Dagger", "‡"),
    ("sect", "§"),
    ("para", "¶"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("deg", "°"),
    ("times", "×"),
    ("minus", "−"),
    ("frac12", "½"),
    ("frac14", "¼"),
    ("frac34", "¾"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("aring", "å"),
    ("aelig", "æ"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("igrave", "ì"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ntilde", "ñ"),
    ("ograve", "ò"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("ouml", "ö"),
    ("oslash", "ø"),
    ("ugrave", "ù"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("uuml", "ü"),
    ("yacute", "ý"),
    ("szlig", "ß"),
    ("Agrave", "À"),
    ("Aacute", "Á"),
    ("Acirc", "Â"),
    ("Auml", "Ä"),
    ("Ccedil", "Ç"),
    ("Egrave", "È"),
    ("Eacute", "É"),
    ("Ecirc", "Ê"),
    ("Icirc", "Î"),
    ("Ntilde", "Ñ"),
    ("Ocirc", "Ô"),
    ("Ouml", "Ö"),
    ("Uuml", "Ü"),
    ("Omacr", "Ō"),
    ("omacr", "ō"),
    ("umacr", "ū"),
    ("Umacr", "Ū"),
    ("obreve", "ŏ"),
    ("ubreve", "ŭ"),
    ("oelig", "œ"),
    ("OElig", "Œ"),
    ("rarr", "→"),
    ("larr", "←"),
];

/// The longest reference that is looked for.
const LONGEST: usize = 12;

/// The reference at the beginning of the text: what it stands for, and its length in bytes.
pub(super) fn entity(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = body.get(..end)?;
    let len = end + 2;
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(windows_1252(code)).unwrap_or(char::REPLACEMENT_CHARACTER);
        return Some((c.to_string().into(), len));
    }
    let (_, value) = NAMED.iter().find(|(known, _)| *known == name)?;
    Some(((*value).into(), len))
}

/// HTML reads the references 128 to 159 as Windows-1252, since that is what their writers meant.
fn windows_1252(code: u32) -> u32 {
    match code {
        0x85 => 0x2026,
        0x91 => 0x2018,
        0x92 => 0x2019,
        0x93 => 0x201C,
        0x94 => 0x201D,
        0x95 => 0x2022,
        0x96 => 0x2013,
        0x97 => 0x2014,
        0x99 => 0x2122,
        _ => code,
    }
}

/// The text with all references replaced that are known; others stay as they are written.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        if let Some((value, len)) = entity(from) {
            out.push_str(&value);
            rest = from.get(len..).unwrap_or_default();
        } else {
            out.push('&');
            rest = from.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_references_are_replaced_and_others_stay() {
        assert_eq!(
            unescape("R&amp;D &#8217;&#x2019; &unknown; & &;"),
            "R&D ’’ &unknown; & &;"
        );
        assert_eq!(
            unescape("&#150;&#xD800;&#99999999999;"),
            "–\u{FFFD}&#99999999999;"
        );
    }
}
