using System.Text.RegularExpressions;

namespace Cms.Tests.Commands;

public sealed partial class SettingsTests
{
    [Theory]
    [InlineData("Cms:Foo", "1", "Cms:Foo ('1') is not a setting; the README lists them all.")]
    [InlineData("Cms:Publication:Nme", "x", "Cms:Publication:Nme ('x') is not a setting; did you mean Cms:Publication:Name.")]
    [InlineData("Cms:Data:Folder", "x", "Cms:Data:Folder ('x') is not a setting; the README lists them all.")]
    [InlineData("Cms:Publication", "x", "Cms:Publication ('x') is not a setting; the README lists them all.")]
    [InlineData("Cms:ApiKey", "hush", "Cms:ApiKey (given) is not a setting; the README lists them all.")]
    [InlineData("Cms:BootstrapKey", "0123456789012345678901234567890", "Cms:BootstrapKey has 32 characters or more, not 31.")]
    [InlineData("Cms:BootstrapKey", "0123456789 0123456789 0123456789", "Cms:BootstrapKey is made of visible ASCII characters.")]
    [InlineData("Cms:Seeds", "/no/such/folder", "Cms:Seeds is a folder or file that exists, not '/no/such/folder'; empty switches seeding off.")]
    [InlineData("Cms:SeedStatus", "live", "Cms:SeedStatus is published or draft, not 'live'.")]
    [InlineData("Cms:PublicUrl", "ftp://a", "Cms:PublicUrl is an http or https address.")]
    [InlineData("Cms:PublicUrl", "http://u:secret@a:99999", "Cms:PublicUrl is an http or https address.")]
    [InlineData("Cms:Publication:SiteUrl", "https://me:pw@a", "Cms:Publication:SiteUrl names no user.")]
    [InlineData("Cms:PublicUrl", "https://me:pw@a", "Cms:PublicUrl names no user.")]
    [InlineData("Cms:CorsOrigins", "https://a, b", "Cms:CorsOrigins holds origins such as https://desk.example.org, not 'b'.")]
    [InlineData("Cms:TrustedProxies", "10.0.0.0/8,x", "Cms:TrustedProxies holds addresses or networks (10.0.0.0/8), not 'x'.")]
    [InlineData("Cms:Publication:Slug", "No Slug", "Cms:Publication:Slug is made of lowercase words joined by hyphens, not 'No Slug'.")]
    [InlineData("Cms:Publication:Language", "?", "Cms:Publication:Language is a BCP 47 tag such as en or ar-EG, not '?'.")]
    [InlineData("Cms:Publication:TimeZone", "Mars/Olympus", "Cms:Publication:TimeZone is an IANA zone such as Africa/Cairo, not 'Mars/Olympus'.")]
    [InlineData("Cms:Publication:SiteUrl", "x", "Cms:Publication:SiteUrl is an http or https address.")]
    [InlineData("Cms:Publication:ArticlePath", "x", "Cms:Publication:ArticlePath begins with / and holds an article's slug as {slug}, not 'x'.")]
    [InlineData("Cms:Postgres:Download", "maybe", "Cms:Postgres:Download is true or false, not 'maybe'.")]
    [InlineData("Cms:RateLimit:Requests", "abc", "Cms:RateLimit:Requests is a whole number, not 'abc'.")]
    [InlineData("Cms:Cache:Megabytes", "64MB", "Cms:Cache:Megabytes is a whole number, not '64MB'.")]
    [InlineData("Cms:RateLimit:WindowSeconds", "9999999999", "Cms:RateLimit:WindowSeconds is a whole number, not '9999999999'.")]
    [InlineData("urls", "127.0.0.1:80", "--urls holds addresses such as http://127.0.0.1:5080, not '127.0.0.1:80'; https is for a proxy in front.")]
    [InlineData("urls", "http://127.0.0.1:70000",
        "--urls holds addresses such as http://127.0.0.1:5080, not 'http://127.0.0.1:70000'; https is for a proxy in front.")]
    [InlineData("ConnectionStrings:CmsReader", "Host=a",
        "ConnectionStrings:CmsReader needs ConnectionStrings:Cms beside it; the private PostgreSQL has a reader of its own.")]
    public void A_bad_setting_is_one_line_that_names_it(string name, string value, string line)
    {
        Assert.Equal(line, Refusal((name, value)));
    }

