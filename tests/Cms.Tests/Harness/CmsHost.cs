using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Cms.Data;
using Dapper;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;

namespace Cms.Tests.Harness;

/// <summary>The program as it ships, on real Kestrel and a database of its own. Derive from it to give it other settings.</summary>
public class CmsHost(Cluster cluster) : IAsyncLifetime
{
    public const string AdminKey = "an-admin-key-for-tests-only-0123456789";

    private WebApplicationFactory<Program>? factory;
    private NpgsqlDataSource? owner;

    /// <summary>Calls without a key.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Calls with the admin key.</summary>
    public HttpClient Admin { get; private set; } = null!;

    public string DatabaseName { get; protected set; } = "";

    public IServiceProvider Services => factory!.Services;

    protected Cluster Cluster { get; } = cluster;

    /// <summary>Settings besides those of every test.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    /// <summary>The connection string that the program is given.</summary>
    internal virtual string NewsroomConnection => Cluster.ConnectionString(DatabaseName);

    /// <summary>What a host needs besides settings.</summary>
    protected virtual void Configure(IWebHostBuilder host)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        DatabaseName = await Cluster.Clone();
        await Start();
        await Services.GetRequiredService<DatabaseState>().WhenReady(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Starts the program on the class's database; after <see cref="Stop"/>, starts it again.</summary>
    public Task Start()
    {
        owner ??= NpgsqlDataSource.Create(Cluster.ConnectionString(DatabaseName) + ";Application Name=test");
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:Cms", NewsroomConnection);
            host.UseSetting("ConnectionStrings:CmsReader", Cluster.ConnectionString(DatabaseName, Database.ReaderRole));
            host.UseSetting("Cms:BootstrapKey", AdminKey);
            host.UseSetting("Cms:Seeds", "");
            host.UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (name, value) in Settings)
            {
                host.UseSetting(name, value);
            }

            Configure(host);
        });
        factory.UseKestrel();
        factory.StartServer();
        Client = NewClient();
        Admin = NewClient();
        Admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        return Task.CompletedTask;
    }

    /// <summary>A client of its own, which follows nothing and keeps nothing.</summary>
    public HttpClient NewClient() => NewClient(new CatchingUp(Services.GetRequiredService<Database>().Watch) { InnerHandler = Handler() });

    /// <summary>A client that asks the program without telling it that a test may have changed the database behind its back.</summary>
    public HttpClient NewDirectClient() => NewClient(Handler());

    private static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };

    private HttpClient NewClient(HttpMessageHandler handler) => new(handler)
    {
        BaseAddress = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
    };

    public async Task Stop()
    {
        // The factory disposes of the program without stopping it first.
        foreach (var watching in Services.GetServices<IHostedService>().OfType<Cms.Data.Watching.Watching>())
        {
            await watching.StopAsync(CancellationToken.None);
        }

        await factory!.DisposeAsync();
    }

    /// <summary>GET that must answer 200, as JSON.</summary>
    public Task<JsonNode> Get(string path) => Read(Client, path, HttpStatusCode.OK);

    /// <summary>GET with the admin key that must answer 200, as JSON.</summary>
    public Task<JsonNode> GetAsAdmin(string path) => Read(Admin, path, HttpStatusCode.OK);

    /// <summary>GET that must answer a problem of this status.</summary>
    public Task<JsonNode> GetProblem(string path, HttpStatusCode status) => Read(Client, path, status);

    /// <summary>Rows of the class's database, as the owner.</summary>
    public async Task<IEnumerable<T>> Query<T>(string sql, object? parameters = null)
    {
        await using var connection = await OpenAsOwner();
        return await connection.QueryAsync<T>(sql, parameters);
    }

    /// <summary>Runs SQL in the class's database, as the owner.</summary>
    public async Task Execute(string sql, object? parameters = null)
    {
        await using var connection = await OpenAsOwner();
        await connection.ExecuteAsync(sql, parameters);
    }

    /// <summary>Asks again until it holds; fails after a bounded while.</summary>
    public static async Task WaitUntil(Func<Task<bool>> holds, int seconds = 30)
    {
        var patience = DateTime.UtcNow.AddSeconds(seconds);
        while (!await holds())
        {
            Assert.True(DateTime.UtcNow < patience, "It did not come to hold in time.");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Client.Dispose();
        Admin.Dispose();
        await Stop();
        if (owner is not null)
        {
            await owner.DisposeAsync();
        }
    }

    /// <summary>Apart from the program's own pools; kept, because a login takes longer than what most tests ask.</summary>
    private async Task<NpgsqlConnection> OpenAsOwner() => await owner!.OpenConnectionAsync();

    private static async Task<JsonNode> Read(HttpClient client, string path, HttpStatusCode expected)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expected == response.StatusCode, $"{path}: {(int)response.StatusCode} {text}");
        Assert.Equal(expected == HttpStatusCode.OK ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!;
    }
}
