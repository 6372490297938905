-orchard = Orchard

# The product, as on the parcel.
-orchard-box = { -orchard } Box

-box =
    { $form ->
       *[singular] box
        [plural] boxes
    }

-personal-data = personal data