    [Theory]
    [InlineData("postgres://cms:hush@localhost/cms")]
    [InlineData("Host=a;Pasword=hush")]
    [InlineData("Username=cms;Password=hush")]
    [InlineData("Host=a;Password=hush;Minimum Pool Size=500")]
    public void A_bad_connection_string_is_one_line_without_its_password(string value)
    {
        var line = Refusal(("ConnectionStrings:Cms", value));

        Assert.StartsWith("ConnectionStrings:Cms is not a connection string such as ", line);
        Assert.DoesNotContain("hush", line);
        Assert.Single(line.Split('\n'));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
    {
        Assert.Equal(3, Refusal(("Cms:Foo", "1"), ("Cms:SeedStatus", "x"), ("Cms:Postgres:Download", "x")).Split(Environment.NewLine).Length);
    }

    [Fact]
    public void An_empty_value_means_unset()
    {
        var names = SettingsCatalog.All.Select(setting => setting.Name).Concat(["ConnectionStrings:Cms", "ConnectionStrings:CmsReader"]);
        var settings = SettingsReader.Read(With([.. names.Select(name => (name, ""))]));

        Assert.Equal("", settings.Seeds);
        Assert.All(
            SettingsCatalog.All.Where(setting => setting.Name != "Cms:Seeds"),
            setting => Assert.Equal(setting.Default, ValueOf(settings, setting.Name)));
    }

    [Fact]
    public void Names_may_be_cased_as_one_likes()
    {
        Assert.False(SettingsReader.Read(With(("CMS:POSTGRES:DOWNLOAD", "FALSE"))).Postgres.Download);
    }

    [Fact]
    public async Task A_bad_start_ends_with_code_2_and_nothing_but_its_lines()
    {
        var run = await CmsProcess.Run(["serve", "--Cms:SeedStatus=x"], "Cms__Foo=1", "ConnectionStrings__Cms=nonsense");

        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Equal(["Cms:Foo", "ConnectionStrings:Cms", "Cms:SeedStatus"], run.Errors.Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("--help", "--Cms:Name=value")]
    [InlineData("--version", "0.1.0")]
    public async Task Help_and_version_are_at_hand(string argument, string expected)
    {
        var run = await CmsProcess.Run([argument]);

        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Contains(expected, run.Output);
    }

    [Fact]
    public void The_README_lists_every_setting_with_its_default_and_no_other()
    {
        var rows = Row().Matches(File.ReadAllText(Path.Combine(Installation.Root, "README.md")))
            .ToDictionary(row => row.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal), row => row.Groups["default"].Value);

        Assert.Equal(SettingsCatalog.All.Select(setting => setting.Name).Order(), rows.Keys.Order());
        Assert.All(
            SettingsCatalog.All.Where(setting => setting.Default is not null),
            setting => Assert.Equal($"`{(setting.Default is bool flag ? (flag ? "true" : "false") : setting.Default)}`", rows[setting.Name]));
    }

    private static string Refusal(params (string Name, string Value)[] entries) =>
        Assert.Throws<SettingsException>(() => SettingsReader.Read(With(entries))).Message;

    private static IConfiguration With(params (string Name, string Value)[] entries) =>
        new ConfigurationBuilder().AddInMemoryCollection(entries.Select(entry => KeyValuePair.Create(entry.Name, (string?)entry.Value))).Build();

    private static object? ValueOf(Settings settings, string name) =>
        name.Split(':').Skip(1).Aggregate((object?)settings, (owner, part) => owner!.GetType().GetProperty(part)!.GetValue(owner));

    [GeneratedRegex(@"^\| `(?<name>Cms__\w+)`[^|]*\| (?<default>[^|]*?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
