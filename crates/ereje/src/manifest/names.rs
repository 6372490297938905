//! What can be a name: of a message, of a policy, of a part of a path.

/// Whether `name` can be a message or variable in Fluent.
#[must_use]
pub fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Whether `name` is one name of a path: no separator, not hidden, not `..`.
#[must_use]
pub fn is_segment(name: &str) -> bool {
    !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name.len() <= 200
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
}

/// Whether a policy can be called so: it is a folder, and the name of a file beside
/// those that all policies of a language share.
#[must_use]
pub fn is_policy_name(name: &str) -> bool {
    is_segment(name) && !["terms", "notice"].contains(&name)
}

/// Whether `path` stays below the folder it is put in, on every system.
#[must_use]
pub fn is_safe_path(path: &str) -> bool {
    path.split('/').all(is_segment)
}
