namespace Cms;

/// <summary>Reads the settings once, strictly: a bad value or an unknown name stops the start with one clear line each.</summary>
internal static class SettingsReader
{
    public static Settings Read(IConfiguration configuration)
    {
        var settings = Bind(configuration);
        var result = new SettingsValidator().Validate(settings);
        return result.IsValid ? settings : throw new SettingsException(string.Join(Environment.NewLine, result.Errors.Select(error => error.ErrorMessage)));
    }

    private static Settings Bind(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection("Cms").Get<Settings>(options => options.ErrorOnUnknownConfiguration = true) ?? new Settings();
        }
        catch (InvalidOperationException exception)
        {
            throw new SettingsException($"The configuration cannot be read: {exception.Message}");
        }
    }
}

/// <summary>The configuration says something that cannot be done.</summary>
internal sealed class SettingsException(string message) : Exception(message);
