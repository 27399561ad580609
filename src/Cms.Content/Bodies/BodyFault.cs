using System.Diagnostics.CodeAnalysis;

namespace Cms.Content.Bodies;

/// <summary>
/// A rule that a body breaks: where (a JSON pointer from the body on, such as `/3/content/0/href`), which kind (a code of the API's
/// errors) and what its author can do about it.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "A JSON Pointer (RFC 6901), by the name that it has in the API's errors.")]
public sealed record BodyFault(string Pointer, string Code, string Detail);
