using System.CommandLine;
using System.Globalization;
using Cms.Access;
using Cms.Data;
using Cms.Http.Queries;

namespace Cms.Commands;

/// <summary>`cms key create|list|revoke`: keys from the command line, for the first one and for when all are lost.</summary>
internal static class KeyCommand
{
    private static readonly Option<string> Name = new("--name")
    {
        Description = "What it is for.",
        DefaultValueFactory = _ => "Made by cms key create",
    };

    private static readonly Option<string[]> Scope = new("--scope")
    {
        Description = "What it may do; may be repeated.",
        DefaultValueFactory = _ => [Scopes.Admin],
    };

    private static readonly Option<string> Expires = new("--expires")
    {
        Description = "When it ends: a date or an RFC 3339 instant. Default: never.",
    };

    private static readonly Argument<string> Key = new("key") { Description = "The key's id or prefix." };

    /// <summary>The verb and its own verbs.</summary>
    /// <param name="run">Runs work with the settings of the command line.</param>
    public static Command Of(Func<ParseResult, Func<string[], CancellationToken, Task<int>>, CancellationToken, Task<int>> run)
    {
        var create = new Command("create", "Make a key and show it once.") { Name, Scope, Expires };
        create.SetAction((parsed, token) => run(
            parsed,
            (configuration, cancellationToken) => Create(
                parsed.GetValue(Name)!, parsed.GetValue(Scope)!, parsed.GetValue(Expires), configuration, cancellationToken),
            token));
        var list = new Command("list", "List all keys; secrets are never shown again.");
        list.SetAction((parsed, token) => run(parsed, List, token));
        var revoke = new Command("revoke", "Revoke a key at once.") { Key };
        revoke.SetAction((parsed, token) => run(
            parsed, (configuration, cancellationToken) => Revoke(parsed.GetValue(Key)!, configuration, cancellationToken), token));
        return new Command("key", "Keys that open the API.") { create, list, revoke };
    }

    private static async Task<int> Create(string name, string[] scopes, string? expires, string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = await Open(configuration, cancellationToken);
        DateOrInstant time = default;
        if (expires is not null && !DateOrInstant.TryParse(expires, out time))
        {
            return await Refuse($"--expires takes a date (2030-01-31) or an RFC 3339 instant, not '{expires}'.");
        }

        var input = new ApiKeyInput { Name = name, Scopes = scopes, ExpiresAt = expires is null ? null : time.In(TimeZoneInfo.Utc) };
        var result = new ApiKeyInputValidator(TimeProvider.System).Validate(input);
        if (!result.IsValid)
        {
            return await Refuse(string.Join(Environment.NewLine, result.Errors.Select(error => error.ErrorMessage)));
        }

        var secret = KeySecret.Generate();
        await using var scope = app.Services.CreateAsyncScope();
        var write = scope.ServiceProvider.GetRequiredService<WriteTransaction>();
        await write.Begin(WriteStamp.Command, cancellationToken);
        await ApiKeyWriter.Create(write, secret, input, cancellationToken);
        await write.Commit(cancellationToken);
        Console.Out.WriteLine($"{(scopes.Contains(Scopes.Admin) ? "Admin key" : "Key")} (shown once, keep it): {secret.Secret}");
        return 0;
    }

    private static async Task<int> List(string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = await Open(configuration, cancellationToken);
        foreach (var key in await app.Services.GetRequiredService<ApiKeyStore>().List(after: null, int.MaxValue - 1, cancellationToken))
        {
            var state = key.RevokedAt is not null ? "revoked"
                : key.ExpiresAt <= DateTime.UtcNow ? "expired"
                : key.ExpiresAt?.ToString("'until' yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "living";
            Console.Out.WriteLine($"{key.Id}  {key.Prefix,-10}  {state,-16}  {key.Name} ({string.Join(", ", key.Scopes)})");
        }

        return 0;
    }

    private static async Task<int> Revoke(string idOrPrefix, string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = await Open(configuration, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        var write = scope.ServiceProvider.GetRequiredService<WriteTransaction>();
        await write.Begin(WriteStamp.Command, cancellationToken);
        var found = await ApiKeyWriter.Search(write.Connection, idOrPrefix, cancellationToken);
        if (found is not [var key])
        {
            return await Refuse(found.Count == 0
                ? $"No key has the id or prefix '{idOrPrefix}'."
                : $"{found.Count} keys have the prefix '{idOrPrefix}': name one by its id.");
        }

        if (key.IsBootstrap)
        {
            return await Refuse("The setting Cms:BootstrapKey gives this key: change the setting.");
        }

        if (key.RevokedAt is null)
        {
            await ApiKeyWriter.Revoke(write, key.Id, cancellationToken);
            await write.Commit(cancellationToken);
        }

        Console.Out.WriteLine($"Revoked: {key.Id} {key.Name}");
        return 0;
    }

    private static async Task<WebApplication> Open(string[] configuration, CancellationToken cancellationToken)
    {
        var app = Program.Build(configuration);
        await app.Services.GetRequiredService<Opening>().Open(join: true, cancellationToken);
        return app;
    }

    private static async Task<int> Refuse(string reason)
    {
        await Console.Error.WriteLineAsync(reason);
        return 2;
    }
}
