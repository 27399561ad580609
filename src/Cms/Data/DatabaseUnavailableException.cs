namespace Cms.Data;

/// <summary>The database is not there yet, or not any more.</summary>
internal sealed class DatabaseUnavailableException(string reason) : Exception(reason);
