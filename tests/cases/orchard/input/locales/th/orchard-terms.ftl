### The terms of Orchard, in Thai. A line ends only where a space belongs.

title = ข้อกำหนดของ { -orchard }
description = สิ่งที่ { -orchard } สัญญากับคุณ และสิ่งที่เราขอจากคุณ
last-updated = *ปรับปรุงล่าสุด: { DATETIME($published, dateStyle: "long") }*

intro =
    { $company } ส่งผลไม้ถึงหน้าบ้านคุณ ข้อกำหนดนี้ระบุสิ่งที่คุณคาดหวังจากเราได้
    และสิ่งที่เราคาดหวังจากคุณ
    ส่วน[นโยบายความเป็นส่วนตัว](https://orchard.example/privacy?a=1&b=2)เป็นเอกสารอีกฉบับหนึ่ง

    ข้อกำหนดนี้สั้น -- เพราะไม่มีใครอ่านข้อกำหนดยาวๆ... คำว่า "คุณ" หมายถึงผู้ที่สั่งซื้อ

scope =
    ข้อกำหนดนี้มีผลตั้งแต่วันที่ { DATETIME($start, dateStyle: "long") } เราบรรจุ{ -box }มาตั้งแต่
    ค.ศ. { NUMBER($founded, useGrouping: "false") } และส่งไปแล้ว { $sent } กล่อง
    โดย { NUMBER(0.985, style: "percent", minimumFractionDigits: 1) } ถึงตรงเวลา

    คำที่เป็น *ตัวเอียง* คือชื่อสินค้าของเรา
    { "*" }*ไม่มีสิ่งใดในข้อกำหนดนี้จำกัดสิทธิที่กฎหมายให้แก่คุณ**

    พัสดุมีเครื่องหมาย ORCHARD--BOX ส่วนฉลากที่มี { "{{" } name { "}}" } หรือ
    { "{%" } x { "%}" } คือการพิมพ์ผิด
    .heading = 1. ขอบเขต

plans =
    มีสองแผน { $minimum ->
        [0] โดยไม่กำหนดจำนวนขั้นต่ำ
       *[other] โดยสั่งขั้นต่ำ { $minimum } กล่อง
    } แต่ละ{ -box }มีผลไม้ { $fruits ->
       *[other] { $fruits } ชนิด
    }

    | แผน \| รายการเสริม | ราคา | ตั้งแต่ |
    | :--- | ---: | :---: |
    | *รายครั้ง* | { $box-price }\* | { DATETIME($start, dateStyle: "short") } |
    | *รายปี* | { $year-price }\* | { DATETIME($start, dateStyle: "short") } |
    | ค่าขนส่งไปญี่ปุ่น | { $japan-fee } | { DATETIME($start, dateStyle: "medium") } |

    { "*" }) ราคาของ{ -box }รวมภาษีมูลค่าเพิ่ม { NUMBER(0.07, style: "percent") } แล้ว
    .heading = 2. *{ -orchard-box }*

swap = **การเปลี่ยน** คุณเปลี่ยน{ -box }ได้จนถึง { $swap-time ->
       *[other] { $swap-time } วัน
    } ก่อนการจัดส่ง

swap-how =
    ป้อนรหัส `{ "{%" } swap { "%}" }` หรือชื่อผลไม้ เช่น "pear|plum"

swap-cost =
    ตั้งแต่การเปลี่ยนครั้งที่ { $swap-limit } ในเดือนเดียวกัน คิดค่าบริการครั้งละ { $swap-fee }

pause = **การพัก** การพักมีระยะเวลา { $pause-time ->
       *[other] { $pause-time } เดือน
    }

payment =
    คุณชำระเงินล่วงหน้าด้วย { LIST($payment-means, type: "disjunction") } โดยมีสองขั้นตอนดังนี้
    .heading = การชำระเงิน

pay-open = เปิด[บัญชีของคุณ](https://orchard.example/account?a=1&b=2)

pay-confirm =
    ยืนยันจำนวนเงินภายใน { $grace ->
       *[other] { $grace } วัน
    }

delivery =
    { LIST($carriers, type: "conjunction") } จัดส่งแทนเราดังนี้

    - วันธรรมดา
        1. ช่วงเช้า หรือ
        2. ช่วงเย็น
    - วันเสาร์เฉพาะช่วงเช้า

    { "*" }*ไม่มีใครอยู่บ้านใช่ไหม** พัสดุจะรอคุณ { $wait ->
       *[other] { $wait } วัน
    } ที่นี่

    { -orchard } จุดรับสินค้า\
    Apfelweg 1\
    10115 Berlin
    .heading = 3. การจัดส่ง

changes =
    หากเราเปลี่ยนข้อกำหนดนี้ วันที่ด้านล่างของหน้านี้จะเปลี่ยนด้วย
    ดูราคาได้ที่ [“{ plans.heading }”](#plans) และดูการเปลี่ยนได้ที่ [ข้อนี้](#swap)

    มีคำถามหรือไม่ เขียนถึง <{ $support-email }> โทร [{ $phone }](tel:+4930901820) หรืออ่าน
    <{ $help-url }>
    .heading = 4. การเปลี่ยนแปลง
