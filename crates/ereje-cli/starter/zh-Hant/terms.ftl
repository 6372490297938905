### Names and legal terms that must be the same everywhere.

# 您的產品名稱。
# The name of your product. It is written here once and used everywhere as { -product }.
-product = Example
