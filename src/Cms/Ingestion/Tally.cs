namespace Cms.Ingestion;

/// <summary>How many documents met which end.</summary>
internal sealed record Tally
{
    public int Seen { get; init; }
    public int Created { get; init; }
    public int Updated { get; init; }
    public int Unchanged { get; init; }
    public int Duplicate { get; init; }
    public int Conflict { get; init; }
    public int Rejected { get; init; }
    public int Missing { get; init; }

    public static Tally Of(IReadOnlyList<DocumentOutcome> outcomes) => new()
    {
        Seen = outcomes.Count(outcome => outcome.Outcome != DocumentOutcome.Missing),
        Created = Count(outcomes, DocumentOutcome.Created),
        Updated = Count(outcomes, DocumentOutcome.Updated),
        Unchanged = Count(outcomes, DocumentOutcome.Unchanged),
        Duplicate = Count(outcomes, DocumentOutcome.Duplicate),
        Conflict = Count(outcomes, DocumentOutcome.Conflict),
        Rejected = Count(outcomes, DocumentOutcome.Rejected),
        Missing = Count(outcomes, DocumentOutcome.Missing),
    };

    public Tally Plus(Tally other) => new()
    {
        Seen = Seen + other.Seen,
        Created = Created + other.Created,
        Updated = Updated + other.Updated,
        Unchanged = Unchanged + other.Unchanged,
        Duplicate = Duplicate + other.Duplicate,
        Conflict = Conflict + other.Conflict,
        Rejected = Rejected + other.Rejected,
        Missing = Missing + other.Missing,
    };

    public override string ToString() =>
        $"{Seen} seen, {Created} created, {Updated} updated, {Unchanged} unchanged, {Duplicate} duplicate, "
        + $"{Conflict} conflict, {Rejected} rejected, {Missing} missing";

    private static int Count(IReadOnlyList<DocumentOutcome> outcomes, string outcome) => outcomes.Count(one => one.Outcome == outcome);
}
