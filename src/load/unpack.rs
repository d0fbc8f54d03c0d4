//! Compressed files: gzip and Zstandard, unpacked up to the limit of a file.

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

use super::Failure;
use super::options::Limits;
use super::report::Notice;

/// Endings of packed files.
pub(super) const ENDINGS: [&str; 4] = ["gz", "gzip", "zst", "zstd"];

/// The bytes themselves, or what is packed in them. A packed file must have the name of one: packed
/// data under another name is more likely damage than a document.
pub(super) fn unpack<'b>(
    bytes: &'b [u8],
    path: Option<&Path>,
    limits: &Limits,
) -> Result<Cow<'b, [u8]>, Failure> {
    let named = path.is_none_or(|path| {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        ENDINGS.contains(&ending.as_str())
    });
    if !named {
        return Ok(Cow::Borrowed(bytes));
    }
    if bytes.starts_with(b"\x1F\x8B") {
        return drain(flate2::read::MultiGzDecoder::new(bytes), "gzip", limits).map(Cow::Owned);
    }
    if bytes.starts_with(b"\x28\xB5\x2F\xFD") {
        let decoder = ruzstd::decoding::StreamingDecoder::new(bytes).map_err(|error| {
            Failure::Trouble(Notice::new(format!(
                "it cannot be unpacked as Zstandard: {error}"
            )))
        })?;
        return drain(decoder, "Zstandard", limits).map(Cow::Owned);
    }
    Ok(Cow::Borrowed(bytes))
}

fn drain(packed: impl Read, name: &str, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    packed
        .take(limits.file_bytes + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| {
            Failure::Trouble(Notice::new(format!(
                "it cannot be unpacked as {name}: {error}"
            )))
        })?;
    if bytes.len() as u64 > limits.file_bytes {
        let most = limits.file_bytes >> 20;
        let why =
            format!("unpacked, it is larger than {most} MiB, the most that is read of one file");
        return Err(Failure::Trouble(Notice::new(why)));
    }
    Ok(bytes)
}
