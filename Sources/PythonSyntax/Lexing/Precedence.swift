/// The precedence of infix operators. Unary operators and `**` bind tighter.
enum Precedence {
  static let or: UInt8 = 1
  static let and: UInt8 = 2
  static let comparison: UInt8 = 4
  static let bitOr: UInt8 = 5
  static let bitXor: UInt8 = 6
  static let bitAnd: UInt8 = 7
  static let shift: UInt8 = 8
  static let sum: UInt8 = 9
  static let product: UInt8 = 10
}
