using System.Text.Json.Nodes;
using Npgsql;
using NpgsqlTypes;

namespace LogItems.Export.Postgres;

/// <summary>The number of a server in the tables.</summary>
internal static class ServerIds
{
    /// <summary>Gets the number; adds a new server, and updates its labels.</summary>
    public static async Task<int> GetAsync(
        NpgsqlConnection connection, string name, IReadOnlyDictionary<string, string> labels, CancellationToken cancellationToken)
    {
        var json = new JsonObject(labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)PostgresText.Of(label.Value)))).ToJsonString();
        NpgsqlParameter[] parameters = [new() { Value = name }, new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb }];
        var found = await PostgresCommands.QueryAsync(
            connection,
            "SELECT server_id FROM logitems.servers WHERE name = $1 AND labels = $2",
            reader => reader.GetInt32(0),
            cancellationToken,
            parameters).ConfigureAwait(false);
        if (found is [var id])
        {
            return id;
        }

        return (await PostgresCommands.QueryAsync(
            connection,
            "INSERT INTO logitems.servers (name, labels) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET labels = excluded.labels RETURNING server_id",
            reader => reader.GetInt32(0),
            cancellationToken,
            [.. parameters.Select(parameter => parameter.Clone())]).ConfigureAwait(false))[0];
    }
}
