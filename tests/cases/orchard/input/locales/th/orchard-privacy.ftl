### The privacy policy of Orchard, in Thai. A line ends only where a space belongs.

title = นโยบายความเป็นส่วนตัวของ { -orchard }
description = วิธีที่ { -orchard } ดูแล{ -personal-data }
last-updated = *ปรับปรุงล่าสุด: { DATETIME($published, dateStyle: "long") }*

address =
    { $company }\
    Apfelweg 1\
    10115 Berlin

intro =
    นโยบายนี้อธิบายว่า { $company } ดูแล{ -personal-data }อย่างไร ผู้รับผิดชอบคือ

    { address }

data =
    เราเก็บรวบรวมเฉพาะ{ -personal-data }ที่จำเป็น ได้แก่
    .heading = สิ่งที่เราเก็บรวบรวม

data-account = **บัญชี:** สิ่งที่คุณแจ้งแก่เรา คือ

data-name = ชื่อและที่อยู่อีเมลของคุณ

data-address = ที่อยู่ของคุณ -- หากไม่มี เราจัดส่งไม่ได้ -- และหมายเลขโทรศัพท์ของคุณ

purpose =
    เราใช้ข้อมูลของคุณ

    1. เพื่อจัดส่ง{ -box }
        - ถึงหน้าบ้านคุณ หรือ
        - ถึงเพื่อนบ้าน
    2. เพื่อเขียนถึงคุณ ไม่เกิน { $letters ->
            [1] หนึ่งครั้ง
           *[other] { $letters } ครั้ง
        } ต่อเดือน
    .heading = เราใช้ข้อมูลเพื่ออะไร

retention =
    วันแรกคือ { DATETIME($since, dateStyle: "full") } ตั้งแต่นั้นมา เราลบทุกอย่างเมื่อครบ
    { $retention ->
       *[other] { $retention } วัน
    } หลังคำสั่งซื้อล่าสุดของคุณ

    เราเก็บใบแจ้งหนี้ไว้ { $invoices ->
       *[other] { $invoices } ปี
    } เพราะกฎหมายกำหนด... คุกกี้ `orchard_id` หมดอายุใน { $cookie ->
       *[other] { $cookie } ชั่วโมง
    }
    .heading = เราเก็บข้อมูลไว้นานเท่าใด

recipients =
    บริษัทต่อไปนี้ได้รับข้อมูล

    | ผู้รับ | ประเทศ | สัญญาลงวันที่ |
    | --- | :-: | --: |
    | { LIST($carriers, type: "conjunction") } | เยอรมนี | { DATETIME($since, dateStyle: "medium") } |
    | เซิร์ฟเวอร์รายชื่อ `list\|1` | ญี่ปุ่น | { DATETIME($since, dateStyle: "medium") } |

    ไม่มีผู้อื่นได้รับ เราไม่ขายข้อมูล แม้จะได้ { $offer } ก็ตาม
    .heading = ใครได้รับข้อมูล

rights =
    > “ข้อมูลของคุณเป็นของคุณ เราเพียงดูแลให้”
    >
    > -- กฎข้อแรกของ { -orchard }

    คุณมีสิทธิดังนี้
    .heading = *สิทธิ*ของคุณ

rights-access = **การเข้าถึง:** เราจะแจ้งให้คุณทราบภายใน { $answer ->
       *[other] { $answer } เดือน
    } ว่าเราเก็บอะไรเกี่ยวกับคุณไว้บ้าง

rights-complaint = **การร้องเรียน:**
    คุณร้องเรียนต่อ[หน่วยงานกำกับดูแล](https://authority.example/complain_now?a=1&b=2)ได้

contact =
    เขียนถึง [{ $support-email }](mailto:{ $support-email })
    หรือโทร [{ $phone }](tel:+4930901820) ดูสิ่งที่เราเก็บรวบรวมได้ที่ [“{ data.heading }”](#data)

    หากเราเปลี่ยนนโยบายนี้ จะมีประกาศบนหน้าหลักเป็นเวลา { $notice ->
       *[other] { $notice } สัปดาห์
    } ฉบับนี้ลงวันที่ { $published }
    .heading = การติดต่อและการเปลี่ยนแปลง
