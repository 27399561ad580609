using Cms.Data;
using Npgsql;

namespace Cms.Benchmarks;

/// <summary>A database for one benchmark.</summary>
/// <param name="Owner">The connection string of the schema's owner.</param>
/// <param name="Drop">Drops it when disposed of, so that nothing tidies it up while others are measured; null for one that is kept.</param>
internal sealed record ScratchDatabase(string Owner, Func<Task>? Drop) : IAsyncDisposable
{
    /// <summary>The connection string of the reader's login.</summary>
    public string Reader { get; } = new NpgsqlConnectionStringBuilder(Owner) { Username = Database.ReaderRole }.ConnectionString;

    /// <summary>Both, as settings of the program.</summary>
    public string[] Settings => [$"--ConnectionStrings:Cms={Owner}", $"--ConnectionStrings:CmsReader={Reader}"];

    public async ValueTask DisposeAsync() => await (Drop?.Invoke() ?? Task.CompletedTask);
}
