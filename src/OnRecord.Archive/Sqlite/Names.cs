using Microsoft.Data.Sqlite;

namespace OnRecord.Archive.Sqlite;

/// <summary>Numbers for what records name again and again: words of closed lists, outlets, actors, places. What was looked up once is
/// remembered; <see cref="Forget"/> after a rollback, when some of it is no longer there.</summary>
internal sealed class Names : IDisposable
{
    readonly Dictionary<string, long> _terms = new(StringComparer.Ordinal);
    readonly Dictionary<(string, string), long> _outlets = [];
    readonly Dictionary<(string, string), long> _places = [];
    readonly Dictionary<string, long> _actors = new(StringComparer.Ordinal);

    readonly Sql _findTerm,
        _addTerm,
        _findOutlet,
        _addOutlet,
        _indexOutlet,
        _findPlace,
        _addPlace,
        _indexPlace,
        _findActor,
        _addActor,
        _indexActor;

    internal Names(SqliteConnection writer)
    {
        _findTerm = new(writer, "SELECT id FROM term WHERE value = ?1", 1);
        _addTerm = new(writer, "INSERT INTO term (value) VALUES (?1) RETURNING id", 1);
        _findOutlet = new(writer, "SELECT id FROM outlet WHERE name = ?1 AND domain = ?2", 2);
        _addOutlet = new(writer, "INSERT INTO outlet (name, domain) VALUES (?1, ?2) RETURNING id", 2);
        _indexOutlet = new(writer, "INSERT INTO outlet_fts (rowid, name, domain) VALUES (?1, ?2, ?3)", 3);
        _findPlace = new(writer, "SELECT id FROM place WHERE name = ?1 AND country = ?2", 2);
        _addPlace = new(writer, "INSERT INTO place (name, country) VALUES (?1, ?2) RETURNING id", 2);
        _indexPlace = new(writer, "INSERT INTO place_fts (rowid, name, country) VALUES (?1, ?2, ?3)", 3);
        _findActor = new(writer, "SELECT id FROM actor WHERE key = ?1", 1);
        _addActor = new(writer, "INSERT INTO actor (key, name, kind, country, sector) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id", 5);
        _indexActor = new(writer, "INSERT INTO actor_fts (rowid, name, country) VALUES (?1, ?2, ?3)", 3);
    }

    /// <summary>A word's number; 0 for no word.</summary>
    internal long Term(string value)
    {
        if (value.Length == 0)
            return 0;
        if (!_terms.TryGetValue(value, out var id))
            _terms[value] = id = (long)(_findTerm.Scalar(value) ?? _addTerm.Scalar(value)!);
        return id;
    }

    internal long Outlet(string name, string domain)
    {
        if (_outlets.TryGetValue((name, domain), out var id))
            return id;
        if (_findOutlet.Scalar(name, domain) is long found)
            return _outlets[(name, domain)] = found;
        id = (long)_addOutlet.Scalar(name, domain)!;
        _indexOutlet.Run(id, name, domain);
        return _outlets[(name, domain)] = id;
    }

    internal long Place(string name, string country)
    {
        if (_places.TryGetValue((name, country), out var id))
            return id;
        if (_findPlace.Scalar(name, country) is long found)
            return _places[(name, country)] = found;
        id = (long)_addPlace.Scalar(name, country)!;
        _indexPlace.Run(id, name, country);
        return _places[(name, country)] = id;
    }

    internal long Actor(ActorRow row)
    {
        if (_actors.TryGetValue(row.Key, out var id))
            return id;
        if (_findActor.Scalar(row.Key) is long found)
            return _actors[row.Key] = found;
        id = (long)_addActor.Scalar(row.Key, row.Name, row.Kind, row.Country, row.Sector)!;
        _indexActor.Run(id, row.Name, row.Country);
        return _actors[row.Key] = id;
    }

    internal void Forget()
    {
        _terms.Clear();
        _outlets.Clear();
        _places.Clear();
        _actors.Clear();
    }

    public void Dispose()
    {
        foreach (
            var sql in new[]
            {
                _findTerm,
                _addTerm,
                _findOutlet,
                _addOutlet,
                _indexOutlet,
                _findPlace,
                _addPlace,
                _indexPlace,
                _findActor,
                _addActor,
                _indexActor,
            }
        )
            sql.Dispose();
    }
}
