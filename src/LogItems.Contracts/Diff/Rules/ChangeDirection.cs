namespace LogItems.Contracts.Diff.Rules;

/// <summary>The direction of the part of an exchange that a change concerns.</summary>
public enum ChangeDirection
{
    /// <summary>None: the change concerns the operation or the document.</summary>
    None,

    /// <summary>From the caller to the service.</summary>
    Request,

    /// <summary>From the service to the caller.</summary>
    Response,
}
