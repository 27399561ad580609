namespace Cms.Data;

/// <summary>When something that was put off is stored, by the server's clock: known once its statements have run.</summary>
internal sealed class StoredAt
{
    private DateTime? time;

    /// <summary>The time, in UTC.</summary>
    public DateTime Time
    {
        get => time ?? throw new InvalidOperationException("It is not stored yet: flush the write first.");
        set => time = value;
    }
}
