//! JSON Schemas (2020-12) of the files for apps, as apps get them. They are made
//! from the types that write or read those files; tests see to it that they are.

use crate::Output;

const SCHEMAS: [(&str, &str); 4] = [
    ("notices.json", include_str!("../../../schemas/notices.json")),
    ("notice.json", include_str!("../../../schemas/notice.json")),
    ("history.json", include_str!("../../../schemas/history.json")),
    // What apps store themselves; `verify --receipt` reads it.
    ("receipt.json", include_str!("../../../schemas/receipt.json")),
];

/// The schemas as files below the folder for apps.
pub(crate) fn files(folder: &str) -> impl Iterator<Item = Output> {
    SCHEMAS.into_iter().map(move |(name, text)| Output {
        path: format!("{folder}/schema/{name}"),
        bytes: text.as_bytes().to_vec(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::disallowed_methods, reason = "the schemas are files of the repository")]

    use super::*;
    use crate::history::HistoryFile;
    use crate::notices::format::{NoticeFile, NoticesFile};
    use crate::report::ReportFile;

    /// What owners and counsel read, and no app.
    const FOR_OWNERS: (&str, &str) =
        ("history-report.json", include_str!("../../../schemas/history-report.json"));

    /// To write them anew: `EREJE_UPDATE=1 cargo test -p ereje-render schemas`.
    #[test]
    fn schemas_are_those_of_the_types() {
        let made = [
            ("notices.json", schemars::schema_for!(NoticesFile)),
            ("notice.json", schemars::schema_for!(NoticeFile)),
            ("history.json", schemars::schema_for!(HistoryFile)),
        ];
        let report = (FOR_OWNERS.0, schemars::schema_for!(ReportFile));
        let made = made.into_iter().zip(SCHEMAS).chain([(report, FOR_OWNERS)]);
        for ((name, schema), (shipped_name, shipped)) in made {
            assert_eq!(name, shipped_name);
            let text = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
            if std::env::var_os("EREJE_UPDATE").is_some() {
                let path = format!("{}/../../schemas/{name}", env!("CARGO_MANIFEST_DIR"));
                std::fs::write(path, text).expect("written");
            } else {
                assert_eq!(shipped, text, "schemas/{name} is not that of the types");
            }
        }
    }
}
