using FsCheck;
using FsCheck.Fluent;
using NUnitProperty = FsCheck.NUnit.PropertyAttribute;

namespace LogItems.Monitoring.Tests.Causes;

/// <summary>What holds for every text.</summary>
public class FailureSignatureProperties
{
    /// <summary>Frames of causes with places for what varies.</summary>
    private static readonly string[] Frames =
    [
        "Cannot reach {0} after {1}", "{0} was not found", "Quota of '{0}' is exceeded ({1})", "Failed to read {0}. Try again at {1}.", "{0}",
        "Nothing varies here",
    ];

    private static readonly string[] Pieces =
    [
        "Processing ", "Failed to process ", "mailbox", "site: ", "Failed to backup item: ", ", Item", "(", ")", ".", ". ", ", ", " ", "\\", "/", "-", "#", "'",
        ":", "0x", "1", "42", "2026", "/11", "T", "Z", "AM", " MB", "a@b.c", "https://x.sharepoint.com/", " finished with warning: ",
        "(ID: 7f0c8c1e-4b8f-4f1e-9a46-2d0a5b6c7d8e", ", name: ", "error ", "ü", "\ud83d", "\n", "\0", "AAMkADAwZTk1abcdef0123456789",
    ];

    private static Gen<string> Varying => Gen.OneOf(
        ArbMap.Default.GeneratorFor<Guid>().Select(id => id.ToString()),
        Gen.Choose(0, 1_000_000).Select(number => FormattableString.Invariant($"{number}")),
        Gen.Choose(0, 1_000_000).Select(number => FormattableString.Invariant($"{number / 10.0:N1} MB")),
        ArbMap.Default.GeneratorFor<DateTime>().Select(time => time.ToString("M/d/yyyy h:mm:ss tt", System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Choose(1, 99).Select(number => $"user{number}@contoso.com"),
        Gen.Choose(1, 99).Select(number => $"https://contoso.com/sites/S{number}"),
        Gen.Choose(1, 99).Select(number => $@"\\nas{number}\backup\job{number}.db"));

    [NUnitProperty(MaxTest = 2000)]
    public Property Of_AnyText_IsShortAndTheSameEveryTime() => Prop.ForAll(
        Gen.OneOf(Gen.Elements(Pieces).ArrayOf().Select(string.Concat), ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => text.Get)).ToArbitrary(),
        text =>
        {
            var (one, other) = (FailureSignature.Of(new LogItem { Message = text }), FailureSignature.Of(new LogItem { Title = $"[Warning] {text}" }));
            return one == other && one.Cause.Length <= 2_000 && one.ObjectName is not ""
                && (one.ObjectAddress is null || text.Contains(one.ObjectAddress, StringComparison.Ordinal));
        });

    /// <summary>A text without an object has one cause, whatever stands in the places of its frame.</summary>
    [NUnitProperty(MaxTest = 2000)]
    public Property Of_SameFrame_HasNothingThatVaries() => Prop.ForAll(
        Gen.Zip(Gen.Elements(Frames), Gen.Zip(Varying, Varying)).ToArbitrary(),
        pair =>
        {
            var (frame, (first, second)) = pair;
            var cause = FailureSignature.Of(new LogItem { Message = string.Format(null, frame, first, second) }).Cause;
            return !cause.Any(char.IsDigit) && cause.StartsWith(frame.Split('{')[0], StringComparison.Ordinal);
        });

    /// <summary>Objects of a kind with the same reason have one cause and are told apart by their names.</summary>
    [NUnitProperty(MaxTest = 2000)]
    public Property Of_FrameOfTheServer_IsTheNameAndTheReason() => Prop.ForAll(
        Gen.Zip(Gen.Choose(1, 10_000), ArbMap.Default.GeneratorFor<Guid>()).ToArbitrary(),
        pair =>
        {
            var (number, id) = pair;
            var name = $"Sample user {number}";
            var signature = FailureSignature.Of(
                new LogItem { Message = $"Processing mailbox {name} finished with warning: User was not found (ID: {id}, name: {name})" });
            return signature == new FailureSignature(LogItemSubjectKind.Mailbox, name, null, "User was not found");
        });
}
