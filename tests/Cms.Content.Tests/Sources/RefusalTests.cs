namespace Cms.Content.Tests.Sources;

public sealed class RefusalTests
{
    private const string Day = "Mon 28 Sep 2020 | 11:15 AM";

    [Fact]
    public void A_page_with_nothing_but_a_date_has_no_headline()
    {
        var refusal = Pages.Try($"\n{Day}\n").Refusal!;
        Assert.Equal(("E_NO_TITLE", 2), (refusal.Code, refusal.Line));
        Assert.Equal($"Expected a headline; found only “{Day}”.", refusal.Detail);
    }

    [Fact]
    public void A_page_with_nothing_but_a_masthead_has_no_headline() =>
        Assert.Equal("E_NO_TITLE", Pages.Try("Supervisor Mona Hanna\nEditor in Chief Samir Adel").Refusal!.Code);

    [Fact]
    public void A_long_sentence_at_the_top_is_no_headline()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("The council met again on Monday", 8)) + ".";
        Assert.Equal("E_NO_TITLE", Pages.Try($"{sentence}\n\nIt will meet again on Friday.").Refusal!.Code);
    }

    [Fact]
    public void A_long_sentence_is_a_headline_where_a_date_stands_below_it()
    {
        var sentence = string.Join(' ', Enumerable.Repeat("The council met again on Monday", 7)) + ".";
        Assert.Equal(sentence, Pages.Read($"{sentence}\n{Day}\n\nIt will meet again on Friday.").Headline);
    }

    [Fact]
    public void A_headline_alone_has_no_body()
    {
        var refusal = Pages.Try($"Council Meets Again\n{Day}\n").Refusal!;
        Assert.Equal(("E_NO_BODY", 1), (refusal.Code, refusal.Line));
        Assert.Equal("Expected a paragraph below the headline; found only “Council Meets Again”.", refusal.Detail);
    }

    [Fact]
    public void Furniture_alone_is_no_body() =>
        Assert.Equal("E_NO_BODY", Pages.Try($"Council Meets Again\n{Day}\n\nRead more\n\nFollow us").Refusal!.Code);

    [Fact]
    public void A_body_of_one_sentence_is_enough() => Assert.Equal(["p: It met."], Pages.Read($"Council Meets Again\n{Day}\n\nIt met.").Outline());

    [Fact]
    public void A_message_shows_at_most_eighty_characters_of_what_was_found()
    {
        var detail = Pages.Try(new string('x', 400)).Refusal!.Detail;
        Assert.Equal($"Expected a headline; found only “{new string('x', 79)}…”.", detail);
    }

    [Fact]
    public void An_empty_document_is_refused_before_it_is_read() => Assert.Equal("E_EMPTY", Pages.Try(" \n\n").Refusal!.Code);
}
