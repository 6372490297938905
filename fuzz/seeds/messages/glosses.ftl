a = not exceed $500 (five hundred dollars), thirty (30) days （三十）
b = <b>x<b> </hspan> <span a="b">
c = { $n ->
 *[other] z
 }
