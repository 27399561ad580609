using Cms.Http.Pages;

namespace Cms.Http.OpenApi;

/// <summary>Names of schemas as a client's types will be called.</summary>
internal static class SchemaNames
{
    /// <summary>The type's own name; a list is called by its items.</summary>
    public static string Of(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var items = string.Concat(type.GetGenericArguments().Select(Of));
        return type.GetGenericTypeDefinition() == typeof(ListOf<>)
            ? $"{items}List"
            : $"{items}{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}";
    }
}
