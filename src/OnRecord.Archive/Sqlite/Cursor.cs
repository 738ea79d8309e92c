using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OnRecord.Archive.Search;

namespace OnRecord.Archive.Sqlite;

/// <summary>Where a page ended: the last hit's place in the order (day and row, or articles and row). Opaque outside, and stable while
/// articles are added.</summary>
internal readonly record struct Cursor(SearchKind Kind, long Order, long Id)
{
    /// <summary>Whether a row comes behind this place: order and row fall.</summary>
    internal bool IsBefore(long order, long id) => order < Order || (order == Order && id < Id);

    internal string Encode() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(int)Kind}.{Order}.{Id}")));

    /// <exception cref="QueryException">It is none of ours.</exception>
    internal static Cursor? Decode(string? text, SearchKind kind)
    {
        if (text is null)
            return null;
        if (text.Length <= 80 && Base64Url.IsValid(text))
        {
            var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
            if (
                parts.Length == 3
                && parts[0] == ((int)kind).ToString(CultureInfo.InvariantCulture)
                && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var order)
                && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            )
            {
                var cursor = new Cursor(kind, order, id);
                if (cursor.Encode() == text) // one way to write it: numbers may be padded, and Base64 with spaces
                    return cursor;
            }
        }
        throw new QueryException("the cursor is not one that a page of this search gave", 0, 0, "begin again without it");
    }
}
