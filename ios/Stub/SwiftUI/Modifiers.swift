// What changes a view. Each gives back a view and changes nothing.

@MainActor @preconcurrency public protocol ViewModifier {
    associatedtype Body: View
    typealias Content = ModifiedView
    @ViewBuilder func body(content: Content) -> Self.Body
}

public struct ModifiedView: Leaf {}

public struct AccessibilityTraits: SetAlgebra, Sendable {
    public init() {}
    public static let isHeader = AccessibilityTraits()
    public static let isSelected = AccessibilityTraits()
    public static let isButton = AccessibilityTraits()
    public static let isStaticText = AccessibilityTraits()
    public static let updatesFrequently = AccessibilityTraits()
    public func contains(_ member: AccessibilityTraits) -> Bool { false }
    public func union(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func intersection(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public func symmetricDifference(_ other: AccessibilityTraits) -> AccessibilityTraits { self }
    public mutating func insert(
        _ new: AccessibilityTraits
    ) -> (inserted: Bool, memberAfterInsert: AccessibilityTraits) { (true, new) }
    public mutating func remove(_ member: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func update(with new: AccessibilityTraits) -> AccessibilityTraits? { nil }
    public mutating func formUnion(_ other: AccessibilityTraits) {}
    public mutating func formIntersection(_ other: AccessibilityTraits) {}
    public mutating func formSymmetricDifference(_ other: AccessibilityTraits) {}
}

public enum AccessibilityChildBehavior: Sendable { case ignore, contain, combine }
public enum ControlSize: Sendable { case large }
public enum BarDisplayMode: Sendable { case inline }

@MainActor @preconcurrency public protocol PrimitiveButtonStyle {}
public struct ButtonStyles: PrimitiveButtonStyle {}
extension PrimitiveButtonStyle where Self == ButtonStyles {
    public static var plain: ButtonStyles { ButtonStyles() }
    public static var bordered: ButtonStyles { ButtonStyles() }
    public static var borderedProminent: ButtonStyles { ButtonStyles() }
    public static var borderless: ButtonStyles { ButtonStyles() }
}

@MainActor @preconcurrency public protocol TextFieldStyle {}
public struct TextFieldStyles: TextFieldStyle {}
extension TextFieldStyle where Self == TextFieldStyles {
    public static var roundedBorder: TextFieldStyles { TextFieldStyles() }
}

extension View {
    public func modifier<Modifier: ViewModifier>(_ modifier: Modifier) -> some View { self }
    public func environment<Value>(
        _ path: WritableKeyPath<EnvironmentValues, Value>, _ value: Value
    ) -> some View { self }

    // Look
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { self }
    public func frame(
        width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center
    ) -> some View { self }
    public func frame(
        minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil,
        minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
        alignment: Alignment = .center
    ) -> some View { self }
    public func background<Style: ShapeStyle, Place: Shape>(
        _ style: Style, in shape: Place
    ) -> some View { self }
    public func ignoresSafeArea() -> some View { self }
    public func safeAreaInset<Content: View>(
        edge: VerticalEdge, @ViewBuilder content: () -> Content
    ) -> some View { self }
    public func id<Value: Hashable>(_ id: Value) -> some View { self }
    public func contentShape<Place: Shape>(_ shape: Place) -> some View { self }
    public func font(_ font: Font?) -> some View { self }
    public func fontWeight(_ weight: Font.Weight?) -> some View { self }
    public func foregroundStyle<Style: ShapeStyle>(_ style: Style) -> some View { self }
    public func tint(_ color: Color?) -> some View { self }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { self }
    public func lineLimit(_ limit: ClosedRange<Int>) -> some View { self }
    public func controlSize(_ size: ControlSize) -> some View { self }
    public func buttonStyle<Style: PrimitiveButtonStyle>(_ style: Style) -> some View { self }
    public func textFieldStyle<Style: TextFieldStyle>(_ style: Style) -> some View { self }
    public func disabled(_ disabled: Bool) -> some View { self }
    public func privacySensitive(_ sensitive: Bool = true) -> some View { self }

    // Accessibility
    public func accessibilityLabel(_ key: LocalizedStringKey) -> some View { self }
    public func accessibilityLabel(_ text: Text) -> some View { self }
    public func accessibilityValue(_ key: LocalizedStringKey) -> some View { self }
    public func accessibilityHint(_ key: LocalizedStringKey) -> some View { self }
    public func accessibilityHidden(_ hidden: Bool) -> some View { self }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View { self }
    public func accessibilityElement(children: AccessibilityChildBehavior) -> some View { self }

    // Typing
    public func keyboardType(_ type: UIKeyboardType) -> some View { self }
    public func textContentType(_ type: UITextContentType?) -> some View { self }
    public func textInputAutocapitalization(_ kind: TextInputAutocapitalization?) -> some View {
        self
    }
    public func autocorrectionDisabled(_ disable: Bool = true) -> some View { self }
    public func onSubmit(_ action: @escaping () -> Void) -> some View { self }

    // Life
    public func onAppear(perform action: (() -> Void)? = nil) -> some View { self }
    public func onDisappear(perform action: (() -> Void)? = nil) -> some View { self }
    public func task(
        priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { self }
    public func task<Value: Equatable>(
        id: Value, priority: TaskPriority = .userInitiated,
        @_inheritActorContext _ action: @escaping @Sendable () async -> Void
    ) -> some View { self }
    public func onChange<Value: Equatable>(
        of value: Value, perform action: @escaping (Value) -> Void
    ) -> some View { self }
}
