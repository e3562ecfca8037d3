import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// `throw`: a text where an argument is one, else unreadable, since an error's case may word itself elsewhere.
  func add(_ node: ThrowStmtSyntax) { addError(node.expression, at: Syntax(node)) }

  /// - Parameter statement: What hands the error on: `throw`, or a call such as `.failure(error)`.
  func addError(_ error: ExprSyntax, at statement: Syntax) {
    let surroundings = Surroundings(of: statement)
    var errorType = dottedName(error)
    var message = RaiseSite.Message.unreadable
    if let call = error.as(FunctionCallExprSyntax.self) {
      errorType = dottedName(call.calledExpression)
      if let text = self.message(in: call.arguments) { message = .text(withPlaceholders(text)) }
    }
    // `throw error` passes on what was caught.
    if let name = errorType?.text.split(separator: ".").last, error.is(DeclReferenceExprSyntax.self),
      name.first?.isLowercase == true
    {
      errorType = nil
    }
    var site = RaiseSite(
      form: .throw, range: range(of: statement), errorType: errorType, message: message, owner: owner)
    describe(&site, surroundings)
    site.isCaughtHere = surroundings.isCaughtHere && statement.is(ThrowStmtSyntax.self)
    if errorType != nil, error.is(MemberAccessExprSyntax.self) { plainErrors.append(model.raiseSites.count) }
    model.raiseSites.append(site)
  }

  /// `precondition`, `fatalError` and their kin.
  func addFailure(of node: FunctionCallExprSyntax) {
    guard let trap = trap(of: node) else { return }
    let arguments = node.arguments.filter { $0.label == nil }
    let argument = trap.hasCondition ? arguments.dropFirst().first : arguments.first
    let surroundings = Surroundings(of: Syntax(node))
    let message: RaiseSite.Message
    if let argument {
      message = text(of: argument.expression).map { .text(withPlaceholders($0)) } ?? .unreadable
    } else {
      message = .nothing
    }
    guard !isUnreachable(message, surroundings) else { return }
    var site = RaiseSite(form: trap.form, range: range(of: node), message: message, owner: owner)
    if trap.hasCondition, let condition = arguments.first?.expression {
      site.condition = source(of: condition)
      site.guardedParameters = guardedParameters(in: Syntax(condition), failsIf: false)
      site.required = required(Syntax(condition), failsIf: false)
    } else {
      describe(&site, surroundings)
    }
    site.isInHandler = surroundings.isInHandler
    model.raiseSites.append(site)
  }

  private func trap(of node: FunctionCallExprSyntax) -> (form: RaiseSite.Form, hasCondition: Bool)? {
    let name: TokenSyntax
    if let reference = node.calledExpression.as(DeclReferenceExprSyntax.self) {
      name = reference.baseName
    } else if let member = node.calledExpression.as(MemberAccessExprSyntax.self),
      member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "Swift"
    {
      name = member.declName.baseName
    } else {
      return nil
    }
    guard case .identifier(let text) = name.tokenKind else { return nil }
    return switch text {
    case "precondition": (.precondition, true)
    case "preconditionFailure": (.precondition, false)
    case "fatalError": (.fatalError, false)
    case "assert": (.assert, true)
    case "assertionFailure": (.assert, false)
    default: nil
    }
  }

  /// Code marked as unreachable, and the initializers that UIKit requires.
  private func isUnreachable(_ message: RaiseSite.Message, _ surroundings: Surroundings) -> Bool {
    if let owner, model.declarations[owner].isInitializer,
      model.declarations[owner].parameters.first?.publicName.text == "coder"
    {
      return true
    }
    switch message {
    case .nothing: return surroundings.isInUnknownDefault
    case .text(let text):
      let words = text.plain.lowercased()
      if let owner, model.declarations[owner].flags.contains(.isDeprecated), words.holds("unavailable") {
        return true
      }
      let marks: [StaticString] = ["unreachable", "should never", "cannot happen", "can't happen", "impossible"]
      return marks.contains { words.holds($0) }
    case .unreadable: return false
    }
  }

  private func describe(_ site: inout RaiseSite, _ surroundings: Surroundings) {
    site.isInHandler = surroundings.isInHandler
    guard let condition = surroundings.condition else { return }
    // No case that this program knows leads to `@unknown default`.
    if !surroundings.isInUnknownDefault { site.choices = choices(condition, surroundings) }
    // A trap in a `default` is seen by the author of a new case; no caller can pass another value.
    if site.form != .throw, let choices = site.choices, choices.values.contains(where: { $0.hasPrefix(".") }) {
      site.choices = nil
    }
    site.block = surroundings.block
    if let subject = condition.as(SwitchExprSyntax.self)?.subject {
      // In the default the subject is none of the cases; in one of these its value is known.
      let test = surroundings.isInKnownCase || surroundings.isInUnknownDefault ? RaiseSite.Test.known : .membership
      site.condition = "switch " + source(of: subject)
      site.guardedParameters = guardedParameters(in: Syntax(subject), failsIf: true).map { guardedParameters in
        var guardedParameters = guardedParameters
        if guardedParameters.test == .truth || test == .known { guardedParameters.test = test }
        return guardedParameters
      }
    } else {
      site.condition = source(of: condition)
      site.guardedParameters = guardedParameters(in: condition, failsIf: surroundings.failsIf)
      site.required = required(condition, failsIf: surroundings.failsIf)
    }
  }

  /// The text of an error that an argument words: a literal under a label that says so, or a sentence. The other
  /// arguments, which the error's type puts into its description, are values and texts of it too.
  func message(in arguments: LabeledExprListSyntax) -> MessageTemplate? {
    guard arguments.contains(where: wordsError) else { return nil }
    let texts = arguments.map { argument in
      let range = range(of: argument.expression)
      return text(of: argument.expression)
        ?? MessageTemplate(
          range: range,
          pieces: isFixed(argument.expression) ? [] : [MessageTemplate.Piece(.value(source(range)), at: range)])
    }
    guard let worded = arguments.firstIndex(where: wordsError) else { return nil }
    var message = texts[arguments.distance(from: arguments.startIndex, to: worded)]
    message.pieces = texts.flatMap(\.pieces)
    return message
  }

  private func wordsError(_ argument: LabeledExprSyntax) -> Bool {
    guard let text = text(of: argument.expression) else { return false }
    let label = argument.label.map { Name.words(of: $0.text) } ?? []
    // A lone word is a key or a name that the error puts into a sentence of its own.
    return label.contains { Self.messageLabels.contains($0) } || argument.label == nil && text.plain.holds(" ")
  }

  /// A number, a truth value or nil shows nothing of what was received.
  private func isFixed(_ expression: ExprSyntax) -> Bool {
    switch expression.kind {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr: true
    default: false
    }
  }

  private static let messageLabels: Set<Substring> = [
    "message", "msg", "reason", "description", "explanation", "text", "details",
  ]
}

