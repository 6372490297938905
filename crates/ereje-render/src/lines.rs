//! Writing text in blocks: paragraphs apart by an empty line, items behind
//! their marker, quotations behind their sign, nested as deep as they are.

/// A text that grows block by block.
#[derive(Default)]
pub(crate) struct Lines {
    out: String,
    containers: Vec<Container>,
    gap: Gap,
    in_block: bool,
}

struct Container {
    first: Option<String>,
    rest: String,
}

/// What stands between the last block and the next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Gap {
    #[default]
    None,
    Line,
    Empty,
}

impl Lines {
    /// A text that will have about so many bytes.
    pub(crate) fn with_capacity(bytes: usize) -> Lines {
        Lines { out: String::with_capacity(bytes), ..Lines::default() }
    }

    /// Begins a block, unless one is begun.
    pub(crate) fn begin(&mut self) {
        if self.in_block {
            return;
        }
        self.in_block = true;
        if !self.out.is_empty() && self.gap != Gap::None {
            self.out.push('\n');
            if self.gap == Gap::Empty {
                let started = self.containers.iter().take_while(|c| c.first.is_none());
                let prefix: String = started.map(|c| c.rest.as_str()).collect();
                self.out.push_str(prefix.trim_end());
                self.out.push('\n');
            }
        }
        self.gap = Gap::None;
        self.prefix();
    }

    fn prefix(&mut self) {
        for container in &mut self.containers {
            match container.first.take() {
                Some(first) => self.out.push_str(&first),
                None => self.out.push_str(&container.rest),
            }
        }
    }

    /// The text so far, to add words of the block to.
    pub(crate) fn words(&mut self) -> &mut String {
        self.begin();
        &mut self.out
    }

    /// Goes on with the block on a new line.
    pub(crate) fn line(&mut self) {
        self.begin();
        self.out.push('\n');
        self.prefix();
    }

    /// Ends the block, if one is begun; an empty line follows.
    pub(crate) fn end(&mut self) {
        if self.in_block {
            self.in_block = false;
            self.gap = Gap::Empty;
        }
    }

    /// Ends the block; what follows stands on the next line.
    pub(crate) fn end_tight(&mut self) {
        self.end();
        self.tighten();
    }

    /// What follows stands on the next line, not after an empty one.
    pub(crate) fn tighten(&mut self) {
        if self.gap == Gap::Empty {
            self.gap = Gap::Line;
        }
    }

    /// What follows stands after an empty line.
    pub(crate) fn apart(&mut self) {
        if self.gap == Gap::Line {
            self.gap = Gap::Empty;
        }
    }

    /// Whether the next word is the first of its line.
    pub(crate) fn starts_line(&self) -> bool {
        !self.in_block
    }

    /// Adds a line to the block that just ended.
    pub(crate) fn attach(&mut self, line: &str) {
        self.end();
        self.out.push('\n');
        for container in &self.containers {
            self.out.push_str(&container.rest);
        }
        self.out.push_str(line);
        self.gap = Gap::Empty;
    }

    /// What follows stands behind `first`, and on further lines behind `rest`. Words that
    /// are there already are another block.
    pub(crate) fn enter(&mut self, first: impl Into<String>, rest: impl Into<String>) {
        self.end();
        self.containers.push(Container { first: Some(first.into()), rest: rest.into() });
    }

    /// Leaves what was entered last.
    pub(crate) fn leave(&mut self) {
        // A marker stands even where nothing stands behind it.
        if self.containers.last().is_some_and(|container| container.first.is_some()) {
            self.begin();
        }
        self.end();
        self.containers.pop();
    }

    /// The text, with a final line end.
    pub(crate) fn finish(mut self) -> String {
        self.end();
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }
}
