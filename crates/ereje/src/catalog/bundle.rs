//! Messages to text, through one Fluent bundle per policy and locale.

use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentBundle, FluentError, FluentResource};

use super::functions::{self, Complaints, PLURAL_CATEGORY};
use super::{FtlFile, Pattern};
use crate::fact::{Date, Facts};
use crate::locale::Locale;

/// The messages of one locale, ready to be shown.
pub struct Catalog<'f> {
    /// The locale they are written in.
    pub locale: &'f Locale,
    /// The file of the messages.
    pub file: &'f FtlFile,
    /// The file of the terms, where the locale has one.
    pub terms: Option<&'f FtlFile>,
    bundle: FluentBundle<&'f FluentResource>,
    arguments: FluentArgs<'static>,
    complaints: Complaints,
}

/// Why a message could not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    /// The function that complained, if one did.
    pub function: Option<&'static str>,
    /// What is wrong, as part of a sentence.
    pub what: String,
}

impl<'f> Catalog<'f> {
    /// The messages of `file`, with the terms they use and the facts they
    /// state. `published` is the date of the version.
    #[must_use]
    pub fn new(
        locale: &'f Locale,
        file: &'f FtlFile,
        terms: Option<&'f FtlFile>,
        facts: &Facts,
        published: Option<Date>,
    ) -> Catalog<'f> {
        let language = locale.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![language]);
        // Isolation marks (U+2068, U+2069) would end up in links and in search
        // boxes. Right-to-left text needs them; `markup` turns them into
        // elements there, so they are on for it alone.
        bundle.set_use_isolating(locale.is_right_to_left());
        bundle.set_formatter(Some(functions::show));
        let complaints = Complaints::default();
        add_functions(&mut bundle, locale, &complaints);
        for resource in [Some(file), terms].into_iter().flatten().flat_map(FtlFile::for_bundle) {
            // What it refuses are duplicates, which the file and the rules report.
            let _ = bundle.add_resource(resource);
        }
        let mut arguments = arguments(facts, locale);
        if let Some(date) = published {
            arguments.set("published", functions::published(date, locale));
        }
        Catalog { locale, file, terms, bundle, arguments, complaints }
    }

    /// The same, with one more variable that holds text.
    #[must_use]
    pub fn with(mut self, name: &'static str, text: &str) -> Catalog<'f> {
        self.arguments.set(name, FluentValue::String(crate::markup::escape(text).into()));
        self
    }

    /// The variables that messages can use.
    pub fn variables(&self) -> impl Iterator<Item = &str> {
        self.arguments.iter().map(|(name, _)| name)
    }

    /// The value of a message, or one of its attributes, as text; `None` where
    /// there is none.
    ///
    /// # Errors
    /// Everything that kept any part of it from being shown. No text is given
    /// then: what Fluent falls back to is no policy.
    pub fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
    ) -> Option<Result<String, Vec<FormatError>>> {
        Some(self.show(self.pattern(id, attribute)?, &self.arguments))
    }

    /// The same with other variables than those of the catalog.
    ///
    /// # Errors
    /// As for [`Catalog::format`].
    pub fn format_with(
        &self,
        id: &str,
        attribute: Option<&str>,
        values: &Facts,
    ) -> Option<Result<String, Vec<FormatError>>> {
        Some(self.show(self.pattern(id, attribute)?, &arguments(values, self.locale)))
    }

    fn pattern(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<'_>> {
        let message = self.bundle.get_message(id)?;
        match attribute {
            None => message.value(),
            Some(name) => Some(message.get_attribute(name)?.value()),
        }
    }

    /// Whether a message has attributes and no text.
    #[must_use]
    pub fn is_heading_alone(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|message| message.value().is_none())
    }

    fn show(
        &self,
        pattern: &Pattern<'_>,
        arguments: &FluentArgs<'_>,
    ) -> Result<String, Vec<FormatError>> {
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(arguments), &mut errors).into_owned();
        let complaints = self.complaints.take();
        if errors.is_empty() && complaints.is_empty() {
            return Ok(crate::markup::settled(text));
        }
        let mut all: Vec<FormatError> = complaints
            .into_iter()
            .map(|(function, what)| FormatError { function: Some(function), what })
            .chain(
                errors
                    .into_iter()
                    .map(|error| FormatError { function: None, what: in_words(&error) }),
            )
            .collect();
        all.dedup();
        Err(all)
    }
}

fn arguments(facts: &Facts, locale: &Locale) -> FluentArgs<'static> {
    let values = facts.iter().map(|(name, fact)| (name.clone(), functions::value(fact, locale)));
    values.collect()
}

fn in_words(error: &FluentError) -> String {
    use fluent_bundle::resolver::ResolverError;
    match error {
        FluentError::ResolverError(ResolverError::Cyclic) => "it contains itself".into(),
        FluentError::ResolverError(ResolverError::TooManyPlaceables) => {
            "it has more than 100 placeables".into()
        }
        other => other.to_string().to_lowercase(),
    }
}

