//! The record of what was written, and from what: enough to tell, from file
//! sizes and times alone, that nothing needs to be done.
//!
//! It is a text of lines, each a kind and fields apart by tabs. It is read at
//! every start, so it is made to be read fast; texts are in JSON notation.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

use ereje_render::Entry;
use rustc_hash::FxHashSet;

use crate::inputs::Stamp;

/// First line; another one is another format, and then nothing is known.
const FORMAT: &str = "ereje-record 1";

/// What the last run wrote.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    /// What decides about everything: the program itself and its options.
    pub(crate) settings: u64,
    /// When a version takes effect that had not yet, in nanoseconds since 1970.
    pub(crate) until: u64,
    /// Input files as they were read: stamp and digest.
    pub(crate) inputs: HashMap<String, (Stamp, u64)>,
    /// By policy, the digest of its source text and the shape of that.
    pub(crate) shapes: BTreeMap<String, (u64, u64)>,
    /// By policy and locale; the index pages are under two empty names.
    pub(crate) jobs: BTreeMap<(String, String), JobRecord>,
}

/// What one job wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct JobRecord {
    /// Digest of everything that decides about the outputs.
    pub(crate) key: u64,
    /// What the indexes say of it.
    pub(crate) entry: Option<Entry>,
    /// Its files.
    pub(crate) outputs: Vec<OutputRecord>,
    /// What was told about it besides errors, to be told again.
    pub(crate) found: String,
    /// What it found out about versions, each with a digest of what decided about
    /// it.
    pub(crate) gists: Vec<(u64, String)>,
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OutputRecord {
    /// Relative to the output folder.
    pub(crate) path: String,
    pub(crate) stamp: Stamp,
    /// Of its bytes; 0 if it is not known.
    pub(crate) digest: u64,
    /// Of what decided about it alone, where that is known; else 0.
    pub(crate) part: u64,
}

impl OutputRecord {
    /// A file that an interrupted run may have written.
    pub(crate) fn of_unknown_content(path: &str) -> OutputRecord {
        OutputRecord { path: path.to_owned(), stamp: Stamp::default(), digest: 0, part: 0 }
    }
}

impl Record {
    /// The paths of all files that it names.
    pub(crate) fn paths(&self) -> FxHashSet<&str> {
        self.outputs().map(|output| output.path.as_str()).collect()
    }

    /// All files that it names.
    pub(crate) fn outputs(&self) -> impl Iterator<Item = &OutputRecord> {
        self.jobs.values().flat_map(|job| &job.outputs)
    }

    /// Reads a record; `None` if it is of another format or not whole.
    pub(crate) fn parse(text: &str) -> Option<Record> {
        let mut lines = text.lines();
        if lines.next() != Some(FORMAT) || !text.ends_with("\nend\n") {
            return None;
        }
        let mut record = Record::default();
        let mut job: Option<(String, String)> = None;
        for line in lines {
            let mut fields = line.split('\t');
            let kind = fields.next()?;
            let mut text = || fields.next();
            match kind {
                "settings" => {
                    record.settings = text()?.parse().ok()?;
                    // Records of older programs do not say; then nothing is sure.
                    record.until = text().and_then(|until| until.parse().ok()).unwrap_or(0);
                }
                "input" => {
                    let path = text()?.to_owned();
                    let stamp =
                        Stamp { bytes: text()?.parse().ok()?, modified: text()?.parse().ok()? };
                    record.inputs.insert(path, (stamp, text()?.parse().ok()?));
                }
                "shape" => {
                    let policy = text()?.to_owned();
                    record.shapes.insert(policy, (text()?.parse().ok()?, text()?.parse().ok()?));
                }
                "job" => {
                    let name = (text()?.to_owned(), text()?.to_owned());
                    let key = text()?.parse().ok()?;
                    let entry: Option<(String, String)> = serde_json::from_str(text()?).ok()?;
                    let entry = entry.map(|(title, description)| Entry { title, description });
                    let found: String = serde_json::from_str(text()?).ok()?;
                    let made = JobRecord { key, entry, found, ..JobRecord::default() };
                    record.jobs.insert(name.clone(), made);
                    job = Some(name);
                }
                "output" => {
                    let path = text()?.to_owned();
                    let stamp =
                        Stamp { bytes: text()?.parse().ok()?, modified: text()?.parse().ok()? };
                    let digest = text()?.parse().ok()?;
                    // Records of older programs do not say; then it is made again.
                    let part = text().map_or(Some(0), |part| part.parse().ok())?;
                    let outputs = &mut record.jobs.get_mut(job.as_ref()?)?.outputs;
                    outputs.push(OutputRecord { path, stamp, digest, part });
                }
                "gist" => {
                    let gist = (text()?.parse().ok()?, text()?.to_owned());
                    record.jobs.get_mut(job.as_ref()?)?.gists.push(gist);
                }
                "end" => return Some(record),
                _ => return None,
            }
        }
        None
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
