### The privacy policy of Orchard, in Traditional Chinese.

title = { -orchard }隱私權政策
description = { -orchard }如何處理{ -personal-data }。
last-updated = *最後更新：{ DATETIME($published, dateStyle: "long") }*

address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    本政策說明{ $company }如何處理{ -personal-data }。
    負責者為：

    { address }

data =
    我們只收集所需的{ -personal-data }：
    .heading = 我們收集什麼

data-account = **帳戶**：您告訴我們的資料，即

data-name = 您的姓名和電子郵件地址；

data-address = 您的郵寄地址 -- 沒有地址，我們無法送貨 -- 和電話號碼。

purpose =
    我們將您的資料用於

    1. 寄送{ -box }，
        - 送到您家門口或
        - 送到鄰居家；
    2. 給您寫信，每月最多{ $letters ->
            [1] 一次
           *[other] { $letters }次
        }。
    .heading = 我們用來做什麼

retention =
    首日是{ DATETIME($since, dateStyle: "full") }：從那時起，
    我們在您最後一次訂購的{ $retention ->
       *[other] { $retention }天
    }後刪除所有資料。

    因法律要求，發票保存{ $invoices ->
       *[other] { $invoices }年
    }... Cookie `orchard_id`在{ $cookie ->
       *[other] { $cookie }小時
    }後失效。
    .heading = 我們保存多久

recipients =
    以下公司會收到資料：

    | 接收者 | 國家 | 合約日期 |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | 德國 | { DATETIME($since, dateStyle: "medium") } |
    | 名單伺服器`list\|1` | 日本 | { DATETIME($since, dateStyle: "medium") } |

    其他人都不會收到：我們不出售資料，即使出價{ $offer }也不賣。
    .heading = 誰會收到資料

rights =
    > 「您的資料屬於您。
    > 我們只是代為保管。」
    >
    > -- { -orchard }的第一條規則

    您享有以下權利：
    .heading = 您的*權利*

rights-access = **查閱**：我們會在{ $answer ->
       *[other] { $answer }個月
    }內告訴您我們保存了哪些關於您的資料。

rights-complaint = **申訴**：您可以向
    { "[" }監管機關](https://authority.example/complain_now?a=1&b=2)申訴。

contact =
    請寫信至[{ $support-email }](mailto:{ $support-email })，
    或致電[{ $phone }](tel:+4930901820)。
    我們收集的資料見[「{ data.heading }」](#data)。

    我們若變更本政策，會在首頁刊登通知{ $notice ->
       *[other] { $notice }週
    }。本版日期為{ $published }。
    .heading = 聯絡與變更
