using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace BpoDirectory.Components.Shared;

/// <summary>
/// Markup written as text, for what a page shows many of: building and sending an element costs several times its text.
/// Whatever is put into the text is encoded, unless it is markup already.
/// </summary>
// Elements written here carry no scope of a component's style: what styles them is reached by ::deep.
public sealed class Html
{
    private char[] _text = ArrayPool<char>.Shared.Rent(4096);
    private int _length;

    private Html()
    {
    }

    /// <summary>The markup of all items, one after the other.</summary>
    public static MarkupString Each<T>(IReadOnlyList<T> items, Action<Html, T> write)
    {
        var html = new Html();
        for (var i = 0; i < items.Count; i++)
            write(html, items[i]);
        return html.End();
    }

    /// <summary>Markup that is not one list.</summary>
    public static MarkupString Of<T>(T content, Action<Html, T> write)
    {
        var html = new Html();
        write(html, content);
        return html.End();
    }

    /// <summary>Adds markup.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] Addition markup) => _length = markup.End;

    private MarkupString End()
    {
        var markup = new MarkupString(new string(_text, 0, _length));
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        return markup;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(needed, 2 * _text.Length));
        _text.CopyTo(larger, 0);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }

    /// <summary>An interpolated text that is added to markup, piece by piece.</summary>
    [InterpolatedStringHandler]
    public ref struct Addition
    {
        private readonly Html _html;

        /// <summary>Starts where the markup ends.</summary>
        public Addition(int literalLength, int formattedCount, Html html)
        {
            _html = html;
            End = html._length;
        }

        internal int End { get; private set; }

        /// <summary>Adds what stands in the code.</summary>
        public void AppendLiteral(string markup)
        {
            if (End + markup.Length > _html._text.Length)
                _html.Grow(End + markup.Length);
            markup.CopyTo(_html._text.AsSpan(End));
            End += markup.Length;
        }

        /// <summary>Adds a text, encoded.</summary>
        public void AppendFormatted(string text) => AppendLiteral(HtmlEncoder.Default.Encode(text));

        /// <summary>Adds markup as it is.</summary>
        public void AppendFormatted(MarkupString markup) => AppendLiteral(markup.Value ?? "");
    }
}
