import Foundation
import PythonSyntax

extension Dumper {
  mutating func constant(_ node: Node) {
    open("Constant", node.range)
    write(" ")
    var isUnicode = false
    switch node.kind {
    case .noneLiteral: write("None")
    case .trueLiteral: write("True")
    case .falseLiteral: write("False")
    case .ellipsisLiteral: write("Ellipsis")
    case .integerLiteral:
      write("i")
      output.append(contentsOf: Numbers.hexadecimal(digits(node)).utf8)
    case .floatLiteral:
      write("f")
      float(digits(node))
    case .imaginaryLiteral:
      write("c")
      float(String(digits(node).dropLast()))
    case .stringLiteral:
      write("s")
      output.append(contentsOf: StringLiteral(unchecked: node).utf8Value)
      isUnicode = node.bytes.first == UInt8(ascii: "u")
    case .bytesLiteral:
      write("b")
      for byte in BytesLiteral(unchecked: node).value {
        output.append(contentsOf: String(byte, radix: 16).utf8)
        write(",")
      }
    default: write("Invalid")
    }
    write(isUnicode ? " u)" : " ~)")
  }

  private func digits(_ node: Node) -> String { node.text.replacingOccurrences(of: "_", with: "").lowercased() }

  private mutating func float(_ text: String) {
    output.append(contentsOf: String((Double(text) ?? strtod(text, nil)).bitPattern, radix: 16).utf8)
  }

  // MARK: - Formatted strings

  /// Text and fields with adjacent text joined and empty text left out.
  mutating func formattedString(_ node: Node) {
    open(node.kind == .templateString ? "TemplateStr" : "JoinedStr", node.range)
    formattedDepth += 1
    write(" [")
    var text: [UInt8] = []
    for piece in node.children {
      if let plain = StringPiece(piece) { text += plain.decodedBytes } else { parts(piece, &text) }
    }
    flush(&text)
    write("]")
    formattedDepth -= 1
    close()
  }

  private mutating func flush(_ text: inout [UInt8]) {
    guard !text.isEmpty else { return }
    write("(Constant s")
    output.append(contentsOf: text)
    write(")")
    text = []
  }

  private mutating func parts(_ parent: Node, _ text: inout [UInt8]) {
    for part in parent.children {
      if let literal = StringText(part) {
        text += literal.utf8Value
      } else if let field = ReplacementField(part) {
        if let debug = tree.debugText(of: field) { text += Array(debug.utf8) }
        flush(&text)
        replacement(field)
      }
    }
  }

  private mutating func replacement(_ field: ReplacementField) {
    write("(FormattedValue")
    expression(field.expression)
    let isRepresented = field.debugRange != nil && field.format == nil
    write(" ")
    write(number: Int(field.conversion ?? (isRepresented ? UInt8(ascii: "r") : 0)))
    if let format = field.format {
      write("(JoinedStr [")
      var text: [UInt8] = []
      parts(format, &text)
      flush(&text)
      write("])")
    } else {
      none()
    }
    close()
  }
}

/// Integers of any size.
enum Numbers {
  /// A lower-case Python integer literal without underscores, in hexadecimal.
  static func hexadecimal(_ literal: String) -> String {
    var radix: UInt64 = 10
    var digits = Substring(literal)
    for (prefix, value) in [("0x", UInt64(16)), ("0o", 8), ("0b", 2)] where literal.hasPrefix(prefix) {
      radix = value
      digits = literal.dropFirst(2)
    }
    var limbs: [UInt32] = []
    for digit in digits.utf8 {
      var carry = UInt64(digit > 57 ? digit - 87 : digit - 48)
      for index in limbs.indices {
        let product = UInt64(limbs[index]) * radix + carry
        limbs[index] = UInt32(truncatingIfNeeded: product)
        carry = product >> 32
      }
      if carry != 0 { limbs.append(UInt32(carry)) }
    }
    guard let top = limbs.last else { return "0" }
    return limbs.dropLast().reversed().reduce(String(top, radix: 16)) { text, limb in
      let part = String(limb, radix: 16)
      return text + String(repeating: "0", count: 8 - part.count) + part
    }
  }
}
