using System.Linq.Expressions;

namespace BpoDirectory.Editing;

/// <summary>Orders rows in the direction that somebody chose.</summary>
public static class QueryOrder
{
    /// <summary>The rows by <paramref name="key"/>, from the least or from the greatest.</summary>
    public static IOrderedQueryable<T> OrderBy<T, TKey>(this IQueryable<T> rows, Expression<Func<T, TKey>> key, bool isDescending) =>
        isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);
}
