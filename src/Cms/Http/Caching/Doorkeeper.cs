namespace Cms.Http.Caching;

/// <summary>Remembers, roughly and for a while, what was asked for, so that what is asked for once washes nothing out of a full cache.</summary>
internal sealed class Doorkeeper
{
    private const int Places = 1 << 16;

    private readonly int[] marks = new int[Places];

    /// <summary>Whether the address was asked for before; it is from now on.</summary>
    public bool HasSeen(string address)
    {
        var mark = address.GetHashCode(StringComparison.Ordinal);
        ref var place = ref marks[(uint)mark % Places];
        if (place == mark)
        {
            return true;
        }

        place = mark;
        return false;
    }
}
