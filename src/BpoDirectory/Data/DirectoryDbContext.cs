using BpoDirectory.Data.Queries;
using BpoDirectory.Data.Sqlite;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BpoDirectory.Data;

/// <summary>
/// The directory's database. Make one for each operation, from its factory; change data through <see cref="WriteGate"/> only.
/// </summary>
public class DirectoryDbContext : DbContext
{
    public DirectoryDbContext(DbContextOptions<DirectoryDbContext> options) : base(options)
    {
    }

    /// <summary>A context of a database that is spoken to in another way.</summary>
    protected DirectoryDbContext(DbContextOptions options) : base(options)
    {
    }

    public DbSet<Department> Departments => Set<Department>();

    public DbSet<DepartmentAlias> DepartmentAliases => Set<DepartmentAlias>();

    public DbSet<Responsibility> Responsibilities => Set<Responsibility>();

    public DbSet<DepartmentChannel> DepartmentChannels => Set<DepartmentChannel>();

    public DbSet<OpeningInterval> OpeningIntervals => Set<OpeningInterval>();

    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();

    public DbSet<BusinessFunction> BusinessFunctions => Set<BusinessFunction>();

    public DbSet<FunctionOwner> FunctionOwners => Set<FunctionOwner>();

    public DbSet<ServiceLine> ServiceLines => Set<ServiceLine>();

    public DbSet<OutsourcingType> OutsourcingTypes => Set<OutsourcingType>();

    public DbSet<Site> Sites => Set<Site>();

    public DbSet<Client> Clients => Set<Client>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<DepartmentPerson> DepartmentPeople => Set<DepartmentPerson>();

    public DbSet<EscalationStep> EscalationSteps => Set<EscalationStep>();

    public DbSet<ServiceLevel> ServiceLevels => Set<ServiceLevel>();

    public DbSet<DepartmentLink> DepartmentLinks => Set<DepartmentLink>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Language> Languages => Set<Language>();

    public DbSet<GuideArticle> GuideArticles => Set<GuideArticle>();

    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<MistakeReport> MistakeReports => Set<MistakeReport>();

    public DbSet<Source> Sources => Set<Source>();

    public DbSet<SynonymSet> SynonymSets => Set<SynonymSet>();

    public DbSet<SearchWording> SearchWordings => Set<SearchWording>();

    public DbSet<SearchCount> SearchCounts => Set<SearchCount>();

    public DbSet<SpellingVariant> SpellingVariants => Set<SpellingVariant>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<IdentityUserPasskey<int>> AccountPasskeys => Set<IdentityUserPasskey<int>>();

    public DbSet<ProviderIdentity> ProviderIdentities => Set<ProviderIdentity>();

    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    public DbSet<MailSubscription> MailSubscriptions => Set<MailSubscription>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Revision> Revisions => Set<Revision>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<NoteDraft> NoteDrafts => Set<NoteDraft>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<IdempotentAnswer> IdempotentAnswers => Set<IdempotentAnswer>();

    public DbSet<TableImport> TableImports => Set<TableImport>();

    public DbSet<DirectorySettings> DirectorySettings => Set<DirectorySettings>();

    public DbSet<Logo> Logos => Set<Logo>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <summary>What this context has saved so far.</summary>
    public CatalogChange Change { get; } = new();

    /// <summary>How its database is spoken to in SQL that is written by hand.</summary>
    internal virtual SqlDialect Dialect => SqliteDialect.Instance;

    /// <summary>Begins the transaction of a write, when no other program is in one.</summary>
    internal virtual Task<IDbContextTransaction> BeginWriteAsync(CancellationToken cancellation) =>
        Database.BeginTransactionAsync(cancellation);

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await FormerSlug.KeepAsync(this, cancellationToken);
        var changed = ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => entry.Entity)
            .ToList();
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        // After saving, because keys of new rows are known only then.
        changed.ForEach(Change.Note);
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DirectoryDbContext).Assembly);
        ArchivedFilter.AddTo(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Office>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<OfficeBasis>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<Side>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<DayOfWeek>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<ChannelKind>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<PersonRole>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<LinkKind>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<Delivery>().HaveConversion<string>().HaveMaxLength(10);
        configurationBuilder.Properties<SearchOutcome>().HaveConversion<string>().HaveMaxLength(10);
    }

    // SQLite keeps no time zone: without this a time read back would count as local.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        time => time, time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
