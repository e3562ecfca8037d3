import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// Reads `@Option`, `@Flag` and `@Argument` of swift-argument-parser; nil for any other property.
  func option(of node: VariableDeclSyntax, _ binding: PatternBindingSyntax, property: Name) -> OptionDetails? {
    guard importsArgumentParser || isCommand(owner),
      let (wrapper, attribute) = attribute(["Option", "Flag", "Argument"], in: node.attributes)
    else { return nil }
    let arguments = attribute.arguments?.as(LabeledExprListSyntax.self)
    let name = arguments?.first { $0.label?.text == "name" }?.expression
    let inversion = arguments?.first { $0.label?.text == "inversion" }?.expression
    var spellings = [Name(OptionSpelling.kebab(property.text), at: property.range)]
    if wrapper != "Argument" {
      spellings = name.map { self.spellings($0, property: property) } ?? []
      if spellings.isEmpty { spellings = [OptionSpelling.long(property)] }
      if let inversion { spellings = OptionSpelling.inverted(spellings, dottedName(inversion)?.text ?? "") }
      spellings.sort { $0.text.utf8.count > $1.text.utf8.count }
    }
    let value = binding.initializer?.value
    var details = OptionDetails(
      style: .swiftArgumentParser, spellings: spellings,
      type: binding.typeAnnotation.map { source(of: $0.type) }, defaultValue: value.map { source(of: $0) })
    if let help = arguments?.first(where: { $0.label?.text == "help" })?.expression { read(help, into: &details) }
    if wrapper == "Flag", inversion == nil, let value, value.as(BooleanLiteralExprSyntax.self)?.literal.text == "true" {
      details.brokenBoolean = OptionDetails.BrokenBoolean(.cannotBeSwitched, at: range(of: value))
    }
    return details
  }

  private func isCommand(_ declaration: Int?) -> Bool {
    guard let declaration else { return false }
    return model.declarations[declaration].bases.contains { base in
      ["ParsableCommand", "AsyncParsableCommand", "ParsableArguments"].contains { base.hasSuffix($0) }
    }
  }

  /// `.long`, `[.short, .customLong("x")]`, `.shortAndLong`.
  private func spellings(_ expression: ExprSyntax, property: Name) -> [Name] {
    if let array = expression.as(ArrayExprSyntax.self) {
      return array.elements.flatMap { spellings($0.expression, property: property) }
    }
    if let call = expression.as(FunctionCallExprSyntax.self) {
      guard let first = call.arguments.first?.expression.as(StringLiteralExprSyntax.self) else { return [] }
      let range = characters(of: first)
      let hasSingleDash = call.arguments.contains {
        $0.label?.text == "withSingleDash" && $0.expression.as(BooleanLiteralExprSyntax.self)?.literal.text == "true"
      }
      switch dottedName(call.calledExpression)?.text.split(separator: ".").last {
      case "customLong": return [Name((hasSingleDash ? "-" : "--") + source(range), at: range)]
      case "customShort": return [Name("-" + source(range), at: range)]
      default: return []
      }
    }
    switch dottedName(expression)?.text.split(separator: ".").last {
    case "long": return [OptionSpelling.long(property)]
    case "short": return OptionSpelling.short(property)
    case "shortAndLong": return [OptionSpelling.long(property)] + OptionSpelling.short(property)
    default: return []
    }
  }

  /// A text, an `ArgumentHelp`, or one of its constants.
  private func read(_ help: ExprSyntax, into details: inout OptionDetails) {
    if let text = text(of: help) {
      details.help = text
      return
    }
    if let call = help.as(FunctionCallExprSyntax.self),
      ["ArgumentHelp", ".init"].contains(dottedName(call.calledExpression)?.text)
    {
      for argument in call.arguments {
        switch argument.label?.text {
        case nil: details.help = text(of: argument.expression)
        case "discussion": details.help = details.help ?? text(of: argument.expression)
        case "visibility":
          let visibility = dottedName(argument.expression)?.text.split(separator: ".").last
          details.isHidden = visibility == "hidden" || visibility == "private"
        case "shouldDisplay": details.isHidden = source(of: argument.expression) == "false"
        default: break
        }
      }
      let unlabeled = call.arguments.first { $0.label == nil }
      details.hasUnreadableHelp = unlabeled != nil && details.help == nil
      return
    }
    switch dottedName(help)?.text.split(separator: ".").last {
    case "hidden", "private": details.isHidden = true
    default: details.hasUnreadableHelp = true
    }
  }

  // MARK: Flags of an enum

  /// The cases of an `EnumerableFlag` are what a user types, not the property's name.
  func noteEnumerableFlag(_ declaration: Declaration, at index: Int) {
    guard let option = declaration.option, declaration.attributes.contains(where: { $0.text.hasSuffix("Flag") }),
      let type = option.type, !["Bool", "Int", "Bool?"].contains(type)
    else { return }
    enumerableFlags.append((index, type.trimming(while: { "?[]".contains($0) })))
  }

  func resolveEnumerableFlags() {
    for flag in enumerableFlags {
      let name = flag.type.split(separator: ".").last.map(String.init) ?? flag.type
      let owner = model.declarations.firstIndex { $0.kind == .type && $0.name.text == name }
      guard let owner else { continue }
      let cases = model.declarations.filter {
        $0.parent == owner && $0.kind == .property && $0.flags.contains(.isStatic)
      }
      guard !cases.isEmpty else { continue }
      model.declarations[flag.declaration].option?.spellings = cases.map { OptionSpelling.long($0.name) }
        .sorted { $0.text.utf8.count > $1.text.utf8.count }
    }
  }
}

extension String {
  fileprivate func trimming(while predicate: (Character) -> Bool) -> String {
    var rest = self[...]
    while let first = rest.first, predicate(first) { rest.removeFirst() }
    while let last = rest.last, predicate(last) { rest.removeLast() }
    return String(rest)
  }
}
