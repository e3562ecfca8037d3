import LintApiDiff
import LintModel
import LintRuleKit
import LintSerialization

/// The public API differs from the committed snapshot, and no reason is recorded. Nothing is reported without a
/// snapshot.
struct UnacknowledgedApiChange: ProjectRule {
  struct Options: RuleOptions {
    var additions: Bool
  }

  enum Fact {
    case module(ApiModule)
    case snapshot([ApiSymbol])
    case accepted([ApiAcceptance.Entry])
    /// A snapshot or an acceptance file that cannot be read, and why.
    case broken(String)
  }

  let options: Options

  func facts(in file: SourceFile) -> [Fact] {
    let name = String(file.reference.path.split(separator: "/").last ?? "")
    do throws(YAMLError) {
      switch name {
      case ApiSnapshot.fileName: return [.snapshot(try ApiSnapshot.read(file.text.bytes, path: file.reference.path))]
      case ApiAcceptance.fileName:
        return [.accepted(try ApiAcceptance.decode(file.text.bytes, path: file.reference.path).entries)]
      default: return ApiModule(file).map { [.module($0)] } ?? []
      }
    } catch {
      return [.broken("\(error.mark.line):\(error.mark.column): \(error.message)")]
    }
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    var states: [String: State] = [:]
    for file in facts {
      for fact in file.facts {
        switch fact {
        case .snapshot(let symbols): states[folder(of: file), default: State()].snapshot = (file.file.path, symbols)
        case .accepted(let entries): states[folder(of: file), default: State()].accepted = (file.file.path, entries)
        case .broken(let problem):
          collector.add(.broken(problem), at: Location(path: file.file.path, range: .fileStart), symbol: "")
        case .module: continue
        }
      }
    }
    let folders = states.filter { $0.value.snapshot != nil }.keys.sorted { $0.utf8.count > $1.utf8.count }
    guard !folders.isEmpty else { return }
    for file in facts {
      for case .module(let module) in file.facts {
        // The nearest snapshot applies to a file.
        guard let folder = folders.first(where: { $0.isEmpty || module.path.hasPrefix($0 + "/") }) else { continue }
        states[folder]?.modules.append(module)
      }
    }
    for folder in folders {
      if let state = states[folder] { judge(state, &collector) }
    }
  }

  /// A snapshot with its acceptance file and modules.
  private struct State {
    var snapshot: (path: String, symbols: [ApiSymbol])?
    var accepted: (path: String, entries: [ApiAcceptance.Entry])?
    var modules: [ApiModule] = []
  }

  private func folder(of file: FileFacts<Fact>) -> String {
    file.file.path.split(separator: "/").dropLast().joined(separator: "/")
  }

  private func judge(_ state: State, _ collector: inout FindingCollector) {
    guard let snapshot = state.snapshot else { return }
    let before = ApiOutline(snapshot.symbols)
    let now = ApiOutline(state.modules, offering: before.roots)
    let changes = ApiComparison.changes(from: before, to: now)
    let (open, _, stale, _) = ApiAcceptance(state.accepted?.entries ?? []).judge(changes, in: now)
    for change in open where change.effect != .extends {
      let was = change.oldPlace.map { place in
        [
          Evidence(
            change.before.map { "formerly '\($0)'" } ?? "formerly here",
            at: Location(path: place.path, range: place.range))
        ]
      }
      collector.add(
        .changed(change), at: location(of: change, in: now, snapshot.path), symbol: change.symbol, related: was ?? [])
    }
    let additions = open.filter { $0.effect == .extends && ($0.kind == .added || $0.kind == .parameterAdded) }
    if options.additions, let first = additions.first {
      collector.add(
        .grown(additions, snapshot.path), at: location(of: first, in: now, snapshot.path), symbol: first.symbol,
        related: additions.dropFirst().prefix(5).compactMap { change in
          change.newPlace.map { Evidence(change.message, at: Location(path: $0.path, range: $0.range)) }
        })
    }
    for entry in stale {
      let path = state.accepted?.path ?? ""
      collector.add(.stale(entry), at: Location(path: path, range: entry.range), symbol: entry.symbol)
    }
  }

  /// The place of the change in the current code; for something removed, the nearest remaining container, or else the
  /// snapshot.
  private func location(of change: ApiChange, in outline: ApiOutline, _ snapshot: String) -> Location {
    if let place = change.newPlace { return Location(path: place.path, range: place.range) }
    var path = change.symbol
    while let dot = path.lastIndex(of: ".") {
      path = String(path[..<dot])
      if let around = outline[path], around.kind == .type || around.place.path.hasSuffix(".py") {
        return Location(path: around.place.path, range: around.place.range)
      }
    }
    return Location(path: snapshot, range: change.oldPlace?.range ?? .fileStart)
  }
}

extension Message {
  fileprivate static func changed(_ change: ApiChange) -> Message {
    let effect = change.effect == .breaks ? "breaks callers" : "changes behavior"
    return "\(change.message) (\(effect)); undo it, or run 'mllint api accept \(change.symbol) --reason ...'"
  }

  fileprivate static func grown(_ additions: [ApiChange], _ snapshot: String) -> Message {
    let names = additions.filter { $0.kind == .added }.reduce(0) { $0 + $1.count }
    let parameters = additions.count { $0.kind == .parameterAdded }
    let grown = [(names, "name"), (parameters, "parameter")].filter { $0.0 > 0 }.map { count, noun in
      counted(count, noun)
    }
    let shown = additions.map { $0.detail ?? $0.symbol }.quoted(upTo: 3)
    return """
      the public API grew by \(grown.joined(separator: " and ")) (\(shown)); make private what callers do not need, \
      then run 'mllint api --write \(snapshot)'
      """
  }

  fileprivate static func stale(_ entry: ApiAcceptance.Entry) -> Message {
    "the accepted change '\(entry.change)' of '\(entry.symbol)' was undone; remove the entry"
  }

  fileprivate static func broken(_ problem: String) -> Message { "cannot be read: \(problem)" }
}
