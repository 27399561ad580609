using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Cms.Http.OpenApi;

/// <summary>Adds to the description of an enumeration what each of its values means, from the comments in the code.</summary>
internal sealed class EnumFilter : ISchemaFilter
{
    private readonly Dictionary<string, string> comments = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, $"{Assembly.GetExecutingAssembly().GetName().Name}.xml"))
        .Descendants("member")
        .Where(member => ((string)member.Attribute("name")!).StartsWith("F:", StringComparison.Ordinal))
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary")!.Value.Trim());

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (!context.Type.IsEnum || schema is not OpenApiSchema shape)
        {
            return;
        }

        var meanings = Enum.GetNames(context.Type)
            .Select(name => (name, meaning: comments.GetValueOrDefault($"F:{context.Type.FullName}.{name}")))
            .Where(value => value.meaning is not null)
            .Select(value => $"- `{JsonNamingPolicy.CamelCase.ConvertName(value.name)}`: {value.meaning}");
        var list = string.Join('\n', meanings);
        shape.Description = list.Length == 0 ? shape.Description : $"{shape.Description}\n\n{list}";
    }
}
