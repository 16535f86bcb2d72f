package org.koers.ui

import org.koers.logic.Answer
import org.koers.logic.BaselineDay
import org.koers.logic.BaselineState
import org.koers.logic.Choice
import org.koers.logic.DayMark
import org.koers.logic.DayToConfirm
import org.koers.logic.Delivery
import org.koers.logic.DeliveryBlock
import org.koers.logic.DiaryDay
import org.koers.logic.DiaryItem
import org.koers.logic.DiaryKind
import org.koers.logic.DiaryState
import org.koers.logic.GoalChoice
import org.koers.logic.GoalForm
import org.koers.logic.GoalState
import org.koers.logic.HelpItem
import org.koers.logic.HelpKind
import org.koers.logic.HelpLine
import org.koers.logic.HelpState
import org.koers.logic.InsightState
import org.koers.logic.InsightWeek
import org.koers.logic.IntakeItem
import org.koers.logic.IntakeState
import org.koers.logic.KeysState
import org.koers.logic.LogReceipt
import org.koers.logic.LogState
import org.koers.logic.More
import org.koers.logic.Place
import org.koers.logic.PlanFieldKind
import org.koers.logic.PlanFieldState
import org.koers.logic.PlanState
import org.koers.logic.ReminderForm
import org.koers.logic.SettingsState
import org.koers.logic.SituationItem
import org.koers.logic.SituationSection
import org.koers.logic.SituationWhy
import org.koers.logic.SituationsState
import org.koers.logic.StripDay
import org.koers.logic.Suggestion
import org.koers.logic.TodayState
import org.koers.logic.Way

/** States made by hand, for what a view does with them. */
internal object Samples {
    private fun strip(marks: List<DayMark>) = listOf("ma", "di", "wo", "do", "vr", "za", "zo").mapIndexed { nth, name ->
        StripDay("2026-03-0${nth + 2}", name, marks[nth], listOf("gebruikt", "niet gebruikt", "niet ingevuld", "komt nog")[marks[nth].ordinal])
    }

    val today = TodayState(
        loading = false,
        day = "2026-03-06",
        title = "Vrijdag 6 maart",
        strip = strip(
            listOf(
                DayMark.NotUsed, DayMark.Used, DayMark.NotUsed, DayMark.Unknown,
                DayMark.Unknown, DayMark.ToCome, DayMark.ToCome,
            ),
        ),
        stripText = "Deze week: 3 van 5 dagen ingevuld, 1 dag gebruikt.",
        without = "23 dagen zonder sinds 9 februari, 2 niet ingevuld.",
        confirm = listOf(DayToConfirm("2026-03-05", "Gisteren om 20.05 uur had je niet gebruikt. Bleef dat zo?")),
        canClose = true,
        gaps = "Er zijn 10 dagen niet ingevuld. Dat mag.",
        suggestions = listOf(
            Suggestion(
                "plan", "Maak een plan voor 'Thuiskomen in een leeg huis'.",
                "Dit staat op plaats 1 in je lijst en heeft nog geen plan.", Way(Place.Plan, "home-alone"),
            ),
            Suggestion("list", "Wil je 'Op het werk' in je lijst?", "Het kwam 4 keer voor bij sterke zin of gebruik.", Way(Place.Situations)),
        ),
        keysAsk = "Stel een wachtwoord en een herstelcode in. Zonder is alles weg als je toestel stukgaat.",
    )

    private val likely = listOf(
        "'s Avonds na het eten of voor het slapen", "Alleen thuis", "Ik voel me gestrest of opgejaagd", "Ik verveel me",
        "Na het werk of na school", "Ik kan niet slapen",
    ).mapIndexed { nth, label -> Choice("s$nth", label) }

    val log = LogState(
        title = "Noteren",
        least = "geen",
        most = "heel sterk",
        situations = likely,
        units = listOf(Choice("joint", "joints", true), Choice("gram", "gram")),
        alcoholLabel = "Alcohol",
    )

    val logFilled = log.copy(
        craving = 7,
        situations = likely.map { it.copy(chosen = it.id == "s1") },
        used = true,
        amount = "1,5",
        canSave = true,
    )

    val logMore = logFilled.copy(
        more = More(
            thoughts = listOf("Eentje kan geen kwaad", "Ik heb het verdiend", "Zonder kan ik niet slapen").map { Choice(it, it) },
            feelings = listOf("gespannen", "moe", "verdrietig", "rustig", "kwaad").map { Choice(it, it, it == "moe") },
            place = listOf("thuis", "onderweg", "werk").map { Choice(it, it) },
            note = "Lange dag. Ik wilde even niets.",
        ),
    )

