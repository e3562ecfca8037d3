import LintModel
import LintSourceText

/// Drops the `f` of a message, so that `{name}` is printed as it stands.
struct UnformattedPlanter: Planter {
  let rule = "unformatted-message"
  let flaw = "drop the f prefix of a message"
  let companions: Set<String> = ["error-without-value", "error-without-choices", "error-without-parameter-name"]

  func plants(in file: SourceFile, _ project: PlantingProject) -> [Plant] {
    file.model.raiseSites.compactMap { site in
      guard case .text(let message) = site.message, message.showsValue, !message.values.isEmpty,
        file.isOneLiteral(message.range), let prefix = file.text[message.range].first, prefix == "f" || prefix == "F",
        message.values.allSatisfy({ $0.utf8.allSatisfy { $0.isIdentifierByte || $0 == UInt8(ascii: ".") } })
      else { return nil }
      let first = SourceRange(start: message.range.start, end: message.range.start + 1)
      return Plant(file, [Fix.Edit(first, "")], expected: site.range)
    }
  }
}
