#if canImport(Glibc)
  import Glibc
#endif

/// Times as reports write them.
enum LocalTime {
  /// Seconds since 1970 of `2026-11-24T14:10:11.123456`, in this machine's zone unless one is written; nil for what is no
  /// time.
  static func seconds(of text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20 else {
      return nil
    }
    func number(_ range: Range<Int>) -> Int32? { Int32(String(decoding: bytes[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
      let minute = number(14..<16), let second = number(17..<19)
    else { return nil }
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (year - 1900, month - 1, day)
    (time.tm_hour, time.tm_min, time.tm_sec) = (hour, minute, second)
    time.tm_isdst = -1
    var rest = bytes[19...]
    var fraction = 0.0
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
      fraction = Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let sign = rest.first else { return Double(mktime(&time)) + fraction }
    var offset = 0.0
    if sign != UInt8(ascii: "Z") {
      let parts = String(decoding: rest.dropFirst(), as: UTF8.self).split(separator: ":").compactMap { Double($0) }
      guard let hours = parts.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
      offset = (hours * 3600 + (parts.count > 1 ? parts[1] * 60 : 0)) * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
    return Double(timegm(&time)) + fraction - offset
  }
}
