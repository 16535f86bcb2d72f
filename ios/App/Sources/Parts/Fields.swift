import SwiftUI

/// A field for words. What is typed stands at once; the presenter follows, and its text is taken over
/// only while nobody types.
struct WordsField: View {
    let title: LocalizedStringKey
    let text: String
    var lines = 1...1
    let typed: (String) -> Void

    @State private var standing = ""
    @FocusState private var focused: Bool

    var body: some View {
        TextField(title, text: $standing, axis: lines.upperBound > 1 ? .vertical : .horizontal)
            .lineLimit(lines)
            .focused($focused)
            .onAppear { standing = text }
            .onChange(of: standing) { if $0 != text { typed($0) } }
            .onChange(of: text) { if !focused { standing = $0 } }
            .privacySensitive()
    }
}

/// An amount with a step down and a step up; how large a step is, the core says.
struct AmountField: View {
    let title: LocalizedStringKey
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
            .accessibilityLabel("amount_less")
            Button {
                step(true)
            } label: {
                Image(.more)
            }
            .accessibilityLabel("amount_more")
        }
        .buttonStyle(.bordered)
        .controlSize(.large)
        .accessibilityElement(children: .contain)
    }
}

/// A number from 0 to 10 in two rows, with none chosen before.
struct Scale: View {
    let value: Int?
    let pick: (Int) -> Void

    var body: some View {
        VStack(spacing: 8) {
            row(0...5)
            row(6...10)
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
                .buttonStyle(.plain)
                .accessibilityAddTraits(value == number ? .isSelected : [])
            }
        }
    }
}

/// A secret that is typed, and told once as bytes.
struct SecretField: View {
    let title: LocalizedStringKey
    var isNew = false
    let deed: LocalizedStringKey
    let give: (Data) -> Void

    @State private var typed = ""

    var body: some View {
        SecureField(title, text: $typed)
            .textContentType(isNew ? .newPassword : .password)
            .textInputAutocapitalization(.never)
            .autocorrectionDisabled()
            .onSubmit(hand)
        Button(deed, action: hand).disabled(typed.isEmpty)
    }

    private func hand() {
        let secret = Data(typed.utf8)
        typed = ""
        if !secret.isEmpty { give(secret) }
    }
}
