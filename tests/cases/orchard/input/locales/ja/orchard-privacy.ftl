### The privacy policy of Orchard, in Japanese.

title = { -orchard }プライバシーポリシー
description = { -orchard }による{ -personal-data }の取り扱い。
last-updated = *最終更新日：{ DATETIME($published, dateStyle: "long") }*

address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    このポリシーは、{ $company }による{ -personal-data }の取り扱いを
    説明します。責任者は次のとおりです。

    { address }

data =
    当社は、必要な{ -personal-data }だけを収集します。
    .heading = 収集する情報

data-account = **アカウント**：お客様が当社に伝える次の情報

data-name = 氏名とメールアドレス

data-address = 住所 -- これがないとお届けできません -- と電話番号

purpose =
    当社は、お客様のデータを次の目的で利用します。

    1. { -box }をお届けするため
        - 玄関先へ、または
        - ご近所の方へ
    2. 月に{ $letters ->
            [1] 一回
           *[other] { $letters }回
        }まで、お客様にお便りするため
    .heading = 利用目的

retention =
    最初の日は{ DATETIME($since, dateStyle: "full") }でした。それ以来、
    当社は最後のご注文の{ $retention ->
       *[other] { $retention }日
    }後にすべてを削除します。

    請求書は、法律が求めるため、{ $invoices ->
       *[other] { $invoices }年
    }間保存します... Cookieの`orchard_id`は、{ $cookie ->
       *[other] { $cookie }時間
    }後に無効になります。
    .heading = 保存期間

recipients =
    次の会社がデータを受け取ります。

    | 受領者 | 国 | 契約日 |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | ドイツ | { DATETIME($since, dateStyle: "medium") } |
    | リストサーバー`list\|1` | 日本 | { DATETIME($since, dateStyle: "medium") } |

    ほかの誰も受け取りません。当社は、たとえ{ $offer }でも、データを売りません。
    .heading = データの受領者

rights =
    > 「お客様のデータはお客様のものです。
    > 当社はお預かりしているだけです。」
    >
    > -- { -orchard }の第一の決まり

    お客様には次の権利があります。
    .heading = お客様の*権利*

rights-access = **開示**：お客様について保存している内容を、{ $answer ->
       *[other] { $answer }か月
    }以内にお知らせします。

rights-complaint = **苦情**：お客様は、
    { "[" }監督機関](https://authority.example/complain_now?a=1&b=2)に申し立てることができます。

contact =
    当社の[{ $support-email }](mailto:{ $support-email })にメールを送るか、
    または[{ $phone }](tel:+4930901820)に電話してください。
    収集する情報については、[「{ data.heading }」](#data)をご覧ください。

    このポリシーを変更するときは、トップページに{ $notice ->
       *[other] { $notice }週間
    }お知らせを掲載します。この版の日付は{ $published }です。
    .heading = お問い合わせと変更
