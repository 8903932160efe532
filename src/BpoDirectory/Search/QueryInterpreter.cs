namespace BpoDirectory.Search;

/// <summary>Understands questions: drops filler, corrects slips, and finds every reading of what is left.</summary>
public sealed class QueryInterpreter(Lexicon lexicon, Vocabulary vocabulary)
{
    private const string Conjunction = "and";
    private const int ShortestPrefix = 2;
    private const int MostPrefixWords = 40;
    private const int ShortestRelative = 5;
    private const int LongestRelation = 2;

    private readonly SpellingCorrector _corrector = new(lexicon, vocabulary);

    /// <summary>How much words tell.</summary>
    internal TermWeights Weights { get; } = new(lexicon, vocabulary);

    /// <summary>Understands a question cleaned by <see cref="QueryText"/>.</summary>
    public Interpretation Interpret(string question)
    {
        var words = WithoutFiller(lexicon.Splitter.Split(question), question);
        if (words.Count == 0)
            return Interpretation.Nothing;

        var prefix = PrefixOf(words[^1]);
        var corrected = Correct(words, isLastPrefix: prefix.Count > 0, question);
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
        if (prefix.Count > 0)
            AddUnfinished(words[^1], words.Count - 1, prefix, readings);
        else if (words is [{ Text.Length: >= ShortestRelative } only] && !Weights.IsElsewhere(only))
            readings.Add(new Reading(0, 1, [[.. vocabulary.StartingWith(only.Text, MostPrefixWords)]], Quality.PrefixOfWholeWord));
        return new Interpretation(Weights.Of(words, readings, signposts), readings, signposts, corrected);
    }

    // Filler goes unless it is a part of a synonym phrase; so does the pronoun "it", unless nothing else is left.
    private List<Word> WithoutFiller(List<Word> words, string question)
    {
        var kept = new List<Word>();
        for (var i = 0; i < words.Count;)
        {
            var phrase = lexicon.SynonymsAt(words, i).Select(p => p.Stems.Length).DefaultIfEmpty(0).Max();
            var filler = lexicon.FillerAt(words, i);
            if (phrase > 1 && phrase >= filler)
            {
                kept.AddRange(words.GetRange(i, phrase));
                i += phrase;
            }
            else if (filler == 1 && CompoundAt(words, i, question) is { } compound)
            {
                kept.Add(compound);
                i += 2;
            }
            else if (filler > 0)
            {
                i += filler;
            }
            else
            {
                if (words[i].Text != Conjunction && !IsPronoun(words[i], question) && !kept.Exists(word => word.Stem == words[i].Stem))
                    kept.Add(words[i]);
                i++;
            }
        }
        if (kept.Count == 0)
            return words.FindAll(word => word.Text == Word.Pronoun);
        // "a-b-c" is one word to whoever counts blanks, and three here.
        return kept.Count <= QueryText.MostWords ? kept : kept.GetRange(0, QueryText.MostWords);
    }

    // "on-boarding" is no boarding on something.
    private Word? CompoundAt(List<Word> words, int at, string question)
    {
        if (at + 1 == words.Count)
            return null;
        var (head, tail) = (words[at], words[at + 1]);
        var joined = new Word(head.Text + tail.Text, head.Start, tail.Start + tail.Length - head.Start);
        var isOneWord = question[head.Start + head.Length] == '-' && tail.Start == head.Start + head.Length + 1;
        return (isOneWord || vocabulary.WithStem(tail.Stem).Count == 0) && Weights.IsNamed(joined) ? joined : null;
    }

    // "IT" is the department when it is written so (in a question that is not all capitals) or opens the question.
    private static bool IsPronoun(Word word, string question) =>
        word.Text == Word.Pronoun && word.Start > 0 && (word.IsPronounIn(question) || !question.Any(char.IsLower));

