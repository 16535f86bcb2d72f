// Words, pictures, colours and shapes.

public struct LocalizedStringKey: ExpressibleByStringInterpolation, Equatable {
    public init(_ value: String) {}
    public init(stringLiteral value: String) {}
    public init(stringInterpolation: StringInterpolation) {}

    public struct StringInterpolation: StringInterpolationProtocol {
        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) {}
        public mutating func appendInterpolation(_ text: String) {}
        public mutating func appendInterpolation(_ number: Int) {}
    }
}

public struct Text: Leaf, Equatable {
    public init(_ key: LocalizedStringKey) {}
    @_disfavoredOverload public init<Content: StringProtocol>(_ content: Content) {}
    public init(verbatim content: String) {}
    public init<Format: FormatStyle>(_ value: Format.FormatInput, format: Format)
    where Format.FormatInput: Equatable, Format.FormatOutput == String {}
    public static func + (first: Text, second: Text) -> Text { first }
    public func font(_ font: Font?) -> Text { self }
    public func monospaced(_ isActive: Bool = true) -> Text { self }
    public func fontWeight(_ weight: Font.Weight?) -> Text { self }
    public func foregroundStyle(_ color: Color) -> Text { self }
}

public struct Font: Hashable, Sendable {
    public enum Weight: Hashable, Sendable { case semibold }
    public static let largeTitle = Font()
    public static let title2 = Font()
    public static let title3 = Font()
    public static let headline = Font()
    public static let subheadline = Font()
    public static let callout = Font()
    public static let footnote = Font()
    public static let caption = Font()
}

public struct Image: Leaf, Equatable {
    public init(systemName: String) {}
}

public struct Label<Title: View, Icon: View>: Leaf {
    public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {}
}

extension Label where Title == Text, Icon == Image {
    public init(_ key: LocalizedStringKey, systemImage: String) {}
    @_disfavoredOverload public init<Content: StringProtocol>(
        _ title: Content, systemImage: String
    ) {}
}

public protocol ShapeStyle: Sendable {}

public struct Color: ShapeStyle, View, Leaf, Hashable {
    public init(_ name: String) {}
    public static let accentColor = Color("")
    public static let secondary = Color("")
    public func opacity(_ opacity: Double) -> Color { self }
}

public protocol Shape: View, Sendable {}

extension Shape {
    public func fill<Style: ShapeStyle>(_ style: Style) -> some View { EmptyView() }
}

public struct Capsule: Shape, Leaf {
    public nonisolated init() {}
}

public struct Rectangle: Shape, Leaf {
    public nonisolated init() {}
}

public struct RoundedRectangle: Shape, Leaf {
    public nonisolated init(cornerRadius: CGFloat) {}
}
