using BpoDirectory.Search.Meaning;
using Microsoft.Extensions.Logging.Abstractions;

namespace BpoDirectory.Tests.Search.Meaning;

public sealed class SentenceEncoderTests : IDisposable
{
    private static readonly TimeSpan LongestLoading = TimeSpan.FromMinutes(1);

    private readonly TestClock _clock = new();
    private readonly SentenceEncoder _encoder;

    public SentenceEncoderTests() => _encoder = new SentenceEncoder(_clock, NullLogger<SentenceEncoder>.Instance);

    public void Dispose() => _encoder.Dispose();

    [Fact]
    public async Task Model_that_was_let_go_is_loaded_again_for_the_questions_that_follow()
    {
        Assert.NotNull(_encoder.Encode("a passage"));
        Assert.NotNull(_encoder.TryEncode("a question"));
        _clock.Advance(TimeSpan.FromMinutes(61));
        _encoder.ReleaseIfIdle();

        Assert.Null(_encoder.TryEncode("the first question after an hour"));

        Assert.True(await IsEncodedInTimeAsync("a later question"));
    }

    [Fact]
    public void Model_in_use_is_kept()
    {
        _encoder.Encode("a passage");
        _clock.Advance(TimeSpan.FromMinutes(59));

        _encoder.ReleaseIfIdle();

        Assert.NotNull(_encoder.TryEncode("a question"));
    }

    private async Task<bool> IsEncodedInTimeAsync(string question)
    {
        using var limit = new CancellationTokenSource(LongestLoading);
        while (!limit.IsCancellationRequested)
        {
            if (_encoder.TryEncode(question) is not null)
                return true;
            await Task.Delay(20);
        }
        return false;
    }
}
