using Plenum.Domain.Congresses;
using Plenum.Domain.Mergers;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Letters;

/// <summary>What a letter brings about where it arrives: the one place that maps letters to events of other words.</summary>
public static class Opening
{
    public static void Open(Unfolding unfolding, SectionId from, Letter letter, Occasion occasion)
    {
        switch (letter)
        {
            case Letter.AffiliationAsked asked:
                Recognition.Consider(unfolding, from, asked, occasion.Now);
                break;
            case Letter.AffiliationGranted granted:
                Joining.Join(unfolding, from, granted, occasion.Now);
                break;
            case Letter.AffiliationRefused refused:
                Joining.StayOut(unfolding, from, refused, occasion.Now);
                break;
            case Letter.AffiliationEnded:
                Recognition.LetGo(unfolding, from, occasion);
                break;
            case Letter.CongressAsked asked:
                Summoned.Ask(unfolding, from, asked.By, occasion.Now);
                break;
            case Letter.OnMerger told:
                MergerEffects.Open(unfolding, from, told.Letter, occasion);
                break;
            case Letter.OnRights told:
                RightsEffects.Open(unfolding, from, told.Letter, occasion);
                break;
            case Letter.ReportAsked asked:
                Reporting.Give(unfolding, from, asked, occasion.Now);
                break;
            case Letter.ReportGiven given:
                Reporting.Take(unfolding, from, given, occasion.Now);
                break;
            case Letter.ReturnAsked asked:
                Delegations.GiveReturn(unfolding, from, asked);
                break;
            case Letter.ReturnGiven given:
                Delegations.TakeReturn(unfolding, from, given, occasion);
                break;
            case Letter.SeatsAllotted allotted:
                Delegations.TakeSeats(unfolding, from, allotted, occasion.Now);
                break;
            case Letter.CredentialIssued issued:
                Credentials.Seat(unfolding, from, issued, occasion.Now);
                break;
            case Letter.CredentialWithdrawn withdrawn:
                Credentials.Withdraw(
                    unfolding,
                    from,
                    withdrawn.Mandate,
                    withdrawn.How,
                    withdrawn.At,
                    occasion
                );
                break;
            case Letter.AboveChanged changed:
                Joining.Under(unfolding, from, changed.Above, occasion.Now);
                break;
        }
    }
}
