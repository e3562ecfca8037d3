/// One difference between two states of an API.
package struct ApiChange: Sendable {
  /// What it does to code that was written before.
  package enum Effect: String, Sendable, CaseIterable, Comparable {
    /// There is more to call, and all that was called before still works.
    case extends
    /// The call continues working and gives something else.
    case alters
    /// Some call that worked no longer does.
    case breaks

    package static func < (left: Effect, right: Effect) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  package var kind: Kind
  package var effect: Effect
  /// The path that callers use: of the old state, or of the new one for what is added.
  package var symbol: String
  /// The parameter or base that it is about.
  package var detail: String?
  /// What is different, in the voice of a finding.
  package var message: String
  /// As written before and after; nil if there was or is nothing.
  package var before: String?
  package var after: String?
  package var oldPlace: ApiPlace?
  package var newPlace: ApiPlace?
  /// How many public names it is about: those of a whole module, or the classes that inherit the change.
  package var count = 1
  /// Of what goes: what its users were told before, such as "since 0.8: use 'fit'"; nil if they were told nothing.
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
  /// Whether it takes something away that callers could have been told of before.
  package var isRemoval: Bool {
    switch kind {
    case .removed, .moved, .renamed, .parameterRemoved, .parameterRenamed: effect != .extends
    default: false
    }
  }

  /// Notes what an old state said of the end of what is now gone.
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

    /// What a change of this kind does unless the case at hand is milder.
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
