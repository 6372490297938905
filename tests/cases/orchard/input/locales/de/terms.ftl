-orchard = Orchard

-orchard-box = { -orchard }-Box
    .gender = feminine

-box =
    { $case ->
       *[nominative] Obstkorb
        [genitive] Obstkorbs
        [plural] Obstkörbe
        [dative-plural] Obstkörben
    }
    .gender = masculine

-personal-data =
    { $case ->
       *[nominative] personenbezogene Daten
        [dative] personenbezogenen Daten
    }
