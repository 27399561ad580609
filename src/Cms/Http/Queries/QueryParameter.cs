using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cms.Http.Problems;
using Microsoft.Extensions.Primitives;

namespace Cms.Http.Queries;

/// <summary>One query parameter: what it takes, read once from its property. Requests are held to it and the OpenAPI document shows it.</summary>
internal sealed class QueryParameter(PropertyInfo property)
{
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public PropertyInfo Property { get; } = property;

    public bool IsRepeatable { get; } = property.PropertyType == typeof(string[]);

    public bool IsRequired { get; } = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute), false);

    public Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    public CommaListAttribute? CommaList { get; } = property.GetCustomAttribute<CommaListAttribute>();

    public bool IsDateOrInstant { get; } = property.IsDefined(typeof(DateOrInstantAttribute));

    public RangeAttribute? Range { get; } = property.GetCustomAttribute<RangeAttribute>();

    public int MaxLength { get; } = property.GetCustomAttribute<MaxLengthAttribute>()?.Length ?? Limits.ReferenceLength;

    public string? Pattern { get; } = property.GetCustomAttribute<RegularExpressionAttribute>()?.Pattern;

    public string[] Allowed { get; } = property.GetCustomAttribute<AllowedValuesAttribute>()?.Values.Cast<string>().ToArray() ?? [];

    public object? Default { get; } = property.GetCustomAttribute<DefaultValueAttribute>()?.Value;

    /// <summary>What is wrong with the values; null when nothing is.</summary>
    public ProblemError? Check(StringValues values)
    {
        if (values.Count > 1 && !IsRepeatable)
        {
            return Wrong("duplicate", $"Give {Name} once.");
        }

        if (values.Count > Limits.Tags)
        {
            return Wrong("too-many", $"Give {Name} at most {Limits.Tags} times.", "max", Limits.Tags.ToString(CultureInfo.InvariantCulture));
        }

        return values.Select(CheckOne).FirstOrDefault(error => error is not null);
    }

    private ProblemError? CheckOne(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Wrong("empty", $"Give {Name} a value or leave it out.");
        }

        if (value.Any(character => char.IsControl(character) || character == '\uFFFD'))
        {
            return Wrong("pattern", $"{Name} holds a control character or bytes that are not UTF-8.");
        }

        return CommaList is not null ? CheckList(value)
            : Type == typeof(int) ? CheckNumber(value)
            : Type == typeof(DateOnly) ? CheckDay(value)
            : Type == typeof(bool) ? CheckAllowed(value, ["true", "false"])
            : Allowed.Length > 0 ? CheckAllowed(value, Allowed)
            : IsDateOrInstant ? CheckDate(value)
            : CheckLength(value);
    }

    private ProblemError? CheckNumber(string value)
    {
        var isNumber = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return isNumber && (Range is null || (number >= (int)Range.Minimum && number <= (int)Range.Maximum))
            ? null
            : Wrong("out-of-range", $"{Name} is a whole number from {Range?.Minimum} to {Range?.Maximum}.", "max", $"{Range?.Maximum}");
    }

    private ProblemError? CheckAllowed(string value, string[] allowed)
    {
        if (allowed.Contains(value, StringComparer.Ordinal))
        {
            return null;
        }

        var detail = $"{Name} takes {string.Join(", ", allowed)}.";
        return DidYouMean.Nearest(value, allowed) is { } near
            ? Wrong("not-in-list", detail, "didYouMean", near)
            : Wrong("not-in-list", detail);
    }

    private ProblemError? CheckList(string value)
    {
        var items = value.Split(',');
        if (CommaList!.MaxItems > 0 && items.Length > CommaList.MaxItems)
        {
            return Wrong(
                "too-many",
                $"{Name} takes at most {CommaList.MaxItems} items.",
                "max",
                CommaList.MaxItems.ToString(CultureInfo.InvariantCulture));
        }

        if (items.Distinct(StringComparer.Ordinal).Count() < items.Length)
        {
            return Wrong("duplicate", $"{Name} names an item twice.");
        }

        return CommaList.Format == "uuid" && !items.All(item => Guid.TryParseExact(item, "D", out _))
            ? Wrong("pattern", $"{Name} is a comma list of ids (UUIDs).")
            : CommaList.Allowed.Length == 0 ? null
            : items.Select(item => CheckAllowed(item, CommaList.Allowed)).FirstOrDefault(error => error is not null);
    }

    private ProblemError? CheckDate(string value) =>
        DateOrInstant.TryParse(value, out _)
            ? null
            : Wrong("pattern", $"{Name} is a date (2020-09-28) or an RFC 3339 instant with its offset (2020-09-28T09:15:00Z).");

    private ProblemError? CheckDay(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null
            : Wrong("pattern", $"{Name} is a date (2020-09-28).");

    private ProblemError? CheckLength(string value) =>
        value.Length > MaxLength ? Wrong(
            "too-long", $"{Name} has at most {MaxLength} characters.", "maxLength", MaxLength.ToString(CultureInfo.InvariantCulture))
        : Pattern is not null && !Regex.IsMatch(value, Pattern, RegexOptions.NonBacktracking) ? Wrong("pattern", $"{Name} has the form {Pattern}.")
        : null;

    private ProblemError Wrong(string code, string detail, string? fact = null, string? value = null) => new()
    {
        Parameter = Name,
        Code = code,
        Detail = detail,
        Meta = fact is null ? null : new Dictionary<string, string> { [fact] = value! },
    };
}
