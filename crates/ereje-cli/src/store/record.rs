//! The record of what was written, and from what: enough to tell, from file
//! sizes and times alone, that nothing needs to be done.
//!
//! It is a text of lines, each a kind and fields apart by tabs. It is read at
//! every start, so it is made to be read fast: jobs on every core, and what was read
//! points into the text. Texts are in JSON notation.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Write;

use ereje_render::Entry;
use memchr::{memchr, memmem};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::inputs::Stamp;

/// First line; another one is another format, and then nothing is known.
const FORMAT: &str = "ereje-record 1";

/// Where a job begins.
const JOB: &str = "\njob\t";

/// What the last run wrote.
#[derive(Debug, Default)]
pub(crate) struct Record<'t> {
    /// What decides about everything: the program itself and its options.
    pub(crate) settings: u64,
    /// When a version takes effect that had not yet, in nanoseconds since 1970.
    pub(crate) until: u64,
    /// Input files as they were read: stamp and digest.
    pub(crate) inputs: FxHashMap<Cow<'t, str>, (Stamp, u64)>,
    /// By policy, the digest of its source text and the shape of that.
    pub(crate) shapes: BTreeMap<String, (u64, u64)>,
    /// By policy and locale; the index pages are under two empty names.
    pub(crate) jobs: BTreeMap<(String, String), JobRecord<'t>>,
}

/// What one job wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct JobRecord<'t> {
    /// Digest of everything that decides about the outputs.
    pub(crate) key: u64,
    /// What the indexes say of it.
    pub(crate) entry: Option<Entry>,
    /// Its files.
    pub(crate) outputs: Vec<OutputRecord<'t>>,
    /// What was told about it besides errors, to be told again.
    pub(crate) found: String,
    /// What it found out about versions, each with a digest of what decided about
    /// it.
    pub(crate) gists: Vec<(u64, Cow<'t, str>)>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutputRecord<'t> {
    /// Relative to the output folder.
    pub(crate) path: Cow<'t, str>,
    pub(crate) stamp: Stamp,
    /// Of its bytes; 0 if it is not known.
    pub(crate) digest: u64,
    /// Of what decided about it alone, where that is known; else 0.
    pub(crate) part: u64,
}

impl<'t> OutputRecord<'t> {
    /// A file that an interrupted run may have written.
    pub(crate) fn of_unknown_content(path: impl Into<Cow<'t, str>>) -> OutputRecord<'t> {
        OutputRecord { path: path.into(), stamp: Stamp::default(), digest: 0, part: 0 }
    }
}

impl<'t> Record<'t> {
    /// The paths of all files that it names.
    pub(crate) fn paths(&self) -> FxHashSet<&str> {
        self.outputs().map(|output| &*output.path).collect()
    }

    /// All files that it names.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = &OutputRecord<'t>> {
        self.jobs.values().flat_map(|job| &job.outputs)
    }

    /// Reads a record; `None` if it is of another format or not whole.
    pub(crate) fn parse(text: &'t str) -> Option<Record<'t>> {
        let text = text.strip_prefix(FORMAT)?.strip_suffix("\nend\n")?;
        let starts: Vec<usize> = memmem::find_iter(text.as_bytes(), JOB).collect();
        let head = &text[..starts.first().copied().unwrap_or(text.len())];
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        let jobs: Vec<(usize, usize)> = starts.iter().copied().zip(ends).collect();
        let jobs = || jobs.par_iter().map(|&(start, end)| read_job(&text[start..end])).collect();
        let (head, jobs) = rayon::join(|| Record::read_head(head), jobs);
        let jobs: Option<Vec<_>> = jobs;
        Some(Record { jobs: jobs?.into_iter().collect(), ..head? })
    }

    /// What stands before the first job.
    fn read_head(text: &'t str) -> Option<Record<'t>> {
        let mut record = Record::default();
        for mut fields in lines(text)? {
            match fields.next()? {
                "settings" => {
                    record.settings = fields.number()?;
                    // Records of older programs do not say; then nothing is sure.
                    record.until = fields.next().and_then(number).unwrap_or(0);
                }
                "input" => {
                    let path = fields.next()?;
                    let stamp = fields.stamp()?;
                    record.inputs.insert(path.into(), (stamp, fields.number()?));
                }
                "shape" => {
                    let policy = fields.next()?.to_owned();
                    record.shapes.insert(policy, (fields.number()?, fields.number()?));
                }
                _ => return None,
            }
        }
        Some(record)
    }

    /// The record as text.
    pub(crate) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.about_bytes());
        // Writing to a string does not fail.
        let _ = writeln!(text, "{FORMAT}\nsettings\t{}\t{}", self.settings, self.until);
        let mut inputs: Vec<_> = self.inputs.iter().collect();
        inputs.sort_by_key(|(path, _)| *path);
        for (path, (stamp, digest)) in inputs {
            let _ = writeln!(text, "input\t{path}\t{}\t{}\t{digest}", stamp.bytes, stamp.modified);
        }
        for (policy, (source, shape)) in &self.shapes {
            let _ = writeln!(text, "shape\t{policy}\t{source}\t{shape}");
        }
        for ((policy, locale), job) in &self.jobs {
            let entry = job.entry.as_ref().map(|entry| (&entry.title, &entry.description));
            let entry = serde_json::to_string(&entry).unwrap_or_default();
            let found = serde_json::Value::from(job.found.as_str());
            let _ = writeln!(text, "job\t{policy}\t{locale}\t{}\t{entry}\t{found}", job.key);
            for output in &job.outputs {
                let OutputRecord { path, stamp: Stamp { bytes, modified }, digest, part } = output;
                let _ = writeln!(text, "output\t{path}\t{bytes}\t{modified}\t{digest}\t{part}");
            }
            for (key, gist) in &job.gists {
                let _ = writeln!(text, "gist\t{key}\t{gist}");
            }
        }
        text.push_str("end\n");
        text
    }

    /// How many bytes its text has, or somewhat more.
    fn about_bytes(&self) -> usize {
        const NUMBERS: usize = 90;
        let outputs: usize = self.outputs().map(|output| output.path.len() + NUMBERS).sum();
        let gists = self.jobs.values().flat_map(|job| &job.gists);
        let gists: usize = gists.map(|(_, gist)| gist.len() + NUMBERS).sum();
        let inputs: usize = self.inputs.keys().map(|path| path.len() + NUMBERS).sum();
        outputs + gists + inputs + (4 << 10)
    }
}

/// A job, with a line end before it.
fn read_job(text: &str) -> Option<((String, String), JobRecord<'_>)> {
    let mut lines = lines(text)?;
    let mut fields = lines.next()?;
    fields.next()?;
    let name = (fields.next()?.to_owned(), fields.next()?.to_owned());
    let key = fields.number()?;
    let entry: Option<(String, String)> = serde_json::from_str(fields.next()?).ok()?;
    let entry = entry.map(|(title, description)| Entry { title, description });
    let found: String = serde_json::from_str(fields.next()?).ok()?;
    let mut job = JobRecord { key, entry, found, ..JobRecord::default() };
    for mut fields in lines {
        match fields.next()? {
            "output" => {
                let path = fields.next()?.into();
                let (stamp, digest) = (fields.stamp()?, fields.number()?);
                // Records of older programs do not say; then it is made again.
                let part = fields.next().map_or(Some(0), number)?;
                job.outputs.push(OutputRecord { path, stamp, digest, part });
            }
            "gist" => job.gists.push((fields.number()?, fields.next()?.into())),
            _ => return None,
        }
    }
    Some((name, job))
}

/// The fields of the lines of a text that begins with a line end and has none after
/// the last line.
fn lines(text: &str) -> Option<impl Iterator<Item = Fields<'_>>> {
    let mut rest = Some(text.strip_prefix('\n')?);
    Some(std::iter::from_fn(move || {
        let (line, after) = cut(rest?, b'\n');
        rest = after;
        Some(Fields(Some(line)))
    }))
}

