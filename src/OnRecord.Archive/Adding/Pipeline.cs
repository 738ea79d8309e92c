using System.Diagnostics;
using System.Threading.Channels;
using OnRecord.Ingest;
using OnRecord.Record;
using OnRecord.Text;

namespace OnRecord.Archive.Adding;

/// <summary>Inputs into an archive: one thread reads, several code, the calling one stores; bounded channels join them, so that memory
/// does not grow with the input. What is stored, and in which order, does not depend on the number of threads.</summary>
public static class Pipeline
{
    const int InFlightPerThread = 8;
    const int StackSize = 16 * 1024 * 1024; // sentences may be long
    static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(200);

    /// <summary>Adds all inputs. When <paramref name="cancelled"/> is set, what is in hand is stored and the run ends as interrupted.
    /// </summary>
    /// <returns>What was done in all.</returns>
    /// <exception cref="ArchiveException">The archive can't be written; what was acknowledged is safe.</exception>
    public static AddProgress Run(IArchive archive, Coder coder, AddOptions options, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(coder);
        ArgumentNullException.ThrowIfNull(options);
        using var run = archive.Begin(new(coder.Identity, options.Inputs, options.Clock.GetUtcNow()));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var room = new SemaphoreSlim(options.Threads * InFlightPerThread);
        var work = Channel.CreateBounded<Item>(new BoundedChannelOptions(options.Threads * 2) { SingleWriter = true });
        var done = Channel.CreateBounded<Item>(new BoundedChannelOptions(options.Threads * InFlightPerThread) { SingleReader = true });
        var inputs = new Inputs(options);

        var reader = Start(() => Read(inputs, work.Writer, room, stop.Token));
        var coders = new Thread[options.Threads];
        var left = options.Threads;
        for (var i = 0; i < coders.Length; i++)
            coders[i] = Start(() =>
            {
                foreach (var item in Take(work.Reader))
                    Put(done.Writer, item with { Result = Work(item.Reading, coder, run) });
                if (Interlocked.Decrement(ref left) == 0)
                    done.Writer.Complete();
            });
        try
        {
            var storer = new Storer(run, options, inputs, room);
            storer.Store(done.Reader);
            run.End(cancelled.IsCancellationRequested ? RunState.Interrupted : RunState.Done);
            storer.Acknowledge();
            return storer.Report(final: true);
        }
        finally
        {
            stop.Cancel();
            while (left > 0) // nobody may wait for room in a channel that nobody empties
                done.Reader.TryRead(out _);
            reader.Join();
            foreach (var thread in coders)
                thread.Join();
        }
    }

    static Thread Start(ThreadStart work)
    {
        var thread = new Thread(work, StackSize) { IsBackground = true };
        thread.Start();
        return thread;
    }

    static void Read(Inputs inputs, ChannelWriter<Item> work, SemaphoreSlim room, CancellationToken stop)
    {
        try
        {
            var number = 0L;
            foreach (var reading in inputs.Readings())
            {
                room.Wait(stop);
                Put(work, new Item(number++, reading, null));
            }
        }
        catch (OperationCanceledException)
        {
            // a person ended the run
        }
        finally
        {
            work.Complete();
        }
    }

    /// <summary>Codes one article, or says why not. A fault of ours must not cost the user the other articles, nor this one: it is kept
    /// uncoded.</summary>
    static Result? Work(Reading reading, Coder coder, IArchiveRun run)
    {
        if (reading.Article is not { } article)
            return null;
        var hash = PreparedArticle.HashOf(article);
        var id = Coder.IdOf(article);
        try
        {
            if (run.Holds(id, hash))
                return new(id, null);
        }
        catch (ArchiveException)
        {
            // the storing thread asks again, and says what is wrong
        }
        try
        {
            return new(id, PreparedArticle.Of(article, coder.Code(article), hash));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var reason =
                $"the coder failed ({e.GetType().Name}: {e.Message}); this is a fault of onrecord: please report it with the article";
            return new(id, PreparedArticle.Of(article, coder.Uncoded(article, "coder", reason), hash));
        }
    }

