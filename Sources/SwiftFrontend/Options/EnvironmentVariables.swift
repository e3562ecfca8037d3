import LintModel
import LintSourceText
import SwiftSyntax

extension Lowering {
  /// `ProcessInfo.processInfo.environment["DATA_HOME"]`, `environment["DATA_HOME"] = value`.
  func noteEnvironment(_ node: SubscriptCallExprSyntax) {
    guard let object = dottedName(node.calledExpression)?.text.split(separator: ".").last,
      object.hasSuffix("environment") || object.hasSuffix("Environment") || object == "env",
      let name = variableName(node.arguments.first?.expression)
    else { return }
    if let list = node.parent?.as(ExprListSyntax.self), list.first?.id == ExprSyntax(node).id,
      list.dropFirst().first?.is(AssignmentExprSyntax.self) == true
    {
      model.keys.setVariables.insert(name.text)
    } else {
      addEnvironmentVariable(name, at: range(of: node))
    }
  }

  /// `getenv("DATA_HOME")`, `setenv("DATA_HOME", value, 1)`.
  func noteEnvironment(_ node: FunctionCallExprSyntax) {
    guard let callee = node.calledExpression.as(DeclReferenceExprSyntax.self)?.baseName.text,
      callee == "getenv" || callee == "setenv", let name = variableName(node.arguments.first?.expression)
    else { return }
    if callee == "setenv" {
      model.keys.setVariables.insert(name.text)
    } else {
      addEnvironmentVariable(name, at: range(of: node))
    }
  }

  /// The words by which a short text may reach a configuration key, and the names in capitals that a text mentions.
  func noteKeys(_ node: StringLiteralExprSyntax) {
    for segment in node.segments {
      guard let text = segment.as(StringSegmentSyntax.self)?.content.text, text.utf8.count > 1 else { continue }
      Array(text.utf8).withUnsafeBufferPointer { model.keys.noteCapitals(in: $0) }
      guard text.utf8.count < 100, !text.utf8.contains(UInt8(ascii: " ")) else { continue }
      for word in text.runs(of: \.isIdentifierByte) { model.keys.words.insert(bytes: word.utf8) }
    }
  }

  private func addEnvironmentVariable(_ name: Name, at range: SourceRange) {
    guard environmentVariables.insert(name.text).inserted else { return }
    let option = OptionDetails(style: .environmentVariable, spellings: [name])
    model.declarations.append(
      Declaration(kind: .option, name: name, parent: owner, range: range, flags: [.isPublic], option: option))
  }

  /// A literal in capitals with an underscore.
  private func variableName(_ expression: ExprSyntax?) -> Name? {
    guard let literal = expression?.as(StringLiteralExprSyntax.self) else { return nil }
    let characters = characters(of: literal)
    let text = source(characters)
    guard text.utf8.contains(UInt8(ascii: "_")), text.utf8.count < 80,
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return Name(text, at: range(of: literal))
  }
}
