using System.Net;
using System.Net.Sockets;
using Cms.Data;
using Cms.Tests.Harness;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cms.Tests.Commands;

/// <summary>A server of the operator's own, in every state that it can be in.</summary>
public sealed class GivenServerTests(Cluster cluster)
{
    [Fact]
    public async Task A_server_that_comes_up_later_is_found()
    {
        var door = CmsProcess.FreePort();
        var given = new NpgsqlConnectionStringBuilder(cluster.ConnectionString(await cluster.Clone()));
        var socket = new UnixDomainSocketEndPoint(Path.Combine(given.Host!, $".s.PGSQL.{given.Port}"));
        given.Host = "127.0.0.1";
        given.Port = door;
        await using var cms = CmsProcess.Serve(null, $"ConnectionStrings__Cms={given.ConnectionString}");
        await cms.WaitFor("/health/ready", HttpStatusCode.ServiceUnavailable, containing: "no server answers");
        Assert.Equal(HttpStatusCode.OK, (await cms.Get("/health/live"))!.Value.Status);

        await using var relay = new Relay(door, socket);
        await cms.WaitFor("/v1/articles", HttpStatusCode.OK);
        Assert.Equal(0, await cms.Stop());
        Assert.DoesNotContain("   at ", cms.Output + cms.Errors);
    }

    [Fact]
    public async Task A_login_that_is_refused_is_a_reason_and_no_stack_trace()
    {
        var stranger = cluster.ConnectionString("postgres", "nobody_of_this_name");
        await using var cms = CmsProcess.Serve(null, $"ConnectionStrings__Cms={stranger}");

        await cms.WaitFor("/health/ready", HttpStatusCode.ServiceUnavailable, containing: "refuses the user or the password");
        Assert.Equal(0, await cms.Stop());
        Assert.DoesNotContain("   at ", cms.Output + cms.Errors);
    }

    [Fact]
    public async Task A_command_gives_up_on_a_server_that_does_not_come()
    {
        var run = await CmsProcess.Run(["migrate"], $"ConnectionStrings__Cms=Host=127.0.0.1;Port={CmsProcess.FreePort()};Username=cms;Password=wrong");

        Assert.Equal((1, "Gave up waiting for the database: no server answers at the configured address."), (run.Code, run.Errors));
    }

    [Fact]
    public async Task An_older_server_is_named_with_what_is_needed()
    {
        await using var old = new OldServer();
        var login = $"Host=127.0.0.1;Port={old.Port};Username=cms;SSL Mode=Disable;Server Compatibility Mode=NoTypeLoading;Pooling=false";
        var address = new DatabaseAddress(login, null, IsPrivate: false);
        var state = new DatabaseState();
        await using var database = new Database(address, state);
        var startup = new DatabaseStartup(database, address, state, NullLogger<DatabaseStartup>.Instance);

        var refusal = await Assert.ThrowsAsync<DatabaseUnavailableException>(() => startup.Run(_ => Task.CompletedTask, TimeSpan.Zero, CancellationToken.None));
        Assert.Equal("Gave up waiting for the database: it is PostgreSQL 14; 15 or newer is needed.", refusal.Message);
    }
}
