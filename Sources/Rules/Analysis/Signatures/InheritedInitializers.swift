import LintModel
import LintRuleKit
import LintSourceText

/// The initializers of Python classes, for classes that document the one they inherit.
struct InheritedInitializers {
  struct Parameter {
    var name: String
    var defaultValue: String?
    var isVariadic: Bool
  }

  /// What a file's classes say about how they are made.
  struct Fact {
    var type: String
    var symbol: String
    /// The parameters of the initializer; nil if the class has none.
    var parameters: [Parameter]?
    /// True if a decorator, a metaclass or `__new__` may make it in differently.
    var isOpen: Bool
    /// What the class's documentation describes; empty if it has an initializer.
    var entries: [Doc.Entry]
    /// The names that the class describes with its own methods and attributes.
    var others: Set<String>
  }

  static func facts(in file: SourceFile) -> [Fact] { file.cache.value { read(file) } }

  private static func read(_ file: SourceFile) -> [Fact] {
    guard file.language == .python, file.role == .library, !file.reference.isExcluded else { return [] }
    let declarations = file.model.declarations
    var members: [Int: [Int]] = [:]
    for (index, declaration) in declarations.enumerated() {
      guard let parent = declaration.parent, declarations[parent].kind == .type else { continue }
      members[parent, default: []].append(index)
    }
    return declarations.indices.compactMap { index in
      let type = declarations[index]
      guard type.kind == .type else { return nil }
      let own = (members[index] ?? []).map { declarations[$0] }
      let initializers = own.filter { $0.name.text == "__init__" && !$0.flags.contains(.isOverload) }
      var entries: [Doc.Entry] = []
      if let doc = type.doc, initializers.isEmpty, type.isPublic, !doc.isInherited, !type.bases.isEmpty,
        !file.model.sharedDocs.contains(type.name.text)
      {
        entries = doc.parameters.filter { !$0.refersElsewhere && !$0.name.text.isEmpty }
      }
      guard !entries.isEmpty || !initializers.isEmpty || !type.bases.isEmpty else { return nil }
      let isOpen =
        !type.attributes.isEmpty || initializers.count > 1 || own.contains { $0.name.text == "__new__" }
        || initializers.contains { !$0.attributes.isEmpty } || Self.hasMetaclass(type, in: file)
      var others = Set(own.flatMap { [$0.name.text] + $0.parameters.map(\.name.text) })
      for binding in file.model.bindings where binding.owner == index { others.insert(binding.name.text) }
      return Fact(
        type: type.name.text, symbol: file.symbol(of: index),
        parameters: initializers.first?.parameters.map {
          Parameter(name: $0.name.text, defaultValue: $0.defaultValue, isVariadic: $0.isVariadic)
        }, isOpen: isOpen, entries: entries, others: initializers.isEmpty ? others : [])
    }
  }

  /// Whether the header of a class names a metaclass that may change how it is called.
  static func hasMetaclass(_ type: Declaration, in file: SourceFile) -> Bool {
    let header = SourceScanner(text: file.text).parenthesized(after: type.name.range.end) ?? ""
    return header.contains("metaclass") && !header.contains("ABCMeta") && !header.contains("EnumMeta")
  }

  private var facts: [String: Fact] = [:]
  private let project: ProjectIndex

  init(_ facts: some Sequence<(file: FileReference, fact: Fact)>, _ project: ProjectIndex) {
    self.project = project
    for (file, fact) in facts { self.facts["\(file.module).\(fact.type)"] = fact }
  }

  /// The parameters that a class is made with, by the nearest of its ancestors that has an initializer.
  ///
  /// - Returns: nil if a base may be another project's, so that nobody here knows.
  func parameters(of type: String, in module: String) -> [Parameter]? {
    guard let own = project.types[type]?.filter({ $0.module == module }), own.count == 1,
      facts["\(module).\(type)"]?.isOpen == false
    else { return nil }
    var bases = own[0].bases.map(\.name)
    for ancestor in project.ancestors(of: type, module: module) {
      guard bases.allSatisfy({ project.types[$0]?.count == 1 || Self.plain.contains($0) }),
        let fact = facts["\(ancestor.module).\(ancestor.name)"], !fact.isOpen
      else { return nil }
      if let parameters = fact.parameters {
        return parameters.contains(where: \.isVariadic) ? nil : parameters
      }
      bases = ancestor.bases.map(\.name)
    }
    return nil
  }

  private static let plain: Set<String> = ["object", "ABC", "Generic", "Protocol"]
}
