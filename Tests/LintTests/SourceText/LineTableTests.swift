import LintSourceText
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [(0, 1, 1), (3, 1, 1), (4, 1, 2), (6, 2, 1), (9, 2, 2)])
  func byteOrderMarkHasNoColumn(offset: UInt32, line: Int, column: Int) {
    let position = LineTable(SourceText(bytes: Array("\u{FEFF}ab\n\u{FEFF}cd".utf8))).position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
    #expect(position.offset == Int(offset))
  }
}
