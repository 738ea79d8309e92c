using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>The labels of the tagger: pairs of part of speech and Penn tag that the corpora have at least three times.</summary>
internal sealed class TagSet
{
    readonly Dictionary<(Upos, string), int> _index = [];
    readonly Dictionary<Upos, int> _fallback = [];

    internal TagSet(IEnumerable<TrainingSentence> sentences)
    {
        var counts = new Dictionary<(Upos Upos, string Xpos), int>();
        foreach (var s in sentences)
            for (var i = 0; i < s.Length; i++)
                counts[(s.Upos[i], s.Xpos[i])] = counts.GetValueOrDefault((s.Upos[i], s.Xpos[i])) + 1;
        Labels = [.. counts.Where(c => c.Value >= 3).Select(c => c.Key).OrderBy(k => k.Upos).ThenBy(k => k.Xpos, StringComparer.Ordinal)];
        for (var i = 0; i < Labels.Length; i++)
            _index.Add(Labels[i], i);
        foreach (var u in Enum.GetValues<Upos>())
            if (Labels.Any(l => l.Upos == u))
                _fallback[u] = _index[Labels.Where(l => l.Upos == u).MaxBy(l => counts[l])];
    }

    internal (Upos Upos, string Xpos)[] Labels { get; }

    /// <summary>What each label does to a clause.</summary>
    internal Tagger.Role[] Roles => _roles ??= [.. Labels.Select(l => Tagger.RoleOf(l.Upos, l.Xpos))];

    Tagger.Role[]? _roles;

    internal int Index(Upos upos, string xpos) => _index.TryGetValue((upos, xpos), out var i) ? i : _fallback.GetValueOrDefault(upos);
}
