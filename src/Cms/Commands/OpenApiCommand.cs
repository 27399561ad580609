using Cms.Http.OpenApi;

namespace Cms.Commands;

/// <summary>`cms openapi`: writes the contract as files; it asks no database.</summary>
internal static class OpenApiCommand
{
    public static async Task<int> Run(string folder, string[] configuration, CancellationToken cancellationToken)
    {
        await using var app = Program.Build(configuration);
        Directory.CreateDirectory(folder);
        foreach (var form in OpenApiDocuments.All)
        {
            var path = Path.Combine(folder, $"{form.Name}.json");
            await File.WriteAllBytesAsync(path, OpenApiDocuments.Of(app, form), cancellationToken);
            Console.Out.WriteLine(path);
        }

        return 0;
    }
}
