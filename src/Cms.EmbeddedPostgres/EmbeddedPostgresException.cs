namespace Cms.EmbeddedPostgres;

/// <summary>PostgreSQL cannot be had, prepared or started; the message says why and what to do, for people.</summary>
public class EmbeddedPostgresException : Exception
{
    /// <summary>A failure without words of its own.</summary>
    public EmbeddedPostgresException()
    {
    }

    /// <summary>A failure told in one sentence.</summary>
    public EmbeddedPostgresException(string message) : base(message)
    {
    }

    /// <summary>A failure told in one sentence, with what lies beneath it.</summary>
    public EmbeddedPostgresException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
