-app = { $case ->
   *[nominative] приложение
    [genitive] приложения
 }
-loop = { -again }
-again = { -loop }
