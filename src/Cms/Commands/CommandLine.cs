using System.CommandLine;
using Cms.EmbeddedPostgres;

namespace Cms.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder of the private PostgreSQL.", Recursive = true };
    private static readonly Option<string> Seeds = new("--seeds") { Description = "The folder of seed documents; empty switches seeding off.", Recursive = true };
    private static readonly Option<string> Urls = new("--urls") { Description = "The addresses to listen on, separated by semicolons.", Recursive = true };

    /// <summary>What .NET's own configuration takes on the command line, as `--Section:Name=value`, besides the options above.</summary>
    private static readonly string[] ConfigurationSections =
        ["Cms", "ConnectionStrings", "Logging", "Kestrel", "hostBuilder", "environment", "contentRoot", "applicationName"];

    public static Task<int> Run(string[] args)
    {
        var configuration = args.Where(IsConfiguration).ToArray();
        var root = new RootCommand("Cms, the headless CMS for newsrooms.") { Data, Seeds, Urls };
        root.SetAction((parsed, token) => Invoke(parsed, configuration, ServeCommand.Run, token));
        root.Add(Verb("serve", "Serve the API (the default).", configuration, ServeCommand.Run));
        root.Add(Verb("migrate", "Bring the database up to this program, and stop.", configuration, MigrateCommand.Run));
        root.Add(Ingest(configuration));
        root.Add(new Command("key", "Keys that open the API.") { Verb("create", "Make an admin key and show it once.", configuration, KeyCommand.Create) });
        root.Add(OpenApi(configuration));
        return root.Parse([.. args.Where(argument => !IsConfiguration(argument))]).InvokeAsync();
    }

    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && ConfigurationSections.Contains(argument[2..].Split(':', '=')[0], StringComparer.OrdinalIgnoreCase)
        && argument.Contains('=', StringComparison.Ordinal);

    private static Command Verb(string name, string description, string[] configuration, Func<string[], CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => Invoke(parsed, configuration, run, token));
        return command;
    }

    private static Command OpenApi(string[] configuration)
    {
        var output = new Option<string>("--output") { Description = "The folder to write to.", DefaultValueFactory = _ => "openapi" };
        var command = new Command("openapi", "Write the OpenAPI documents, and stop.") { output };
        command.SetAction((parsed, token) =>
            Invoke(parsed, configuration, (all, cancellationToken) => OpenApiCommand.Run(parsed.GetValue(output)!, all, cancellationToken), token));
        return command;
    }

    private static Command Ingest(string[] configuration)
    {
        var path = new Argument<string>("path") { Description = "The file, or the folder of files." };
        var command = new Command("ingest", "Ingest source documents, and stop.") { path };
        command.SetAction((parsed, token) =>
            Invoke(parsed, configuration, (settings, stop) => IngestCommand.Run(parsed.GetRequiredValue(path), settings, stop), token));
        return command;
    }

    private static async Task<int> Invoke(ParseResult parsed, string[] configuration, Func<string[], CancellationToken, Task<int>> run, CancellationToken token)
    {
        IEnumerable<(string Key, string? Value)> options =
            [("Cms:Data", parsed.GetValue(Data)), ("Cms:Seeds", parsed.GetValue(Seeds)), ("urls", parsed.GetValue(Urls))];
        var asConfiguration = options.Where(option => option.Value is not null).Select(option => $"--{option.Key}={option.Value}");
        try
        {
            return await run([.. asConfiguration, .. configuration], token);
        }
        catch (Exception exception) when (exception is SettingsException or EmbeddedPostgresException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return exception is SettingsException ? 2 : 1;
        }
    }
}
