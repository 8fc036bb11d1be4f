//! SHA-256 of what can be read. In: bytes. Out: their number and their sum in hexadecimal. Fails as reading does.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Bytes that are read at once.
const BUFFER: usize = 1 << 20;

/// The bytes of `reader` in number, and their SHA-256.
///
/// # Errors
/// Where it cannot be read to its end.
pub fn sum(reader: &mut impl Read) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; BUFFER];
    let mut size = 0;
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok((size, hex(hash))),
            Ok(read) => {
                hash.update(&buffer[..read]);
                size += read as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// The SHA-256 of `text`.
#[must_use]
pub fn sum_of_text(text: &str) -> String {
    hex(Sha256::new_with_prefix(text))
}

/// The SHA-256 of lines, each a sum and the path that it is of, as `sha256sum` writes them.
#[must_use]
pub fn sum_of(sums: &std::collections::BTreeMap<&str, String>) -> String {
    hex(sums.iter().fold(Sha256::new(), |hash, (path, sum)| hash.chain_update(format!("{sum}  {path}\n"))))
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        text.extend([byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0')));
        text
    })
}
