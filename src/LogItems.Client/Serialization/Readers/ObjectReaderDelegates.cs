namespace LogItems.Serialization.Readers;

/// <summary>Reads an object, token by token; the current token begins it.</summary>
internal delegate T ReadObject<T>(ref TokenReader reader);

/// <summary>Reads an object by the layout of a previous one; null at the first difference.</summary>
internal delegate T? ReadObjectByLayout<T>(ref LayoutReader reader);

/// <summary>Returns the number of the property with a name on the wire; negative if there is none.</summary>
internal delegate int NumberProperty(ReadOnlySpan<byte> name);

/// <summary>Copies an object with one identifier replaced by another.</summary>
internal delegate T CopyObject<T>(T original, in IdentifierChange change);
