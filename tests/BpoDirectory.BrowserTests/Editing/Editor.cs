using System.Text.RegularExpressions;

namespace BpoDirectory.BrowserTests.Editing;

/// <summary>Somebody who edits, in a browser of their own.</summary>
public sealed partial class Editor : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Editor(IBrowserContext context, IPage page, string userName, string password) =>
        (_context, Page, UserName, Password) = (context, page, userName, password);

    /// <summary>The tab in which they work.</summary>
    public IPage Page { get; private set; }

    /// <summary>What they sign in with.</summary>
    public string UserName { get; }

    public string Password { get; }

    public ILocator Summary => Page.GetByLabel("Summary", new() { Exact = true });

    public static async Task<Editor> SignInAsync(Chromium chromium, Uri server, Reader reader, string userName, string password)
    {
        var context = await chromium.NewReaderAsync(server, reader);
        await SendSignInAsync(context.APIRequest, userName, password);
        return new Editor(context, await context.NewPageAsync(), userName, password);
    }

    // The page itself is tested with the accounts; here it would only take its two seconds before each test.
    private static async Task SendSignInAsync(IAPIRequestContext requests, string userName, string password)
    {
        var page = await (await requests.GetAsync("/account/sign-in")).TextAsync();
        var form = requests.CreateFormData();
        form.Set("_handler", "sign-in");
        form.Set("__RequestVerificationToken", VerificationToken().Match(page).Groups[1].Value);
        form.Set("UserName", userName);
        form.Set("Password", password);
        var answer = await requests.PostAsync("/account/sign-in", new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex VerificationToken();

    /// <summary>Fills in the sign-in page that is open.</summary>
    public async Task SignInAsync()
    {
        await Page.GetByLabel("User name").FillAsync(UserName);
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await ClickAsync("Sign in");
    }

    /// <summary>Opens a department and waits until it can be typed into.</summary>
    public Task OpenAsync(string slug) => GoToFormAsync($"/admin/departments/{slug}");

    /// <summary>Opens the form of an entry and waits until it can be typed into.</summary>
    public async Task GoToFormAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>Waits until the form can be typed into.</summary>
    public async Task ReadyAsync()
    {
        await Expect(Page.Locator("fieldset.form, section.panel").First).ToBeVisibleAsync();
        await Expect(Page.Locator(":is(fieldset.form, section.panel) :is(input, button):enabled").First).ToBeVisibleAsync();
    }

    /// <summary>Closes the tab and opens another.</summary>
    public async Task ChangeTabAsync()
    {
        await Page.CloseAsync();
        Page = await _context.NewPageAsync();
    }

    /// <summary>Takes up the draft that is offered.</summary>
    public async Task ContinueAsync()
    {
        await Expect(Page.GetByText("You have a draft")).ToBeVisibleAsync();
        await ClickAsync("Continue the draft");
    }

    /// <summary>Opens what is folded in the row that this field is in.</summary>
    public Task UnfoldAsync(string field) =>
        Page.Locator("[data-row]", new() { Has = Page.Locator($"#field-{field}") }).Locator("details.more > summary").ClickAsync();

    /// <summary>Waits until what is typed is kept.</summary>
    public Task KeptAsync() => Expect(Page.GetByText("Draft kept")).ToBeVisibleAsync();

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Types into a field that offers names, takes one of those offered and waits until it is chosen.</summary>
    public async Task PickAsync(string field, string typed, string name)
    {
        await Page.Locator($"#field-{field}").FillAsync(typed);
        await Page.GetByRole(AriaRole.Option, new() { Name = name, Exact = true }).ClickAsync();
        ILocator Remover(string of) => Page.GetByRole(AriaRole.Button, new() { Name = $"Remove {of}", Exact = true });
        await Expect(Remover(name).Or(Remover($"“{name}”"))).ToBeVisibleAsync();
    }

    /// <summary>What undoes a save in the page; the message that tells of the save has the same.</summary>
    public ILocator Undo => Page.Locator("#editor-saved").GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true });

    /// <summary>Reviews and saves.</summary>
    public async Task SaveAsync()
    {
        await ClickAsync("Review changes");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What your save will change" })).ToBeVisibleAsync();
        await ClickAsync("Save");
    }

    /// <summary>Reviews and saves what was merged.</summary>
    public async Task SaveMergedAsync()
    {
        await ClickAsync("Review the merged version");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "What your save will change" })).ToBeVisibleAsync();
        await ClickAsync("Save");
    }

    /// <summary>Waits until a save is confirmed.</summary>
    public Task SavedAsync() => Expect(Page.GetByText("Saved, as version")).ToBeVisibleAsync();

    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
