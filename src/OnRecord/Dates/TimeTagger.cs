using OnRecord.Language;

namespace OnRecord.Dates;

/// <summary>Finds time expressions and works out their TIMEX3 values against the day of publication. What can't be worked out, because
/// that day is unknown or the words are vague, has no value.</summary>
internal static class TimeTagger
{
    internal static IReadOnlyList<TimeExpression> Find(Document document)
    {
        var found = new List<TimeExpression>();
        var reader = new TimeReader(document);
        foreach (var sentence in document.Sentences)
            for (var i = sentence.First; i < sentence.End; )
            {
                var time = reader.Read(i, sentence.End);
                if (time.End > i)
                {
                    reader.Note(time);
                    found.Add(new(document.SpanOf(time.First, time.End), time.First, time.End, time.Kind, time.Value));
                    i = time.End;
                }
                else
                    i++;
            }
        return found;
    }
}

/// <summary>A time expression by its tokens; empty where there is none.</summary>
internal readonly record struct Found(int First, int End, TimeKind Kind, string? Value);
