//! Whether `serial` of the notices of a product falls, since a policy is gone from it: apps
//! that have read the higher one would take the file for an old copy.

use std::collections::BTreeSet;
use std::path::Path;

use ereje::diagnostic::Diagnostic;
use ereje::workspace::WORKSPACE_FILE;
use serde_json::Value;

use crate::plan::Plan;
use crate::store::OutputRecord;

/// What tells of each product whose `serial` falls by this run.
pub(super) fn tell(plan: &Plan, out: &Path, obsolete: &[OutputRecord<'_>]) -> Vec<Diagnostic> {
    let Some(folder) = &plan.workspace.outputs.json else { return Vec::new() };
    let of_product = |path: &str| -> Option<(String, String)> {
        let path = path.strip_prefix(folder.as_str())?.strip_prefix('/')?;
        let mut parts = path.split('/');
        let (product, notices, policy) = (parts.next()?, parts.next()?, parts.next()?);
        (notices == "notices").then(|| (product.to_owned(), policy.to_owned()))
    };
    let removed: BTreeSet<(String, String)> =
        obsolete.iter().filter_map(|output| of_product(&output.path)).collect();
    // Of a policy that is there still, that a version is gone is told by itself.
    let is_there = |(product, policy): &(String, String)| {
        plan.manifests.iter().any(|one| one.id == *policy && one.product == *product)
    };
    let products: BTreeSet<String> =
        removed.into_iter().filter(|one| !is_there(one)).map(|(product, _)| product).collect();
    let mut told: Vec<Diagnostic> =
        products.iter().filter_map(|product| fall(product, folder, plan, out)).collect();
    plan.judge.apply(&mut told);
    told
}

fn fall(product: &str, folder: &str, plan: &Plan, out: &Path) -> Option<Diagnostic> {
    let of_product = plan.manifests.iter().filter(|one| one.product == product);
    let released: usize = of_product
        .filter_map(|one| plan.history(&one.id))
        .map(|history| history.releases().len())
        .sum();
    if released == 0 {
        // There is no such file any more.
        return None;
    }
    let path = format!("{folder}/{product}/notices.json");
    let before: Value = serde_json::from_slice(&std::fs::read(out.join(&path)).ok()?).ok()?;
    let before = before["serial"].as_u64()?;
    let former = plan.workspace.former_versions.get(product).copied().unwrap_or(0);
    let now = u64::from(former) + u64::try_from(released).unwrap_or(u64::MAX);
    let lost = before.checked_sub(now).filter(|lost| *lost > 0)?;
    let message = format!(
        "`serial` of {path} falls from {before} to {now}, as a policy is gone from `{product}`: apps \
         that have read the higher one show no notice until it is reached again"
    );
    let hint = format!(
        "put `{product} = {}` into `[former-versions]` of {WORKSPACE_FILE} before you publish",
        u64::from(former) + lost
    );
    Some(Diagnostic::warning("falling-serial", WORKSPACE_FILE, message).hint(hint))
}
