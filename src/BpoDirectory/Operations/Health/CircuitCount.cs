using BpoDirectory.Data;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace BpoDirectory.Operations.Health;

/// <summary>Counts the pages of editors that are open.</summary>
internal sealed class CircuitCount(DirectoryMetrics metrics) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.OpenCircuit();
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        metrics.CloseCircuit();
        return Task.CompletedTask;
    }
}
