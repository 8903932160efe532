using System.Globalization;
using System.Text;

namespace BpoDirectory.Data.Text;

/// <summary>
/// The one normalisation of texts, questions and names: Unicode's compatibility decomposition and case folding (UAX 15, NFKC_Casefold but
/// left decomposed) without code points that cannot be seen, and with one form for apostrophes, quotation marks, dashes and blanks.
/// </summary>
internal static class TextNormalizer
{
    private const int FirstHangul = 0xAC00;
    private const int LastHangul = 0xD7A3;

    /// <summary>
    /// The text as people type it: also without the marks on Latin and Greek letters and the vowel points of Arabic and Hebrew.
    /// </summary>
    public static NormalizedText Normalize(string text)
    {
        if (Ascii.IsValid(text))
            return new NormalizedText(text.ToLowerInvariant());
        var writer = new Writer(text.Length, Form.Plain);
        writer.Write(text);
        return writer.ToText();
    }

    /// <summary>The same as a plain text.</summary>
    public static string Plain(string text) => Normalize(text).Text;

    /// <summary>The text with its marks: the same for texts that are written the same way, whatever they are encoded by.</summary>
    public static string Canonical(string text)
    {
        if (Ascii.IsValid(text))
            return text.ToLowerInvariant();
        var writer = new Writer(text.Length, Form.Canonical);
        writer.Write(text);
        return writer.ToText().Text;
    }

    /// <summary>The text taken apart (UAX 15, NFKD): the same however its letters are encoded, and nothing of it is left out.</summary>
    public static string Decompose(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var writer = new Writer(text.Length, Form.Decomposed);
        writer.Write(text);
        return writer.ToText().Text;
    }

