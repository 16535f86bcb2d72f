import Foundation
import Koers

// The calls of an open vault by name: Swift cannot look a method up by its name.

struct NoSuchCall: Error {
    let name: String
}

/// The arguments of a call.
struct With {
    private let given: Neutral

    init(_ given: Neutral) { self.given = given }

    func get<T: Decodable>(_ name: String, as type: T.Type = T.self) throws -> T {
        try native(type, given[name] ?? .none)
    }

    /// False where it is left out.
    func truth(_ name: String) throws -> Bool { try get(name, as: Bool?.self) ?? false }

    /// Bytes, written as text.
    func bytes(_ name: String) throws -> Data { Data(try get(name, as: String.self).utf8) }

    /// Bytes; nil where they are left out.
    func bytesIfGiven(_ name: String) throws -> Data? {
        try get(name, as: String?.self).map { Data($0.utf8) }
    }
}

/// One call of the client.
func call(_ koers: KoersClient, _ name: String, _ with: With) async throws -> Neutral {
    if let shown = try await kept(koers, name, with) { return shown }
    return switch name {
    case "lock": nothing(try await koers.lock())
    case "check": nothing(try await koers.check(with.get("command")))
    case "record": neutral(try await koers.record(with.get("command")))
    case "record_all": neutral(try await koers.recordAll(with.get("commands")))
    case "undo": neutral(try await koers.undo())
    case "import_csv":
        neutral(
            try await koers.importCsv(
                Data(with.get("csv", as: String.self).utf8), dryRun: with.get("dry_run"),
                skipBad: with.get("skip_bad")))
    case "substances": neutral(try await koers.substances())
    case "today": neutral(try await koers.today(with.get("substance")))
    case "log_form": neutral(try await koers.logForm(with.get("substance")))
    case "baseline_form": neutral(try await koers.baselineForm(with.get("substance")))
    case "gap_form": neutral(try await koers.gapForm(with.get("substance")))
    case "diary":
        neutral(try await koers.diary(skip: with.get("skip"), count: with.get("count")))
    case "find": neutral(try await koers.find(shortId: with.get("short_id")))
    case "episode": neutral(try await koers.episode(id: with.get("id")) as Any)
    case "episode_draft": neutral(try await koers.episodeDraft(id: with.get("id")))
    case "situations": neutral(try await koers.situations(with.get("substance")))
    case "find_situation":
        neutral(
            try await koers.findSituation(
                named: with.get("named"), substance: with.get("substance")))
    case "list_draft":
        neutral(
            try await koers.listDraft(
                substance: with.get("substance"), situation: with.get("situation")))
    case "listing":
        neutral(
            try await koers.listing(
                substance: with.get("substance"), named: with.get("named"),
                ownRating: with.get("own_rating")))
    case "plan": neutral(try await koers.plan(with.get("situation")))
    case "plan_answer":
        neutral(
            try await koers.planAnswer(
                with.get("situation"), about: with.get("about"), answer: with.get("answer"),
                note: with.get("note") ?? ""))
    case "plan_draft": neutral(try await koers.planDraft(with.get("situation")))
    case "goal": neutral(try await koers.goal(with.get("substance")))
    case "goal_form": neutral(try await koers.goalForm(with.get("substance")))
    case "insight": neutral(try await koers.insight(with.get("substance")))
    case "results": neutral(try await koers.results(with.get("substance")))
    case "evaluate": neutral(try await koers.evaluate(with.get("substance")))
    case "reminders": neutral(try await koers.reminders())
    case "help_now": neutral(try await koers.helpNow())
    case "intake": neutral(try await koers.intake())
    case "measures":
        neutral(
            try await koers.measures(substance: with.get("substance"), kind: with.get("kind")))
    case "new_profile_draft": neutral(try await koers.newProfileDraft())
    case "profile_draft": neutral(try await koers.profileDraft() as Any)
    case "goal_draft":
        neutral(try await koers.goalDraft(substance: with.get("substance")) as Any)
    case "note_draft": neutral(try await koers.noteDraft(id: with.get("id")))
    case "report": neutral(try await koers.report(with.get("parts")))
    case "export": neutral(try await koers.export())
    default: throw NoSuchCall(name: name)
    }
}

/// Calls about keys, files and the porch; nil where it is another one.
private func kept(
    _ koers: KoersClient, _ name: String, _ with: With
) async throws -> Neutral? {
    switch name {
    case "set_porch":
        neutral(try await koers.setPorch(path: with.get("path"), key: with.bytes("key")))
    case "drain": neutral(try await koers.drain())
    case "porch_status": neutral(try await koers.porchStatus())
    case "remove_porch": neutral(try await koers.removePorch())
    case "while_locked_draft": neutral(try await koers.whileLockedDraft())
    case "backup":
        neutral(try await koers.backup(path: with.get("path"), replace: with.truth("replace")))
    case "automatic_backup":
        neutral(try await koers.automaticBackup(folder: with.get("folder")))
    case "check_own_backup": neutral(try await koers.checkOwnBackup(path: with.get("path")))
    case "can_back_up": neutral(try await koers.canBackUp())
    case "keep_backup_key":
        nothing(try await koers.keepBackupKey(passphrase: with.bytes("passphrase")))
    case "keys": neutral(try await koers.keys())
    case "set_passphrase": nothing(try await koers.setPassphrase(with.bytes("new")))
    case "conflicts": neutral(try await koers.conflicts())
    case "set_device_key": nothing(try await koers.setDeviceKey(with.bytes("key")))
    case "remove_device_key": nothing(try await koers.removeDeviceKey())
    case "new_recovery_code": neutral(try await koers.newRecoveryCode())
    case _ where name.contains("merge"): neutral(try await merge(koers, name, with))
    default: nil
    }
}

private func merge(
    _ koers: KoersClient, _ name: String, _ with: With
) async throws -> MergeReport {
    let path = try with.get("path", as: String.self)
    switch name {
    case "merge":
        return try await koers.merge(path: path, passphrase: with.bytesIfGiven("passphrase"))
    case "merge_with_recovery_code":
        return try await koers.mergeWithRecoveryCode(path: path, code: with.bytes("code"))
    case "merge_with_device_key":
        return try await koers.mergeWithDeviceKey(path: path, key: with.bytes("key"))
    case "try_merge":
        return try await koers.tryMerge(path: path, passphrase: with.bytesIfGiven("passphrase"))
    case "try_merge_with_recovery_code":
        return try await koers.tryMergeWithRecoveryCode(path: path, code: with.bytes("code"))
    case "try_merge_with_device_key":
        return try await koers.tryMergeWithDeviceKey(path: path, key: with.bytes("key"))
    default: throw NoSuchCall(name: name)
    }
}

/// What a call shows that gives nothing.
func nothing(_ done: Void) -> Neutral { .none }
