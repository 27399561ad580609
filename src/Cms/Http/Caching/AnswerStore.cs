using System.Collections.Concurrent;

namespace Cms.Http.Caching;

/// <summary>
/// Answers by address, in a bounded number of bytes. Finding takes no lock. What is full is emptied around the clock: what was used since the
/// hand last came by stays, the next goes.
/// </summary>
/// <param name="capacity">Bytes at most.</param>
internal sealed class AnswerStore(long capacity)
{
    /// <summary>The largest part of the whole that one answer may take.</summary>
    private const int SmallestShare = 8;

    /// <summary>What a place weighs without its answer, besides its address.</summary>
    private const int PlaceOverhead = 300;

    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly Queue<Place> clock = [];
    private readonly Doorkeeper doorkeeper = new();
    private readonly Lock changing = new();
    private long bytes;

    /// <summary>Bytes held now.</summary>
    public long Bytes => Volatile.Read(ref bytes);

    /// <summary>Addresses held now.</summary>
    public int Count => places.Count;

    /// <summary>The place of an address, which is in use from now on; null when there is none.</summary>
    public Place? Find(string address)
    {
        if (!places.TryGetValue(address, out var place))
        {
            return null;
        }

        if (!place.IsUsed)
        {
            place.IsUsed = true;
        }

        return place;
    }

    /// <summary>Keeps an answer, unless it is too big, or new where there is no room and asked for only once.</summary>
    public void Keep(string address, CachedAnswer answer)
    {
        if (answer.Size > capacity / SmallestShare)
        {
            return;
        }

        lock (changing)
        {
            if (!places.TryGetValue(address, out var place))
            {
                var overhead = PlaceOverhead + (2 * address.Length);
                if (bytes + answer.Size + overhead > capacity && !doorkeeper.HasSeen(address))
                {
                    return;
                }

                place = new Place(address, overhead);
                places[address] = place;
                clock.Enqueue(place);
                bytes += overhead;
            }

            Empty(place);
            place.Answer = answer;
            place.Weight = answer.Size;
            bytes += answer.Size;
            MakeRoom();
        }
    }

    /// <summary>Lets go of an answer that does not hold any more.</summary>
    public void Drop(Place place, CachedAnswer answer)
    {
        lock (changing)
        {
            if (place.Answer == answer)
            {
                Empty(place);
            }
        }
    }

    /// <summary>Counts bytes that an answer has grown by.</summary>
    public void Grow(Place place, CachedAnswer answer, int by)
    {
        lock (changing)
        {
            if (place.Answer == answer && place.IsHeld)
            {
                place.Weight += by;
                bytes += by;
                MakeRoom();
            }
        }
    }

    private void MakeRoom()
    {
        while (bytes > capacity && clock.TryDequeue(out var place))
        {
            if (place.IsUsed)
            {
                place.IsUsed = false;
                clock.Enqueue(place);
                continue;
            }

            places.TryRemove(place.Address, out _);
            Empty(place);
            place.IsHeld = false;
            bytes -= place.Overhead;
        }
    }

    private void Empty(Place place)
    {
        bytes -= place.Weight;
        place.Weight = 0;
        place.Answer = null;
    }

    /// <summary>Where the answer of an address is kept.</summary>
    internal sealed class Place(string address, int overhead)
    {
        private volatile CachedAnswer? answer;
        private volatile bool isUsed;

        public string Address => address;

        public int Overhead => overhead;

        public CachedAnswer? Answer
        {
            get => answer;
            set => answer = value;
        }

        public bool IsUsed
        {
            get => isUsed;
            set => isUsed = value;
        }

        public int Weight { get; set; }

        public bool IsHeld { get; set; } = true;
    }
}
