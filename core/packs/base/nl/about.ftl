# What Koers is, can do and cannot do. Said once, and always there to read.
about-what = Koers is zelfhulp voor volwassenen die willen nadenken over hun gebruik en het willen veranderen.
about-can-1 = Koers laat je zien wanneer de zin sterk is, en wat ermee samengaat.
about-can-2 = Je maakt er plannen en afspraken mee, in je eigen woorden.
about-can-3 = Je ziet eerlijk hoe het met je doel gaat, ook wat niet bekend is.
about-cannot-1 = Koers stelt geen diagnose en is geen behandeling.
about-cannot-2 = Koers weet niet of het bij jou werkt. In studies helpen zulke programma's een beetje, en veel mensen haken af.
about-cannot-3 = In studies gebruikten mensen zonder programma na een tijd ook minder.
about-cannot-4 = Koers vervangt geen arts of hulpverlener. Die kunnen er altijd naast.
about-cannot-5 = Koers belt niemand en waarschuwt niemand.
about-private-1 = Alles blijft op dit toestel, versleuteld. Er is geen account en niets wordt verstuurd.
about-private-2 = Zonder wachtwoord of herstelcode is alles weg. Niemand kan het terughalen.
about-private-3 = Wie je dwingt om te ontgrendelen, kan alles lezen. Daar beschermt Koers niet tegen.
about-adults = Koers is voor mensen van 18 jaar en ouder.
about-director = Jij bepaalt: overslaan, herhalen, veranderen, wissen.
about-doctor = Praat met een arts als je zwanger bent, medicijnen neemt, of lang somber bent.
about-demo = Dit is een verzonnen persoon. Niets hiervan is echt gebeurd.
about-demo-start = Zelf beginnen: { $command }
