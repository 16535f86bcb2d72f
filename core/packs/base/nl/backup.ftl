# Reservekopieën. $path is waar een bestand staat, $date wanneer een kopie gemaakt is.
backup-made = Je reservekopie is klaar en nagekeken: { $path }
backup-still-good = Er is niets veranderd sinds je laatste reservekopie: { $path }
backup-checked = Deze reservekopie is volledig en leesbaar. Ze is gemaakt op { $date }.
backup-restored = Alles uit je reservekopie van { $date } staat er weer.
backup-kept-aside = Wat hier eerst stond, is bewaard: { $path }
backup-opens-with-passphrase = Ze gaat open met het wachtwoord dat je had toen ze gemaakt werd.
backup-opens-with-code = Ze gaat open met de herstelcode die je had toen ze gemaakt werd.
backup-opens-with-both = Ze gaat open met het wachtwoord of de herstelcode die je had toen ze gemaakt werd.

# Waarom een reservekopie niet gebruikt of gemaakt kan worden.
backup-not-found = Hier staat geen reservekopie. Kies een ander bestand.
backup-no-folder = Deze map bestaat niet. Maak ze eerst, of kies een andere plaats.
backup-not-a-backup = Dit bestand is geen reservekopie van Koers. Er is niets gewijzigd. Kies een ander bestand.
backup-cut-short = Het einde van deze reservekopie ontbreekt. Er is niets gewijzigd. Kopieer ze opnieuw, of neem een andere.
backup-changed = Deze reservekopie is beschadigd of veranderd. In je kluis is niets gewijzigd. Neem een andere.
backup-newer = Deze reservekopie is gemaakt met een nieuwere Koers. Er is niets gewijzigd. Werk Koers bij en probeer opnieuw.
backup-no-key = Koers kan nog geen reservekopie maken. Geef één keer je wachtwoord, dan kan het.
backup-vault-there = Hier staat al een kluis: { $path }. Er is niets gewijzigd. Met { $option } wordt ze eerst opzij bewaard.
