using System.Reflection;
using System.Runtime.CompilerServices;
using Cms.Http.Problems;

namespace Cms.Http.Queries;

/// <summary>All query parameters of one endpoint; whatever else a request carries is refused.</summary>
internal sealed class QueryContract
{
    private static readonly ConditionalWeakTable<MethodInfo, QueryContract> Known = [];

    /// <summary>Errors that one answer names; a request with more is told the first.</summary>
    private const int MaxErrors = 20;

    private readonly bool isOptional;

    private QueryContract(MethodInfo handler)
    {
        Parameters = handler.GetParameters()
            .Where(parameter => parameter.IsDefined(typeof(AsParametersAttribute)))
            .SelectMany(parameter => parameter.ParameterType.GetProperties())
            .Where(property => property.Name != "EqualityContract")
            .Select(property => new QueryParameter(property))
            .ToDictionary(parameter => parameter.Name, StringComparer.Ordinal);
        isOptional = !Parameters.Values.Any(parameter => parameter.IsRequired);
    }

    public IReadOnlyDictionary<string, QueryParameter> Parameters { get; }

    /// <summary>The contract of a handler, read once.</summary>
    public static QueryContract Of(MethodInfo handler) => Known.GetValue(handler, method => new QueryContract(method));

    /// <summary>Everything that is wrong with the query string, in its order.</summary>
    public IReadOnlyList<ProblemError> Check(IQueryCollection query)
    {
        if (query.Count == 0 && isOptional)
        {
            return [];
        }

        var errors = query.Select(
            parameter => Parameters.TryGetValue(parameter.Key, out var known) ? known.Check(parameter.Value) : Unknown(parameter.Key));
        var missing = Parameters.Values
            .Where(parameter => parameter.IsRequired && !query.ContainsKey(parameter.Name))
            .Select(parameter => new ProblemError { Parameter = parameter.Name, Code = "required", Detail = $"{parameter.Name} is required." });
        return [.. errors.OfType<ProblemError>().Concat(missing).Take(MaxErrors)];
    }

    private ProblemError Unknown(string name) => new()
    {
        Parameter = name.Length <= Limits.ReferenceLength ? name : name[..Limits.ReferenceLength],
        Code = "unknown",
        Detail = Parameters.Count == 0
            ? "This address takes no query parameters."
            : $"This address takes {string.Join(", ", Parameters.Keys.Order(StringComparer.Ordinal))}.",
        Meta = DidYouMean.Nearest(name, Parameters.Keys) is { } near ? new Dictionary<string, string> { ["didYouMean"] = near } : null,
    };
}
