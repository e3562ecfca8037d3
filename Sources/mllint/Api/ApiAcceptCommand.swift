import ArgumentParser
import LintApiDiff
import LintModel
import LintProject
import LintSourceText

struct ApiAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Record that an API change is intended, and why.",
    discussion: """
      Adds entries to \(ApiAcceptance.fileName), which you commit. The change must exist in the comparison with --since, \
      by default the snapshot \(ApiSnapshot.fileName).
      """)

  @Argument(help: "Symbols that changed, as printed by 'mllint api diff'; a final '*' matches everything below.")
  var symbols: [String]

  @Option(help: "Why the change is worth breaking callers; shown in the changelog.")
  var reason: String

  @Option(help: ArgumentHelp("Accept only changes of this kind, such as 'parameter-removed'.", valueName: "kind"))
  var change: String?

  @Option(help: ArgumentHelp("The old state: a revision, a folder or a snapshot.", valueName: "state"))
  var since: String = ApiSnapshot.fileName

  @Option(
    help: ArgumentHelp(
      "The file to write; default: \(ApiAcceptance.fileName) in the current folder.", valueName: "file"))
  var accepted: String?

  @OptionGroup var reading: ApiReadingOptions

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) {
      throw ValidationError("--reason is empty; say why the change is worth breaking callers")
    }
    if let change, ApiChange.Kind(rawValue: change) == nil {
      let kinds = ApiChange.Kind.allCases.map(\.rawValue)
      let hint = Suggestion.nearest(to: change, among: kinds).map { "did you mean '\($0)'?" }
      throw ValidationError(
        "--change '\(change)' is not a kind of change; \(hint ?? "expected one of \(kinds.joined(separator: ", "))")")
    }
  }

  func run() throws {
    if since == ApiSnapshot.fileName, !FileSystem.exists(since) {
      throw Failure(
        "\(since) does not exist; pass a revision with --since, or write a snapshot with "
          + "'mllint api --write \(since)'")
    }
    let path = accepted ?? ApiAcceptance.fileName
    let known = FileSystem.exists(path) ? try ApiAcceptance.load(path) : ApiAcceptance()
    let before = try ApiState(since, reading)
    let after = try ApiState(workTree: reading)
    let open = known.judge(ApiComparison.changes(from: before.outline, to: after.outline)).open
    var chosen: [ApiChange] = []
    for symbol in symbols {
      let found = open.filter { covers(symbol, $0) }
      guard !found.isEmpty else { throw missing(symbol, among: open) }
      chosen += found
    }
    try append(ApiAcceptance.text(for: chosen, reason: reason), to: path)
    Output.complain("accepted \(chosen.count) change\(chosen.count == 1 ? "" : "s") in \(path)")
  }

  private func covers(_ symbol: String, _ change: ApiChange) -> Bool {
    if let kind = self.change, kind != change.kind.rawValue { return false }
    if symbol.hasSuffix("*") { return change.symbol.hasPrefix(symbol.dropLast()) }
    return change.symbol == symbol
  }

  private func missing(_ symbol: String, among open: [ApiChange]) -> Failure {
    let nearest = Suggestion.nearest(to: symbol, among: open.map(\.symbol))
    return Failure(
      "'\(symbol)' has no unaccepted change since '\(since)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'mllint api diff \(since)' lists the changes"))
  }

  private func append(_ entries: String, to path: String) throws {
    var text: String
    do {
      // Never overwrite an existing file that cannot be read.
      text = String(decoding: try FileSystem.readIfPresent(path) ?? [], as: UTF8.self)
    } catch {
      throw Failure("'\(path)' cannot be read: \(error.reason)")
    }
    if text.isEmpty {
      text = "# Intended changes of the public API, each with its reason ('mllint api accept').\naccepted:\n"
    }
    if !text.hasSuffix("\n") { text += "\n" }
    try Output.write(Array((text + entries).utf8), toFile: path)
  }
}
