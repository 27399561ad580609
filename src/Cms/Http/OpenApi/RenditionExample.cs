namespace Cms.Http.OpenApi;

/// <summary>The value of an example that shows a document in a format of others.</summary>
/// <param name="Write">Writes the document, when it is asked for: starting the program need not wait for it.</param>
/// <param name="IsJson">Whether it is shown as JSON rather than as text.</param>
internal sealed record RenditionExample(Func<byte[]> Write, bool IsJson);
