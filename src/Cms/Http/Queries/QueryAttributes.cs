namespace Cms.Http.Queries;

/// <summary>A list in one parameter, separated by commas (`explode: false`).</summary>
/// <param name="allowed">The values it takes; empty for any.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CommaListAttribute(params string[] allowed) : Attribute
{
    /// <summary>The values it takes; empty for any.</summary>
    public string[] Allowed { get; } = allowed;

    /// <summary>How many it takes at most; 0 means as many as are allowed.</summary>
    public int MaxItems { get; init; }

    /// <summary>`uuid` or null: the format of each item.</summary>
    public string? Format { get; init; }
}

/// <summary>An RFC 3339 instant, or a date alone, which means 00:00 in the publication's zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DateOrInstantAttribute : Attribute;

/// <summary>The slug or the id of something.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ReferenceAttribute : Attribute;
