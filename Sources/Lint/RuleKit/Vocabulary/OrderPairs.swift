/// `Rules/vocabulary/orders.yml`.
package struct OrderPairs: Decodable, Sendable {
  package struct Pair: Decodable, Sendable {
    package var pair: String
    /// Spellings of the parameter that comes first.
    package var first: [String]
    package var second: [String]
    /// Other parameters beside which the pair has another usual order.
    package var notWith: [String]?
    package var note: String
  }

  package var pairs: [Pair]
}