    // The last word may be unfinished, unless it is a word that the catalog or the language has.
    private IReadOnlyList<string> PrefixOf(Word last) =>
        last.Text.Length >= ShortestPrefix && !Weights.IsElsewhere(last) && vocabulary.WithStem(last.Stem).Count == 0 && !lexicon.Knows(last.Stem) && !EnglishWords.Instance.Knows(last.Text)
            ? vocabulary.StartingWith(last.Text, MostPrefixWords)
            : [];

    private string? Correct(List<Word> words, bool isLastPrefix, string question)
    {
        string? corrected = null;
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if ((isLastPrefix && i == words.Count - 1) || Weights.IsElsewhere(words[i]))
                continue;
            var word = words[i];
            if (_corrector.Correct(word) is not { } correction)
                continue;
            corrected = (corrected ?? question).Remove(word.Start, word.Length).Insert(word.Start, correction);
            words[i] = word with { Text = correction };
        }
        return corrected;
    }

    private void AddUnfinished(Word word, int term, IReadOnlyList<string> wholeWords, List<Reading> readings)
    {
        readings.Add(new Reading(term, 1, [[.. wholeWords]], Quality.Prefix));
        if (_corrector.Correct(word, 1) is { } mended && !mended.StartsWith(word.Text, StringComparison.Ordinal))
            readings.Add(new Reading(term, 1, [[.. vocabulary.WithStem(EnglishStemmer.Stem(mended))]], Quality.Mended));
    }

    // "complain" has no form in a catalog that says "complaint": then words that begin with its stem are its relatives.
    private void AddForms(Word word, int term, List<Reading> readings)
    {
        if (vocabulary.WithStem(word.Stem) is { Count: > 0 } forms)
            readings.Add(new Reading(term, 1, [[.. forms]], Quality.Exact));
        else if (word.Stem.Length >= ShortestRelative && Relatives(word.Stem) is { Length: > 0 } relatives)
            readings.Add(new Reading(term, 1, [relatives], Quality.Relative));
    }

    private string[] Relatives(string stem) =>
        [.. vocabulary.StartingWith(stem, MostPrefixWords).Where(word => EnglishStemmer.Stem(word).Length <= stem.Length + LongestRelation)];

    // "helpdesk" also means "help desk" ...
    private void AddSplitCompound(Word word, int term, List<Reading> readings)
    {
        if (vocabulary.DepartmentsWith(word.Text) > 0 && !lexicon.Knows(word.Stem) && EnglishWords.Instance.Knows(word.Text))
            return;
        for (var at = 3; at <= word.Text.Length - 3; at++)
        {
            var (head, tail) = (word.Text[..at], word.Text[at..]);
            if (vocabulary.DepartmentsWith(head) > 0 && vocabulary.WithStem(lexicon.Splitter.Split(tail)[0].Stem) is { Count: > 0 } tails)
                readings.Add(new Reading(term, 1, [[head], [.. tails]], Quality.Compound));
        }
    }

    // ... and "help desk" also means "helpdesk".
    private void AddJoinedCompound(Word head, Word tail, int term, List<Reading> readings)
    {
        if (vocabulary.WithStem(EnglishStemmer.Stem(head.Text + tail.Text)) is { Count: > 0 } joined)
            readings.Add(new Reading(term, 2, [[.. joined]], Quality.Compound));
    }

    private void AddSynonyms(List<Word> words, int start, List<Reading> readings, List<Signpost> signposts)
    {
        foreach (var met in lexicon.SynonymsAt(words, start))
        {
            if (met.Set.DepartmentId is not null || met.Set.FunctionId is not null)
                signposts.Add(new Signpost(start, met.Stems.Length, met.Set.DepartmentId, met.Set.FunctionId, met.Set.Name));
            foreach (var other in met.Set.Phrases.Where(phrase => phrase != met))
            {
                var forms = other.Stems.Select(stem => vocabulary.WithStem(stem).ToArray()).ToArray();
                if (forms.All(choices => choices.Length > 0))
                    readings.Add(new Reading(start, met.Stems.Length, forms, Quality.Synonym));
            }
        }
    }
}
