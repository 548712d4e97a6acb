using Plenum.Clerk.People;
using Plenum.Web.Doors;

namespace Plenum.Web.Import;

/// <summary>Reads an older roll and tries it under the law; nothing of it is imported before somebody says so.</summary>
public sealed class Looking(PeopleBook people, Accounts accounts, Persons persons, ImportTray tray)
{
    public Task<ImportEnd> Look(Here here, byte[] file, ImportWork work)
    {
        work.At(ImportPhase.Reading);
        var rows = RollFile.Read(file);
        var known = new OnTheRoll(here.Section.Membership, people, accounts, persons);
        var roll = Roll.Of(
            rows,
            here.S.Zone,
            here.Now,
            known.Has,
            (done, of) => work.At(ImportPhase.Checking, done, of)
        );
        var refused = Importing.DryRun(here, roll, work);
        return Task.FromResult<ImportEnd>(
            new ImportEnd.Looked(tray.Put(here.Id, here.Person, roll, refused))
        );
    }
}
