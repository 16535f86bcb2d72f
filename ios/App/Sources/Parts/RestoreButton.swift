import SwiftUI
import UniformTypeIdentifiers

/// Lets the person choose a backup by the system's picker, and asks what opens it.
struct RestoreButton: View {
    let title: LocalizedStringKey
    let restore: (_ place: String, _ typed: Data, _ code: Bool) -> Void

    @State private var picks = false
    @State private var place: String?
    @State private var byCode = false

    var body: some View {
        Button(title) { picks = true }
            .fileImporter(isPresented: $picks, allowedContentTypes: [.data]) { result in
                if case .success(let file) = result { place = PickedFiles.keep(file) }
            }
            .sheet(isPresented: asks) {
                NavigationStack {
                    Form {
                        Text("backup_key_more")
                        Toggle("i_have_code", isOn: $byCode)
                        SecretField(
                            title: byCode ? "recovery_code" : "passphrase", isCode: byCode,
                            deed: "restore", give: give)
                    }
                    .navigationTitle("backup_key")
                    .toolbar {
                        ToolbarItem(placement: .cancellationAction) {
                            Button("cancel") { place = nil }
                        }
                    }
                }
            }
    }

    private var asks: Binding<Bool> {
        .asks({ place != nil }, no: { place = nil })
    }

    private func give(_ typed: Data) {
        guard let place else { return }
        self.place = nil
        restore(place, typed, byCode)
    }
}
