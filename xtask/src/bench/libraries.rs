//! What the libraries alone take for the pages of a workspace: each text read, parsed
//! and resolved by Fluent and rendered from Markdown, once, and as many bytes written to
//! as many files as `generate` writes. Nothing is checked, dated or compared, and no
//! template is filled.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_syntax::ast::{self, Entry};
use rayon::prelude::*;

use super::files_below;
use super::measure::Taken;

/// Makes the pages of the workspace `input` as large as those in `like`, in `out`.
pub(super) fn alone(input: &Path, like: &Path, out: &Path) -> io::Result<Taken> {
    let texts: Vec<PathBuf> = files_below(&input.join("locales"))?
        .into_iter()
        .filter(|path| path.file_stem().is_some_and(|name| name.to_string_lossy().starts_with('p')))
        .filter(|path| path.extension().is_some_and(|end| end == "ftl"))
        .collect();
    let sizes = files_below(like)?.into_iter().map(|path| Ok(fs::metadata(path)?.len()));
    let mut sizes = sizes.collect::<io::Result<Vec<u64>>>()?;
    // Neighbours are pages of one kind; each text gets some of every size.
    sizes.sort_unstable();
    let of_each = |nth: usize| sizes.iter().copied().skip(nth).step_by(texts.len().max(1));
    fs::create_dir_all(out)?;
    let start = Instant::now();
    texts.par_iter().enumerate().try_for_each(|(nth, path)| {
        let page = rendered(fs::read_to_string(path)?, &path.with_file_name("terms.ftl"))?;
        let folder = out.join(nth.to_string());
        fs::create_dir(&folder)?;
        of_each(nth).enumerate().try_for_each(|(file, size)| {
            let mut file = fs::File::create(folder.join(file.to_string()))?;
            written(&mut file, page.as_bytes(), size)
        })
    })?;
    Ok(Taken { time: start.elapsed(), peak: 0 })
}

/// All messages of a text, as HTML.
fn rendered(text: String, terms: &Path) -> io::Result<String> {
    let parsed = |text| FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
    let (resource, terms) = (parsed(text), parsed(fs::read_to_string(terms)?));
    let mut bundle = FluentBundle::default();
    // What it refuses there is no message for, and `generate` would have told it.
    let _ = bundle.add_resource(&terms);
    let _ = bundle.add_resource(&resource);
    let _ = bundle.add_function("DATETIME", |_, _| FluentValue::from("2026-01-15"));
    let _ = bundle
        .add_function("NUMBER", |values, _| values.first().cloned().unwrap_or(FluentValue::None));
    let mut values = FluentArgs::new();
    values.set("mail", "help@example.com");
    values.set("keep", 30);
    values.set("published", "2026-01-15");
    let mut html = String::with_capacity(resource.source().len() * 2);
    for entry in resource.entries() {
        if let Entry::Message(ast::Message { value: Some(pattern), .. }) = entry {
            let text = bundle.format_pattern(pattern, Some(&values), &mut Vec::new());
            pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&text));
        }
    }
    Ok(html)
}

/// So many bytes of a page, from its start again where it ends.
fn written(file: &mut fs::File, page: &[u8], mut size: u64) -> io::Result<()> {
    while size > 0 && !page.is_empty() {
        let length = page.len().min(usize::try_from(size).unwrap_or(usize::MAX));
        file.write_all(&page[..length])?;
        size -= length as u64;
    }
    Ok(())
}
