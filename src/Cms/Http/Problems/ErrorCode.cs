namespace Cms.Http.Problems;

/// <summary>The codes of single errors: what is wrong with one member or parameter. Stable; the list below is all there are.</summary>
internal static class ErrorCode
{
    public const string Duplicate = "duplicate";
    public const string Empty = "empty";
    public const string InUse = "in-use";
    public const string Invalid = "invalid";
    public const string InvalidCursor = "invalid-cursor";
    public const string Malformed = "malformed";
    public const string NotInList = "not-in-list";
    public const string OutOfRange = "out-of-range";
    public const string Pattern = "pattern";
    public const string ReadOnly = "read-only";
    public const string Required = "required";
    public const string TooDeep = "too-deep";
    public const string TooLong = "too-long";
    public const string TooMany = "too-many";
    public const string TooShort = "too-short";
    public const string Type = "type";
    public const string Unknown = "unknown";
    public const string UnknownReference = "unknown-reference";

    /// <summary>Every code and what it means.</summary>
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        [Duplicate] = "It is given twice",
        [Empty] = "It is there without a value",
        [InUse] = "Others refer to it; `meta` counts them",
        [Invalid] = "It breaks the rule that the detail names",
        [InvalidCursor] = "The cursor does not belong to this list",
        [Malformed] = "The text cannot be read",
        [NotInList] = "It is none of the values that are taken",
        [OutOfRange] = "It is below the least or above the greatest value",
        [Pattern] = "It does not have the form that is asked for",
        [ReadOnly] = "Only answers have this member",
        [Required] = "It is missing",
        [TooDeep] = "The JSON is nested too deep",
        [TooLong] = "It has too many characters",
        [TooMany] = "There are too many of them",
        [TooShort] = "It has too few characters",
        [Type] = "It is of another JSON type",
        [Unknown] = "There is no such member or parameter",
        [UnknownReference] = "It names something that does not exist",
    };
}
