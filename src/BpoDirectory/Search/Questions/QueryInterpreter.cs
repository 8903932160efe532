using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>
/// Understands questions: <see cref="QueryAnalyzer"/> drops what says nothing of the subject, <see cref="SpellingCorrector"/> corrects
/// "pyaroll" to "payroll" ("payrol" has the stem of "payroll" already), and every expansion of what is left is found.
/// </summary>
public sealed class QueryInterpreter
{
    private const int ShortestRelative = 5;
    private const int LongestRelation = 2;

    private readonly Lexicon _lexicon;
    private readonly Vocabulary _vocabulary;
    private readonly SpellingCorrector _corrector;
    private readonly Respelling _respelling;
    private readonly QueryAnalyzer _analyzer;
    private readonly PrefixExpander _unfinished;
    private readonly Func<string, int, IEnumerable<string>> _nameKeysBeginning;

    /// <summary>An interpreter for one state of the catalog.</summary>
    /// <param name="lexicon">What is known about language.</param>
    /// <param name="vocabulary">The words of the catalog.</param>
    /// <param name="nameKeysBeginning">Finds the keys of departments' names that begin with a text, at most so many.</param>
    public QueryInterpreter(Lexicon lexicon, Vocabulary vocabulary, Func<string, int, IEnumerable<string>> nameKeysBeginning)
    {
        (_lexicon, _vocabulary, _nameKeysBeginning) = (lexicon, vocabulary, nameKeysBeginning);
        Weights = new TermWeighting(lexicon, vocabulary);
        _corrector = new SpellingCorrector(lexicon, vocabulary);
        _analyzer = new QueryAnalyzer(lexicon, vocabulary, Weights);
        _unfinished = new PrefixExpander(lexicon, vocabulary, Weights, _corrector, nameKeysBeginning);
        _respelling = new Respelling(lexicon, vocabulary, _corrector, _unfinished);
    }

    /// <summary>How much words tell.</summary>
    internal TermWeighting Weights { get; }

    /// <summary>Understands a question cleaned by <see cref="QueryText"/>.</summary>
    public Interpretation Interpret(string question)
    {
        var words = _analyzer.Analyze(question);
        if (words.Count == 0)
            return Interpretation.Nothing;

        var longer = _unfinished.LongerThan(words[^1]);
        var corrected = Correct(words, isLastUnfinished: longer.Count > 0, question);
        var expansions = new List<Expansion>();
        var targets = new List<SynonymTarget>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Weights.IsElsewhere(words[i]))
                continue;
            AddForms(words[i], i, expansions);
            AddSplitCompound(words[i], i, expansions);
            AddCode(words[i], i, expansions);
            if (i + 1 < words.Count)
                AddJoinedCompound(words[i], words[i + 1], i, expansions);
            AddSynonyms(words, i, expansions, targets);
        }
        expansions.AddRange(_unfinished.Expansions(words, longer));
        if (longer.Count == 0 && words is [{ Text.Length: >= ShortestRelative } only] && !Weights.IsElsewhere(only))
            expansions.Add(
                new Expansion(0, 1, [[.. _vocabulary.StartingWith(only.Text, PrefixExpander.Most)]], RankingWeights.PrefixOfWholeWord));
        return new Interpretation(Weights.Weigh(words, expansions, targets), expansions, targets, corrected);
    }

    /// <summary>The question without words of no language, where others are near them; null where it has none.</summary>
    public string? Respell(string question) => _respelling.Respell(question);

    private string? Correct(List<Token> words, bool isLastUnfinished, string question)
    {
        string? corrected = null;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if ((isLastUnfinished && i == words.Count - 1) || Weights.IsElsewhere(words[i]))
                continue;
            var word = words[i];
            if ((_corrector.Correct(word) ?? CorrectInName(words, i)) is not { } correction)
                continue;
            corrected = (corrected ?? question).Remove(word.Start, word.Length).Insert(word.Start, correction);
            words[i] = word with { Text = correction };
        }
        return corrected;
    }

    private string? CorrectInName(List<Token> words, int place) => _corrector.Correct(words[place], correction =>
        (place > 0 && _nameKeysBeginning($"{words[place - 1].Text} {correction}", 1).Any())
        || (place + 1 < words.Count && _nameKeysBeginning($"{correction} {words[place + 1].Text}", 1).Any()));

    // "complain" has no form in a catalog that says "complaint": then words that begin with its stem are its relatives.
    private void AddForms(Token word, int term, List<Expansion> expansions)
    {
        if (_vocabulary.WithStem(word.Stem) is { Count: > 0 } forms)
            expansions.Add(new Expansion(term, 1, [[.. forms]], RankingWeights.Exact));
        else if (word.Stem.Length >= ShortestRelative && Relatives(word.Stem) is { Length: > 0 } relatives)
            expansions.Add(new Expansion(term, 1, [relatives], RankingWeights.Derived));
    }

    private string[] Relatives(string stem) =>
        [.. _vocabulary.StartingWith(stem, PrefixExpander.Most)
            .Where(word => EnglishStemmer.Stem(word).Length <= stem.Length + LongestRelation)];

    // "helpdesk" also means "help desk" ...
    private void AddSplitCompound(Token word, int term, List<Expansion> expansions)
    {
        if (_vocabulary.DepartmentsWith(word.Text) > 0 && !_lexicon.Knows(word.Stem) && EnglishWords.Instance.Knows(word.Text))
            return;
        for (var at = 3; at <= word.Text.Length - 3; at++)
        {
            var (head, tail) = (word.Text[..at], word.Text[at..]);
            if (_vocabulary.DepartmentsWith(head) > 0
                && _vocabulary.WithStem(_lexicon.Tokenizer.Tokenize(tail)[0].Stem) is { Count: > 0 } tails)
                expansions.Add(new Expansion(term, 1, [[head], [.. tails]], RankingWeights.Compound));
        }
    }

    // ... and "help desk" also means "helpdesk".
    private void AddJoinedCompound(Token head, Token tail, int term, List<Expansion> expansions)
    {
        if (_vocabulary.WithStem(EnglishStemmer.Stem(head.Text + tail.Text)) is { Count: > 0 } joined)
            expansions.Add(new Expansion(term, 2, [[.. joined]], RankingWeights.Compound));
    }

    // "W2" also means "W-2".
    private void AddCode(Token word, int term, List<Expansion> expansions)
    {
        if (_vocabulary.WrittenApart(word.Text) is { } parts)
            expansions.Add(new Expansion(term, 1, [.. parts.Select(part => new[] { part })], RankingWeights.Compound));
    }

    private void AddSynonyms(List<Token> words, int start, List<Expansion> expansions, List<SynonymTarget> targets)
    {
        foreach (var met in _lexicon.SynonymsAt(words, start))
        {
            if (met.Set.DepartmentId is not null || met.Set.FunctionId is not null)
                targets.Add(new SynonymTarget(start, met.Stems.Length, met.Set.DepartmentId, met.Set.FunctionId, met.Set.Name));
            foreach (var other in met.Set.Phrases.Where(phrase => phrase != met))
            {
                var forms = other.Stems.Select(stem => _vocabulary.WithStem(stem).ToArray()).ToArray();
                if (forms.All(choices => choices.Length > 0))
                    expansions.Add(new Expansion(start, met.Stems.Length, forms, RankingWeights.Synonym));
            }
        }
    }
}
