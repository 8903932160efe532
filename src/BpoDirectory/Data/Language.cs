using BpoDirectory.Data.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>A language that departments speak.</summary>
public sealed class Language
{
    /// <summary>The language of a BCP 47 tag.</summary>
    /// <exception cref="DirectoryRuleException">The tag names no known language.</exception>
    public Language(string tag)
    {
        Tag = LocaleNames.TryNormalizeTag(tag) ?? throw new DirectoryRuleException(Unknown(tag));
        Name = LocaleNames.ToLanguage(Tag);
    }

    public int Id { get; private set; }

    /// <summary>The BCP 47 tag in its usual form: <c>pt-BR</c>.</summary>
    public string Tag { get; private set; }

    /// <summary>What it is called in English.</summary>
    public string Name { get; private set; }

    /// <summary>What is wrong with a tag, in words for the editor; null when nothing is.</summary>
    public static string? Check(string tag) => LocaleNames.TryNormalizeTag(tag) is null ? Unknown(tag) : null;

    private static string Unknown(string tag) => $"“{tag.Trim()}” is no known language; name it by its tag, such as en, fil or pt-BR.";
}

internal sealed class LanguageConfiguration : IEntityTypeConfiguration<Language>
{
    public void Configure(EntityTypeBuilder<Language> language)
    {
        language.HasIndex(l => l.Tag).IsUnique();
        language.Property(l => l.Tag).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        language.Property(l => l.Name).HasMaxLength(Rules.NameLength);
    }
}
