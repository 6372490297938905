//! `bench history`: what a policy costs that was released often. A workspace
//! with many versions is set beside the same one with one version.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use ereje::fact::Date;

use super::chronicle::{Chronicle, POLICY};
use super::locales::LANGUAGES;
use super::measure::{self, Scratch, Taken, at_most, middle, ratio, remove};
use super::synthetic::Size;
use super::{bytes_below, files_below, line};

/// The day that pages are generated for: the newest version is announced, the
/// one before it is in force. 1 June 2026, in days since 1970.
const ON: i64 = 20_605;

/// The most bytes of the index that an app fetches for a product.
const INDEX: u64 = 20 << 10;

#[derive(clap::Args)]
pub(super) struct Options {
    /// Versions of the policy
    #[arg(long, default_value_t = 200)]
    versions: usize,
    /// Clauses of the policy
    #[arg(long, default_value_t = 40)]
    clauses: usize,
    /// Locales of the workspace
    #[arg(long, default_value_t = 30)]
    locales: usize,
    /// Words of a clause
    #[arg(long, default_value_t = 150)]
    words: usize,
    /// Runs of each measure; the middle one counts
    #[arg(long, default_value_t = 3)]
    runs: usize,
    /// Where the workspaces are written [default: the folder of temporary files]
    #[arg(long)]
    folder: Option<PathBuf>,
}

/// A workspace of which the newest version comes and goes.
struct Bench {
    root: PathBuf,
    /// The folders of versions.
    versions: PathBuf,
    /// Where the newest version is while it is not released.
    held: PathBuf,
    newest: String,
    runs: usize,
}

pub(super) fn history(options: &Options) -> io::Result<()> {
    let size = Size {
        locales: options.locales.clamp(2, LANGUAGES.len()),
        policies: 1,
        clauses: options.clauses.max(1),
        words: options.words.max(1),
    };
    let scratch = Scratch::new(&options.folder.clone().unwrap_or_else(std::env::temp_dir))?;
    let runs = options.runs.max(1);
    let few = Bench::new(scratch.0.join("one"), size, 1, runs)?;
    let many = Bench::new(scratch.0.join("many"), size, options.versions.max(1), runs)?;
    println!(
        "{} versions × {} clauses × {} locales: {} files, {} MB of versions; {} cores",
        options.versions.max(1),
        size.clauses,
        size.locales,
        files_below(&many.versions)?.len(),
        bytes_below(&many.versions)? / 1_000_000,
        std::thread::available_parallelism().map_or(1, usize::from)
    );
    let long = many.generate()?;
    // They take turns, so that they have the same minute and the same disk: a file
    // system passes over the places of files that were removed just before.
    let (mut cold, mut first, mut last) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..runs {
        remove(&few.root.join("dist"))?;
        cold.push(few.generate()?);
        first.push(few.with_one_more()?);
        last.push(many.with_one_more()?);
    }
    let (cold, first, last) = (middle(cold), middle(first), middle(last));
    line("generate, one version, cold", cold, "");
    line("generate, all versions, cold", long, &format!("{:.1} × one version", over(long, cold)));
    line("generate, a second version is new", first, &format!("{:.2} × cold", over(first, cold)));
    let times = over(last, cold);
    let note = format!(
        "{times:.2} × one version, cold {}; {:.2} × a second version",
        at_most(times, 2.0),
        over(last, first)
    );
    line("generate, after one new version", last, &note);
    println!("  {:<34} {:>8} MiB", "  peak memory", last.peak >> 10);
    many.release()?;
    many.generate()?;
    let unchanged = many.several(|| many.generate())?;
    line("generate, nothing changed", unchanged, "");
    many.read()?;
    many.sizes()
}

fn over(taken: Taken, to: Taken) -> f64 {
    ratio(taken.time, to.time)
}

impl Bench {
    /// Writes a workspace with so many versions, and holds one back.
    fn new(root: PathBuf, size: Size, versions: usize, runs: usize) -> io::Result<Bench> {
        super::synthetic::write(&root, size)?;
        let newest = Chronicle::read(&root, size, versions + 1)?.write(ON)?;
        let versions = root.join("policies").join(POLICY).join("versions");
        let bench = Bench { held: root.with_extension("held"), root, versions, newest, runs };
        bench.hold()?;
        Ok(bench)
    }

