namespace Cms.EmbeddedPostgres.Servers;

/// <summary>Who owns a file or folder, and giving it to another; .NET has no call for either.</summary>
internal static class FileOwner
{
    public static async Task<string> OfAsync(string path, CancellationToken cancellation)
    {
        var run = await ProgramRun.OfAsync("ls", ["-ld", "--", path], cancellation);
        var fields = run.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return run.Succeeded && fields.Length > 2
            ? fields[2]
            : throw new EmbeddedPostgresException($"The owner of {path} cannot be read: {run.Complaint}");
    }

    public static async Task GiveAsync(string path, ServerUser user, CancellationToken cancellation)
    {
        if (user.Name is null)
        {
            return;
        }
        var run = await ProgramRun.OfAsync("chown", ["-R", "--", user.Name + ":", path], cancellation);
        if (!run.Succeeded)
        {
            throw new EmbeddedPostgresException($"{path} cannot be given to the user {user.Name}: {run.Complaint}");
        }
    }
}
