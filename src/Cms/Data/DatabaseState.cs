namespace Cms.Data;

/// <summary>Whether the schema stands; requests ask before they open a connection.</summary>
internal sealed class DatabaseState
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string reason = "it is starting.";

    /// <summary>True once migrations have run.</summary>
    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Why it is not ready, in words for an operator.</summary>
    public string Reason => reason;

    /// <summary>Waits for the schema.</summary>
    public Task WhenReady(CancellationToken cancellationToken) => ready.Task.WaitAsync(cancellationToken);

    public void Waits(string why) => reason = why;

    public void Opens() => ready.TrySetResult();
}
