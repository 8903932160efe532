using BpoDirectory.Data;

namespace BpoDirectory.Departments;

/// <summary>What channels are called before a person.</summary>
public static class ChannelLabels
{
    /// <summary>“E-mail”.</summary>
    public static string ToLabel(this ChannelKind kind) => kind switch
    {
        ChannelKind.Email => "E-mail",
        ChannelKind.Phone => "Phone",
        ChannelKind.Chat => "Chat",
        ChannelKind.Form => "Form",
        ChannelKind.Web => "Website",
        _ => "Visit",
    };

    /// <summary>What is typed for a channel of the kind: “E-mail address”.</summary>
    public static string ToValueLabel(this ChannelKind? kind) => kind switch
    {
        ChannelKind.Email => "E-mail address",
        ChannelKind.Phone => "Phone number",
        ChannelKind.Visit => "Place",
        null => "Address, number or place",
        _ => "Web address",
    };

    /// <summary>An example of what is typed for a channel of the kind; null while it is not chosen.</summary>
    public static string? ToExample(this ChannelKind? kind) => kind switch
    {
        ChannelKind.Email => "Such as payroll@example.com",
        ChannelKind.Phone => "With + and the country code, such as +63 2 8123 4567 or +44 20 7946 0018 ext. 12",
        ChannelKind.Visit => "Such as 4th floor, room 412, 10 Harbour Street",
        null => null,
        _ => "Such as https://example.com/help",
    };
}
