using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using OnRecord.Text;

namespace OnRecord.Cli;

/// <summary><c>onrecord read</c>: only the reading; its output is input for <c>onrecord code</c>.</summary>
internal static class ReadCommand
{
    internal static Command Create(CliIo io)
    {
        var reading = new ReadingArguments();
        var command = new Command("read", "Reads articles without coding them: a JSON line each with id, title, author, published, text");
        reading.AddTo(command);
        command.SetAction(parsed => Job.Run(reading.Read(parsed, io), Line, reading.Output(parsed), 1, io));
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord read page.html                          the main text of a page and what the page says of itself
              onrecord read pages/*.html.gz > articles.jsonl   what onrecord code takes
            """
        );
        return command;
    }

    static byte[] Line(Article article)
    {
        var output = new ArrayBufferWriter<byte>(article.Text.Length * 2);
        using (var json = new Utf8JsonWriter(output, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            Known(json, "id", article.Id);
            Known(
                json,
                "title",
                article.Title ?? (Layout.Of(article).Headline is { } headline ? headline.Of(article.Text).ToString() : null)
            );
            if (article.Authors.Count > 0)
            {
                json.WriteStartArray("author");
                foreach (var author in article.Authors)
                    json.WriteStringValue(author);
                json.WriteEndArray();
            }
            Known(json, "published", article.Published);
            Known(json, "outlet", article.Outlet);
            Known(json, "url", article.Url);
            Known(json, "language", article.Language);
            json.WriteString("text", article.Text);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
        return output.WrittenSpan.ToArray();
    }

    static void Known(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }
}
