//! Files of packages, as a web server gives them.

use std::io::{self, Read};
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::stream::unfold;

use super::mime;
use super::site::{File, Opener};
use super::state::Host;

/// Bytes that are read of a media file at once.
const CHUNK: u64 = 64 * 1024;

/// `/content/COURSE/TARGET/NAME`: only names that the package has are found, so no path leads out of it.
pub(super) async fn content(
    State(host): State<Arc<Host>>,
    Path((course, target, name)): Path<(String, String, String)>,
    headers: HeaderMap,
) -> Response {
    let found = host.site.lock().file(&course, &target, &name).cloned();
    let Some(file) = found else {
        return (StatusCode::NOT_FOUND, "There is no such file in the package.\n").into_response();
    };
    let kind = [(header::CONTENT_TYPE, mime::of(&name)), (header::ACCEPT_RANGES, "bytes")];
    let size = match &file {
        File::Bytes(bytes) => bytes.len() as u64,
        File::Media(size, _) => *size,
    };
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let (status, start, end) = match asked.map(|range| parse(range, size)) {
        None | Some(Asked::All) => (StatusCode::OK, 0, size),
        Some(Asked::Part(start, end)) => (StatusCode::PARTIAL_CONTENT, start, end),
        Some(Asked::Beyond) => {
            return (StatusCode::RANGE_NOT_SATISFIABLE, [(header::CONTENT_RANGE, format!("bytes */{size}"))]).into_response();
        }
    };
    let body = match file {
        File::Bytes(bytes) => Body::from(Bytes::from_owner(bytes).slice(index(start)..index(end))),
        File::Media(_, open) => match tokio::task::spawn_blocking(move || open_at(&open, start)).await {
            Ok(Ok(reader)) => stream(reader, end - start),
            _ => return (StatusCode::NOT_FOUND, "The file cannot be read any more.\n").into_response(),
        },
    };
    let length = [(header::CONTENT_LENGTH, (end - start).to_string())];
    if status == StatusCode::OK {
        return (status, kind, length, body).into_response();
    }
    let range = [(header::CONTENT_RANGE, format!("bytes {start}-{}/{size}", end - 1))];
    (status, kind, length, range, body).into_response()
}

/// What a `Range` header asks for (RFC 9110, 14.1.2); several ranges are answered with the whole.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    All,
    /// From the first byte up to, without, the last.
    Part(u64, u64),
    Beyond,
}

fn parse(range: &str, size: u64) -> Asked {
    let Some((first, last)) = range.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else { return Asked::All };
    match (first.parse::<u64>(), last.parse::<u64>()) {
        (Ok(first), _) if first >= size => Asked::Beyond,
        (Ok(first), Ok(last)) if last >= first => Asked::Part(first, size.min(last.saturating_add(1))),
        (Ok(first), Err(_)) if last.is_empty() => Asked::Part(first, size),
        (Err(_), Ok(last)) if first.is_empty() && last > 0 && size > 0 => Asked::Part(size.saturating_sub(last), size),
        (Err(_), Ok(_)) if first.is_empty() => Asked::Beyond,
        _ => Asked::All,
    }
}

fn index(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn open_at(open: &Opener, start: u64) -> io::Result<Box<dyn Read + Send>> {
    let mut reader = open()?;
    io::copy(&mut reader.by_ref().take(start), &mut io::sink())?;
    Ok(reader)
}

/// The next `left` bytes of `reader`, a chunk at a time, so that no large file stands in memory.
fn stream(reader: Box<dyn Read + Send>, left: u64) -> Body {
    Body::from_stream(unfold((reader, left), async |(mut reader, left)| {
        if left == 0 {
            return None;
        }
        let read = tokio::task::spawn_blocking(move || {
            let mut chunk = Vec::new();
            let result = reader.by_ref().take(left.min(CHUNK)).read_to_end(&mut chunk);
            result.map(|count| (reader, chunk, count as u64))
        });
        match read.await {
            Ok(Ok((_, _, 0))) => {
                Some((Err(io::Error::from(io::ErrorKind::UnexpectedEof)), (Box::new(io::empty()) as Box<dyn Read + Send>, 0)))
            }
            Ok(Ok((reader, chunk, count))) => Some((Ok(Bytes::from(chunk)), (reader, left - count))),
            Ok(Err(error)) => Some((Err(error), (Box::new(io::empty()), 0))),
            Err(error) => Some((Err(io::Error::other(error)), (Box::new(io::empty()), 0))),
        }
    }))
}

#[cfg(test)]
mod tests {
    use super::{Asked, parse};

    #[test]
    fn ranges_are_those_of_rfc_9110() {
        for (range, asked) in [
            ("bytes=0-9", Asked::Part(0, 10)),
            ("bytes=5-", Asked::Part(5, 100)),
            ("bytes=90-200", Asked::Part(90, 100)),
            ("bytes=-10", Asked::Part(90, 100)),
            ("bytes=-200", Asked::Part(0, 100)),
            ("bytes=100-", Asked::Beyond),
            ("bytes=-0", Asked::Beyond),
            ("bytes=9-1", Asked::All),
            ("bytes=0-1,5-6", Asked::All),
            ("lines=0-1", Asked::All),
        ] {
            assert_eq!(parse(range, 100), asked, "{range}");
        }
    }
}
