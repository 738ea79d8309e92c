using OnRecord;
using OnRecord.Cli;

// Models load while the command line is read; start-up is counted.
if (args is ["code", _, ..])
    Coder.Prepare();
using var cancel = new CancellationTokenSource();
return CommandLine.Run(args, CliIo.OfProcess(cancel));
