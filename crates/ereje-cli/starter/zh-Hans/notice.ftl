### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = 简体中文

# Heading of the table of contents of a policy.
contents = 目录

# Label of the language switcher, before the names of the languages.
languages = 语言

# Heading of the page that lists all policies.
policies = 政策

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = 跳至正文

# One sentence across the top of a page that is a draft.
draft-banner = 本文件为草案，并未生效。

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = 本条款尚未翻译（正文语言：{ $language }）。

## Versions and notices. Needed as soon as a policy has a released version.

# Heading of the page that lists all versions, and label of links to it.
history = 变更记录

# Heading above links to the changes of older versions, and label of links to them.
earlier-changes = 更早的变更记录

# The name of a version. { $version } is its number, for example "2.0".
version-name = 版本 { $version }

# When a version was published, and when it takes or took effect.
version-published = 发布日期：{ DATETIME($date, dateStyle: "long") }
version-effective = 生效日期：{ DATETIME($date, dateStyle: "long") }

# Heading of the page that tells for each version on which days it was in force, and label of links to it.
versions-by-date = 按日期查看版本

# How to read that page. { $zone } is the name of a time zone such as "Asia/Almaty"; it takes no endings.
find-a-date = 如需了解某一天适用的内容，请查找生效期间包含该日的版本（时区：{ $zone }）。

# From which day to which a version was or will be in force. The last day belongs to it.
version-span = 生效期间：{ DATETIME($first, dateStyle: "long") }至{ DATETIME($last, dateStyle: "long") }（含当日）

# Where a version stands today.
status-in-force = 现行有效
status-coming = 尚未生效
status-past = 已失效
status-replaced = 生效前已被替代

# Said of the oldest version, where the others say what changed.
first-version = 首个版本。

# Said of a version whose notice was wrong and was taken back.
notice-retracted = 有关本版本的通知已撤回。

# One sentence across the top of a page, while another version is announced.
coming-banner = 本文件的另一版本将自{ DATETIME($date, dateStyle: "long") }起生效。

# The same, on the page of the version that is announced.
not-yet-banner = 本版本将自{ DATETIME($date, dateStyle: "long") }起生效，目前尚未生效。

# The same, on the page of an old version.
past-banner = 本版本已失效。

# Links in these banners.
read-coming = 查看即将生效的版本
read-current = 查看现行版本
see-changes = 查看变更内容

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = 知道了
button-agree = 同意
button-disagree = 不同意

# Heading of a page that compares two versions.
redline-title = 从版本 { $from } 到版本 { $to } 的变更

# How to read that page.
redline-legend = 新增的文字标有下划线，删除的文字标有删除线。

# Heading of its part with the old text beside the new one.
redline-sides = 变更前后对照

# What a screen reader says before words that were added or removed.
mark-added = 新增
mark-removed = 删除

# What happened to a clause; stands beside its heading.
change-changed = 已变更
change-added = 新增
change-removed = 已删除
change-moved = 已移动

# How many clauses are not shown because they are the same.
unchanged-clauses = { $count } 项条款未变更。

# What notices call a clause that has no heading and follows none.
untitled-clause = 引言

# A heading in the middle of a sentence.
quoted-heading = “{ $heading }”

# The last entry of a list of headings that would be too long.
more-clauses = 另外 { $count } 项条款

# The notice on the home screen of an app: at most 60 characters in its title and 200 in its text.
# { $policy } is the name of the policy, { $headings } what changes. { $phase } is "coming" before the
# day on which the version takes effect and "now" from that day on.
notice =
    { $phase ->
        [coming] 自{ DATETIME($date, dateStyle: "long") }起变更的内容：{ LIST($headings) }。在此之前，原版本继续有效。
       *[now] 新版本已于{ DATETIME($date, dateStyle: "long") }生效。变更的内容：{ LIST($headings) }。
    }
    .title =
        { $phase ->
            [coming] { $policy }将于{ DATETIME($date, dateStyle: "long") }变更
           *[now] { $policy }已变更
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = 自{ DATETIME($date, dateStyle: "long") }起，本文件不再有效。
    .title =
        { $phase ->
            [coming] { $policy }将于{ DATETIME($date, dateStyle: "long") }失效
           *[now] { $policy }已失效
        }
