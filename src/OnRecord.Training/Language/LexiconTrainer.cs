using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Training.Language;

/// <summary>Writes the <see cref="Lexicon"/>: the tags a frequent word takes in the treebanks, and what was counted in raw text.</summary>
internal static class LexiconTrainer
{
    const int LeastCount = 4; // a rarer word would carry its own gold tag into training
    const double LeastShare = 0.04;

    /// <param name="sentences">The treebanks.</param>
    /// <param name="words">Cluster and case of words found in raw text, by the hash of the lower form.</param>
    internal static byte[] Train(IEnumerable<TrainingSentence> sentences, IReadOnlyDictionary<uint, (ushort Cluster, byte Case)> words)
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
        var classes = new Dictionary<string, ushort>();
        var entries = new SortedDictionary<uint, (ushort Tags, ushort Packed)>();
        foreach (var (hash, tags) in counts)
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
            entries[hash] = (number, 0);
        }
        foreach (var (hash, (cluster, casing)) in words)
            entries[hash] = (entries.GetValueOrDefault(hash).Tags, (ushort)(cluster | casing << 12));
        var bits = 4;
        while (1 << bits < entries.Count * 4 / 3)
            bits++;
        var mask = (1u << bits) - 1;
        var slots = new (uint Key, ushort Tags, ushort Packed)[1 << bits];
        foreach (var (hash, (tags, packed)) in entries)
        {
            var i = Fnv.Mix(hash) & mask;
            while (slots[i].Key != 0)
                i = (i + 1) & mask;
            slots[i] = (hash, tags, packed);
        }
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("LEX1"u8);
        writer.Write(bits);
        foreach (var (key, tags, packed) in slots)
        {
            writer.Write(key);
            writer.Write(tags);
            writer.Write(packed);
        }
        return bytes.ToArray();
    }
}
