// What can be tapped, typed into and chosen from.

public struct ButtonRole: Equatable, Sendable {
    public static let destructive = ButtonRole()
    public static let cancel = ButtonRole()
}

public struct Button<Label: View>: Leaf {
    public init(
        action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label
    ) {}
    public init(
        role: ButtonRole?, action: @escaping @MainActor () -> Void,
        @ViewBuilder label: () -> Label
    ) {}
}

extension Button where Label == Text {
    public init(_ key: LocalizedStringKey, action: @escaping @MainActor () -> Void) {}
    @_disfavoredOverload public init<Title: StringProtocol>(
        _ title: Title, action: @escaping @MainActor () -> Void
    ) {}
    public init(
        _ key: LocalizedStringKey, role: ButtonRole?, action: @escaping @MainActor () -> Void
    ) {}
}

public struct Toggle<Label: View>: Leaf {}

extension Toggle where Label == Text {
    public init(_ key: LocalizedStringKey, isOn: Binding<Bool>) {}
}

public struct Picker<Label: View, Selection: Hashable, Content: View>: Leaf {}

extension Picker where Label == Text {
    public init(
        _ key: LocalizedStringKey, selection: Binding<Selection>,
        @ViewBuilder content: () -> Content
    ) {}
}

public struct Stepper<Label: View>: Leaf {
    public init<Value: Strideable>(
        value: Binding<Value>, in bounds: ClosedRange<Value>, step: Value.Stride = 1,
        @ViewBuilder label: () -> Label
    ) {}
}

public struct DatePickerComponents: OptionSet, Sendable {
    public let rawValue: UInt
    public init(rawValue: UInt) { self.rawValue = rawValue }
    public static let hourAndMinute = DatePickerComponents(rawValue: 1)
    public static let date = DatePickerComponents(rawValue: 2)
}

public struct DatePicker<Label: View>: Leaf {
    public typealias Components = DatePickerComponents
}

extension DatePicker where Label == Text {
    public init(
        _ key: LocalizedStringKey, selection: Binding<Date>,
        displayedComponents: Components = [.hourAndMinute, .date]
    ) {}
    public init(
        _ key: LocalizedStringKey, selection: Binding<Date>, in range: PartialRangeThrough<Date>,
        displayedComponents: Components = [.hourAndMinute, .date]
    ) {}
}

public enum Axis: Sendable { case horizontal, vertical }

public struct TextField<Label: View>: Leaf {}

extension TextField where Label == Text {
    public init(_ key: LocalizedStringKey, text: Binding<String>) {}
    public init(_ key: LocalizedStringKey, text: Binding<String>, axis: Axis) {}
}

public struct SecureField<Label: View>: Leaf {}

extension SecureField where Label == Text {
    public init(_ key: LocalizedStringKey, text: Binding<String>) {}
}

public struct ProgressView<Label: View>: Leaf {}

extension ProgressView where Label == EmptyView {
    public nonisolated init() {}
}

extension ProgressView where Label == Text {
    public nonisolated init(_ key: LocalizedStringKey) {}
}

public struct Link<Label: View>: Leaf {
    public init(destination: URL, @ViewBuilder label: () -> Label) {}
}

extension Link where Label == Text {
    public init(_ key: LocalizedStringKey, destination: URL) {}
}

public struct DisclosureGroup<Label: View, Content: View>: Leaf {
    public init(@ViewBuilder content: @escaping () -> Content, @ViewBuilder label: () -> Label) {}
}

// MARK: Lists and ways

public struct List<Selection: Hashable, Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content) where Selection == Never {}
    public init(selection: Binding<Selection?>?, @ViewBuilder content: () -> Content) {}
}

public struct Form<Content: View>: Leaf {
    public init(@ViewBuilder content: () -> Content) {}
}

public struct Section<Parent: View, Content: View>: Leaf {}

extension Section where Parent == EmptyView {
    public init(@ViewBuilder content: () -> Content) {}
}

extension Section where Parent == Text {
    public init(_ key: LocalizedStringKey, @ViewBuilder content: () -> Content) {}
}

extension Section {
    public init(@ViewBuilder content: () -> Content, @ViewBuilder header: () -> Parent) {}
}

public struct NavigationStack<Data, Root: View>: Leaf {
    public init(@ViewBuilder root: () -> Root) where Data == Never {}
    public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
    where
        Data: MutableCollection, Data: RandomAccessCollection, Data: RangeReplaceableCollection,
        Data.Element: Hashable
    {}
}

public struct NavigationSplitView<Sidebar: View, Content: View, Detail: View>: Leaf {
    public init(
        @ViewBuilder sidebar: () -> Sidebar, @ViewBuilder content: () -> Content,
        @ViewBuilder detail: () -> Detail
    ) {}
}

public protocol NavigationSplitViewStyle {}
public struct BalancedNavigationSplitViewStyle: NavigationSplitViewStyle {}
extension NavigationSplitViewStyle where Self == BalancedNavigationSplitViewStyle {
    public static var balanced: BalancedNavigationSplitViewStyle {
        BalancedNavigationSplitViewStyle()
    }
}

public struct NavigationLink<Label: View, Destination: View>: Leaf {}

extension NavigationLink where Label == Text {
    public init(_ key: LocalizedStringKey, @ViewBuilder destination: () -> Destination) {}
}

public struct TabView<Selection: Hashable, Content: View>: Leaf {
    public init(selection: Binding<Selection>?, @ViewBuilder content: () -> Content) {}
}

// MARK: Toolbars

public struct ToolbarItemPlacement: Sendable {
    public static let topBarLeading = ToolbarItemPlacement()
    public static let topBarTrailing = ToolbarItemPlacement()
    public static let cancellationAction = ToolbarItemPlacement()
}

@MainActor @preconcurrency public protocol ToolbarContent {
    associatedtype Body: ToolbarContent
    @ToolbarContentBuilder var body: Self.Body { get }
}

extension Never: ToolbarContent {}

extension Optional: ToolbarContent where Wrapped: ToolbarContent {
    public var body: Never { fatalError("a stub has no body") }
}

public struct ToolbarItem<Content: View>: ToolbarContent {
    public init(placement: ToolbarItemPlacement, @ViewBuilder content: () -> Content) {}
    public var body: Never { fatalError("a stub has no body") }
}

public struct TupleToolbar: ToolbarContent {
    public var body: Never { fatalError("a stub has no body") }
}

@resultBuilder public struct ToolbarContentBuilder {
    public static func buildExpression<Content: ToolbarContent>(_ content: Content) -> Content {
        content
    }
    public static func buildBlock<Content: ToolbarContent>(_ content: Content) -> Content {
        content
    }
    public static func buildIf<Content: ToolbarContent>(_ content: Content?) -> Content? {
        content
    }
    @MainActor public static func buildBlock<First: ToolbarContent, Second: ToolbarContent>(
        _ first: First, _ second: Second
    ) -> TupleToolbar { TupleToolbar() }
}
