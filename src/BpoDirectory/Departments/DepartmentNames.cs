using System.Collections.Concurrent;
using BpoDirectory.Data;
using BpoDirectory.Data.Queries;

namespace BpoDirectory.Departments;

/// <summary>
/// How departments are shown in links, remembered until the catalog changes: those who own much are named on very many
/// pages, and looking them up in a large directory takes most of the time of reading one department.
/// </summary>
public sealed class DepartmentNames(CatalogVersion catalog)
{
    // About 10 MB; further ones are read each time.
    private const int MostRemembered = 50_000;

    private volatile Remembered _remembered = new(0);

    /// <summary>The names as they are now, for one read: what is remembered of an older state is never mixed into a newer one.</summary>
    internal Remembered Current
    {
        get
        {
            var version = catalog.Current;
            var current = _remembered;
            return current.Version == version ? current : _remembered = new Remembered(version);
        }
    }

    /// <summary>The names of one version of the catalog.</summary>
    internal sealed class Remembered(long version)
    {
        private readonly ConcurrentDictionary<int, NamedLink?> _links = [];
        private int _count;

        public long Version => version;

        /// <summary>How a department is shown in a link, by its key; null when it is archived.</summary>
        public NamedLink? Find(ReadSession session, int department)
        {
            if (_links.TryGetValue(department, out var known))
                return known;
            var link = DepartmentQueries.FindLink(session, department);
            if (Volatile.Read(ref _count) < MostRemembered && _links.TryAdd(department, link))
                Interlocked.Increment(ref _count);
            return link;
        }
    }
}
