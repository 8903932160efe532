using BpoDirectory.Data;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class ContactWishTests
{
    [Theory]
    [InlineData("phone number for payroll", ChannelKind.Phone, "payroll", true)]
    [InlineData("What is the telephone number of the legal department?", ChannelKind.Phone, "legal department?", true)]
    [InlineData("number for IT", ChannelKind.Phone, "IT", true)]
    [InlineData("I need the mailbox of accounts payable", ChannelKind.Email, "accounts payable", true)]
    [InlineData("contact form for complaints", ChannelKind.Form, "complaints", true)]
    [InlineData("chat channel for the service desk", ChannelKind.Chat, "service desk", true)]
    [InlineData("office address of HR", ChannelKind.Visit, "HR", true)]
    [InlineData("contact details of procurement", null, "procurement", true)]
    [InlineData("fax number of legal", ChannelKind.Phone, "legal", true)]
    [InlineData("telephone extension of legal", ChannelKind.Phone, "legal", true)]
    [InlineData("payroll phone number", ChannelKind.Phone, "payroll", false)]
    [InlineData("legal fax", ChannelKind.Phone, "legal", false)]
    [InlineData("HR's e-mail address?", ChannelKind.Email, "HR", false)]
    [InlineData("email for invoices", ChannelKind.Email, "invoices", false)]
    [InlineData("payroll contact", null, "payroll", false)]
    [InlineData("I lost my phone", ChannelKind.Phone, "I lost my", false)]
    [InlineData("who do I call when my laptop is broken", ChannelKind.Phone, "who do I call when my laptop is broken", true)]
    [InlineData("how can I e-mail the tax people", ChannelKind.Email, "how can I e-mail the tax people", true)]
    [InlineData("I would like to visit the warehouse", ChannelKind.Visit, "I would like to visit the warehouse", true)]
    public void Wish_is_told_from_the_subject(string question, ChannelKind? kind, string subject, bool isCertain) =>
        Assert.Equal(new ContactWish(kind, subject, isCertain), ContactWish.In(question));

    [Theory]
    [InlineData("payroll")]
    [InlineData("phone support")]
    [InlineData("number of employees")]
    [InlineData("who runs the call center")]
    [InlineData("email marketing")]
    [InlineData("email at work is broken")]
    [InlineData("I have to write off a debt")]
    [InlineData("contact center")]
    [InlineData("phone number")]
    [InlineData("who does the calling")]
    [InlineData("")]
    public void Anything_else_is_no_wish(string question) => Assert.Null(ContactWish.In(question));
}
