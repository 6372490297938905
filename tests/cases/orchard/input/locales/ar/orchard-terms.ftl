### The terms of Orchard, in Arabic.

title = شروط { -orchard }
description = ما تعدك به { -orchard }، وما نطلبه منك.
last-updated = *آخر تحديث: { DATETIME($published, dateStyle: "long") }.*

intro =
    ترسل { $company } الفاكهة إلى باب بيتك. توضّح هذه الشروط ما يمكنك أن تتوقّعه منّا وما نتوقّعه
    منك؛ أمّا [سياسة الخصوصية](https://orchard.example/privacy?a=1&b=2) فنصّ مستقلّ.

    وهي قصيرة -- فلا أحد يقرأ الشروط الطويلة... ونقصد بكلمة "أنت" كلّ من يطلب.

scope =
    تسري هذه الشروط ابتداءً من { DATETIME($start, dateStyle: "long") }. نعبّئ
    { -box(form: "definite-plural") } منذ عام { NUMBER($founded, useGrouping: "false") }، وأرسلنا منها
    حتى الآن { $sent }؛ ووصل { NUMBER(0.985, style: "percent", minimumFractionDigits: 1) } منها في
    الموعد.

    الكلمات المكتوبة *بخط مائل* هي أسماء منتجاتنا. **لا يقيّد أيّ شيء في هذه الشروط الحقوق التي
    يمنحك إيّاها القانون.**

    تحمل الطرود علامة ORCHARD--BOX؛ أمّا الملصق الذي عليه { "{{" } name { "}}" } أو
    { "{%" } x { "%}" } فهو خطأ مطبعي.
    .heading = 1. النطاق

plans =
    هناك خطتان، { $minimum ->
        [0] بلا حدّ أدنى لعدد { -box(form: "definite-plural") }
        [zero] بحدّ أدنى قدره { $minimum } صندوق
        [one] بحدّ أدنى قدره صندوق واحد ({ $minimum })
        [two] بحدّ أدنى قدره صندوقان ({ $minimum })
        [few] بحدّ أدنى قدره { $minimum } صناديق
        [many] بحدّ أدنى قدره { $minimum } صندوقًا
       *[other] بحدّ أدنى قدره { $minimum } صندوق
    }. ويحتوي كلّ { -box } على { $fruits ->
        [zero] { $fruits } نوع
        [one] نوع واحد ({ $fruits })
        [two] نوعين ({ $fruits })
        [few] { $fruits } أنواع
        [many] { $fruits } نوعًا
       *[other] { $fruits } نوع
    } من الفاكهة.

    | الخطة \| الإضافة | السعر | منذ |
    | :--- | ---: | :---: |
    | *مفردة* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *سنوية* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | الشحن إلى اليابان | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) يشمل سعر { -box(form: "definite") } ضريبة القيمة المضافة بنسبة
    { NUMBER(0.07, style: "percent") }.
    .heading = 2. *{ -orchard-box }*

swap = **التبديل.** يمكنك تبديل { -box(form: "definite") } قبل التسليم بمدة لا تقلّ عن { $swap-time ->
        [zero] { $swap-time } يوم
        [one] يوم واحد ({ $swap-time })
        [two] يومين ({ $swap-time })
        [few] { $swap-time } أيام
        [many] { $swap-time } يومًا
       *[other] { $swap-time } يوم
    }.

swap-how =
    أدخل الرمز `{ "{%" } swap { "%}" }` أو اسم الفاكهة، مثل "pear|plum".

swap-cost =
    ابتداءً من عملية التبديل رقم { $swap-limit } في الشهر نفسه، تكلّف كلّ عملية { $swap-fee }.

pause = **الإيقاف المؤقت.** يستمرّ الإيقاف { $pause-time ->
        [zero] { $pause-time } شهر
        [one] شهرًا واحدًا ({ $pause-time })
        [two] شهرين ({ $pause-time })
        [few] { $pause-time } أشهر
        [many] { $pause-time } شهرًا
       *[other] { $pause-time } شهر
    }.

payment =
    تدفع مقدّمًا عن طريق { LIST($payment-means, type: "disjunction") }. ويتمّ ذلك في خطوتين:
    .heading = الدفع

pay-open = افتح [حسابك](https://orchard.example/account?a=1&b=2).

pay-confirm =
    أكّد المبلغ خلال { $grace ->
        [zero] { $grace } يوم
        [one] يوم واحد ({ $grace })
        [two] يومين ({ $grace })
        [few] { $grace } أيام
        [many] { $grace } يومًا
       *[other] { $grace } يوم
    }.

delivery =
    تتولّى { LIST($carriers, type: "conjunction") } التسليم نيابةً عنّا:

    - في أيام العمل،
        1. صباحًا أو
        2. مساءً؛
    - وفي أيام السبت صباحًا فقط.

    { "*" }*لا أحد في البيت؟** ينتظرك الطرد { $wait ->
        [zero] { $wait } يوم
        [one] يومًا واحدًا ({ $wait })
        [two] يومين ({ $wait })
        [few] { $wait } أيام
        [many] { $wait } يومًا
       *[other] { $wait } يوم
    } هنا:

    { -orchard }، مكتب التسليم\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. التسليم

changes =
    إذا غيّرنا هذه الشروط، تغيّر معها التاريخ الوارد أسفل هذه الصفحة. تجد
    الأسعار تحت [«{ plans.heading }»](#plans)، والتبديل تحت [هذه النقطة](#swap).

    هل لديك سؤال؟ اكتب إلى <{ $support-email }>، أو اتصل على [{ $phone }](tel:+4930901820)، أو اقرأ
    <{ $help-url }>.
    .heading = 4. التغييرات
