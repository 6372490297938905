-orchard = Orchard

-orchard-box = صندوق { -orchard }

-box =
    { $form ->
       *[indefinite] صندوق
        [definite] الصندوق
        [definite-plural] الصناديق
    }

-personal-data =
    { $form ->
       *[definite] البيانات الشخصية
        [yours] بياناتك الشخصية
    }
