/// The kind of token that begins with a byte.
enum ByteClass: UInt8 {
  case other
  case space
  case lineEnd
  case comment
  case letter
  case digit
  case quote
  case punctuation
  case backslash
  case zero
}
