namespace Cms.Commands;

/// <summary>`cms serve`: the API, until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> Run(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration);
        await app.RunAsync(cancellationToken);
        return Environment.ExitCode;
    }
}
