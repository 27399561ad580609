namespace Cms.EmbeddedPostgres.Installations;

/// <summary>The command that installs PostgreSQL on this system.</summary>
internal static class InstallationAdvice
{
    public static string Command(string? osRelease)
    {
        if (OperatingSystem.IsMacOS())
        {
            return "brew install postgresql@17";
        }
        if (OperatingSystem.IsWindows())
        {
            return "winget install PostgreSQL.PostgreSQL.17";
        }
        var families = Families(osRelease ?? (File.Exists("/etc/os-release") ? File.ReadAllText("/etc/os-release") : ""));
        return families.Select(OfFamily).FirstOrDefault(command => command is not null)
            ?? "your system's package manager (the package is usually called postgresql)";
    }

    private static string? OfFamily(string family) => family switch
    {
        "debian" or "ubuntu" => "sudo apt install postgresql",
        "fedora" or "rhel" or "centos" => "sudo dnf install postgresql-server postgresql-contrib",
        "alpine" => "sudo apk add postgresql postgresql-contrib",
        "arch" => "sudo pacman -S postgresql",
        "suse" or "opensuse" => "sudo zypper install postgresql-server postgresql-contrib",
        _ => null,
    };

    /// <summary>The distribution itself, then those it resembles.</summary>
    private static IEnumerable<string> Families(string osRelease) =>
        from key in (string[])["ID=", "ID_LIKE="]
        from line in osRelease.Split('\n')
        where line.StartsWith(key, StringComparison.Ordinal)
        from family in line[key.Length..].Trim().Trim('"').Split(' ')
        select family;
}
