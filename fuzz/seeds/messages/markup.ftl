a =
    1. one
       - two

          > three `four` <b>five</b> ![six](seven.png)

    | x | y |
    | - | - |
    | 1 | 2 |
b = [a](mailto:help@example.com) [b](javascript:x) <https://example.com> [c](#a) \* &amp; ~~d~~
    .heading = 1. **One** *two* [three](http://example.com)
c =
    text
    { "#" } no heading { "    " } { "" }
# source.ftl
a =
    1. one
b = [a](mailto:help@example.com)
