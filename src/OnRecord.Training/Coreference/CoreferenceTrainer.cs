using OnRecord.Knowledge;
using OnRecord.Language;
using OnRecord.Training.Language;

namespace OnRecord.Training.Coreference;

/// <summary>Learns <c>models/coreference.bin</c> from the chains of GUM's free genres: first which names and nouns are somebody, by logistic
/// regression, then what a pronoun means, by a log-linear ranking over all that stands before it and "none" (mention ranking as in Durrett
/// and Klein, "Easy Victories and Uphill Battles in Coreference Resolution", EMNLP 2013). Both with AdaGrad.</summary>
/// <remarks>The ranker learns from its own decisions: each document is resolved with the weights of the moment, so that it sees chains as
/// they will be and not as they should.</remarks>
internal sealed class CoreferenceTrainer(KnowledgeBase knowledge, Lexicon lexicon)
{
    const int Seed = 20261125;
    const int HumanEpochs = 8;
    const int Epochs = 12;
    const double Rate = 0.1;
    const double Decay = 1e-5;

    /// <summary>How much more a wrong antecedent costs than none where there is one.</summary>
    const double WrongLink = 1.0;
    const double FalseLink = 0.5;

    /// <summary>A feature seen in fewer decisions is a name or a chance.</summary>
    const int FewestUses = 12;

    readonly float[] _weights = new float[CoreferenceModel.Size];
    readonly float[] _squares = new float[CoreferenceModel.Size];
    readonly float[] _average = new float[CoreferenceModel.Size];
    readonly int[] _uses = new int[CoreferenceModel.Size];

    /// <summary>A parsed document and its gold chains.</summary>
    internal sealed record Example(GoldDocument Gold, Document Document);

    internal static void Train(string data, string output)
    {
        var bytes = Learn(Examples(data, "train"), Corpus(), Console.WriteLine);
        File.WriteAllBytes(Path.Combine(output, "coreference.bin"), bytes);
    }

    /// <summary>What all runs share.</summary>
    internal static (KnowledgeBase Knowledge, Lexicon Lexicon) Corpus() => (KnowledgeBase.Load(), new(ModelFile.Embedded("words")!));

    /// <summary>Reads a part of GUM and parses it with the models of the build.</summary>
    internal static List<Example> Examples(string data, string split)
    {
        var language = LanguageModel.Load();
        return [.. GoldDocument.Read(data, split).Select(g => new Example(g, language.Read(g.Source)))];
    }

    internal static byte[] Learn(IReadOnlyList<Example> examples, (KnowledgeBase Knowledge, Lexicon Lexicon) shared, Action<string> log)
    {
        var trainer = new CoreferenceTrainer(shared.Knowledge, shared.Lexicon);
        trainer.LearnHuman(examples, log);
        trainer.LearnPronouns(examples, log);
        return CoreferenceModel.Bytes(trainer.Rounded());
    }

    short[] Rounded() =>
        Array.ConvertAll(_weights, w => (short)Math.Clamp(Math.Round(w * CoreferenceModel.Scale), short.MinValue, short.MaxValue));

    ChainFinder Current() => new(ModelFile.OfCopy(CoreferenceModel.Bytes(Rounded())), knowledge, lexicon);

    void LearnHuman(IReadOnlyList<Example> examples, Action<string> log)
    {
        var random = new Random(Seed);
        var coreference = Current();
        var all = new List<(uint[] Features, bool IsPerson)>();
        Span<uint> features = stackalloc uint[CoreferenceModel.MostFeatures];
        foreach (var (gold, document) in examples)
        foreach (var m in coreference.Mentions(document))
            if (m.Kind != MentionKind.Pronoun && gold.TypeOf(m.Head) is { } type)
                all.Add((Mask(features[..coreference.Human(document, m, features)]), type == "person"));
        foreach (var (used, _) in all)
            Use(used);
        var order = Enumerable.Range(0, all.Count).ToArray();
        for (var epoch = 1; epoch <= HumanEpochs; epoch++)
        {
            random.Shuffle(order);
            var right = 0;
            foreach (var i in order)
            {
                var (used, isPerson) = all[i];
                var sum = Sum(used);
                right += sum > 0 == isPerson ? 1 : 0;
                Step(used, 1 / (1 + Math.Exp(-sum)) - (isPerson ? 1 : 0));
            }
            log($"persons epoch {epoch}: {100.0 * right / all.Count:F2} % of {all.Count} names and nouns right while learning");
        }
    }

