//! XML, feeds, web pages and Markdown that are deep, endless, broken or point elsewhere.

use super::input::{Input, Want};

pub(crate) fn inputs() -> Vec<Input> {
    let mut all = xml();
    all.extend(html());
    all.extend(markdown());
    all
}

const DEEP: usize = 20_000;

#[expect(clippy::too_many_lines, reason = "a table of inputs")]
fn xml() -> Vec<Input> {
    let item =
        "<item><title>harbour</title><pubDate>Wed, 03 Mar 2021 09:00:00 GMT</pubDate></item>";
    let rss = |before: &str, inside: &str| {
        format!(
            "<?xml version=\"1.0\"?>{before}<rss version=\"2.0\"><channel><title>t</title>{item}{inside}</channel></rss>"
        )
    };
    let laughs: String = std::iter::once("<!ENTITY a0 \"ha\">".to_owned())
        .chain(
            (1..12).map(|n| format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10))),
        )
        .collect();
    let told: Vec<(&str, String)> = vec![
        (
            "unclosed",
            "<?xml version=\"1.0\"?><rss><channel><item>".to_owned(),
        ),
        (
            "mismatched",
            "<?xml version=\"1.0\"?><rss>\n<channel>\n</rss></channel>".to_owned(),
        ),
        (
            "cdata-open",
            "<?xml version=\"1.0\"?><rss><channel><![CDATA[ never closed".to_owned(),
        ),
        (
            "comment-open",
            "<?xml version=\"1.0\"?><rss><!-- never closed".to_owned(),
        ),
        (
            "less-than",
            format!("<?xml version=\"1.0\"?>{}", "<".repeat(DEEP)),
        ),
        (
            "deep-open",
            format!("<?xml version=\"1.0\"?>{}", "<a>".repeat(DEEP)),
        ),
        (
            "deep",
            format!(
                "<?xml version=\"1.0\"?>{}{}",
                "<a>".repeat(DEEP),
                "</a>".repeat(DEEP)
            ),
        ),
    ];
    let any: Vec<(&str, String)> = vec![
        (
            "laughs",
            rss(
                &format!("<!DOCTYPE rss [{laughs}]>"),
                "<item><title>&a11;</title></item>",
            ),
        ),
        (
            "endless-entity",
            rss(
                "<!DOCTYPE rss [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>",
                "<item><title>&a;</title></item>",
            ),
        ),
        (
            "entity-file",
            rss(
                "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>",
                "<item><title>&f;</title></item>",
            ),
        ),
        (
            "entity-device",
            rss(
                "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///dev/zero\">]>",
                "<item><title>&f;</title></item>",
            ),
        ),
        (
            "dtd-net",
            rss("<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/x.dtd\">", ""),
        ),
        (
            "include",
            rss(
                "",
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/>",
            ),
        ),
        (
            "attributes",
            format!(
                "<?xml version=\"1.0\"?><rss {}></rss>",
                (0..DEEP)
                    .map(|n| format!("a{n}=\"\" "))
                    .collect::<Vec<_>>()
                    .concat()
            ),
        ),
        (
            "same-attribute",
            "<?xml version=\"1.0\"?><rss a=\"1\" a=\"2\"></rss>".to_owned(),
        ),
        (
            "long-name",
            format!("<?xml version=\"1.0\"?><{}>", "n".repeat(100_000)),
        ),
        (
            "references",
            rss(
                "",
                "<item><title>&#0;&#x1b;[31m&#xD800;&#x110000;&#99999999999;&#x202E;</title></item>",
            ),
        ),
        (
            "two-roots",
            "<?xml version=\"1.0\"?><rss></rss><rss></rss>".to_owned(),
        ),
        (
            "after-root",
            "<?xml version=\"1.0\"?><rss></rss> tail".to_owned(),
        ),
        ("only-declaration", "<?xml version=\"1.0\"?>".to_owned()),
        ("instructions", rss("", &"<?x y?>".repeat(DEEP))),
        ("ampersands", rss("", &"&".repeat(DEEP))),
    ];
    let mut all: Vec<Input> = told
        .into_iter()
        .map(|(name, text)| Input::new(format!("{name}.xml"), text, Want::Told))
        .collect();
    all.extend(
        any.into_iter()
            .map(|(name, text)| Input::new(format!("{name}.xml"), text, Want::Any)),
    );
    all.push(Input::new("dates.rss", rss("", "<item><title>a</title><pubDate>Xyz, 99 Foo 0000 25:61:61 +9999</pubDate></item><item><title>b</title><pubDate>((((((</pubDate></item>"), Want::Any));
    all.push(Input::new(
        "html-inside.rss",
        rss(
            "",
            &format!(
                "<item><title>x</title><description><![CDATA[{}harbour]]></description></item>",
                "<div>".repeat(2_000)
            ),
        ),
        Want::Any,
    ));
    all
}

