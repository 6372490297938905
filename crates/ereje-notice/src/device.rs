//! What an app stores on the device.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::read::{Notice, serial, text, texts};

/// What is stored on the device, of all policies of a product.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Device {
    /// The serial of the newest index that was seen.
    pub serial: u64,
    /// What the reader knows, by policy.
    pub policies: BTreeMap<String, Known>,
}

/// The text of a policy that the reader has acknowledged, or began with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Known {
    /// The version.
    pub version: String,
    /// What is the same as long as the text means the same.
    pub ack_key: String,
    /// The digest of what each clause means, by id.
    pub clauses: BTreeMap<String, String>,
}

impl Device {
    /// Reads what was stored; what can not be read is as if it were not there.
    #[must_use]
    pub fn read(stored: &Value) -> Device {
        let policies = stored.get("policies").and_then(Value::as_object);
        let known = policies.into_iter().flatten().filter_map(|(policy, entry)| {
            let known = Known {
                version: text(entry.get("version")).unwrap_or_default().to_owned(),
                ack_key: text(entry.get("ack-key"))?.to_owned(),
                clauses: texts(entry.get("clauses")?.as_object()?),
            };
            Some((policy.clone(), known))
        });
        Device {
            serial: stored.get("serial").and_then(serial).unwrap_or_default(),
            policies: known.collect(),
        }
    }
}

impl Known {
    pub(crate) fn of(notice: &Notice<'_>) -> Known {
        Known {
            version: notice.version.to_owned(),
            ack_key: notice.ack_key.to_owned(),
            clauses: notice.clauses.clone(),
        }
    }
}
