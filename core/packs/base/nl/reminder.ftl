# On the lock screen: neutral, nothing that gives anything away.
reminder-title = Koers
reminder-check-in = Tijd voor je dagnotitie
reminder-not-closed = Je notitie van gisteren is nog niet af
reminder-new = Er staat iets nieuws klaar
reminder-action-so-far = Tot nu toe niets
reminder-action-log = Noteren
reminder-action-later = Over een uur
reminder-kind-check-in = dagnotitie
reminder-kind-not-closed = gisteren nog open
reminder-kind-letter = nieuwe brief
reminder-kind-follow-up = terugkijken
reminder-kind-pre-risk = voor een risicomoment
reminder-kind-programme-end = einde en nazorg
reminder-stopped = Deze herinnering bleef een paar keer liggen en staat nu uit. Past een ander moment beter?
reminder-list-line = { CAP($day) } om { $time }: { $text }
reminder-list-empty = Er staan geen herinneringen klaar.
reminder-own-words = { $words }

# What was noted from a notification, said when Koers is unlocked.
porch-taken = { $entries ->
    [one] { $entries } notitie uit de melding staat nu in je dagboek.
   *[other] { $entries } notities uit de melding staan nu in je dagboek.
}
porch-not-taken = { $entries ->
    [one] { $entries } notitie uit de melding was niet leesbaar. Je kunt ze opnieuw noteren.
   *[other] { $entries } notities uit de melding waren niet leesbaar. Je kunt ze opnieuw noteren.
}
