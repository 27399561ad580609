using System.Reflection;
using Cms.Content.Bodies;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>The door of the contract: the OpenAPI documents, the page that shows them, and the page that explains problems.</summary>
internal static class OpenApiEndpoints
{
    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSingleton<ISerializerDataContractResolver>(provider =>
            new RawJsonContracts(provider.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions));
        services.AddSwaggerGen(Configure);
        return services.AddSingleton<OpenApiDocuments>().AddSingleton<ExampleBook>();
    }

    public static void MapOpenApiDocuments(this IEndpointRouteBuilder routes)
    {
        var contract = routes.MapGroup("").AllowAnonymous().ExcludeFromDescription();

        contract.Get(OpenApiDocuments.Modern.Path, GetOpenApi.Modern);
        contract.Get(OpenApiDocuments.Compatible.Path, GetOpenApi.Compatible);
        contract.Get("/docs/problems", ProblemsPage.Handle);
        contract.MapDocumentationPage();
    }

    private static void Configure(SwaggerGenOptions options)
    {
        foreach (var document in OpenApiDocuments.All)
        {
            options.SwaggerDoc(document.Name, Introduction.Info);
        }

        options.DocInclusionPredicate((_, _) => true);
        options.CustomSchemaIds(SchemaNames.Of);
        options.DescribeAllParametersInCamelCase();
        options.SupportNonNullableReferenceTypes();
        options.IncludeXmlComments(Assembly.GetExecutingAssembly());
        options.IncludeXmlComments(typeof(Block).Assembly);
        options.SchemaFilter<FormatFilter>();
        options.SchemaFilter<MemberFilter>();
        options.SchemaFilter<RuleFilter>();
        options.SchemaFilter<UnionFilter>();
        options.SchemaFilter<EnumFilter>();
        options.OperationFilter<ParameterFilter>();
        options.OperationFilter<BodyFilter>();
        options.OperationFilter<ProblemFilter>();
        options.OperationFilter<HeaderFilter>();
        options.OperationFilter<WriteHeaderFilter>();
        options.OperationFilter<ExampleFilter>();
        options.DocumentFilter<OrderFilter>();
    }
}
