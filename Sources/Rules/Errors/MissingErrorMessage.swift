import LintModel
import LintRuleKit
import LintSourceText

/// An error or a precondition has no message.
struct MissingErrorMessage: FileRule {
  struct Options: RuleOptions {
    /// Error types that need a message.
    var errors: [String]
  }

  let options: Options

  func check(_ file: SourceFile, _ collector: inout FindingCollector) {
    let isNotebook = !file.text.cells.isEmpty
    var places: [Place: [RaiseSite]] = [:]
    var order: [Place] = []
    var preconditions: [(message: Message, sites: [RaiseSite])] = []
    for site in file.model.raiseSites {
      guard case .nothing = site.message, !site.isCaughtHere, !isExpectedToSayNothing(site, in: file) else {
        continue
      }
      switch site.form {
      case .raise, .throw:
        guard let type = site.errorType, options.errors.contains(lastName(of: type)),
          !answersLookup(lastName(of: type), site, in: file), !EarlierChecks(in: file).ruleOut(site)
        else { continue }
        let place = Place(owner: isNotebook ? nil : site.owner, type: type.text)
        if places[place] == nil { order.append(place) }
        places[place, default: []].append(site)
      case .precondition, .fatalError:
        // In a non-public function, only authors see it; they have the source, and the debugger stops at the line.
        guard let owner = site.owner, file.model.declarations[owner].isPublic else { continue }
        // Without a condition it stands for a body that is still missing, or one that nothing may call.
        guard site.form == .precondition || site.condition != nil else { continue }
        let message = Message.noMessage(site.form == .precondition ? "precondition" : "fatalError", site)
        // The same check in many functions is one flaw.
        if let known = preconditions.firstIndex(where: { $0.sites[0].condition == site.condition }) {
          preconditions[known].sites.append(site)
        } else {
          preconditions.append((message, [site]))
        }
      // `assert` is for debugging, and a warning always has a text.
      case .assert, .warning: continue
      }
    }
    for place in order { report(places[place] ?? [], place.type, in: file, &collector) }
    for (message, sites) in preconditions {
      let more = sites.count > 1
      collector.add(
        more ? "\(message.text) (\(sites.count) copies in this file)" : message, at: sites[0].range, in: file,
        of: sites[0].owner,
        related: sites.dropFirst().map {
          Evidence("the same check", at: Location(path: file.reference.path, range: $0.range))
        }, count: more ? sites.count : nil)
    }
  }

  /// The errors of one type in one function are fixed together; in a notebook, all of that type are.
  private struct Place: Hashable {
    var owner: Int?
    var type: String
  }

  private func report(_ sites: [RaiseSite], _ type: String, in file: SourceFile, _ collector: inout FindingCollector) {
    guard let first = sites.first else { return }
    collector.add(
      .noMessage(type, first, more: sites.count - 1), at: first.range, in: file,
      of: first.owner,
      related: sites.dropFirst().map {
        Evidence("without a message, too", at: Location(path: file.reference.path, range: $0.range))
      }, count: sites.count > 1 ? sites.count : nil)
  }

  /// Abstract methods and stubs raise because they are not implemented, and tests can raise anything.
  private func isExpectedToSayNothing(_ site: RaiseSite, in file: SourceFile) -> Bool {
    file.enclosing(site.owner).contains {
      $0.kind == .test || !$0.flags.isDisjoint(with: [.isAbstract, .isStub, .isPrivate])
    }
  }

  /// `raise KeyError` in `__getitem__` is part of Python's lookup protocol; usually the interpreter catches it.
  private func answersLookup(_ type: String, _ site: RaiseSite, in file: SourceFile) -> Bool {
    guard let owner = site.owner else { return false }
    switch file.model.declarations[owner].name.text {
    case "__getitem__", "__delitem__", "__missing__", "__next__":
      return ["KeyError", "IndexError", "LookupError"].contains(type)
    case "__len__", "__length_hint__", "__iter__", "__hash__", "__bool__": return type == "TypeError"
    default: return false
    }
  }

  private func lastName(of type: Name) -> String {
    type.text.split(separator: ".").last.map(String.init) ?? type.text
  }
}

extension Message {
  fileprivate static func noMessage(_ type: String, _ site: RaiseSite, more: Int = 0) -> Message {
    if more > 0 {
      return """
        this \(type)\(Self.when(site)) and \(more) more here have no message; state what was expected and received
        """
    }
    return "this \(type)\(Self.when(site)) has no message; state what was expected and what was received"
  }

  /// The condition, if it is short enough to fit in a sentence; of a chain, the values that it takes.
  private static func when(_ site: RaiseSite) -> String {
    if let choices = site.choices, choices.values.count > 1, choices.values.count <= 6,
      site.condition?.hasPrefix("not (") == true
    {
      let values = choices.values.joined(separator: ", ")
      if values.utf8.count <= 60 { return " (\(choices.subject.inQuotes) is none of \(values))" }
    }
    guard let condition = site.condition, condition.utf8.count <= 40, !condition.contains("\n") else { return "" }
    return " (\(condition.inQuotes))"
  }
}
