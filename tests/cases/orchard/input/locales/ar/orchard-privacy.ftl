### The privacy policy of Orchard, in Arabic.

title = سياسة الخصوصية لدى { -orchard }
description = كيف تتعامل { -orchard } مع { -personal-data(form: "yours") }.
last-updated = *آخر تحديث: { DATETIME($published, dateStyle: "long") }.*

address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    توضّح هذه السياسة كيف تتعامل { $company } مع { -personal-data }. والجهة المسؤولة عن ذلك هي:

    { address }

data =
    لا نجمع من { -personal-data } إلا ما نحتاج إليه:
    .heading = ما نجمعه

data-account = **الحساب:** ما تخبرنا به، أي

data-name = اسمك وعنوان بريدك الإلكتروني،

data-address = عنوانك البريدي -- فلا يمكننا التسليم من دونه -- ورقم هاتفك.

purpose =
    نستخدم { -personal-data(form: "yours") }

    1. لتسليم { -box(form: "definite-plural") }،
        - إلى بابك أو
        - إلى جارك؛
    2. للكتابة إليك، { $letters ->
            [1] مرة واحدة
            [zero] { $letters } مرة
            [one] مرة واحدة ({ $letters })
            [two] مرتين ({ $letters })
            [few] { $letters } مرات
            [many] { $letters } مرة
           *[other] { $letters } مرة
        } في الشهر على الأكثر.
    .heading = لماذا نستخدمها

retention =
    كان اليوم الأول { DATETIME($since, dateStyle: "full") }: منذ ذلك الحين نحذف كلّ شيء بعد
    { $retention ->
        [zero] { $retention } يوم
        [one] يوم واحد ({ $retention })
        [two] يومين ({ $retention })
        [few] { $retention } أيام
        [many] { $retention } يومًا
       *[other] { $retention } يوم
    } من آخر طلب لك.

    نحتفظ بالفواتير مدة { $invoices ->
        [zero] { $invoices } سنة
        [one] سنة واحدة ({ $invoices })
        [two] سنتين ({ $invoices })
        [few] { $invoices } سنوات
        [many] { $invoices } سنة
       *[other] { $invoices } سنة
    }، لأنّ القانون يطلب ذلك... وتنتهي صلاحية ملفّ تعريف الارتباط `orchard_id` بعد { $cookie ->
        [zero] { $cookie } ساعة
        [one] ساعة واحدة ({ $cookie })
        [two] ساعتين ({ $cookie })
        [few] { $cookie } ساعات
        [many] { $cookie } ساعة
       *[other] { $cookie } ساعة
    }.
    .heading = مدة الاحتفاظ بها

recipients =
    تتلقّى الشركات التالية البيانات:

    | المتلقّي | البلد | تاريخ العقد |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | ألمانيا | { DATETIME($since, dateStyle: "medium") } |
    | خادم القوائم `list\|1` | اليابان | { DATETIME($since, dateStyle: "medium") } |

    ولا يتلقّاها أحد غيرها: فنحن لا نبيع البيانات، ولا حتى مقابل { $offer }.
    .heading = من يتلقّاها

rights =
    > «بياناتك ملك لك. ونحن نعتني بها فحسب.»
    >
    > -- القاعدة الأولى لدى { -orchard }

    لديك هذه الحقوق:
    .heading = أهمّ *حقوقك*

rights-access = **الاطّلاع:** نخبرك خلال { $answer ->
        [zero] { $answer } شهر
        [one] شهر واحد ({ $answer })
        [two] شهرين ({ $answer })
        [few] { $answer } أشهر
        [many] { $answer } شهرًا
       *[other] { $answer } شهر
    } بما نحفظه عنك.

rights-complaint = **الشكوى:** يمكنك اللجوء إلى
    { "[" }السلطة الرقابية](https://authority.example/complain_now?a=1&b=2).

contact =
    اكتب إلى [{ $support-email }](mailto:{ $support-email }) أو
    اتصل على [{ $phone }](tel:+4930901820). وتجد ما نجمعه تحت [«{ data.heading }»](#data).

    إذا غيّرنا هذه السياسة، فسيظهر إشعار على الصفحة الرئيسية لمدة { $notice ->
        [zero] { $notice } أسبوع
        [one] أسبوع واحد ({ $notice })
        [two] أسبوعين ({ $notice })
        [few] { $notice } أسابيع
        [many] { $notice } أسبوعًا
       *[other] { $notice } أسبوع
    }. تاريخ هذه النسخة هو { $published }.
    .heading = التواصل والتغييرات
