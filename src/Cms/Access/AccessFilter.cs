using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Access;

/// <summary>Shows in the OpenAPI document who may call an operation, from the same words that authorisation reads.</summary>
internal sealed class AccessFilter : IOperationFilter, IDocumentFilter
{
    private const string Bearer = "bearer";
    private const string Header = "apiKey";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var requirement = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ScopeRequirement>().LastOrDefault();
        var access = requirement switch
        {
            null => "everyone",
            { Views: null } => $"keys with the scope `{requirement.Scope}`",
            _ => $"everyone; {string.Join(" and ", requirement.Views.Select(view => $"`view={view}`"))} "
                + $"only keys with the scope `{requirement.Scope}`",
        };
        operation.Description = $"{operation.Description}\n\n**Access:** {access}.";
        operation.Security = requirement switch
        {
            null => [],
            { Views: null } => [With(Bearer, context), With(Header, context)],
            _ => [[], With(Bearer, context), With(Header, context)],
        };
    }

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var components = swaggerDoc.Components ??= new OpenApiComponents();
        components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Header] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = "X-Api-Key",
                Description = "A key, for clients that cannot set `Authorization`.",
            },
            [Bearer] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "A key as bearer token. A wrong key is refused with 401 even where none is needed.",
            },
        };
    }

    private static OpenApiSecurityRequirement With(string scheme, OperationFilterContext context) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] };
}
