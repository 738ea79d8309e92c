using OnRecord.Record;
using OnRecord.Server.Http;
using OnRecord.Text;

namespace OnRecord.Server.Api;

/// <summary>Codes what people paste and programs send; nothing is kept. The coder can't be stopped half way, so only so many texts are
/// coded at a time and the next ones wait, as long as the server lets a request wait.</summary>
internal sealed class Coding(Coder coder) : IDisposable
{
    readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    internal async Task<ArticleRecord> Code(ArticleGiven given, CancellationToken cancelled)
    {
        if (string.IsNullOrWhiteSpace(given.Text))
            throw new ProblemException(400, "There is no text", "Give the text of an article.");
        var article = new Article
        {
            Id = Blank(given.Id),
            Text = given.Text,
            Title = Blank(given.Title),
            Outlet = Blank(given.Outlet),
            Published = Blank(given.Published),
            Url = Blank(given.Url),
        };
        await _turns.WaitAsync(cancelled);
        var work = Task.Run(
            () =>
            {
                try
                {
                    return coder.Code(article);
                }
                finally
                {
                    _turns.Release();
                }
            },
            CancellationToken.None
        );
        return await work.WaitAsync(cancelled);
    }

    public void Dispose() => _turns.Dispose();

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
