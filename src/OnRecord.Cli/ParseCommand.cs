using System.CommandLine;
using System.Globalization;
using System.Text;
using OnRecord.Language;
using OnRecord.Text;

namespace OnRecord.Cli;

/// <summary><c>onrecord parse</c>: text, or tokens, to CoNLL-U.</summary>
internal static class ParseCommand
{
    internal static Command Create(CliIo io)
    {
        var reading = new ReadingArguments();
        var coding = new CodingArguments();
        var pretokenized = new Option<bool>("--pretokenized") { Description = "The files are CoNLL-U; keep their tokens and sentences" };
        var allText = new Option<bool>("--all-text")
        {
            Description = "Parse every line, also what looks like a byline, a caption or a link",
        };
        var command = new Command(
            "parse",
            "Tags and parses: CoNLL-U (Universal Dependencies) with names in MISC as NER=B-PER and chains as Coref=(1)"
        );
        reading.AddTo(command);
        command.Add(pretokenized);
        command.Add(allText);
        coding.AddTo(command, withBudget: false);
        command.SetAction(parsed =>
        {
            var model = LanguageModel.Load();
            var setting = coding.Setting(parsed);
            var all = parsed.GetValue(allText);
            return parsed.GetValue(pretokenized)
                ? Tokens(reading.Files(parsed), model, setting, reading.Output(parsed), io)
                : Job.Run(
                    reading.Read(parsed, io),
                    article => Parse(model, all ? article with { NotBody = [] } : article, setting),
                    reading.Output(parsed),
                    coding.Threads(parsed),
                    io
                );
        });
        CommandLine.Teach(
            command,
            """
            Examples:
              onrecord parse article.txt > article.conllu
              onrecord parse --pretokenized gold.conllu.gz > system.conllu
            """
        );
        return command;
    }

    static byte[] Parse(LanguageModel model, Article article, ParserSetting setting)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        ConlluWriter.Write(writer, model.Read(article, setting));
        return Encoding.UTF8.GetBytes(writer.ToString());
    }

    static int Tokens(IEnumerable<string> files, LanguageModel model, ParserSetting setting, string? output, CliIo io)
    {
        using var target = OutputTarget.Open(output, io);
        using var writer = new StreamWriter(target.Stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        var problems = new Problems(io.Error);
        foreach (var file in files)
        {
            try
            {
                using var text = TableFile.Open(file, io);
                foreach (var document in ConlluReader.Read(text))
                {
                    io.Cancelled.ThrowIfCancellationRequested();
                    ConlluWriter.Write(writer, document, model.Read(document, setting));
                }
            }
            catch (Exception e) when (e is InvalidDataException)
            {
                problems.Fail(
                    $"{file}: {e.Message}; the input must be CoNLL-U: ten columns parted by tabs, an empty line after each sentence"
                );
            }
        }
        writer.Flush();
        target.Keep();
        return problems.ExitCode;
    }
}
