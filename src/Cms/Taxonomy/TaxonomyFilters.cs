using System.Text;
using Dapper;

namespace Cms.Taxonomy;

/// <summary>The conditions of a list. Only constant text is joined; values are parameters.</summary>
internal sealed class TaxonomyFilters
{
    private readonly StringBuilder where = new("true");

    public DynamicParameters Parameters { get; } = new();

    public string Where => where.ToString();

    public void And(string condition) => where.Append("\n  and ").Append(condition);
}
