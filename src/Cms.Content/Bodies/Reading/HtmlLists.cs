using AngleSharp.Html.Parser.Tokens;

namespace Cms.Content.Bodies.Reading;

/// <summary>Lists: one inside another is a level of the outer one.</summary>
internal sealed class HtmlLists(BodyBuilder body)
{
    public static bool IsList(string name) => name is "ul" or "ol" or "menu" or "dir";

    public void List(HtmlTagToken tag)
    {
        var place = body.Place;
        var ordered = tag.Name == "ol";
        if (place.List is { } outer)
        {
            if (ordered != outer.Ordered)
            {
                body.Drops.Inside(tag.Name, outer.Ordered ? "ol" : "ul");
            }

            body.Enter(tag.Name, place with { Level = Math.Min(place.Level + 1, ListDepth.Deepest) });
        }
        else if (place.Inside is { } container)
        {
            body.Drops.Inside(tag.Name, container);
            body.Enter(tag.Name, place);
        }
        else
        {
            var list = new ListReading { Ordered = ordered };
            var start = ordered && tag.Number("start") is >= 0 and <= BodyRules.MaxStart and not 1 ? tag.Number("start") : null;
            var (id, direction) = (tag.Id(), tag.Direction() ?? place.Direction);
            body.Enter(tag.Name, place with { List = list, Level = 0, Inside = ordered ? "ol" : "ul" }, () =>
            {
                if (list.Items() is { Count: > 0 } items)
                {
                    body.Add(new ListBlock { Id = id, Direction = direction, Ordered = ordered, Start = start, Items = items });
                }

                body.Release();
            });
        }
    }

    public void Item(HtmlTagToken tag)
    {
        if (body.Open.Find("li", static element => element.IsWall || IsList(element.Name)) is >= 0 and var index)
        {
            body.Open.CloseFrom(index);
            body.Boundary();
        }

        var place = body.Place;
        place.List?.Add(place.Level);
        body.Enter(tag.Name, place, place.List is { } list ? list.EndItem : null);
    }
}
