a = one
* two
b = three
[x] four
    .heading four
c = { $mial } { five
	d = tab
e = { $n -> [one] x }
f = "{ "unclosed }
-g =
h = }
a = twice
# source.ftl
c = { $mail }
