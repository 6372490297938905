language-name = ไทย
contents = สารบัญ
languages = ภาษา
policies = นโยบาย
skip-to-text = ข้ามไปที่เนื้อหา
draft-banner = เอกสารนี้เป็นฉบับร่างและยังไม่มีผลบังคับใช้
clause-missing = ข้อนี้ยังไม่ได้แปล (ภาษาของข้อความ: { $language })
