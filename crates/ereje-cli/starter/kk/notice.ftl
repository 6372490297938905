### What surrounds the text of a policy on its page.

# The name of this language, in this language. It stands in the language switcher.
language-name = Қазақша

# Heading of the table of contents of a policy.
contents = Мазмұны

# Label of the language switcher, before the names of the languages.
languages = Тілдер

# Heading of the page that lists all policies.
policies = Саясаттар

# Link for people who use a keyboard or a screen reader: leads past the navigation to the text.
skip-to-text = Мәтінге өту

# One sentence across the top of a page that is a draft.
draft-banner = Бұл – құжат жобасы, ол күшіне енген жоқ.

# One short sentence beside a clause that is shown in another language, because it is not translated
# yet. { $language } is that language's own name, for example "English" or "Русский". It takes no
# endings, so the sentence must be correct with any name.
clause-missing = Бұл тармақ әлі аударылмаған (мәтін тілі: { $language }).

## Редакциялар мен хабарламалар. Саясаттың шығарылған редакциясы пайда болған соң қажет.

# Барлық редакция тізілген беттің тақырыбы әрі оған апаратын сілтеменің жазуы.
history = Өзгерістер

# Бұрынғы редакциялардың өзгерістеріне апаратын сілтемелердің тақырыбы әрі сол сілтемелердің жазуы.
earlier-changes = Бұрынғы өзгерістер

# Редакцияның атауы. { $version } – оның нөмірі, мысалы «2.0».
version-name = { $version } редакциясы

# Редакция қашан жарияланды және қай күннен бастап қолданылады.
version-published = Жарияланған күні: { DATETIME($date, dateStyle: "long") }
version-effective = Күшіне ену күні: { DATETIME($date, dateStyle: "long") }

# Әр редакцияның қай күндері қолданылатыны айтылған беттің тақырыбы әрі оған апаратын сілтеменің жазуы.
versions-by-date = Күндер бойынша редакциялар

# Сол бетті қалай оқу керек. { $zone } – уақыт белдеуінің атауы, мысалы «Asia/Almaty»; ол септелмейді.
find-a-date = Белгілі бір күні не қолданылғанын білу үшін қолданылу мерзімі сол күнді қамтитын редакцияны табыңыз (уақыт белдеуі: { $zone }).

# Редакция қай күннен қай күнге дейін қолданылады. Соңғы күн де мерзімге кіреді.
version-span = Қолданылу мерзімі: { DATETIME($first, dateStyle: "long") } – { DATETIME($last, dateStyle: "long") } (соңғы күні қоса есептеледі)

# Редакцияның бүгінгі жағдайы.
status-in-force = Қолданыста
status-coming = Әлі күшіне енген жоқ
status-past = Күшін жойған
status-replaced = Күшіне енгенге дейін ауыстырылған

# Ең ескі редакция туралы: басқаларында не өзгергені айтылатын жерде.
first-version = Алғашқы редакция.

# Хабарламасы қате болып, кері қайтарып алынған редакция туралы.
notice-retracted = Бұл редакция туралы хабарлама кері қайтарып алынды.

# Басқа редакция жарияланып қойған кезде беттің басында тұратын бір сөйлем.
coming-banner = Осы мәтіннің басқа редакциясы күшіне енетін күн: { DATETIME($date, dateStyle: "long") }.

# Дәл сол сөйлем, жарияланған редакцияның өз бетінде.
not-yet-banner = Бұл редакция әлі қолданылмайды, күшіне енетін күні: { DATETIME($date, dateStyle: "long") }.

# Дәл сол сөйлем, ескі редакцияның бетінде.
past-banner = Бұл редакция күшін жойған.

# Осы сөйлемдердегі сілтемелер.
read-coming = Алдағы редакцияны оқу
read-current = Қолданыстағы редакцияны оқу
see-changes = Өзгерістерді қарау

# Buttons below a notice on the home screen of an app: to close it, to agree, and not to agree.
button-understood = Түсінікті
button-agree = Келісемін
button-disagree = Келіспеймін

# Екі редакцияны салыстыратын беттің тақырыбы.
redline-title = { $from } редакциясынан { $to } редакциясына дейінгі өзгерістер

# Сол бетті қалай оқу керек.
redline-legend = Қосылған сөздердің асты сызылған, алынған сөздердің үсті сызылған.

# Бұрынғы мәтін жаңасының қасында тұратын бөліктің тақырыбы.
redline-sides = Бұрынғы мәтін мен жаңа мәтін қатар

# Экраннан оқитын бағдарлама қосылған және алынған сөздердің алдында айтатын сөз.
mark-added = қосылды
mark-removed = алынды

# Тармаққа не болды; тақырыбының қасында тұрады.
change-changed = Өзгертілді
change-added = Қосылды
change-removed = Алынды
change-moved = Орны ауысты

# Өзгермегендіктен көрсетілмеген тармақтардың саны.
unchanged-clauses =
    { $count ->
        [one] { $count } тармақ өзгеріссіз қалды.
       *[other] { $count } тармақ өзгеріссіз қалды.
    }

# Тақырыбы жоқ және алдында да тақырып тұрмаған тармақтың хабарламадағы атауы.
untitled-clause = кіріспе бөлім

# Сөйлем ішіндегі тақырып.
quoted-heading = «{ $heading }»

# Тым ұзарып кететін тақырыптар тізімінің соңы.
more-clauses =
    { $count ->
        [one] тағы { $count } тармақ
       *[other] тағы { $count } тармақ
    }

# Қолданбаның басты экранындағы хабарлама: тақырыбында 60 таңбадан, мәтінінде 200 таңбадан аспайды.
# { $policy } – саясаттың атауы, { $headings } – өзгеретін тармақтар. { $phase } мәні редакция күшіне
# енгенге дейін «coming», сол күннен бастап «now» болады.
notice =
    { $phase ->
        [coming] Не өзгереді: { LIST($headings) }. Күшіне енетін күні: { DATETIME($date, dateStyle: "long") }. Оған дейін бұрынғы редакция қолданылады.
       *[now] Не өзгерді: { LIST($headings) }. Жаңа редакция күшіне енген күн: { DATETIME($date, dateStyle: "long") }.
    }
    .title =
        { $phase ->
            [coming] { $policy } өзгереді: { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: жаңа редакция
        }

# Said of a version with which the policy ends, before that day and after it: across the top of the
# page, and on the home screen of an app (at most 60 characters in its title and 200 in its text).
# { $phase } is as above. From that day on no version is in force.
policy-ends = Осы мәтіннің күшін жою күні: { DATETIME($date, dateStyle: "long") }.
    .title =
        { $phase ->
            [coming] { $policy } күшін жояды: { DATETIME($date, dateStyle: "long") }
           *[now] { $policy }: күшін жойған
        }
