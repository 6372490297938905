//! Whether a receipt holds: whether what it says of a version is what was
//! released.

use std::collections::BTreeMap;

use ereje::change::Action;
use ereje::diagnostic::{Diagnostic, it_has};
use ereje::locale::Locale;
use ereje::version::{History, Release, Standing};

use super::receipt::{Done, Receipt, Record};
use crate::clock;

/// The rule that a receipt keeps which holds.
const MISMATCH: &str = "receipt-mismatch";

/// The versions of the policies that receipts may be of; nothing where they are
/// not as they were released.
pub(super) type Histories = BTreeMap<String, Option<History>>;

impl Done {
    /// The most that a notice may have asked for, if this was the answer.
    fn answers(self) -> Action {
        match self {
            Done::Informed => Action::Inform,
            Done::Acknowledged => Action::Acknowledge,
            // Who was asked has answered, whatever the answer.
            Done::Consented | Done::Declined => Action::Consent,
        }
    }

    /// In words, before the version.
    fn words(self) -> &'static str {
        match self {
            Done::Informed => "was informed of",
            Done::Acknowledged => "acknowledged",
            Done::Consented => "consented to",
            Done::Declined => "declined",
        }
    }
}

/// Says of a receipt what it proves.
///
/// # Errors
/// Why it proves nothing.
pub(super) fn judge(record: &Record<'_>, histories: &Histories) -> Result<String, Diagnostic> {
    let receipt = record.read()?;
    let Receipt { policy, version, locale, time, .. } = &receipt;
    let wrong = |field: &str, message: &str| record.of_field(MISMATCH, field, message);
    let Some(history) = histories.get(policy) else {
        let known: Vec<String> = histories.keys().map(|known| format!("`{known}`")).collect();
        let message = format!("this is a receipt of another policy, `{policy}`");
        return Err(wrong("policy", &message).hint(format!("looked for: {}", known.join(", "))));
    };
    let Some(history) = history else {
        let message = format!("nothing can be proved by versions of `{policy}` that were changed");
        let hint = "mend what is told of them first";
        return Err(wrong("policy", &message).hint(hint).of_policy(policy));
    };
    let Some(release) = history.get(version) else {
        let message = format!("`{policy}` has no version `{version}`");
        let releases = history.releases().iter();
        let names: Vec<&str> = releases.map(|one| one.version.version.as_str()).collect();
        let hint = match names.last() {
            None => "no version of it was released".to_owned(),
            Some(_) => it_has(names),
        };
        return Err(wrong("version", &message).hint(hint).of_policy(policy));
    };
    let Some(tag) = release.texts.keys().find(|known| known.tag() == locale) else {
        let message = format!("version {version} of `{policy}` was not released in `{locale}`");
        let there = it_has(release.version.locales.iter().map(Locale::tag));
        let hint = format!("{there}; a receipt names the language that was shown");
        return Err(wrong("locale", &message).hint(hint).of_policy(policy));
    };
    let sound = same_text(&receipt, (release, tag), history, &wrong)
        .and_then(|()| in_time(record, &receipt, release))
        .and_then(|moment| enough(&receipt, release, &wrong).map(|()| moment));
    let moment = sound.map_err(|told| told.of_policy(policy).of_locale(locale))?;
    let zone = history.newest().map_or("UTC", |newest| &newest.version.time_zone);
    let then = match history.standing(release, clock::day_of(moment, zone)) {
        Standing::InForce => "",
        Standing::Past | Standing::Coming if release.version.ends => ", which ends the policy",
        Standing::Coming => ", before it took effect",
        Standing::Past => ", when it was no longer in force",
        Standing::Replaced => ", which was replaced before it took effect",
    };
    let done = receipt.action.words();
    Ok(format!("the reader {done} version {version} of {policy} in {locale} at {time}{then}"))
}

type Wrong<'w> = &'w dyn Fn(&str, &str) -> Diagnostic;

/// That the text that was shown is the one that was released.
fn same_text(
    receipt: &Receipt,
    (release, locale): (&Release, &Locale),
    history: &History,
    wrong: Wrong<'_>,
) -> Result<(), Diagnostic> {
    let version = &receipt.version;
    let named = |digest: Option<&str>| digest.map(|digest| format!("sha256:{digest}"));
    let is_it = |release: &Release, locale: &Locale| {
        let digest = history.text_digest(&release.version.version, locale);
        named(digest).as_ref() == Some(&receipt.digest)
    };
    if !is_it(release, locale) {
        let message =
            format!("the text that was shown is not that of version {version} in `{locale}`");
        let mut all = history
            .releases()
            .iter()
            .flat_map(|release| release.texts.keys().map(move |locale| (release, locale)));
        let hint = match all.find(|(release, locale)| is_it(release, locale)) {
            Some((other, locale)) => {
                format!("the digest is that of version {} in `{locale}`", other.version.version)
            }
            None => "the digest is that of no text of this policy".to_owned(),
        };
        return Err(wrong("digest", &message).hint(hint));
    }
    let key = format!("sha256:{}", release.ack_key());
    if receipt.ack_key.as_ref().is_some_and(|given| *given != key) {
        let message = format!("the `ack-key` is not that of version {version}");
        return Err(wrong("ack-key", &message).hint(format!("that is {key}")));
    }
    Ok(())
}

/// The moment of a receipt in seconds since 1970, if the version was there.
fn in_time(record: &Record<'_>, receipt: &Receipt, release: &Release) -> Result<i64, Diagnostic> {
    let (time, version) = (&receipt.time, &release.version);
    let Some(moment) = clock::moment_of(time) else {
        let message = format!("`{time}` is no time with its offset from UTC");
        let hint = "write it as 2026-12-24T10:15:00+05:00 (RFC 3339)";
        return Err(record.broken("time", &message).hint(hint));
    };
    let wrong = |message: &str| record.of_field(MISMATCH, "time", message);
    if moment < clock::seconds_at_start_of(version.published, &version.time_zone) {
        let message = format!("this was before version {} was published: {time}", receipt.version);
        let hint = format!("it was published on {} ({})", version.published, version.time_zone);
        return Err(wrong(&message).hint(hint));
    }
    if moment > clock::now_in_seconds() {
        let hint = "receipts of clocks that go wrong prove nothing";
        return Err(wrong(&format!("this has not happened yet: {time}")).hint(hint));
    }
    Ok(moment)
}

/// That no more was asked for than what was done.
fn enough(receipt: &Receipt, release: &Release, wrong: Wrong<'_>) -> Result<(), Diagnostic> {
    let asked = release.version.action;
    if receipt.action.answers() >= asked {
        return Ok(());
    }
    let (version, done) = (&receipt.version, receipt.action.words());
    let asks = match asked {
        Action::Consent => "consent",
        Action::Acknowledge => "an acknowledgement",
        Action::Inform | Action::None => "nothing more",
    };
    let message = format!("version {version} asks for {asks}, and the reader only {done} it");
    Err(wrong("action", &message).hint("ask this reader again"))
}
