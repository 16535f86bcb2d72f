import KoersKit
import SwiftUI

/// A field for words. What is typed stands at once; the presenter follows, and whatever it says besides
/// is taken over (``Typing``).
struct WordsField: View {
    let title: LocalizedStringKey
    let text: String
    var lines = 1...1
    /// The title stays in view above what was typed.
    var isTitled = false
    let typed: (String) -> Void

    @State private var typing = Typing()

    var body: some View {
        if isTitled {
            VStack(alignment: .leading, spacing: 4) {
                Text(title).font(.footnote).foregroundStyle(Color.secondary)
                    .accessibilityHidden(true)
                field
            }
        } else {
            field
        }
    }

    private var field: some View {
        TextField(title, text: standing, axis: lines.upperBound > 1 ? .vertical : .horizontal)
            .lineLimit(lines)
            .onAppear { typing.hear(text) }
            .onChange(of: text) { typing.hear($0) }
            .privacySensitive()
    }

    /// Only what the person types is told.
    private var standing: Binding<String> {
        .of {
            typing.text
        } tell: {
            if typing.type($0) { typed($0) }
        }
    }
}

/// An amount with a step down and a step up; how large a step is, the core says.
struct AmountField: View {
    let title: LocalizedStringKey
    /// What it is the amount of, for VoiceOver.
    let what: String
    let text: String
    let typed: (String) -> Void
    let step: (_ up: Bool) -> Void

    var body: some View {
        HStack {
            WordsField(title: title, text: text, typed: typed)
                .keyboardType(.decimalPad)
                .textFieldStyle(.roundedBorder)
            Button {
                step(false)
            } label: {
                Image(.less)
            }
            .deed()
            .accessibilityLabel("less_of \(what)")
            Button {
                step(true)
            } label: {
                Image(.more)
            }
            .deed()
            .accessibilityLabel("more_of \(what)")
        }
        .accessibilityElement(children: .contain)
    }
}

/// A number from 0 to 10 in two rows, with none chosen before.
struct Scale: View {
    let value: Int?
    let pick: (Int) -> Void
    @Environment(\.dynamicTypeSize) private var typeSize

    var body: some View {
        VStack(spacing: 8) {
            if typeSize.isAccessibilitySize {
                row(0...3)
                row(4...7)
                row(8...10)
            } else {
                row(0...5)
                row(6...10)
            }
        }
    }

    private func row(_ numbers: ClosedRange<Int>) -> some View {
        HStack(spacing: 8) {
            ForEach(Array(numbers), id: \.self) { number in
                Button {
                    pick(number)
                } label: {
                    Text(number, format: .number)
                        .frame(maxWidth: .infinity, minHeight: 44)
                        .background(
                            value == number ? Color.chosen : Color.quiet,
                            in: RoundedRectangle(cornerRadius: 8))
                }
                .plainDeed()
                .accessibilityLabel("out_of_ten \(number)")
                .accessibilityAddTraits(value == number ? .isSelected : [])
            }
        }
    }
}

/// A secret that is typed, and told once as bytes. It can be seen while it is typed, where that is wanted;
/// a code from paper always.
struct SecretField: View {
    let title: LocalizedStringKey
    var isNew = false
    var isCode = false
    let deed: LocalizedStringKey
    let give: (Data) -> Void

    @State private var typed = ""
    @State private var isShown = false

    var body: some View {
        field
            .textInputAutocapitalization(.never)
            .autocorrectionDisabled()
            .onSubmit(hand)
            .privacySensitive()
        if !isCode { Toggle("show_passphrase", isOn: $isShown) }
        Button(deed, action: hand).deed().disabled(typed.isEmpty)
    }

    @ViewBuilder private var field: some View {
        if isCode {
            TextField(title, text: $typed)
        } else if isShown {
            TextField(title, text: $typed).textContentType(content)
        } else {
            SecureField(title, text: $typed).textContentType(content)
        }
    }

    private var content: UITextContentType { isNew ? .newPassword : .password }

    private func hand() {
        let secret = Data(typed.utf8)
        typed = ""
        if !secret.isEmpty { give(secret) }
    }
}
