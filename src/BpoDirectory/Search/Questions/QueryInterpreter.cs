using BpoDirectory.Search.Index;
using BpoDirectory.Search.Ranking;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Understands questions: drops filler, corrects slips, and finds every reading of what is left.</summary>
public sealed class QueryInterpreter
{
    private const int ShortestRelative = 5;
    private const int LongestRelation = 2;

    private readonly Lexicon _lexicon;
    private readonly Vocabulary _vocabulary;
    private readonly SpellingCorrector _corrector;
    private readonly SubjectWords _subject;
    private readonly UnfinishedWords _unfinished;

    /// <summary>An interpreter for one state of the catalog.</summary>
    /// <param name="lexicon">What is known about language.</param>
    /// <param name="vocabulary">The words of the catalog.</param>
    /// <param name="namesBeginning">Finds names of departments that begin with a text, at most so many.</param>
    public QueryInterpreter(Lexicon lexicon, Vocabulary vocabulary, Func<string, int, IEnumerable<string>> namesBeginning)
    {
        (_lexicon, _vocabulary) = (lexicon, vocabulary);
        Weights = new TermWeights(lexicon, vocabulary);
        _corrector = new SpellingCorrector(lexicon, vocabulary);
        _subject = new SubjectWords(lexicon, vocabulary, Weights);
        _unfinished = new UnfinishedWords(lexicon, vocabulary, Weights, _corrector, namesBeginning);
    }

    /// <summary>How much words tell.</summary>
    internal TermWeights Weights { get; }

    /// <summary>Understands a question cleaned by <see cref="QueryText"/>.</summary>
    public Interpretation Interpret(string question)
    {
        var words = _subject.Of(question);
        if (words.Count == 0)
            return Interpretation.Nothing;

        var longer = _unfinished.LongerThan(words[^1]);
        var corrected = Correct(words, isLastUnfinished: longer.Count > 0, question);
        var readings = new List<Reading>();
        var signposts = new List<Signpost>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Weights.IsElsewhere(words[i]))
                continue;
            AddForms(words[i], i, readings);
            AddSplitCompound(words[i], i, readings);
            if (i + 1 < words.Count)
                AddJoinedCompound(words[i], words[i + 1], i, readings);
            AddSynonyms(words, i, readings, signposts);
        }
        readings.AddRange(_unfinished.Readings(words, longer));
        if (longer.Count == 0 && words is [{ Text.Length: >= ShortestRelative } only] && !Weights.IsElsewhere(only))
            readings.Add(new Reading(0, 1, [[.. _vocabulary.StartingWith(only.Text, UnfinishedWords.Most)]], Quality.PrefixOfWholeWord));
        return new Interpretation(Weights.Of(words, readings, signposts), readings, signposts, corrected);
    }

    private string? Correct(List<Word> words, bool isLastUnfinished, string question)
    {
        string? corrected = null;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if ((isLastUnfinished && i == words.Count - 1) || Weights.IsElsewhere(words[i]))
                continue;
            var word = words[i];
            if (_corrector.Correct(word) is not { } correction)
                continue;
            corrected = (corrected ?? question).Remove(word.Start, word.Length).Insert(word.Start, correction);
            words[i] = word with { Text = correction };
        }
        return corrected;
    }

    // "complain" has no form in a catalog that says "complaint": then words that begin with its stem are its relatives.
    private void AddForms(Word word, int term, List<Reading> readings)
    {
        if (_vocabulary.WithStem(word.Stem) is { Count: > 0 } forms)
            readings.Add(new Reading(term, 1, [[.. forms]], Quality.Exact));
        else if (word.Stem.Length >= ShortestRelative && Relatives(word.Stem) is { Length: > 0 } relatives)
            readings.Add(new Reading(term, 1, [relatives], Quality.Relative));
    }

    private string[] Relatives(string stem) =>
        [.. _vocabulary.StartingWith(stem, UnfinishedWords.Most).Where(word => EnglishStemmer.Stem(word).Length <= stem.Length + LongestRelation)];

    // "helpdesk" also means "help desk" ...
    private void AddSplitCompound(Word word, int term, List<Reading> readings)
    {
        if (_vocabulary.DepartmentsWith(word.Text) > 0 && !_lexicon.Knows(word.Stem) && EnglishWords.Instance.Knows(word.Text))
            return;
        for (var at = 3; at <= word.Text.Length - 3; at++)
        {
            var (head, tail) = (word.Text[..at], word.Text[at..]);
            if (_vocabulary.DepartmentsWith(head) > 0 && _vocabulary.WithStem(_lexicon.Splitter.Split(tail)[0].Stem) is { Count: > 0 } tails)
                readings.Add(new Reading(term, 1, [[head], [.. tails]], Quality.Compound));
        }
    }

    // ... and "help desk" also means "helpdesk".
    private void AddJoinedCompound(Word head, Word tail, int term, List<Reading> readings)
    {
        if (_vocabulary.WithStem(EnglishStemmer.Stem(head.Text + tail.Text)) is { Count: > 0 } joined)
            readings.Add(new Reading(term, 2, [[.. joined]], Quality.Compound));
    }

    private void AddSynonyms(List<Word> words, int start, List<Reading> readings, List<Signpost> signposts)
    {
        foreach (var met in _lexicon.SynonymsAt(words, start))
        {
            if (met.Set.DepartmentId is not null || met.Set.FunctionId is not null)
                signposts.Add(new Signpost(start, met.Stems.Length, met.Set.DepartmentId, met.Set.FunctionId, met.Set.Name));
            foreach (var other in met.Set.Phrases.Where(phrase => phrase != met))
            {
                var forms = other.Stems.Select(stem => _vocabulary.WithStem(stem).ToArray()).ToArray();
                if (forms.All(choices => choices.Length > 0))
                    readings.Add(new Reading(start, met.Stems.Length, forms, Quality.Synonym));
            }
        }
    }
}
