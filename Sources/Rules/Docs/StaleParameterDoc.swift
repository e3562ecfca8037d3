import LintModel
import LintRuleKit
import LintSourceText

/// The documentation describes a parameter that the signature does not have.
struct StaleParameterDoc: ProjectRule {
  enum Fact {
    case stale(StaleName)
    /// `- Returns:` of a function that returns nothing, `- Throws:` of one that throws nothing.
    case idle(Message, SourceRange, symbol: String)
    case type(InheritedInitializers.Fact)
  }

  /// A name that some of a file's signatures lack.
  struct StaleName {
    var name: String
    /// The function for callers.
    var function: String
    var symbol: String
    /// The undocumented parameter that is probably meant.
    var meant: Rename?
    var ranges: [SourceRange]
    /// Other names that the same documentation describes and nobody knows.
    var others: [String] = []
    var language = Language.python

    /// Each once, though several signatures may lack it.
    var names: [String] {
      ([name] + others).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
  }

  struct Rename: Equatable {
    var name: String
    /// Whether the names resemble each other; if not, only the rest of the signature shows what is meant.
    var isSimilar: Bool
  }

  let options: NoOptions

  func facts(in file: SourceFile) -> [Fact] {
    var names: [StaleName] = []
    for signature in DocumentedSignature.all(in: file) where !signature.staleEntries.isEmpty {
      let free = signature.undocumented.map(\.name.text)
      for entry in signature.staleEntries {
        let meant = Self.meant(by: entry.name.text, among: free, isOnly: signature.staleEntries.count == 1)
        // A name that was changed everywhere is one flaw.
        if let known = names.firstIndex(where: { $0.name == entry.name.text && $0.meant == meant && meant != nil }) {
          names[known].ranges.append(entry.name.range)
          continue
        }
        let symbol = file.symbol(of: signature.declaration)
        // What was removed from a signature at once is one flaw.
        if meant == nil, let known = names.firstIndex(where: { $0.symbol == symbol && $0.meant == nil }) {
          names[known].ranges.append(entry.name.range)
          names[known].others.append(entry.name.text)
          continue
        }
        names.append(
          StaleName(
            name: entry.name.text, function: signature.name, symbol: symbol,
            meant: meant, ranges: [entry.name.range], language: file.language))
      }
    }
    return idleFields(in: file) + names.map(Fact.stale) + InheritedInitializers.facts(in: file).map(Fact.type)
  }

  func check(_ facts: [FileFacts<Fact>], _ project: ProjectIndex, _ collector: inout FindingCollector) {
    let types = facts.lazy.flatMap { file in
      file.facts.compactMap { fact in
        if case .type(let type) = fact { (file: file.file, fact: type) } else { nil }
      }
    }
    let initializers = InheritedInitializers(types, project)
    for file in facts {
      for fact in file.facts {
        switch fact {
        case .stale(let name): report(name, in: file.file, &collector)
        case .idle(let message, let range, let symbol):
          collector.add(message, at: Location(path: file.file.path, range: range), symbol: symbol)
        case .type(let type):
          for name in Self.staleNames(of: type, in: file.file, initializers) { report(name, in: file.file, &collector) }
        }
      }
    }
  }

  private func idleFields(in file: SourceFile) -> [Fact] {
    guard file.language == .swift else { return [] }
    return file.model.declarations.indices.flatMap { index -> [Fact] in
      let function = file.model.declarations[index]
      guard function.isCallable, function.isPublic, let doc = function.doc, !doc.isInherited else { return [] }
      var found: [Fact] = []
      let isVoid = ["Void", "()", "Swift.Void"].contains(function.returns ?? "Void")
      if !function.isInitializer, function.name.text != "subscript", isVoid, let entry = doc.returns.first,
        !["nothing", "void", "none", "nil"].contains(where: entry.text.lowercased().hasPrefix),
        !file.text[function.range].contains("macro ")
      {
        let message = Message.idle("Returns", function.name.text, "returns nothing")
        found.append(.idle(message, entry.range, symbol: file.symbol(of: index)))
      }
      // Accessors and closures throw on their own account.
      if function.thrown == nil, function.name.text != "subscript", let entry = doc.raises.first,
        !file.text[function.range].contains("throws"), !Self.failsLater(function, in: file),
        !["nothing", "never"].contains(where: entry.text.lowercased().hasPrefix)
      {
        let message = Message.idle("Throws", function.name.text, "does not throw")
        found.append(.idle(message, entry.range, symbol: file.symbol(of: index)))
      }
      return found
    }
  }

