// What Foundation has on Apple's systems alone. Checked together with the app, not as a module.

import Foundation

extension URL {
    func startAccessingSecurityScopedResource() -> Bool { false }
    func stopAccessingSecurityScopedResource() {}
}

extension String {
    init(localized key: String.LocalizationValue) { self = "" }

    struct LocalizationValue: ExpressibleByStringLiteral {
        init(stringLiteral value: String) {}
    }
}
