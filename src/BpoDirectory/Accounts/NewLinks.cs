using System.Collections.Concurrent;

namespace BpoDirectory.Accounts;

/// <summary>A link just made, for whoever made it to pass on.</summary>
/// <param name="Address">The whole address.</param>
/// <param name="Whom">Who is to have it.</param>
public sealed record NewLink(string Address, string Whom);

/// <summary>
/// Links between being made and being shown, so that the page that shows one can be opened again without making another.
/// Their secrets are only in memory, for the session that made them; each is shown once.
/// </summary>
public sealed class NewLinks(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Actor, (DateTimeOffset Since, NewLink Link)> _links = new();

    /// <summary>Keeps a link for whoever made it.</summary>
    public void Keep(Actor actor, NewLink link)
    {
        foreach (var (other, kept) in _links)
            if (IsOver(kept.Since))
                _links.TryRemove(other, out _);
        _links[actor] = (clock.GetUtcNow(), link);
    }

    /// <summary>The link that they have just made, once; null when there is none.</summary>
    public NewLink? Take(Actor actor) => _links.TryRemove(actor, out var kept) && !IsOver(kept.Since) ? kept.Link : null;

    private bool IsOver(DateTimeOffset since) => clock.GetUtcNow() - since >= Patience;
}
