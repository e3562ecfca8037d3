import LintSerialization
import LintSourceText
import LintWorkspace
import Testing

@Suite struct StrictDecoderTests {
  private enum Mood: String, Decodable, CaseIterable { case calm, lively }

  private struct Settings: Decodable {
    var minimumShare: Double
    var names: [String]
    var isQuick: Bool?
    var mood: Mood?
    var count: UInt8?
    var limits: [String: Int]?
  }

  private func decode(_ text: String) throws -> Settings {
    try StrictDecoder.decode(from: YAMLNode.parse(text, path: "s.yml"))
  }

  @Test func keysAreSnakeCase() throws {
    let settings = try decode(
      "minimum_share: 0.5\nnames: [a, b]\nis_quick: true\nmood: calm\nlimits: {aB: 1, c_d: 2}\n")
    #expect(settings.minimumShare == 0.5)
    #expect(settings.names == ["a", "b"])
    #expect(settings.isQuick == true)
    #expect(settings.mood == .calm)
    // A dictionary's keys are data.
    #expect(settings.limits == ["aB": 1, "c_d": 2])
  }

  @Test func integersDecodeAsNumbers() throws {
    #expect(try decode("minimum_share: 1\nnames: []\n").minimumShare == 1)
  }

  @Test func explicitNullIsNil() throws {
    #expect(try decode("minimum_share: 1\nnames: []\nmood: null\nis_quick: ~\n").mood == nil)
  }

  @Test(arguments: [
    ("minimum_shar: 1\nnames: []\n", "s.yml:1:1: unknown key 'minimum_shar'; did you mean 'minimum_share'?"),
    ("minimumShare: 1\nnames: []\n", "s.yml:1:1: unknown key 'minimumShare'; did you mean 'minimum_share'?"),
    ("minimum_share: 1\nnames: []\nmod: calm\n", "s.yml:3:1: unknown key 'mod'; did you mean 'mood'?"),
    (
      "minimum_share: 1\nnames: []\nelephant: 1\n",
      "s.yml:3:1: unknown key 'elephant'; known keys: minimum_share, names, is_quick, mood, count, limits"
    ),
    ("names: []\n", "s.yml:1:1: the key 'minimum_share' is missing"),
    ("minimum_share: much\nnames: []\n", "s.yml:1:16: wrong kind of value; expected a number, found the text 'much'"),
    ("minimum_share: 1\nnames: a\n", "s.yml:2:8: wrong kind of value; expected a list, found the text 'a'"),
    (
      "minimum_share: 1\nnames: [a, 2]\n",
      "s.yml:2:12: wrong kind of value; expected a text (in quotes), found the number 2"
    ),
    (
      "minimum_share: 1\nnames: []\nis_quick: yes\n",
      "s.yml:3:11: wrong kind of value; expected true or false, found the text 'yes'"
    ),
    ("minimum_share: 1\nnames:\n", "s.yml:2:7: wrong kind of value; expected a list, found nothing"),
    (
      "minimum_share: 1\nnames: []\ncount: 1.5\n",
      "s.yml:3:8: wrong kind of value; expected a whole number, found the number 1.5"
    ),
    (
      "minimum_share: 1\nnames: []\ncount: 300\n",
      "s.yml:3:8: wrong kind of value; expected a whole number from 0 to 255, found the number 300"
    ),
    (
      "minimum_share: 1\nnames: []\nmood: livly\n",
      "s.yml:3:7: unknown value; expected one of calm, lively, found the text 'livly'; did you mean 'lively'?"
    ),
    ("[1]\n", "s.yml:1:1: wrong kind of value; expected a mapping, found a list"),
  ])
  func errorsHaveMessageAndPosition(_ text: String, _ message: String) {
    let error = #expect(throws: YAMLError.self) { try decode(text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("ignroe", "ignore"), ("extend-select", "extend_select"), ("Select", "select"), ("x", nil), ("fail", nil),
  ])
  func suggestsTheNearest(_ name: String, _ nearest: String?) {
    let known = ["select", "extend_select", "ignore", "exclude", "roles"]
    #expect(Suggestion.nearest(to: name, among: known) == nearest)
  }
}
