namespace LogItems.FakeServer.Wire;

/// <summary>The error codes that a fake server answers; v8 writes them.</summary>
internal enum ErrorCode
{
    /// <summary>There is nothing with that id.</summary>
    ResourceNotFound,

    /// <summary>A parameter is not of its form or outside its range.</summary>
    ParameterValidationFailure,
}
