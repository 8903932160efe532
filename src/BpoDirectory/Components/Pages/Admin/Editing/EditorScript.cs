using Microsoft.JSInterop;

namespace BpoDirectory.Components.Pages.Admin.Editing;

/// <summary>The script of an editing page; a page whose browser is gone goes on without it.</summary>
internal sealed class EditorScript(IJSRuntime browser, string file) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    public Task StartAsync() => CallAsync("start");

    /// <summary>Whether leaving the page asks first.</summary>
    public Task GuardAsync(bool isUnsaved) => CallAsync("guard", isUnsaved);

    public Task FocusAsync(string id) => CallAsync("focus", id);

    /// <summary>Shows another address without leaving the page.</summary>
    public Task ShowAddressAsync(string path) => CallAsync("showAddress", path);

    /// <summary>Types again what the server did not hear before a page was loaded anew.</summary>
    public Task TypeUnsentAsync() => CallAsync("typeUnsent");

    public Task ForgetUnsentAsync() => CallAsync("forgetUnsent");

    public async ValueTask DisposeAsync()
    {
        if (_module is null)
            return;
        await CallAsync("guard", false);
        try
        {
            await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is closed, and the script with it.
        }
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            _module ??= await browser.InvokeAsync<IJSObjectReference>("import", $"./{file}");
            await _module.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is closed, and the script with it.
        }
        catch (OperationCanceledException)
        {
            // The connection broke before the answer came.
        }
    }
}
