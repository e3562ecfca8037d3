/// The tables of a document or an inline table under construction, with the rules on which may still be extended.
struct TOMLTables {
  /// How a table was defined.
  private enum Origin {
    /// Only implied by the header of a subtable: `a` of `[a.b]`.
    case implied
    /// By its own header.
    case header
    /// By a dotted key in this section; only keys of the same section may extend it.
    case dotted(section: Int)
  }

  private enum Value {
    /// Complete and immutable.
    case fixed(YAMLNode)
    case table(Int)
    /// An array of tables, `[[name]]`; an index into `lists`.
    case tables(Int)
  }

  private struct Table {
    var origin: Origin
    var mark: Mark
    var depth: Int
    var pairs: [(key: TOMLKey, value: Value)] = []
    /// Keyed by bytes: Swift strings are equal if they are canonically equivalent, TOML keys are not.
    var indices: [[UInt8]: Int] = [:]
  }

  static let maximumDepth = 100

  private var tables: [Table]
  /// The elements of each array of tables; headers and keys refer to the last one.
  private var lists: [[Int]] = []
  /// The table of the current section, and the number of the section.
  private var current = 0
  private var section = 0

  init(at mark: Mark, depth: Int) { tables = [Table(origin: .header, mark: mark, depth: depth)] }

  /// The level of the current table.
  var depth: Int { tables[current].depth }

  /// Starts the section of a header.
  mutating func open(_ keys: [TOMLKey], isArray: Bool, at mark: Mark) throws(YAMLError) {
    section += 1
    var table = 0
    for key in keys.dropLast() {
      switch value(of: key, in: table) {
      case .table(let found)?: table = found
      case .tables(let list)?: table = lists[list].last ?? table
      case .fixed(let node)?: throw Self.taken(key, by: node)
      case nil: table = try add(.implied, key, at: key.mark, to: table)
      }
    }
    guard let key = keys.last else { return }
    switch (value(of: key, in: table), isArray) {
    case (nil, false): current = try add(.header, key, at: mark, to: table)
    case (nil, true):
      current = try add(.header, key, at: mark, to: table)
      tables[table].pairs[tables[table].pairs.count - 1].value = .tables(lists.count)
      lists.append([current])
    case (.tables(let list)?, true):
      current = tables.count
      tables.append(Table(origin: .header, mark: mark, depth: tables[table].depth + 1))
      lists[list].append(current)
    case (.table(let found)?, false):
      guard case .implied = tables[found].origin else { throw Self.twice(key, first: tables[found].mark) }
      tables[found].origin = .header
      tables[found].mark = mark
      current = found
    case (.table(let found)?, true): throw Self.twice(key, first: tables[found].mark)
    case (.tables(let list)?, false): throw Self.twice(key, first: listMark(list))
    case (.fixed(let node)?, _): throw Self.taken(key, by: node)
    }
  }

  /// Sets a key of the current table.
  mutating func set(_ keys: [TOMLKey], to value: YAMLNode) throws(YAMLError) {
    var table = current
    for key in keys.dropLast() {
      switch self.value(of: key, in: table) {
      case .table(let found)?:
        switch tables[found].origin {
        case .dotted(section): break
        case .implied: tables[found].origin = .dotted(section: section)
        case .header, .dotted: throw Self.closed(key, first: tables[found].mark)
        }
        table = found
      case .tables(let list)?: throw Self.closed(key, first: listMark(list))
      case .fixed(let node)?: throw Self.taken(key, by: node)
      case nil: table = try add(.dotted(section: section), key, at: key.mark, to: table)
      }
    }
    guard let key = keys.last else { return }
    if let index = tables[table].indices[Array(key.text.utf8)] {
      throw Self.twice(key, first: tables[table].pairs[index].key.mark)
    }
    insert(.fixed(value), key, in: table)
  }

  /// The finished tree.
  var node: YAMLNode { node(of: 0) }

  private func node(of table: Int) -> YAMLNode {
    let pairs = tables[table].pairs.map { key, value in
      let node =
        switch value {
        case .fixed(let node): node
        case .table(let table): self.node(of: table)
        case .tables(let list): YAMLNode(.sequence(lists[list].map { self.node(of: $0) }), at: listMark(list))
        }
      return YAMLPair(key: key.text, keyMark: key.mark, value: node)
    }
    return YAMLNode(.mapping(pairs), at: tables[table].mark)
  }

  private func listMark(_ list: Int) -> Mark { tables[lists[list].first ?? 0].mark }

  private func value(of key: TOMLKey, in table: Int) -> Value? {
    tables[table].indices[Array(key.text.utf8)].map { tables[table].pairs[$0].value }
  }

  private mutating func add(_ origin: Origin, _ key: TOMLKey, at mark: Mark, to table: Int) throws(YAMLError) -> Int {
    let depth = tables[table].depth + 1
    guard depth <= Self.maximumDepth else { throw Self.tooDeep(at: key.mark) }
    tables.append(Table(origin: origin, mark: mark, depth: depth))
    insert(.table(tables.count - 1), key, in: table)
    return tables.count - 1
  }

  private mutating func insert(_ value: Value, _ key: TOMLKey, in table: Int) {
    tables[table].indices[Array(key.text.utf8)] = tables[table].pairs.count
    tables[table].pairs.append((key, value))
  }
}
