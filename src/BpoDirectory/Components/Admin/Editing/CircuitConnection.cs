using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BpoDirectory.Components.Admin.Editing;

/// <summary>
/// Whether the browser of a page is connected. A browser that ends without a word is known to be gone as soon as its connection is,
/// minutes before its circuit is given up.
/// </summary>
public sealed class CircuitConnection : CircuitHandler
{
    /// <summary>Raised when the connection is lost or is there again.</summary>
    public event Action? Changed;

    public bool IsUp { get; private set; } = true;

    /// <inheritdoc />
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(true);

    /// <inheritdoc />
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => SetAsync(false);

    private Task SetAsync(bool isUp)
    {
        IsUp = isUp;
        Changed?.Invoke();
        return Task.CompletedTask;
    }
}
