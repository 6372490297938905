### The terms of Orchard, in Japanese.

title = { -orchard }利用規約
description = { -orchard }がお約束することと、お客様にお願いすること。
last-updated = *最終更新日：{ DATETIME($published, dateStyle: "long") }*

intro =
    { $company }は、果物をご自宅にお届けします。この規約では、お客様が当社に期待できることと、
    当社がお客様にお願いすることを定めます。
    { "[" }プライバシーポリシー](https://orchard.example/privacy?a=1&b=2)は別の文書です。

    規約は短くしました -- 長い規約は誰も読まないからです... "お客様"とは、注文する方を指します。

scope =
    この規約は{ DATETIME($start, dateStyle: "long") }から適用されます。
    当社は{ NUMBER($founded, useGrouping: "false") }年から{ -box }を詰め、
    これまでに{ $sent }箱をお送りしました。
    そのうち{ NUMBER(0.985, style: "percent", minimumFractionDigits: 1) }が予定どおりに届きました。

    このような*斜体*の言葉は当社の商品名です。**この規約は、法律がお客様に認める権利を
    何ら制限しません。**

    荷物にはORCHARD--BOXと表示します。{ "{{" } name { "}}" }や{ "{%" } x { "%}" }と書かれたラベルは
    誤植です。
    .heading = 1. 適用

plans =
    プランは二つあります。{ $minimum ->
        [0] 最低注文数はありません
       *[other] 最低注文数は{ $minimum }箱です
    }。一つの{ -box }には{ $fruits ->
       *[other] { $fruits }種類
    }の果物が入ります。

    | プラン \| 追加 | 料金 | 開始日 |
    | :--- | ---: | :---: |
    | *単品* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *年間* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | 日本への送料 | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) { -box }の料金には、{ NUMBER(0.07, style: "percent") }の付加価値税が含まれます。
    .heading = 2. *{ -orchard-box }*

swap = **交換**：お届けの{ $swap-time ->
       *[other] { $swap-time }日
    }前まで、{ -box }を交換できます。

swap-how =
    コード`{ "{%" } swap { "%}" }`、または"pear|plum"のような果物の名前を
    入力してください。

swap-cost = 同じ月の{ $swap-limit }回目の交換からは、一回につき{ $swap-fee }がかかります。

pause = **休止**：休止の期間は{ $pause-time ->
       *[other] { $pause-time }か月
    }です。

payment =
    お支払いは、{ LIST($payment-means, type: "disjunction") }による前払いです。
    手順は次の二つです。
    .heading = お支払い

pay-open = [アカウント](https://orchard.example/account?a=1&b=2)を開きます。

pay-confirm =
    { $grace ->
       *[other] { $grace }日
    }以内に金額を確認します。

delivery =
    { LIST($carriers, type: "conjunction") }が次のとおりお届けします。

    - 平日
        1. 午前、または
        2. 夜
    - 土曜日は午前のみ

    { "*" }*ご不在の場合**：荷物は{ $wait ->
       *[other] { $wait }日間
    }、次の場所でお預かりします。

    { -orchard }受付\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. お届け

changes =
    この規約を変更するときは、このページの下にある日付も変わります。
    料金は[「{ plans.heading }」](#plans)、交換は[この項目](#swap)に
    あります。

    ご質問がありますか。<{ $support-email }>にメールを送るか、
    当社の[{ $phone }](tel:+4930901820)に電話するか、
    または<{ $help-url }>をご覧ください。
    .heading = 4. 変更
