namespace LogItems;

/// <summary>The kind of object that an operation processed.</summary>
public enum LogItemSubjectKind
{
    /// <summary>A mailbox: <c>mailbox</c> or <c>Exchange account</c>.</summary>
    Mailbox,

    /// <summary>A OneDrive.</summary>
    OneDrive,

    /// <summary>A SharePoint site; a personal site too, where the text only says <c>site</c>.</summary>
    Site,

    /// <summary>The personal site of a user.</summary>
    PersonalSite,

    /// <summary>A team.</summary>
    Team,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A user.</summary>
    User,

    /// <summary>One item, such as a message; in the logs of restores.</summary>
    Item,
}
