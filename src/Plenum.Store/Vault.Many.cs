using System.Text;

namespace Plenum.Store;

public sealed partial class Vault
{
    /// <summary>Keeps texts of one person; refused with <see cref="PersonErasedException"/> for whoever was erased.</summary>
    public void PutAll(string person, IReadOnlyList<(string Field, string Text)> texts) =>
        PutAll([(person, texts)]);

    /// <summary>Keeps texts of many people in one write: all of them are there, or none is.</summary>
    public void PutAll(
        IReadOnlyList<(string Person, IReadOnlyList<(string Field, string Text)> Texts)> people
    ) =>
        InTurn(() =>
        {
            using var all = connection.BeginTransaction();
            using var put = new Statement(
                connection,
                "INSERT OR REPLACE INTO fields VALUES (?1, ?2, ?3)"
            );
            foreach (var (person, texts) in people)
            {
                if (erased.Contains(person))
                    throw new PersonErasedException(person);
                using var key = KeyOf(person);
                foreach (var (field, text) in texts)
                    put.Run(
                        person,
                        field,
                        key.Seal(Encoding.UTF8.GetBytes(text), Place(person, field))
                    );
            }
            all.Commit();
            return people.Count;
        });

    /// <summary>Destroys the keys of many people at once; the list of erasures is written first.</summary>
    public void EraseAll(IReadOnlyList<string> persons, long at) =>
        InTurn(() =>
        {
            var all = persons.Select(person => new Erasure.OfPerson(person, at)).ToArray();
            erasures.AddAll(all);
            VaultMirror.Keep(connection, all.Select(Erasures.Line));
            erased.UnionWith(persons);
            return Destroy(persons);
        });
}
