/// The members that well-known Swift protocols and classes give to their types, or have the compiler make.
///
/// Such a member remains when the type's own declaration of it is removed.
enum SwiftProvidedMembers {
  /// Whether a type with some foreign bases still has a member that it no longer declares.
  static func has(_ member: String, from bases: [String]) -> Bool {
    let base = String(member.prefix { $0 != "(" })
    return bases.flatMap { [ForeignHierarchy.last($0)] + ancestors(of: ForeignHierarchy.last($0)) }.contains { name in
      provided[name]?.contains(base) == true || provided[name]?.contains(member) == true
    }
  }

  private static func ancestors(of name: String) -> [String] {
    switch name {
    case "Collection", "AsyncSequence": ["Sequence"]
    case "BidirectionalCollection", "MutableCollection", "RangeReplaceableCollection": ["Sequence", "Collection"]
    case "RandomAccessCollection": ["Sequence", "Collection", "BidirectionalCollection"]
    default: ForeignHierarchy.ancestors(of: name)
    }
  }

  private static let provided: [String: Set<String>] = [
    "Equatable": ["==", "!="], "Hashable": ["hash(into:)", "hashValue", "==", "!="],
    "Comparable": ["<", "<=", ">", ">=", "...", "..<", "clamped"], "Decodable": ["init(from:)"],
    "Encodable": ["encode(to:)"], "CodingKey": ["stringValue", "intValue", "init(stringValue:)", "init(intValue:)"],
    "CaseIterable": ["allCases", "AllCases"], "RawRepresentable": ["rawValue", "init(rawValue:)", "RawValue"],
    "Identifiable": ["id", "ID"], "Error": ["localizedDescription"],
    "LocalizedError": [
      "errorDescription", "failureReason", "recoverySuggestion", "helpAnchor", "localizedDescription",
    ],
    "CustomNSError": ["errorCode", "errorUserInfo", "errorDomain"],
    "CustomStringConvertible": ["description"], "CustomDebugStringConvertible": ["debugDescription"],
    "ExpressibleByStringLiteral": [
      "init(unicodeScalarLiteral:)", "init(extendedGraphemeClusterLiteral:)", "StringLiteralType",
    ],
    "ExpressibleByStringInterpolation": ["init(stringInterpolation:)", "init(stringLiteral:)"],
    "Sequence": [
      "map", "filter", "reduce", "forEach", "compactMap", "flatMap", "contains", "first", "min", "max", "sorted",
      "reversed", "enumerated", "prefix", "dropFirst", "dropLast", "suffix", "allSatisfy", "elementsEqual", "joined",
      "lazy", "underestimatedCount", "starts", "shuffled", "split", "drop", "withContiguousStorageIfAvailable",
      "lexicographicallyPrecedes", "Element", "Iterator", "makeIterator",
    ],
    "IteratorProtocol": ["Element"],
    "Collection": [
      "count", "isEmpty", "first", "indices", "index", "formIndex", "distance", "firstIndex", "prefix", "randomElement",
      "makeIterator", "Index", "SubSequence", "Indices", "trimmingPrefix", "ranges",
    ],
    "BidirectionalCollection": ["last", "lastIndex", "index", "popLast", "removeLast", "suffix"],
    "RangeReplaceableCollection": [
      "append", "insert", "remove", "removeAll", "removeFirst", "removeLast", "removeSubrange", "reserveCapacity", "+",
      "+=", "popLast", "filter", "replace",
    ],
    "MutableCollection": ["swapAt", "sort", "shuffle", "reverse", "partition"],
    "SetAlgebra": [
      "contains", "insert", "remove", "update", "union", "intersection", "symmetricDifference", "formUnion",
      "formIntersection", "subtract", "subtracting", "isSubset", "isSuperset", "isDisjoint", "isEmpty",
    ],
    "OptionSet": ["rawValue", "init(rawValue:)", "init()"], "AdditiveArithmetic": ["+", "-", "+=", "-=", "zero"],
    "Numeric": ["*", "*=", "magnitude"], "SignedNumeric": ["negate", "-"],
    "Strideable": ["advanced", "distance"], "Actor": ["assumeIsolated", "assertIsolated", "preconditionIsolated"],
    "NSObject": [
      "init()", "description", "debugDescription", "hash", "hashValue", "isEqual", "copy", "mutableCopy", "self",
      "perform", "responds", "isKind", "isMember", "value", "setValue", "observe", "==", "!=",
    ],
    "View": ["body", "Body"], "ParsableArguments": ["init()", "validate()", "parse", "exit", "helpMessage"],
    "ParsableCommand": ["run()", "main", "configuration", "parseAsRoot", "helpMessage"],
    "ObservableObject": ["objectWillChange"],
  ]
}
