### Names and legal terms that must be the same everywhere.

# The name of your product. It is written here once and used everywhere as { -product }.
-product = Example
