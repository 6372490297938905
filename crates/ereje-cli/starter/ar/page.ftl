### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = شروط الاستخدام

# One line about the page, for search engines.
description = توضح هذه الصفحة ما يسري بيننا وبين كل من يستخدم تطبيق { -product }.

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **آخر تحديث: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = توضح هذه الصفحة ما يسري بيننا وبين كل من يستخدم تطبيق { -product }.

changes = نعلن عن كل تغيير قبل سريانه، ونحدّث التاريخ الوارد في أسفل هذه الصفحة.
    .heading = التغييرات

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = إذا كان لديك سؤال عن هذه الصفحة، فاكتب إلى <{ $contact-email }>.
    .heading = الاتصال بنا
