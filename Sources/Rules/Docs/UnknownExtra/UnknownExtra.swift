import LintModel
import LintRuleKit
import LintSourceText

/// A message or document tells users to install an extra that the package does not declare.
struct UnknownExtra: ProjectRule {
  let options: NoOptions

  func facts(in file: SourceFile) -> [RequestedExtra] {
    guard file.role != .vendored, file.role != .generated, file.role != .test,
      file.language == .python || file.language == .markdown, !file.reference.projectPath.hasSuffix(".ipynb"),
      !ExampleFact.isAboutThePast(file.reference.projectPath)
    else { return [] }
    return RequestedExtra.all(in: file.text.bytes)
  }

  func check(_ facts: [FileFacts<RequestedExtra>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    guard facts.contains(where: { !$0.facts.isEmpty }), let declared = DeclaredExtras(project) else { return }
    for file in facts {
      var places: [(name: String, range: SourceRange)] = []
      for request in file.facts where declared.isOwn(request.package) {
        for extra in request.extras where !declared.contains(extra.text) { places.append((extra.text, extra.range)) }
      }
      for (name, group) in Dictionary(grouping: places, by: \.name).sorted(by: { $0.value[0].range < $1.value[0].range }
      ) {
        collector.add(
          .unknown(name, of: declared.package, nearest: declared.nearest(to: name), declared.sorted),
          at: Location(path: file.file.path, range: group[0].range), symbol: name,
          related: group.dropFirst().map { Evidence("also here", at: Location(path: file.file.path, range: $0.range)) },
          count: group.count > 1 ? group.count : nil)
      }
    }
  }
}

extension Message {
  fileprivate static func unknown(
    _ extra: String, of package: String, nearest: String?, _ declared: [String]
  ) -> Message {
    let all = declared.count < 5 ? "it has \(declared.quoted())" : "name one of its \(declared.count)"
    let advice = nearest.map { "did you mean '\($0)'?" } ?? all
    return "'\(package)' has no extra '\(extra)', so pip ignores it with a warning; \(advice)"
  }
}
