using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace Cms.Data.Watching;

/// <summary>
/// Follows what changes in public, by polling; a local commit, or the notice of a removal, only makes the next poll come at once. Whoever
/// commits waits here until this process, and after a removal every other, can no longer serve what was there before.
/// </summary>
internal sealed class ChangeWatch(NpgsqlDataSource pool, ChangeLog log)
{
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenChores = TimeSpan.FromSeconds(5);

    private readonly Guid process = Guid.CreateVersion7();
    // Who asks during a poll is answered by the one after it.
    private TaskCompletionSource<Found?> asked = NewPoll();
    private TaskCompletionSource<Found?> next = NewPoll();
    private TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int peerWaits;
    private long followsSince;

    /// <summary>Whether this process follows: the server does, a command does not.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Follows until it is told to stop, over as many connections as it takes.</summary>
    public async Task Run(CancellationToken cancellationToken)
    {
        IsRunning = true;
        var notices = RemovalNotices.Listen(pool, Wake, cancellationToken);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await pool.OpenConnectionAsync(cancellationToken);
                await Follow(new ChangePoll(connection, process), cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException or OperationCanceledException)
            {
                log.Distrust();
                AnswerAll();
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        IsRunning = false;
        await notices;
        await Leave();
    }

    /// <summary>Returns when all that was committed before the call is known here, or nothing that was kept is used any more.</summary>
    public async Task CatchUp()
    {
        if (IsRunning)
        {
            await NextPoll(Stopwatch.GetTimestamp());
        }
    }

    /// <summary>
    /// For an answer that tells of what was done before: returns when no process can serve what has gone, though whoever took it down may still
    /// be waiting.
    /// </summary>
    public async Task CatchUpWithRemovals(CancellationToken cancellationToken)
    {
        IReadOnlyList<ulong> removals;
        await using (var connection = await pool.OpenConnectionAsync(cancellationToken))
        {
            removals = await ChangePoll.Removals(connection, cancellationToken);
        }

        if (removals.Count > 0)
        {
            await CatchUpEverywhere(removals);
        }
    }

    /// <summary>After the commit of removals: returns when no process can serve what went.</summary>
    public async Task CatchUpEverywhere(IReadOnlyList<ulong> removals)
    {
        var committed = Stopwatch.GetTimestamp();
        Interlocked.Increment(ref peerWaits);
        try
        {
            while (IsRunning && Stopwatch.GetElapsedTime(committed) < ChangeLog.Trust)
            {
                var found = await NextPoll(committed);
                // After a crash of the server the list of processes is empty, while those that it knew serve on for a moment.
                var knowsPeers = found is not null && Stopwatch.GetElapsedTime(Volatile.Read(ref followsSince)) > ChangeLog.Trust;
                if (knowsPeers && found!.Peers.All(peer => removals.All(peer.Contains)))
                {
                    return;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(5));
            }
        }
        finally
        {
            Interlocked.Decrement(ref peerWaits);
        }

        // Whoever has not followed by then has not polled since the commit, and serves nothing that it kept.
        if (ChangeLog.Trust - Stopwatch.GetElapsedTime(committed) is { Ticks: > 0 } left)
        {
            await Task.Delay(left);
        }
    }

    private async Task Follow(ChangePoll poll, CancellationToken cancellationToken)
    {
        var last = await poll.Begin(cancellationToken);
        // In this order: once it is reported, removals wait for this process; before, it must not use what it kept.
        await poll.Report(last.Snapshot, cancellationToken);
        log.Forget();
        Volatile.Write(ref followsSince, Stopwatch.GetTimestamp());
        var (reported, swept) = (last, last);
        while (true)
        {
            asked = Interlocked.Exchange(ref next, NewPoll());
            var started = Stopwatch.GetTimestamp();
            var found = await poll.Since(last.Snapshot, withPeers: Volatile.Read(ref peerWaits) > 0, cancellationToken);
            Take(found, isLate: found.At - last.At > ChangePoll.Kept);
            log.Trusts(started);
            asked.TrySetResult(found);
            last = found;
            if (found.HasRemovals || found.At - reported.At > BetweenChores)
            {
                await poll.Report(found.Snapshot, cancellationToken);
                reported = found;
            }

            if (found.At - swept.At > BetweenChores && await poll.Sweep(swept.Snapshot, cancellationToken))
            {
                swept = found;
            }

            await Task.WhenAny(Volatile.Read(ref wake).Task, Task.Delay(Rhythm, cancellationToken));
            Interlocked.Exchange(ref wake, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    private void Take(Found found, bool isLate)
    {
        if (found.IsEverything || isLate)
        {
            log.Forget();
        }
        else
        {
            log.Add(found.Resources);
        }
    }

    /// <summary>The outcome of a poll that starts after now; null when it failed or none came in time.</summary>
    private async Task<Found?> NextPoll(long committed)
    {
        var poll = Volatile.Read(ref next).Task;
        Wake();
        var left = ChangeLog.Trust - Stopwatch.GetElapsedTime(committed);
        if (!poll.IsCompleted && left > TimeSpan.Zero)
        {
            await Task.WhenAny(poll, Task.Delay(left));
        }

        return poll.IsCompletedSuccessfully ? await poll : null;
    }

    private async Task Leave()
    {
        log.Distrust();
        AnswerAll();
        try
        {
            await using var connection = await pool.OpenConnectionAsync();
            await new ChangePoll(connection, process).Leave(CancellationToken.None);
        }
        catch (Exception exception) when (exception is NpgsqlException or SocketException or TimeoutException)
        {
            // Then the others wait for this process a few seconds longer than they need to.
        }
    }

    /// <summary>Tells whoever waits for a poll that there is none: nothing that was kept is used until one succeeds.</summary>
    private void AnswerAll()
    {
        asked.TrySetResult(null);
        Interlocked.Exchange(ref next, NewPoll()).TrySetResult(null);
    }

    private void Wake() => Volatile.Read(ref wake).TrySetResult();

    private static TaskCompletionSource<Found?> NewPoll() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
