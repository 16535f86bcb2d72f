import Foundation
import Koers
import Testing

/// The walker itself: a field that one side lacks, another name and another value are differences.
@Suite struct NeutralTests {
    private let view = NeutralTests.fields(
        neutral(Home(zone: "Europe/Brussels", offsetMinutes: 60)))
    private let file: [String: Neutral] = [
        "is": .text("home"), "zone": .text("Europe/Brussels"), "offset_minutes": .whole(60),
    ]

    private static func fields(_ value: Neutral) -> [String: Neutral] {
        if case .fields(let fields) = value { fields } else { [:] }
    }

    private func found(_ file: [String: Neutral], _ view: [String: Neutral]) -> [String] {
        differences("home", .fields(file), .fields(view))
    }

    @Test func aViewThatSaysWhatTheFileSaysIsEqual() {
        #expect(found(file, view) == [])
    }

    @Test func aFieldThatTheWalkerLeavesOutIsADifference() {
        let less = view.filter { $0.key != "offsetMinutes" }
        #expect(found(file, less) == ["home: offsetminutes is not in Swift"])
    }

    @Test func aFieldThatTheFileDoesNotHaveIsADifference() {
        #expect(
            found(file.filter { $0.key != "zone" }, view) == ["home: zone is not in the file"])
    }

    @Test func anotherNameAndAnotherValueAreDifferences() {
        var renamed = file
        renamed["place"] = renamed.removeValue(forKey: "zone")
        #expect(
            found(renamed, view)
                == ["home: place is not in Swift", "home: zone is not in the file"])
        var other = file
        other["offset_minutes"] = .whole(61)
        #expect(found(other, view).count == 1)
        other = file
        other["is"] = .text("house")
        #expect(found(other, view).count == 1)
    }

    @Test func aLongTextIsItsBeginningItsLengthAndItsSum() {
        let shown = Self.fields(neutral(String(repeating: "é", count: 4000)))
        #expect(shown["begins"] == .text(String(repeating: "é", count: 500)))
        #expect(shown["bytes"] == .whole(8000))
        let other = Self.fields(neutral(String(repeating: "é", count: 3999) + "è"))
        #expect(shown["sum"] != other["sum"])
        #expect(neutral(Data("é".utf8)) == .text("é"))
    }
}
