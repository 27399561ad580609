using Cms.Http.Answers;
using Cms.Http.Caching;

namespace Cms.Tests.Http.Caching;

public sealed class AnswerStoreTests
{
    private const int Capacity = 1_000_000;

    [Fact]
    public void It_never_holds_more_bytes_than_it_may()
    {
        var store = new AnswerStore(Capacity);
        var random = new Random(5);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var address = $"/v1/articles/{random.Next(3_000)}";
            if (store.Find(address) is { Answer: { } answer } place)
            {
                store.Grow(place, answer, random.Next(2_000));
                if (turn % 7 == 0)
                {
                    store.Drop(place, answer);
                }
            }
            else
            {
                store.Keep(address, Answer(random.Next(20_000)));
            }

            Assert.InRange(store.Bytes, 0, Capacity);
        }

        Assert.InRange(store.Count, 10, 3_000);
    }

    [Fact]
    public void What_is_asked_for_once_does_not_wash_out_what_is_asked_for_often()
    {
        var store = new AnswerStore(Capacity);
        for (var number = 0; number < 50; number++)
        {
            store.Keep($"/hot/{number}", Answer(5_000));
        }

        for (var number = 0; number < 5_000; number++)
        {
            store.Keep($"/cold/{number}", Answer(5_000));
            Assert.NotNull(store.Find($"/hot/{number % 50}"));
        }
    }

    [Fact]
    public void What_is_asked_for_twice_finds_room_in_a_full_store()
    {
        var store = new AnswerStore(Capacity);
        for (var number = 0; number < 500; number++)
        {
            store.Keep($"/old/{number}", Answer(5_000));
        }

        store.Keep("/new", Answer(5_000));
        Assert.Null(store.Find("/new"));
        store.Keep("/new", Answer(5_000));
        Assert.NotNull(store.Find("/new"));
    }

    [Fact]
    public void An_answer_that_would_take_most_of_the_room_is_not_kept()
    {
        var store = new AnswerStore(Capacity);
        store.Keep("/huge", Answer(Capacity / 2));

        Assert.Null(store.Find("/huge"));
        Assert.Equal(0, store.Bytes);
    }

    private static CachedAnswer Answer(int length) =>
        new(new byte[length], "application/json", [], "\"tag\"", new AnswerOrigin(), generation: 1, DateTimeOffset.UnixEpoch);
}
