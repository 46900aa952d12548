namespace LogItems.Monitoring.Causes;

/// <remarks>Titles have dates in the server's culture, so any order and separator of day, month and year is accepted.</remarks>
internal ref partial struct VariableScanner
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly string[] Halves = ["AM", "PM", "am", "pm"];

    private static readonly string[] Zones = ["GMT", "UTC"];

    private bool TryDate()
    {
        var end = EndOfNumericDate(_at);
        end = end < 0 ? EndOfWordDate(_at) : end;
        return end >= 0 && Replace(EndOfZone(EndOfFollowingTime(end)), "{date}");
    }

    /// <summary>A time of day or a duration: <c>10:00</c>, <c>02:49:03 AM</c>, <c>00:03:12.5</c>.</summary>
    private bool TryTime()
    {
        var end = EndOfTime(_at);
        return end >= 0 && Replace(EndOfZone(end), "{time}");
    }

    /// <summary><c>4/17/2017</c>, <c>17.06.2019</c>, <c>2026-11-20</c>, and with slashes also two digits of the year; -1 if there is no date.</summary>
    private readonly int EndOfNumericDate(int at)
    {
        var first = Digits(at);
        if (first is 0 or 3 or > 4 || at + first >= _text.Length || _text[at + first] is not ('/' or '.' or '-'))
        {
            return -1;
        }

        var separator = _text[at + first];
        var second = Digits(at + first + 1);
        var next = at + first + 1 + second;
        if (second is 0 or > 2 || next >= _text.Length || _text[next] != separator)
        {
            return -1;
        }

        var third = Digits(next + 1);
        var end = next + 1 + third;
        var hasYear = first == 4 ? third is 1 or 2 : third == 4 || (separator == '/' && third == 2);
        var continues = (IsWordAt(end) && _text[end] != 'T') || (end < _text.Length && _text[end] == separator && Digits(end + 1) > 0);
        return hasYear && !continues ? end : -1;
    }

    /// <summary><c>23 Sep 2024</c>, as in the header of a response; -1 if there is no date.</summary>
    private readonly int EndOfWordDate(int at)
    {
        var month = at + Digits(at) + 1;
        if (Digits(at) is 0 or > 2 || month + 3 >= _text.Length || _text[month - 1] != ' ' || Array.IndexOf(Months, _text.Substring(month, 3)) < 0)
        {
            return -1;
        }

        var year = month + 3;
        while (year < _text.Length && char.IsLetter(_text[year]))
        {
            year++;
        }

        return year < _text.Length && _text[year] == ' ' && Digits(year + 1) == 4 ? year + 5 : -1;
    }

    private readonly int EndOfFollowingTime(int end) =>
        end < _text.Length && _text[end] is 'T' or ' ' && EndOfTime(end + 1) is >= 0 and var time ? time : end;

    /// <summary>Hours and minutes, with or without seconds, fractions and AM or PM; -1 if there is no time.</summary>
    private readonly int EndOfTime(int at)
    {
        var hours = Digits(at);
        var minutes = at + hours + 1;
        if (hours is 0 or > 2 || minutes >= _text.Length || _text[minutes - 1] != ':' || Digits(minutes) != 2)
        {
            return -1;
        }

        var end = minutes + 2;
        if (end < _text.Length && _text[end] == ':' && Digits(end + 1) == 2)
        {
            end += 3;
            end += end < _text.Length && _text[end] is '.' or ',' && Digits(end + 1) is > 0 and var fraction ? fraction + 1 : 0;
        }

        var half = end < _text.Length && _text[end] == ' ' ? end + 1 : end;
        return UnitAt(half, Halves) > 0 ? half + 2 : IsWordAt(end) && _text[end] != 'Z' ? -1 : end;
    }

    /// <summary>Skips a zone after a time: <c>Z</c>, <c>+03:00</c>, <c> GMT</c> or <c> UTC</c>.</summary>
    private readonly int EndOfZone(int end)
    {
        if (end < _text.Length && _text[end] == 'Z' && !IsWordAt(end + 1))
        {
            return end + 1;
        }

        var sign = end < _text.Length && _text[end] == ' ' ? end + 1 : end;
        if (UnitAt(sign, Zones) > 0)
        {
            return sign + 3;
        }

        return sign < _text.Length && _text[sign] is '+' or '-' && Digits(sign + 1) == 2 && sign + 3 < _text.Length && _text[sign + 3] == ':'
            && Digits(sign + 4) == 2
            ? sign + 6
            : end;
    }

    private readonly int Digits(int at)
    {
        const int MaxDigits = 20;
        var count = 0;
        while (at + count < _text.Length && count < MaxDigits && char.IsAsciiDigit(_text[at + count]))
        {
            count++;
        }

        return count;
    }
}
