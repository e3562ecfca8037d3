import LintModel
import LintSourceText
import SwiftSyntax

/// Ours, not the one of swift-syntax.
typealias SourceRange = LintSourceText.SourceRange

extension Lowering {
  /// A node's bytes without the spaces and comments around it.
  func range(of node: some SyntaxProtocol) -> SourceRange {
    let start = UInt32(clamping: node.positionAfterSkippingLeadingTrivia.utf8Offset)
    return SourceRange(start: start, end: max(start, UInt32(clamping: node.endPositionBeforeTrailingTrivia.utf8Offset)))
  }

  func source(_ range: SourceRange) -> String {
    String(decoding: bytes[from: Int(range.start), to: Int(range.end)], as: UTF8.self)
  }

  func source(of node: some SyntaxProtocol) -> String { source(range(of: node)) }

  /// An identifier without its backticks.
  func name(_ token: TokenSyntax) -> Name {
    let range = range(of: token)
    let text = token.text
    guard text.utf8.count > 2, text.utf8.first == UInt8(ascii: "`"), text.utf8.last == UInt8(ascii: "`") else {
      return Name(text, at: range)
    }
    return Name(String(text.dropFirst().dropLast()), at: SourceRange(start: range.start + 1, end: range.end - 1))
  }

  /// A type's or attribute's dotted name, without generic arguments.
  func dottedName(_ type: TypeSyntax) -> Name? {
    if let identifier = type.as(IdentifierTypeSyntax.self) { return name(identifier.name) }
    if let member = type.as(MemberTypeSyntax.self) {
      guard var whole = dottedName(member.baseType) else { return nil }
      whole.text += "." + member.name.text
      whole.range.end = range(of: member.name).end
      return whole
    }
    if let attributed = type.as(AttributedTypeSyntax.self) { return dottedName(attributed.baseType) }
    return nil
  }

  /// The dotted name that an expression is: `fatalError`, `Swift.fatalError`, `.invalid`.
  func dottedName(_ expression: ExprSyntax) -> Name? {
    if let reference = expression.as(DeclReferenceExprSyntax.self) { return name(reference.baseName) }
    if let specialized = expression.as(GenericSpecializationExprSyntax.self) {
      return dottedName(specialized.expression)
    }
    guard let member = expression.as(MemberAccessExprSyntax.self) else { return nil }
    let last = name(member.declName.baseName)
    guard let base = member.base else { return Name("." + last.text, at: range(of: member)) }
    guard let before = dottedName(base) else { return nil }
    return Name(before.text + "." + last.text, at: range(of: member))
  }
}

extension Lowering {
  func add(_ node: ImportDeclSyntax) {
    var path = node.path.map(\.name.text)
    var items: [Import.Item] = []
    if node.importKindSpecifier != nil, path.count > 1 {
      items = [Import.Item(name: path.removeLast(), alias: nil)]
    }
    let module = path.joined(separator: ".")
    if module == "ArgumentParser" { importsArgumentParser = true }
    var statement = Import(module: module, items: items)
    statement.range = range(of: node)
    model.imports.append(statement)
  }
}

extension StringProtocol {
  /// Whether the UTF-8 of a text occurs here. The library's own search compares characters, and may take Foundation's.
  func holds(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var rest = utf8[...]
    while let start = rest.firstIndex(of: wanted[0]) {
      rest = rest[start...]
      if rest.starts(with: wanted) { return true }
      rest.removeFirst()
    }
    return false
  }
}

/// True for the bytes of identifiers, those of other scripts included.
func isIdentifier(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...: true
  default: false
  }
}
