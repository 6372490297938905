//! # `too-many-forms`
//!
//! A text with more forms than are compared: choices multiply, and six of two
//! variants each make 64. In the forms beyond, no rule has looked whether both
//! languages say the same. Few readers could keep so many apart either, and each
//! language has to write them all.
//!
//! ```ftl fails de
//! # messages of a program
//! intro =
//!     { $a ->
//!         [0] a
//!         [1] b
//!         [2] c
//!         [3] d
//!         [4] e
//!         [5] f
//!         [6] g
//!         [7] h
//!        *[other] i
//!     }
//!     { $b ->
//!         [0] a
//!         [1] b
//!         [2] c
//!         [3] d
//!         [4] e
//!         [5] f
//!         [6] g
//!         [7] h
//!        *[other] i
//!     }
//! # source.ftl
//! intro =
//!     { $a ->
//!         [0] a
//!        *[other] b
//!     }
//!     { $b ->
//!         [0] a
//!        *[other] b
//!     }
//! ```
//!
//! ```ftl passes de
//! # messages of a program
//! intro =
//!     { $a ->
//!         [0] a
//!         [1] b
//!        *[other] c
//!     }
//!     { $a ->
//!         [0] a
//!         [1] b
//!        *[other] c
//!     }
//! # source.ftl
//! intro =
//!     { $a ->
//!         [0] a
//!        *[other] b
//!     }
//!     { $a ->
//!         [0] a
//!        *[other] b
//!     }
//! ```

use ereje::catalog::MOST_BRANCHES;
use ereje::diagnostic::Level;

use super::{Check, Rule};
use crate::{Comparison, Report};

pub(super) const RULE: Rule = Rule::new("too-many-forms", Level::Warning, Check::Texts(check));

fn check(texts: &Comparison<'_>, report: &mut Report<'_>) {
    let whose = match (texts.own.is_complete, texts.source.is_complete) {
        (true, true) => return,
        (false, _) => "this text",
        (true, false) => "its source",
    };
    let message =
        format!("{whose} has more than {MOST_BRANCHES} forms, and the rest was not compared");
    report.at_texts(texts, ("", ""), message, "make a message of each choice, or of each form");
}
