using System.Security.Cryptography;
using System.Text;

namespace LogItems.Models;

/// <summary>Identifiers of items as GUIDs, whatever type the contract gives them.</summary>
internal static class ItemId
{
    public static Guid Of(Guid id) => id;

    public static Guid Of(Guid? id) => id ?? Guid.Empty;

    /// <summary>Returns the GUID, or the hash of a text that is not a GUID.</summary>
    public static Guid Of(string? id)
    {
        if (string.IsNullOrEmpty(id))
        {
            return Guid.Empty;
        }

        if (Guid.TryParse(id, out var guid))
        {
            return guid;
        }

        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 16).ToArray());
    }
}
