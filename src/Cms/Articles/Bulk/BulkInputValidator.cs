using Cms.Http;
using Cms.Http.Inputs;
using Cms.Http.Problems;
using FluentValidation;

namespace Cms.Articles.Bulk;

/// <summary>The rules for the frame of a bulk request; each story has those of its own.</summary>
internal sealed class BulkInputValidator : AbstractValidator<BulkInput>
{
    public BulkInputValidator()
    {
        RuleFor(bulk => bulk.Operations).Cascade(CascadeMode.Stop)
            .NotEmpty().WithMessage("Name at least one operation.")
            .MaxItems(Limits.BulkOperations).WithMessage("Give {Max} operations at most.");
        RuleForEach(bulk => bulk.Operations).SetValidator(new BulkOperationInputValidator())
            .When(bulk => bulk.Operations.Count <= Limits.BulkOperations);
    }
}

/// <summary>Which members an operation takes.</summary>
internal sealed class BulkOperationInputValidator : AbstractValidator<BulkOperationInput>
{
    private const int TagLength = 1024;

    public BulkOperationInputValidator()
    {
        RuleFor(operation => operation.Id).NotNull().When(operation => operation.Op != BulkVerb.Create).WithMessage("Name the story.");
        RuleFor(operation => operation.IfMatch).MaximumLength(TagLength).WithMessage("Use {MaxLength} characters at most.");
        RuleFor(operation => operation.IfMatch).Null().When(operation => operation.Op == BulkVerb.Create)
            .WithErrorCode(ErrorCode.Invalid).WithMessage("A new story has no ETag yet: leave it out.");
        RuleFor(operation => operation.Article).Must((operation, article) => article.Text is not null || !TakesStory(operation.Op))
            .WithErrorCode(ErrorCode.Required).WithMessage("Send the story, or what changes in it.");
        RuleFor(operation => operation.Article).Must((operation, article) => article.Text is null || TakesStory(operation.Op))
            .WithErrorCode(ErrorCode.Invalid).WithMessage("This operation takes no story: leave it out.");
    }

    private static bool TakesStory(BulkVerb verb) => verb is BulkVerb.Create or BulkVerb.Update;
}
