namespace BpoDirectory.Data;

/// <summary>A person as others see them.</summary>
/// <param name="Slug">The person's part of an address.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Position">What the person is: “Head of Payroll”.</param>
/// <param name="Email">The e-mail address.</param>
/// <param name="Phone">The phone number as it is kept.</param>
/// <param name="HasLeft">Whether the person has left the organisation.</param>
public sealed record PersonDetails(string Slug, string Name, string? Position, string? Email, string? Phone, bool HasLeft)
{
    /// <summary>The ways to reach the person, e-mail first.</summary>
    public IEnumerable<ChannelDetails> Channels =>
        new[] { (Kind: ChannelKind.Email, Value: Email), (Kind: ChannelKind.Phone, Value: Phone) }
            .Where(channel => channel.Value is not null)
            .Select(channel => new ChannelDetails(channel.Kind, channel.Value!, null, null, null));
}

/// <summary>Somebody's role in a department.</summary>
public sealed record AssignedPerson(PersonRole Role, PersonDetails Person);

/// <summary>Whom to turn to when a department did not help.</summary>
/// <param name="When">When the step is taken.</param>
/// <param name="Person">Who is asked; null where nobody is named, or the reader may not see people.</param>
/// <param name="IsPersonHidden">Whether somebody is named whom the reader may not see.</param>
/// <param name="Channel">How they are reached; null where a person alone is named.</param>
/// <param name="Note">What people should know.</param>
public sealed record EscalationDetails(string When, PersonDetails? Person, bool IsPersonHidden, ChannelDetails? Channel, string? Note);

/// <summary>What a department promises.</summary>
public sealed record ServiceLevelDetails(string Measure, string Target, string? Note, string? Link);

/// <summary>A link to something that a department has elsewhere.</summary>
public sealed record LinkDetails(LinkKind Kind, string Label, string Address);

/// <summary>Who does a department's work.</summary>
/// <param name="Delivery">In which way.</param>
/// <param name="Partner">The partner, where there is one in use.</param>
/// <param name="ContractOwner">Who owns the contract.</param>
public sealed record DeliveryDetails(Delivery Delivery, NamedLink? Partner, string? ContractOwner);
