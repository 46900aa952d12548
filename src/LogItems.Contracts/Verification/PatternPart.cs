namespace LogItems.Contracts.Verification;

/// <summary>A part of a regular expression, for generating texts.</summary>
internal abstract class PatternPart
{
    /// <summary>The part and all parts in it.</summary>
    public virtual IEnumerable<PatternPart> All => [this];

    /// <summary>One character.</summary>
    /// <param name="fitting">A character that matches.</param>
    /// <param name="other">A character that does not match; null if every character matches.</param>
    public sealed class Character(char fitting, char? other) : PatternPart
    {
        public char Fitting => fitting;

        public char? Other => other;
    }

    /// <summary>A sequence of parts.</summary>
    public sealed class Sequence(IReadOnlyList<PatternPart> parts) : PatternPart
    {
        public IReadOnlyList<PatternPart> Parts => parts;

        public override IEnumerable<PatternPart> All => parts.SelectMany(part => part.All);
    }

    /// <summary>One of several parts.</summary>
    public sealed class Choice(IReadOnlyList<PatternPart> parts) : PatternPart
    {
        public IReadOnlyList<PatternPart> Parts => parts;

        public override IEnumerable<PatternPart> All => parts.SelectMany(part => part.All).Prepend(this);
    }

    /// <summary>A repeated part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="least">The minimum number of times.</param>
    /// <param name="most">The maximum number of times; null for no limit.</param>
    public sealed class Repeat(PatternPart part, int least, int? most) : PatternPart
    {
        public PatternPart Part => part;

        public int Least => least;

        public int? Most => most;

        public override IEnumerable<PatternPart> All => part.All.Prepend(this);
    }
}
