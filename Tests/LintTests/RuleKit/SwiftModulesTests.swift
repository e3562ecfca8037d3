import LintModel
import LintRuleKit
import Testing

/// What names in examples stand for in a Swift project.
@Suite struct SwiftModulesTests {
  private static let files = [
    (
      "Package.swift",
      "// swift-tools-version: 6.0\nimport PackageDescription\nlet package = Package(name: \"Nets\", targets: [.target(name: \"Nets\")])\n"
    ),
    (
      "Sources/Nets/Dense.swift",
      """
      public class Base { public func fit(data: [Int]) {} }
      public final class Dense: Base {
        public init(units: Int) {}
        public init(units: Int, bias: Bool) {}
      }
      extension Dense { public func prune(to units: Int) {} }
      public struct Open: Collection2 { public func f() {} }
      public func build(units: Int) -> Dense { Dense(units: units) }

      """
    ),
  ]

  private func found(_ path: String, _ member: String? = nil) throws -> String {
    let use = ExampleUse(
      path: path, member: member, ranges: [], passed: ExampleUse.Passed(count: 0, keywords: [], isOpen: false))
    switch try projectIndex(Self.files).swift.find(use, isNear: true) {
    case .overloads(let overloads): return "\(overloads.map { $0.callable.parameters.map(\.name) })"
    case .missing(let nearest): return "missing: \(nearest ?? "")"
    case .missingMember(let nearest): return "no member: \(nearest ?? "")"
    case .unknown: return "unknown"
    }
  }

  @Test(arguments: [
    ("build", nil, "[[\"units\"]]"), ("Nets.build", nil, "[[\"units\"]]"),
    // Both initializers, an extension's method, and an inherited one.
    ("Dense", nil, "[[\"units\"], [\"units\", \"bias\"]]"), ("Dense", "prune", "[[\"to\"]]"),
    ("Dense", "fit", "[[\"data\"]]"),
    ("Dense", "prunes", "no member: prune"),
    // A base from elsewhere may have any member.
    ("Open", "anything", "unknown"),
  ])
  func namesAreFollowed(path: String, member: String?, expected: String) throws {
    #expect(try found(path, member) == expected)
  }

  @Test func modulesOfTheManifestAreOwn() throws {
    let index = try projectIndex(Self.files)
    #expect(index.swift.isOwn(module: "Nets"))
    #expect(index.swift.module(meantBy: "Net") == "Nets")
    #expect(!index.swift.isOwn(module: "Foundation"))
  }
}
