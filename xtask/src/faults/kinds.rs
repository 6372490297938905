//! Which mistakes are made, and when one counts: only where it is one that a
//! reader could find, in a text that was right before.

/// A mistake that people make in a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// A variable that the source states as well, outside of any choice, and that
    /// the text states once.
    DroppedVariable,
    /// The same inside a form for a few, many or any number, where no word can say
    /// it.
    DroppedInForm,
    /// Any variable, written wrong.
    MisspeltVariable,
    /// Two variables with nothing but signs between them, one of which divides what
    /// it stands between, the same as in the source: `{ $from } → { $to }`.
    SwappedInFrame,
    /// Two variables among words. Languages order words as they will, so this can
    /// be told of few.
    SwappedInWords,
    /// A figure that the source has as well: part of a date or a time.
    ChangedDate,
    /// Such a figure next to a currency.
    ChangedAmount,
    /// Such a figure before a unit of time.
    ChangedDuration,
    /// Any other such figure.
    ChangedNumber,
    /// A “not” that the source says as well.
    DroppedNegation,
    /// A sign of a link in Markdown.
    BrokenLink,
    /// The end of an element, as `</a>`, where the source has as many.
    BrokenTag,
    /// Both ends of a link, as `<a>` and `</a>`.
    LostLink,
    /// A letter too much in an address that the source has as well.
    ChangedAddress,
    /// An item of a list that has as many items as in the source.
    DroppedItem,
    /// A form for a number that the language has, where another one says other
    /// words, and where its nouns change after a number.
    DroppedForm,
    StarAtLineStart,
    BracketAtLineStart,
    LostIndentation,
    /// The words of the source, where they are not those of the translation.
    PastedSource,
    /// The file of another language that has other words.
    SwappedFiles,
    /// A Latin letter in a Cyrillic word.
    LookAlike,
    LeftNote,
    /// A word more in the source since, in a policy whose translations are recorded.
    StaleText,
}

/// All of them, with their names.
pub(super) const FAULTS: [(Fault, &str); 24] = [
    (Fault::DroppedVariable, "a variable dropped"),
    (Fault::DroppedInForm, "a variable dropped in a form"),
    (Fault::MisspeltVariable, "a variable misspelt"),
    (Fault::SwappedInFrame, "two variables swapped, framed"),
    (Fault::SwappedInWords, "two variables swapped, words"),
    (Fault::ChangedDate, "a digit changed in a date"),
    (Fault::ChangedAmount, "a digit changed in an amount"),
    (Fault::ChangedDuration, "a digit changed in a duration"),
    (Fault::ChangedNumber, "a digit changed in a number"),
    (Fault::DroppedNegation, "a “not” dropped"),
    (Fault::BrokenLink, "a link broken"),
    (Fault::BrokenTag, "a tag broken"),
    (Fault::LostLink, "a linked tag lost"),
    (Fault::ChangedAddress, "an address changed"),
    (Fault::DroppedItem, "a list item dropped"),
    (Fault::DroppedForm, "a plural form dropped"),
    (Fault::StarAtLineStart, "a line begins with *"),
    (Fault::BracketAtLineStart, "a line begins with ["),
    (Fault::LostIndentation, "an indentation lost"),
    (Fault::PastedSource, "the source pasted"),
    (Fault::SwappedFiles, "two files swapped"),
    (Fault::LookAlike, "a look-alike letter"),
    (Fault::LeftNote, "a note left"),
    (Fault::StaleText, "the source has gone on"),
];
