/// Pairs of Swift packages with one module, `Shop`, and the changes between them.
enum SwiftApiCases {
  static let text = """
    # one of two overloads that differ in what they return
    --- old Sources/Shop/A.swift
    public struct Till {
      public func total(of day: String) -> Int { 0 }
      public func total(of day: String) -> Double { 0 }
    }
    public func weigh(_ load: Int) -> Int { load }
    public func weigh(_ load: Double) -> Double { load }
    --- new Sources/Shop/A.swift
    public struct Till {
      public func total(of day: String) -> Double { 0 }
    }
    public func weigh(_ load: Double) -> Double { load }
    --- expect
    breaks removed Shop.Till.total(of:)
    breaks removed Shop.weigh(_:)
    # aliases that go or change, and a type that only gets a name
    --- old Sources/Shop/A.swift
    public typealias Weight = Double
    public typealias Price = Int
    public func sort(_ order: (Int, Int) -> Bool) {}
    --- new Sources/Shop/A.swift
    public typealias Price = Double
    public typealias Order = (Int, Int) -> Bool
    public func sort(_ order: Order) {}
    --- expect
    breaks removed Shop.Weight
    breaks type-changed Shop.Price
    extends added Shop.Order
    # a type that moved leaves an alias behind
    --- old Sources/Shop/A.swift
    public struct Bag {
      public func pack(_ item: Int) {}
    }
    --- new Sources/Shop/A.swift
    public struct Sack {
      public func pack(_ item: Int) {}
    }
    public typealias Bag = Sack
    --- expect
    extends added Shop.Sack
    # 'any' written out, and types that really change
    --- old Sources/Shop/A.swift
    public protocol Item {}
    public struct Shelf {
      public var first: Item?
      public let depth: Int
      public func top() -> Int { 1 }
      public func find(_ test: (Item) -> Bool) -> Item? { nil }
      public func all() -> [Item] { [] }
    }
    --- new Sources/Shop/A.swift
    public protocol Item {}
    public struct Shelf {
      public var first: (any Item)?
      public let depth: Float
      public func top() -> Float { 1 }
      public func find(_ test: (any Item) -> Bool) -> (any Item)? { nil }
      public func all() -> [any Item] { [] }
    }
    --- expect
    breaks type-changed Shop.Shelf.depth
    breaks return-changed Shop.Shelf.top()
    # a member lost by a type that conforms to something foreign
    --- old Sources/Shop/A.swift
    public struct Stock: Sequence, CustomStringConvertible {
      public func makeIterator() -> IndexingIterator<[Int]> { [1].makeIterator() }
      public func contains(_ item: Int) -> Bool { true }
      public func restock() {}
    }
    public final class Clerk: NSObject {
      public override func isEqual(_ other: Any?) -> Bool { true }
      public func greet() {}
    }
    public struct Bill: Codable {
      public func encode(to encoder: Encoder) throws {}
      public func print() {}
    }
    --- new Sources/Shop/A.swift
    public struct Stock: Sequence, CustomStringConvertible {
      public func makeIterator() -> IndexingIterator<[Int]> { [1].makeIterator() }
    }
    public final class Clerk: NSObject {
    }
    public struct Bill: Codable {
    }
    --- expect
    breaks removed Shop.Bill.print()
    breaks removed Shop.Clerk.greet()
    breaks removed Shop.Stock.restock()
    # a parameter that now takes the parent protocol
    --- old Sources/Shop/A.swift
    public protocol Thing {}
    public protocol Toy: Thing {}
    public func wrap(_ thing: Toy) {}
    public func unwrap() -> Toy? { nil }
    --- new Sources/Shop/A.swift
    public protocol Thing {}
    public protocol Toy: Thing {}
    public func wrap(_ thing: Thing) {}
    public func unwrap() -> Thing? { nil }
    --- expect
    breaks return-changed Shop.unwrap()
    extends annotation-widened Shop.wrap(_:) thing
    # a generic parameter and an actor come
    --- old Sources/Shop/A.swift
    public struct Crate { public init() {} }
    public final class Window { public func open() {} }
    public func ring() {}
    --- new Sources/Shop/A.swift
    public struct Crate<Item> { public init() {} }
    @MainActor public final class Window { public func open() {} }
    @MainActor public func ring() {}
    --- expect
    breaks generics-changed Shop.Crate
    breaks isolation-changed Shop.Window
    breaks isolation-changed Shop.ring()
    # a conformance to a protocol that nobody outside knows
    --- old Sources/Shop/A.swift
    protocol Hidden {}
    public struct Crate: Hidden {}
    --- new Sources/Shop/A.swift
    public struct Crate {}
    --- expect
    # an announced removal, one by the compiler, and a corrected name
    --- old Sources/Shop/A.swift
    public struct Till {
      @available(*, deprecated, renamed: "sum()")
      public func total() -> Int { 0 }
      public func count() -> Int { 0 }
      public var supressZeros: Bool
    }
    --- new Sources/Shop/A.swift
    public struct Till {
      @available(*, unavailable, message: "call items.count")
      public func count() -> Int { 0 }
      public var suppressZeros: Bool
    }
    --- expect
    breaks removed Shop.Till.count()
    breaks removed Shop.Till.total() announced
    breaks renamed Shop.Till.supressZeros
    # initializers that get another parameter each
    --- old Sources/Shop/A.swift
    public struct Box {
      public init(width: Int) {}
      public init(width: Int, height: Int, depth: Int) {}
    }
    --- new Sources/Shop/A.swift
    public struct Box {
      public init(width: Int, height: Int, depth: Int, lid: Bool = true) {}
      public init(width: Int, lid: Bool = true) {}
    }
    --- expect
    extends parameter-added Shop.Box.init(width:) lid
    extends parameter-added Shop.Box.init(width:height:depth:) lid
    # the module of a file in a folder of its target
    --- manifest .target(name: "Shop", path: "Lib/Shop")
    --- old Lib/Shop/Parts/A.swift
    public struct Bolt {}
    public struct Nut {}
    --- new Lib/Shop/Parts/Small/A.swift
    public struct Bolt {}
    --- expect
    breaks removed Shop.Nut
    """
}
