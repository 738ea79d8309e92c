using OnRecord.Record;

namespace OnRecord.Archive;

/// <summary>An article coded and made ready for a store, so that the storing thread has little left to do.</summary>
/// <param name="Record">The record.</param>
/// <param name="ContentHash">SHA-256 of what was read: <c>HashOf</c>.</param>
/// <param name="Words">Words in the text.</param>
public sealed partial record PreparedArticle(ArticleRecord Record, byte[] ContentHash, int Words);
