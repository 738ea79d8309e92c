using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace OnRecord.Cli;

/// <summary>Work on many threads whose results come out in the order of the input, with a bounded number of items in flight: memory
/// does not grow with the input, and one thread or many give the same bytes.</summary>
internal static class Ordered
{
    const int InFlightPerThread = 4;
    const int StackSize = 16 * 1024 * 1024; // as deep as the main thread's and more: sentences may be long

    internal static void Run<TIn, TOut>(
        IEnumerable<TIn> items,
        Func<TIn, TOut> work,
        Action<TOut> deliver,
        int threads,
        CancellationToken cancelled
    )
    {
        if (threads <= 1)
        {
            foreach (var item in items)
            {
                cancelled.ThrowIfCancellationRequested();
                deliver(work(item));
            }
            return;
        }
        using var jobs = new BlockingCollection<Job<TIn, TOut>>();
        var workers = new Thread[threads];
        for (var i = 0; i < threads; i++)
        {
            workers[i] = new Thread(() => Work(jobs, work), StackSize) { IsBackground = true };
            workers[i].Start();
        }
        var pending = new Queue<Job<TIn, TOut>>();
        try
        {
            foreach (var item in items)
            {
                cancelled.ThrowIfCancellationRequested();
                var job = new Job<TIn, TOut>(item);
                pending.Enqueue(job);
                jobs.Add(job, cancelled);
                while (pending.Count > 0 && (pending.Count >= threads * InFlightPerThread || pending.Peek().Done.IsSet))
                    deliver(pending.Dequeue().Result(cancelled));
            }
            while (pending.Count > 0)
                deliver(pending.Dequeue().Result(cancelled));
        }
        finally
        {
            jobs.CompleteAdding();
            while (jobs.TryTake(out _)) { } // what is still queued after an error need not be done
            foreach (var worker in workers)
                worker.Join();
        }
    }

    static void Work<TIn, TOut>(BlockingCollection<Job<TIn, TOut>> jobs, Func<TIn, TOut> work)
    {
        foreach (var job in jobs.GetConsumingEnumerable())
            job.Do(work);
    }

    sealed class Job<TIn, TOut>(TIn item)
    {
        TOut? _result;
        ExceptionDispatchInfo? _error;

        internal ManualResetEventSlim Done { get; } = new();

        internal void Do(Func<TIn, TOut> work)
        {
            try
            {
                _result = work(item);
            }
            catch (Exception e)
            {
                _error = ExceptionDispatchInfo.Capture(e);
            }
            Done.Set();
        }

        internal TOut Result(CancellationToken cancelled)
        {
            Done.Wait(cancelled);
            Done.Dispose();
            _error?.Throw();
            return _result!;
        }
    }
}
