// Bars, sheets, questions and files; and what comes from UIKit.

public import UniformTypeIdentifiers

extension View {
    public func navigationTitle(_ key: LocalizedStringKey) -> some View { self }
    public func navigationTitle(_ text: Text) -> some View { self }
    public func navigationBarTitleDisplayMode(_ mode: BarDisplayMode) -> some View { self }
    public func navigationBarBackButtonHidden(_ hides: Bool = true) -> some View { self }
    public func navigationDestination<Value: Hashable, Content: View>(
        for value: Value.Type, @ViewBuilder destination: @escaping (Value) -> Content
    ) -> some View { self }
    public func navigationDestination<Content: View>(
        isPresented: Binding<Bool>, @ViewBuilder destination: () -> Content
    ) -> some View { self }
    public func toolbar<Content: ToolbarContent>(
        @ToolbarContentBuilder content: () -> Content
    ) -> some View { self }
    public func navigationSplitViewColumnWidth(
        min: CGFloat? = nil, ideal: CGFloat, max: CGFloat? = nil
    ) -> some View { self }
    public func navigationSplitViewStyle<Style: NavigationSplitViewStyle>(
        _ style: Style
    ) -> some View { self }
    public func tabItem<Content: View>(@ViewBuilder _ label: () -> Content) -> some View { self }
    public func tag<Value: Hashable>(_ tag: Value) -> some View { self }
    public func sheet<Item: Identifiable, Content: View>(
        item: Binding<Item?>, onDismiss: (() -> Void)? = nil,
        @ViewBuilder content: @escaping (Item) -> Content
    ) -> some View { self }
    public func sheet<Content: View>(
        isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil,
        @ViewBuilder content: @escaping () -> Content
    ) -> some View { self }
    public func alert<Actions: View, Message: View>(
        _ key: LocalizedStringKey, isPresented: Binding<Bool>, @ViewBuilder actions: () -> Actions,
        @ViewBuilder message: () -> Message
    ) -> some View { self }
    public func confirmationDialog<Actions: View>(
        _ key: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility,
        @ViewBuilder actions: () -> Actions
    ) -> some View { self }
    public func confirmationDialog<Actions: View, Message: View>(
        _ key: LocalizedStringKey, isPresented: Binding<Bool>, titleVisibility: Visibility,
        @ViewBuilder actions: () -> Actions, @ViewBuilder message: () -> Message
    ) -> some View { self }
    public func fileImporter(
        isPresented: Binding<Bool>, allowedContentTypes: [UTType],
        onCompletion: @escaping (Result<URL, any Error>) -> Void
    ) -> some View { self }
}

// MARK: UIKit

public enum UIKeyboardType: Sendable { case decimalPad }
public enum UITextContentType: Sendable { case password, newPassword }

public struct TextInputAutocapitalization: Sendable {
    public static let never = TextInputAutocapitalization()
}

@MainActor public final class UIApplication {
    public static let shared = UIApplication()
    public var connectedScenes: Set<UIScene> { [] }
    public var supportsAlternateIcons: Bool { false }
    public var alternateIconName: String? { nil }
    public func setAlternateIconName(_ name: String?) async throws {}
    public static nonisolated let protectedDataWillBecomeUnavailableNotification =
        Notification.Name("")
    public static nonisolated let openNotificationSettingsURLString = ""
}

@MainActor open class UIScene: NSObject {}

@MainActor open class UIWindowScene: UIScene {
    public var windows: [UIWindow] { [] }
}

@MainActor open class UIViewController: NSObject {}

@MainActor open class UIHostingController<Content: View>: UIViewController {
    public init(rootView: Content) {}
}

@MainActor open class UIView: NSObject {
    public var isHidden = false
    @discardableResult public func endEditing(_ force: Bool) -> Bool { false }
}

@MainActor open class UIWindow: UIView {
    public struct Level: Hashable, Sendable {
        public static let alert = Level()
        public static func + (level: Level, more: CGFloat) -> Level { level }
    }
    public var windowLevel = Level.alert
    public var rootViewController: UIViewController?
    public init(windowScene: UIWindowScene) {}
}

public enum UIAccessibility {
    public struct Notification: Sendable {
        public static let announcement = Notification()
        public static let layoutChanged = Notification()
    }
    public static func post(notification: Notification, argument: Any?) {}
}

extension NotificationCenter {
    public struct Publisher {}
    public func publisher(for name: Notification.Name, object: AnyObject? = nil) -> Publisher {
        Publisher()
    }
}

extension View {
    public func onReceive(
        _ publisher: NotificationCenter.Publisher,
        perform action: @escaping (Notification) -> Void
    ) -> some View { self }
}