fn add_functions(
    bundle: &mut FluentBundle<&FluentResource>,
    locale: &Locale,
    complaints: &Complaints,
) {
    let (of, to) = (locale.clone(), complaints.clone());
    let mut added = bundle.add_function("DATETIME", move |values, named| {
        functions::datetime(&of, &to, values, named)
    });
    let (of, to) = (locale.clone(), complaints.clone());
    added = added.and(
        bundle.add_function("LIST", move |values, named| functions::list(&of, &to, values, named)),
    );
    let to = complaints.clone();
    added =
        added
            .and(bundle.add_function("NUMBER", move |values, named| {
                functions::number(&to, values, named)
            }));
    let of = locale.clone();
    added = added.and(bundle.add_function(PLURAL_CATEGORY, move |values, named| {
        functions::plural_category(&of, values, named)
    }));
    debug_assert!(added.is_ok(), "a new bundle has no functions of these names");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Fact;

    fn shown(tag: &str, ftl: &str) -> Result<String, String> {
        let locale = Locale::parse(tag).expect(tag);
        let file = FtlFile::parse("x.ftl", ftl.to_owned());
        assert_eq!(file.diagnostics(), [], "{ftl}");
        let facts = Facts::from([
            ("n".into(), Fact::Count(103)),
            ("one".into(), Fact::Count(1)),
            ("big".into(), Fact::Count(1_234_567)),
            ("day".into(), Fact::Date(Date::parse("2024-05-15").expect("a date"))),
            ("mail".into(), Fact::Email("a_b@c.de".into())),
            ("fee".into(), Fact::Money("1299.90".into(), "EUR".into())),
            ("who".into(), Fact::List(vec!["Acme".into(), "B*C".into()])),
            ("company".into(), Fact::Text("「Example」".into())),
        ]);
        let catalog = Catalog::new(&locale, &file, None, &facts, None);
        let text = catalog.format("a", None).expect("a message");
        text.map_err(|errors| errors.into_iter().map(|e| e.what).collect::<Vec<_>>().join("; "))
    }

    #[test]
    fn plurals_are_chosen_by_icu4x() {
        let ftl = "a = { $n ->\n [zero] 0\n [one] 1\n [two] 2\n [few] few\n [many] many\n *[other] other\n }\n";
        assert_eq!(shown("ar", ftl).as_deref(), Ok("few"));
        assert_eq!(shown("en", ftl).as_deref(), Ok("other"));
        let exact = "a = { $one ->\n [one] category\n *[other] other\n }{ $one ->\n [1] exact\n *[other] other\n }\n";
        assert_eq!(shown("en", exact).as_deref(), Ok("categoryexact"));
        let ordinal =
            "a = { NUMBER($n, type: \"ordinal\") ->\n [few] { $n }rd\n *[other] { $n }th\n }\n";
        assert_eq!(shown("en", ordinal).as_deref(), Ok("103rd"));
        let digits =
            "a = { NUMBER($one, minimumFractionDigits: 1) ->\n [one] one\n *[other] other\n }\n";
        assert_eq!(shown("en", digits).as_deref(), Ok("other"));
    }

    #[test]
    fn numbers_dates_and_lists_are_the_locale_s() {
        assert_eq!(shown("de", "a = { $big }\n").as_deref(), Ok("1.234.567"));
        assert_eq!(
            shown("en", "a = { NUMBER($big, useGrouping: \"false\") }\n").as_deref(),
            Ok("1234567")
        );
        assert_eq!(
            shown("ru", "a = { NUMBER(0.5, style: \"percent\") }\n").as_deref(),
            Ok("50\u{a0}%")
        );
        assert_eq!(
            shown("en", "a = { DATETIME($day, dateStyle: \"full\") }\n").as_deref(),
            Ok("Wednesday, May 15, 2024")
        );
        assert_eq!(shown("en", "a = { LIST($who, \"D\") }\n").as_deref(), Ok("Acme, B\\*C, and D"));
        assert_eq!(
            shown("en", "a = { $fee } { NUMBER($fee) }\n").as_deref(),
            Ok("EUR\u{a0}1,299.90 1,299.90")
        );
    }

    #[test]
    fn a_value_can_not_begin_a_list() {
        assert_eq!(shown("de", "a = { $day } ist es.\n").as_deref(), Ok("15\\. Mai 2024 ist es."));
    }

    #[test]
    fn a_value_is_no_reason_for_asterisks_on_a_page() {
        let apart = "**\u{2068}「Example」\u{2069}**は";
        assert_eq!(shown("ja", "a = **{ $company }**は\n").as_deref(), Ok(apart));
        let through_a_term = "a = **{ -c(of: \"「Example」\") }**は\n-c = { $of }\n";
        assert_eq!(shown("ja", through_a_term).as_deref(), Ok(apart));
        assert_eq!(
            shown("ar", "a = **{ $company }**س\n").as_deref(),
            Ok("**\u{2068}「Example」\u{2069}**س")
        );
        let percent = "a = x**{ NUMBER(0.5, style: \"percent\") }**y\n";
        assert_eq!(shown("en", percent).as_deref(), Ok("x**\u{2068}50%\u{2069}**y"));
        assert_eq!(
            shown("en", "a = x { $company } **{ $company }** y\n").as_deref(),
            Ok("x 「Example」 **「Example」** y")
        );
    }

    #[test]
    fn isolation_marks_are_kept_to_right_to_left_text() {
        assert_eq!(shown("en", "a = x { $mail }\n").as_deref(), Ok("x a_b@c.de"));
        assert_eq!(shown("ar", "a = x { $mail }\n").as_deref(), Ok("x \u{2068}a_b@c.de\u{2069}"));
    }

    #[test]
    fn what_can_not_be_shown_is_an_error_and_not_a_text() {
        assert!(shown("en", "a = { DATETIME($mail) }\n").unwrap_err().contains("date"));
        assert!(
            shown("en", "a = { DATETIME($day, dateStyle: \"big\") }\n")
                .unwrap_err()
                .contains("dateStyle")
        );
        assert!(shown("en", "a = { NUMBER($n, digits: 2) }\n").unwrap_err().contains("digits"));
        assert!(shown("en", "a = { $nobody }\n").is_err());
        assert!(shown("en", "a = { a }\n").unwrap_err().contains("itself"));
        let many = "{ $n }".repeat(101);
        assert!(shown("en", &format!("a = {many}\n")).unwrap_err().contains("100"));
        assert!(shown("en", &format!("a = {}\n", "{ $n }".repeat(100))).is_ok());
    }
}
