/// What rules work out of one file and share.
///
/// The rules judge a file one after another, on one thread; so nothing here is locked.
public final class SharedFindings: @unchecked Sendable {
  private var values: [ObjectIdentifier: Any] = [:]

  init() {}

  /// The value of a type that was made before, or a new one.
  public func value<Value>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    if let known = values[key] as? Value { return known }
    let value = make()
    values[key] = value
    return value
  }
}