    val receipt = LogState(
        receipt = LogReceipt(
            lines = listOf(
                "Genoteerd: zin 8 op 10.",
                "Sterke zin, en je gebruikte niet. Je schreef het op; dat helpt je zien wat er gebeurt.",
            ),
            question = "Wil je je plan voor 'Alleen thuis' erbij nemen?",
            plan = Way(Place.Plan, "s1"),
            stay = listOf("Waar in je lichaam zit het gevoel?", "Adem rustig uit.", "Kijk hoe het verandert."),
            call = listOf("Tom: 0470 12 34 56"),
            askReminders = true,
        ),
    )

    val diary = DiaryState(
        loading = false,
        days = listOf(
            DiaryDay(
                "2026-03-06", "Vandaag, vrijdag 6 maart",
                listOf(
                    DiaryItem("1", DiaryKind.Episode, "18.40 uur", 8, false, false, listOf("Alleen thuis", "Niet gebruikt"), true),
                    DiaryItem("2", DiaryKind.Closing, "20.05 uur", null, false, false, listOf("Tot nu toe niets"), false),
                ),
            ),
            DiaryDay(
                "2026-03-05", "Donderdag 5 maart",
                listOf(
                    DiaryItem("3", DiaryKind.Episode, "23.10 uur", 6, true, true, listOf("Feest, festival, café of club", "Gebruikt: 2 joints"), true),
                    DiaryItem("4", DiaryKind.Note, "", null, false, false, listOf("'Gezwommen na het werk. Dat deed deugd.'"), false),
                ),
            ),
        ),
        more = true,
    )

    private fun place(nth: Int, label: String, score: Double, low: Double, high: Double, confidence: String, reason: String) =
        SituationItem("s$nth", nth, label, score, low, high, confidence, reason, nth == 1, nth == 2)

    val situations = SituationsState(
        loading = false,
        title = "Je risicosituaties",
        how = "De lijst volgt hoe sterk je zin in elke situatie was. Met weinig notities telt je eigen inschatting mee.",
        places = listOf(
            place(1, "Alleen thuis", 8.2, 7.4, 8.9, "veel notities", "Zin om te gebruiken: gemiddeld 8,2 op 10, in 23 notities."),
            place(2, "Ik voel me gestrest of opgejaagd", 6.9, 5.2, 8.3, "al enkele notities", "Zin om te gebruiken: gemiddeld 7 op 10, in 9 notities."),
            place(3, "Feest, festival, café of club", 5.0, 2.1, 7.9, "nog weinig notities", "Nog geen notities; hier telt vooral je eigen inschatting."),
        ),
        sections = listOf(SituationSection("Zelden, maar sterk", listOf("Komt weinig voor in je notities. Jij gaf dit een 9."))),
        suggestions = listOf(Suggestion("work", "'Op het werk' kwam 4 keer voor bij sterke zin. Wil je het in je lijst?", null, null)),
    )

    val why = situations.copy(
        why = SituationWhy(
            situations.places.first(),
            listOf("Jij zette dit bovenaan.", "Zin om te gebruiken: gemiddeld 8,2 op 10, in 23 notities.", "Jij gaf dit een 7."),
            7,
            "De kans dat je hier gebruikt is ongeveer 57 %, op basis van 24 keer.",
        ),
    )

    private val planFields = listOf(
        PlanFieldState("early_signals", "Vroege signalen", "Waaraan merk je het eerst dat dit eraan komt?", PlanFieldKind.Lines, listOf("Ik kijk op de klok.")),
        PlanFieldState("avoidable", "Kan ik het vermijden?", "", PlanFieldKind.Choice, emptyList()),
        PlanFieldState("during", "Als het er is", "Drie dingen in volgorde: als dit gebeurt, dan doe ik dat.", PlanFieldKind.Lines, listOf("Als ik thuiskom, dan bel ik Tom.", "Als het blijft, dan ga ik buiten.")),
        PlanFieldState("helping_thought", "Helpende gedachte", "Welke zin helpt jou op dat moment?", PlanFieldKind.Text, listOf("Het gaat weer over.")),
        PlanFieldState("confidence", "Vertrouwen dat dit lukt", "Onder 7? Maak het kleiner, of vraag er iemand bij.", PlanFieldKind.Rating, listOf("7 op 10")),
    )

