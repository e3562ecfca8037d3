/// Validates dates and times in the format of RFC 3339; the offset, time or date may be omitted.
struct TOMLDate {
  private var rest: ArraySlice<UInt8>

  /// Whether a word is a valid date or time; nil if it does not look like one.
  static func isValid(_ word: ArraySlice<UInt8>) -> Bool? {
    let head = word.prefix { $0.isDigit }
    let sign = word.dropFirst(head.count).first
    var reader = TOMLDate(rest: word)
    switch (head.count, sign) {
    case (4, UInt8(ascii: "-")): return reader.takeDate() && reader.takeTimeAfterDate() && reader.rest.isEmpty
    case (2, UInt8(ascii: ":")): return reader.takeTime() && reader.rest.isEmpty
    default: return nil
    }
  }

  /// Whether a word is a date without a time, which may follow after a space.
  static func isDate(_ word: ArraySlice<UInt8>) -> Bool {
    var reader = TOMLDate(rest: word)
    return reader.takeDate() && reader.rest.isEmpty
  }

  private mutating func takeDate() -> Bool {
    guard let year = takeNumber(4), take("-"), let month = takeNumber(2), take("-"), let day = takeNumber(2),
      (1...12).contains(month), day >= 1
    else { return false }
    let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }

  /// An optional time with an optional UTC offset.
  private mutating func takeTimeAfterDate() -> Bool {
    if rest.isEmpty { return true }
    guard take("T") || take("t") || take(" "), takeTime() else { return false }
    if rest.isEmpty || take("Z") || take("z") { return true }
    guard take("+") || take("-"), let hour = takeNumber(2), take(":"), let minute = takeNumber(2) else { return false }
    return hour < 24 && minute < 60
  }

  private mutating func takeTime() -> Bool {
    // Second 60 is a leap second.
    guard let hour = takeNumber(2), take(":"), let minute = takeNumber(2), take(":"), let second = takeNumber(2),
      hour < 24, minute < 60, second <= 60
    else { return false }
    guard take(".") else { return true }
    let fraction = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(fraction.count)
    return !fraction.isEmpty
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first.map(UInt32.init) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func takeNumber(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(\.isDigit) else { return nil }
    rest.removeFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
