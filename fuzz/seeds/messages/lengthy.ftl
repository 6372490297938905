a = { { { { { { { { { { { { { { $n } } } } } } } } } } } } } }
b = { -x }{ -x }{ -x }
c = { c } { b.none } { LIST($fee, $n) } { NUMBER($n, minimumFractionDigits: 2) }
# terms.ftl
-x = { -y }{ -y }{ -y }{ -y }
-y = { -z } { $none }
-z = { -x }
