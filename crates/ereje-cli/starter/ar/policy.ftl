### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = سياسة الخصوصية

# One line about the page, for search engines.
description = سياسة الخصوصية لتطبيق { -product }

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **آخر تحديث: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = توضح هذه السياسة ما يفعله تطبيق { -product } بالمعلومات المتعلقة بك.

# Introduces the two items below.
collection = لا نجمع إلا ما يحتاج إليه التطبيق لكي يعمل:
    .heading = ما الذي نجمعه

collection-account = **عنوان بريدك الإلكتروني.** نستخدمه لتسجيل دخولك.

collection-diagnostics = **التقارير التقنية.** نستخدمها لإصلاح الأخطاء.

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    نحذف هذه المعلومات بعد { $retention ->
        [zero] { $retention } يوم
        [one] يوم واحد ({ $retention })
        [two] يومين ({ $retention })
        [few] { $retention } أيام
        [many] { $retention } يومًا
       *[other] { $retention } يوم
    } من إغلاقك حسابك.
    .heading = مدة احتفاظنا بالمعلومات

changes = نعلن عن كل تغيير قبل سريانه، ونحدّث التاريخ الوارد في أسفل هذه الصفحة.
    .heading = التغييرات في هذه السياسة

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = إذا كان لديك سؤال عن هذه السياسة، فاكتب إلى <{ $contact-email }>.
    .heading = الاتصال بنا
