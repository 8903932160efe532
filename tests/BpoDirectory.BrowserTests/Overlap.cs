namespace BpoDirectory.BrowserTests;

/// <summary>Finds parts of a page that lie under another one.</summary>
internal static class Overlap
{
    private const string Find =
        """
        ([cover, parts]) => {
          const boxOf = part => part.getBoundingClientRect();
          const covers = [...document.querySelectorAll(cover)].filter(part => part.checkVisibility()).map(boxOf);
          return [...document.querySelectorAll(parts)]
            .filter(part => part.checkVisibility() && !part.closest(cover))
            .filter(part => covers.some(box => boxOf(part).top < box.bottom && box.top < boxOf(part).bottom && boxOf(part).left < box.right && box.left < boxOf(part).right))
            .map(part => part.textContent || part.id);
        }
        """;

    /// <summary>What the parts that are covered say.</summary>
    /// <param name="page">The page.</param>
    /// <param name="cover">A selector of what may cover.</param>
    /// <param name="parts">A selector of what may be covered.</param>
    public static Task<string[]> FindAsync(IPage page, string cover, string parts) =>
        page.EvaluateAsync<string[]>(Find, new[] { cover, parts });
}
