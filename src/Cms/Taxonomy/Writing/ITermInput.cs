namespace Cms.Taxonomy.Writing;

/// <summary>What the inputs of contributors, sections and tags have in common.</summary>
internal interface ITermInput
{
    /// <summary>The name as shown to readers.</summary>
    string Name { get; }

    /// <summary>The address that is wished for; null for the present one, or one made of the name.</summary>
    string? Slug { get; }

    /// <summary>The publication that it belongs to; null for the present one, or the installation's.</summary>
    string? PublicationSlug { get; }
}
