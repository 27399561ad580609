using System.Text.Json;
using Cms.Http.Answers;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Shows <see cref="RawJson{T}"/> as the shape that its text has.</summary>
internal sealed class RawJsonContracts(JsonSerializerOptions options) : ISerializerDataContractResolver
{
    private readonly JsonSerializerDataContractResolver contracts = new(options);

    public DataContract GetDataContractForType(Type type) => contracts.GetDataContractForType(ShapeOf(type));

    /// <summary>The type that a schema shows for this one.</summary>
    public static Type ShapeOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RawJson<>) ? type.GetGenericArguments()[0] : type;
}
