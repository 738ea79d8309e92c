using BenchmarkDotNet.Running;
using OnRecord.Bench;

BenchmarkSwitcher.FromAssembly(typeof(Stages).Assembly).Run(args);
