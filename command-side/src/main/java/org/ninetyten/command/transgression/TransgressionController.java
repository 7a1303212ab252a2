package org.ninetyten.command.transgression;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.transgression.TransgressionCommand.AnswerNotice;
import org.ninetyten.command.transgression.TransgressionCommand.AssessTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CloseTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.CompleteResponse;
import org.ninetyten.command.transgression.TransgressionCommand.DecideReview;
import org.ninetyten.command.transgression.TransgressionCommand.NotifyOfficer;
import org.ninetyten.command.transgression.TransgressionCommand.ReopenTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.RequestReview;
import org.ninetyten.command.transgression.TransgressionCommand.RestrictTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.WithdrawTransgression;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Transgressions: commands", description = "A post that may be out of bounds, and what became of it")
@RestController
@RequestMapping(path = "/api/transgressions/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class TransgressionController {

    private final CommandDesk desk;

    TransgressionController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Report a transgression", description = """
                    SUPERVISOR, COMMS, STANDARDS, or an OFFICER about themselves (`forbidden` about anyone else). Pins what was so when it
                    was posted: the policy version in force, whether it was acknowledged, whether training was valid, earlier breaches.
                    Refuses with `no-such-account`, `no-such-officer`, `not-holder-or-operator`, `no-policy-in-force`,
                    `date-in-future`, and `id-conflict` where the id stands for another report; with `no-such-sample`,
                    `no-such-concern` and `concern-reported-already` (also by a report that was withdrawn since; not by one that you may not
                    know of) of the `fromSample` that it names.""")
    @BodyExample(TransgressionExamples.REPORT)
    @BodyExample(name = "case-2", summary = "One that is no breach", value = TransgressionExamples.REPORT_ANOTHER)
    @BodyExample(name = "case-3", summary = "A dip sample's concern", value = TransgressionExamples.REPORT_SAMPLED)
    @PutMapping
    ResponseEntity<Answer> report(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Report transgression) {
        return desk.create(new ReportTransgression(id, transgression, desk.actor()), "/api/transgressions/" + id);
    }

    @Operation(summary = "Assess a transgression", description = """
                    STANDARDS, who neither reported it nor is the officer (`not-independent`). Judged by the version in force when posted;
                    the ladder's recommendation is recorded beside the response. `SUSPEND_ACCESS` suspends the account in the same act.
                    `ADVICE_FOLLOWED` rests on advice to post that the officer had for this account by the time of the post and recorded as
                    followed: the one named by `adviceId`, by which you confirm that it was on this very post (`no-such-advice`,
                    `advice-of-another-account`, `advice-not-before-post`, `advice-not-followed`), or the one whose draft is most like
                    the post (`no-followed-advice`). Refuses with `no-such-clause`, `mitigation-not-so` for one that the pinned facts
                    contradict, `rationale-required` where the response is not the recommended one, `closed` and
                    `not-allowed-in-state`.""")
    @BodyExample(TransgressionExamples.ASSESSMENT)
    @BodyExample(name = "case-2", summary = "No breach", value = TransgressionExamples.NO_BREACH)
    @PostMapping("/assessment")
    ResponseEntity<Answer> assess(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Assessment assessment) {
        return desk.give(new AssessTransgression(id, assessment, desk.actor()));
    }

    @Operation(summary = "Tell the officer", description = """
                    SUPERVISOR, STANDARDS. Which clauses, why, and what good looks like; from here the time to answer runs. Refuses with
                    `no-such-clause`, `clause-not-broken` for one that the assessment does not name, `closed` and
                    `not-allowed-in-state`.""")
    @BodyExample(TransgressionExamples.NOTICE)
    @PostMapping("/notice")
    ResponseEntity<Answer> notifyOfficer(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Notice notice) {
        return desk.give(new NotifyOfficer(id, notice));
    }

    @Operation(summary = "Answer a notice", description = """
                    The OFFICER whom it is about (`forbidden` for anyone else): accepts it or disputes it. Refuses with `closed` and
                    `not-allowed-in-state`, also once the time to answer is over.""")
    @BodyExample(TransgressionExamples.ANSWER)
    @PostMapping("/answer")
    ResponseEntity<Answer> answer(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.OfficersAnswer answer) {
        return desk.give(new AnswerNotice(id, answer, desk.actor()));
    }

    @Operation(summary = "Record that the response was completed", description = """
                    SUPERVISOR, STANDARDS. `ADVICE` and `COACHING` need the id of a coaching conversation linked to the case as the
                    reference (`conversation-required`); a conversation recorded with its `transgressionId` once the officer was heard
                    completes them by itself. `TRAINING` needs a training of the officer (`training-required`),
                    `MISCONDUCT_REFERRAL` the reference of the misconduct case (`reference-required`). For `REFLECTIVE_PRACTICE` the
                    note is the officer's reflective account and stays behind its wall. `SUSPEND_ACCESS` lifts its suspension. Refuses
                    with `date-in-future`, `closed` and `not-allowed-in-state` too.""")
    @BodyExample(TransgressionExamples.COMPLETION)
    @PostMapping("/completion")
    ResponseEntity<Answer> complete(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Completion completion) {
        return desk.give(new CompleteResponse(id, completion));
    }

    @Operation(summary = "Ask for a review", description = """
                    The OFFICER whom it is about (`forbidden` for any other), or STANDARDS. Clocks stand still until it is decided.
                    Refuses with `closed` and `not-allowed-in-state`.""")
    @BodyExample(TransgressionExamples.REVIEW_REQUEST)
    @PostMapping("/review-request")
    ResponseEntity<Answer> requestReview(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Reason request) {
        return desk.give(new RequestReview(id, request, desk.actor()));
    }

    @Operation(summary = "Decide a review", description = """
                    STANDARDS, who neither reported nor assessed it nor is the officer (`not-independent`). Upholds the response or replaces
                    it with another (`same-response` where it is the one that holds already); one that replaces `SUSPEND_ACCESS` lifts
                    the suspension in the same act. Refuses with `closed` and `not-allowed-in-state`.""")
    @BodyExample(TransgressionExamples.REVIEW_DECISION)
    @PostMapping("/review-decision")
    ResponseEntity<Answer> decideReview(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.ReviewDecision decision) {
        return desk.give(new DecideReview(id, decision, desk.actor()));
    }

    @Operation(summary = "Close a transgression", description = """
                    STANDARDS. Refuses with `notice-required` a breach of which the officer was not told, or is yet to answer; with
                    `not-allowed-in-state` one whose response is not completed (nothing is to be completed for `NO_ACTION`).""")
    @BodyExample(TransgressionExamples.CLOSURE)
    @BodyExample(name = "case-2", summary = "No breach", value = TransgressionExamples.CLOSURE_OF_NO_BREACH)
    @PostMapping("/closure")
    ResponseEntity<Answer> close(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Note closure) {
        return desk.give(new CloseTransgression(id, closure));
    }

    @Operation(summary = "Withdraw a transgression", description = """
                    STANDARDS. It no longer counts as a breach, and a suspension that was its response is lifted in the same act. Refuses
                    with `closed` and `not-allowed-in-state`.""")
    @BodyExample(TransgressionExamples.WITHDRAWAL)
    @PostMapping("/withdrawal")
    ResponseEntity<Answer> withdraw(
            @Parameter(example = "case-2") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Reason withdrawal) {
        return desk.give(new WithdrawTransgression(id, withdrawal));
    }

    @Operation(summary = "Reopen a closed transgression", description = """
                    STANDARDS, who neither reported, assessed nor reviewed it nor is the officer (`not-independent`). It is assessed anew.
                    Refuses with `not-allowed-in-state` unless it is closed.""")
    @BodyExample(TransgressionExamples.REOPENING)
    @PostMapping("/reopening")
    ResponseEntity<Answer> reopen(
            @Parameter(example = "case-2") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Reason reopening) {
        return desk.give(new ReopenTransgression(id, reopening, desk.actor()));
    }

    @Operation(summary = "Restrict who a transgression is there for", description = """
                    STANDARDS, who is not the officer (`not-independent`). From then on the case is there for the callers on its list alone,
                    and for nobody else whatever their role: not found, not counted, not named. Whoever restricts is on the list. The list is
                    said anew each time, by someone who is on it; with `restricted` false, and an empty list, the case is there again for
                    everyone whose role lets them see it (`not-restricted` where it is already). In any state, also when it is closed: it
                    changes nothing in the case.""")
    @BodyExample(TransgressionExamples.RESTRICTION)
    @BodyExample(name = "case-1", summary = "Restricted no longer", value = TransgressionExamples.RESTRICTION_ENDED)
    @PostMapping("/restriction")
    ResponseEntity<Answer> restrict(
            @Parameter(example = "case-1") @PathVariable @Slug String id,
            @Valid @RequestBody TransgressionCommand.Restriction restriction) {
        return desk.give(new RestrictTransgression(id, restriction, desk.actor()));
    }
}
