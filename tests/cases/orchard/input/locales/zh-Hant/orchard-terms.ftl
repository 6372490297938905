### The terms of Orchard, in Traditional Chinese.

title = { -orchard }服務條款
description = { -orchard }對您的承諾，以及我們對您的要求。
last-updated = *最後更新：{ DATETIME($published, dateStyle: "long") }*

intro =
    { $company }把水果送到您家門口。本條款說明您可以期待我們做到什麼，
    以及我們對您的要求；
    { "[" }隱私權政策](https://orchard.example/privacy?a=1&b=2)另有專文。

    條款很短 -- 因為沒有人會讀冗長的條款... 本條款所說的"您"，是指下訂單的人。

scope =
    本條款自{ DATETIME($start, dateStyle: "long") }起適用。
    我們自{ NUMBER($founded, useGrouping: "false") }年起裝{ -box }，
    至今已寄出{ $sent }箱，
    其中{ NUMBER(0.985, style: "percent", minimumFractionDigits: 1) }準時送達。

    像這樣的*斜體*字是我們的產品名稱。**本條款的任何內容均不限制
    法律賦予您的權利。**

    包裹上標有ORCHARD--BOX字樣；印有{ "{{" } name { "}}" }或{ "{%" } x { "%}" }的標籤是
    印刷錯誤。
    .heading = 1. 適用範圍

plans =
    方案有兩種，{ $minimum ->
        [0] 不設最低數量
       *[other] 最少訂購{ $minimum }箱
    }。每個{ -box }裝有{ $fruits ->
       *[other] { $fruits }種
    }水果。

    | 方案 \| 加購 | 價格 | 起始日 |
    | :--- | ---: | :---: |
    | *單次* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *全年* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | 寄往日本的運費 | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) { -box }的價格含{ NUMBER(0.07, style: "percent") }增值稅。
    .heading = 2. *{ -orchard-box }*

swap = **更換**：您最遲可在送貨前{ $swap-time ->
       *[other] { $swap-time }天
    }更換{ -box }。

swap-how =
    請輸入代碼`{ "{%" } swap { "%}" }`，或輸入水果的名稱，
    例如"pear|plum"。

swap-cost = 從同一個月內的第{ $swap-limit }次更換起，每次收取{ $swap-fee }。

pause = **暫停**：暫停期為{ $pause-time ->
       *[other] { $pause-time }個月
    }。

payment =
    您以{ LIST($payment-means, type: "disjunction") }預先付款。
    步驟有兩個：
    .heading = 付款

pay-open = 打開[您的帳戶](https://orchard.example/account?a=1&b=2)。

pay-confirm =
    在{ $grace ->
       *[other] { $grace }天
    }內確認金額。

delivery =
    { LIST($carriers, type: "conjunction") }代我們送貨：

    - 平日，
        1. 上午或
        2. 晚上；
    - 星期六只在上午。

    { "*" }*無人在家**：包裹會為您保留{ $wait ->
       *[other] { $wait }天
    }，地點如下：

    { -orchard }取貨處\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. 送貨

changes =
    我們若變更本條款，本頁底部的日期也會隨之更改。
    價格見[「{ plans.heading }」](#plans)，更換見
    { "[" }此項](#swap)。

    有疑問嗎？請寫信至<{ $support-email }>、致電[{ $phone }](tel:+4930901820)，
    或查閱<{ $help-url }>。
    .heading = 4. 變更
