import SwiftUI

/// Which icon stands on the home screen.
struct IconView: View {
    @State private var chosen = AppIcon.chosen

    var body: some View {
        Form {
            Section {
                Text("icon_more")
                ForEach(AppIcon.allCases, id: \.self) { row($0) }
            }
        }
        .navigationTitle("icon_title")
    }

    private func row(_ icon: AppIcon) -> some View {
        Button {
            Task {
                await icon.choose()
                chosen = AppIcon.chosen
            }
        } label: {
            HStack {
                Label(icon.title, icon.symbol)
                Spacer()
                if icon == chosen { Image(.chosen).accessibilityHidden(true) }
            }
        }
        .accessibilityAddTraits(icon == chosen ? .isSelected : [])
    }
}

extension AppIcon {
    fileprivate var title: LocalizedStringKey {
        switch self {
        case .koers: "face_koers"
        case .weather: "face_weather"
        case .sums: "face_sums"
        case .books: "face_books"
        }
    }

    fileprivate var symbol: Symbol {
        switch self {
        case .koers: .compass
        case .weather: .weather
        case .sums: .sums
        case .books: .books
        }
    }
}
