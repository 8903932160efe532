using BpoDirectory.Search.Index;
using BpoDirectory.Search.Text;

namespace BpoDirectory.Search.Questions;

/// <summary>Finds the words of a question that say what it is about.</summary>
internal sealed class QueryAnalyzer(Lexicon lexicon, Vocabulary vocabulary, TermWeighting weights)
{
    /// <summary>The words of a question without filler, each once, in order.</summary>
    public List<Token> Analyze(string question) => WithoutFiller(lexicon.Tokenizer.Tokenize(QueryText.WithoutTags(question)), question);

    // Filler goes unless it is a part of a synonym phrase; so does the pronoun "it", unless nothing else is left.
    private List<Token> WithoutFiller(List<Token> words, string question)
    {
        var kept = new List<Token>();
        var isBehindFiller = false;
        for (var i = 0; i < words.Count;)
        {
            var phrase = lexicon.SynonymsAt(words, i).Select(p => p.Stems.Length).DefaultIfEmpty(0).Max();
            var filler = lexicon.FillerAt(words, i);
            if (phrase > 1 && phrase >= filler)
            {
                kept.AddRange(words.GetRange(i, phrase));
                isBehindFiller = false;
                i += phrase;
            }
            else if (filler == 1 && CompoundAt(words, i, question) is { } compound)
            {
                kept.Add(compound);
                isBehindFiller = false;
                i += 2;
            }
            else if (filler > 0)
            {
                isBehindFiller = true;
                i += BeforePhrase(words, i, filler);
            }
            else
            {
                isBehindFiller = isBehindFiller && lexicon.IsLight(words[i]);
                if (words[i].Text != Tokenizer.And && !IsPronoun(words[i], question) && !kept.Exists(word => word.Stem == words[i].Stem))
                    kept.Add(words[i] with { IsLight = isBehindFiller });
                i++;
            }
        }
        if (kept.Count == 0)
            return words.FindAll(word => word.Text == Token.Pronoun);
        // "a-b-c" is one word to whoever counts blanks, and three here.
        return kept.Count <= QueryText.MostWords ? kept : kept.GetRange(0, QueryText.MostWords);
    }

    // Filler ends where a synonym phrase begins that reaches beyond it: "our | company image".
    private int BeforePhrase(List<Token> words, int start, int filler)
    {
        for (var at = start + 1; at < start + filler; at++)
            if (lexicon.SynonymsAt(words, at).Any(phrase => phrase.Stems.Length > start + filler - at))
                return at - start;
        return filler;
    }

    // "on-boarding" is no boarding on something.
    private Token? CompoundAt(List<Token> words, int at, string question)
    {
        if (at + 1 == words.Count)
            return null;
        var (head, tail) = (words[at], words[at + 1]);
        var joined = new Token(head.Text + tail.Text, head.Start, tail.Start + tail.Length - head.Start);
        var isOneWord = question[head.Start + head.Length] == '-' && tail.Start == head.Start + head.Length + 1;
        return (isOneWord || vocabulary.WithStem(tail.Stem).Count == 0) && weights.IsNamed(joined) ? joined : null;
    }

    // "IT" is the department when it is written so (in a question that is not all capitals) or opens the question.
    private static bool IsPronoun(Token word, string question) =>
        word.Text == Token.Pronoun && word.Start > 0 && (word.IsPronounIn(question) || !question.Any(char.IsLower));
}
