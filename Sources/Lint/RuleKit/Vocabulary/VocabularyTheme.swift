/// One file of concepts.
package struct VocabularyTheme: Decodable, Sendable {
  package var theme: String
  package var concepts: [Concept]
}
