using Cms.Http;
using Cms.Http.OpenApi;
using Cms.Http.Pages;
using Cms.Taxonomy.Mastheads;

namespace Cms.Taxonomy.Writing;

/// <summary>What the OpenAPI document shows of writing: a desk that sets up its paper.</summary>
internal static class TaxonomyWritingExamples
{
    private static readonly MastheadEntryRow Chief = new()
    {
        Id = new Guid("0199a3c2-7e44-7c19-8d3a-2b6f90c1e5a7"),
        Role = "Editor in Chief",
        Name = "Elham AbolFateh",
        From = new DateOnly(2022, 3, 1),
        Version = 1,
        CreatedAt = new DateTime(2025, 10, 2, 8, 0, 0, DateTimeKind.Utc),
        UpdatedAt = new DateTime(2025, 10, 2, 8, 0, 0, DateTimeKind.Utc),
    };

    public static readonly Example[] All =
    [
        new(typeof(PublicationInput), "publicationInput", "An Arabic edition", new PublicationInput
        {
            Name = "Newsroom Arabic",
            Language = "ar-EG",
            TimeZone = "Africa/Cairo",
            SiteUrl = "https://ar.newsroom.example",
        }),
        new(typeof(PatchExample), "publicationPatch", "Another name, and no site", new PatchExample(
            typeof(PublicationInput), """{"name": "The Newsroom", "siteUrl": null}""")),
        new(typeof(MastheadEntryInput), "mastheadEntryInput", "An editor in chief who is in office", MastheadEditing.Present(Chief)),
        new(typeof(PatchExample), "mastheadEntryPatch", "The end of a term", new PatchExample(
            typeof(MastheadEntryInput), """{"until": "2025-01-01"}""")),
        new(typeof(EnteredTerm), "mastheadEntry", "An editor in chief who is in office", new EnteredTerm(Chief)),
        new(typeof(ListOf<EnteredTerm>), "mastheadEntryList", "The last page of a list", new ListOf<EnteredTerm>
        {
            Data = [new EnteredTerm(Chief)],
            Page = new Page { NextCursor = null, HasMore = false, Limit = Limits.PageSizeDefault, Total = null },
        }),
        new(typeof(ContributorInput), "contributorInput", "An author", new ContributorInput { Name = "Mona Farid", Title = "Political editor" }),
        new(typeof(PatchExample), "contributorPatch", "Another name, and no title", new PatchExample(
            typeof(ContributorInput), """{"name": "Mona Farid Hassan", "title": null}""")),
        new(typeof(SectionInput), "sectionInput", "A sub-section", new SectionInput { Name = "Middle East", Parent = "world" }),
        new(typeof(PatchExample), "sectionPatch", "A move to the top", new PatchExample(typeof(SectionInput), """{"parent": null}""")),
        new(typeof(TagInput), "tagInput", "A tag", new TagInput { Name = "Iraq", Description = "Politics and life in Iraq." }),
        new(typeof(PatchExample), "tagPatch", "Another name, and no description", new PatchExample(
            typeof(TagInput), """{"name": "Republic of Iraq", "description": null}""")),
        new(typeof(MergeInput), "mergeInput", "What it becomes part of", new MergeInput { Into = "iraq" }),
    ];
}
