### The privacy policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = गोपनीयता नीति

# One line about the page, for search engines.
description = { -product } की गोपनीयता नीति

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **अंतिम अपडेट: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro = यह नीति बताती है कि { -product } में आपसे जुड़ी जानकारी का क्या किया जाता है।

# Introduces the two items below.
collection = हम केवल वही इकट्ठा करते हैं जो ऐप के काम करने के लिए ज़रूरी है:
    .heading = हम क्या इकट्ठा करते हैं

collection-account = **आपका ईमेल पता।** हम इसका उपयोग आपको साइन इन कराने के लिए करते हैं।

collection-diagnostics = **तकनीकी रिपोर्टें।** हम इनका उपयोग त्रुटियाँ ठीक करने के लिए करते हैं।

# { $retention } is a number of days. There is one line for each form that this language has.
retention =
    आपके खाता बंद करने के { $retention ->
        [one] { $retention } दिन
       *[other] { $retention } दिन
    } बाद हम यह जानकारी मिटा देते हैं।
    .heading = हम जानकारी कितने समय तक रखते हैं

changes =
    हम हर बदलाव के लागू होने से पहले उसकी सूचना देते हैं और इस पेज के नीचे दी गई तारीख अपडेट करते
    हैं।
    .heading = इस नीति में बदलाव

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = अगर इस नीति के बारे में आपका कोई सवाल है, तो <{ $contact-email }> पर लिखें।
    .heading = संपर्क
