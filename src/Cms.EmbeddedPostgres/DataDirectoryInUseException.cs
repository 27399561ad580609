namespace Cms.EmbeddedPostgres;

/// <summary>Another process supervises the PostgreSQL of this data folder.</summary>
public sealed class DataDirectoryInUseException : EmbeddedPostgresException
{
    /// <summary>A failure without words of its own.</summary>
    public DataDirectoryInUseException()
    {
    }

    /// <summary>A failure that names the folder.</summary>
    public DataDirectoryInUseException(string dataDirectory)
        : base($"The data folder {dataDirectory} is in use by another process; stop that process or choose another folder.")
    {
    }

    /// <summary>A failure that names the folder, with what lies beneath it.</summary>
    public DataDirectoryInUseException(string dataDirectory, Exception? innerException)
        : base($"The data folder {dataDirectory} is in use by another process; stop that process or choose another folder.", innerException)
    {
    }
}
