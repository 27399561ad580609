namespace Cms.Http.OpenApi;

/// <summary>A real object that shows what a shape holds. Rooms add theirs; the document shows it wherever the shape is sent or answered.</summary>
/// <param name="Shape">The type that operations name.</param>
/// <param name="Name">Its camelCase name, unique in the document.</param>
/// <param name="Summary">What it shows, in a few words.</param>
/// <param name="Value">The object; fixed ids and times, so that the document holds still.</param>
internal sealed record Example(Type Shape, string Name, string Summary, object Value);

/// <summary>The value of an example that shows a merge patch.</summary>
/// <param name="Of">The input that it patches.</param>
/// <param name="Json">The patch.</param>
internal sealed record PatchExample(Type Of, string Json);

/// <summary>How a room adds its examples.</summary>
internal static class Examples
{
    public static IServiceCollection AddExamples(this IServiceCollection services, IEnumerable<Example> examples)
    {
        foreach (var example in examples)
        {
            services.AddSingleton(example);
        }

        return services;
    }
}
