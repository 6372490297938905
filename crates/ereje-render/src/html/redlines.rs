//! Redlines: one of their two texts alone, and both for a page that is sent around.

use ereje::markup::{Event, Markup, Tag};

use super::{Setting, write_events};

/// The text of a redline as HTML without what `hidden` marks: the old text or
/// the new one, each with its own marks.
pub(crate) fn write_without(out: &mut String, markup: &Markup, hidden: Tag, setting: Setting<'_>) {
    write_events(out, markup, without(markup, hidden).into_iter(), setting);
}

fn without(markup: &Markup, hidden: Tag) -> Vec<Event<'_>> {
    let mut depth = 0;
    let mut kept: Vec<Event<'_>> = Vec::new();
    // Whether something is hidden in the row and in the table.
    let (mut in_row, mut in_table) = (false, false);
    for event in markup.events() {
        match event {
            Event::Open(tag) if tag == hidden => depth += 1,
            Event::Close(tag) if tag == hidden => depth -= 1,
            // Around what is hidden, nothing stays: an item that is all new is
            // no empty item of the old list, nor a row one of the old table.
            Event::Close(tag) if tag != Tag::Cell && kept.last() == Some(&Event::Open(tag)) => {
                kept.pop();
            }
            Event::Close(tag @ (Tag::Row | Tag::Table(_))) => {
                let hides = if tag == Tag::Row { in_row } else { in_table };
                match empty(&kept, tag).filter(|_| hides) {
                    Some(start) => kept.truncate(start),
                    None => kept.push(event),
                }
            }
            event
                if depth == 0 || !matches!(event, Event::Text(_) | Event::Break | Event::Rule) =>
            {
                match event {
                    Event::Open(Tag::Row) => in_row = false,
                    Event::Open(Tag::Table(_)) => in_table = false,
                    _ => {}
                }
                kept.push(event);
            }
            _ => (in_row, in_table) = (true, true),
        }
    }
    kept
}

/// Where a row or a table begins that has nothing in its cells.
fn empty(kept: &[Event<'_>], whole: Tag) -> Option<usize> {
    let is_frame = |event: &Event<'_>| {
        matches!(event, Event::Open(tag) | Event::Close(tag)
            if matches!(tag, Tag::HeadRow | Tag::Row | Tag::Cell))
    };
    let words = kept.iter().rposition(|event| !is_frame(event));
    match whole {
        Tag::Row => {
            let row = kept.iter().rposition(|event| *event == Event::Open(Tag::Row))?;
            (words.is_none_or(|at| at < row)).then_some(row)
        }
        _ => words.filter(|at| kept[*at] == Event::Open(whole)),
    }
}

/// The text of a redline as HTML for a page that is sent around: links within the
/// policy's own page, or to pages beside it, would lead nowhere there. Where one was
/// inserted or deleted, its target is told in words.
pub(crate) fn write_portable(out: &mut String, markup: &Markup, headed: &str) {
    let leads = |link: usize| {
        let target = markup.link(link);
        ["https://", "http://", "mailto:", "tel:"].iter().any(|sign| target.starts_with(sign))
    };
    let mut depth = 0;
    let mut kept: Vec<Event<'_>> = Vec::new();
    for event in markup.events() {
        match event {
            Event::Open(Tag::Inserted | Tag::Deleted) => depth += 1,
            Event::Close(Tag::Inserted | Tag::Deleted) => depth -= 1,
            Event::Open(Tag::Link(link)) if !leads(link) => continue,
            Event::Close(Tag::Link(link)) if !leads(link) => {
                if depth > 0 {
                    kept.extend([" (", markup.link(link), ")"].map(Event::Text));
                }
                continue;
            }
            _ => {}
        }
        kept.push(event);
    }
    let setting = Setting { headed: Some(headed), ..Setting::default() };
    write_events(out, markup, kept.into_iter(), setting);
}

#[cfg(test)]
mod tests {
    use ereje::markup::MarkupBuilder;

    use super::*;

    /// A redline of a table: a row of one cell for each of these.
    fn side(rows: &[(Option<Tag>, &str)], hidden: Tag) -> String {
        let mut builder = MarkupBuilder::default();
        let table = builder.table(&[]);
        builder.open(table);
        for (at, (mark, text)) in rows.iter().enumerate() {
            let row = if at == 0 { Tag::HeadRow } else { Tag::Row };
            let tags = [Some(row), Some(Tag::Cell), *mark];
            tags.iter().flatten().for_each(|tag| builder.open(*tag));
            builder.text(text);
            tags.iter().rev().flatten().for_each(|tag| builder.close(*tag));
        }
        builder.close(table);
        let mut out = String::new();
        write_without(&mut out, &builder.finish(), hidden, Setting::default());
        out.replace("<div class=\"table\" tabindex=\"0\" role=\"group\">", "")
            .replace(" scope=\"col\"", "")
    }

    #[test]
    fn a_side_has_no_rows_that_it_had_not() {
        let ins = Some(Tag::Inserted);
        assert_eq!(side(&[(ins, "a"), (ins, "b")], Tag::Inserted), "");
        assert_eq!(
            side(&[(None, "a"), (ins, "b"), (None, "c")], Tag::Inserted),
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table></div>"
        );
        // What was empty before stays.
        assert_eq!(
            side(&[(ins, "a"), (None, "")], Tag::Deleted),
            "<table><thead><tr><th><ins>a</ins></th></tr></thead><tbody><tr><td></td></tr></tbody></table></div>"
        );
    }
}
