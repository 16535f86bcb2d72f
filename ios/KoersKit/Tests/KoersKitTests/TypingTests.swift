import Testing

@testable import KoersKit

/// What stands in a field is what is stored, and no letter of it is lost.
@Suite struct TypingTests {
    /// A field in which this was stored, and then one text after another typed.
    private func field(_ stored: String, typed: String...) -> Typing {
        var field = Typing()
        field.hear(stored)
        for text in typed { _ = field.type(text) }
        return field
    }

    @Test func whatIsStoredStandsInTheFieldAtFirst() { #expect(field("2").text == "2") }

    @Test func anEchoThatComesLateTakesNoLetterAway() {
        var field = field("", typed: "t", "th", "thu")
        field.hear("t")
        #expect(field.text == "thu")
        field.hear("thu")
        #expect(field.text == "thu")
    }

    @Test func aStepOrAnotherSubstanceIsTakenOverWhileSomebodyTypes() {
        var field = field("1", typed: "12")
        field.hear("12")
        field.hear("12.5")
        #expect(field.text == "12.5")
        field.hear("")
        #expect(field.text == "")
    }

    @Test func aLineThatCameInItsPlaceIsTakenOverAlsoBeforeTheLastEcho() {
        var field = field("go home", typed: "go home now")
        field.hear("call Tom")
        #expect(field.text == "call Tom")
    }

    @Test func whatStandsThereAlreadyIsNotToldAgain() {
        var field = field("2")
        let (same, other) = (field.type("2"), field.type("2.5"))
        #expect(!same && other)
    }
}
