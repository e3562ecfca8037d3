extension ApiAcceptance.Entry {
  /// Whether the accepted change was undone: the removed symbol is back, or a value is different again.
  ///
  /// An entry whose change still holds stays useful even if one comparison, with the snapshot or with a tag, does not
  /// show the change.
  func isUndone(in outline: ApiOutline) -> Bool {
    guard !symbol.hasSuffix("*"), let kind = ApiChange.Kind(rawValue: change) else { return false }
    let current = outline.symbol(symbol)
    switch kind {
    case .removed, .moved:
      // Of overloads one may be gone, and another there.
      return current != nil && !symbol.contains("(")
    case .added: return current == nil && outline[module: symbol] == nil
    case .parameterRemoved, .parameterRenamed:
      guard let detail, let current else { return false }
      return current.parameters.contains { $0.name == detail || ApiSignature.text($0) == detail }
    case .parameterAdded, .requiredParameterAdded, .parameterInserted:
      guard let detail, let current else { return false }
      return !current.parameters.contains { $0.shownName == detail }
    case .defaultChanged, .parameterRequired, .parameterRelaxed, .annotationNarrowed, .annotationWidened,
      .annotationChanged, .parameterKeywordOnly:
      guard let now, let detail, let parameter = current?.parameters.first(where: { $0.shownName == detail }) else {
        return false
      }
      return ApiSignature.oneLine(ApiSignature.text(parameter)) != now
    case .returnChanged: return now != nil && current != nil && current?.returns.map(ApiSignature.oneLine) != now
    case .valueChanged: return now != nil && current != nil && current?.value.map(ApiSignature.oneLine) != now
    default: return false
    }
  }
}

extension ApiOutline {
  /// A symbol, or the member of a type, by its path.
  func symbol(_ path: String) -> ApiSymbol? {
    if let symbol = self[path] { return symbol.isHidden ? nil : symbol }
    guard let type = self[ModulePaths.parent(String(path.prefix { $0 != "(" }))], type.kind == .type else { return nil }
    let name = path.dropFirst(type.path.count + 1)
    return ([type] + ancestry(of: type).known).lazy.compactMap { owner in
      owner.members.first { $0.name == name || path.hasSuffix(".\($0.name)") }
    }.first
  }
}
