using OnRecord.Language;

namespace OnRecord.Training.Language;

/// <summary>Learns the rules of the <see cref="Lemmatizer"/>: endings by majority over word types, whole words where the ending would be
/// wrong.</summary>
internal static class LemmasTrainer
{
    internal static byte[] Train(IEnumerable<TrainingSentence> sentences, Action<string> log)
    {
        var types = new Dictionary<(Upos Upos, string Xpos, string Lower), Dictionary<(byte Cut, string Added), int>>();
        foreach (var s in sentences)
            for (var i = 0; i < s.Length; i++)
            {
                if (s.Lemmas[i] == "_" || s.Forms[i].Length > 40 || s.IsTitleCase)
                    continue;
                var lower = Lower(s.Forms[i]);
                var key = (s.Upos[i], s.Xpos[i], lower);
                if (!types.TryGetValue(key, out var rules))
                    types[key] = rules = [];
                var rule = Rule(s.Upos[i] == Upos.Propn ? s.Forms[i] : lower, s.Upos[i] == Upos.Propn ? s.Lemmas[i] : Lower(s.Lemmas[i]));
                rules[rule] = rules.GetValueOrDefault(rule) + 1;
            }
        var best = types.ToDictionary(t => t.Key, t => t.Value.OrderByDescending(r => r.Value).ThenBy(r => r.Key).First());

        var table = new SortedDictionary<uint, int>();
        var numbers = new Dictionary<(byte, string), int>();
        int Number((byte, string) rule)
        {
            if (!numbers.TryGetValue(rule, out var n))
                numbers[rule] = n = numbers.Count;
            return n;
        }
        for (var n = 0; n <= LemmasModel.LongestEnding; n++)
            foreach (
                var group in best.Where(b => b.Key.Lower.Length >= n)
                    .GroupBy(b => (b.Key.Upos, b.Key.Xpos, Ending: b.Key.Lower[^n..]))
                    .OrderBy(g => (g.Key.Upos, g.Key.Xpos, g.Key.Ending).ToString(), StringComparer.Ordinal)
            )
            {
                var (rule, count) = group
                    .GroupBy(g => g.Value.Key)
                    .Select(g => (g.Key, Count: g.Count()))
                    .OrderByDescending(g => g.Count)
                    .ThenBy(g => g.Key)
                    .First();
                if (n > 0 && (count < 2 || Find(table, group.Key.Ending, group.Key.Upos, group.Key.Xpos) == Number(rule)))
                    continue;
                table[LemmasModel.Key(group.Key.Upos, group.Key.Xpos, (uint)n, group.Key.Ending)] = Number(rule);
            }
        foreach (var (key, rule) in best.OrderBy(b => b.Key.ToString(), StringComparer.Ordinal))
            if (Find(table, key.Lower, key.Upos, key.Xpos) != Number(rule.Key) && rule.Key.Cut < 255)
                table[LemmasModel.Key(key.Upos, key.Xpos, LemmasModel.Whole, key.Lower)] = Number(rule.Key);
        log($"lemmas: {table.Count:N0} endings and words, {numbers.Count:N0} rules");
        return Bytes(table, numbers);
    }

    static int Find(SortedDictionary<uint, int> table, string lower, Upos upos, string xpos) =>
        Lemmatizer.Find(k => table.GetValueOrDefault(k, -1), lower, upos, xpos);

    static string Lower(string form)
    {
        Span<char> lower = stackalloc char[form.Length];
        Lemmatizer.Lower(form, lower);
        return lower.ToString();
    }

    static (byte Cut, string Added) Rule(string form, string lemma)
    {
        var common = form.AsSpan().CommonPrefixLength(lemma);
        return ((byte)(form.Length - common), lemma[common..]);
    }

    static byte[] Bytes(SortedDictionary<uint, int> table, Dictionary<(byte Cut, string Added), int> numbers)
    {
        var bits = 4;
        while (1 << bits < table.Count * 4 / 3)
            bits++;
        var mask = (1u << bits) - 1;
        var slots = new (uint Key, ushort Rule)[1 << bits];
        foreach (var (key, rule) in table)
        {
            var i = key & mask;
            while (slots[i].Key != 0)
                i = (i + 1) & mask;
            slots[i] = (key, (ushort)(rule + 1));
        }
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("LEM1"u8);
        writer.Write(numbers.Count);
        foreach (var (cut, added) in numbers.OrderBy(n => n.Value).Select(n => n.Key))
        {
            var utf8 = System.Text.Encoding.UTF8.GetBytes(added);
            writer.Write(cut);
            writer.Write((byte)utf8.Length);
            writer.Write(utf8);
        }
        writer.Write(bits);
        foreach (var (key, rule) in slots)
        {
            writer.Write(key);
            writer.Write(rule);
        }
        return bytes.ToArray();
    }
}