    fn several(&self, one: impl Fn() -> io::Result<Taken>) -> io::Result<Taken> {
        Ok(middle((0..self.runs).map(|_| one()).collect::<io::Result<_>>()?))
    }

    fn ereje(&self, command: &str, more: &[&str]) -> io::Result<Taken> {
        let mut ereje = Command::new(std::env::current_exe()?);
        measure::run(ereje.arg(command).args(more).arg("--workspace").arg(&self.root))
    }

    fn generate(&self) -> io::Result<Taken> {
        self.ereje("generate", &["--on", &Date::from_days_since_1970(ON).to_string()])
    }

    fn hold(&self) -> io::Result<()> {
        fs::rename(self.versions.join(&self.newest), &self.held)
    }

    fn release(&self) -> io::Result<()> {
        fs::rename(&self.held, self.versions.join(&self.newest))
    }

    /// What `generate` takes after a release.
    fn with_one_more(&self) -> io::Result<Taken> {
        self.generate()?;
        self.release()?;
        let taken = self.generate()?;
        self.hold()?;
        Ok(taken)
    }

    /// The commands that read versions, beside `sha256sum`.
    fn read(&self) -> io::Result<()> {
        let files = files_below(&self.versions)?;
        let (mut sums, mut verify) = (Vec::new(), Vec::new());
        for _ in 0..self.runs {
            sums.push(measure::run(Command::new("sha256sum").arg("--").args(&files))?);
            verify.push(self.ereje("verify", &[])?);
        }
        let (sums, verify) = (middle(sums), middle(verify));
        line("floor: sha256sum of all versions", sums, "");
        let times = over(verify, sums);
        line("verify", verify, &format!("{times:.2} × sha256sum {}", at_most(times, 1.5)));
        println!("  {:<34} {:>8} MiB", "  peak memory", verify.peak >> 10);
        let log = self.several(|| self.ereje("log", &[POLICY]))?;
        line("log", log, &format!("{:.2} × sha256sum", over(log, sums)));
        let status = self.several(|| self.ereje("status", &[]))?;
        line("status", status, &format!("{:.2} × sha256sum", over(status, sums)));
        Ok(())
    }

    /// What an app fetches.
    fn sizes(&self) -> io::Result<()> {
        let app = self.root.join("dist/app");
        // The schema of the file has the same name.
        // What an app fetches: the index, and the largest file of a language.
        let mut indexes: Vec<(u64, PathBuf)> = Vec::new();
        for path in files_below(&app)?.into_iter().filter(|path| path.ends_with("notices.json")) {
            if !path.ends_with("schema/notices.json") {
                indexes.push((fs::metadata(&path)?.len(), path));
            }
        }
        let (whole, mut parts): (Vec<_>, Vec<_>) =
            indexes.into_iter().partition(|(_, path)| path.ends_with("bench/notices.json"));
        parts.sort();
        for (_, path) in whole.iter().chain(parts.last()) {
            let bytes = fs::read(path)?;
            let told = match compressed(&bytes) {
                Ok(size) => format!("{size} bytes with gzip"),
                Err(_) => "SKIPPED gzip: it is not installed".to_owned(),
            };
            let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            let met = if length <= INDEX { "met" } else { "NOT met" };
            let name = path.strip_prefix(&app).unwrap_or(path).display();
            println!("  {name}: {length} bytes (goal ≤ {INDEX}: {met}), {told}");
        }
        Ok(())
    }
}

/// How many bytes gzip makes of some.
fn compressed(bytes: &[u8]) -> io::Result<usize> {
    let mut gzip = Command::new("gzip");
    let mut child =
        gzip.arg("-9").arg("-c").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let input = child.stdin.take();
    let bytes = bytes.to_vec();
    // A thread of its own: a full pipe would stop both.
    let writer =
        std::thread::spawn(move || input.map_or(Ok(()), |mut input| input.write_all(&bytes)));
    let told = child.wait_with_output()?;
    writer.join().unwrap_or(Ok(()))?;
    Ok(told.stdout.len())
}
