using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BpoDirectory.Data;

internal sealed class DepartmentConfiguration : IEntityTypeConfiguration<Department>
{
    /// <summary>
    /// The index that holds all that a link to a department needs; queries name it, since SQLite would go by the row's key.
    /// </summary>
    public const string DepartmentNames = "IX_Departments_Names";

    public void Configure(EntityTypeBuilder<Department> department)
    {
        department.HasIndex(d => d.Slug).IsUnique();
        department.HasIndex(d => d.NameKey).IsUnique();
        department.HasIndex(d => d.UpdatedAt);
        // Names of many departments at once: their rows, with whole descriptions, lie far apart.
        department.HasIndex(d => new { d.Id, d.IsArchived, d.Slug, d.Name }, DepartmentNames);
        department.Property(d => d.Slug).HasMaxLength(Rules.SlugLength).UseCollation(TextMatch.IgnoreCase);
        department.Property(d => d.Name).HasMaxLength(Rules.NameLength);
        department.Property(d => d.Icon).HasMaxLength(30);
        department.Property(d => d.Version).IsConcurrencyToken();

        department.HasOne(d => d.Parent).WithMany(d => d.Children).HasForeignKey(d => d.ParentId).OnDelete(DeleteBehavior.Restrict);
        department.HasOne(d => d.Successor).WithMany().HasForeignKey(d => d.SuccessorId).OnDelete(DeleteBehavior.Restrict);
        department.HasMany(d => d.Aliases).WithOne().HasForeignKey(a => a.DepartmentId);
        department.HasMany(d => d.Responsibilities).WithOne().HasForeignKey(r => r.DepartmentId);
        department.Property(d => d.TimeZone).HasMaxLength(Rules.NameLength);
        department.Property(d => d.HoursNote).HasMaxLength(Rules.SentenceLength);
        department.HasMany(d => d.Hours).WithOne().HasForeignKey(h => h.DepartmentId);
        department.HasMany(d => d.Channels).WithOne().HasForeignKey(c => c.DepartmentId);
        department.HasMany(d => d.Sites).WithMany(s => s.Departments).UsingEntity("DepartmentSite");
        department.HasMany(d => d.Languages).WithMany().UsingEntity("DepartmentLanguage");
        department.HasMany(d => d.Clients).WithMany(c => c.Departments).UsingEntity("DepartmentClient");
        department.HasMany(d => d.Tags).WithMany().UsingEntity("DepartmentTag");
        department.HasMany(d => d.People).WithOne(r => r.Department).HasForeignKey(p => p.DepartmentId);
        department.HasMany(d => d.Escalation).WithOne().HasForeignKey(s => s.DepartmentId);
        department.HasMany(d => d.ServiceLevels).WithOne().HasForeignKey(l => l.DepartmentId);
        department.HasMany(d => d.Links).WithOne().HasForeignKey(l => l.DepartmentId);
        department.HasOne(d => d.Keeper).WithMany().HasForeignKey(d => d.KeeperId).OnDelete(DeleteBehavior.Restrict);
        department.HasOne(d => d.Partner).WithMany().HasForeignKey(d => d.PartnerId).OnDelete(DeleteBehavior.Restrict);
        department.Property(d => d.ContractOwner).HasMaxLength(Rules.NameLength);
        department.HasMany(d => d.Sources).WithMany().UsingEntity("DepartmentSource");
        department.HasMany(d => d.OfficeSources).WithMany().UsingEntity("DepartmentOfficeSource");
    }
}

internal sealed class DepartmentAliasConfiguration : IEntityTypeConfiguration<DepartmentAlias>
{
    public void Configure(EntityTypeBuilder<DepartmentAlias> alias)
    {
        alias.HasIndex(a => a.NameKey).IsUnique();
        alias.Property(a => a.Name).HasMaxLength(Rules.NameLength);
        alias.HasMany(a => a.Sources).WithMany().UsingEntity("DepartmentAliasSource");
    }
}

internal sealed class ResponsibilityConfiguration : IEntityTypeConfiguration<Responsibility>
{
    public void Configure(EntityTypeBuilder<Responsibility> responsibility)
    {
        responsibility.HasIndex(r => new { r.DepartmentId, r.Text }).IsUnique();
        responsibility.Property(r => r.Text).HasMaxLength(Rules.SentenceLength).UseCollation(TextMatch.IgnoreCase);
        responsibility.HasMany(r => r.Sources).WithMany().UsingEntity("ResponsibilitySource");
    }
}

internal sealed class DepartmentChannelConfiguration : IEntityTypeConfiguration<DepartmentChannel>
{
    public void Configure(EntityTypeBuilder<DepartmentChannel> channel)
    {
        channel.Property(c => c.Value).HasMaxLength(ChannelValue.Longest);
        channel.Property(c => c.Label).HasMaxLength(Rules.NameLength);
        channel.Property(c => c.Note).HasMaxLength(Rules.SentenceLength);
        channel.HasOne(c => c.BusinessFunction).WithMany().HasForeignKey(c => c.BusinessFunctionId).OnDelete(DeleteBehavior.Restrict);
    }
}
