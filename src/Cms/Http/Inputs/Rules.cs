using Cms.Http.Problems;
using FluentValidation;
using FluentValidation.Validators;

namespace Cms.Http.Inputs;

/// <summary>Rules that the library lacks; the OpenAPI document shows them like its own.</summary>
internal static class Rules
{
    /// <summary>The list has at most so many items.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> MaxItems<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule, int max) =>
        rule.SetValidator(new MaxItemsValidator<T, TItem>(max)).WithErrorCode(ErrorCode.TooMany);

    /// <summary>No item is in the list twice.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<TItem>?> Distinct<T, TItem>(this IRuleBuilder<T, IReadOnlyList<TItem>?> rule) =>
        rule.Must(items => items is null || items.Distinct().Count() == items.Count).WithErrorCode(ErrorCode.Duplicate)
            .WithMessage("{PropertyName} names an item twice.");

    /// <summary>The text is one of these.</summary>
    public static IRuleBuilderOptions<T, string?> IsOneOf<T>(this IRuleBuilder<T, string?> rule, params string[] allowed) =>
        rule.SetValidator(new OneOfValidator<T>(allowed)).WithErrorCode(ErrorCode.NotInList);
}

/// <summary>A bound that the OpenAPI document shows as `maxItems`.</summary>
internal interface IMaxItemsValidator
{
    /// <summary>The most items.</summary>
    int Max { get; }
}

/// <summary>A list that the OpenAPI document shows as `enum`.</summary>
internal interface IOneOfValidator
{
    /// <summary>The values that are taken.</summary>
    IReadOnlyList<string> Allowed { get; }
}

/// <summary>Bounds the length of a list.</summary>
internal sealed class MaxItemsValidator<T, TItem>(int max) : PropertyValidator<T, IReadOnlyList<TItem>?>, IMaxItemsValidator
{
    public override string Name => "MaxItemsValidator";

    public int Max => max;

    public override bool IsValid(ValidationContext<T> context, IReadOnlyList<TItem>? value)
    {
        context.MessageFormatter.AppendArgument("Max", max);
        return value is null || value.Count <= max;
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "Give {Max} items at most.";
}

/// <summary>Holds a text to a list.</summary>
internal sealed class OneOfValidator<T>(string[] allowed) : PropertyValidator<T, string?>, IOneOfValidator
{
    public override string Name => "OneOfValidator";

    public IReadOnlyList<string> Allowed => allowed;

    public override bool IsValid(ValidationContext<T> context, string? value)
    {
        context.MessageFormatter.AppendArgument("Allowed", string.Join(", ", allowed));
        return value is null || allowed.Contains(value, StringComparer.Ordinal);
    }

    protected override string GetDefaultMessageTemplate(string errorCode) => "Take one of {Allowed}.";
}
