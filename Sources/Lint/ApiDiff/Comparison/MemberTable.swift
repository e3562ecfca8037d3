/// All members of a type, inherited ones included, by name.
struct MemberTable {
  /// A member and the type that has it.
  struct Entry {
    var member: ApiSymbol
    var owner: ApiSymbol
  }

  let type: ApiSymbol
  /// The names of bases that are outside of the project.
  let foreign: [String]
  private(set) var entries: [String: [Entry]] = [:]

  init(_ type: ApiSymbol, in outline: ApiOutline) {
    self.type = type
    let (known, foreign) = outline.ancestry(of: type)
    self.foreign = foreign
    // Of a Python class the first in the order of its bases counts.
    for owner in [type] + known {
      var own: [String: [Entry]] = [:]
      for member in owner.members where entries[member.name] == nil {
        own[member.name, default: []].append(Entry(member: member, owner: owner))
      }
      entries.merge(own) { first, _ in first }
    }
    addConstructor()
  }

  /// A Python class without a constructor inherits that of `object`, which takes no arguments.
  private mutating func addConstructor() {
    guard type.form == nil, entries["__init__"] == nil, entries["__new__"] == nil,
      foreign.allSatisfy({ ["object", "ABC", "Generic"].contains(ForeignHierarchy.last($0)) }),
      !type.traits.contains(.fieldsAreParameters)
    else { return }
    entries["__init__"] = [Entry(member: ApiSymbol(.method, "__init__", at: type.place), owner: type)]
  }

  subscript(name: String) -> [Entry]? { entries[name] }

  /// Whether objects may have attributes that the code does not name.
  var isOpen: Bool {
    entries["__getattr__"] != nil || type.traits.contains(.dynamicAttributes)
      || entries.values.joined().contains { $0.owner.traits.contains(.dynamicAttributes) }
  }
}
