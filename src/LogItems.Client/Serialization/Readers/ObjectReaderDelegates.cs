namespace LogItems.Serialization.Readers;

/// <summary>Reads an object, token by token; the present token begins it.</summary>
internal delegate T ReadObject<T>(ref TokenReader reader);

/// <summary>Reads an object that is laid out as one before; null at the first difference.</summary>
internal delegate T? ReadObjectAsBefore<T>(ref LayoutReader reader);

/// <summary>Gives the number of the property that a name on the wire means; negative if none.</summary>
internal delegate int NumberProperty(ReadOnlySpan<byte> name);

/// <summary>Copies an object that speaks of one identifier so that it speaks of another.</summary>
internal delegate T CopyObject<T>(T original, in IdentifierChange change);
