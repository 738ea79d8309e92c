using System.Buffers.Text;
using System.Text;
using OnRecord.Archive.Search;
using OnRecord.Archive.Sqlite;

namespace OnRecord.Archive.Tests.Search;

public sealed class CursorTests
{
    [Theory]
    [InlineData(SearchKind.Statements, 0, 0)]
    [InlineData(SearchKind.Actors, 738_000, 12)]
    [InlineData(SearchKind.Events, long.MaxValue, long.MaxValue)]
    public void Cursor_ComesBack(SearchKind kind, long order, long id) =>
        Assert.Equal(new Cursor(kind, order, id), Cursor.Decode(new Cursor(kind, order, id).Encode(), kind));

    static string Of(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static TheoryData<string> Tampered =>
        [
            "",
            " ",
            "x",
            "not base 64!",
            "MC4xLjI=\n",
            Of("0.1"),
            Of("0.1.2.3"),
            Of("1.1.2"), // of another kind
            Of("00.1.2"),
            Of("9.1.2"),
            Of("0.-1.2"),
            Of("0.1.-2"),
            Of("0.+1.2"),
            Of("0. 1.2"),
            Of("0.1.2 "),
            Of("0.1,000.2"),
            Of("0.0x1.2"),
            Of("0.1e3.2"),
            Of("0.٣.2"),
            Of("0.99999999999999999999.2"),
            Of("0.1.2) OR 1=1 --"),
            Of("0.1.2\0"),
            new string('A', 81),
            new string('A', 10_000_000),
        ];

    [Theory]
    [MemberData(nameof(Tampered), DisableDiscoveryEnumeration = true)]
    public void TamperedCursor_IsRefusedWithTheRemedy(string cursor)
    {
        var error = Assert.Throws<QueryException>(() => Cursor.Decode(cursor, SearchKind.Statements));
        Assert.Contains("begin again", error.Remedy, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 200);
    }

    [Fact]
    public void NoCursor_IsTheBeginning() => Assert.Null(Cursor.Decode(null, SearchKind.Statements));

    [Fact]
    public void Before_GoesByOrderThenRow()
    {
        var cursor = new Cursor(SearchKind.Statements, 10, 5);
        Assert.True(cursor.IsBefore(9, 100));
        Assert.True(cursor.IsBefore(10, 4));
        Assert.False(cursor.IsBefore(10, 5));
        Assert.False(cursor.IsBefore(11, 1));
    }
}
