using System.Collections.Concurrent;
using Cms.Tests.Commands;
using Cms.Tests.Harness;

namespace Cms.Tests.Reliability;

/// <summary>P20: no secret is in a log, however detailed, nor in an error, an event or an audit row.</summary>
public sealed class SecretTests(SecretTests.Talkative host) : IClassFixture<SecretTests.Talkative>
{
    [Fact]
    public async Task Keys_leave_no_trace_whatever_is_done_with_them()
    {
        const string wrong = "cms_a-wrong-key-that-somebody-has-mistyped";
        var made = await host.Admin.Post("/v1/api-keys", """{"name":"Desk","scopes":["admin"]}""", ("Idempotency-Key", "made"));
        var rotated = await host.Admin.Post(made.Header("Location") + "/rotate", null, ("If-Match", made.ETag), ("Idempotency-Key", "rotated"));
        string[] secrets = [CmsHost.AdminKey, wrong, (string)made.Json["secret"]!, (string)rotated.Json["secret"]!];
        var replies = new List<Reply>();
        foreach (var secret in secrets)
        {
            replies.Add(await host.Client.Send("GET", "/v1/articles?view=draft", null, null, ("Authorization", $"Bearer {secret}")));
            replies.Add(await host.Client.Send("GET", "/v1/api-keys", null, null, ("X-Api-Key", secret)));
            replies.Add(await host.Client.Send("GET", "/v1/articles", null, null, ("X-Api-Key", secret), ("Authorization", $"Bearer {secret}")));
            replies.Add(await host.Client.Send("GET", "/v1/articles", null, null, ("Authorization", $"Basic {secret}")));
            replies.Add(await host.Client.Post("/v1/api-keys", $$"""{"secret":"{{secret}}","scopes":["{{secret}}"]}""", ("X-Api-Key", secret)));
        }

        await host.Execute("alter table audit rename to audit_away");
        replies.Add(await host.Admin.Post("/v1/api-keys", """{"name":"Fault","scopes":["admin"]}"""));
        Assert.Equal(500, replies[^1].Status);
        await host.Execute("alter table audit_away rename to audit");

        var kept = new List<string>();
        foreach (var table in new[] { "audit", "events", "api_keys" })
        {
            kept.AddRange(await host.Query<string>($"select t::text from {table} t"));
        }

        kept.AddRange(await host.Query<string>("select convert_from(body, 'UTF8') from idempotency_keys"));
        Assert.Contains(host.Lines, line => line.Contains("Debug", StringComparison.Ordinal));
        Assert.Contains(host.Lines, line => line.Contains("POST", StringComparison.Ordinal) && line.Contains("failed", StringComparison.Ordinal));
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(host.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(replies, reply => reply.Text.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(kept, row => row.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task The_password_of_the_connection_string_is_in_no_log_and_no_answer()
    {
        const string password = "a-password-that-nobody-may-see";
        await using var cms = CmsProcess.Serve(
            null,
            $"ConnectionStrings__Cms=Host=127.0.0.1;Port={CmsProcess.FreePort()};Username=cms;Password={password};Database=cms",
            "Logging__LogLevel__Default=Trace", "Logging__Console__FormatterName=json");
        var reason = await cms.WaitFor("/health/ready", System.Net.HttpStatusCode.ServiceUnavailable, containing: "no server answers");
        var refused = (await cms.Get("/v1/articles"))!.Value.Body;

        Assert.Equal(0, await cms.Stop());
        Assert.DoesNotContain(password, cms.Output + cms.Errors + reason + refused);
        var lines = cms.Output.Split('\n').Where(line => line.StartsWith('{')).ToList();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotNull((string?)System.Text.Json.Nodes.JsonNode.Parse(line)!["LogLevel"]));
    }

    /// <summary>Logs all there is to log, and remembers it.</summary>
    public sealed class Talkative(Cluster cluster) : CmsHost(cluster)
    {
        private readonly ConcurrentQueue<string> lines = [];

        public IReadOnlyCollection<string> Lines => lines;

        protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Logging:LogLevel:Default", "Trace"), new("Logging:LogLevel:Microsoft.AspNetCore", "Trace")];

        protected override void Configure(IWebHostBuilder host) =>
            host.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(new Memory(lines)));
    }

    private sealed class Memory(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
