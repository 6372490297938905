-orchard = Orchard

-orchard-box = { -orchard }{ -box }

-box = 鮮果箱

-personal-data = 個人資料