/// The context of a raise site in its function.
struct Surroundings {
  /// The conditions of the nearest `if` or `guard`, or the `switch` whose default it is in.
  var condition: Syntax?
  /// What the condition comes to where the failure is met.
  var failsIf = true
  /// In a case with its own pattern, which already tells the value.
  var isInKnownCase = false
  var isCaughtHere = false
  var isInHandler = false
  var isInUnknownDefault = false
  /// Where the list of statements begins that the condition's statement is in.
  var block: UInt32?

  init(of site: Syntax) {
    var child = site
    var isInClosure = false
    while let node = child.parent {
      switch node.kind {
      case .functionDecl, .initializerDecl, .accessorDecl, .accessorBlock, .subscriptDecl, .deinitializerDecl,
        .memberBlock:
        return
      case .closureExpr: isInClosure = true
      case .ifExpr:
        if condition == nil, let node = node.as(IfExprSyntax.self), node.conditions.id != child.id {
          condition = Syntax(node.conditions)
          failsIf = node.elseBody?.id != child.id
          // An `else if` is not a statement of its own.
          if let item = node.parent?.parent, node.parent?.is(ExpressionStmtSyntax.self) == true {
            block = item.parent.map { UInt32(clamping: $0.position.utf8Offset) }
          }
        }
      case .guardStmt:
        if condition == nil, let node = node.as(GuardStmtSyntax.self), node.body.id == child.id {
          condition = Syntax(node.conditions)
          failsIf = false
          block = node.parent?.parent.map { UInt32(clamping: $0.position.utf8Offset) }
        }
      case .switchCase:
        if let node = node.as(SwitchCaseSyntax.self) { enter(node) }
      case .catchClause: if !isInClosure { isInHandler = true }
      case .doStmt:
        if let node = node.as(DoStmtSyntax.self), node.body.id == child.id, !node.catchClauses.isEmpty, !isInClosure {
          isCaughtHere = true
        }
      default: break
      }
      child = node
    }
  }

  private mutating func enter(_ node: SwitchCaseSyntax) {
    guard condition == nil else { return }
    if case .case(let label) = node.label {
      // `case let value` leaves open which value it was.
      isInKnownCase = label.caseItems.allSatisfy { $0.pattern.is(ExpressionPatternSyntax.self) }
    } else {
      isInUnknownDefault = node.attribute != nil
    }
    condition = node.parent?.parent
  }
}
