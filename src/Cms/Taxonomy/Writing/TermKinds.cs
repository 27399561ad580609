using System.Text.Json;

namespace Cms.Taxonomy.Writing;

/// <summary>The three kinds.</summary>
internal static class TermKinds
{
    public static readonly TermKind<ContributorRow, ContributorInput, Contributor> Contributors = new()
    {
        Relation = TaxonomyRelations.Contributors,
        Shape = row => new Contributor(row),
        Present = row => new ContributorInput
        {
            Name = row.Name,
            Slug = row.Slug,
            Kind = Enum.Parse<ContributorKind>(row.Kind, ignoreCase: true),
            Title = row.Title,
            Bio = row.Bio,
        },
        Values = input =>
        [
            new("kind", input.Kind is ContributorKind.Agency ? "agency" : "person"),
            new("title", TermInputRules.Stored(input.Title)),
            new("bio", TermInputRules.Stored(input.Bio)),
        ],
        Published = "published_authors x where x.contributor_id = any(@Ids)",
        Revised = "r.author_ids && @Ids",
        Move =
            """
            delete from published_authors a
            using published_authors o
            where a.contributor_id = @Id
              and o.contributor_id = @Into
              and o.article_id = a.article_id;

            update published_authors
            set contributor_id = @Into
            where contributor_id = @Id;
            """,
    };

    public static readonly TermKind<SectionRow, SectionInput, Section> Sections = new()
    {
        Relation = TaxonomyRelations.Sections,
        Shape = row => new Section(row),
        Present = row => new SectionInput
        {
            Name = row.Name,
            Slug = row.Slug,
            Parent = row.Parent is null ? null : JsonSerializer.Deserialize(row.Parent, TaxonomyJson.Default.SectionReference)!.Id.ToString(),
            Description = row.Description,
        },
        Values = input => [new("description", TermInputRules.Stored(input.Description))],
        Place = SectionTree.Place,
        // Stories keep the id of the section that they were filed under, so that a section of any size moves in one row.
        Published = "published_articles x where x.section_id = any(@Ids)",
        Revised = "r.section_id = any(@Ids)",
        Below = "(select count(*) from sections s where s.parent_id = @Id)",
        Move =
            """
            update sections
            set parent_id = null
            where id = @Id;
            """,
    };

    public static readonly TermKind<TagRow, TagInput, Tag> Tags = new()
    {
        Relation = TaxonomyRelations.Tags,
        Shape = row => new Tag(row),
        Present = row => new TagInput { Name = row.Name, Slug = row.Slug, Description = row.Description },
        Values = input => [new("description", TermInputRules.Stored(input.Description))],
        Published = "published_tags x where x.tag_id = any(@Ids)",
        Revised = "r.tag_ids && @Ids",
        Move =
            """
            delete from published_tags a
            using published_tags o
            where a.tag_id = @Id
              and o.tag_id = @Into
              and o.article_id = a.article_id;

            update published_tags
            set tag_id = @Into
            where tag_id = @Id;
            """,
    };
}
