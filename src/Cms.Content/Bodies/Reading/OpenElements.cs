namespace Cms.Content.Bodies.Reading;

/// <summary>The elements that wait for their end tags, innermost last; bounded, so that no step of reading depends on the size of the page.</summary>
internal sealed class OpenElements
{
    private const int Deepest = 256;

    private readonly List<OpenElement> stack = [];
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal);

    // Elements below the deepest level are not opened, and so their end tags close nothing.
    private int tooDeep;

    public InlineState Inline { get; private set; } = new();

    public Place Place => stack.Count > 0 ? stack[^1].Place : default;

    public OpenElement? Innermost => stack.Count > 0 ? stack[^1] : null;

    public bool Open(OpenElement element)
    {
        if (stack.Count >= Deepest)
        {
            tooDeep++;
            return false;
        }

        stack.Add(element);
        names[element.Name] = names.GetValueOrDefault(element.Name) + 1;
        if (element.Outside is not null)
        {
            Inline = new InlineState();
        }
        else if (element.IsInline)
        {
            Inline.Open(element.Name);
        }

        return true;
    }

    /// <summary>The index of the innermost element of a name that nothing walls off, or -1.</summary>
    public int Find(string name, Func<OpenElement, bool>? wall = null)
    {
        if (names.GetValueOrDefault(name) == 0)
        {
            return -1;
        }

        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (stack[i].Name == name)
            {
                return i;
            }

            if (wall?.Invoke(stack[i]) ?? stack[i].IsWall)
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>The index of the innermost element for which a condition holds before a wall does, or -1.</summary>
    public int Find(Func<OpenElement, bool> wanted, Func<OpenElement, bool> wall)
    {
        for (var i = stack.Count - 1; i >= 0; i--)
        {
            if (wanted(stack[i]))
            {
                return i;
            }

            if (wall(stack[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    public OpenElement At(int index) => stack[index];

    /// <summary>Closes the element at an index with all that is open inside it.</summary>
    public void CloseFrom(int index)
    {
        while (stack.Count > index)
        {
            var element = stack[^1];
            stack.RemoveAt(stack.Count - 1);
            names[element.Name]--;
            if (element.Outside is not null)
            {
                Inline = element.Outside;
            }
            else if (element.IsInline)
            {
                Inline.Close(element.Name);
            }

            element.Closed?.Invoke();
        }
    }

    /// <summary>True where an end tag belongs to an element that lay too deep to be opened.</summary>
    public bool EndsTooDeep()
    {
        if (tooDeep == 0 || stack.Count < Deepest)
        {
            tooDeep = 0;
            return false;
        }

        tooDeep--;
        return true;
    }
}
