namespace OnRecord.Statements;

/// <summary>Judges candidates without learned weights, by construction and kind of cue: what a build has that leaves
/// <c>models/statements.bin</c> out. Only readings that grammar gives first are taken.</summary>
internal static class StatementRules
{
    const int Never = -4096;

    /// <summary>In the unit of <see cref="StatementModel.Scale"/>; above zero is a statement.</summary>
    internal static int Score(Candidate c)
    {
        if (c.Variant != ContentVariant.AsParsed || c.Origin is SourceOrigin.Above or SourceOrigin.Beside or SourceOrigin.Antecedent)
            return Never;
        if (c.Frame is Frame.AccordingTo or Frame.Turn or Frame.Signature or Frame.Headline or Frame.Colon)
            return 600;
        if (c.InQuotation)
            return Never; // what the speaker says of others' words
        var listed = c.Row != CueLexicon.Unlisted;
        var speech = c.Row.Mode == StatementMode.Speech;
        var named = c.Source >= 0;
        return c.Frame switch
        {
            Frame.Parenthetical or Frame.Quote when listed && speech && named => 700,
            Frame.Quote when c.Quoted == 2 && named && c.Hull.Length > 40 => 300,
            Frame.Clause when listed && named => 500,
            Frame.Clause when c.Quoted > 0 && named => 250,
            Frame.Infinitive when listed && named => 200,
            Frame.Adjective when named => 200,
            Frame.Object when listed && named && (c.Quoted > 0 || c.Row.Act is not CueAct.Say) => 150,
            Frame.Oblique when listed && named && speech => 150,
            Frame.Passive when listed && c.Content.Count > 1 => 100,
            Frame.Noun when listed && speech && named && c.Origin == SourceOrigin.Own => 100,
            _ => Never,
        };
    }

    /// <summary>0-100: without learned weights every field is as sure as the construction is.</summary>
    internal static int Confidence(Candidate c) => Statements.Confidence.OfScore(c.OwnScore);
}
