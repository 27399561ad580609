using System.Text;

namespace Cms.Articles;

/// <summary>A list of references as JSON, each once. What is not public has no name here and is left out.</summary>
/// <param name="most">How many there are at most.</param>
internal ref struct NamedReferences(int most)
{
    private readonly string[] names = most == 0 ? [] : new string[most];
    private StringBuilder? json;
    private int count;

    /// <summary>Adds one.</summary>
    /// <param name="name">The reference as JSON; null when readers may see none.</param>
    /// <param name="role">A contributor's role, as JSON; empty for none.</param>
    public void Add(string? name, ReadOnlySpan<char> role)
    {
        if (name is null || names.AsSpan(0, count).Contains(name))
        {
            return;
        }

        names[count++] = name;
        json = json is null ? new StringBuilder("[", most * 128) : json.Append(',');
        if (role.IsEmpty)
        {
            json.Append(name);
        }
        else
        {
            json.Append(name.AsSpan()[..^1]).Append(",\"role\":").Append(role).Append('}');
        }
    }

    /// <summary>The list; null when it is empty.</summary>
    public readonly string? ToJson() => json?.Append(']').ToString();
}
