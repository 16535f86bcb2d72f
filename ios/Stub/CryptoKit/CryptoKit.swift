@_exported import Foundation

public struct SymmetricKeySize: Sendable {
    public static let bits256 = SymmetricKeySize()
}

public struct SymmetricKey: Sendable {
    public init<Bytes: ContiguousBytes>(data: Bytes) {}
    public init(size: SymmetricKeySize) {}
    public func withUnsafeBytes<Result>(
        _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result { try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
}

public enum AES {
    public enum GCM {
        public struct SealedBox: Sendable {
            public var combined: Data? { nil }
            public init<Bytes: DataProtocol>(combined: Bytes) throws {}
        }

        public static func seal<Plain: DataProtocol>(
            _ message: Plain, using key: SymmetricKey
        ) throws -> SealedBox { try SealedBox(combined: Data()) }

        public static func open(_ box: SealedBox, using key: SymmetricKey) throws -> Data { Data() }
    }
}
