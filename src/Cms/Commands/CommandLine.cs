using System.CommandLine;

namespace Cms.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder of the private PostgreSQL.", Recursive = true };
    private static readonly Option<string> Seeds = new("--seeds") { Description = "The folder of seed documents; empty switches seeding off.", Recursive = true };
    private static readonly Option<string> Urls = new("--urls") { Description = "The addresses to listen on, separated by semicolons.", Recursive = true };

    /// <summary>What .NET's own configuration takes on the command line, besides the options above.</summary>
    private static readonly string[] ConfigurationPrefixes =
        ["--Cms:", "--ConnectionStrings:", "--Logging:", "--Kestrel:", "--environment", "--contentRoot", "--applicationName", "--hostBuilder:", "--OTEL_"];

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Cms, the headless CMS for newsrooms.") { Data, Seeds, Urls };
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, token) => Invoke(parsed, ServeCommand.Run, token));
        root.Add(Verb("serve", "Serve the API (the default).", ServeCommand.Run));
        root.Add(Verb("migrate", "Bring the database up to this program, and stop.", MigrateCommand.Run));
        return root.Parse(args).InvokeAsync();
    }

    private static Command Verb(string name, string description, Func<string[], CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction((parsed, token) => Invoke(parsed, run, token));
        return command;
    }

    private static async Task<int> Invoke(ParseResult parsed, Func<string[], CancellationToken, Task<int>> run, CancellationToken token)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(argument => !ConfigurationPrefixes.Any(prefix => argument.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"'{unknown}' is not a command or an option. See --help.");
            return 2;
        }

        try
        {
            return await run(Configuration(parsed), token);
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
    }

    /// <summary>Options as configuration keys, before what was given in configuration's own form.</summary>
    private static string[] Configuration(ParseResult parsed)
    {
        IEnumerable<(string Key, string? Value)> options =
            [("Cms:Data", parsed.GetValue(Data)), ("Cms:Seeds", parsed.GetValue(Seeds)), ("urls", parsed.GetValue(Urls))];
        return [.. options.Where(option => option.Value is not null).Select(option => $"--{option.Key}={option.Value}"), .. parsed.UnmatchedTokens];
    }
}
