using System.ComponentModel;
using System.Diagnostics;

namespace Cms.EmbeddedPostgres.Servers;

/// <summary>What a program that was run to its end has answered.</summary>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>What the shell answers when a program does not exist or may not be run.</summary>
    public const int CannotRun = 126;

    public bool Succeeded => ExitCode == 0;

    /// <summary>The program's own words on what went wrong, on one line.</summary>
    public string Complaint => string.Join(' ', (Errors.Length > 0 ? Errors : Output).Split(['\r', '\n'],
        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    public static Task<ProgramRun> OfAsync(string file, IEnumerable<string> arguments, CancellationToken cancellation) =>
        OfAsync(ServerUser.Self.Program(file, arguments), cancellation);

    public static async Task<ProgramRun> OfAsync(ProcessStartInfo start, CancellationToken cancellation)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new(CannotRun, "", e.Message);
        }
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
