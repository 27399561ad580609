using System.Globalization;
using System.Text;
using System.Text.Json;
using Cms.Http.Problems;
using FluentValidation;
using FluentValidation.Results;

namespace Cms.Http.Inputs;

/// <summary>Runs an input's validator and says what it found in the words of the API.</summary>
internal static class InputRules
{
    /// <summary>The codes of the library's validators.</summary>
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["NotEmptyValidator"] = ErrorCode.Required,
        ["NotNullValidator"] = ErrorCode.Required,
        ["MaximumLengthValidator"] = ErrorCode.TooLong,
        ["MinimumLengthValidator"] = ErrorCode.TooShort,
        ["RegularExpressionValidator"] = ErrorCode.Pattern,
        ["InclusiveBetweenValidator"] = ErrorCode.OutOfRange,
        ["GreaterThanValidator"] = ErrorCode.OutOfRange,
        ["GreaterThanOrEqualValidator"] = ErrorCode.OutOfRange,
        ["LessThanValidator"] = ErrorCode.OutOfRange,
        ["LessThanOrEqualValidator"] = ErrorCode.OutOfRange,
    };

    private static readonly Dictionary<string, string> Facts = new()
    {
        ["MaxLength"] = "maxLength",
        ["MinLength"] = "minLength",
        ["From"] = "min",
        ["To"] = "max",
        ["Max"] = "max",
    };

    static InputRules() => ValidatorOptions.Global.LanguageManager.Enabled = false;

    /// <summary>Everything that breaks a rule.</summary>
    public static IEnumerable<ProblemError> Check<T>(T value, IValidator<T>? validator) =>
        validator is null ? [] : validator.Validate(value).Errors.Select(ErrorOf);

    private static ProblemError ErrorOf(ValidationFailure failure)
    {
        var code = Codes.GetValueOrDefault(failure.ErrorCode, failure.ErrorCode);
        var facts = (failure.FormattedMessagePlaceholderValues ?? [])
            .Where(fact => Facts.ContainsKey(fact.Key) && fact.Value is int and >= 0)
            .ToDictionary(fact => Facts[fact.Key], fact => Convert.ToString(fact.Value, CultureInfo.InvariantCulture)!);
        return new ProblemError
        {
            Pointer = PointerOf(failure.PropertyName),
            Code = ErrorCode.All.ContainsKey(code) ? code : ErrorCode.Invalid,
            Detail = failure.ErrorMessage,
            Meta = facts.Count == 0 ? null : facts,
        };
    }

    /// <summary>`Blocks[2].Text` as `/blocks/2/text`.</summary>
    private static string PointerOf(string path)
    {
        var pointer = new StringBuilder();
        foreach (var part in path.Split('.', '[', ']').Where(part => part.Length > 0))
        {
            pointer.Append('/').Append(JsonNamingPolicy.CamelCase.ConvertName(part));
        }

        return pointer.ToString();
    }
}
