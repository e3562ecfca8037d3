import PythonSyntax
import Testing

@Suite("Damaged files")
struct FuzzTests {
  struct Random {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  static let seedText = """
    @d(1)
    async def f[T: int = str](a, /, b: int = 1, *c, d=2, **e) -> "x":
        '''doc'''
        if (y := a) and b < 3 <= c or not d: return f"{a!r:>{b}} {c=} {{}}" "z"
        elif x: yield from g(*a, k=1, **e)
        else:
            with (open(p) as q, r): del a[0], b.c
        try: x: int = [i async for i in y if z]
        except* (A, B) as e: raise X from None
        match a, b:
            case [1, *_, {"k": v, **r}] | P(x=1) if z: pass
        return lambda *a, k=1: {a: b, **c} | {1, 2} if a else b'\\x00'
    """

  static let fragments = [
    "(", ")", "[", "]", "{", "}", ":", "=", "\n", "\r", "\t", " ", "\\\n", "'", "\"", "'''", "f'{", "}'", "#",
    "lambda ", "match x:\n",
    "case _:", "if ", "else:", "for x in ", "async ", "def f(", "class A:", "with (", "import ", "*", "**", ":=", "@",
    "0x", "1_", "\0", "é", "$",
  ].map { Array($0.utf8) }

  @Test("random damage gives a well-formed tree", arguments: 0..<20)
  func damage(_ seed: Int) {
    var random = Random(state: UInt64(seed) &* 977 &+ 13)
    for _ in 0..<100 {
      var input = Array(Self.seedText.utf8)
      for _ in 0..<1 + random.below(8) {
        let place = random.below(input.count)
        switch random.below(4) {
        case 0: input.removeSubrange(place..<min(place + random.below(12), input.count))
        case 1: input[place] = UInt8(truncatingIfNeeded: random.below(256))
        case 2: input.insert(contentsOf: Self.fragments[random.below(Self.fragments.count)], at: place)
        default: input.removeSubrange(place...)
        }
        if input.isEmpty { input = [10] }
      }
      #expect(isWellFormed(Tree.parse(input)), "\(String(decoding: input, as: UTF8.self))")
    }
  }

  @Test("every prefix gives a well-formed tree")
  func prefixes() {
    let input = Array(Self.seedText.utf8)
    for length in 0...input.count { #expect(isWellFormed(Tree.parse(Array(input[..<length])))) }
  }
}
