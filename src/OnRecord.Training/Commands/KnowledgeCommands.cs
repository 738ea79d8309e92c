using System.CommandLine;
using OnRecord.Knowledge;

namespace OnRecord.Training.Commands;

/// <summary><c>compile knowledge</c>.</summary>
internal static class KnowledgeCommands
{
    internal static Command Compile()
    {
        var folder = new Argument<string>("folder") { Description = "Folder of the tables.", DefaultValueFactory = _ => "knowledge" };
        var command = new Command("knowledge", "Compiles the tables into knowledge.bin beside them. The same tables give the same bytes.")
        {
            folder,
        };
        command.SetAction(parsed =>
        {
            var tables = parsed.GetValue(folder)!;
            try
            {
                var bytes = KnowledgeCompiler.CompileFolder(tables);
                File.WriteAllBytes(Path.Combine(tables, "knowledge.bin"), bytes);
                Console.WriteLine($"{bytes.Length / 1e6:0.00} MB, {KnowledgeFile.Of(bytes).Hash}");
                return 0;
            }
            catch (KnowledgeException e)
            {
                Console.Error.WriteLine(e.Message);
                return 1;
            }
        });
        return command;
    }
}
