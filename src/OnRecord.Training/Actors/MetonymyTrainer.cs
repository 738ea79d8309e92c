using System.Runtime.InteropServices;
using OnRecord.Actors;
using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Text;
using OnRecord.Training.Language;
using OnRecord.Training.Statements;

namespace OnRecord.Training.Actors;

/// <summary>Learns <c>models/metonymy.bin</c> from raw news: how the names of states stand in it, and how those of large towns that are no
/// capital. Nothing is marked, and capitals are no examples.</summary>
internal static class MetonymyTrainer
{
    const int Seed = 20261127;
    const int Epochs = 6;

    /// <summary>One article in so many is read.</summary>
    const int OneIn = 2;

    const int LeastPopulation = 250_000;

    internal static void Train(string data, string output)
    {
        var knowledge = KnowledgeBase.Load();
        var language = LanguageModel.Load(knowledge);
        var heldOut = GoldTable.Rows("capitals-news.tsv").Select(r => r[1]).ToHashSet();
        var articles = NewsNames
            .Articles(data)
            .Where(a => Fnv.Mix(Fnv.Hash32(a.Id!) + 1) % OneIn == 0 && !heldOut.Contains(a.Id!))
            .ToList();
        var examples = articles.AsParallel().AsOrdered().SelectMany(a => Examples(a, language, knowledge)).ToList();
        var states = examples.Count(e => e.Positive);
        var towns = examples.Count - states;
        Console.WriteLine($"{articles.Count:N0} articles, {states:N0} names of states, {towns:N0} of towns");
        // as many of the one as of the other
        var random = new Random(Seed);
        var share = Math.Min(states, towns) / (double)Math.Max(states, towns);
        var kept = examples.FindAll(e => e.Positive == states < towns || random.NextDouble() < share);
        var weights = new LogisticRegression
        {
            Seed = Seed,
            Epochs = Epochs,
            DropoutRate = 0.5,
            FewestUses = 10,
        }.Fit(kept);
        // what weighs little is left out, as far as the table needs it
        var most = MetonymyModel.Slots / 4 * 3;
        var heavy = weights
            .OrderByDescending(w => Math.Abs((int)w.Weight))
            .ThenBy(w => w.Feature)
            .Take(most)
            .OrderBy(w => w.Feature)
            .ToList();
        Console.WriteLine($"{heavy.Count:N0} of {weights.Count:N0} weights kept");
        File.WriteAllBytes(
            Path.Combine(output, "metonymy.bin"),
            MemoryMarshal.AsBytes(WeightTable.Pack(heavy, MetonymyModel.Slots).AsSpan()).ToArray()
        );
    }

    static List<Example> Examples(Article article, LanguageModel language, KnowledgeBase knowledge)
    {
        var found = new List<Example>();
        if (language.Read(article, Layout.Of(article), CoderOptions.DefaultMostTokens, ParserSetting.Accurate) is not { } document)
            return found;
        var terms = Terms.Find(document, knowledge);
        Span<uint> features = stackalloc uint[MetonymyModel.MostFeatures];
        foreach (var unit in NameUnits.Find(document, terms, knowledge).All)
        {
            if (unit.Term < 0 || unit.Kind == NameKind.Person || Is(unit.Term, terms, knowledge) is not { } isState)
                continue;
            var head = document.HeadOf(unit.First, unit.End);
            if (Locative.Is(document, head))
                continue; // a place, whatever it is the name of
            var count = MetonymyModel.Features(document, terms, unit.First, unit.End, head, features);
            found.Add(new(features[..count].ToArray(), isState));
        }
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            ref readonly var t = ref document.Tokens[i];
            if (
                t.Upos != Upos.Noun
                || NounPhrase.IsModifier(document, i)
                || Locative.Is(document, i)
                || Noun(t.Lower) is not { } isGovernment
            )
                continue;
            var count = MetonymyModel.Features(document, terms, i, i + 1, i, features);
            found.Add(new(features[..count].ToArray(), isGovernment));
        }
        return found;
    }

    /// <summary>Nouns that stand where such names do.</summary>
    static bool? Noun(string word) =>
        word switch
        {
            "government" or "regime" or "administration" or "ministry" => true,
            "city" or "town" or "village" or "capital" or "suburb" or "neighborhood" or "neighbourhood" or "downtown" => false,
            _ => null,
        };

    /// <summary>True for a state, false for a large town, null for what may be either or something else.</summary>
    static bool? Is(int term, Terms terms, KnowledgeBase knowledge)
    {
        if (terms.Find(term, SenseKind.Capital) is not null || terms.Find(term, SenseKind.Region) is not null)
            return null;
        if (terms.Entity(term, SenseKind.Entity) is { } entity)
            return
                entity.Unless.Length == 0
                && (
                    entity.IsState
                    || entity.Kind is EntityKind.Seat or EntityKind.Bloc
                    || entity.Kind == EntityKind.Organisation && Array.IndexOf(entity.Sectors, "GOV") >= 0
                )
                && terms.Find(term, SenseKind.Adjective, SenseKind.Given) is null
                ? true
                : null;
        return
            terms.Find(term, SenseKind.City) is { } city
            && knowledge.Place(city).Population >= LeastPopulation
            && terms.Find(term, SenseKind.Given, SenseKind.Surname) is null
            ? false
            : null;
    }
}
