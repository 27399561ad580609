using Cms.EmbeddedPostgres.Installations;
using Cms.EmbeddedPostgres.Servers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cms.EmbeddedPostgres.Tests;

public sealed class FindingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_installed_PostgreSQL_is_found_with_its_version()
    {
        Assert.SkipWhen(!InstalledFolders.All().Any(), "No PostgreSQL is installed here.");

        var found = await new InstallationFinder(_folder.Options, ServerUser.Self).FindAsync(null, Cancellation);

        Assert.True(found.Major >= PostgresInstallation.OldestMajor);
        Assert.StartsWith($"{found.Major}.", found.Version, StringComparison.Ordinal);
        Assert.True(File.Exists(found.Initdb));
    }

    [Fact]
    public async Task Without_any_and_without_leave_to_download_it_says_what_to_install()
    {
        var refusal = await RefusalAsync(_folder.Options, null);

        Assert.Contains("downloading it is switched off", refusal, StringComparison.Ordinal);
        Assert.EndsWith("install it with: " + InstallationAdvice.Command(osRelease: null), refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ID=debian\n", "apt install postgresql")]
    [InlineData("NAME=\"Linux Mint\"\nID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", "apt install postgresql")]
    [InlineData("ID=\"rocky\"\nID_LIKE=\"rhel centos fedora\"\n", "dnf install postgresql-server")]
    [InlineData("ID=alpine\n", "apk add postgresql")]
    [InlineData("ID=\"opensuse-leap\"\nID_LIKE=\"suse opensuse\"\n", "zypper install postgresql-server")]
    [InlineData("ID=arch\n", "pacman -S postgresql")]
    [InlineData("ID=homemade\n", "package manager")]
    public void The_advice_is_this_systems_own_command(string osRelease, string expected)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems have one command each.");
        Assert.Contains(expected, InstallationAdvice.Command(osRelease), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_folders_release_is_preferred_to_the_first_one_found()
    {
        var newer = Programs("newer", "17.4");
        var fitting = Programs("fitting", "16.9");

        Assert.Equal("17.4", (await Finder(_folder.Options, newer, fitting).FindAsync(null, Cancellation)).Version);
        Assert.Equal("16.9", (await Finder(_folder.Options, newer, fitting).FindAsync(16, Cancellation)).Version);
    }

    [Fact]
    public async Task Too_old_and_broken_ones_are_passed_over()
    {
        var old = Programs("old", "13.2");
        var broken = Programs("broken", "17.1");
        File.Delete(Path.Join(broken, "initdb"));
        var good = Programs("good", "18beta1");

        Assert.Equal(18, (await Finder(_folder.Options, old, broken, good).FindAsync(null, Cancellation)).Major);
    }

    [Fact]
    public async Task A_configured_one_that_does_not_fit_is_refused_with_the_reason()
    {
        var old = Programs("old", "13.2");

        Assert.Contains("13.2", await RefusalAsync(_folder.Options with { BinPath = old }, null), StringComparison.Ordinal);
        Assert.Contains(
            "there is no postgres in", await RefusalAsync(_folder.Options with { BinPath = _folder.In("nowhere") }, null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_another_release_are_refused_and_left_alone()
    {
        Directory.CreateDirectory(_folder.In("data"));
        await File.WriteAllTextAsync(_folder.In("data/PG_VERSION"), "12\n", Cancellation);

        var refusal = await Assert.ThrowsAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(_folder.Options, NullLogger.Instance, Cancellation));

        Assert.Contains("made by PostgreSQL 12", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["PG_VERSION"], Directory.GetFileSystemEntries(_folder.In("data")).Select(Path.GetFileName));
    }

    private InstallationFinder Finder(EmbeddedPostgresOptions options, params string[] installed) =>
        new(options, ServerUser.Self) { Installed = installed, Cache = new PackageCache(_folder.In("cache")) };

    private async Task<string> RefusalAsync(EmbeddedPostgresOptions options, int? major) =>
        (await Assert.ThrowsAsync<EmbeddedPostgresException>(() => Finder(options).FindAsync(major, Cancellation))).Message;

    /// <summary>A folder of scripts that answer as that release would.</summary>
    private string Programs(string name, string version)
    {
        var bin = Directory.CreateDirectory(_folder.In(name)).FullName;
        foreach (var program in (string[])["postgres", "initdb", "pg_ctl"])
        {
            var path = Path.Join(bin, program);
            File.WriteAllText(path, $"#!/bin/sh\necho 'postgres (PostgreSQL) {version} (Some Distribution)'\n");
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        return bin;
    }

    public void Dispose() => _folder.Dispose();
}
