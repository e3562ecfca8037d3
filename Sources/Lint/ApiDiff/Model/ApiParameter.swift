import LintModel

/// One parameter, as callers see it.
package struct ApiParameter: Sendable, Codable, Equatable {
  package var name: String
  /// The argument label in Swift, `_` for none; nil in Python.
  package var label: String?
  package var kind: Parameter.Kind
  package var annotation: String?
  /// As written.
  package var defaultValue: String?
  /// The literal value of the default, if the default is a named constant.
  package var meaning: String?

  package init(
    name: String, label: String? = nil, kind: Parameter.Kind = .positionalOrKeyword, annotation: String? = nil,
    defaultValue: String? = nil, meaning: String? = nil
  ) {
    self.name = name
    self.label = label
    self.kind = kind
    self.annotation = annotation
    self.defaultValue = defaultValue
    self.meaning = meaning
  }

  package var isVariadic: Bool { kind == .variadicPositional || kind == .variadicKeyword }
  package var isRequired: Bool { defaultValue == nil && !isVariadic }
  package var isPositional: Bool { kind == .positionalOnly || kind == .positionalOrKeyword }
  package var takesKeyword: Bool { kind == .positionalOrKeyword || kind == .keywordOnly }
  /// The name that callers use: the label, if there is one.
  package var shownName: String { label.map { $0 == "_" ? name : $0 } ?? name }
}
