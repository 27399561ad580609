namespace Cms;

/// <summary>The addresses that the server listens on.</summary>
internal static class ListenAddresses
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>.NET's own names for them, any of which replaces the default.</summary>
    private static readonly string[] Names = ["urls", "http_ports", "https_ports"];

    private static readonly string[] Wildcards = ["0.0.0.0", "[::]", "+", "*"];

    /// <summary>Puts the default where nothing else is configured.</summary>
    public static void SetDefault(IConfiguration configuration)
    {
        if (Names.All(name => string.IsNullOrWhiteSpace(configuration[name])))
        {
            configuration["urls"] = Default;
        }
    }

    /// <summary>One line for each address that the server could not take.</summary>
    public static IEnumerable<string> Faults(IConfiguration configuration) =>
        from address in (configuration["urls"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        where !IsAddress(address)
        select $"--urls holds addresses such as {Default}, not '{address}'; https is for a proxy in front.";

    /// <summary>The address as a browser on this machine can open it.</summary>
    public static string? Reachable(string? address)
    {
        if (address is null)
        {
            return null;
        }

        var parsed = BindingAddress.Parse(address);
        return Wildcards.Contains(parsed.Host) ? $"{parsed.Scheme}://localhost:{parsed.Port}" : address;
    }

    private static bool IsAddress(string address)
    {
        try
        {
            var parsed = BindingAddress.Parse(address);
            // Two listeners, as localhost has, could not agree on a port that is chosen for them.
            return parsed is { Scheme: "http", Host.Length: > 0, PathBase: "", Port: >= 0 and <= 65535 }
                && (parsed.Port > 0 || parsed.Host != "localhost");
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
