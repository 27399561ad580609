using System.Globalization;
using System.Text;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Cms.Http.OpenApi;

/// <summary>One form of the contract.</summary>
/// <param name="Name">Its name among the generator's documents, and of its file.</param>
/// <param name="Specification">The version of OpenAPI that it is written in.</param>
internal sealed record ContractForm(string Name, OpenApiSpecVersion Specification)
{
    /// <summary>Where it is served; its file has the same path.</summary>
    public string Path => $"/openapi/{Name}.json";
}

/// <summary>The contract as bytes, made once from the running endpoints when it is first asked for.</summary>
internal sealed class OpenApiDocuments(IServiceProvider services)
{
    /// <summary>OpenAPI 3.1, for all but older tools.</summary>
    public static readonly ContractForm Modern = new("v1", OpenApiSpecVersion.OpenApi3_1);

    /// <summary>OpenAPI 3.0, for generators that know no newer one.</summary>
    public static readonly ContractForm Compatible = new("v1-compat", OpenApiSpecVersion.OpenApi3_0);

    public static readonly IReadOnlyList<ContractForm> All = [Modern, Compatible];

    /// <summary>Whether a document of this name is for generators that know no OpenAPI 3.1.</summary>
    public static bool IsCompatible(string documentName) => documentName == Compatible.Name;

    private readonly Dictionary<ContractForm, Lazy<byte[]>> written =
        All.ToDictionary(form => form, form => new Lazy<byte[]>(() => Write(form, services)));

    /// <summary>The contract of a house that is built and does not serve: what serving does first is to make its routes known.</summary>
    public static byte[] Of(WebApplication app, ContractForm form)
    {
        ((IApplicationBuilder)app).UseEndpoints(static _ => { });
        return app.Services.GetRequiredService<OpenApiDocuments>().Of(form);
    }

    public byte[] Of(ContractForm form) => written[form].Value;

    private static byte[] Write(ContractForm form, IServiceProvider services)
    {
        using var scope = services.CreateScope();
        var document = scope.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger(form.Name);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        document.SerializeAs(form.Specification, new OpenApiJsonWriter(text));
        return Encoding.UTF8.GetBytes(text.ToString() + "\n");
    }
}
