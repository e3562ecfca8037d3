import LintModel
import LintSourceText

/// Documents another default than the code has.
struct DefaultDocPlanter: Planter {
  let rule = "stale-default-doc"
  let flaw = "document another default"
  let languages: Set<Language> = [.python, .swift]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    let parameters = file.documentedParameters.compactMap { parameter, entry, _ in
      parameter.defaultValue.flatMap { plant($0, in: entry.range, file, also: parameter.defaultRange) }
    }
    let options = file.model.declarations.compactMap { item -> Plant? in
      guard let option = item.option, option.style.isOfCommand, let help = option.help, let value = option.defaultValue,
        !help.showsValue
      else { return nil }
      return plant(value, in: help.range, file, also: item.range)
    }
    return parameters + options
  }

  private func plant(_ value: String, in range: SourceRange, _ file: SourceFile, also place: SourceRange?) -> Plant? {
    guard let other = other(than: value), let mark = Bytes.find("efault", in: file.text.bytes(in: range)) else {
      return nil
    }
    // The next word after "default", "defaults to", "default is" or "default:".
    let rest = file.text.bytes[from: mark + 6, to: min(Int(range.end), mark + 6 + 40)]
    guard let start = rest.firstRange(of: Array(value.utf8)), isAlone(start, in: file.text.bytes),
      rest[..<start.lowerBound].allSatisfy({ !$0.isDigit && $0 != UInt8(ascii: ".") })
    else { return nil }
    let word = SourceRange(start: UInt32(start.lowerBound), end: UInt32(start.upperBound))
    var plant = Plant(file, [Fix.Edit(word, other)], expected: range)
    if let place { plant.expected.append(place) }
    return plant
  }

  private func isAlone(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let before = bytes[range.lowerBound - 1]
    guard range.upperBound + 1 < bytes.count, !before.isIdentifierByte, before != UInt8(ascii: "-") else {
      return false
    }
    let (next, second) = (bytes[range.upperBound], bytes[range.upperBound + 1])
    return !next.isIdentifierByte && !(next == UInt8(ascii: ".") && second.isDigit)
  }

  /// Another value of the same kind; nil for what people write in many ways.
  private func other(than value: String) -> String? {
    switch value {
    case "True": return "False"
    case "False": return "True"
    case "true": return "false"
    case "false": return "true"
    default:
      guard let first = value.utf8.first, first.isDigit,
        value.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") })
      else { return nil }
      if value.contains(".") { return value + "5" }
      return value == "0" ? "1" : value + "0"
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
