using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components.Layout;

/// <summary>What the page that is rendered puts into the document's head; the framework's own way takes eight components for it.</summary>
public sealed class PageHeadMarkup
{
    private Action? _changed;

    /// <summary>The title and what search engines read; nothing until the page is known.</summary>
    public MarkupString Markup { get; private set; }

    /// <summary>Says who shows the head; nobody else does from now on.</summary>
    public void OnChange(Action changed) => _changed = changed;

    /// <summary>Puts this into the head, in the place of what was there.</summary>
    public void Show(MarkupString markup)
    {
        Markup = markup;
        _changed?.Invoke();
    }
}
