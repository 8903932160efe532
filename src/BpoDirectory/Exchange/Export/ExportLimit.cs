using BpoDirectory.Operations;

namespace BpoDirectory.Exchange.Export;

/// <summary>
/// How many exports are written at once. Each keeps a part of its list in memory, and the machine at work, for as long as whoever asked
/// for it takes to read it. Editors have as many turns of their own, which readers cannot take from them.
/// </summary>
/// <param name="most">The most at once, of editors and of readers; further ones are refused.</param>
public sealed class ExportLimit(int most)
{
    private const string Section = "Export";
    private const string AtOnceKey = "Export:AtOnce";
    private const int UsualAtOnce = 3;

    private int _byReaders;
    private int _byEditors;

    /// <summary>The most at once.</summary>
    public int Most => most;

    /// <summary>The limit as it is configured.</summary>
    /// <exception cref="SettingException">It is no number, or out of bounds, or there is an unknown key.</exception>
    public static ExportLimit Read(IConfiguration configuration)
    {
        Setting.RefuseUnknown(configuration, Section, AtOnceKey);
        return new ExportLimit(Setting.WholeNumber(configuration, AtOnceKey, "exports", UsualAtOnce, least: 1, most: 100));
    }

    /// <summary>The turn of an export, to be disposed at its end; null where as many as may be are under way.</summary>
    public IDisposable? TryBegin(bool byEditor)
    {
        ref var underWay = ref UnderWay(byEditor);
        if (Interlocked.Increment(ref underWay) <= most)
            return new Turn(this, byEditor);
        Interlocked.Decrement(ref underWay);
        return null;
    }

    private ref int UnderWay(bool byEditor) => ref byEditor ? ref _byEditors : ref _byReaders;

    private sealed class Turn(ExportLimit limit, bool byEditor) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
                Interlocked.Decrement(ref limit.UnderWay(byEditor));
        }
    }
}
