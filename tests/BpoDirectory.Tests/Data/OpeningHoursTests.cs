using System.Globalization;
using BpoDirectory.Data;
using NodaTime;
using NodaTime.Text;

namespace BpoDirectory.Tests.Data;

public sealed class OpeningHoursTests
{
    private static readonly OpenDays WorkingDays = new(DayOfWeek.Monday, DayOfWeek.Friday, Time("09:00"), Time("18:00"));

    [Theory]
    [InlineData("Asia/Manila", "2026-11-30T00:59:59Z", false, "2026-11-30T01:00:00Z")]
    [InlineData("Asia/Manila", "2026-11-30T01:00:00Z", true, "2026-11-30T10:00:00Z")]
    [InlineData("Asia/Manila", "2026-11-30T10:00:00Z", false, "2026-12-01T01:00:00Z")]
    [InlineData("Asia/Manila", "2026-12-04T10:00:00Z", false, "2026-12-07T01:00:00Z")]
    [InlineData("Asia/Kolkata", "2026-11-30T03:29:00Z", false, "2026-11-30T03:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-30T03:15:00Z", true, "2026-11-30T12:15:00Z")]
    [InlineData("Europe/Berlin", "2026-03-27T17:30:00Z", false, "2026-03-30T07:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-23T16:30:00Z", false, "2026-10-26T08:00:00Z")]
    [InlineData("UTC", "2026-11-29T12:00:00Z", false, "2026-11-30T09:00:00Z")]
    public void Working_days_are_those_of_the_place(string zone, string now, bool isOpen, string changesAt) =>
        Assert.Equal(new OpeningState(isOpen, At(changesAt)), new OpeningHours(zone, false, [WorkingDays], null).StateAt(At(now)));

    [Theory]
    [InlineData("2026-12-04T21:59:00Z", false, "2026-12-04T22:00:00Z")]
    [InlineData("2026-12-05T03:00:00Z", true, "2026-12-05T06:00:00Z")]
    [InlineData("2026-12-06T05:00:00Z", true, "2026-12-06T06:00:00Z")]
    [InlineData("2026-12-06T06:00:00Z", false, "2026-12-11T22:00:00Z")]
    public void Hours_past_midnight_end_on_the_day_after(string now, bool isOpen, string changesAt)
    {
        var nights = new OpenDays(DayOfWeek.Friday, DayOfWeek.Saturday, Time("22:00"), Time("06:00"));

        Assert.Equal(new OpeningState(isOpen, At(changesAt)), new OpeningHours("UTC", false, [nights], null).StateAt(At(now)));
    }

    [Theory]
    [InlineData("2026-03-29T00:30:00Z", true, "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25T00:30:00Z", true, "2026-10-25T02:00:00Z")]
    public void Hours_of_a_night_in_which_clocks_change_last_as_long_as_the_clock_says(string now, bool isOpen, string changesAt)
    {
        var night = new OpenDays(DayOfWeek.Sunday, DayOfWeek.Sunday, Time("01:00"), Time("03:00"));

        Assert.Equal(new OpeningState(isOpen, At(changesAt)), new OpeningHours("Europe/Berlin", false, [night], null).StateAt(At(now)));
    }

    [Fact]
    public void Hours_that_begin_while_clocks_are_put_forward_begin_then()
    {
        var early = new OpenDays(DayOfWeek.Sunday, DayOfWeek.Sunday, Time("02:30"), Time("03:15"));

        Assert.Equal(
            new OpeningState(true, At("2026-03-29T01:15:00Z")),
            new OpeningHours("Europe/Berlin", false, [early], null).StateAt(At("2026-03-29T01:05:00Z")));
    }

    [Fact]
    public void Hours_that_meet_are_one()
    {
        var hours = new OpeningHours(
            "UTC", false,
            [new(DayOfWeek.Monday, DayOfWeek.Monday, Time("00:00"), Time("00:00")),
                new(DayOfWeek.Tuesday, DayOfWeek.Tuesday, Time("00:00"), Time("12:00"))], null);

        Assert.Equal(new OpeningState(true, At("2026-12-01T12:00:00Z")), hours.StateAt(At("2026-11-30T08:00:00Z")));
    }

    [Fact]
    public void Every_day_all_day_and_at_all_hours_never_change()
    {
        var everyDay = new OpenDays(DayOfWeek.Monday, DayOfWeek.Sunday, Time("00:00"), Time("00:00"));

        Assert.Equal(
            new OpeningState(true, null), new OpeningHours("Asia/Manila", false, [everyDay], null).StateAt(At("2026-11-30T08:00:00Z")));
        Assert.Equal(new OpeningState(true, null), new OpeningHours("Asia/Manila", true, [], null).StateAt(At("2026-11-30T08:00:00Z")));
    }

    [Theory]
    [InlineData("9:00", "09:00")]
    [InlineData(" 17:30 ", "17:30")]
    [InlineData("24:00", "00:00")]
    [InlineData("25:00", null)]
    [InlineData("9", null)]
    [InlineData("9.00", null)]
    [InlineData("9:00 pm", null)]
    [InlineData("", null)]
    public void Time_is_read_as_people_write_it(string text, string? expected) =>
        Assert.Equal(expected, OpeningInterval.ReadTime(text) is { } time ? OpeningInterval.ToText(time) : null);

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static TimeOnly Time(string text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
