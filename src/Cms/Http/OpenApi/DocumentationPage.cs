namespace Cms.Http.OpenApi;

/// <summary>Swagger UI, from files inside the program: it needs no network but this server.</summary>
internal static class DocumentationPage
{
    // Swagger UI sets styles on elements and draws icons from data addresses; scripts are files of this server only.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapDocumentationPage(this IEndpointRouteBuilder routes) =>
        routes.MapSwaggerUI("docs", options =>
        {
            options.DocumentTitle = "Cms API";
            options.SwaggerEndpoint(OpenApiDocuments.Modern.Path, "Version 1");
            options.SwaggerEndpoint(OpenApiDocuments.Compatible.Path, "Version 1 for OpenAPI 3.0");
            options.ConfigObject.ValidatorUrl = null;
            options.DisplayOperationId();
        }).Finally(Guard);

    private static void Guard(EndpointBuilder endpoint)
    {
        var show = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            context.Response.Headers.ContentSecurityPolicy = Policy;
            return show(context);
        };
    }
}
