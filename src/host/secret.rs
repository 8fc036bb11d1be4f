//! What nobody can guess: the credential of a preview's LRS, ids of statements that came without one.

use std::hash::{BuildHasher, RandomState};

/// 128 bits from the system's randomness: the keys of a new hasher.
fn random() -> u128 {
    let half = |n: u8| u128::from(RandomState::new().hash_one(n));
    (half(0) << 64) | half(1)
}

/// A random UUID (RFC 4122, version 4).
pub(super) fn uuid() -> String {
    uuid::Builder::from_random_bytes(random().to_be_bytes()).into_uuid().to_string()
}

/// The value of an `Authorization` header: Basic (RFC 7617) with a random password.
pub(super) fn credential() -> String {
    format!("Basic {}", base64(format!("preview:{:032x}", random()).as_bytes()))
}

/// Base64 with padding: RFC 4648, 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = chunk.iter().fold(0_u32, |bits, &byte| (bits << 8) | u32::from(byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, credential, uuid};

    #[test]
    fn base64_is_that_of_rfc_4648() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn two_secrets_differ() {
        assert_ne!(credential(), credential());
        assert_ne!(uuid(), uuid());
        assert_eq!(uuid().as_bytes()[14], b'4');
    }
}
