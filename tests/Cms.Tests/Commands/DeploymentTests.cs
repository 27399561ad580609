using System.Text.RegularExpressions;

namespace Cms.Tests.Commands;

public sealed partial class DeploymentTests
{
    [Theory]
    [InlineData("Deployment/compose.yaml")]
    [InlineData("Deployment/cms.service")]
    [InlineData("Cms.csproj")]
    public void What_is_deployed_is_configured_by_settings_that_exist(string file)
    {
        var named = SettingName().Matches(File.ReadAllText(Path.Combine(Installation.Root, "src", "Cms", file)))
            .Select(match => match.Value.Replace("__", ":", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.NotNull(SettingsCatalog.Find(name)));
    }

    [GeneratedRegex("Cms__[A-Za-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex SettingName();
}
