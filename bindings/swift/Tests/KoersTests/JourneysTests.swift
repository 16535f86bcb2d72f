import Foundation
import Koers
import Testing

private struct Journey: Decodable {
    let lang: String
    let steps: [Step]
}

private struct Step: Decodable {
    let at: String?
    let zone: String?
    let call: String
    let with: Neutral?
    let gives: Neutral?
    let fails: Neutral?
    let says: Neutral?
}

/// Every journey gives in Swift what its file says, field by field.
@Test func everyJourneyGivesWhatItsFileSays() async throws {
    let folder = URL(filePath: #filePath).appending(path: "../../../../../tests/journeys")
    let files = try FileManager.default.contentsOfDirectory(
        at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
    let journeys = files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    #expect(journeys.count >= 10)
    for file in journeys {
        let journey = try JSONDecoder().decode(Journey.self, from: Data(contentsOf: file))
        let found = try await Life(journey).differences()
        let name = file.deletingPathExtension().lastPathComponent
        print("\(name)\tswift\t\(found.isEmpty ? "equal" : "differs")")
        #expect(found == [], "\(name)")
    }
}

/// A vault on its way.
private final class Life {
    private let journey: Journey
    private let path: String
    private let lang: Lang
    private var client: KoersClient
    private var here: Here?

    init(_ journey: Journey) async throws {
        self.journey = journey
        path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).koers"
        lang = try native(Lang.self, .text(journey.lang))
        client = try await KoersClient.create(
            path: path, passphrase: Data("journey".utf8), lang: lang)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func differences() async throws -> [String] {
        var found: [String] = []
        for (nth, step) in journey.steps.enumerated() {
            if let at = step.at { try await stand(at, step.zone ?? "") }
            var gives = Neutral.none
            var fails = Neutral.none
            var says = Neutral.none
            do {
                gives = try await call(step.call, With(step.with ?? .none))
            } catch let error as KoersError {
                fails = neutral(error)
                says = neutral(error.sentence(lang))
            }
            let at = "\(nth + 1) \(step.call)"
            found += KoersTests.differences(at, step.gives ?? .none, gives)
            found += KoersTests.differences("\(at) fails", step.fails ?? .none, fails)
            found += KoersTests.differences("\(at) says", step.says ?? .none, says)
        }
        try await client.lock()
        return found
    }

    private func stand(_ at: String, _ zone: String) async throws {
        let sign = at.suffix(6).hasPrefix("-") ? -1 : 1
        let offset = at.suffix(5).split(separator: ":").compactMap { Int32($0) }
        let home = Home(zone: zone, offsetMinutes: Int32(sign) * (60 * offset[0] + offset[1]))
        here = Here(now: try Date(at, strategy: .iso8601), home: home)
        try await client.setClock(here)
    }

    /// Closes the vault and opens it again, as after a restart of the app. With a kind it stays
    /// open, and something that cannot be opened is tried instead.
    private func reopen(_ passphrase: String, _ kind: String?) async throws -> Neutral {
        let passphrase = Data(passphrase.utf8)
        if let kind {
            let broken = try broken(kind)
            defer { if broken != path { try? FileManager.default.removeItem(atPath: broken) } }
            _ = try await KoersClient.open(path: broken, passphrase: passphrase, here: here)
            return .none
        }
        try await client.lock()
        client = try await KoersClient.open(path: path, passphrase: passphrase, here: here)
        return .none
    }

    /// Where a vault lies that cannot be opened; but for the one in use, a copy.
    private func broken(_ kind: String) throws -> String {
        if kind == "in_use" { return path }
        let copy = "\(path).\(kind)"
        let whole = try Data(contentsOf: URL(filePath: path))
        let half = whole.prefix(whole.count / 2)
        let made: Data
        switch kind {
        case "missing": return copy
        case "cut_short": made = half
        case "damaged": made = half + Data(count: whole.count - half.count)
        case "not_a_vault": made = Data("something else".utf8)
        default: throw NoSuchCall(name: kind)
        }
        try made.write(to: URL(filePath: copy))
        return copy
    }

    /// One call of the client: Swift cannot look a method up by its name.
    private func call(_ name: String, _ with: With) async throws -> Neutral {
        switch name {
        case "open": try await reopen(with.get("passphrase"), with.get("vault"))
        case "lock": try await nothing { try await self.client.lock() }
        case "check":
            try await nothing { try await self.client.check(with.get("command")) }
        case "record": neutral(try await client.record(with.get("command")))
        case "record_all": neutral(try await client.recordAll(with.get("commands")))
        case "undo": neutral(try await client.undo())
        case "import_csv":
            neutral(
                try await client.importCsv(
                    Data(with.get("csv", as: String.self).utf8), dryRun: with.get("dry_run"),
                    skipBad: with.get("skip_bad")))
        case "substances": neutral(try await client.substances())
        case "today": neutral(try await client.today(with.get("substance")))
        case "diary":
            neutral(try await client.diary(skip: with.get("skip"), count: with.get("count")))
        case "find": neutral(try await client.find(shortId: with.get("short_id")))
        case "episode": neutral(try await client.episode(id: with.get("id")) as Any)
        case "episode_draft": neutral(try await client.episodeDraft(id: with.get("id")))
        case "situations": neutral(try await client.situations(with.get("substance")))
        case "find_situation":
            neutral(
                try await client.findSituation(
                    named: with.get("named"), substance: with.get("substance")))
        case "list_draft":
            neutral(
                try await client.listDraft(
                    substance: with.get("substance"), situation: with.get("situation")))
        case "listing":
            neutral(
                try await client.listing(
                    substance: with.get("substance"), named: with.get("named"),
                    ownRating: with.get("own_rating")))
        case "plan": neutral(try await client.plan(with.get("situation")))
        case "plan_draft": neutral(try await client.planDraft(with.get("situation")))
        case "goal": neutral(try await client.goal(with.get("substance")))
        case "results": neutral(try await client.results(with.get("substance")))
        case "evaluate": neutral(try await client.evaluate(with.get("substance")))
        case "reminders": neutral(try await client.reminders())
        case "help_now": neutral(try await client.helpNow())
        case "intake": neutral(try await client.intake())
        case "measures":
            neutral(
                try await client.measures(substance: with.get("substance"), kind: with.get("kind")))
        case "new_profile_draft": neutral(try await client.newProfileDraft())
        case "profile_draft": neutral(try await client.profileDraft() as Any)
        case "goal_draft":
            neutral(try await client.goalDraft(substance: with.get("substance")) as Any)
        case "note_draft": neutral(try await client.noteDraft(id: with.get("id")))
        case "report": neutral(try await client.report(with.get("parts")))
        case "export": neutral(try await client.export())
        default: throw NoSuchCall(name: name)
        }
    }

    private func nothing(_ call: () async throws -> Void) async throws -> Neutral {
        try await call()
        return .none
    }
}

private struct NoSuchCall: Error {
    let name: String
}

/// The arguments of a call.
private struct With {
    private let given: Neutral

    init(_ given: Neutral) { self.given = given }

    func get<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        try native(type, given[name] ?? .none)
    }
}
