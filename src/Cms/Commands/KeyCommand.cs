using Cms.Access;

namespace Cms.Commands;

/// <summary>`cms key create`: a new admin key, for when the first one is lost.</summary>
internal static class KeyCommand
{
    public static async Task<int> Create(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: true, cancellationToken);
        var key = ApiKey.Generate();
        await app.Services.GetRequiredService<KeyStore>().Create(key, "Made by cms key create", [Scopes.Admin], cancellationToken);
        Console.Out.WriteLine($"Admin key (shown once, keep it): {key.Secret}");
        return 0;
    }
}
