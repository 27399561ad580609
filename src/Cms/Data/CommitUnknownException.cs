namespace Cms.Data;

/// <summary>The connection broke during a commit: the write may be stored or not, and only the caller can find out safely.</summary>
internal sealed class CommitUnknownException(Exception inner) : Exception("The connection broke during a commit.", inner);
