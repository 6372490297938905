-orchard = Orchard

-orchard-box = { -orchard }{ -box }

-box = ボックス

-personal-data = 個人データ
