using Cms.Content.Bodies;
using CsCheck;

namespace Cms.Content.Tests.Bodies.Reading;

public sealed class BlockIdTests
{
    [Theory]
    [InlineData("b1:a b2:b b3:c", "a b c", "b1 b2 b3")]
    [InlineData("b1:a b2:b b3:c", "a x c", "b1 b4 b3")]
    [InlineData("b1:a b2:b b3:c", "x a b c", "b4 b1 b2 b3")]
    [InlineData("b1:a b2:b b3:c", "a c", "b1 b3")]
    [InlineData("b1:a b2:b b3:c", "a b c d e", "b1 b2 b3 b4 b5")]
    [InlineData("b1:a b2:b b3:c b4:d", "d a b c", "b5 b1 b2 b3")]
    [InlineData("b1:a b2:a b3:a", "a a", "b1 b2")]
    [InlineData("b1:a b2:b b3:a", "x a", "b4 b3")]
    [InlineData("intro:a b7:b", "y b z", "b8 b7 b9")]
    [InlineData("b1:a", "b", "b2")]
    [InlineData("", "a b", "b1 b2")]
    [InlineData("b1:a", "", "")]
    [InlineData("b1:a b1:a", "a a", "b1 b2")]
    public void Unchanged_blocks_keep_their_ids_and_others_get_fresh_ones(string before, string after, string ids) =>
        Assert.Equal(ids, string.Join(' ', BlockIds.Keep(Blocks(before), Blocks(after)).Select(block => block.Id)));

    [Theory]
    [InlineData("b1:a b2:b", "b2:x b1:y", "b2 b1")]
    [InlineData("b1:a b2:b", "mine:x a", "mine b1")]
    [InlineData("b1:a b2:b", "b1:x a", "b1 b3")]
    [InlineData("b1:a", "b1:x b1:y", "b1 b2")]
    [InlineData("b1:a", "-bad:a x", "b1 b2")]
    public void Given_ids_stay_whatever_else_changed(string before, string after, string ids)
    {
        var blocks = Blocks(after);
        var given = blocks.Select(block => block.Id).Where(id => id.Length > 0).ToHashSet();

        Assert.Equal(ids, string.Join(' ', BlockIds.Keep(Blocks(before), blocks, given).Select(block => block.Id)));
    }

    [Fact]
    public void Ids_are_unique_and_kept_only_by_equal_blocks() => Gen.Select(Sample.Body, Sample.Body).Sample((before, after) =>
    {
        var kept = BlockIds.Keep(BlockIds.Keep([], before), after);
        var old = BlockIds.Keep([], before).ToDictionary(block => block.Id);

        Assert.Equal(kept.Count, kept.Select(block => block.Id).Distinct().Count());
        Assert.All(kept.Where(block => old.ContainsKey(block.Id)), block =>
            Assert.Equal(BodyJson.Write([old[block.Id]]), BodyJson.Write([block])));
    });

    [Fact]
    public void Ten_thousand_blocks_of_which_many_repeat_are_matched()
    {
        var before = BlockIds.Keep([], [.. Enumerable.Range(0, 10_000).Select(i => Sample.Paragraph($"t{i % 100}"))]);
        Block[] after = [Sample.Paragraph("new"), .. before.Where((_, i) => i % 3 != 0)];

        var kept = BlockIds.Keep(before, after);

        Assert.Equal(after.Length, kept.Select(block => block.Id).Distinct().Count());
        Assert.True(kept.Select(block => block.Id).Intersect(before.Select(block => block.Id)).Count() > 3_000);
    }

    private static Block[] Blocks(string words) =>
    [
        .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split(':'))
            .Select(parts => Sample.Paragraph(parts[^1]) with { Id = parts.Length > 1 ? parts[0] : "" }),
    ];
}
