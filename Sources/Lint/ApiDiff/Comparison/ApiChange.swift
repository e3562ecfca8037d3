/// One difference between two states of an API.
package struct ApiChange: Sendable {
  /// The effect on existing code.
  package enum Effect: String, Sendable, CaseIterable, Comparable {
    /// The API grows, and all existing calls still work.
    case extends
    /// Existing calls still work but behave differently.
    case alters
    /// Some existing calls fail.
    case breaks

    package static func < (left: Effect, right: Effect) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package var kind: Kind
  package var effect: Effect
  /// The path that callers use, in the old state; for additions, in the new one.
  package var symbol: String
  /// The affected parameter or base.
  package var detail: String?
  /// The difference, phrased like a finding's message.
  package var message: String
  /// The source before and after; nil if absent.
  package var before: String?
  package var after: String?
  package var oldPlace: ApiPlace?
  package var newPlace: ApiPlace?
  /// Number of affected public names: those of a module, or the classes that inherit the change.
  package var count = 1
  /// For a removal, the earlier deprecation notice, such as "since 0.8: use 'fit'"; nil if there was none.
  package var announcement: String?
  /// The paths of other types whose own changes this one causes.
  package var folded: [String] = []
  /// How often the repository itself uses what changed.
  package var uses = 0

  package init(
    _ kind: Kind, _ symbol: String, detail: String? = nil, _ message: String, before: String? = nil,
    after: String? = nil, effect: Effect? = nil
  ) {
    self.kind = kind
    self.effect = effect ?? kind.effect
    self.symbol = symbol
    self.detail = detail
    self.message = message
    self.before = before
    self.after = after
  }
}

extension ApiChange {
  /// Whether it is a removal that could have been announced by a deprecation.
  package var isRemoval: Bool {
    switch kind {
    case .removed, .moved, .renamed, .parameterRemoved, .parameterRenamed: effect != .extends
    default: false
    }
  }

  /// Records the old state's deprecation notice for a removed symbol.
  mutating func announce(_ note: String?) {
    guard let note, announcement == nil else { return }
    announcement = note
    message += "; it was deprecated" + (note.isEmpty ? "" : note.hasPrefix("since") ? " \(note)" : ": \(note)")
  }

  package enum Kind: String, Sendable, CaseIterable, Codable {
    case removed, moved, renamed, unlisted
    case kindChanged = "kind-changed"
    case baseRemoved = "base-removed"
    case valueChanged = "value-changed"
    case setterRemoved = "setter-removed"
    case bindingChanged = "binding-changed"
    case asyncChanged = "async-changed"
    case becameFinal = "became-final"
    case requirementAdded = "requirement-added"
    case caseAdded = "case-added"
    case parameterRemoved = "parameter-removed"
    case parameterRenamed = "parameter-renamed"
    case parameterReordered = "parameter-reordered"
    case parameterInserted = "parameter-inserted"
    case parameterRequired = "parameter-required"
    case requiredParameterAdded = "required-parameter-added"
    case parameterKeywordOnly = "parameter-keyword-only"
    case parameterPositionalOnly = "parameter-positional-only"
    case labelChanged = "label-changed"
    case typeChanged = "type-changed"
    case defaultChanged = "default-changed"
    case annotationNarrowed = "annotation-narrowed"
    case annotationChanged = "annotation-changed"
    case returnChanged = "return-changed"
    case exceptionChanged = "exception-changed"
    case throwsAdded = "throws-added"
    case added
    case parameterAdded = "parameter-added"
    case parameterRelaxed = "parameter-relaxed"
    case annotationWidened = "annotation-widened"
    case throwsRemoved = "throws-removed"
    case deprecated
    case isolationChanged = "isolation-changed"
    case genericsChanged = "generics-changed"

    /// The default effect of this kind of change; individual changes may be milder.
    package var effect: Effect {
      switch self {
      case .removed, .moved, .renamed, .kindChanged, .baseRemoved, .setterRemoved, .bindingChanged, .asyncChanged,
        .becameFinal, .requirementAdded, .parameterRemoved, .parameterRenamed, .parameterReordered,
        .parameterInserted, .parameterRequired, .requiredParameterAdded, .parameterKeywordOnly,
        .parameterPositionalOnly, .labelChanged, .typeChanged, .throwsAdded, .isolationChanged, .genericsChanged:
        .breaks
      case .valueChanged, .caseAdded, .defaultChanged, .annotationNarrowed, .annotationChanged,
        .returnChanged, .exceptionChanged:
        .alters
      case .unlisted, .added, .parameterAdded, .parameterRelaxed, .annotationWidened, .throwsRemoved, .deprecated:
        .extends
      }
    }
  }
}
