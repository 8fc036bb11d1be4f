//! Zip streams.
