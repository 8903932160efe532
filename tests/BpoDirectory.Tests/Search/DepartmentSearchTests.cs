using BpoDirectory.Data;
using BpoDirectory.Search;
using BpoDirectory.Tests.Catalog;

namespace BpoDirectory.Tests.Search;

/// <summary>What the built-in catalog answers.</summary>
public sealed class DepartmentSearchTests(CatalogDatabase database) : IClassFixture<CatalogDatabase>
{
    [Theory]
    [InlineData("who approves leave", "Human Resources")]
    [InlineData("who approves expenses", "Finance and Accounting")]
    [InlineData("who approves contracts", "Legal")]
    [InlineData("missing payslip", "Finance and Accounting")]
    [InlineData("laptop stolen", "IT Support")]
    [InlineData("my computer won't boot", "IT Support")]
    [InlineData("television commercials", "Marketing")]
    [InlineData("role play training", "BPO Department")]
    [InlineData("game testing", "Quality Assurance")]
    [InlineData("political compliance", "Legal")]
    [InlineData("customs", "Logistics")]
    [InlineData("biling", "Finance and Accounting")]
    [InlineData("hotline for consumers", "Customer Service")]
    [InlineData("who looks after our company image", "Marketing")]
    [InlineData("<b>payroll</b>", "Finance and Accounting")]
    [InlineData("who stores the goods until they are needed", "Logistics")]
    [InlineData("who deletes forbidden comments from our platform", "Content Moderation")]
    [InlineData("who watches what our competitors are doing", "Marketing")]
    [InlineData("handing in my notice", "Human Resources")]
    [InlineData("who organises training", "BPO Department")]
    [InlineData("payroll processing last month", "Finance and Accounting")]
    [InlineData("payroll in Germany", "Finance and Accounting")]
    [InlineData("invoice 4711", "Finance and Accounting")]
    [InlineData("P2P", "Supply Chain Management")]
    [InlineData("AHT", "Call Center")]
    [InlineData("personel files", "Human Resources")]
    public void Words_around_the_subject_do_not_hide_it(string question, string name) =>
        Assert.Equal(name, database.Ask(question).Items[0].Name);

    [Theory]
    [InlineData("best brand of toothpaste")]
    [InlineData("crash test dummy")]
    [InlineData("resource cards in catan")]
    [InlineData("back pain during labor")]
    public void Words_of_the_directory_in_a_question_about_something_else_are_no_answer(string question) =>
        Assert.Equal(0, database.Ask(question).Total);

    [Theory]
    [InlineData("on-boarding", "Human Resources")]
    [InlineData("in-bound calls", "Call Center")]
    [InlineData("over-time", "Finance and Accounting")]
    [InlineData("callcentre", "Call Center")]
    public void Compound_with_a_small_word_or_in_British_spelling_is_one_word(string question, string name) =>
        Assert.Equal(name, database.Ask(question).Items[0].Name);

    [Theory]
    [InlineData("it")]
    [InlineData("it support")]
    public void Sentences_that_say_it_are_no_answer_about_IT(string question)
    {
        var answer = database.AskBroadly(question);

        Assert.InRange(answer.Total, 2, 10);
        Assert.All(answer.Items,
            item => Assert.All(
                item.Match!.Highlights, highlight => Assert.NotEqual("it", item.Match.Text.Substring(highlight.Start, highlight.Length))));
    }

    [Theory]
    [InlineData("customers")]
    [InlineData("management")]
    [InlineData("support")]
    [InlineData("customer support")]
    [InlineData("who is the head of finance")]
    public void Broad_question_is_answered_by_the_few_that_answer_it_best(string question)
    {
        var (few, all) = (database.Ask(question), database.AskBroadly(question));

        Assert.InRange(few.Total, 1, 6);
        Assert.True(few.LessLikely > 0);
        Assert.Equal((few.Total + few.LessLikely, few.LessLikely), (all.Total, all.LessLikely));
        Assert.Equal(few.Items.Select(item => item.Slug), all.Items.Take(few.Total).Select(item => item.Slug));
        Assert.Equal(all.Items.Select((_, rank) => rank >= few.Total), all.Items.Select(item => item.IsLessLikely));
    }

    [Fact]
    public void Less_likely_answers_are_counted_among_those_that_a_filter_leaves()
    {
        var front = new SearchRequest { Text = "customers", Offices = [Office.Front], PageSize = SearchRequest.LargestPage };
        var (few, all) = (database.Search.Search(front), database.Search.Search(front with { Breadth = SearchBreadth.All }));

        Assert.True(few.LessLikely > 0);
        Assert.Equal(few.Total + few.LessLikely, all.Total);
        Assert.All(all.Items, item => Assert.Equal(Office.Front, item.Office));
    }

