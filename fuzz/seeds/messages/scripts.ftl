а = Пишите на help@example.com до 15.03.2024 г., 1 000 ₽ и ٣٠ дней
b = ﷽ ‏שלום‎ { $keep } ​é
c = 我們保留 30 天。[網站](https://example.com/a?b=1&c=2 "x")
title = Pаypal
# source.ftl
b = Hello { $keep } é
c = We keep it for 31 days. [Site](https://example.com/a)
