namespace BpoDirectory.BrowserTests.Search;

/// <summary>Results follow typing. The page's clock stands still, and the tests move its hands.</summary>
public sealed class TypingTests(Chromium chromium, DirectoryServer server) : BrowserTest(chromium, server)
{
    private const int PauseBeforeAsking = 150;
    private const int PauseBeforeSettling = 1200;
    private const int PauseBeforeAnnouncing = 800;

    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);

    private ILocator Announcement => Page.Locator("[data-search-count]");

    [Fact]
    public async Task Results_follow_typing_after_a_short_pause_and_not_before()
    {
        await OpenWithAStoppedClockAsync("/");

        await Question.PressSequentiallyAsync("payroll");
        await Page.Clock.RunForAsync(PauseBeforeAsking - 1);
        Assert.Equal("/", Here);
        await Page.Clock.RunForAsync(1);

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        Assert.Equal("/?q=payroll", Here);
        await Expect(Page).ToHaveTitleAsync("2 results for ‘payroll’ · BPO Directory");
    }

    [Fact]
    public async Task Typing_keeps_focus_and_caret_while_results_arrive()
    {
        await OpenWithAStoppedClockAsync("/?q=payroll");
        await Question.FocusAsync();
        await Question.EvaluateAsync("field => field.setSelectionRange(0, 0)");

        await Page.Keyboard.TypeAsync("the ");
        await Page.Clock.RunForAsync(PauseBeforeAsking);

        await Expect(Page).ToHaveURLAsync("/?q=the+payroll");
        await Expect(Count).ToContainTextAsync("the payroll");
        await Expect(Question).ToBeFocusedAsync();
        Assert.Equal(4, await Question.EvaluateAsync<int>("field => field.selectionStart"));
    }

    [Fact]
    public async Task Each_settled_question_is_one_step_of_the_history_and_back_restores_the_former_one()
    {
        await OpenWithAStoppedClockAsync("/");
        var before = await HistoryAsync();
        await AskAsync("legal");
        await AskAsync("payroll");
        Assert.Equal(before + 1, await HistoryAsync());
        await Page.Clock.RunForAsync(PauseBeforeSettling);

        await AskAsync("customer service");
        Assert.Equal(before + 2, await HistoryAsync());

        await Page.GoBackAsync();
        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Question).ToHaveValueAsync("payroll");
        await Expect(Cards.First).ToContainTextAsync("Finance and Accounting");

        await Page.GoBackAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Back office", Exact = true })).ToBeVisibleAsync();
        await Expect(Question).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_slow_earlier_answer_never_replaces_a_later_one()
    {
        await OpenWithAStoppedClockAsync("/");
        var isAsked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        var isOver = new TaskCompletionSource();
        await Page.RouteAsync("**/?q=legal", async route =>
        {
            var answer = await route.FetchAsync();
            isAsked.SetResult();
            await mayAnswer.Task;
            await route.FulfillAsync(new() { Response = answer });
        });
        Page.RequestFailed += (_, request) => Note(request);
        Page.RequestFinished += (_, request) => Note(request);

        await Question.FillAsync("legal");
        await Page.Clock.RunForAsync(PauseBeforeAsking);
        await isAsked.Task;
        await AskAsync("payroll");
        mayAnswer.SetResult();
        await isOver.Task;
        await Page.EvaluateAsync("() => fetch('/health/live')");

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Page).ToHaveURLAsync("/?q=payroll");
        await Page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });

        void Note(IRequest request)
        {
            if (request.Url.EndsWith("/?q=legal", StringComparison.Ordinal))
                isOver.TrySetResult();
        }
    }

    [Fact]
    public async Task The_number_of_results_is_announced_once_when_typing_rests()
    {
        await OpenWithAStoppedClockAsync("/");
        await Page.EvaluateAsync(
            """
            () => {
              window.announcements = [];
              const region = document.querySelector('[data-search-count]');
              new MutationObserver(() => window.announcements.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
            }
            """);

        await AskAsync("legal");
        await AskAsync("payroll");
        await Expect(Announcement).ToBeEmptyAsync();
        await Page.Clock.RunForAsync(PauseBeforeAnnouncing);

        await Expect(Announcement).ToHaveTextAsync("2 results for ‘payroll’");
        await Expect(Announcement).ToHaveAttributeAsync("role", "status");
        Assert.Equal(["2 results for ‘payroll’"], await Page.EvaluateAsync<string[]>("() => window.announcements"));
    }

    [Fact]
    public async Task A_failed_search_says_so_and_can_be_tried_again()
    {
        await OpenWithAStoppedClockAsync("/");
        Watch.Expect(500);
        await Page.RouteAsync("**/?q=payroll", route => route.FulfillAsync(new() { Status = 500, Body = "" }));
        await Question.FillAsync("payroll");
        await Page.Clock.RunForAsync(PauseBeforeAsking);
        await Expect(Page.GetByText("The search could not be reached.")).ToBeVisibleAsync();
        await Page.UnrouteAllAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Expect(Count).ToHaveTextAsync("2 results for ‘payroll’");
    }

    [Fact]
    public async Task A_new_question_keeps_the_chosen_filters_order_and_view()
    {
        await OpenWithAStoppedClockAsync("/?q=legal&office=back&sort=name&view=table");

        await AskAsync("payroll");

        await Expect(Page).ToHaveURLAsync("/?q=payroll&office=back&sort=name&view=table");
        await Expect(Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
    }

    private async Task OpenWithAStoppedClockAsync(string address)
    {
        await BecomeAsync(Reader.AtADesk);
        await Page.Clock.InstallAsync(new() { TimeDate = Noon });
        await GoAsync(address);
        await Page.Clock.PauseAtAsync(Noon.AddHours(1));
    }

    private async Task AskAsync(string question)
    {
        await Question.FillAsync(question);
        await Page.Clock.RunForAsync(PauseBeforeAsking);
        await Expect(Count).ToContainTextAsync($"‘{question}’");
    }

    private Task<int> HistoryAsync() => Page.EvaluateAsync<int>("() => history.length");
}
