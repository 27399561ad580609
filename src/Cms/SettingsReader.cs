using System.Globalization;
using Cms.Data;
using Cms.Http.Queries;

namespace Cms;

/// <summary>Reads the settings once, strictly: a bad value or an unknown name stops the start with one clear line each.</summary>
internal static class SettingsReader
{
    private const string Newsroom = "ConnectionStrings:Cms";
    private const string Reader = "ConnectionStrings:CmsReader";

    /// <summary>The one setting whose emptiness says something: no seeds.</summary>
    private const string Seeds = "Cms:Seeds";

    private static readonly string[] SecretWords = ["key", "password", "secret", "token"];

    public static Settings Read(IConfiguration configuration)
    {
        var given = Given(configuration).ToList();
        var faults = given.SelectMany(FaultsOf).Concat(ListenAddresses.Faults(configuration)).Concat(ConnectionFaults(configuration)).ToList();
        var readable = given.Where(entry => !FaultsOf(entry).Any());
        var settings = new ConfigurationBuilder().AddInMemoryCollection(readable).Build()
            .GetSection(SettingsCatalog.Section).Get<Settings>() ?? new Settings();
        faults.AddRange(new SettingsValidator().Validate(settings).Errors.Select(error => error.ErrorMessage));
        return faults.Count == 0 ? settings : throw new SettingsException(string.Join(Environment.NewLine, faults));
    }

    /// <summary>What is configured; an empty value is the same as none, so that a template of an environment file can be left unfilled.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Given(IConfiguration configuration) =>
        from entry in configuration.GetSection(SettingsCatalog.Section).AsEnumerable()
        where entry.Key != SettingsCatalog.Section
        where !string.IsNullOrEmpty(entry.Value) || (entry.Value is "" && entry.Key.Equals(Seeds, StringComparison.OrdinalIgnoreCase))
        select entry;

    private static IEnumerable<string> FaultsOf(KeyValuePair<string, string?> entry)
    {
        if (SettingsCatalog.Find(entry.Key) is not { } setting)
        {
            var meant = DidYouMean.Nearest(entry.Key, SettingsCatalog.All.Select(known => known.Name));
            var isSecret = SecretWords.Any(word => entry.Key.Contains(word, StringComparison.OrdinalIgnoreCase));
            var value = isSecret ? "given" : $"'{entry.Value}'";
            yield return $"{entry.Key} ({value}) is not a setting{(meant is null ? "; the README lists them all" : $"; did you mean {meant}")}.";
        }
        else if (setting.Type == typeof(bool) && !bool.TryParse(entry.Value, out _))
        {
            yield return $"{setting.Name} is true or false, not '{entry.Value}'.";
        }
        else if (setting.Type == typeof(int) && !int.TryParse(entry.Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
        {
            yield return $"{setting.Name} is a whole number, not '{entry.Value}'.";
        }
    }

    private static IEnumerable<string> ConnectionFaults(IConfiguration configuration)
    {
        foreach (var name in new[] { Newsroom, Reader })
        {
            if (configuration[name] is { Length: > 0 } given && FaultOf(given) is { } fault)
            {
                // Never the value itself: it holds a password.
                yield return $"{name} is not a connection string such as Host=localhost;Database=cms;Username=cms;Password=…: {fault}";
            }
        }

        if (!string.IsNullOrEmpty(configuration[Reader]) && string.IsNullOrEmpty(configuration[Newsroom]))
        {
            yield return $"{Reader} needs {Newsroom} beside it; the private PostgreSQL has a reader of its own.";
        }
    }

    private static string? FaultOf(string connectionString)
    {
        try
        {
            using var pool = DatabaseAddress.Pool("check", connectionString, "");
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            return exception.Message.ReplaceLineEndings(" ");
        }
    }
}

/// <summary>The configuration says something that cannot be done.</summary>
internal sealed class SettingsException(string message) : Exception(message);
