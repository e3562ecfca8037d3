import LintProject
import LintSerialization
import LintSourceText

extension CoverageSettings {
  /// The targets of a `codecov.yml`: of the project, and of parts of it with `paths`. A target of `auto` is a comparison
  /// with an earlier commit, which nothing here can make.
  mutating func takeCodecov(_ root: String) throws(CoverageError) {
    let places = ["codecov.yml", ".codecov.yml", ".github/codecov.yml", "dev/codecov.yml"]
    guard let name = places.first(where: { FileSystem.exists(Paths.join(root, $0)) }),
      let bytes = try Self.contents(of: name, in: root)
    else { return }
    let file: YAMLNode
    do throws(YAMLError) {
      file = try YAMLNode.parse(bytes, path: name)
    } catch {
      throw CoverageError(error.message, at: error.mark)
    }
    omitted += file["ignore"]?.items?.compactMap(\.scalar?.text) ?? []
    for status in file["coverage"]?["status"]?["project"]?.pairs ?? [] {
      guard let target = Self.percent(status.value["target"]) else { continue }
      let threshold = Self.percent(status.value["threshold"]) ?? 0
      let patterns = status.value["paths"]?.items?.compactMap(\.scalar?.text) ?? []
      // Flags are other runs of the tests; which report is which is not known here.
      if status.value["flags"] != nil { continue }
      floors.append(
        CoverageFloor(percent: target - threshold, patterns: patterns, origin: "target '\(status.key)' of \(name)"))
    }
  }

  /// `80%`, `80`, `0.5%`.
  private static func percent(_ node: YAMLNode?) -> Double? {
    guard var text = node?.scalar?.text else { return nil }
    if text.hasSuffix("%") { text.removeLast() }
    return Double(text)
  }
}
