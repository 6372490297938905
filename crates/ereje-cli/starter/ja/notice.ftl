### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 日本語

# Heading of the table of contents of a policy.
contents = 目次

# Label of the language switcher, before the names of the languages.
languages = 言語

# Heading of the page that lists all policies.
policies = ポリシー

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 本文へ移動

# One sentence across the top of a page that is a draft.
draft-banner = これは草案であり、効力はありません。

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = この条項はまだ翻訳されていません（本文の言語：{ $language }）。

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = 変更履歴

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = 以前の変更履歴

# The name of a version. { $version } is its number, for example "2.0".
version-name = 第{ $version }版

# When a version was published, and when it takes or took effect.
version-published = 公開日：{ DATETIME($date, dateStyle: "long") }
version-effective = 効力発生日：{ DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = 日付別の版一覧

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = ある日に効力があった版を確認するには、その日を期間に含む版をお探しください（タイムゾーン：{ $zone }）。

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = 有効期間：{ DATETIME($first, dateStyle: "long") }から{ DATETIME($last, dateStyle: "long") }まで

# Where a version stands today.
status-in-force = 有効
status-coming = 未発効
status-past = 失効
status-replaced = 発効前に差し替え

# Said of the oldest version, where the others say what changed.
first-version = 最初の版です。

# Said of a version whose notice was wrong and was taken back.
notice-retracted = この版に関するお知らせは撤回されました。

# One sentence across the top of a page, while another version is announced.
coming-banner = { DATETIME($date, dateStyle: "long") }から、この文書の別の版が効力を生じます。

# The same, on the page of the version that is announced.
not-yet-banner = この版は{ DATETIME($date, dateStyle: "long") }に効力を生じるものであり、現時点では効力がありません。

# The same, on the page of an old version.
past-banner = この版はすでに効力を失っています。

# Links in these banners.
read-coming = 次の版を読む
read-current = 現行の版を読む
see-changes = 変更点を見る

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = 確認しました
button-agree = 同意する
button-disagree = 同意しない

# Heading of a page that compares two versions.
redline-title = 第{ $from }版から第{ $to }版への変更点

# How to read that page.
redline-legend = 追加された語句には下線、削除された語句には取り消し線が付いています。

# Heading of its part with the old text beside the new one.
redline-sides = 変更前と変更後の対照

# What a screen reader says before words that were added or removed.
mark-added = 追加
mark-removed = 削除

# What happened to a clause; stands beside its heading.
change-changed = 変更
change-added = 新設
change-removed = 削除
change-moved = 移動

# How many clauses are not shown because they are the same.
unchanged-clauses = { $count }件の条項に変更はありません。

# What notices call a clause that has no heading and follows none.
untitled-clause = 前文

# A heading in the middle of a sentence.
quoted-heading = 「{ $heading }」

# The last entry of a list of headings that would be too long.
more-clauses = その他{ $count }件の条項

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] { DATETIME($date, dateStyle: "long") }からの変更点：{ LIST($headings) }。それまでは以前の版が有効です。
       *[now] 新しい版は{ DATETIME($date, dateStyle: "long") }に発効しました。変更点：{ LIST($headings) }。
    }
    .title =
        { $phase ->
            [coming] { $policy }は{ DATETIME($date, dateStyle: "long") }に変更されます
           *[now] { $policy }が変更されました
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = { DATETIME($date, dateStyle: "long") }から、この文書は効力を有しません。
    .title =
        { $phase ->
            [coming] { $policy }は{ DATETIME($date, dateStyle: "long") }に失効します
           *[now] { $policy }は失効しました
        }
