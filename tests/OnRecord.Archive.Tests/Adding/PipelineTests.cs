using System.Text;
using OnRecord.Archive.Adding;
using OnRecord.Archive.Sqlite;
using OnRecord.Ingest;

namespace OnRecord.Archive.Tests.Adding;

public sealed class PipelineTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    string News(int count) => Invented.Write(_folder.File("news.jsonl"), Enumerable.Range(0, count));

    SqliteArchive Open(string name = "archive.db") => SqliteArchive.OpenOrCreate(_folder.File(name));

    /// <summary>Coders of uneven pace finish in another order than they began.</summary>
    [Fact]
    public void AnyNumberOfThreads_MakesTheSameArchive()
    {
        var news = _folder.File("news.jsonl");
        File.WriteAllLines(
            news,
            Enumerable
                .Range(0, 200)
                .Select(i => i % 17 == 3 ? "{ no JSON" : Invented.Line(Invented.Told(i % 150, i >= 150 ? " More." : "")))
        );
        var dumps = new List<string>();
        foreach (var threads in new[] { 1, 4 })
        {
            var file = $"threads-{threads}.db";
            using (var archive = Open(file))
                Pipeline.Run(
                    archive,
                    Invented.Coding(article => Thread.Sleep(Invented.NumberOf(article) % 7 == 0 ? 5 : 0)),
                    Invented.Options(news, batch: 8 * threads, threads: threads)
                );
            dumps.Add(Tables.Dump(_folder.File(file)));
        }
        Assert.Equal(dumps[0], dumps[1]);
        Assert.Contains("harbour", dumps[0], StringComparison.Ordinal);
    }

    [Fact]
    public void RealCoder_AnyNumberOfThreads_MakesTheSameArchive()
    {
        var news = _folder.File("news.jsonl");
        File.WriteAllLines(
            news,
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    $$"""{"id": "{{i}}", "text": "Minister Adela Brandt said on Monday that Norland had accused Russia of raid {{i}}. Russia denied it."}"""
                )
        );
        var coder = Coder.Load();
        var dumps = new List<string>();
        foreach (var threads in new[] { 1, 4 })
        {
            using (var archive = Open($"real-{threads}.db"))
                Pipeline.Run(archive, coder, Invented.Options(news, threads: threads));
            dumps.Add(Tables.Dump(_folder.File($"real-{threads}.db")));
        }
        Assert.Equal(dumps[0], dumps[1]);
    }

    [Fact]
    public void Progress_TellsPartPaceAndTimeLeft()
    {
        using var archive = Open();
        var reports = new List<AddProgress>();
        var options = Invented.Options(News(120)) with { Progress = reports.Add };
        var done = Pipeline.Run(archive, Invented.Coding(_ => Thread.Sleep(5)), options);
        Assert.True(reports.Count >= 2, "nothing was told on the way");
        Assert.Equal(reports.Select(r => r.Articles).Order(), reports.Select(r => r.Articles));
        Assert.All(reports, r => Assert.InRange(r.Fraction!.Value, 0, 1));
        Assert.Equal((1.0, TimeSpan.Zero, 120), (done.Fraction, done.Left, done.Articles));
        Assert.True(done.WordsPerSecond > 0 && done.Storing > TimeSpan.Zero && done.Storing <= done.Elapsed);
        Assert.Equal(Enumerable.Range(0, 120).Sum(i => PreparedArticle.CountWords(Invented.Told(i).Article.Text)), done.Words);
    }

    [Theory]
    [InlineData(0.25, 30, 90.0)]
    [InlineData(1.0, 30, 0.0)]
    [InlineData(0.0, 30, null)]
    [InlineData(null, 30, null)]
    public void TimeLeft_IsWhatTheRestTakesAtThisPace(double? part, int seconds, double? left)
    {
        var progress = new AddProgress { Fraction = part, Elapsed = TimeSpan.FromSeconds(seconds) };
        Assert.Equal(left, progress.Left?.TotalSeconds);
    }

    [Fact]
    public void Acknowledged_IsOnDiskAlready_AndInOrder()
    {
        using var archive = Open();
        using var reader = Open();
        var all = new List<Acknowledged>();
        var options = Invented.Options(News(100), batch: 12, threads: 3) with
        {
            Acknowledge = items =>
            {
                Assert.InRange(items.Count, 1, 12);
                all.AddRange(items);
                Assert.Equal(all.Count, reader.Totals().Articles);
            },
        };
        Pipeline.Run(archive, Invented.Coding(), options);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"inv-{i}"), all.Select(a => a.Id));
        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"{options.Inputs[0]}:{i}"), all.Select(a => a.Place));
    }

    /// <summary>A pipe that brings an article now and then: none waits longer than the batch time for its write.</summary>
    [Fact]
    public void BatchTime_WritesAHalfFullBatch()
    {
        using var archive = Open();
        using var acknowledged = new ManualResetEventSlim();
        using var pipe = new Feed(400) { AtEnd = acknowledged };
        var options = Invented.Options("-") with
        {
            Reading = new() { StandardInput = pipe },
            Batch = 1000,
            BatchTime = TimeSpan.FromMilliseconds(50),
            Acknowledge = _ => acknowledged.Set(),
        };
        var done = Pipeline.Run(archive, Invented.Coding(), options); // the pipe ends when something was acknowledged
        Assert.Equal(400, done.Added);
    }

    [Fact]
    public void Unchanged_IsNotCodedAgain_AndChanged_GetsASecondVersion()
    {
        using var archive = Open();
        var news = News(20);
        var calls = 0;
        var coding = Invented.Coding(_ => Interlocked.Increment(ref calls));
        Pipeline.Run(archive, coding, Invented.Options(news));
        Assert.Equal(20, calls);

        var lines = File.ReadAllLines(news);
        lines[4] = Invented.Line(Invented.Told(4, " A correction."));
        File.WriteAllLines(news, lines);
        var done = Pipeline.Run(archive, coding, Invented.Options(news));
        Assert.Equal((0, 1, 19, 21), (done.Added, done.Changed, done.Unchanged, calls));
        Assert.Equal((2, 2), (archive.Article("inv-4")!.Version, archive.Article("inv-4")!.Versions));
        Invented.AssertIsTold(archive.Article("inv-4", version: 1)!.Record, "inv-4");
        Assert.Empty(archive.Verify());
    }

    [Fact]
    public void SameArticleTwiceInOneInput_IsKeptOnce()
    {
        using var archive = Open();
        var news = Invented.Write(_folder.File("news.jsonl"), Enumerable.Repeat(3, 10));
        var done = Pipeline.Run(archive, Invented.Coding(), Invented.Options(news, threads: 4));
        Assert.Equal((1, 9), (done.Added, done.Unchanged));
        Assert.Equal(1, archive.Totals().Versions);
    }

    [Fact]
    public void Refused_IsKeptWithPlaceReasonAndRemedy()
    {
        using var archive = Open();
        var news = _folder.File("news.jsonl");
        File.WriteAllLines(news, [Invented.Line(0), "{ no JSON", Invented.Line(1), """{"id": "x"}"""]);
        var acknowledged = new List<Acknowledged>();
        var options = Invented.Options(news, acknowledged) with { Inputs = [news, _folder.File("missing.jsonl"), _folder.Path] };
        var done = Pipeline.Run(archive, Invented.Coding(), options);
        Assert.Equal((2, 4), (done.Added, done.Refused));
        var refused = archive.Refused(archive.Runs()[0].Id);
        Assert.Equal([$"{news}:2", $"{news}:4", _folder.File("missing.jsonl"), _folder.Path], refused.Select(r => r.Place));
        Assert.All(refused, r => Assert.True(r.Reason.Length > 0 && r.Remedy.Length > 0));
        Assert.Equal(refused, acknowledged.Where(a => a.Refused is not null).Select(a => a.Refused));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelled_KeepsWhatIsInHand_AndTheNextRunGoesOn(int threads)
    {
        using var archive = Open();
        var news = News(300);
        using var cancel = new CancellationTokenSource();
        var calls = 0;
        var acknowledged = new List<Acknowledged>();
        var coding = Invented.Coding(_ =>
        {
            if (Interlocked.Increment(ref calls) == 60)
                cancel.Cancel();
        });
        var done = Pipeline.Run(archive, coding, Invented.Options(news, acknowledged, threads: threads), cancel.Token);
        Assert.InRange(done.Added, 30, 299);
        Assert.Equal(done.Added, acknowledged.Count);
        Assert.Equal((RunState.Interrupted, done.Added), (archive.Runs()[0].State, archive.Runs()[0].Added));
        Invented.AssertHolds(archive, acknowledged.Select(a => a.Id!));

        var before = calls;
        var rest = Pipeline.Run(archive, coding, Invented.Options(news, threads: threads));
        Assert.Equal((300 - done.Added, done.Added), (rest.Added, rest.Unchanged));
        Assert.Equal(rest.Added, calls - before);
        Assert.Empty(archive.Verify());
    }

    [Fact]
    public void CancelledBeforeItBegins_EndsAtOnce()
    {
        using var archive = Open();
        var done = Pipeline.Run(archive, Invented.Coding(), Invented.Options(News(50)), new(canceled: true));
        Assert.InRange(done.Added, 0, 49);
        Assert.Equal(RunState.Interrupted, archive.Runs()[0].State);
        Assert.Empty(archive.Verify());
    }

    /// <summary>A source without an end is read only as far ahead as there is room, so that memory does not grow with it.</summary>
    [Fact]
    public void EndlessInput_IsReadOnlySoFarAhead_AndCancelEndsIt()
    {
        using var archive = Open();
        using var cancel = new CancellationTokenSource();
        using var feed = new Feed(int.MaxValue);
        var (stored, ahead) = (0, 0);
        var options = Invented.Options("-", threads: 2) with
        {
            Reading = new() { StandardInput = feed },
            Acknowledge = items =>
            {
                stored += items.Count;
                ahead = Math.Max(ahead, feed.Given - stored);
                if (stored >= 200)
                    cancel.Cancel();
            },
        };
        var done = Pipeline.Run(archive, Invented.Coding(_ => Thread.Sleep(1)), options, cancel.Token);
        Assert.InRange(done.Added, 200, 400);
        Assert.InRange(ahead, 1, 400); // in the channels, and lines in the reader's buffer
        Invented.AssertHolds(archive, ["inv-0", "inv-199"]);
    }

    [Fact]
    public async Task InputThatBlocks_DoesNotHoldUpTheEnd()
    {
        using var archive = Open();
        using var cancel = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        using var feed = new Feed(400) { AtEnd = never };
        var options = Invented.Options("-", batch: 1) with
        {
            Reading = new() { StandardInput = feed },
            Acknowledge = _ =>
            {
                if (archive.Totals().Articles >= 150) // a reader fills its buffer first
                    cancel.Cancel();
            },
        };
        var run = Task.Run(() => Pipeline.Run(archive, Invented.Coding(), options, cancel.Token));
        await run.WaitAsync(TimeSpan.FromSeconds(60)); // it must not wait for a byte that never comes
        Assert.InRange(archive.Totals().Articles, 150, 400);
        Assert.Equal(RunState.Interrupted, archive.Runs()[0].State);
        never.Set();
    }

    [Fact]
    public void InputThatFails_EndsThatInputOnly()
    {
        using var archive = Open();
        using var feed = new Feed(400) { Failure = new IOException("the cable is cut") };
        var news = Invented.Write(_folder.File("news.jsonl"), [50, 51]);
        var options = Invented.Options(news) with
        {
            Inputs = ["-", news],
            Reading = new() { StandardInput = feed },
        };
        var done = Pipeline.Run(archive, Invented.Coding(), options);
        Assert.InRange(done.Added, 202, 402); // but for what stood in the buffer
        Assert.Equal(1, done.Refused);
        Assert.Contains("the cable is cut", archive.Refused(1)[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorInAcknowledge_EndsTheRunAsFailed_AndNothingIsLost()
    {
        using var archive = Open();
        var options = Invented.Options(News(50)) with { Acknowledge = _ => throw new IOException("nobody reads") };
        Assert.Throws<IOException>(() => Pipeline.Run(archive, Invented.Coding(), options));
        Assert.Equal(RunState.Failed, archive.Runs()[0].State);
        Assert.Empty(archive.Verify());
        Assert.Equal(50, Pipeline.Run(archive, Invented.Coding(), Invented.Options(News(50))).Articles);
    }

    /// <summary>A stream of lines of invented articles.</summary>
    sealed class Feed(int lines) : Stream
    {
        byte[] _line = [];
        int _at;

        /// <summary>How many lines were read, or begun.</summary>
        internal int Given { get; private set; }

        /// <summary>What its end waits for.</summary>
        internal ManualResetEventSlim? AtEnd { get; init; }

        /// <summary>What comes instead of the end.</summary>
        internal Exception? Failure { get; init; }

        public override int Read(Span<byte> buffer)
        {
            if (_at == _line.Length)
            {
                if (Given == lines)
                {
                    AtEnd?.Wait();
                    return Failure is null ? 0 : throw Failure;
                }
                (_line, _at) = (Encoding.UTF8.GetBytes(Invented.Line(Given++) + "\n"), 0);
            }
            var n = Math.Min(buffer.Length, _line.Length - _at);
            _line.AsSpan(_at, n).CopyTo(buffer);
            _at += n;
            return n;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
