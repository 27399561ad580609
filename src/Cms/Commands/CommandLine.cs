using System.CommandLine;
using Cms.Data;
using Cms.EmbeddedPostgres;

namespace Cms.Commands;

/// <summary>The verbs of the program. Without one it serves.</summary>
internal static class CommandLine
{
    /// <summary>What cannot be carried out as asked for: a bad setting, a bad argument.</summary>
    public const int Misused = 2;

    private const int Failed = 1;
    private const int Interrupted = 130;

    /// <summary>What a command that ends by itself writes is its result, without the log of getting there.</summary>
    private const string Quiet = "--Logging:LogLevel:Default=Warning";

    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder of the private PostgreSQL (default: .data).", HelpName = "folder", Recursive = true,
    };

    private static readonly Option<string> Seeds = new("--seeds")
    {
        Description = "The folder of seed documents (default: seeds); empty switches seeding off.", HelpName = "folder", Recursive = true,
    };

    private static readonly Option<string> Urls = new("--urls")
    {
        Description = $"The addresses to listen on, separated by semicolons (default: {ListenAddresses.Default}).", HelpName = "addresses",
    };

    /// <summary>What .NET's own configuration takes on the command line, as `--Section:Name=value`, besides the options above.</summary>
    private static readonly string[] ConfigurationSections =
        ["Cms", "ConnectionStrings", "Logging", "Kestrel", "hostBuilder", "environment", "contentRoot", "applicationName"];

    public static async Task<int> Run(string[] args)
    {
        var configuration = args.Where(IsConfiguration).ToArray();
        var serve = new Command("serve", "Serve the API until Ctrl-C or SIGTERM (the default).") { Urls };
        var root = new RootCommand(
            """
            Cms, the headless CMS for newsrooms.

              Every setting of the README's table can also be given as --Cms:Name=value or, in the environment, as Cms__Name.
            """) { Data, Seeds, Urls };
        foreach (var command in new[] { root, serve })
        {
            command.SetAction((parsed, token) => Invoke(parsed, configuration, ServeCommand.Run, token));
        }

        root.Add(serve);
        root.Add(Verb("migrate", "Bring the database up to this program, and stop.", configuration, MigrateCommand.Run));
        root.Add(Ingest(configuration));
        root.Add(KeyCommand.Of((parsed, run, token) => Invoke(parsed, configuration, run, token)));
        root.Add(SearchCommand.Of((parsed, run, token) => Invoke(parsed, [Quiet, .. configuration], run, token)));
        root.Add(OpenApi(configuration));

        // `--seeds=` says as much as `--seeds ""`, which the library does not know.
        var options = args.Where(argument => !IsConfiguration(argument))
            .SelectMany(argument => argument == $"{Seeds.Name}=" ? [Seeds.Name, ""] : new[] { argument });
        var parsed = root.Parse([.. options]);
        if (parsed.Errors.Count > 0)
        {
            var complaints = parsed.Errors.Select(error => error.Message).Append("See what there is with --help.");
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, complaints));
            return Misused;
        }

        // Signals are ours: the library would end the program two seconds after one, drained or not.
        using var interruption = new Interruption();
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null }, interruption.Token);
    }

    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal)
        && ConfigurationSections.Contains(argument[2..].Split(':', '=')[0], StringComparer.OrdinalIgnoreCase)
        && argument.Contains('=', StringComparison.Ordinal);

    private static Command Verb(string name, string description, string[] configuration, Func<string[], CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, token) => Invoke(parsed, [Quiet, .. configuration], run, token));
        return command;
    }

    private static Command OpenApi(string[] configuration)
    {
        var output = new Option<string>("--output") { Description = "The folder to write to.", DefaultValueFactory = _ => "openapi" };
        var command = new Command("openapi", "Write the OpenAPI documents, and stop.") { output };
        command.SetAction((parsed, token) =>
            Invoke(
                parsed,
                [Quiet, .. configuration],
                (all, cancellationToken) => OpenApiCommand.Run(parsed.GetValue(output)!, all, cancellationToken),
                token));
        return command;
    }

    private static Command Ingest(string[] configuration)
    {
        var path = new Argument<string>("path") { Description = "The file, or the folder of files." };
        var command = new Command("ingest", "Ingest source documents, and stop.") { path };
        command.SetAction((parsed, token) =>
            Invoke(parsed, [Quiet, .. configuration], (settings, stop) => IngestCommand.Run(parsed.GetRequiredValue(path), settings, stop), token));
        return command;
    }

    private static async Task<int> Invoke(
        ParseResult parsed, string[] configuration, Func<string[], CancellationToken, Task<int>> run, CancellationToken token)
    {
        IEnumerable<(string Key, string? Value)> options =
            [("Cms:Data", parsed.GetValue(Data)), ("Cms:Seeds", parsed.GetValue(Seeds)), ("urls", parsed.GetValue(Urls))];
        var asConfiguration = options.Where(option => option.Value is not null).Select(option => $"--{option.Key}={option.Value}");
        try
        {
            return await run([.. asConfiguration, .. configuration], token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is SettingsException or InvalidDataException)
        {
            return await Complain(exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message, Misused);
        }
        catch (Exception exception) when (exception
            is EmbeddedPostgresException or DatabaseUnavailableException or CommitUnknownException or ListenException or Npgsql.NpgsqlException)
        {
            return await Complain(exception.Message, Failed);
        }
    }

    private static async Task<int> Complain(string message, int code)
    {
        await Console.Error.WriteLineAsync(message);
        return code;
    }
}
