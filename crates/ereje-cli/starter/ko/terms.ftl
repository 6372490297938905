### Names and legal terms that must be the same everywhere.

# 제품 이름입니다.
# The name of your product. It is written here once and used everywhere as { -product }.
-product = Example
