# Safer use: less, slower, not alone, not mixed. Never an amount, never an interval.
safer-title = Als je gebruikt
safer-safest = Niet gebruiken is het veiligst. Gebruik je toch, dan maken deze dingen het minder riskant.
safer-less = Neem minder dan je gewend was, zeker na een pauze.
safer-slower = Doe het trager aan en voel eerst wat het doet.
safer-not-alone = Gebruik niet alleen. Zeg aan iemand wat je neemt.
safer-not-mixed = Combineer niet met alcohol, pillen of een ander middel.
safer-driving = Rij niet op een dag dat je gebruikte, en ook niet de dag erna. Gebruik je vaak? Dan kan een test dagen later nog positief zijn.
safer-break = Na een pauze verdraagt je lichaam minder. Wat vroeger ging, kan nu te veel zijn.
safer-never = Niet als je zwanger bent of borstvoeding geeft, en niet waar kinderen bij zijn.
safer-heart = Heb je een hartziekte, hoge bloeddruk, epilepsie of ooit een psychose gehad? Dan is gebruiken extra gevaarlijk.
safer-mixed-after = Nam je ook drank, pillen, GHB of heroïne? Blijf niet alleen en slaap op je zij.