fn html() -> Vec<Input> {
    let page = |body: &str| {
        format!(
            "<!doctype html><html><head><title>Talks</title></head><body><p>3 March 2021</p><p>The ministers met at the harbour and signed.</p>{body}</body></html>"
        )
    };
    let bodies: Vec<(&str, String)> = vec![
        ("divs", "<div>".repeat(DEEP)),
        ("bold", "<b>".repeat(DEEP)),
        ("font-p", "<font size=1><p>".repeat(5_000)),
        ("adoption", "<a><b><i></a></b></i>".repeat(3_000)),
        ("tables", "<table><tr><td>".repeat(5_000)),
        ("foster", "<table>a<tr>b<td>c".repeat(3_000)),
        ("foreign", "<svg><math><mi><mglyph><style>".repeat(2_000)),
        ("attributes", format!("<p {}>x</p>", (0..DEEP).map(|n| format!("a{n}=x ")).collect::<Vec<_>>().concat())),
        ("less-than", "<".repeat(DEEP)),
        ("ampersands", "&&amp;&#0;&#x1b;[31m&#x202e;&nosuch;&#99999999999;".repeat(500)),
        ("comment-open", "<!-- never closed".to_owned()),
        ("script-open", "<script>alert('harbour')".to_owned()),
        ("attribute-open", "<p class=\"never closed".to_owned()),
        ("plaintext", "<plaintext><p>x".to_owned()),
        ("colspan", "<table><tr><td colspan=99999999 rowspan=99999999>x".to_owned()),
        ("list-start", "<ol start=99999999999999999999><li value=-9999999999>x".to_owned()),
        ("refresh", "<meta http-equiv=refresh content=\"0;url=http://127.0.0.1:1/\"><img src=http://127.0.0.1:1/>".to_owned()),
        ("zeros", "<p\0>a\0b</p\0>".to_owned()),
        ("data-address", format!("<img src=\"data:image/png;base64,{}\">", "QUJD".repeat(20_000))),
        ("times", "<time datetime=\"99999-99-99\">x</time><time datetime=\"-1\">y</time>".to_owned()),
    ];
    let mut all: Vec<Input> = bodies
        .iter()
        .map(|(name, body)| {
            Input::new(format!("{name}.html"), page(body), Want::Read).shows("harbour")
        })
        .collect();
    let hidden = page("<script>var x='PWN7331'</script><style>.PWN7331{}</style><!--PWN7331-->");
    all.push(Input::new("hidden.html", hidden, Want::Read).shows("harbour"));
    all
}

fn markdown() -> Vec<Input> {
    let aliases: String = (0..12)
        .map(|n| {
            format!(
                "a{}: &a{} [{}]\n",
                n,
                n,
                format!("*a{},", n.max(1) - 1).repeat(9)
            )
        })
        .collect::<Vec<_>>()
        .concat();
    let bodies: Vec<(&str, String)> = vec![
        ("quotes", "> ".repeat(DEEP)),
        ("brackets", "[".repeat(DEEP)),
        ("link-open", "[a](<b".repeat(8_000)),
        ("stars", "*a **a ".repeat(8_000)),
        ("underscores", "_a __a ".repeat(8_000)),
        (
            "ticks",
            (1..300)
                .map(|n| format!("a{}", "`".repeat(n)))
                .collect::<Vec<_>>()
                .concat(),
        ),
        ("angles", "<a@b".repeat(8_000)),
        ("html-open", "<!-- a <?php <![CDATA[ <a b=\"".repeat(3_000)),
        (
            "references",
            (0..3_000)
                .map(|n| format!("[{n}]: /x\n[{n}]\n"))
                .collect::<Vec<_>>()
                .concat(),
        ),
        (
            "lists",
            (0..300)
                .map(|n| format!("{}- a\n", "  ".repeat(n)))
                .collect::<Vec<_>>()
                .concat(),
        ),
        (
            "table",
            format!(
                "|{}|\n|{}|\n{}",
                "a|".repeat(1_000),
                "-|".repeat(1_000),
                "|a|\n".repeat(200)
            ),
        ),
        ("fence-open", "```\nnever closed".to_owned()),
        ("backslashes", "\\".repeat(DEEP)),
        ("entities", "&amp;&#x1b;&#0;&#x202e;".repeat(3_000)),
        ("headings", "# a\n".repeat(5_000)),
        ("long-heading", format!("# {}", "a ".repeat(50_000))),
        ("underlined", format!("{}\n===", "a\n".repeat(10_000))),
        ("footnotes", "[^1]: [^1]\n[^1]".to_owned()),
        ("pipes", "|".repeat(DEEP)),
        ("tabs", "\t".repeat(DEEP)),
        ("images", "![".repeat(8_000)),
    ];
    let mut all: Vec<Input> = bodies
        .iter()
        .map(|(name, body)| {
            Input::new(
                format!("{name}.md"),
                format!("# Talks\n\n3 March 2021\n\nThey met at the harbour.\n\n{body}\n"),
                Want::Read,
            )
            .shows("harbour")
        })
        .collect();
    for (name, front) in [
        ("aliases", aliases),
        ("not-yaml", "]] broken: [\n\t- : :\n".to_owned()),
        (
            "types",
            "title: [1, {a: b}]\ndate: {x: 1}\ntags: ~\n".to_owned(),
        ),
        ("long-field", format!("title: {}\n", "x".repeat(200_000))),
        ("bad-date", "date: 2021-99-99\n".to_owned()),
    ] {
        all.push(
            Input::new(
                format!("front-{name}.md"),
                format!("---\n{front}---\n\nThey met at the harbour.\n"),
                Want::Read,
            )
            .shows("harbour"),
        );
    }
    all.push(
        Input::new(
            "front-open.md",
            "---\ntitle: never closed\n\nThey met at the harbour.\n",
            Want::Read,
        )
        .shows("harbour"),
    );
    all
}
