# What opens the vault: a new key for everything, the recovery code, and how strong a passphrase is.
rekey-explain = Koers zet alles in je kluis onder een nieuwe sleutel. Doe dit als iemand je wachtwoord misschien kent, of om voorgoed te wissen wat je verwijderde.
rekey-explain-after = Je krijgt een nieuwe herstelcode en de oude werkt niet meer. Je laatste wijziging kan je daarna niet meer ongedaan maken.
rekey-new-ask = Wil je meteen ook een ander wachtwoord?
rekey-code = Dit is je nieuwe herstelcode. Schrijf hem nu op. Je ziet hem alleen deze keer.
rekey-code-ask = Typ de code zoals hij op je papier staat.
rekey-code-help = Hoofdletters, spaties en streepjes maken niet uit. Esc: stoppen, en er verandert niets.
rekey-working = Alles gaat onder de nieuwe sleutel
rekey-done = Je kluis heeft een nieuwe sleutel. Oude wachtwoorden en codes openen hem niet meer.
rekey-old-copies = Oudere kopieën van je kluis gaan nog open met hun oude sleutel. Wis wat je niet meer nodig hebt.
rekey-device-gone = Openen met de vergrendeling van dit toestel staat nu uit. Je kan het weer aanzetten.

# Asked once there is something to lose, with what happens otherwise.
keys-ask = Je hebt al een paar keer iets genoteerd. Kies een wachtwoord en schrijf een herstelcode op: zonder die twee is alles weg als je telefoon stukgaat.
keys-ask-passphrase = Kies ook een wachtwoord. Raakt je papier met de code zoek en gaat je telefoon stuk, dan is anders alles weg.
keys-ask-code = Schrijf ook een herstelcode op papier. Vergeet je je wachtwoord en gaat je telefoon stuk, dan is anders alles weg.

# Said at the door where the device's own key is gone and there is no other.
keys-gone = Dit toestel heeft geen sleutel meer voor je kluis, en een wachtwoord of herstelcode was er nog niet. Heb je een reservekopie, zet die dan terug. Anders is wat erin stond niet meer te lezen, en kan je opnieuw beginnen.

# How long a passphrase holds out against guessing, from 0 to 4, and what would help. Advice only.
passphrase-strength-0 = Wie het probeert, raadt dit meteen.
passphrase-strength-1 = Wie het probeert, raadt dit snel.
passphrase-strength-2 = Dit houdt even stand, maar niet lang genoeg tegen iemand die blijft proberen.
passphrase-strength-3 = Dit is een goed wachtwoord. Het kost veel tijd om het te raden.
passphrase-strength-4 = Dit is een sterk wachtwoord. Het kost heel veel tijd om het te raden.
passphrase-hint-words = Vier of vijf woorden die niets met elkaar te maken hebben, zijn sterk en makkelijker te onthouden.
passphrase-hint-common = Het staat op de lijsten die eerst worden geprobeerd.
passphrase-hint-word = Eén woord of naam is snel gevonden, ook met een cijfer erachter.
passphrase-hint-keys = Toetsen die naast elkaar liggen, worden vroeg geprobeerd.
passphrase-hint-repeat = Hetzelfde herhalen helpt maar weinig.
passphrase-hint-sequence = Reeksen zoals abc of 123 worden vroeg geprobeerd.
passphrase-hint-date = Datums en jaartallen worden vroeg geprobeerd.
passphrase-yours = Jij kiest. Koers neemt elk wachtwoord aan.
