using System.Text;
using BpoDirectory.Data;
using BpoDirectory.Settings;

namespace BpoDirectory.Tests.Settings;

public sealed class LogoFileTests
{
    [Fact]
    public void Kind_and_size_are_found_in_the_content()
    {
        Assert.Equal(("image/png", 1, 1), Read(LogoFiles.Png));
        Assert.Equal(("image/webp", 1, 1), Read(LogoFiles.WebP));
        Assert.Equal(("image/jpeg", 40, 30), Read(LogoFiles.Jpeg));
        Assert.Equal(("image/svg+xml", 60, 20), Read(LogoFiles.Svg()));
        Assert.Equal(("image/svg+xml", 30, 10), Read(LogoFiles.Svg(attributes: "width='30px' height='10'")));
        Assert.Equal(("image/svg+xml", 60, 20), Read([0xef, 0xbb, 0xbf, .. "<?xml version='1.0'?>\n<!-- drawn -->"u8, .. LogoFiles.Svg()]));
    }

    [Fact]
    public void Wide_picture_of_the_extended_webp_form_has_its_size()
    {
        byte[] extended = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x8f, 1, 0, 0x63, 0, 0];
        byte[] lossy = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 10, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x90, 0x01, 0x64, 0x00];

        Assert.Equal(("image/webp", 400, 100), Read(extended));
        Assert.Equal(("image/webp", 400, 100), Read(lossy));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "an element “script”")]
    [InlineData("<SCRIPT>alert(1)</SCRIPT>", "an element “SCRIPT”")]
    [InlineData("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", "an element “x:script”")]
    [InlineData("<foreignObject><p/></foreignObject>", "an element “foreignObject”")]
    [InlineData("<g><p xmlns='http://www.w3.org/1999/xhtml'>text</p></g>", "an element “p”")]
    [InlineData("<rect onload='alert(1)'/>", "an attribute “onload”")]
    [InlineData("<rect ONCLICK='alert(1)'/>", "an attribute “ONCLICK”")]
    [InlineData("<image href='https://evil.example/x.png'/>", "something outside it (“https://evil.example/x.png”)")]
    [InlineData("<image xlink:href='//evil.example/x.png'/>", "something outside it")]
    [InlineData("<use href='other.svg#a'/>", "something outside it")]
    [InlineData("<a href='javascript:alert(1)'><rect/></a>", "something outside it")]
    [InlineData("<image href='data:image/svg+xml,&lt;svg/&gt;'/>", "something outside it")]
    [InlineData("<rect fill='url(https://evil.example/x)'/>", "something outside it")]
    [InlineData("<rect style='fill: URL( \"https://evil.example/x\")'/>", "something outside it")]
    [InlineData("<style>@import 'https://evil.example/x.css';</style>", "a style from outside it")]
    [InlineData("<style><![CDATA[ rect { fill: url(//evil.example/x) } ]]></style>", "something outside it")]
    [InlineData("<style>@\\69mport 'x';</style>", "an escaped character")]
    [InlineData("<a><set attributeName='href' to='javascript:alert(1)'/></a>", "an animation of “href”")]
    [InlineData("<animate attributeName='onclick' to='alert(1)'/>", "an animation of “onclick”")]
    [InlineData("<?xml-stylesheet href='https://evil.example/x.css'?>", "an instruction to programs")]
    public void Drawing_that_could_do_more_than_be_seen_is_refused_with_the_reason(string content, string reason) =>
        AssertRefused(LogoFiles.Svg(content), reason);

    [Theory]
    [InlineData("<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>")]
    [InlineData("<!DOCTYPE svg SYSTEM 'file:///etc/passwd'>")]
    public void Drawing_with_a_doctype_is_refused(string before) =>
        AssertRefused([.. Encoding.UTF8.GetBytes(before), .. LogoFiles.Svg()], "a DOCTYPE");

    [Fact]
    public void Script_in_another_encoding_is_refused_too() => AssertRefused(
        [.. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><script/></svg>")],
        "an element “script”");

    [Fact]
    public void Harmless_parts_of_a_drawing_are_kept()
    {
        var drawing = LogoFiles.Svg(
            "<title>Acme</title><style>.a { fill: url(#g) }</style><defs><linearGradient id='g'/></defs><use href='#g'/>"
            + "<image href='data:image/png;base64,AAAA'/><rect class='a' fill='url(#g)' style='opacity: .5'><animate attributeName='x' to='1'/></rect>");

        Assert.Equal(drawing, LogoFile.Read(drawing).Bytes);
    }

    [Theory]
    [InlineData("<!doctype html><html><script>alert(1)</script></html>")]
    [InlineData("<html><body>not a picture</body></html>")]
    [InlineData("GIF89a")]
    [InlineData("%PDF-1.7")]
    [InlineData("<svg>")]
    [InlineData("<svg viewBox='0 0 1 1'/>")]
    [InlineData("")]
    public void What_is_no_picture_is_refused_whatever_it_is_called(string content) =>
        Assert.Throws<DirectoryRuleException>(() => LogoFile.Read(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Page_under_the_name_of_a_picture_is_called_what_it_is() =>
        AssertRefused("<html><body>not a picture</body></html>"u8.ToArray(), "a document of another kind (“<html>”)");

    [Fact]
    public void Half_of_a_picture_is_refused()
    {
        AssertRefused(LogoFiles.Png[..12], "begins like a PNG picture and is none");
        AssertRefused(LogoFiles.Jpeg[..8], "begins like a JPEG picture and is none");
        AssertRefused(LogoFiles.WebP[..14], "begins like a WebP picture and is none");
    }

    [Fact]
    public void Large_files_and_long_sides_are_refused()
    {
        var wide = LogoFiles.Png.ToArray();
        wide[16] = 0x7f;
        var filler = new string(' ', LogoFile.LargestFile);

        Assert.Equal(LogoFile.LargestFile, LogoFile.Read(LogoFiles.Svg(filler[LogoFiles.Svg("").Length..])).Bytes.Length);
        AssertRefused(LogoFiles.Svg(filler), "more than 200 KB");
        AssertRefused(wide, "× 1 pixels");
    }

    [Fact]
    public void Drawing_without_a_size_is_refused() =>
        AssertRefused(LogoFiles.Svg(attributes: "width='100%'"), "give its svg element a viewBox");

    [Fact]
    public void Address_names_the_content()
    {
        var (one, other) = (LogoFile.Read(LogoFiles.Png).Reference, LogoFile.Read(LogoFiles.WebP).Reference);

        Assert.Matches("^/logo/[0-9a-f]{64}$", one.Address);
        Assert.NotEqual(one.Address, other.Address);
        Assert.Equal(one, LogoFile.Read(LogoFiles.Png).Reference);
    }

    private static (string Type, int Width, int Height) Read(byte[] bytes)
    {
        var file = LogoFile.Read(bytes);
        return (file.ContentType, file.Reference.Width, file.Reference.Height);
    }

    private static void AssertRefused(byte[] file, string reason) =>
        Assert.Contains(reason, Assert.Throws<DirectoryRuleException>(() => LogoFile.Read(file)).Message, StringComparison.Ordinal);
}
