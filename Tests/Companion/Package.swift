// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Corvid",
  products: [.library(name: "Corvid", targets: ["Corvid"])],
  targets: [
    .target(name: "Corvid"),
    .testTarget(name: "CorvidTests", dependencies: ["Corvid"]),
  ]
)
