using BpoDirectory.Data;
using BpoDirectory.Search.Questions;

namespace BpoDirectory.Tests.Search.Questions;

public sealed class ContactWishTests
{
    [Theory]
    [InlineData("phone number for payroll", ChannelKind.Phone, "payroll")]
    [InlineData("What is the telephone number of the legal department?", ChannelKind.Phone, "legal department?")]
    [InlineData("number for IT", ChannelKind.Phone, "IT")]
    [InlineData("payroll phone number", ChannelKind.Phone, "payroll")]
    [InlineData("HR's e-mail address?", ChannelKind.Email, "HR")]
    [InlineData("email for invoices", ChannelKind.Email, "invoices")]
    [InlineData("I need the mailbox of accounts payable", ChannelKind.Email, "accounts payable")]
    [InlineData("contact form for complaints", ChannelKind.Form, "complaints")]
    [InlineData("chat channel for the service desk", ChannelKind.Chat, "service desk")]
    [InlineData("office address of HR", ChannelKind.Visit, "HR")]
    [InlineData("contact details of procurement", null, "procurement")]
    [InlineData("payroll contact", null, "payroll")]
    [InlineData("who do I call when my laptop is broken", ChannelKind.Phone, "who do I call when my laptop is broken")]
    [InlineData("how can I e-mail the tax people", ChannelKind.Email, "how can I e-mail the tax people")]
    [InlineData("I would like to visit the warehouse", ChannelKind.Visit, "I would like to visit the warehouse")]
    public void Wish_is_told_from_the_subject(string question, ChannelKind? kind, string subject) =>
        Assert.Equal(new ContactWish(kind, subject), ContactWish.In(question));

    [Theory]
    [InlineData("payroll")]
    [InlineData("phone support")]
    [InlineData("number of employees")]
    [InlineData("who runs the call center")]
    [InlineData("email marketing")]
    [InlineData("contact center")]
    [InlineData("phone number")]
    [InlineData("who does the calling")]
    [InlineData("")]
    public void Anything_else_is_no_wish(string question) => Assert.Null(ContactWish.In(question));
}