    /// <summary>
    /// Whether a code point changes at most how others look: Unicode's Default_Ignorable_Code_Point, and interlinear annotations.
    /// </summary>
    public static bool IsIgnorable(Rune rune) => rune.Value is
        0x00AD or 0x034F or 0x061C or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0x200B and <= 0x200F)
        or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164 or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFFB) or (>= 0x1BCA0 and <= 0x1BCA3) or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>Whether a code point shows nothing: a blank of any kind, the empty Braille cell or a control character.</summary>
    public static bool IsBlank(Rune rune) => rune.Value == 0x2800 || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);

    /// <summary>Whether a code point is a mark on the letter before it.</summary>
    public static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private enum Form
    {
        Plain,
        Canonical,
        Decomposed,
    }

    private sealed class Writer(int length, Form form)
    {
        private readonly LetterTables _tables = LetterTables.Instance;
        private char[] _text = new char[length + 16];
        private int[] _starts = new int[length + 16];
        private int[] _ends = new int[length + 16];
        private int _length;
        private Rune _letter = new(' ');
        private int _start;
        private int _end;

        public void Write(string text)
        {
            for (; _start < text.Length; _start = _end)
            {
                if (char.IsAscii(text[_start]))
                {
                    _end = _start + 1;
                    var letter = form is Form.Decomposed ? text[_start] : char.ToLowerInvariant(text[_start]);
                    _letter = new Rune(letter);
                    Put(letter);
                    continue;
                }
                Rune.DecodeFromUtf16(text.AsSpan(_start), out var rune, out var units);
                _end = _start + units;
                if (form is Form.Decomposed)
                    WriteParts(rune);
                else if (!IsIgnorable(rune))
                    WriteParts(Typed(rune));
            }
        }

        public NormalizedText ToText() => new(new string(_text, 0, _length), _starts, _ends);

        private void WriteParts(Rune rune)
        {
            if (rune.IsAscii)
                Add(_letter = rune);
            else if (rune.Value is >= FirstHangul and <= LastHangul)
                WriteHangul(rune.Value - FirstHangul);
            else if (_tables.Decompose(rune) is { } parts)
                foreach (var part in parts.EnumerateRunes())
                    WritePart(part);
            else
                WritePart(rune);
        }

        private void WritePart(Rune part)
        {
            if (form is not Form.Decomposed)
                WriteFolded(part);
            else if (IsMark(part))
                Insert(part);
            else
                Add(_letter = part);
        }

        // A syllable is made of a leading consonant, a vowel and, most often, a trailing consonant (The Unicode Standard, 3.12).
        private void WriteHangul(int syllable)
        {
            Add(_letter = new Rune(0x1100 + (syllable / 588)));
            Add(new Rune(0x1161 + (syllable % 588 / 28)));
            if (syllable % 28 is > 0 and var trailing)
                Add(new Rune(0x11A7 + trailing));
        }

        private void WriteFolded(Rune part)
        {
            if (IsIgnorable(part))
                return;
            var folded = Typed(part) is var typed && IsBlank(typed) ? new Rune(' ') : Folded(Rune.ToLowerInvariant(typed));
            if (folded.Value == 'ß')
                Add("ss");
            else if (IsMark(folded))
                WriteMark(folded);
            else if (form is Form.Canonical)
                Add(_letter = folded);
            else if (Rune.GetUnicodeCategory(folded) == UnicodeCategory.DecimalDigitNumber)
                Add(_letter = new Rune('0' + (int)Rune.GetNumericValue(folded)));
            else if (_tables.Plain(folded) is { } plain)
                Add(plain);
            else if (folded.Value != Tatweel)
                Add(_letter = folded);
        }

        private void WriteMark(Rune mark)
        {
            if (form is Form.Canonical || !IsOptional(mark))
                Insert(mark);
            else if (_length > 0)
                _ends[_length - 1] = _end;
        }

        // Marks of one letter stand in the order of their classes, which is not the order in which they are typed.
        private void Insert(Rune mark)
        {
            var at = _length;
            if (_tables.ClassOf(mark) is > 0 and var own)
                while (at > 0 && RuneBefore(at) is var before && _tables.ClassOf(before) > own)
                    at -= before.Utf16SequenceLength;
            var behind = _text[at.._length];
            _length = at;
            Add(mark);
            foreach (var unit in behind)
                Put(unit);
        }

        private Rune RuneBefore(int end) =>
            char.IsLowSurrogate(_text[end - 1]) && end > 1 ? new Rune(_text[end - 2], _text[end - 1]) : new Rune(_text[end - 1]);

        // On Latin and Greek letters, digits and signs; and the vowels of Hebrew and Arabic, which are rarely written.
        private bool IsOptional(Rune mark) =>
            _letter.Value < FirstCyrillic || !Rune.IsLetter(_letter) || IsLaterLatin(_letter)
            || mark.Value is (>= 0x0591 and <= 0x05C7) or (>= 0x064B and <= 0x0652) or 0x0670;

        private void Add(string letters)
        {
            foreach (var letter in letters.EnumerateRunes())
                Add(_letter = letter);
        }

        private void Add(Rune rune)
        {
            Span<char> units = stackalloc char[2];
            foreach (var unit in units[..rune.EncodeToUtf16(units)])
                Put(unit);
        }

        private void Put(char unit)
        {
            if (_length == _text.Length)
            {
                Array.Resize(ref _text, 2 * _length);
                Array.Resize(ref _starts, 2 * _length);
                Array.Resize(ref _ends, 2 * _length);
            }
            (_text[_length], _starts[_length], _ends[_length]) = (unit, _start, _end);
            _length++;
        }
    }

    private const int FirstCyrillic = 0x0400;
    private const int Tatweel = 0x0640;

    private static bool IsLaterLatin(Rune letter) =>
        letter.Value is (>= 0x1D00 and <= 0x1DBF) or (>= 0x2C60 and <= 0x2C7F) or (>= 0xA720 and <= 0xA7FF) or (>= 0xAB30 and <= 0xAB6F);

    // Signs that keyboards have one of and typesetting several.
    private static Rune Typed(Rune rune) => rune.Value switch
    {
        0x00B4 or 0x02B9 or 0x02BC or 0x02BB or 0x2018 or 0x2019 or 0x201B or 0x2032 or 0xFF07 => new Rune('\''),
        0x00AB or 0x00BB or 0x201C or 0x201D or 0x201E or 0x201F or 0x2033 => new Rune('"'),
        (>= 0x2010 and <= 0x2015) or 0x2212 or 0xFE58 or 0xFE63 or 0xFF0D => new Rune('-'),
        _ => rune,
    };

    // Where folding is more than lower case (CaseFolding.txt).
    private static Rune Folded(Rune lower) => lower.Value switch
    {
        'ς' => new Rune('σ'),
        0x0345 => new Rune('ι'),
        // Rounded and tall Cyrillic letters, which stand for the usual ones.
        >= 0x1C80 and <= 0x1C88 => new Rune("вдосттъѣꙋ"[lower.Value - 0x1C80]),
        _ => lower,
    };
}
