using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using BpoDirectory.Data;

namespace BpoDirectory.Tests;

/// <summary>What one program measures while a test looks: others in the same process measure for themselves.</summary>
internal sealed class Measured : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _values = new();

    public Measured(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == DirectoryMetrics.MeterName && instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The values measured so far under this name, each with its attributes.</summary>
    public List<(double Value, string Tags)> Of(string name) =>
        [.. _values.Where(value => value.Name == name).Select(value => (value.Value, value.Tags))];

    /// <summary>The values that are asked for, as they are now.</summary>
    public List<(double Value, string Tags)> Ask(string name)
    {
        _values.Clear();
        _listener.RecordObservableInstruments();
        return Of(name);
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _values.Enqueue((instrument.Name, value, string.Join(",", tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