    [Theory]
    [InlineData("who handles payroll?")]
    [InlineData("payroll")]
    [InlineData("Who does the PAYROLL here?")]
    [InlineData("Which department is responsible for payroll")]
    public void Search_finds_payroll_through_its_owners(string question)
    {
        var answer = database.Ask(question);

        Assert.Equal("Finance and Accounting", answer.Items[0].Name);
        Assert.Contains("Human Resources", answer.Items.Take(3).Select(item => item.Name));
        Assert.All(answer.Items.Take(2), item =>
        {
            Assert.Equal(MatchField.Function, item.Match!.Field);
            Assert.Equal("Payroll processing", item.Match.Text);
            Assert.Contains(
                item.Match.Highlights,
                highlight => item.Match.Text.Substring(highlight.Start, highlight.Length).StartsWith("Payroll", StringComparison.Ordinal));
        });
        Assert.Null(answer.CorrectedQuery);
        Assert.Empty(answer.Suggestions);
    }

    [Fact]
    public void Result_holds_all_that_a_list_shows()
    {
        var file = BuiltInCatalog.Departments["it-support"];

        var item = database.Ask("it support").Items[0];

        Assert.Equal(("it-support", "IT Support", file.Summary), (item.Slug, item.Name, item.Summary));
        Assert.Equal(file.Aliases.Select(a => a.Name), item.Aliases);
        Assert.Equal((Office.Both, OfficeBasis.Judged, Side.Provider), (item.Office, item.OfficeBasis, item.Side));
        Assert.Equal(new NamedLink("information-technology", "Information Technology"), item.Parent);
        Assert.Empty(item.ServiceLines);
        Assert.Equal([new NamedLink("ito", "ITO")], item.OutsourcingTypes);
        Assert.Equal((1, DateTimeKind.Utc), (item.Version, item.UpdatedAt.Kind));
    }

    [Theory]
    [InlineData("finance and accounting", "Finance and Accounting", MatchField.Name, "Finance Accounting")]
    [InlineData("trust and safety", "Content Moderation", MatchField.Alias, "Trust and Safety")]
    [InlineData("cybersecurity", "Information Technology", MatchField.Function, "Cybersecurity")]
    [InlineData("pay slips", "Finance and Accounting", MatchField.Function, "pay slips")]
    [InlineData("troubleshoots computer issues", "IT Support", MatchField.Responsibility, "Troubleshoots computer issues")]
    [InlineData("raw materials", "Supply Chain Management", MatchField.Function, "raw materials")]
    public void Reason_is_the_part_that_answers_with_the_words_that_do(string question, string name, MatchField field, string highlighted)
    {
        var match = database.Ask(question).Items.First(item => item.Name == name).Match!;

        Assert.Equal(field, match.Field);
        Assert.Equal(highlighted, string.Join(' ', match.Highlights.Select(h => match.Text.Substring(h.Start, h.Length))));
    }

    [Fact]
    public void Every_name_and_alias_finds_its_department()
    {
        foreach (var department in BuiltInCatalog.Departments.Values)
        {
            Assert.Equal(department.Name, database.Ask(department.Name).Items[0].Name);
            Assert.All(department.Aliases,
                alias => Assert.Contains(department.Name, database.Ask(alias.Name).Items.Take(3).Select(item => item.Name)));
        }
    }

    [Fact]
    public void Every_function_finds_all_its_owners() => Assert.All(BuiltInCatalog.Files.Functions, function => Assert.Superset(
        function.Owners.Select(owner => owner.Department).ToHashSet(),
        database.Ask(function.Name).Items.Select(item => item.Slug).ToHashSet()));

    [Fact]
    public void Nearly_every_function_finds_its_first_owner_first()
    {
        var others = BuiltInCatalog.Files.Functions.Where(function =>
            database.Ask(function.Name).Items[0].Slug != function.Owners[0].Department).Select(function => function.Name).ToList();

        Assert.True(others.Count <= 0.02 * BuiltInCatalog.Files.Functions.Count, string.Join(", ", others));
    }

    [Theory]
    [InlineData("acountng", "accounting", "Finance and Accounting")]
    [InlineData("tehcnical support", "technical support", "IT Support")]
    [InlineData("who does marketng?", "who does marketing?", "Marketing")]
    [InlineData("inventry management", "inventory management", "Supply Chain Management")]
    [InlineData("contarct", "contract", "Legal")]
    [InlineData("call canter", "call center", "Call Center")]
    [InlineData("human recourses", "human resources", "Human Resources")]
    [InlineData("costumer service", "customer service", "Customer Service")]
    public void Misspelt_question_is_answered_as_it_was_meant_and_says_so(string question, string corrected, string name)
    {
        var answer = database.Ask(question);

        Assert.Equal(question, answer.Query);
        Assert.Equal(corrected, answer.CorrectedQuery);
        Assert.Equal(name, answer.Items[0].Name);
        Assert.Equal(answer.Items.Select(i => i.Slug), database.Ask(corrected).Items.Select(i => i.Slug));
    }

