# Safer use: less, slower, not alone, not mixed. Never an amount, never an interval.
safer-title = If you use
safer-safest = Not using is safest. If you do use, these things make it less risky.
safer-less = Take less than you were used to, above all after a break.
safer-slower = Go slower and feel first what it does.
safer-not-alone = Do not use alone. Tell someone what you take.
safer-not-mixed = Do not mix with alcohol, pills or another drug.
safer-driving = Do not drive on a day that you used, nor the day after. Do you use often? Then a test can still be positive days later.
safer-break = After a break your body can bear less. What went before can be too much now.
safer-never = Not when you are pregnant or breastfeeding, and not where children are.
safer-heart = Do you have heart disease, high blood pressure, epilepsy, or ever a psychosis? Then using is extra dangerous.
safer-mixed-after = Did you also take drink, pills, GHB or heroin? Do not stay alone, and sleep on your side.
