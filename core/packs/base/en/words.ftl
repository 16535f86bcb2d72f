# Numbers, units and times; names of help lines.
number-words = nought one two three four five six seven eight nine ten eleven twelve
unit-use-day = use days
    .count = { $amount ->
        [one] { $amount } use day
       *[other] { $amount } use days
    }
clock-time = { $hour }:{ $minute }
help-line-eu-112 = Emergency number
help-line-gb-999 = Emergency number
help-line-be-1813 = Zelfmoordlijn (Dutch)
    .note = Free and anonymous, day and night, in Dutch. You can chat on the site.
help-line-be-suicide-fr = Centre de Prévention du Suicide (French)
    .note = Free, day and night, in French.
help-line-nl-113 = 113 Zelfmoordpreventie (Dutch)
    .note = Free and anonymous, day and night. You can also call 113 or chat on the site.
help-line-fr-3114 = 3114, suicide prevention (French)
    .note = Free, day and night, in French.
help-line-gb-samaritans = Samaritans
    .note = Free, day and night.
help-line-be-106 = Tele-Onthaal (Dutch)
    .note = Free and anonymous, day and night, in Dutch. You can chat on the site.
help-line-be-druglijn = De Druglijn (Dutch)
    .note = Information and advice. This is no emergency line and it is not always open.
