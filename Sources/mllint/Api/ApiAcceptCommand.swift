import ArgumentParser
import LintApiDiff
import LintModel
import LintProject
import LintSourceText

struct ApiAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Record that an API change is intended, and why.",
    discussion: """
      Adds entries to \(ApiAcceptance.fileName), which you commit. The change must exist in a comparison with --since, \
      by default the snapshot \(ApiSnapshot.fileName). An entry serves all comparisons. --prune removes the entries \
      that match no change since the given states, as after a release.
      """)

  @Argument(help: "Symbols that changed, as printed by 'mllint api diff'; a final '*' matches everything below.")
  var symbols: [String] = []

  @Option(help: "Why the change is worth breaking callers; shown in the changelog.")
  var reason: String?

  @Option(help: ArgumentHelp("Accept only changes of this kind, such as 'parameter-removed'.", valueName: "kind"))
  var change: String?

  @Option(
    help: ArgumentHelp(
      "The old state: a revision, a folder or a snapshot; repeatable. Default: \(ApiSnapshot.fileName).",
      valueName: "state"))
  var since: [String] = []

  @Flag(help: "Remove the entries that match no change since any of the given states.")
  var prune = false

  @Option(
    help: ArgumentHelp(
      "The file to write; default: \(ApiAcceptance.fileName) in the current folder.", valueName: "file"))
  var accepted: String?

  @OptionGroup var reading: ApiReadingOptions

  func validate() throws {
    if prune {
      guard symbols.isEmpty, reason == nil, change == nil else {
        throw ValidationError("--prune takes no symbols, --reason or --change; it removes what matches nothing")
      }
      return
    }
    if symbols.isEmpty { throw ValidationError("name the symbols that changed, or pass --prune") }
    guard let reason else { throw ValidationError("--reason is missing; say why the change is worth breaking callers") }
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

  private var path: String { accepted ?? ApiAcceptance.fileName }
  private var states: [String] { since.isEmpty ? [ApiSnapshot.fileName] : since }

  func run() throws {
    if states == [ApiSnapshot.fileName], !FileSystem.exists(ApiSnapshot.fileName) {
      throw Failure(
        "\(ApiSnapshot.fileName) does not exist; pass a revision with --since, or write a snapshot with "
          + "'mllint api --write \(ApiSnapshot.fileName)'")
    }
    let known = FileSystem.exists(path) ? try ApiAcceptance.load(path) : ApiAcceptance()
    let after = try ApiState(workTree: reading)
    var open: [ApiChange] = []
    var unmatched = known.entries.map(\.line)
    for state in states {
      let outlines = ApiState.outlines(try ApiState(state, reading), after)
      let judged = known.judge(ApiComparison.changes(from: outlines.old, to: outlines.new), in: outlines.new)
      open += judged.open
      let rest = Set((judged.stale + judged.unused).map(\.line))
      unmatched.removeAll { !rest.contains($0) }
    }
    if prune { return try prune(known.entries.filter { unmatched.contains($0.line) }) }
    try accept(open)
  }

  private func accept(_ open: [ApiChange]) throws {
    var chosen: [ApiChange] = []
    for symbol in symbols {
      let found = open.filter { covers(symbol, $0) }
      guard !found.isEmpty else { throw missing(symbol, among: open) }
      // A change since the tag may also be one since the snapshot.
      for change in found where !chosen.contains(where: { Self.isSame($0, change) }) { chosen.append(change) }
    }
    var text = try contents()
    if text.isEmpty {
      text = "# Intended changes of the public API, each with its reason ('mllint api accept').\naccepted:\n"
    }
    text = text.replacing("accepted: []\n", with: "accepted:\n")
    if !text.hasSuffix("\n") { text += "\n" }
    text += ApiAcceptance.text(for: chosen, reason: reason ?? "")
    try Output.write(Array(text.utf8), toFile: path)
    Output.complain("accepted \(chosen.count) change\(chosen.count == 1 ? "" : "s") in \(path)")
  }

  private func prune(_ entries: [ApiAcceptance.Entry]) throws {
    if !entries.isEmpty {
      try Output.write(Array(ApiAcceptance.text(try contents(), without: entries).utf8), toFile: path)
    }
    Output.complain("removed \(entries.count) entr\(entries.count == 1 ? "y" : "ies") from \(path)")
  }

  private static func isSame(_ left: ApiChange, _ right: ApiChange) -> Bool {
    (left.kind, left.symbol, left.detail, left.after) == (right.kind, right.symbol, right.detail, right.after)
  }

  private func covers(_ symbol: String, _ change: ApiChange) -> Bool {
    if let kind = self.change, kind != change.kind.rawValue { return false }
    if symbol.hasSuffix("*") { return change.symbol.hasPrefix(symbol.dropLast()) }
    return change.symbol == symbol
  }

  private func missing(_ symbol: String, among open: [ApiChange]) -> Failure {
    let nearest = Suggestion.nearest(to: symbol, among: open.map(\.symbol))
    let states = states.map { "'\($0)'" }.joined(separator: " and ")
    return Failure(
      "'\(symbol)' has no unaccepted change since \(states); "
        + (nearest.map { "did you mean '\($0)'?" } ?? "'mllint api diff \(self.states[0])' lists the changes"))
  }

  /// The file's text; never overwrites a file that exists and cannot be read.
  private func contents() throws -> String {
    do {
      return String(decoding: try FileSystem.readIfPresent(path) ?? [], as: UTF8.self)
    } catch {
      throw Failure("'\(path)' cannot be read: \(error.reason)")
    }
  }
}
