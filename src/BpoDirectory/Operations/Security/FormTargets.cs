namespace BpoDirectory.Operations.Security;

/// <summary>The other sites that forms of this one may lead to: browsers hold a form to them through every redirect.</summary>
public sealed class FormTargets
{
    private readonly Lock _turn = new();
    private volatile string _origins = "";

    /// <summary>Lets forms lead to the sites of these addresses.</summary>
    public FormTargets(params Uri[] addresses) => Array.ForEach(addresses, Add);

    /// <summary>The sites, each after a blank, as the content security policy writes them; empty where there are none.</summary>
    internal string Origins => _origins;

    /// <summary>Lets forms lead to the site of this address.</summary>
    public void Add(Uri address)
    {
        var origin = " " + address.GetLeftPart(UriPartial.Authority);
        lock (_turn)
            if (!(_origins + " ").Contains(origin + " ", StringComparison.Ordinal))
                _origins += origin;
    }
}
