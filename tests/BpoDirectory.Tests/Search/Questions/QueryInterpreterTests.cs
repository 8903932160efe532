using BpoDirectory.Search.Questions;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class QueryInterpreterTests
{
    private static readonly QueryInterpreter Interpreter = new(SmallLanguage.Lexicon, SmallLanguage.Vocabulary, (_, _) => []);

    [Theory]
    [InlineData("payroll", "payroll")]
    [InlineData("who handles payroll?", "payroll")]
    [InlineData("Which department is responsible for the legal support?", "legal support")]
    [InlineData("who do I ask about invoices", "invoices")]
    [InlineData("legal and payroll", "legal payroll")]
    [InlineData("legal & payroll", "legal payroll")]
    [InlineData("payroll, payroll and payrolls", "payroll")]
    [InlineData("labour", "labor")]
    public void Terms_are_what_the_question_is_about(string question, string terms) => Assert.Equal(terms, Terms(question));

    [Theory]
    [InlineData("")]
    [InlineData("the")]
    [InlineData("who is the")]
    [InlineData("and")]
    [InlineData("?!")]
    public void Question_about_nothing_has_no_terms(string question)
    {
        var interpretation = Interpreter.Interpret(question);

        Assert.Empty(interpretation.Terms);
        Assert.Empty(interpretation.Expansions);
        Assert.Equal(0, interpretation.Weight);
    }

    [Theory]
    [InlineData("IT", "it")]
    [InlineData("it", "it")]
    [InlineData("it support", "it support")]
    [InlineData("who does IT support", "it support")]
    [InlineData("who does IT", "it")]
    [InlineData("WHO DOES LEGAL SUPPORT FOR IT", "legal support")]
    [InlineData("who provides legal support for it", "legal support")]
    [InlineData("who does it", "it")]
    public void IT_is_the_department_where_it_is_written_so_opens_the_question_or_is_all_there_is(string question, string terms) =>
        Assert.Equal(terms, Terms(question));

    [Fact]
    public void Filler_within_a_synonym_phrase_is_kept() =>
        Assert.Contains(
            Interpreter.Interpret("who to ask for help").SynonymTargets, target => target is { First: 0, Count: 5, DepartmentId: 4 });

    [Theory]
    [InlineData("acountng marketing", "accounting marketing", "accounting marketing")]
    [InlineData("tehcnical sofware support", "technical software support", "technical software support")]
    [InlineData("Who does  Marketng and payroll?", "marketing payroll", "Who does  marketing and payroll?")]
    public void Slips_are_corrected_in_their_place(string question, string terms, string corrected)
    {
        Assert.Equal(terms, Terms(question));
        Assert.Equal(corrected, Interpreter.Interpret(question).Corrected);
    }

    [Fact]
    public void Right_question_is_not_corrected() => Assert.Null(Interpreter.Interpret("payroll invoices").Corrected);

    [Fact]
    public void Last_word_may_be_unfinished()
    {
        var interpretation = Interpreter.Interpret("legal invoi");

        var expansions = interpretation.Expansions.Where(expansion => expansion.First == 1).ToList();
        Assert.Contains(expansions, expansion => expansion.Phrase[0].Order().SequenceEqual(["invoice", "invoices", "invoicing"]));
        Assert.All(expansions, expansion => Assert.True(expansion.Quality < 1));
        Assert.Null(interpretation.Corrected);
    }

    [Fact]
    public void Earlier_word_is_never_taken_for_unfinished() =>
        Assert.DoesNotContain(
            Interpreter.Interpret("invoi payroll").Expansions,
            expansion => expansion.First == 0 && expansion.Phrase[0].Contains("inventory"));

    [Fact]
    public void Every_form_of_a_word_is_a_reading_of_full_quality()
    {
        var interpretation = Interpreter.Interpret("invoiced payroll");

        var forms = interpretation.Expansions.First(expansion => expansion.First == 0);
        Assert.Equal(["invoice", "invoices", "invoicing"], forms.Phrase[0]);
        Assert.Equal(1, forms.Quality);
    }

    [Fact]
    public void Synonyms_are_readings_of_lesser_quality_and_signs_to_what_their_set_points_at()
    {
        var interpretation = Interpreter.Interpret("payroll");

        Assert.Contains(interpretation.Expansions, expansion => expansion.Phrase is [["wages"]] && expansion.Quality < 1);
        var target = Assert.Single(interpretation.SynonymTargets);
        Assert.Equal((0, 1, null, 7, "Wages"), (target.First, target.Count, target.DepartmentId, target.FunctionId, target.Name));
    }

    [Fact]
    public void Synonym_phrase_stands_for_all_its_words()
    {
        var interpretation = Interpreter.Interpret("support by contact centre");

        Assert.Contains(interpretation.Expansions, expansion => expansion is { First: 1, Count: 2, Phrase: [["call"], ["center"]] });
        Assert.Contains(interpretation.SynonymTargets, target => target is { First: 1, Count: 2, DepartmentId: 3 });
    }

    [Theory]
    [InlineData("helpdesk")]
    [InlineData("help desk")]
    [InlineData("help-desk")]
    [InlineData("Help Desk?")]
    public void Compound_is_met_written_as_one_word_or_two(string question) =>
        Assert.Contains(
            Interpreter.Interpret(question).Expansions,
            expansion => expansion.Phrase is [["help"], ["desk"]] || (expansion.First == 1 && expansion.Phrase is [["desk"]]));

    [Fact]
    public void Two_words_are_met_as_one_compound()
    {
        var interpreter =
            new QueryInterpreter(SmallLanguage.Lexicon, SmallLanguage.Words(10, ("helpdesk", 1), ("payroll", 2)), (_, _) => []);

        Assert.Contains(
            interpreter.Interpret("help desk").Expansions, expansion => expansion is { First: 0, Count: 2, Phrase: [["helpdesk"]] });
    }

    [Theory]
    [InlineData("<b>payroll</b>", "payroll")]
    [InlineData("<script>alert</script> wages", "alert wages")]
    [InlineData("payroll < 100 > wages", "payroll 100 wages")]
    [InlineData("<payroll>", "payroll")]
    public void Tags_are_no_words_unless_there_are_no_others(string question, string terms) => Assert.Equal(terms, Terms(question));

    [Fact]
    public void Filler_ends_where_a_synonym_phrase_begins_that_reaches_beyond_it()
    {
        var lexicon = new Lexicon(new Dictionary<string, string>(), tokenizer =>
        {
            var set = new Synonyms("Brand", null, null);
            set.Phrases.Add(new SynonymPhrase([.. tokenizer.Tokenize("company image").Select(word => word.Stem)], set));
            return [set];
        });
        var interpreter = new QueryInterpreter(lexicon, SmallLanguage.Vocabulary, (_, _) => []);

        Assert.Equal(["company", "image"], interpreter.Interpret("our company image").Terms.Select(term => term.Token.Text));
        Assert.Equal(["payroll"], interpreter.Interpret("our company payroll").Terms.Select(term => term.Token.Text));
    }

    [Fact]
    public void Words_scattered_over_a_department_are_no_answer_to_a_question_that_has_others_besides()
    {
        var question = Interpreter.Interpret("wages phone legal people");

        Assert.True(question.IsCoveredBy(0b0111, atOnce: 0b0111, named: 0));
        Assert.False(question.IsCoveredBy(0b0111, atOnce: 0b0001, named: 0));
        Assert.True(question.IsCoveredBy(0b0111, atOnce: 0b0001, named: 0b0001));
        Assert.True(question.IsCoveredBy(0b1111, atOnce: 0b0001, named: 0));
        Assert.False(question.IsCoveredBy(0b1000, atOnce: 0b1000, named: 0b1000));
    }

    [Theory]
    [InlineData("wages in germany", true)]
    [InlineData("wages 4711", true)]
    [InlineData("wages guitar", false)]
    public void Context_does_not_matter_where_all_else_is_a_name(string question, bool isContext)
    {
        var interpreted = Interpreter.Interpret(question);

        Assert.Equal(isContext, interpreted.Terms[1].IsContext);
        Assert.Equal(isContext, interpreted.IsCoveredBy(0b01, atOnce: 0b01, named: 0b01));
        Assert.Equal(isContext, interpreted.IsCoveredBy(0b01));
        Assert.False(interpreted.IsCoveredBy(0b01, atOnce: 0b01, named: 0));
    }

    [Fact]
    public void Context_alone_is_no_question() => Assert.False(Interpreter.Interpret("germany 4711").IsCoveredBy(0));

    [Fact]
    public void Unknown_common_noun_weighs_more_than_another_common_word()
    {
        var terms = Interpreter.Interpret("pretty pain").Terms;

        Assert.Equal(RankingWeights.UnknownCommonWord / RankingWeights.UnknownCommonNoun, terms[0].Weight / terms[1].Weight, 12);
    }

    [Fact]
    public void What_is_done_with_a_subject_weighs_little_behind_filler_and_is_not_dropped()
    {
        var asked = Interpreter.Interpret("who keeps two inventories").Terms;
        var named = Interpreter.Interpret("keeps inventories").Terms;

        Assert.Equal(["keeps", "two", "inventories"], asked.Select(term => term.Token.Text));
        Assert.Equal(RankingWeights.Light, asked[0].Weight / named[0].Weight, 12);
        Assert.True(asked[1].Token.IsLight);
        Assert.Equal(named[1].Weight, asked[2].Weight, 12);
    }

    [Fact]
    public void Filler_within_a_synonym_phrase_does_not_matter()
    {
        var lexicon = new Lexicon(new Dictionary<string, string>(), tokenizer =>
        {
            var set = new Synonyms("Leaving", 9, null);
            set.Phrases.Add(new SynonymPhrase([.. tokenizer.Tokenize("hand in notice").Select(word => word.Stem)], set));
            return [set];
        });
        var interpreter = new QueryInterpreter(lexicon, SmallLanguage.Vocabulary, (_, _) => []);

        Assert.Contains(
            interpreter.Interpret("handing in my notice").SynonymTargets, target => target is { First: 0, Count: 2, DepartmentId: 9 });
        Assert.Contains(interpreter.Interpret("hand in notice").SynonymTargets, target => target is { DepartmentId: 9 });
        Assert.Empty(interpreter.Interpret("notice").SynonymTargets);
    }

    [Fact]
    public void Rare_words_weigh_more_than_frequent_ones()
    {
        var terms = Interpreter.Interpret("customer legal").Terms;

        Assert.True(terms[1].Weight > terms[0].Weight);
        Assert.Equal(terms.Sum(term => term.Weight), Interpreter.Interpret("customer legal").Weight, 12);
    }

    [Fact]
    public void Unknown_common_word_weighs_less_than_an_unknown_rare_one()
    {
        var terms = Interpreter.Interpret("people guitar").Terms;

        Assert.Equal(2, terms.Count);
        Assert.True(terms[1].Weight > terms[0].Weight);
    }

    [Fact]
    public void Word_that_is_only_mentioned_weighs_less_than_one_by_which_something_is_named()
    {
        var interpreter =
            new QueryInterpreter(
                SmallLanguage.Lexicon, SmallLanguage.WordsWith(["calculates"], 10, ("calculates", 1), ("salary", 1)), (_, _) => []);

        var terms = interpreter.Interpret("calculates salary").Terms;

        Assert.Equal(RankingWeights.OnlyMentioned, terms[0].Weight / terms[1].Weight, 12);
        Assert.Equal(terms[1].Weight, interpreter.Interpret("calculates").Terms[0].Weight, 12);
        Assert.NotEmpty(interpreter.Interpret("calculates").Expansions);
    }

    [Fact]
    public void Everyday_subject_is_met_nowhere_and_weighs_as_much_as_anything_can()
    {
        var vocabulary = SmallLanguage.WordsWith(["horses"], 10, ("horses", 1), ("training", 1));
        var interpreter = new QueryInterpreter(SmallLanguage.Lexicon, vocabulary, (_, _) => []);

        var question = interpreter.Interpret("horse training");

        Assert.Equal([1], question.Expansions.Select(expansion => expansion.First));
        Assert.Equal(2 * vocabulary.Specificity(0), question.Terms[0].Weight, 12);
        Assert.False(question.IsCoveredBy(0b10));
        Assert.Empty(interpreter.Interpret("horse").Expansions);
    }

    [Theory]
    [InlineData("horse", true)]
    [InlineData("ponies", true)]
    [InlineData("sandwiches", true)]
    [InlineData("animated", false)]
    [InlineData("national", false)]
    public void Everyday_subject_is_known_by_itself_and_its_plural_and_not_by_its_stem(string word, bool isOne) =>
        Assert.Equal(isOne, EverydaySubjects.Has(new Token(word, 0, word.Length)));

    [Fact]
    public void Everyday_subject_that_the_catalog_names_is_a_word_like_any_other()
    {
        var interpreter =
            new QueryInterpreter(SmallLanguage.Lexicon, SmallLanguage.Words(10, ("horses", 1), ("training", 1)), (_, _) => []);

        Assert.Contains(interpreter.Interpret("horse training").Expansions, expansion => expansion is { First: 0, Phrase: [["horses"]] });
    }

    [Theory]
    [InlineData('-')]
    [InlineData('/')]
    [InlineData(',')]
    public void Question_has_as_many_terms_as_words_count_however_they_are_joined(char joint) =>
        Assert.Equal(
            QueryText.MostWords,
            Interpreter.Interpret(string.Join(joint, Enumerable.Range('a', 25).Select(c => $"{(char)c}{(char)c}{(char)c}"))).Terms.Count);

    [Fact]
    public void Any_question_can_be_interpreted()
    {
        var random = new Random(31);
        foreach (var text in HostileText.All.Concat(Enumerable.Range(0, 1_000).Select(_ => HostileText.Random(random, 250))))
        {
            var interpretation = Interpreter.Interpret(QueryText.Clean(text));

            Assert.True(interpretation.Terms.Count <= QueryText.MostWords);
            Assert.All(interpretation.Terms, term => Assert.True(term.Weight > 0));
            Assert.All(interpretation.Expansions, expansion =>
            {
                Assert.InRange(expansion.Quality, 0.01, 1);
                Assert.InRange(expansion.First + expansion.Count, 1, interpretation.Terms.Count);
                Assert.NotEmpty(expansion.Phrase);
            });
        }
    }

    private static string Terms(string question) => string.Join(' ', Interpreter.Interpret(question).Terms.Select(term => term.Token.Text));
}
