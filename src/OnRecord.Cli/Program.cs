using OnRecord.Cli;

using var cancel = new CancellationTokenSource();
return CommandLine.Run(args, CliIo.OfProcess(cancel));
