using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BpoDirectory.Data;

/// <summary>
/// Inserts what is new in a context by one prepared command for each table, where EF Core makes and compiles one for each row: most of the
/// time of a large import. Tables, columns and conversions are those of the model.
/// </summary>
internal sealed class AddedRows(DirectoryDbContext db) : IDisposable
{
    private readonly Dictionary<IEntityType, RowInsert> _inserts = [];
    private readonly Dictionary<IEntityType, int> _depths = [];

    /// <summary>
    /// Inserts the rows that the context has as added, those that others refer to first, and has them as unchanged then. None of them may
    /// need a unique value that a row still has which the same save removes or changes.
    /// </summary>
    public void Insert()
    {
        var added = db.ChangeTracker.Entries().Where(entry => entry.State == EntityState.Added).GroupBy(entry => entry.Metadata)
            .OrderBy(table => DepthOf(table.Key)).SelectMany(table => table).ToList();
        foreach (var entry in added)
        {
            (_inserts.TryGetValue(entry.Metadata, out var insert) ? insert : _inserts[entry.Metadata] = new RowInsert(db, entry.Metadata))
                .Run(entry);
            entry.State = EntityState.Unchanged;
            db.Change.Note(entry.Entity);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var insert in _inserts.Values)
            insert.Dispose();
    }

    // How many tables are to be written before this one, in a row of which each refers to the next.
    private int DepthOf(IEntityType type)
    {
        if (_depths.TryGetValue(type, out var known))
            return known;
        _depths[type] = 0;
        return _depths[type] = type.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(principal => principal != type)
            .Select(principal => DepthOf(principal) + 1).DefaultIfEmpty().Max();
    }

    private sealed class RowInsert : IDisposable
    {
        private readonly DbCommand _command;
        private readonly IProperty? _key;
        private readonly List<(IProperty Property, ValueConverter? Converter, DbParameter Parameter)> _columns = [];

        public RowInsert(DirectoryDbContext db, IEntityType type)
        {
            _command = db.Database.GetDbConnection().CreateCommand();
            var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
            _key = type.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] } ? key : null;
            foreach (var property in type.GetProperties().Where(property => property != _key))
            {
                var mapping = property.GetRelationalTypeMapping();
                var parameter = mapping.CreateParameter(_command, $"@p{_columns.Count + 1}", null, nullable: true);
                _command.Parameters.Add(parameter);
                _columns.Add((property, mapping.Converter, parameter));
            }
            var sql = db.GetService<ISqlGenerationHelper>();
            var names = _columns.Select(column => sql.DelimitIdentifier(column.Property.GetColumnName(table)!));
            _command.CommandText =
                $"INSERT INTO {sql.DelimitIdentifier(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select(column => column.Parameter.ParameterName))})";
            if (_key is not null)
                _command.CommandText += $" RETURNING {sql.DelimitIdentifier(_key.GetColumnName(table)!)}";
            _command.Prepare();
        }

        public void Run(EntityEntry entry)
        {
            foreach (var (property, converter, parameter) in _columns)
            {
                var member = entry.Property(property);
                if (member.IsTemporary)
                    throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} refers to a row that is not written yet.");
                parameter.Value = (converter is null ? member.CurrentValue : converter.ConvertToProvider(member.CurrentValue))
                    ?? DBNull.Value;
            }
            var given = _command.ExecuteScalar();
            if (_key is null)
                return;
            var generated = entry.Property(_key);
            generated.CurrentValue = Convert.ChangeType(given, _key.ClrType, CultureInfo.InvariantCulture);
            generated.IsTemporary = false;
        }

        public void Dispose() => _command.Dispose();
    }
}
