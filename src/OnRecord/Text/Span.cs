namespace OnRecord.Text;

/// <summary>A half-open range of <b>UTF-16 code units</b> in an article's text. Inside OnRecord every offset is UTF-16; records carry
/// code points (<see cref="CodePoints"/> converts at that border).</summary>
/// <param name="Start">First code unit.</param>
/// <param name="End">One past the last code unit; never below <paramref name="Start"/>.</param>
public readonly record struct Span(int Start, int End) : IComparable<Span>
{
    /// <summary>Code units covered.</summary>
    public int Length => End - Start;

    /// <summary>True when nothing is covered.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(Span other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the code unit at <paramref name="offset"/> is covered.</summary>
    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(Span other) => Start < other.End && other.Start < End;

    /// <summary>The covered part of <paramref name="text"/>.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(Span other) => Start != other.Start ? Start.CompareTo(other.Start) : End.CompareTo(other.End);

    /// <summary>The smallest span that covers both.</summary>
    public Span Hull(Span other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
