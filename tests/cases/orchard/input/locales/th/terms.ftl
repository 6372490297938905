-orchard = Orchard

-orchard-box = { -box } { -orchard }

-box = กล่อง

-personal-data = ข้อมูลส่วนบุคคล
