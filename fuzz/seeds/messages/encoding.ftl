a = byte-order mark
b = ÿþ
    * more
