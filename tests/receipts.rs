//! Receipts: what an app stored of an acknowledgement, and what it proves.
