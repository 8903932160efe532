using BpoDirectory.Data;
using Microsoft.EntityFrameworkCore;

namespace BpoDirectory.Editing;

/// <summary>
/// The order of the owners of functions while many departments are saved together. Each department takes its rank among them as if one
/// were saved after the other; the rows get their ranks once, in the end: each rank given anew would change those of all behind it.
/// </summary>
/// <param name="db">The write.</param>
public sealed class OwnerRanks(DirectoryDbContext db)
{
    private const int RowsPerStep = 250;

    // By function, the keys of the departments that own it; of those that have no key yet, numbers below 0.
    private readonly Dictionary<int, List<int>> _orders = [];
    private readonly HashSet<int> _changed = [];
    private readonly HashSet<int> _moved = [];
    private readonly Dictionary<Department, int> _new = [];
    private readonly Dictionary<int, int> _keys = [];

    /// <summary>Makes known who owns functions.</summary>
    public async Task LoadAsync(IEnumerable<int> functions)
    {
        var unknown = functions.Where(id => _orders.TryAdd(id, [])).ToList();
        if (unknown.Count > 0)
            foreach (var owner in await db.FunctionOwners.Where(o => unknown.Contains(o.BusinessFunctionId)).OrderBy(o => o.Rank)
                .ThenBy(o => o.Id)
                .Select(o => new { o.BusinessFunctionId, o.DepartmentId }).ToListAsync())
                _orders[owner.BusinessFunctionId].Add(owner.DepartmentId);
    }

    /// <summary>How many own a function.</summary>
    public int CountOf(BusinessFunction function) => _orders[function.Id].Count;

    /// <summary>Makes a department the last owner of a function.</summary>
    public void Add(BusinessFunction function, Department department)
    {
        _orders[function.Id].Add(KeyOf(department));
        _changed.Add(function.Id);
    }

    /// <summary>Puts an owner at a rank, from 1; the others close up in their order.</summary>
    public void Move(FunctionOwner owner, int rank)
    {
        // Rows keep the rank that they had before: to have it again is no wish to change places with those who moved meanwhile.
        if (owner.Rank == rank)
            return;
        var (function, key) = (owner.BusinessFunction.Id, KeyOf(owner.Department));
        var order = _orders[function];
        var (at, to) = (order.LastIndexOf(key), Math.Clamp(rank, 1, order.Count) - 1);
        if (at == to)
            return;
        order.RemoveAt(at);
        order.Insert(to, key);
        _changed.Add(function);
        _moved.Add(key);
    }

    /// <summary>Whether a department took another rank than it had, which its rows do not say yet.</summary>
    public bool HasMoved(int department) => _moved.Contains(department);

    /// <summary>Takes an owner out.</summary>
    public void Remove(FunctionOwner owner)
    {
        _orders[owner.BusinessFunctionId].Remove(owner.DepartmentId);
        _changed.Add(owner.BusinessFunctionId);
    }

    /// <summary>Has to be told when departments that were new are saved, and have their keys.</summary>
    public void NoteKeys()
    {
        foreach (var (department, number) in _new)
            _keys[number] = department.Id;
        _new.Clear();
    }

    /// <summary>Gives the rows their ranks.</summary>
    /// <param name="save">Saves those that are tracked by then and changed, and tracks them no longer.</param>
    public async Task SettleAsync(Func<Task> save)
    {
        var changed = _changed.ToList();
        var ranks = changed.SelectMany(
            function => _orders[function].Select((key, index) => (Owner: (function, _keys.GetValueOrDefault(key, key)), Rank: index + 1)))
            .ToDictionary(owner => owner.Owner, owner => owner.Rank);
        var moved = (await db.FunctionOwners.Where(o => changed.Contains(o.BusinessFunctionId))
            .Select(o => new { o.Id, o.BusinessFunctionId, o.DepartmentId, o.Rank }).ToListAsync())
            .Where(o => o.Rank != ranks[(o.BusinessFunctionId, o.DepartmentId)]).Select(o => o.Id);
        foreach (var ids in moved.Chunk(RowsPerStep))
        {
            foreach (var owner in await db.FunctionOwners.Where(o => ids.Contains(o.Id)).ToListAsync())
                owner.MoveTo(ranks[(owner.BusinessFunctionId, owner.DepartmentId)]);
            await save();
        }
    }

    private int KeyOf(Department department)
    {
        if (department.Id != 0)
            return department.Id;
        if (!_new.TryGetValue(department, out var number))
            _new[department] = number = -(_keys.Count + _new.Count) - 1;
        return number;
    }
}