    [Fact]
    public void Question_without_an_answer_is_not_corrected() => Assert.Null(database.Ask("qwrtplkj acountng zzyzx").CorrectedQuery);

    [Theory]
    [InlineData("labour law", "labor law")]
    [InlineData("call centre", "call center")]
    [InlineData("digitisation of documents", "digitization of documents")]
    [InlineData("organisation of transport", "organization of transport")]
    [InlineData("search engine optimisation", "search engine optimization")]
    [InlineData("data labelling", "data labeling")]
    [InlineData("order fulfilment", "order fulfillment")]
    [InlineData("standardise processes", "standardize processes")]
    public void British_and_American_spellings_find_the_same(string british, string american)
    {
        var answer = database.Ask(british);

        Assert.NotEmpty(answer.Items);
        Assert.Equal(answer.Items.Select(i => (i.Slug, i.Match!.Text)), database.Ask(american).Items.Select(i => (i.Slug, i.Match!.Text)));
    }

    [Theory]
    [InlineData("R&D", "Research and Development")]
    [InlineData("R & D", "Research and Development")]
    [InlineData("r and d", "Research and Development")]
    [InlineData("r&d department", "Research and Development")]
    [InlineData("who does R&D?", "Research and Development")]
    [InlineData("F&A", "Finance and Accounting")]
    [InlineData("f and a", "Finance and Accounting")]
    [InlineData("finance & accounting", "Finance and Accounting")]
    [InlineData("finance accounting", "Finance and Accounting")]
    public void Ampersand_counts_as_and(string question, string name) => Assert.Equal(name, database.Ask(question).Items[0].Name);

    [Fact]
    public void Initials_find_the_same_in_every_writing()
    {
        string[] questions = ["R&D", "R & D", "r and d"];
        var answers = questions.Select(question => database.Ask(question).Items.Select(item => item.Slug)).ToList();

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Theory]
    [InlineData("IT", "Information Technology")]
    [InlineData("it", "Information Technology")]
    [InlineData("who fixes IT problems", "IT Support")]
    public void IT_is_the_department(string question, string name) => Assert.Equal(name, database.Ask(question).Items[0].Name);

    [Theory]
    [InlineData("who pays for it", "who pays for")]
    [InlineData("my payroll is wrong, who checks it?", "my payroll is wrong, who checks?")]
    public void Pronoun_it_is_not_the_department(string question, string without) =>
        Assert.Equal(database.Ask(without).Items.Select(i => i.Slug), database.Ask(question).Items.Select(i => i.Slug));

    [Theory]
    [InlineData("help desk")]
    [InlineData("help-desk")]
    [InlineData("helpdesk")]
    [InlineData("Help Desk!")]
    public void Help_desk_is_found_in_every_writing(string question) =>
        Assert.Equal(["IT Support", "Information Technology"], database.Ask(question).Items.Take(2).Select(item => item.Name));

    [Theory]
    [InlineData("invoi", "Finance and Accounting")]
    [InlineData("recr", "Human Resources")]
    [InlineData("logis", "Logistics")]
    [InlineData("who handles compl", "Customer Service")]
    [InlineData("medical bil", "Healthcare Services")]
    public void Unfinished_last_word_finds_what_begins_with_it(string question, string name)
    {
        var answer = database.Ask(question);

        Assert.Contains(name, answer.Items.Take(3).Select(item => item.Name));
        Assert.Null(answer.CorrectedQuery);
    }

    [Theory]
    [InlineData("hiring", "Human Resources")]
    [InlineData("hires", "Human Resources")]
    [InlineData("warehouses", "Logistics")]
    [InlineData("billed", "Finance and Accounting")]
    public void Every_form_of_a_word_finds_it(string question, string name) => Assert.Equal(name, database.Ask(question).Items[0].Name);

    [Theory]
    [InlineData("EPO", "EPO")]
    [InlineData("ito", "ITO")]
    [InlineData("knowledge process outsourcing", "KPO")]
    [InlineData("what is legal process outsourcing?", "LPO")]
    [InlineData("RPO", "RPO")]
    public void Outsourcing_type_answers_by_its_acronym_and_its_name(string question, string acronym)
    {
        var answer = database.Ask(question);

        Assert.Equal([acronym], answer.OutsourcingTypes.Select(type => type.Acronym));
        Assert.NotEmpty(answer.OutsourcingTypes[0].Summary);
        Assert.NotEmpty(answer.Items);
    }

