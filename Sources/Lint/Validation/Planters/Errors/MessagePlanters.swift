import LintModel
import LintSourceText

/// The ways to spoil an error message.
enum MessagePlanters {
  static let all: [any Planter] = [vague, valueless, choiceless, hintless, EmptiedErrorPlanter(), UnformattedPlanter()]

  private static let vague = MessagePlanter(
    rule: "vague-error-message", flaw: "replace an error message with a vague one",
    equivalents: ["error-without-value", "error-without-choices", "error-without-expectation"]
  ) { site, _, file in
    if site.isInHandler { return nil }
    return site.errorType?.text.hasSuffix("TypeError") == true ? "\"wrong type\"" : "\"invalid value\""
  }

  /// Drops the value at the end, as in `must be positive, got {rate}`.
  private static let valueless = MessagePlanter(
    rule: "error-without-value", flaw: "drop the value from an error message",
    companions: ["error-without-parameter-name"]
  ) { site, message, file in
    guard let guarded = site.guardedParameters.first, site.guardedParameters.count == 1,
      guarded.test == .comparison || guarded.test == .shape, guarded.source == guarded.name,
      let last = message.values.last, message.values.count == 1, last == guarded.name,
      let place = message.pieces.lastIndex(where: { if case .literal = $0.content { false } else { true } }),
      let text = MessageEnd.shortened(message.pieces[..<place])
    else { return nil }
    return "\"\(text)\""
  }

  private static let choiceless = MessagePlanter(
    rule: "error-without-choices", flaw: "drop the valid choices from an error message"
  ) { site, _, file in
    guard let choices = site.choices, choices.values.count > 1 || choices.holder != nil, choices.kind == .values,
      choices.subject.utf8.allSatisfy(\.isIdentifierByte)
    else { return nil }
    return file.language == .swift
      ? "\"unknown \(choices.subject) '\\(\(choices.subject))'\""
      : "f\"unknown \(choices.subject) {\(choices.subject)!r}\""
  }

  private static let hintless = MessagePlanter(
    rule: "import-error-without-hint", flaw: "drop the installation command from an import error",
    languages: [.python]
  ) { site, message, _ in
    guard site.handled.contains("ImportError") || site.handled.contains("ModuleNotFoundError"),
      site.errorType?.text.hasSuffix("Error") == true, message.plain.contains("install "), message.values.isEmpty
    else { return nil }
    return "\"a package that this needs is missing\""
  }
}
