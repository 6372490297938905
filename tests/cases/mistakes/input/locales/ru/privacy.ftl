title = Политика конфиденциальности { -ap }
description = TODO: описать
last-updated = **Обновлено 12 декабря 2017 г.**
intro = Что делает { -app(case: "genetive") }. Мы храним это { $retentoin } дней.
    * и ещё кое-что
use = Зачем <b>это</b> делается, см. [здесь](#contcat) и [там](javascript:alert).
	с отступом
contcat = Пишите на { EMAIL($support-email) } или {{ $support-email }}.
contact = Пишите на { $suport-email }.
    .headng = Связь
