//! A folder of documents, of which a workspace comes to be beside it.

use std::fs;
use std::path::Path;

use super::Ran;
use super::pages::{read, run_in};

pub(crate) const PRIVACY_EN: &str = "# Privacy policy\n\nThis policy explains what the app Lantern does with your data.\n\n\
    ## What we collect\n\nWe learn the version of iOS and the address help@example.kz.\n\n\
    - your name;\n- your phone and its model.\n\n\
    ## How long we keep it\n\nWe delete the logs of the server after 30 days. More is said [below](#contact).\n\n\
    ## Children\n\nThe app is not for children younger than 13 years.\n\n\
    ## Contact\n\nWrite to help@example.kz.\n\nLast updated: December 12, 2017\n";
pub(crate) const PRIVACY_RU: &str = "# Политика конфиденциальности\n\nЭта политика объясняет, что приложение Lantern делает с вашими данными.\n\n\
    ## Какие данные мы собираем\n\nМы узнаём версию iOS и адрес help@example.kz.\n\n\
    - имя;\n- телефон и его модель.\n\n\
    ## Срок хранения\n\nЖурналы сервера мы удаляем через 30 дней. Подробнее [ниже](#контакты).\n\n\
    ## Дети\n\nПриложение не для детей младше 13 лет.\n\n\
    ## Контакты\n\nПишите на help@example.kz.\n\nПоследнее обновление: 12 декабря 2017 г.\n";
pub(crate) const PRIVACY_KK: &str = "# Құпиялылық саясаты\n\nБұл саясат Lantern қосымшасының деректеріңізбен не істейтінін түсіндіреді.\n\n\
    ## Қандай деректер жинаймыз\n\nБіз iOS нұсқасын және help@example.kz мекенжайын білеміз.\n\n\
    - аты;\n- телефон және оның үлгісі.\n\n\
    ## Сақтау мерзімі\n\nСервер журналдарын 30 күннен кейін жоямыз. Толығырақ [төменде](#байланыс).\n\n\
    ## Балалар\n\nҚосымша 13 жасқа толмаған балаларға арналмаған.\n\n\
    ## Байланыс\n\nhelp@example.kz мекенжайына жазыңыз.\n\nСоңғы жаңарту: 2017 ж. 12 желтоқсан\n";
pub(crate) const TERMS_EN: &str = "# Terms of use\n\n## Who may use the app\n\nAnybody who is older than 16 years may use the app.\n\n\
    ## What you may not do\n\nYou may not sell the app or parts of it to others.\n\n\
    ## Law\n\nThe law of Kazakhstan holds for these terms, and [more](/rules) is said elsewhere.\n";
pub(crate) const TERMS_RU: &str = "# Условия использования\n\n## Кто может пользоваться\n\nПриложением может пользоваться каждый, кто старше 16 лет.\n\n\
    ## Чего нельзя\n\nВы не можете продавать приложение или его части другим.\n\n\
    ## Право\n\nК этим условиям применяется право Казахстана, а [остальное](/rules) сказано отдельно.\n";
pub(crate) const THREE: [(&str, &str); 3] =
    [("ru/privacy.md", PRIVACY_RU), ("kk/privacy.md", PRIVACY_KK), ("en/privacy.md", PRIVACY_EN)];

/// A folder `docs` with these pages, beside which a workspace comes to be.
pub(crate) fn folder(pages: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, text) in pages {
        write(folder.path(), &format!("docs/{path}"), text);
    }
    folder
}

pub(crate) fn write(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

/// Changes the plan as a person would.
pub(crate) fn edit(folder: &Path, from: &str, to: &str) {
    let plan = read(folder, "import-plan.toml");
    assert!(plan.contains(from), "no {from} in {plan}");
    write(folder, "import-plan.toml", plan.replacen(from, to, 1));
}

pub(crate) fn carry_out(folder: &Path, more: &[&str]) -> Ran {
    let mut arguments = vec!["import", "--plan", "import-plan.toml"];
    arguments.extend(more);
    run_in(folder, &arguments)
}