  /// Whether errors reach callers through what a function returns or calls back: a stream, a result, a task.
  private static func failsLater(_ function: Declaration, in file: SourceFile) -> Bool {
    let types = [function.returns] + function.parameters.map(\.annotation)
    let carriers = ["Throwing", "Result<", "Publisher", "Future<", "Error", "Failure", "Promise"]
    return types.contains { type in type.map { type in carriers.contains(where: type.contains) } ?? false }
      || file.text[function.range].contains("finish(throwing:")
  }

  private func report(_ stale: StaleName, in file: FileReference, _ collector: inout FindingCollector) {
    guard let first = stale.ranges.first else { return }
    collector.add(
      .stale(stale), at: Location(path: file.path, range: first), symbol: stale.symbol,
      related: stale.ranges.dropFirst().enumerated().map { place, range in
        let name = stale.others.isEmpty ? stale.name : stale.others[place]
        return Evidence("'\(name)' here, too", at: Location(path: file.path, range: range))
      }, count: stale.ranges.count > 1 ? stale.ranges.count : nil)
  }

  /// The names that a class documents and that the initializer it inherits lacks.
  private static func staleNames(
    of type: InheritedInitializers.Fact, in file: FileReference, _ initializers: InheritedInitializers
  ) -> [StaleName] {
    guard !type.entries.isEmpty, let parameters = initializers.parameters(of: type.type, in: file.module) else {
      return []
    }
    let names = Set(parameters.map(\.name))
    guard type.entries.contains(where: { names.contains($0.name.text) }) else { return [] }
    let stale = type.entries.filter { !names.contains($0.name.text) && !type.others.contains($0.name.text) }
    let documented = Set(type.entries.map(\.name.text))
    let free = parameters.map(\.name).filter { !documented.contains($0) && !$0.hasPrefix("_") }
    return stale.map {
      StaleName(
        name: $0.name.text, function: type.type, symbol: type.symbol,
        meant: meant(by: $0.name.text, among: free, isOnly: stale.count == 1), ranges: [$0.name.range])
    }
  }

  /// The parameter whose former name an entry has: one that resembles it, or the only one without an entry.
  private static func meant(by name: String, among free: [String], isOnly: Bool) -> Rename? {
    if let similar = free.first(where: { resemble($0, name) }) { return Rename(name: similar, isSimilar: true) }
    return isOnly && free.count == 1 ? Rename(name: free[0], isSimilar: false) : nil
  }

  /// Whether one name is probably the former name of the other: they share most words, or most letters.
  private static func resemble(_ one: String, _ other: String) -> Bool {
    let (words, others) = (Set(Name.words(of: one)), Set(Name.words(of: other)))
    let shared = words.intersection(others).count
    if shared == min(words.count, others.count) || 2 * shared > max(words.count, others.count) { return true }
    let longest = max(one.utf8.count, other.utf8.count)
    let head = zip(one.utf8, other.utf8).prefix { $0 == $1 }.count
    let tail = zip(one.utf8.reversed(), other.utf8.reversed()).prefix { $0 == $1 }.count
    return longest > 3 && head + tail + 2 >= longest
  }
}

extension Message {
  fileprivate static func idle(_ field: String, _ function: String, _ fact: String) -> Message {
    "'\(field)' is documented, but '\(function)' \(fact); remove the entry, or correct the signature"
  }

  fileprivate static func stale(_ stale: StaleParameterDoc.StaleName) -> Message {
    if stale.names.count > 1 {
      return """
        \(stale.names.quoted()) are documented, but '\(stale.function)' has no such parameters; \
        rename or remove the entries
        """
    }
    let kind = stale.language == .swift ? "comments" : "docstrings"
    let places = stale.ranges.count > 1 ? " (in \(stale.ranges.count) \(kind))" : ""
    let missing = "'\(stale.name)' is documented\(places), but '\(stale.function)' has no such parameter"
    return switch stale.meant {
    case nil: "\(missing); rename or remove the entry"
    case let meant? where meant.isSimilar: "\(missing); rename the entry to '\(meant.name)', or remove it"
    case let meant?: "\(missing), and '\(meant.name)' is undocumented; rename the entry, or remove it"
    }
  }
}
