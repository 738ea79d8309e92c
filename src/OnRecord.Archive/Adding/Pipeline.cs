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
        ArgumentNullException.ThrowIfNull(coder);
        return Run(archive, new Coding(coder.Identity, coder.Code, coder.Uncoded), options, cancelled);
    }

    /// <summary>What the pipeline needs of a coder; tests give one that fails.</summary>
    internal sealed record Coding(
        CoderPart Identity,
        Func<Article, ArticleRecord> Code,
        Func<Article, string, string, ArticleRecord> Uncoded
    );

    internal static AddProgress Run(IArchive archive, Coding coder, AddOptions options, CancellationToken cancelled = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(options);
        using var run = archive.Begin(new(coder.Identity, options.Inputs, options.Clock.GetUtcNow()));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        var room = new SemaphoreSlim(options.Threads * InFlightPerThread);
        var work = Channel.CreateBounded<Item>(new BoundedChannelOptions(options.Threads * 2) { SingleWriter = true });
        var done = Channel.CreateBounded<Item>(new BoundedChannelOptions(options.Threads * InFlightPerThread) { SingleReader = true });
        var inputs = new Inputs(options);

        // A reader that waits for the next byte of a pipe can't be woken; nobody waits for it either once the run is to end. It then puts
        // what it reads, if ever, into a channel that takes no more.
        using var end = stop.Token.Register(() => work.Writer.TryComplete());
        var token = stop.Token;
        Start(() => Read(inputs, work.Writer, room, token));
        var coders = new Thread[options.Threads];
        var left = options.Threads;
        for (var i = 0; i < coders.Length; i++)
            coders[i] = Start(() =>
            {
                foreach (var item in Take(work.Reader))
                    Put(done.Writer, Work(item, coder, run));
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
        catch
        {
            TellFailed(run);
            throw;
        }
        finally
        {
            stop.Cancel();
            foreach (var _ in Take(done.Reader)) { } // nobody may wait for room in a channel that nobody empties
            foreach (var thread in coders)
                thread.Join();
        }
    }

    /// <summary>Notes that the run failed, where that can still be written.</summary>
    static void TellFailed(IArchiveRun run)
    {
        try
        {
            run.End(RunState.Failed);
        }
        catch (ArchiveException)
        {
            // the error that ended it says why; the run stays open in the list of runs, as after a crash
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
        var number = 0L;
        try
        {
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
        catch (Exception e)
        {
            // on a thread of its own it would end the process, and what is in hand with it
            Put(work, new Item(number, Inputs.Refuse("input", $"could not be read further ({Words(e)})"), null));
        }
        finally
        {
            work.TryComplete();
        }
    }

    /// <summary>Codes one article, or says why not. A fault of ours must not cost the user the other articles, nor this one: it is kept
    /// uncoded.</summary>
    static Item Work(Item item, Coding coder, IArchiveRun run)
    {
        if (item.Reading.Article is not { } article)
            return item;
        try
        {
            return item with { Result = Work(article, coder, run) };
        }
        catch (Exception e)
        {
            // not even uncoded could it be made ready
            var place = item.Reading.Place;
            return item with { Reading = Inputs.Refuse(place, $"could not be kept ({Words(e)})") };
        }
    }

    static Result Work(Article article, Coding coder, IArchiveRun run)
    {
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
        catch (Exception e) // memory that ran out on one article included: the next may be smaller
        {
            return new(
                id,
                PreparedArticle.Of(article, coder.Uncoded(article, "coder", $"the coder failed ({Words(e)}); {Inputs.Report}"), hash)
            );
        }
    }

    static string Words(Exception e) => $"{e.GetType().Name}: {e.Message}";

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
                        CommitIfDue();
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
