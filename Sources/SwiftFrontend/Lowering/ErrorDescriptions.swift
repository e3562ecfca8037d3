import LintModel
import LintSourceText
import SwiftSyntax

/// The texts of errors that their types word, by the last name of the type and by the case; under an empty name, the
/// text of every case.
struct ErrorDescriptions {
  private var texts: [String: [String: MessageTemplate]] = [:]

  mutating func add(_ text: MessageTemplate, of type: String, case name: String) {
    texts[type, default: [:]][name] = text
  }

  /// The text of `PoolError.tooSmall`; of `.tooSmall`, only where one type has the case.
  func text(of error: String) -> MessageTemplate? {
    let parts = error.split(separator: ".").map(String.init)
    guard let last = parts.last else { return nil }
    guard parts.count > 1 else {
      let found = texts.values.compactMap { $0[last] }
      return found.count == 1 ? found[0] : nil
    }
    return texts[parts[parts.count - 2]].flatMap { $0[last] ?? $0[""] }
  }
}

extension Lowering {
  /// `var errorDescription: String? { switch self { case .tooSmall: "..." } }`
  func noteDescription(_ binding: PatternBindingSyntax) {
    guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text,
      name == "errorDescription" || name == "description", let owner, model.declarations[owner].kind == .type,
      let type = model.declarations[owner].name.text.split(separator: ".").last.map(String.init),
      let body = getter(of: binding), body.count == 1, let item = body.first?.item
    else { return }
    if let statement = switchExpression(item) {
      guard source(of: statement.subject) == "self" else { return }
      for element in statement.cases {
        guard let element = element.as(SwitchCaseSyntax.self), case .case(let label) = element.label,
          let text = onlyText(element.statements)
        else { continue }
        for item in label.caseItems {
          guard let pattern = item.pattern.as(ExpressionPatternSyntax.self)?.expression,
            let access = pattern.as(MemberAccessExprSyntax.self)
          else { continue }
          descriptions.add(text, of: type, case: access.declName.baseName.text)
        }
      }
    } else if let text = onlyText(body) {
      descriptions.add(text, of: type, case: "")
    }
  }

  /// `static let tooSmall = PoolError(description: "...")`
  func noteNamedError(_ binding: PatternBindingSyntax) {
    guard let name = binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text, let owner,
      model.declarations[owner].kind == .type,
      let type = model.declarations[owner].name.text.split(separator: ".").last.map(String.init),
      let call = binding.initializer?.value.as(FunctionCallExprSyntax.self),
      let made = dottedName(call.calledExpression)?.text,
      ["Self", "Self.init", ".init", type, type + ".init"].contains(made), let text = message(in: call.arguments)
    else { return }
    descriptions.add(text, of: type, case: name)
  }

  /// Gives the errors that say nothing where they are thrown the texts of their types.
  func describePlainErrors() {
    for index in plainErrors {
      guard let name = model.raiseSites[index].errorType, case .unreadable = model.raiseSites[index].message,
        let text = descriptions.text(of: name.text), !text.showsValue, !text.plain.isEmpty
      else { continue }
      var message = MessageTemplate(
        range: name.range, pieces: [MessageTemplate.Piece(.literal(text.plain), at: name.range)])
      message.isElsewhere = true
      model.raiseSites[index].message = .text(message)
    }
  }

  private func getter(of binding: PatternBindingSyntax) -> CodeBlockItemListSyntax? {
    switch binding.accessorBlock?.accessors {
    case .getter(let body)?: body
    case .accessors(let accessors)?: accessors.first { $0.accessorSpecifier.text == "get" }?.body?.statements
    case nil: nil
    }
  }

  private func switchExpression(_ item: CodeBlockItemSyntax.Item) -> SwitchExprSyntax? {
    switch item {
    case .expr(let expression): expression.as(SwitchExprSyntax.self)
    case .stmt(let statement):
      (statement.as(ExpressionStmtSyntax.self)?.expression ?? statement.as(ReturnStmtSyntax.self)?.expression)?
        .as(SwitchExprSyntax.self)
    default: nil
    }
  }

  private func onlyText(_ body: CodeBlockItemListSyntax) -> MessageTemplate? {
    guard body.count == 1, let item = body.first?.item else { return nil }
    switch item {
    case .expr(let expression): return text(of: expression)
    case .stmt(let statement):
      return statement.as(ReturnStmtSyntax.self)?.expression.flatMap { text(of: $0) }
    default: return nil
    }
  }
}
