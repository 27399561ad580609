using Cms.Http.Answers;

namespace Cms.Http.OpenApi;

/// <summary>Serves the contract.</summary>
internal static class GetOpenApi
{
    public static StoredAnswer Modern(OpenApiDocuments documents) => Answer(documents, OpenApiDocuments.Modern);

    public static StoredAnswer Compatible(OpenApiDocuments documents) => Answer(documents, OpenApiDocuments.Compatible);

    private static StoredAnswer Answer(OpenApiDocuments documents, ContractForm form) => new(documents.Of(form), "application/json; charset=utf-8");
}
