### Names and legal terms that must be the same everywhere.

# 您的产品名称。
# The name of your product. It is written here once and used everywhere as { -product }.
-product = Example
