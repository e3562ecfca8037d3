/// The version number that semantic versioning requires for the changes.
///
/// Below 1.0, breaking changes raise the minor version and all other changes the patch version.
package struct ApiVersionBump: Sendable {
  package enum Step: Int, Sendable, Comparable {
    case none, patch, minor, major

    package static func < (left: Step, right: Step) -> Bool { left.rawValue < right.rawValue }
  }

  package let step: Step
  /// The suggested version; nil if the old state's name is not a version.
  package private(set) var version: String?
  /// Whether the new state's version is high enough; nil if its name is not a version.
  package private(set) var isEnough: Bool?

  init(for changes: [ApiChange], from old: String, to new: String) {
    let worst = changes.map(\.effect).max()
    let base = Version(old)
    let isInitial = base?.numbers[0] == 0
    switch worst {
    case .breaks: step = isInitial ? .minor : .major
    case .alters: step = isInitial ? .patch : .minor
    case .extends: step = isInitial ? .patch : .minor
    case nil: step = .none
    }
    guard let base, step != .none else { return }
    version = base.raised(by: step).text
    isEnough = Version(new).map { $0.step(from: base) >= step }
  }

  /// `major (2.0.0)`.
  package var text: String {
    let name = ["none", "patch", "minor", "major"][step.rawValue]
    guard step != .none else { return "no change" }
    guard let version else { return step == .major ? "major (minor below 1.0)" : "\(name) (patch below 1.0)" }
    return "\(version) or later (\(name))"
  }

  private struct Version {
    var numbers: [Int]

    /// The numbers of `v1.2.3`, `release-1.2`, `1.2.0rc1`.
    init?(_ name: String) {
      let tail = name.split(separator: "/").last ?? ""
      guard let start = tail.firstIndex(where: \.isNumber) else { return nil }
      let prefix = tail[..<start].lowercased()
      guard prefix.isEmpty || prefix.hasSuffix("v") || prefix.hasSuffix("-") || prefix.hasSuffix("_") else {
        return nil
      }
      var numbers: [Int] = []
      for part in tail[start...].split(separator: ".", maxSplits: 2) {
        let digits = part.prefix(while: \.isNumber)
        guard let number = Int(digits), number < 1_000_000 else { break }
        numbers.append(number)
        if digits.count < part.count { break }
      }
      guard numbers.count >= 2 else { return nil }
      self.numbers = (numbers + [0]).prefix(3).map { $0 }
    }

    func raised(by step: Step) -> Version {
      var version = self
      switch step {
      case .major: version.numbers = [numbers[0] + 1, 0, 0]
      case .minor: version.numbers = [numbers[0], numbers[1] + 1, 0]
      default: version.numbers[2] += 1
      }
      return version
    }

    func step(from old: Version) -> Step {
      if numbers[0] != old.numbers[0] { return numbers[0] > old.numbers[0] ? .major : .none }
      if numbers[1] != old.numbers[1] { return numbers[1] > old.numbers[1] ? .minor : .none }
      return numbers[2] > old.numbers[2] ? .patch : .none
    }

    var text: String { numbers.map(String.init).joined(separator: ".") }
  }
}
