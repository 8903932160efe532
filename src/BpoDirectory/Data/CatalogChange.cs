using Microsoft.AspNetCore.Identity;

namespace BpoDirectory.Data;

/// <summary>What a committed write changed for readers: single departments, or more than that.</summary>
public sealed class CatalogChange
{
    private readonly HashSet<int> _departments = [];
    private readonly List<Revision> _revisions = [];

    /// <summary>A change whose extent is unknown.</summary>
    public static CatalogChange Everything { get; } = new() { IsWide = true };

    /// <summary>Whether readers can see any difference.</summary>
    public bool IsAny => IsWide || _departments.Count > 0;

    /// <summary>
    /// Whether something changed that several departments share: a function, a service line, a spelling, the guide, a setting.
    /// </summary>
    public bool IsWide { get; private set; }

    /// <summary>Keys of the departments changed.</summary>
    public IReadOnlySet<int> Departments => _departments;

    /// <summary>
    /// The versions that were saved, in the order in which they were; without their contents where they are the first ones.
    /// </summary>
    public IReadOnlyList<Revision> Revisions => _revisions;

    internal void Note(object entity)
    {
        switch (entity)
        {
            case Department department: _departments.Add(department.Id); break;
            case DepartmentAlias alias: _departments.Add(alias.DepartmentId); break;
            case Responsibility responsibility: _departments.Add(responsibility.DepartmentId); break;
            case DepartmentChannel channel: _departments.Add(channel.DepartmentId); break;
            case DepartmentPerson role: _departments.Add(role.DepartmentId); break;
            case EscalationStep step: _departments.Add(step.DepartmentId); break;
            case ServiceLevel level: _departments.Add(level.DepartmentId); break;
            case DepartmentLink link: _departments.Add(link.DepartmentId); break;
            case OpeningInterval hours: _departments.Add(hours.DepartmentId); break;
            case FunctionOwner owner: _departments.Add(owner.DepartmentId); break;
            case FormerSlug { EntryType: EntryType.Department } former: _departments.Add(former.EntryId); break;
            case ServiceLineDepartment membership: _departments.Add(membership.DepartmentId); break;
            case OutsourcingTypeDepartment near: _departments.Add(near.DepartmentId); break;
            // Who may change the catalog is no part of it.
            case Account or AccountSession or AccountLink or ProviderIdentity or AuditEntry or IdentityUserPasskey<int>: break;
            // Nobody has open what was only created; the contents of a large import would stay in memory until its end.
            case Revision { Action: RevisionAction.Created } created: _revisions.Add(created.WithoutSnapshot()); break;
            case Revision revision: _revisions.Add(revision); break;
            // Nothing of these is shown to readers from memory.
            case Watch or MailSubscription or MistakeReport or Draft or NoteDraft or ApiToken or IdempotentAnswer or SearchCount or Webhook or WebhookDelivery: break;
            case TableImport or TableImportEntry: break;
            // The rows that join facts to sources are saved together with the facts they belong to.
            case IDictionary<string, object>: break;
            default: IsWide = true; break;
        }
    }
}
