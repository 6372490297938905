### The privacy policy of KazKey, in Kazakh. How these files are written is explained in
### locales/README.md.

## The page

# The title of the page.
title = { -kazkey } { -policy }

# One line about the page, for search engines.
description = { -kazkey } { -policy }

# The last line of the page. The date, for example "2017 ж. 12 желтоқсан", can take no suffix.
last-updated = **Осы құжаттың соңғы жаңартылған күні: { DATETIME($published, dateStyle: "long") }**

## The clauses

intro =
    Осы { -policy } { -kazkey } { -app(case: "accusative-possessed") } пайдаланатын адамдардан
    (бұдан әрі әрқайсысы – «{ -user }») алынған ақпаратты { -kazkey } қандай тәртіппен жинайтынын,
    пайдаланатынын, сақтайтынын және ашатынын реттейді. Ол осы { -app(case: "dative") }, сондай-ақ
    онда ұсынылатын барлық өнімдер мен қызметтерге қолданылады.

personal-information =
    { -kazkey } { -user(case: "ablative-plural") } ешқандай { -personal-data } жинамайды.
    .heading = { -personal-data(case: "capital") }

non-personal-information =
    { -user(case: "nominative-plural") } { -app(case: "instrumental") } өзара әрекеттескен кезде
    { -kazkey } { -non-personal-data } жинауы мүмкін. Оларға iOS нұсқасы, құрылғы түрі,
    { -user(case: "genitive") } { -app(case: "dative") } қосылу құралдары туралы техникалық ақпарат
    (мысалы, операциялық жүйе мен пайдаланылатын интернет-провайдерлер туралы) және осыған ұқсас
    өзге де ақпарат жатады.

    Егер { -app } қатенің салдарынан жабылып қалса, { -kazkey } ақау туралы есеп алуы мүмкін: ақау
    болған уақыт, бағдарламадағы орны, iOS нұсқасы және құрылғы түрі. Ақау туралы есепте терілген
    мәтін болмайды, ол { $crash-report-retention } күннен кейін жойылады.
    .heading = { -non-personal-data(case: "capital") }

use =
    { -kazkey } { -user(case: "genitive") } { -non-personal-data(case: "accusative-possessed") }
    мынадай мақсаттарда жинауы және пайдалануы мүмкін:
    .heading = Жиналған ақпарат қалай пайдаланылады

use-service = **Клиенттерге қызмет көрсетуді жақсарту үшін.** Берілген ақпарат қызмет
    көрсетуге қатысты өтініштерге және қолдау қажеттіліктеріне тиімдірек жауап беруге көмектеседі.

use-personalise = **{ -user } тәжірибесін жекелендіру үшін.** Ақпарат { -app(case: "locative") }
    ұсынылатын қызметтер мен ресурстарды { -user(case: "genitive-plural") } топ ретінде қалай
    пайдаланатынын түсіну үшін қолданылуы мүмкін.

use-faults = **Қателерді түзету үшін.** Ақау туралы есептер { -app(case: "genitive") } жұмысындағы
    кемшіліктерді табуға және жоюға көмектеседі.

protection =
    { -kazkey } { -app(case: "locative") } сақталатын деректерді рұқсатсыз қол жеткізуден,
    өзгертуден, ашудан немесе жоюдан қорғау үшін деректерді жинаудың, сақтаудың және өңдеудің тиісті
    тәсілдерін, сондай-ақ қауіпсіздік шараларын қолданады.
    .heading = Ақпарат қалай қорғалады

protection-pci =
    { -user(case: "nominative-plural") } үшін барынша қауіпсіз орта қалыптастыру мақсатында { -app }
    PCI қауіпсіздік стандарттарына сай келеді.

sharing =
    { -kazkey } { -user(case: "genitive-plural") } { -personal-data(case: "accusative-possessed") }
    басқа тұлғаларға сатпайды, айырбасқа да, жалға да бермейді. Ешқандай
    { -personal-data(case: "instrumental") } байланыстырылмаған, келушілер мен
    { -user(case: "nominative-plural") } туралы жалпыланған жиынтық демографиялық ақпарат жоғарыда
    көрсетілген мақсаттарда іскерлік серіктестерге, сенімді үлестес тұлғаларға және жарнама
    берушілерге берілуі мүмкін.
    .heading = { -personal-data(case: "accusative-capital") } беру

changes =
    { -kazkey } осы { -policy(case: "accusative") } кез келген уақытта өз қалауы бойынша жаңартуға
    құқылы. Мұндай жағдайда { -kazkey } { -app(case: "genitive") } басты бетінде хабарлама
    жариялайды және осы беттің төменгі жағындағы күнді жаңартады.

    { -user(case: "dative-plural") } жиналатын ақпараттың қалай қорғалатынынан хабардар болу үшін
    осы бетті жиі тексеріп тұру ұсынылады. { -user } осы { -policy(case: "accusative") } мерзімді
    түрде қарап шығу және өзгерістер туралы біліп отыру өзінің міндеті екенін мойындайды және бұған
    келіседі.
    .heading = Осы { -policy(case: "dative") } енгізілетін өзгерістер

consent =
    { -user } { -app(case: "accusative") } пайдалану арқылы осы { -policy(case: "accusative") }
    қабылдайды. Онымен келіспейтін адамдардан { -kazkey } { -app(case: "accusative") } пайдаланбауды
    сұрайды. Өзгерістер жарияланғаннан кейін { -app(case: "accusative") } пайдалануды жалғастыру
    сол өзгерістерді қабылдауды білдіреді.
    .heading = Осы шарттарды қабылдау

contact =
    Осы { -policy }, осы { -app(case: "genitive") } жұмыс тәсілдері немесе
    { -user(case: "genitive") } онымен өзара әрекеттесуі туралы сұрақтарды <{ $support-email }>
    мекенжайына жіберіңіз.
    .heading = Байланыс
