using BpoDirectory.Components;
using Microsoft.Extensions.DependencyInjection;

namespace BpoDirectory.Tests.Components;

public class PageEndpointsTests
{
    private const string StateHandedOn = "IPersistentServiceRegistration";

    [Fact]
    public void No_page_looks_for_state_to_hand_on_to_a_circuit_as_the_framework_would_have_it()
    {
        var framework = new ServiceCollection();
        framework.AddRazorComponents().AddInteractiveServerComponents();
        var pages = new ServiceCollection();
        pages.AddPages();

        Assert.Contains(framework, IsHandedOn);
        Assert.DoesNotContain(pages, IsHandedOn);
    }

    private static bool IsHandedOn(ServiceDescriptor service) => service.ServiceType.Name == StateHandedOn;
}