    static IEnumerable<Item> Take(ChannelReader<Item> reader)
    {
        while (reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        while (reader.TryRead(out var item))
            yield return item;
    }

    static void Put(ChannelWriter<Item> writer, Item item)
    {
        while (!writer.TryWrite(item))
            if (!writer.WaitToWriteAsync().AsTask().GetAwaiter().GetResult())
                return;
    }

    /// <summary>One reading on its way.</summary>
    readonly record struct Item(long Number, Reading Reading, Result? Result);

    /// <summary>What the coding thread made of it; without an article when the archive holds it already.</summary>
    sealed record Result(string Id, PreparedArticle? Article);

    /// <summary>The last stage: brings items back into the order of the input, keeps them, and writes batches to disk.</summary>
    sealed class Storer(IArchiveRun run, AddOptions options, Inputs inputs, SemaphoreSlim room)
    {
        readonly Dictionary<long, Item> _waiting = [];
        readonly List<Acknowledged> _uncommitted = [];
        readonly Stopwatch _clock = Stopwatch.StartNew();
        readonly Stopwatch _storing = new();
        readonly Stopwatch _sinceCommit = Stopwatch.StartNew();
        readonly Stopwatch _sinceReport = Stopwatch.StartNew();
        AddProgress _progress = new();
        long _next;

        internal void Store(ChannelReader<Item> done)
        {
            while (true)
            {
                if (done.TryRead(out var item))
                {
                    _waiting[item.Number] = item;
                    while (_waiting.Remove(_next, out var ready))
                    {
                        Store(ready);
                        _next++;
                        room.Release();
                    }
                }
                else
                {
                    var more = done.WaitToReadAsync().AsTask();
                    if (!more.Wait(options.BatchTime))
                        CommitIfDue();
                    if (!more.GetAwaiter().GetResult())
                        return;
                }
                CommitIfDue();
                if (_sinceReport.Elapsed > BetweenReports)
                    Report(final: false);
            }
        }

        void CommitIfDue()
        {
            if (_uncommitted.Count == 0 || (_uncommitted.Count < options.Batch && _sinceCommit.Elapsed < options.BatchTime))
                return;
            _storing.Start();
            run.Commit();
            _storing.Stop();
            Acknowledge();
        }

        internal void Acknowledge()
        {
            _sinceCommit.Restart();
            if (_uncommitted.Count > 0)
                options.Acknowledge?.Invoke([.. _uncommitted]);
            _uncommitted.Clear();
        }

        void Store(Item item)
        {
            if (_uncommitted.Count == 0)
                _sinceCommit.Restart();
            if (item.Reading.Note is { } note)
                options.Note?.Invoke(item.Reading.Place, note);
            _storing.Start();
            _uncommitted.Add(Keep(item));
            _storing.Stop();
        }

        Acknowledged Keep(Item item)
        {
            var place = item.Reading.Place;
            if (item.Reading.Refusal is { } refusal)
            {
                var refused = new RefusedInput(refusal.Place, refusal.Reason, refusal.Remedy);
                run.Refuse(refused);
                _progress = _progress with { Refused = _progress.Refused + 1 };
                return new(place, null, null, refused);
            }
            var result = item.Result!;
            if (result.Article is not { } article)
            {
                run.Unchanged();
                _progress = _progress with { Unchanged = _progress.Unchanged + 1 };
                return new(place, result.Id, KeepOutcome.Unchanged);
            }
            var outcome = run.Keep(article);
            _progress = outcome switch
            {
                KeepOutcome.Added => _progress with { Added = _progress.Added + 1 },
                KeepOutcome.Changed => _progress with { Changed = _progress.Changed + 1 },
                KeepOutcome.Recoded => _progress with { Recoded = _progress.Recoded + 1 },
                _ => _progress with { Unchanged = _progress.Unchanged + 1 },
            };
            if (outcome == KeepOutcome.Unchanged)
                return new(place, result.Id, outcome);
            _progress = _progress with { Words = _progress.Words + article.Words, Uncoded = _progress.Uncoded + (article.Uncoded ? 1 : 0) };
            var uncoded = article.Record.NotCoded?.FirstOrDefault(n => n.Span is null)?.Reason;
            return new(place, result.Id, outcome, Uncoded: uncoded);
        }

        internal AddProgress Report(bool final)
        {
            _sinceReport.Restart();
            var report = _progress with { Elapsed = _clock.Elapsed, Storing = _storing.Elapsed, Fraction = final ? 1 : inputs.Fraction };
            options.Progress?.Invoke(report);
            return report;
        }
    }
}