    val plan = PlanState("Plan voor 'Alleen thuis'", null, planFields, Answer.Partly, 7)
    val planEmpty = PlanState(
        "Plan voor 'Alleen thuis'",
        "Er is nog geen plan voor 'Alleen thuis'. Een paar zinnen zijn genoeg.",
        planFields.map { it.copy(lines = emptyList()) },
    )

    val baseline = BaselineState(
        title = "De week voor je begon",
        units = log.units,
        days = listOf("vrijdag 27 februari", "zaterdag 28 februari", "zondag 1 maart", "maandag 2 maart", "dinsdag 3 maart", "woensdag 4 maart", "gisteren")
            .mapIndexed { nth, label -> BaselineDay("d$nth", label, if (nth < 3) "2" else "") },
    )

    val goal = GoalState(
        loading = false,
        lines = listOf("Hoogstens 7 joints per week", "Stap voor de komende zeven dagen: hoogstens 14 joints per week"),
        weekTitle = "Week 2, vanaf 2 maart",
        weekLines = listOf("loopt nog", "Deze week noteerde je tot nu 5 joints, je grens is 14. Er komen nog twee dagen.", "5 van 7 dagen ingevuld"),
    )
    val goalForm = goal.copy(
        form = GoalForm(
            GoalChoice.Reduce, true, log.units, "7", "",
            listOf("ma", "di", "wo", "do", "vr", "za", "zo").mapIndexed { nth, day -> Choice("$nth", day, nth > 3) },
            null, "", "14",
        ),
    )

    val help = HelpState(
        title = "Hulp nu",
        question = "Wat is er aan de hand?",
        choices = listOf(
            HelpItem(
                HelpKind.WantToUse, "Ik wil gebruiken",
                listOf("Wacht eerst een kwartier. Zin wordt sterker en daarna weer zwakker.", "Ga weg van de plek waar je bent, of leg weg wat er ligt."),
                emptyList(),
            ),
            HelpItem(HelpKind.HaveUsed, "Ik heb gebruikt", listOf("Stop voor nu en leg weg wat er nog is."), listOf("pijn of druk op de borst", "stuipen")),
            HelpItem(
                HelpKind.SomethingWrong, "Er is iets mis, met mij of met iemand anders",
                listOf("Bel meteen het noodnummer bij een van deze tekens"), listOf("pijn of druk op de borst", "stuipen"),
            ),
        ),
        lines = listOf(
            HelpLine("Noodnummer", "112", "sos112.be", "gecontroleerd: februari 2025"),
            HelpLine("Zelfmoordlijn", "1813", "zelfmoord1813.be", "gecontroleerd: 2021"),
        ),
    )

    val intake = IntakeState(
        loading = false,
        steps = listOf("Wie je bent voor Koers", "De afgelopen week", "Wat het geeft en wat het kost", "Je doel", "Een eerste afspraak")
            .mapIndexed { nth, title ->
                IntakeItem("Stap ${nth + 1} van 5", title, nth < 2, emptyList(), if (nth == 3) Way(Place.Goal) else null)
            },
        paused = "Bewaard. Ga verder wanneer je wil.",
    )

    val insight = InsightState(
        loading = false,
        lines = listOf("23 dagen zonder sinds 9 februari, 2 niet ingevuld.", "Langste reeks: 12 dagen zonder."),
        weeks = listOf(
            InsightWeek("Week 1, vanaf 23 februari", "niet gehaald", listOf("Deze week: 17 joints, je grens was 14,5. Op zaterdag en zondag noteerde je het meest."), "6 van 7 dagen ingevuld"),
            InsightWeek("Week 2, vanaf 2 maart", "loopt nog", listOf("Deze week noteerde je tot nu 5 joints, je grens is 14. Er komen nog twee dagen."), "5 van 7 dagen ingevuld"),
        ),
    )

    val settings = SettingsState(
        loading = false,
        nickname = "Sam",
        languages = listOf(Choice("nl", "Nederlands", true), Choice("en", "English")),
        cutOff = 240,
        reminders = ReminderForm(
            checkInAt = 1230, quietFrom = 1320, quietTo = 480,
            preview = listOf("Vandaag om 20.30 uur: Tijd voor je dagnotitie", "Morgen om 9.00 uur: Je notitie van gisteren is nog niet af"),
            delivery = Delivery(12, 11, 1, listOf(DeliveryBlock.BatterySaver)),
        ),
        keys = KeysState(device = true, deviceCan = true, passphrase = true),
    )
}
