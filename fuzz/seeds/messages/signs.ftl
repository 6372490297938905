a ＝ b
 .heading = c
b = { ＄x → 
 *[other] y
 }
