/// Results that rules compute from one file and share.
///
/// The rules judge a file one after another, on one thread; so nothing here is locked.
public final class FileCache: @unchecked Sendable {
  private var values: [ObjectIdentifier: Any] = [:]

  init() {}

  /// The value of a type that was made before, or a new one. It must not hold the file, which holds it.
  public func value<Value>(_ make: () -> Value) -> Value {
    let key = ObjectIdentifier(Value.self)
    // Looked up and cast in two steps: a missing entry would cast to an optional value that is nil.
    if let known = values[key], let value = known as? Value { return value }
    let value = make()
    values[key] = value
    return value
  }
}
