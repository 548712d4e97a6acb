using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Referendums;
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
            case Letter.OnRecognition told:
                Recognition.Open(unfolding, from, told.Letter);
                break;
            case Letter.VotesIn told:
                InConstituency.Note(unfolding, from, told.Constituency);
                break;
            case Letter.CongressAsked asked:
                Summoned.Ask(unfolding, from, asked.By, occasion.Now);
                break;
            case Letter.OnMerger told:
                MergerEffects.Open(unfolding, from, told.Letter, occasion);
                break;
            case Letter.OnCompetence told:
                CompetenceEffects.Open(unfolding, from, told.Letter, occasion);
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
                Delegations.GiveReturn(unfolding, from, asked, occasion.Now);
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
            case Letter.OnMandate told:
                Answerable.Open(unfolding, from, told.Letter, occasion.Now);
                break;
            case Letter.QuestionPut put:
                Answering.Answer(unfolding, from, put, occasion.Now);
                break;
            case Letter.RollReturned returned:
                Returns.Take(unfolding, from, returned, occasion);
                break;
            case Letter.OnDesk told:
                Desks.Open(unfolding, from, told.Letter);
                break;
            case Letter.QuestionDecided decided:
                Answering.Hear(unfolding, from, decided);
                break;
            case Letter.InitiativeFiled filed:
                Initiatives.Take(unfolding, from, filed, occasion);
                break;
            case Letter.OnDemand told:
                Demands.Open(unfolding, from, told.Letter, occasion);
                break;
            case Letter.SupportSought sought:
                Signing.Begin(unfolding, from, sought, occasion.Now);
                break;
            case Letter.SupportGiven given:
                Initiatives.Count(unfolding, from, given, occasion);
                break;
            case Letter.TransferAsked asked:
                Transfers.Consider(unfolding, from, asked, occasion.Now);
                break;
            case Letter.TransferAnswered said:
                Transfers.TakeAnswer(unfolding, from, said);
                break;
            case Letter.TransferAccepted accepted:
                Transfers.Close(unfolding, from, accepted.No, occasion.Now);
                break;
            case Letter.TransferTakenBack taken:
                Transfers.Drop(unfolding, from, taken.No);
                break;
            case Letter.TransferClosed closed:
                Transfers.MoveIn(unfolding, from, closed);
                break;
            case Letter.OriginGiven given:
                Origins.Take(unfolding, from, given);
                break;
            case Letter.AboveChanged changed:
                Joining.Under(unfolding, from, changed.Above, occasion.Now);
                break;
        }
    }
}
