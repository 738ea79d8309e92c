using System.Security.Cryptography;
using System.Text;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord;

/// <summary>Article in, record out: the whole pipeline. Safe to use from many threads at once; the same article gives the same bytes.</summary>
public sealed class Coder
{
    readonly CoderOptions _options;

    Coder(CoderOptions options) => _options = options;

    /// <summary>Loads models and knowledge from the assembly.</summary>
    public static Coder Load(CoderOptions? options = null) => new(options ?? new());

    /// <summary>Codes one article. Never throws for what a text holds: what could not be coded is named in
    /// <see cref="ArticleRecord.NotCoded"/>.</summary>
    public ArticleRecord Code(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleRecord
        {
            Id = article.Id ?? Hash(article.Outlet + "\n" + article.Url + "\n" + article.Text),
            Article = new ArticlePart { Text = article.Text, TextHash = Hash(article.Text) },
            Coder = new CoderPart
            {
                Version = "0.1.0",
                Options = new(_options.Setting == ParserSetting.Fast ? "fast" : "accurate", "all"),
                Models = new Dictionary<string, string>(),
                Knowledge = "",
            },
        };
    }

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
