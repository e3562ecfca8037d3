import LintModel
import LintRuleKit
import LintSourceText

/// The names that a module hands out when they are asked for: in its `__getattr__`, or through `lazy.attach`.
struct PythonServedNames {
  private let file: SourceFile
  private let isPackage: Bool
  private let module: String
  private(set) var names: [ApiModule.Import] = []
  /// Whether it may hand out names that are not listed.
  private(set) var areOpen = false
  private(set) var deprecation: String?

  init(_ file: SourceFile, module: String, isPackage: Bool) {
    self.file = file
    self.module = module
    self.isPackage = isPackage
    readAttachment()
    guard
      let getter = file.model.declarations.first(where: {
        $0.name.text == "__getattr__" && $0.kind == .function && !$0.flags.contains(.isLocal)
      })
    else { return }
    read(getter)
  }

  private mutating func read(_ getter: Declaration) {
    let body = file.text[getter.range]
    let asked = getter.parameters.first?.name.text ?? "name"
    for table in Self.tables(in: body, of: asked) { serve(table) }
    for name in Self.comparedNames(in: body, to: asked) { serve(name, from: nil, getter.range) }
    let delegates = ["getattr(", "import_module(", "__import__(", "globals()"].contains { body.contains($0) }
    areOpen = names.isEmpty && delegates
    if body.lowercased().contains("deprecat") || body.contains("FutureWarning") {
      deprecation = ""
    }
  }

  /// The string literals that the name asked for is compared with: `name == "A"`, `name in ("A", "B")`.
  private static func comparedNames(in body: String, to asked: String) -> [String] {
    var names: [String] = []
    let isMatched = body.contains("match \(asked):")
    for line in body.split(separator: "\n")
    where line.contains("\(asked) ") || line.contains(" \(asked)") || isMatched && line.contains("case ") {
      if line.contains("\(asked) ==") || line.contains("== \(asked)") || line.contains("case ") {
        names += SourceScanner.quotedNames(line)
      }
    }
    // A collection may stand over several lines.
    for part in body.split(separator: "\(asked) in ", omittingEmptySubsequences: false).dropFirst() {
      guard let open = part.first, let close = ["(": ")", "[": "]", "{": "}"][open] else { continue }
      names += SourceScanner.quotedNames(part.prefix { String($0) != close })
    }
    return names.filter { !$0.contains(".") }
  }

  /// The names of the tables in which the name is looked up: `TABLE[name]`, `name in TABLE`, `TABLE.get(name`.
  private static func tables(in body: String, of asked: String) -> [String] {
    var tables: [String] = []
    for mark in ["[\(asked)]", ".get(\(asked)", ".pop(\(asked)"] {
      for part in body.split(separator: mark, omittingEmptySubsequences: false).dropLast() {
        tables.append(String(String(part.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }).reversed()))
      }
    }
    for part in body.split(separator: "\(asked) in ", omittingEmptySubsequences: false).dropFirst() {
      tables.append(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "_" }))
    }
    return tables.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }

  // MARK: Tables

  /// Reads `{"A": ".module"}`, `{"A": (".module", "B")}`, `{"module": ["A", "B"]}` and `["A", "B"]`.
  private mutating func serve(_ table: String) {
    guard let binding = file.model.bindings.first(where: { $0.owner == 0 && $0.name.text == table }),
      let range = binding.value
    else { return }
    serve(entries: file.text[range])
  }

  private mutating func serve(entries text: String) {
    let text = text.trimmed
    guard text.count > 1 else { return }
    let inside = String(text.dropFirst().dropLast())
    for entry in ApiText.split(inside, at: ",") {
      let sides = ApiText.split(entry, at: ":", maximum: 1)
      guard let key = SourceScanner.quotedNames(sides[0]).first else { continue }
      guard sides.count == 2 else {
        serve(key, from: nil, nil)
        continue
      }
      let value = sides[1]
      let texts = SourceScanner.quotedNames(value)
      if value.hasPrefix("[") {
        for name in texts { serve(name, from: (key, name), nil) }
      } else if let source = texts.first {
        serve(key, from: (source, texts.count > 1 ? texts[1] : key), nil)
      } else {
        serve(key, from: nil, nil)
      }
    }
  }

  /// - Parameters:
  ///   - source: The module, absolute or relative, and the name there.
  ///   - body: Where an import inside a function may tell.
  private mutating func serve(_ name: String, from source: (module: String, item: String)?, _ body: SourceRange?) {
    guard !name.contains("."), !name.hasPrefix("_"), !names.contains(where: { $0.name == name }) else { return }
    var origin = ApiModule.Import(
      module: "", item: name, name: name, isForTypesOnly: false, isOfferedOn: true)
    if let source {
      origin.module = absolute(source.module)
      origin.item = source.item
    } else if let body {
      for statement in file.model.imports where body.start <= statement.range.start && statement.range.end <= body.end {
        guard let item = statement.items.first(where: { $0.name == name || $0.alias == name }) else { continue }
        origin.module = ImportedNames.absolute(statement, in: module, isPackage: isPackage)
        origin.item = item.name
      }
    }
    names.append(origin)
  }

  /// A module as a table names it: `.module`, `module` beside this file, or from the top.
  private func absolute(_ name: String) -> String {
    let home = isPackage ? module : ModulePaths.parent(module)
    let top = module.prefix { $0 != "." }
    if name.hasPrefix(".") || !(name == top || name.hasPrefix("\(top).")) {
      let rest = name.drop { $0 == "." }
      return rest.isEmpty ? home : "\(home).\(rest)"
    }
    return name
  }

  /// `lazy.attach(__name__, ["losses"], {"layers": ["Dense"]})`.
  private mutating func readAttachment() {
    let hash = Invocation.hash("attach")
    for call in file.model.invocations where call.nameHash == hash {
      let arguments = file.model.arguments[call.arguments].map { file.text[$0.value] }
      guard arguments.first == "__name__" else { continue }
      for table in arguments.dropFirst() where table.hasPrefix("{") { serve(entries: table) }
    }
  }
}
