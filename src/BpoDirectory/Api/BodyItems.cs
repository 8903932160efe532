using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using BpoDirectory.Data;
using BpoDirectory.Editing;

namespace BpoDirectory.Api;

/// <summary>The lists of bodies that programs send.</summary>
internal static class BodyItems
{
    /// <summary>The lists that are longer than their <see cref="MaxLengthAttribute"/>; nothing else is looked at then.</summary>
    public static IReadOnlyList<FieldProblem> CheckLengths(object body) =>
    [
        .. from property in body.GetType().GetProperties()
        let most = property.GetCustomAttribute<MaxLengthAttribute>()?.Length
        let count = (property.GetValue(body) as ICollection)?.Count
        where count > most
        select new FieldProblem(JsonNamingPolicy.CamelCase.ConvertName(property.Name), $"Send {most} at most; there are {count}."),
    ];

    /// <summary>What was sent as a list, with what is known already of the items that stay.</summary>
    /// <param name="items">The items that there are.</param>
    /// <param name="keyOf">What an item is known by.</param>
    /// <param name="bodies">The items sent; null where they stay as they are.</param>
    /// <param name="keyOfBody">What a sent item is known by.</param>
    /// <param name="change">Makes the item that there is, or a new one, what was sent.</param>
    /// <param name="comparer">How keys are compared; without regard to case where it is not told.</param>
    /// <remarks>Long lists hold everybody up who waits to save: no item is compared with each of the others.</remarks>
    public static List<T> Merge<T, TBody>(
        List<T> items, Func<T, string> keyOf, IReadOnlyList<TBody>? bodies, Func<TBody, string?> keyOfBody, Func<T?, TBody, T> change,
        StringComparer? comparer = null)
        where T : class
    {
        if (bodies is null)
            return items;
        var known = new Dictionary<string, T>(comparer ?? StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
            known.TryAdd(Key(keyOf(item)), item);
        // Each item once: of two that look the same, the second one sent is new.
        return [.. bodies.Select(body => change(known.Remove(Key(keyOfBody(body) ?? ""), out var item) ? item : null, body))];

        static string Key(string text) => Rules.WithLineFeeds(text.Trim());
    }
}
