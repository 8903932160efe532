using Microsoft.JSInterop;

namespace BpoDirectory.Components.Admin.Editing;

/// <summary>
/// The script of an editing page. It may be called at any time: before it is loaded, when its browser is gone, and by what is still
/// under way when its component is disposed of; the page then goes on without an answer.
/// </summary>
public sealed class EditorScript(IJSRuntime browser, string file) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _loading;
    private bool _isDisposed;

    public Task StartAsync() => CallAsync("start");

    /// <summary>
    /// To be called when a form is drawn: folds its long lists on a small screen, and says which of its sections is being read.
    /// </summary>
    public Task PrepareFormAsync() => CallAsync("prepareForm");

    /// <summary>Whether leaving the page asks first.</summary>
    public Task GuardAsync(bool isUnsaved) => CallAsync("guard", isUnsaved);

    public Task FocusAsync(string id) => CallAsync("focus", id);

    /// <summary>Shows another address without leaving the page.</summary>
    public Task ShowAddressAsync(string path) => CallAsync("showAddress", path);

    /// <summary>
    /// The number of what was typed last. Whatever has a lower one is received before this answer: both come over the same connection.
    /// </summary>
    public Task<int> LastTypedAsync() => AskAsync<int>("lastTyped");

    /// <summary>Says that what was typed up to this number is kept and need not be typed again.</summary>
    public Task ForgetTypedAsync(int last) => CallAsync("forgetTyped", last);

    /// <summary>Says that what was typed before the last press of a button is done with: saved, undone or thrown away.</summary>
    public Task ForgetTypedAsync() => CallAsync("forgetTyped");

    /// <summary>Types again what the server had not received before the page was reloaded.</summary>
    public Task TypeUnsentAsync() => CallAsync("typeUnsent");

    /// <summary>Whether something that the server had not received before the page was reloaded is not typed again yet.</summary>
    public Task<bool> HasUnsentAsync() => AskAsync<bool>("hasUnsent");

    public Task ForgetUnsentAsync() => CallAsync("forgetUnsent");

    /// <summary>Leaves what cannot be kept with the tab, by a name, until it is asked for.</summary>
    public Task HoldAsync(string name, string text) => CallAsync("hold", name, text);

    /// <summary>What was left with the tab by this name; null when nothing was.</summary>
    public Task<string?> HeldAsync(string name) => AskAsync<string?>("held", name);

    /// <summary>Leaves nothing with the tab by this name any longer.</summary>
    public Task ReleaseAsync(string name) => CallAsync("release", name);

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        if (_loading is null)
            return;
        await TryAsync<object>(async () =>
        {
            var module = await _loading;
            await module.InvokeVoidAsync("guard", false);
            await module.DisposeAsync();
            return null;
        });
    }

    private async Task CallAsync(string function, params object?[] arguments) => await AskAsync<object>(function, arguments);

    private Task<TAnswer?> AskAsync<TAnswer>(string function, params object?[] arguments) => TryAsync(async () =>
    {
        if (_isDisposed)
            return default;
        var module = await LoadAsync();
        return _isDisposed ? default : await module.InvokeAsync<TAnswer?>(function, arguments);
    });

    // Once for all calls; anew where the connection broke meanwhile.
    private Task<IJSObjectReference> LoadAsync()
    {
        if (_loading is null or { IsFaulted: true } or { IsCanceled: true })
            _loading = browser.InvokeAsync<IJSObjectReference>("import", $"./{file}").AsTask();
        return _loading;
    }

    private async Task<TAnswer?> TryAsync<TAnswer>(Func<Task<TAnswer?>> call)
    {
        try
        {
            return await call();
        }
        catch (JSDisconnectedException)
        {
            // The page is closed, and the script with it.
        }
        catch (OperationCanceledException)
        {
            // The connection broke before the answer came.
        }
        catch (Exception late) when (_isDisposed && late is JSException or ObjectDisposedException)
        {
            // The part of the page that asked is gone, and what it asked about with it.
        }
        return default;
    }
}
