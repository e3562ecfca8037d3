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
}
