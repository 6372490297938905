### The policy. Replace these sentences with your own: one message for each clause of
### policy.toml. How the files are written is explained in locales/README.md.

## The page

# The title of the page.
title = उपयोग की शर्तें

# One line about the page, for search engines.
description =
    यह पेज बताता है कि हमारे और { -product } का उपयोग करने वाले हर व्यक्ति के बीच क्या लागू होता है।

# The last line of the page. The date is written out in this language; it takes no endings.
last-updated = **अंतिम अपडेट: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    यह पेज बताता है कि हमारे और { -product } का उपयोग करने वाले हर व्यक्ति के बीच क्या लागू होता है।

changes =
    हम हर बदलाव के लागू होने से पहले उसकी सूचना देते हैं और इस पेज के नीचे दी गई तारीख अपडेट करते
    हैं।
    .heading = बदलाव

# { $contact-email } comes from policy.toml. The angle brackets make it a link.
contact = अगर इस पेज के बारे में आपका कोई सवाल है, तो <{ $contact-email }> पर लिखें।
    .heading = संपर्क
