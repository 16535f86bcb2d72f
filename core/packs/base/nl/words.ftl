# Numbers, units and times; names of help lines.
number-words = nul één twee drie vier vijf zes zeven acht negen tien elf twaalf
unit-use-day = dagen met gebruik
    .count = { $amount ->
        [one] { $amount } dag met gebruik
       *[other] { $amount } dagen met gebruik
    }
clock-time = { $hour }.{ $minute } uur
help-line-eu-112 = Noodnummer
help-line-gb-999 = Noodnummer
help-line-be-1813 = Zelfmoordlijn
    .note = Gratis en anoniem, dag en nacht. Chatten kan op de site.
help-line-be-suicide-fr = Centre de Prévention du Suicide (Frans)
    .note = Gratis, dag en nacht, in het Frans.
help-line-nl-113 = 113 Zelfmoordpreventie
    .note = Gratis en anoniem, dag en nacht. Je kan ook 113 bellen of chatten op de site.
help-line-fr-3114 = 3114, zelfmoordpreventie (Frans)
    .note = Gratis, dag en nacht, in het Frans.
help-line-gb-samaritans = Samaritans (Engels)
    .note = Gratis, dag en nacht, in het Engels.
help-line-be-106 = Tele-Onthaal
    .note = Gratis en anoniem, dag en nacht. Chatten kan op de site.
help-line-be-druglijn = De Druglijn
    .note = Informatie en advies. Dit is geen noodlijn en ze is niet altijd open.
