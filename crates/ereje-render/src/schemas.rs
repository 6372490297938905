//! JSON Schemas (2020-12) of the files for apps, as apps get them. They are made
//! from the types that write or read those files; tests see to it that they are.

use crate::Output;

const SCHEMAS: [(&str, &str); 6] = [
    ("index.json", include_str!("../../../schemas/app/index.json")),
    ("policy.json", include_str!("../../../schemas/app/policy.json")),
    ("notices.json", include_str!("../../../schemas/app/notices.json")),
    ("notice.json", include_str!("../../../schemas/app/notice.json")),
    ("history.json", include_str!("../../../schemas/app/history.json")),
    // What apps store themselves; `verify --receipt` reads it.
    ("receipt.json", include_str!("../../../schemas/app/receipt.json")),
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

    use schemars::generate::SchemaSettings;
    use schemars::{JsonSchema, Schema};

    use super::*;
    use crate::history::HistoryFile;
    use crate::json::{IndexFile, WholePolicyFile};
    use crate::notices::format::{NoticeFile, NoticesFile};
    use crate::report::ReportFile;

    /// What owners and counsel read, and no app.
    const FOR_OWNERS: &str = include_str!("../../../schemas/history-report.json");

    /// What is written: a field that may be left out is not asked for.
    fn schema_of<T: JsonSchema>() -> Schema {
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
    }

    /// To write them anew: `EREJE_UPDATE=1 cargo test -p ereje-render schemas`.
    #[test]
    fn schemas_are_those_of_the_types() {
        let made = [
            schema_of::<IndexFile<'_>>(),
            schema_of::<WholePolicyFile<'_>>(),
            schema_of::<NoticesFile>(),
            schema_of::<NoticeFile>(),
            schema_of::<HistoryFile<'_>>(),
        ];
        let shipped = SCHEMAS.map(|(name, text)| (format!("app/{name}"), text));
        let report = ("history-report.json".to_owned(), FOR_OWNERS);
        let all = shipped.into_iter().zip(made).chain([(report, schema_of::<ReportFile>())]);
        for ((name, shipped), schema) in all {
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
