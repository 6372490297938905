//! Records of translations, and what makes them old.

use super::{Ran, Sandbox};

/// A workspace whose record is up to date.
pub(crate) fn recorded() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.generate();
    sandbox
}

pub(crate) fn change_source(sandbox: &Sandbox) {
    sandbox.edit(
        "locales/en/privacy.ftl",
        "Why { -app } does it.",
        "Why and when { -app } does it.",
    );
}

pub(crate) fn change_translation(sandbox: &Sandbox) {
    sandbox.edit("locales/ru/privacy.ftl", "Зачем { -app }", "Зачем и когда { -app }");
}

pub(crate) fn status(sandbox: &Sandbox) -> String {
    let ran = sandbox.run(&["status"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    ran.stdout
}

pub(crate) fn ok(ran: Ran) -> String {
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    ran.stdout
}
