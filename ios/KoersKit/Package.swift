// swift-tools-version: 6.0
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "KoersKit",
    platforms: [.iOS(.v16), .macOS(.v13)],
    products: [.library(name: "KoersKit", targets: ["KoersKit"])],
    dependencies: [.package(path: "../../bindings/swift")],
    targets: [
        .target(
            name: "KoersKit", dependencies: [.product(name: "Koers", package: "swift")],
            swiftSettings: strict),
        .testTarget(
            name: "KoersKitTests",
            dependencies: ["KoersKit", .product(name: "Koers", package: "swift")],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