    void LearnPronouns(IReadOnlyList<Example> examples, Action<string> log)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        for (var epoch = 0; epoch <= Epochs; epoch++)
        {
            random.Shuffle(order);
            int right = 0,
                all = 0;
            foreach (var i in order)
            {
                var (gold, document) = examples[i];
                Current()
                    .Find(
                        document,
                        decision =>
                        {
                            if (epoch > 0)
                            {
                                all++;
                                right += Learn(gold, decision) ? 1 : 0;
                                return;
                            }
                            Use(Mask(decision.None));
                            foreach (var f in decision.Features)
                                Use(Mask(f));
                        }
                    );
            }
            if (epoch > Epochs / 2)
                for (var w = 0; w < _weights.Length; w++)
                    _average[w] += _weights[w];
            if (epoch > 0)
                log($"pronouns epoch {epoch}: {100.0 * right / all:F2} % of {all} right while learning");
        }
        for (var w = 0; w < _weights.Length; w++)
            _weights[w] = _average[w] / (Epochs - Epochs / 2);
    }

    /// <summary>One step; says whether the decision was right before it.</summary>
    bool Learn(GoldDocument gold, ChainFinder.Decision decision)
    {
        var chain = gold.Single(decision.Head)?.Chain ?? -1;
        var n = decision.Candidates.Count;
        var isRight = new bool[n + 1];
        for (var c = 0; c < n; c++)
            if (chain >= 0 && decision.Candidates[c] is var m)
                isRight[c] = gold.ChainOf(m.First, m.End, m.Head) == chain;
        var anaphoric = Array.IndexOf(isRight, true) >= 0;
        isRight[n] = !anaphoric;
        var features = decision.Features.Append(decision.None).Select(f => Mask(f)).ToArray();
        var scores = new double[n + 1];
        var best = 0;
        for (var c = 0; c <= n; c++)
        {
            scores[c] = Sum(features[c]);
            if (scores[c] > scores[best])
                best = c;
        }
        for (var c = 0; c < n; c++)
            if (!isRight[c])
                scores[c] += anaphoric ? WrongLink : FalseLink;
        var top = scores.Max();
        double whole = 0,
            good = 0;
        for (var c = 0; c <= n; c++)
        {
            scores[c] = Math.Exp(scores[c] - top);
            whole += scores[c];
            good += isRight[c] ? scores[c] : 0;
        }
        for (var c = 0; c <= n; c++)
            if (scores[c] / whole - (isRight[c] ? scores[c] / good : 0) is var gradient && Math.Abs(gradient) > 1e-4)
                Step(features[c], gradient);
        return isRight[best];
    }

    static uint[] Mask(ReadOnlySpan<uint> features)
    {
        var masked = features.ToArray();
        for (var i = 0; i < masked.Length; i++)
            masked[i] &= CoreferenceModel.Size - 1;
        return masked;
    }

    void Use(uint[] features)
    {
        foreach (var f in features)
            _uses[f]++;
    }

    double Sum(uint[] features)
    {
        var sum = 0.0;
        foreach (var f in features)
            sum += _weights[f];
        return sum;
    }

    void Step(uint[] features, double gradient)
    {
        foreach (var f in features)
        {
            if (_uses[f] < FewestUses)
                continue;
            var d = (float)gradient + (float)Decay * _weights[f];
            _squares[f] += d * d;
            _weights[f] -= (float)(Rate / Math.Sqrt(_squares[f] + 1e-6)) * d;
        }
    }
}
