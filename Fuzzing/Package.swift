// swift-tools-version: 6.0

import PackageDescription

// A package of its own, so that nothing of it is built, tested or released with the program.
let package = Package(
  name: "crossread-fuzzing",
  dependencies: [.package(name: "crossread", path: "..")],
  targets: [
    .executableTarget(
      name: "crossread-fuzz",
      dependencies: [.product(name: "CrossreadKit", package: "crossread")],
      path: "Sources")
  ],
  swiftLanguageModes: [.v6]
)
