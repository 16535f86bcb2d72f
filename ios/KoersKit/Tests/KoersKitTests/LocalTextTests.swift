import Foundation
import Testing

@testable import KoersKit

/// A day or a time is told as exactly as the person chose it.
@Suite struct LocalTextTests {
    @Test func aWholeDayStaysOneWhenAnotherDayIsChosen() throws {
        let day = try #require(LocalText.date("2026-03-05"))
        #expect(LocalText.text(day, like: "2026-03-04") == "2026-03-05")
        #expect(LocalText.isDay("2026-03-05") && !LocalText.isDay("2026-03-05T21:30"))
    }

    @Test func aMomentStaysOneWhenAnotherIsChosen() throws {
        let moment = try #require(LocalText.date("2026-03-05T21:30"))
        #expect(LocalText.text(moment, like: "2026-03-04T20:00") == "2026-03-05T21:30")
        #expect(LocalText.day(moment) == "2026-03-05")
    }

    @Test func theLanguageIsTheOneChosenAndTheRegionThatOfThePhone() {
        let here = Locale(language: "en", regionOf: Locale(identifier: "nl_BE"))
        #expect(here.language.languageCode == "en" && here.region == "BE")
        let nowhere = Locale(language: "nl", regionOf: Locale(identifier: "en"))
        #expect(nowhere.language.languageCode == "nl")
    }
}
