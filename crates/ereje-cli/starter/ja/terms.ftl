### Names and legal terms that must be the same everywhere.

# お使いの製品の名前。
# The name of your product. It is written here once and used everywhere as { -product }.
-product = Example
