using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Data;

/// <summary>Keeps archived entries of every type out of queries that do not ask for them.</summary>
public static class ArchivedFilter
{
    private const string Name = "Archived";

    /// <summary>The entries, or their parts, with what is archived among them, here and wherever the query leads.</summary>
    public static IQueryable<T> IncludingArchived<T>(this IQueryable<T> entries) where T : class => entries.IgnoreQueryFilters([Name]);

    /// <summary>The same where it is wanted.</summary>
    public static IQueryable<T> IncludingArchived<T>(this IQueryable<T> entries, bool isWanted) where T : class =>
        isWanted ? entries.IncludingArchived() : entries;

    internal static void AddTo(ModelBuilder modelBuilder)
    {
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => type.IsAssignableTo(typeof(Entry))))
        {
            var entry = Expression.Parameter(type);
            var isInUse = Expression.Not(Expression.Property(entry, nameof(Entry.IsArchived)));
            modelBuilder.Entity(type).HasQueryFilter(Name, Expression.Lambda(isInUse, entry));
        }
    }
}
