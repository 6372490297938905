//! What can not be saved: reading the files, and parsing what was read.

use std::fs::File;
use std::hint::black_box;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Instant;

use fluent_syntax::parser::parse_runtime;
use rayon::prelude::*;

use super::super::measure::Taken;

/// Reads all files, on every core.
pub(super) fn read(files: &[PathBuf]) -> io::Result<Taken> {
    each(files, |text| {
        black_box(text);
    })
}

/// Reads and parses all files, on every core, and looks at nothing.
pub(super) fn parse(files: &[PathBuf]) -> io::Result<Taken> {
    each(files, |bytes| {
        if let Ok(text) = std::str::from_utf8(bytes) {
            // Files with mistakes give what could be parsed.
            drop(black_box(parse_runtime(text)));
        }
    })
}

fn each(files: &[PathBuf], task: impl Fn(&[u8]) + Sync) -> io::Result<Taken> {
    let start = Instant::now();
    let one = |buffer: &mut Vec<u8>, path: &PathBuf| {
        load(path, buffer)?;
        task(buffer);
        Ok(())
    };
    files
        .par_iter()
        .try_for_each_init(Vec::new, one)
        .map(|()| Taken { time: start.elapsed(), peak: 0 })
}

fn load(path: &Path, buffer: &mut Vec<u8>) -> io::Result<()> {
    buffer.clear();
    File::open(path)?.read_to_end(buffer).map(drop)
}
