using System.Diagnostics;

namespace Cms.Tests.Articles;

/// <summary>Counts the commands that reach one database, as the driver reports them.</summary>
internal sealed class StatementCount : IDisposable
{
    private readonly ActivityListener listener;
    private int count;

    public StatementCount(string database)
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Opening a connection is reported too, without a statement; other classes' databases are none of our business, nor is what
                // runs in the background, outside of any request.
                var tags = activity.TagObjects.ToList();
                if (activity.ParentId is not null && tags.Any(tag => database.Equals(tag.Value)) && tags.Any(tag => tag.Key is "db.query.text" or "db.statement"))
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Value => Volatile.Read(ref count);

    public void Dispose() => listener.Dispose();
}
