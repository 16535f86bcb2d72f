@_exported import Foundation

public typealias NSErrorPointer = UnsafeMutablePointer<NSError?>?

/// Asks the person by face, finger or code.
open class LAContext: NSObject {
    public var localizedReason = ""
    public func canEvaluatePolicy(_ policy: LAPolicy, error: NSErrorPointer) -> Bool { false }
}

public enum LAPolicy: Int, Sendable {
    case deviceOwnerAuthenticationWithBiometrics = 1
    case deviceOwnerAuthentication = 2
}
