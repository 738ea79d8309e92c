using OnRecord.Language;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Training.Statements;

/// <summary>Scores who said what is quoted, on PolNeAR's development articles: <c>score speakers</c>. The measure is defined in
/// docs/evaluation.md.</summary>
internal static class SpeakerScorer
{
    /// <summary>How an attribution with a named source came out.</summary>
    internal enum Outcome
    {
        /// <summary>No statement covers half of the content.</summary>
        NoStatement,

        /// <summary>The statement has no speaker.</summary>
        NoSpeaker,

        /// <summary>Its speaker has no name.</summary>
        Unnamed,

        /// <summary>Its speaker has another name.</summary>
        Wrong,

        /// <summary>The name agrees.</summary>
        Right,
    }

    internal static void Score(string data, bool errors)
    {
        var coder = Coder.Load();
        var language = LanguageModel.Load();
        var tallies = new SortedDictionary<string, int[]>(StringComparer.Ordinal);
        int direct = 0,
            withName = 0;
        foreach (var a in Attributions.Read(Path.Combine(data, "polnear", "dev.jsonl.gz")))
        {
            var record = new CodedArticle(a.Article.Text, coder.Code(a.Article));
            var document = language.Read(a.Article);
            var quoted = new QuotedWords(a.Article.Text);
            foreach (var gold in a.Attributions)
            {
                var kind = quoted.KindOf(gold.Content);
                var statement = record.Covering(gold.Content);
                direct += kind == "direct" ? 1 : 0;
                withName += kind == "direct" && statement is not null && record.Named(statement).Any() ? 1 : 0;
                if (GoldName.Of(document, gold.Source) is not { } name)
                    continue;
                var outcome = record.Judge(statement, name);
                Count(tallies, kind, outcome);
                Count(tallies, "all kinds", outcome);
                if (errors && kind == "direct" && outcome is not Outcome.Right)
                    Console.WriteLine(
                        $"{a.Article.Id} {outcome} source {gold.Source[0].Start}-{gold.Source[^1].End} content {gold.Content[0].Start}-{gold.Content[^1].End} {statement?.Id}"
                    );
            }
        }
        Console.WriteLine($"direct quotes, whatever their source: {direct}; a named speaker on {Share(withName, direct):F1} %");
        foreach (var (kind, t) in tallies)
        {
            int all = t.Sum(),
                right = t[(int)Outcome.Right],
                named = right + t[(int)Outcome.Wrong];
            Console.WriteLine(
                $"{kind, -10} {all, 5} with a named source: named {Share(named, all):F1} %, right of those {Share(right, named):F1} %; no statement {t[0]}, no speaker {t[1]}, unnamed speaker {t[2]}, wrong {t[3]}"
            );
        }
    }

    static void Count(SortedDictionary<string, int[]> tallies, string kind, Outcome outcome)
    {
        if (!tallies.TryGetValue(kind, out var tally))
            tallies[kind] = tally = new int[(int)Outcome.Right + 1];
        tally[(int)outcome]++;
    }

    static double Share(int part, int whole) => whole == 0 ? 0 : 100.0 * part / whole;
}

/// <summary>A record with its text, in UTF-16.</summary>
internal sealed class CodedArticle(string text, ArticleRecord record)
{
    readonly WordMatch _match = new(text);
    readonly CodePoints _points = new(text);
    readonly Dictionary<string, ActorPart> _actors = record.Actors.ToDictionary(a => a.Id);

    /// <summary>The statement with the most words of the content in common, half of all at least; of equal ones the outermost.</summary>
    internal StatementPart? Covering(Span[] content)
    {
        var words = _match.Words(content);
        return record
            .Statements.Select(s => (Statement: s, Iou: WordMatch.Iou(_match.Words(s.Content.Spans.Select(Utf16)), words)))
            .Where(x => x.Iou >= 0.5)
            .OrderByDescending(x => x.Iou)
            .ThenBy(x => x.Statement.NestedIn is null ? 0 : 1)
            .Select(x => x.Statement)
            .FirstOrDefault();
    }

    Span Utf16(CodeSpan s) => new(_points.ToUtf16(s.Start), _points.ToUtf16(s.End));

    /// <summary>The speakers of a statement that have a name of their own.</summary>
    internal IEnumerable<ActorPart> Named(StatementPart s) =>
        (s.Source?.Actors ?? []).Select(id => _actors[id]).Where(a => a.Kind != "unnamed" && a.Name.Any(char.IsUpper));

    internal SpeakerScorer.Outcome Judge(StatementPart? statement, GoldName name)
    {
        if (statement is null)
            return SpeakerScorer.Outcome.NoStatement;
        if (statement.Source?.Actors is null)
            return SpeakerScorer.Outcome.NoSpeaker;
        var named = Named(statement).ToList();
        if (named.Count == 0)
            return SpeakerScorer.Outcome.Unnamed;
        return named.Exists(a => Agrees(a, name, name.Last)) && named.TrueForAll(a => name.Words.Any(w => Agrees(a, name, w)))
            ? SpeakerScorer.Outcome.Right
            : SpeakerScorer.Outcome.Wrong;
    }

    /// <summary>The word is in the actor's name or made of its initials, or, for what is no person, the actor is named by the source's own
    /// words ("Moscow" for Russia).</summary>
    bool Agrees(ActorPart actor, GoldName name, string word)
    {
        var own = GoldName.Split(actor.Name);
        return own.Contains(word, StringComparer.OrdinalIgnoreCase)
            || string.Concat(own.Where(w => char.IsUpper(w[0])).Select(w => w[0])).Equals(word, StringComparison.OrdinalIgnoreCase)
            || actor.Kind != "person" && actor.Mentions.Any(m => m.Kind == "name" && Utf16(m.Span).Overlaps(name.Place));
    }
}
