using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Writes the <see cref="Lexicon"/>: the tags a frequent word takes in the treebanks, and what was counted in raw text.</summary>
internal static class LexiconTrainer
{
    const int LeastCount = 4; // a rarer word would carry its own gold tag into training
    const double LeastShare = 0.04;

    /// <param name="sentences">The treebanks.</param>
    /// <param name="raw">What was counted in raw text, or null.</param>
    internal static byte[] Train(IEnumerable<TrainingSentence> sentences, Lexicon? raw)
    {
        var counts = new Dictionary<uint, Dictionary<string, int>>();
        foreach (var s in sentences)
            for (var i = 0; i < s.Length; i++)
            {
                var hash = WordFeatures.LowerHash(s.Forms[i]);
                if (!counts.TryGetValue(hash, out var tags))
                    counts[hash] = tags = [];
                var tag = s.Upos[i].Name() + "|" + s.Xpos[i];
                tags[tag] = tags.GetValueOrDefault(tag) + 1;
            }
        var entries = new Dictionary<uint, Lexicon.Entry>();
        foreach (var (hash, entry) in raw?.All() ?? [])
            entries[hash] = entry with { Tags = 0 };
        var classes = new Dictionary<string, ushort>();
        foreach (var (hash, tags) in counts.OrderBy(c => c.Key))
        {
            var total = tags.Values.Sum();
            if (total < LeastCount)
                continue;
            var key = string.Join(
                ' ',
                tags.Where(t => t.Value >= total * LeastShare)
                    .OrderByDescending(t => t.Value)
                    .ThenBy(t => t.Key, StringComparer.Ordinal)
                    .Select(t => t.Key)
            );
            if (!classes.TryGetValue(key, out var number))
                classes[key] = number = (ushort)(classes.Count + 1);
            entries[hash] = entries.GetValueOrDefault(hash) with { Tags = number };
        }
        return Bytes(entries);
    }

    /// <summary>The file.</summary>
    internal static byte[] Bytes(IReadOnlyDictionary<uint, Lexicon.Entry> entries)
    {
        var bits = 4;
        while (1 << bits < entries.Count * 5 / 4)
            bits++;
        var mask = (1u << bits) - 1;
        var slots = new (uint Key, Lexicon.Entry Entry)[1 << bits];
        foreach (var (hash, entry) in entries.OrderBy(e => e.Key))
        {
            var i = Fnv.Mix(hash) & mask;
            while (slots[i].Key != 0)
                i = (i + 1) & mask;
            slots[i] = (hash, entry);
        }
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("LEX1"u8);
        writer.Write(bits);
        foreach (var (key, entry) in slots)
        {
            writer.Write(key);
            writer.Write(entry.Tags);
            writer.Write((ushort)(entry.Cluster | entry.Case << 12));
        }
        return bytes.ToArray();
    }
}
