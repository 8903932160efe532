using BpoDirectory.Components.Admin.Editing;
using Microsoft.JSInterop;

namespace BpoDirectory.Tests.Components.Admin.Editing;

public sealed class EditorScriptTests
{
    private const string Gone = "JS object instance with ID 1 does not exist (has it been disposed?).";

    private readonly Browser _browser = new();

    [Fact]
    public async Task Calls_made_at_once_load_the_script_once()
    {
        var script = new EditorScript(_browser, "editor.js");

        var calls = Task.WhenAll(script.StartAsync(), script.GuardAsync(true), script.LastTypedAsync());
        _browser.Loading.SetResult(_browser.Module);
        await calls;

        Assert.Equal(1, _browser.Loads);
        Assert.Equal(["guard", "lastTyped", "start"], _browser.Module.Calls.Order());
    }

    [Fact]
    public async Task Page_left_while_the_script_is_loading_calls_nothing_of_it_and_lets_it_go()
    {
        var script = new EditorScript(_browser, "editor.js");
        var starting = script.StartAsync();

        var leaving = script.DisposeAsync().AsTask();
        _browser.Loading.SetResult(_browser.Module);
        await Task.WhenAll(starting, leaving);

        Assert.DoesNotContain("start", _browser.Module.Calls);
        Assert.True(_browser.Module.IsDisposed);
    }

    [Fact]
    public async Task Page_that_is_left_asks_nothing_any_more()
    {
        var script = new EditorScript(_browser, "editor.js");
        _browser.Loading.SetResult(_browser.Module);
        await script.StartAsync();
        await script.DisposeAsync();
        var calls = _browser.Module.Calls.Count;

        await script.FocusAsync("field-name");

        Assert.Null(await script.HeldAsync("draft"));
        Assert.Equal(calls, _browser.Module.Calls.Count);
    }

    [Fact]
    public async Task Page_that_never_called_its_script_does_not_load_it_to_leave()
    {
        await new EditorScript(_browser, "editor.js").DisposeAsync();

        Assert.Equal(0, _browser.Loads);
    }

    [Theory]
    [MemberData(nameof(EndsOfACall))]
    public async Task Call_under_way_when_the_page_is_left_ends_without_an_error(Exception end)
    {
        var script = new EditorScript(_browser, "editor.js");
        _browser.Loading.SetResult(_browser.Module);
        await script.StartAsync();
        _browser.Module.Answer = new TaskCompletionSource();
        var asking = script.HasUnsentAsync();

        var leaving = script.DisposeAsync().AsTask();
        _browser.Module.Answer.SetException(end);
        await leaving;

        Assert.False(await asking);
    }

    public static TheoryData<Exception> EndsOfACall() =>
        [new JSException(Gone), new ObjectDisposedException(nameof(IJSObjectReference)), new JSDisconnectedException("Gone."),
            new TaskCanceledException()];

    [Fact]
    public async Task Fault_of_the_script_itself_is_no_secret()
    {
        var script = new EditorScript(_browser, "editor.js");
        _browser.Loading.SetResult(_browser.Module);
        _browser.Module.Answer = new TaskCompletionSource();
        _browser.Module.Answer.SetException(new JSException("typed is not defined"));

        await Assert.ThrowsAsync<JSException>(script.StartAsync);
    }

    private sealed class Browser : IJSRuntime
    {
        public TaskCompletionSource<Module> Loading { get; } = new();

        public Module Module { get; } = new();

        public int Loads { get; private set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Loads++;
            return (TValue)(object)await Loading.Task;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);
    }

    private sealed class Module : IJSObjectReference
    {
        public List<string> Calls { get; } = [];

        public bool IsDisposed { get; private set; }

        /// <summary>When the browser answers; null for at once.</summary>
        public TaskCompletionSource? Answer { get; set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Calls.Add(identifier);
            if (Answer is { } answer)
                await answer.Task;
            return default!;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return ValueTask.CompletedTask;
        }
    }
}
