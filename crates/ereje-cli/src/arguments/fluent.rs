//! What `check` takes for projects that have no policies.

use std::path::PathBuf;

use clap::Args;

/// Options of `check` for projects that have no policies.
#[derive(Args, Clone, Debug, Default)]
pub struct FluentArguments {
    /// Check any project of Fluent files: the reference, then its translations
    ///
    /// Folders, whose files are matched by their paths:
    ///   ereje check --fluent locales/en locales/fr locales/pt-BR
    /// Files:
    ///   ereje check --fluent app.en.ftl app.fr.ftl
    /// Likewise, where the name of the reference does not tell its language:
    ///   ereje check --fluent templates de fr --reference en
    /// One folder, in which folders or files are named by their locales, however
    /// deep, and the locale of the reference:
    ///   ereje check --fluent src --reference en-US
    ///   ereje check --fluent en-US src
    /// A locale is a tag such as `fr`, `pt-BR`, `fr_FR` or `zh-Hans-CN`. Paths are
    /// told relative to the one folder, or to the deepest one that holds all that
    /// is given. Links to folders are not followed.
    #[arg(long, num_args = 1.., value_name = "PATH", verbatim_doc_comment)]
    #[arg(conflicts_with_all = ["policy", "locked", "l10n"])]
    pub fluent: Vec<PathBuf>,
    /// The locale of the reference, where one folder has all languages or no name tells
    /// it
    #[arg(long, value_name = "LOCALE")]
    pub reference: Option<String>,
    /// Check a project that is set up for Mozilla's tools by its l10n.toml
    ///
    /// Of that format `basepath`, `locales`, `[env]`, `[[paths]]` and `[[includes]]`
    /// are read. Where no locales are listed, they are those that have files. Paths are
    /// told relative to the folder that holds all of them.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["policy", "locked"])]
    pub l10n: Option<PathBuf>,
    /// The folder of translations, `{l10n_base}` in l10n.toml [default: its
    /// basepath]
    #[arg(long, value_name = "DIR", requires = "l10n")]
    pub l10n_base: Option<PathBuf>,
}

impl FluentArguments {
    /// Whether it is a project without policies that is checked.
    pub(crate) fn is_asked(&self) -> bool {
        !self.fluent.is_empty() || self.l10n.is_some()
    }
}
