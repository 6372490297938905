intro =
    Type this:

        { "rm" } all of it  and that
