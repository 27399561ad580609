namespace Cms.Commands;

/// <summary>`cms migrate`: brings the database up to this program, and stops.</summary>
internal static class MigrateCommand
{
    public static async Task<int> Run(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: true, cancellationToken);
        Console.Out.WriteLine("The database is up to date.");
        return 0;
    }
}