/// The fields of a line that were not read yet.
struct Fields<'t>(Option<&'t str>);

impl<'t> Fields<'t> {
    fn next(&mut self) -> Option<&'t str> {
        let (field, after) = cut(self.0?, b'\t');
        self.0 = after;
        Some(field)
    }

    fn number(&mut self) -> Option<u64> {
        self.next().and_then(number)
    }

    fn stamp(&mut self) -> Option<Stamp> {
        Some(Stamp { bytes: self.number()?, modified: self.number()? })
    }
}

/// What stands before a byte of ASCII and what stands behind it, if it is there.
fn cut(text: &str, at: u8) -> (&str, Option<&str>) {
    match memchr(at, text.as_bytes()) {
        Some(end) => (&text[..end], Some(&text[end + 1..])),
        None => (text, None),
    }
}

fn number(text: &str) -> Option<u64> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_older_program_wrote_is_known_to_be_ours() {
        let old = "ereje-record 1\nsettings\t1\njob\tx\tru\t8\tnull\t\"\"\n\
                   output\tsite/index.html\t3\t4\t9\nend\n";
        let record = Record::parse(old).expect("a record");
        assert!(record.paths().contains("site/index.html"));
        assert_eq!(record.outputs().next().map(|output| output.part), Some(0));
    }

    #[test]
    fn a_record_is_read_as_it_was_written_and_a_torn_one_not_at_all() {
        let stamp = Stamp { bytes: 3, modified: 4 };
        let mut record = Record { settings: 7, until: 6, ..Record::default() };
        record.inputs.insert("locales/ru/x.ftl".into(), (stamp, 5));
        record.shapes.insert("x".into(), (1, 2));
        let output = OutputRecord { path: "site/index.html".into(), stamp, digest: 9, part: 3 };
        let entry = Entry { title: "Т\t\"1\"\n".into(), description: String::new() };
        let found = "{\"rule\":\"x\"}\n".to_owned();
        let job = JobRecord {
            key: 8,
            entry: Some(entry),
            outputs: vec![output],
            found,
            gists: vec![(2, "{}".into())],
        };
        record.jobs.insert(("x".into(), "ru".into()), job.clone());
        let text = record.to_text();
        let read = Record::parse(&text).expect("a record");
        assert_eq!(read.jobs[&("x".into(), "ru".into())], job);
        assert!(read.paths().contains("site/index.html"));
        assert_eq!(read.to_text(), text);
        for cut in 0..text.len() {
            if text.is_char_boundary(cut) {
                assert!(Record::parse(&text[..cut]).is_none(), "{cut}");
            }
        }
    }
}