    [Theory]
    [InlineData("payroll")]
    [InlineData("outsourcing")]
    [InlineData("legal")]
    public void Other_questions_name_no_outsourcing_type(string question) => Assert.Empty(database.Ask(question).OutsourcingTypes);

    [Fact]
    public void Outsourcing_types_stand_on_the_first_page_only()
    {
        var request = new SearchRequest { Text = "knowledge process outsourcing", PageSize = 1 };

        Assert.NotEmpty(database.Search.Search(request).OutsourcingTypes);
        Assert.Empty(database.Search.Search(request with { Page = 2 }).OutsourcingTypes);
    }

    [Theory]
    [InlineData("who handles payroll?", "payroll-processing", "finance-and-accounting human-resources")]
    [InlineData("pay slips", "payroll-processing", "finance-and-accounting human-resources")]
    [InlineData("tax preparation", "tax-preparation", "finance-and-accounting")]
    [InlineData("lead generation", "lead-generation", "sales marketing")]
    public void Function_that_answers_evidently_comes_with_its_owners_in_order(string question, string function, string owners)
    {
        var answer = database.Ask(question).Function;

        Assert.Equal(function, answer!.Slug);
        Assert.Equal(BuiltInCatalog.Files.Functions.Single(f => f.Slug == function).Name, answer.Name);
        Assert.Equal(owners.Split(' '), answer.Owners.Select(owner => owner.Slug));
        Assert.All(answer.Owners, owner => Assert.Equal(BuiltInCatalog.Departments[owner.Slug].Office, owner.Office));
        SearchAssert.AreProper(answer.Match);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("legal")]
    [InlineData("human resources")]
    [InlineData("data")]
    [InlineData("guitar tuning")]
    public void No_function_answers_what_is_about_a_department_or_several_functions(string? question) =>
        Assert.Null(database.Ask(question).Function);

    [Fact]
    public void Function_stands_on_the_first_page_only() =>
        Assert.Null(database.Search.Search(new SearchRequest { Text = "payroll", Page = 2, PageSize = 1 }).Function);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \t ")]
    public void Nothing_asked_lists_every_department_by_name_without_reasons(string? text)
    {
        var answer = database.Ask(text);

        Assert.Equal(("", 21), (answer.Query, answer.Total));
        Assert.Equal(
            BuiltInCatalog.Departments.Values.Select(d => d.Name).Order(StringComparer.OrdinalIgnoreCase),
            answer.Items.Select(item => item.Name));
        Assert.All(answer.Items, item => Assert.Null(item.Match));
        Assert.Empty(answer.Suggestions);
    }

    [Theory]
    [InlineData("the")]
    [InlineData("who is the")]
    [InlineData("?!")]
    [InlineData("\u200F")]
    [InlineData("weather tomorrow in Paris")]
    [InlineData("what is the capital of france")]
    public void Question_about_nothing_finds_nothing(string question)
    {
        var answer = database.Ask(question);

        Assert.Equal(0, answer.Total);
        Assert.Empty(answer.Items);
    }

    [Fact]
    public void Query_is_the_question_as_used() =>
        Assert.Equal("who handles payroll?", database.Ask("  who\thandles \u202E payroll?\0").Query);

    [Fact]
    public void Words_beyond_the_sixteenth_do_not_count() =>
        Assert.Equal(
            database.Ask(string.Concat(Enumerable.Repeat("payroll ", 16))).Items.Select(i => i.Slug),
            database.Ask(string.Concat(Enumerable.Repeat("payroll ", 16)) + "guitar tuning lessons zebra").Items.Select(i => i.Slug));

    [Fact]
    public void Order_of_words_and_case_make_no_difference_to_what_is_found()
    {
        var answer = database.Ask("medical billing").Items.Select(item => item.Slug).Order();

        Assert.Equal(answer, database.Ask("BILLING medical").Items.Select(item => item.Slug).Order());
    }

    [Fact]
    public async Task Concurrent_questions_get_the_answers_they_get_alone()
    {
        string[] questions = ["payroll", "helpdesk", "legal", "invoi", "acountng", "R&D", "customer complaints", "warehouse"];
        var alone = questions.Select(question => database.Ask(question).Items.Select(item => item.Slug).ToList()).ToList();

        var together =
            await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => database.Ask(questions[i % questions.Length]))));

        Assert.All(together.Index(),
            answer => Assert.Equal(alone[answer.Index % questions.Length], answer.Item.Items.Select(item => item.Slug)));
    }
}
