using OnRecord.Text;

namespace OnRecord.Cli;

/// <summary>Parses text, and CoNLL-U whose tokens and sentences are kept.</summary>
internal interface IParseStage
{
    /// <summary>The article as CoNLL-U.</summary>
    string Parse(Article article);

    /// <summary>Given tokens and sentences, parsed anew, sentence by sentence, as CoNLL-U.</summary>
    IEnumerable<string> ParseTokens(TextReader conllu);
}

/// <summary>What one party does to another: one of PLOVER's types as PLV counts them, and its quad class.</summary>
internal delegate (string Root, int Penta) DyadStage(string sentence, string markedSentence, string source, string target);

/// <summary>The stages that commands other than <c>code</c> call, each in one place.</summary>
internal static class Stages
{
    internal static IParseStage? Parser(ParserSetting setting) => null;

    internal static DyadStage? Dyads() => null;
}
