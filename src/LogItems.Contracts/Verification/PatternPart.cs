namespace LogItems.Contracts.Verification;

/// <summary>A part of a regular expression, as far as texts can be made of it.</summary>
internal abstract class PatternPart
{
    /// <summary>The part and all parts in it.</summary>
    public virtual IEnumerable<PatternPart> All => [this];

    /// <summary>One character.</summary>
    /// <param name="fitting">A character that matches.</param>
    /// <param name="other">One that does not; null where every character matches.</param>
    public sealed class Character(char fitting, char? other) : PatternPart
    {
        public char Fitting => fitting;

        public char? Other => other;
    }

    /// <summary>Parts one after the other.</summary>
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

    /// <summary>A part several times.</summary>
    /// <param name="part">The part.</param>
    /// <param name="least">The least number of times.</param>
    /// <param name="most">The greatest number of times; null for no limit.</param>
    public sealed class Repeat(PatternPart part, int least, int? most) : PatternPart
    {
        public PatternPart Part => part;

        public int Least => least;

        public int? Most => most;

        public override IEnumerable<PatternPart> All => part.All.Prepend(this);
    }
}
