using BpoDirectory.Data;

namespace BpoDirectory.Accounts;

/// <summary>What the kinds of audit entries are called before a person.</summary>
public static class AuditLabels
{
    /// <summary>The kind in the words of the audit trail.</summary>
    public static string ToLabel(this AuditKind kind) => kind switch
    {
        AuditKind.SetUp => "Set-up",
        AuditKind.SignIn => "Sign-in",
        AuditKind.SignInFailed => "Sign-in failed",
        AuditKind.LockedOut => "Locked out",
        AuditKind.SignOut => "Sign-out",
        AuditKind.PasswordChanged => "Password changed",
        AuditKind.NameChanged => "Name changed",
        AuditKind.MailAddressChanged => "E-mail address changed",
        AuditKind.PasskeyAdded => "Passkey added",
        AuditKind.PasskeyRenamed => "Passkey renamed",
        AuditKind.PasskeyRemoved => "Passkey removed",
        AuditKind.TokenCreated => "Access token created",
        AuditKind.TokenRevoked => "Access token revoked",
        AuditKind.InvitationAccepted => "Invitation accepted",
        AuditKind.InvitationRevoked => "Invitation withdrawn",
        AuditKind.ResetOffered => "Password reset offered",
        AuditKind.RoleChanged => "Role changed",
        AuditKind.AccountCreated => "Account created",
        AuditKind.AccountDisabled => "Account disabled",
        AuditKind.AccountEnabled => "Account enabled",
        AuditKind.ReviewWithdrawn => "Review withdrawn",
        AuditKind.RolledBack => "Restored an earlier version",
        AuditKind.Refused => "No right to",
        AuditKind.ReportClosed => "Report decided",
        AuditKind.AuditExported => "Audit exported",
        AuditKind.SettingsChanged => "Settings changed",
        AuditKind.BackupMade => "Backup made",
        AuditKind.BackupDownloaded => "Backup downloaded",
        AuditKind.WebhookAdded => "Webhook added",
        AuditKind.WebhookChanged => "Webhook changed",
        AuditKind.WebhookRemoved => "Webhook removed",
        AuditKind.WebhookStopped => "Webhook stopped",
        AuditKind.ImportUndone => "Import undone",
        _ => kind.ToString(),
    };
}
