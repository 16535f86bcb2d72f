// What the app uses of SwiftUI, declared and doing nothing, so that its sources can be type-checked
// where SwiftUI is not. See the README beside this folder for what that shows, and what not.

@_exported import Foundation

@MainActor @preconcurrency public protocol View {
    associatedtype Body: View
    @ViewBuilder var body: Self.Body { get }
}

extension Never: View {
    public var body: Never { fatalError("a stub has no body") }
}

public protocol Leaf: View where Body == Never {}

extension Leaf {
    public var body: Never { fatalError("a stub has no body") }
}

extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("a stub has no body") }
}

public struct TupleView<T>: Leaf {}

public struct EmptyView: Leaf {
    public nonisolated init() {}
}

public enum _ConditionalContent<First: View, Second: View>: Leaf {
    case first(First)
    case second(Second)
}

@resultBuilder public struct ViewBuilder {
    public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
    public static func buildBlock<each Content: View>(
        _ content: repeat each Content
    ) -> TupleView<(repeat each Content)> { TupleView() }
    public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
    public static func buildEither<First: View, Second: View>(
        first: First
    ) -> _ConditionalContent<First, Second> { .first(first) }
    public static func buildEither<First: View, Second: View>(
        second: Second
    ) -> _ConditionalContent<First, Second> { .second(second) }
}

// MARK: App

@MainActor @preconcurrency public protocol App {
    associatedtype Body: Scene
    @SceneBuilder var body: Self.Body { get }
    init()
}

extension App {
    public static func main() {}
}

@MainActor @preconcurrency public protocol Scene {}

@resultBuilder public struct SceneBuilder {
    public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

public struct WindowGroup<Content: View>: Scene {
    public init(@ViewBuilder content: () -> Content) {}
}

public enum ScenePhase { case background, inactive, active }

public enum UserInterfaceSizeClass: Sendable { case compact, regular }

public struct DynamicTypeSize: Sendable {
    public var isAccessibilitySize: Bool { false }
}

// MARK: State

@MainActor @preconcurrency @propertyWrapper public struct State<Value> {
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public var wrappedValue: Value {
        get { value.held }
        nonmutating set { value.held = newValue }
    }
    public var projectedValue: Binding<Value> { fatalError("a stub holds nothing") }
    private var value: Held<Value> { fatalError("a stub holds nothing") }
}

private final class Held<Value> {
    var held: Value
    init(_ value: Value) { held = value }
}

@propertyWrapper @dynamicMemberLookup public struct Binding<Value> {
    @preconcurrency public init(
        get: @escaping @isolated(any) @Sendable () -> Value,
        set: @escaping @isolated(any) @Sendable (Value) -> Void
    ) {}
    public var wrappedValue: Value {
        get { fatalError("a stub holds nothing") }
        nonmutating set {}
    }
    public var projectedValue: Binding<Value> { self }
    public subscript<Subject>(
        dynamicMember path: WritableKeyPath<Value, Subject>
    ) -> Binding<Subject> { fatalError("a stub holds nothing") }
}

public protocol ObservableObject: AnyObject {}

@propertyWrapper public struct Published<Value> {
    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
    public var wrappedValue: Value
}

@MainActor @preconcurrency @propertyWrapper public struct ObservedObject<Object: ObservableObject> {
    @dynamicMemberLookup public struct Wrapper {
        public subscript<Subject>(
            dynamicMember path: ReferenceWritableKeyPath<Object, Subject>
        ) -> Binding<Subject> { fatalError("a stub holds nothing") }
    }
    public init(wrappedValue: Object) { self.wrappedValue = wrappedValue }
    public var wrappedValue: Object
    public var projectedValue: Wrapper { Wrapper() }
}

@propertyWrapper public struct Environment<Value> {
    public init(_ path: KeyPath<EnvironmentValues, Value>) {}
    public var wrappedValue: Value { fatalError("a stub holds nothing") }
}

public struct EnvironmentValues {
    public var locale: Locale
    public var scenePhase: ScenePhase { .active }
    public var horizontalSizeClass: UserInterfaceSizeClass? { nil }
    public var dynamicTypeSize: DynamicTypeSize { DynamicTypeSize() }
    public var dismiss: DismissAction { DismissAction() }
}

@MainActor @preconcurrency public struct DismissAction {
    nonisolated init() {}
    public func callAsFunction() {}
}
