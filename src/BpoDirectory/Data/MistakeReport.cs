using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

/// <summary>What became of a report.</summary>
public enum ReportOutcome
{
    /// <summary>Nobody has decided yet.</summary>
    Open,
    Accepted,
    Declined,
}

/// <summary>What a reader, with an account or without one, says is wrong.</summary>
public sealed class MistakeReport
{
    /// <summary>The longest contact, in UTF-16 code units.</summary>
    public const int ContactLength = 200;

    /// <summary>A new report.</summary>
    /// <param name="page">Path of the page that it is about.</param>
    /// <param name="text">What is wrong, or how it should read.</param>
    /// <param name="credit">Who is to be credited in the history; null where nobody is named.</param>
    /// <param name="contact">How to answer whoever reports; null where they do not say.</param>
    /// <param name="sentAt">In UTC.</param>
    /// <exception cref="DirectoryRuleException">The text is empty, or a text is too long.</exception>
    public MistakeReport(string page, string text, string? credit, string? contact, DateTime sentAt)
    {
        Page = Rules.Required(page, "the page", Rules.SentenceLength);
        Text = Rules.Required(text, "what is wrong", Rules.MarkdownLength);
        Credit = Rules.Optional(credit, "your name", Rules.NameLength);
        Contact = Rules.Optional(contact, "your contact", ContactLength);
        SentAt = sentAt;
    }

    public int Id { get; private set; }

    public string Page { get; private set; }

    /// <summary>The type of the entry that the page is about; null where it is about none.</summary>
    public EntryType? EntryType { get; private set; }

    public int? EntryId { get; private set; }

    /// <summary>The field of the entry, as its content names it; null where no single one is meant.</summary>
    public string? Field { get; private set; }

    /// <summary>Whether the text is how the field should read; otherwise it says what is wrong.</summary>
    public bool IsProposal { get; private set; }

    public string Text { get; private set; }

    /// <summary>Who is to be credited in the history, which everyone reads.</summary>
    public string? Credit { get; private set; }

    /// <summary>How to answer whoever reports; only editors see it.</summary>
    public string? Contact { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime SentAt { get; private set; }

    public ReportOutcome Outcome { get; private set; }

    /// <summary>Why it was declined, or what was done.</summary>
    public string? Answer { get; private set; }

    /// <summary>Who decided.</summary>
    public string? ClosedBy { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Says which entry it is about, which field of it, and whether the text is how that should read.</summary>
    public void PointAt(EntryType type, int entryId, string? field, bool isProposal) =>
        (EntryType, EntryId, Field, IsProposal) = (type, entryId, field, isProposal && field is not null);

    /// <summary>Decides the report.</summary>
    /// <exception cref="DirectoryRuleException">
    /// It is decided already, it is declined without a reason, or the answer is too long.
    /// </exception>
    public void Close(ReportOutcome outcome, string? answer, string by, DateTime at)
    {
        if (Outcome != ReportOutcome.Open)
            throw new DirectoryRuleException($"{ClosedBy} has decided this report meanwhile: {Outcome.ToString().ToLowerInvariant()}.");
        Answer = outcome == ReportOutcome.Declined
            ? Rules.Required(answer ?? "", "a reason", Rules.SentenceLength)
            : Rules.Optional(answer, "the note", Rules.SentenceLength);
        (Outcome, ClosedBy, ClosedAt) = (outcome, by, at);
    }
}

internal sealed class MistakeReportConfiguration : IEntityTypeConfiguration<MistakeReport>
{
    public void Configure(EntityTypeBuilder<MistakeReport> report)
    {
        report.HasIndex(r => new { r.Outcome, r.SentAt });
        report.Property(r => r.EntryType).HasConversion<string>().HasMaxLength(20);
        report.Property(r => r.Outcome).HasConversion<string>().HasMaxLength(10);
        report.Property(r => r.Page).HasMaxLength(Rules.SentenceLength);
        report.Property(r => r.Field).HasMaxLength(Rules.NameLength);
        report.Property(r => r.Credit).HasMaxLength(Rules.NameLength);
        report.Property(r => r.Contact).HasMaxLength(MistakeReport.ContactLength);
        report.Property(r => r.Answer).HasMaxLength(Rules.SentenceLength);
        report.Property(r => r.ClosedBy).HasMaxLength(Rules.NameLength);
    }
}
