using OnRecord.Events;
using OnRecord.Language;
using Xunit;

namespace OnRecord.Tests.Events;

public class VerbPatternsTests
{
    static readonly VerbPatterns Patterns = VerbPatterns.Load();
    static readonly LanguageModel Model = LanguageModel.Load();

    static EventType? Vote(string sentence, string verb)
    {
        var d = Model.Read(new OnRecord.Text.Article { Text = sentence, NotBody = [] });
        var at = Array.FindIndex(d.Tokens, t => t.Lemma == verb);
        foreach (var block in Patterns.BlocksOf(verb))
            if (Patterns.Best(d, at, block) is { } best)
                return best.Type;
        return null;
    }

    [Theory]
    [InlineData("Norway will freeze relations with Denmark.", "freeze", EventType.Sanction)]
    [InlineData("Norway will freeze on the ice.", "freeze", null)]
    public void Words_BesideAVerb_Vote(string sentence, string verb, EventType? type) => Assert.Equal(type, Vote(sentence, verb));

    [Fact]
    public void Verbs_OfOneBlock_AreSynonyms() => Assert.Equal(Patterns.BlocksOf("postpone"), Patterns.BlocksOf("shelve"));

    [Fact]
    public void Verb_InNoBlock_HasNone() => Assert.Empty(Patterns.BlocksOf("knit"));
}
