package org.ninetyten.command.policy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.policy.PolicyCommand.DraftPolicy;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.ReviewPolicyUnchanged;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.command.policy.PolicyCommand.WithdrawPolicy;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Policies: commands",
        description = "A living policy: a draft that is revised, and versions that never change")
@RestController
@RequestMapping(path = "/api/policies/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {

    private final CommandDesk desk;

    PolicyController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Draft a policy", description = """
                    COMMS. `lookBackMonths` and `trainingValidMonths` are months; `acknowledgeWithinDays`, `checkInEveryDays` and
                    `reviewAccountEveryDays` are days; `noticeWithinWorkingDays` and `answerWithinWorkingDays` are working days of England
                    and Wales; mitigations and `stepsUpPerRepeat` are steps of the ladder. The ladder has a response for every intent and
                    harm, never lighter for heavier intent or harm. Refuses with `invalid`, telling at once everything that breaks these rules (but
                    only the first value that cannot be read at all, such as an unknown category), and `id-conflict` where the id
                    stands for another policy.""")
    @BodyExample(PolicyExamples.DRAFT)
    @PutMapping
    ResponseEntity<Answer> draft(
            @Parameter(example = "social-media") @PathVariable @Slug String id,
            @Valid @RequestBody PolicyCommand.Draft policy) {
        return desk.create(new DraftPolicy(id, policy), "/api/policies/" + id);
    }

    @Operation(summary = "Revise a policy's draft", description = """
                    COMMS. The content is replaced as a whole; published versions stay as they are. Refuses with `invalid`.""")
    @BodyExample(PolicyExamples.REVISION)
    @PostMapping("/revisions")
    ResponseEntity<Answer> revise(
            @Parameter(example = "social-media") @PathVariable @Slug String id,
            @Valid @RequestBody PolicyCommand.Revision revision) {
        return desk.give(new RevisePolicy(id, revision));
    }

    @Operation(summary = "Publish the draft as a version", description = """
                    COMMS. `MAJOR` must be acknowledged again, `MINOR` need not; the first version must be, whatever it is called. A version
                    that is brought in late, with a `reviewBy` in the past, has until the end of today before that review counts as
                    missed: a later version or a review recorded by then comes in time. Refuses with `nothing-to-publish` for a draft that did not
                    change since the last version (the same publication sent again included), and `effective-from-before-previous`.""")
    @BodyExample(PolicyExamples.VERSION)
    @PostMapping("/versions")
    ResponseEntity<Answer> publish(
            @Parameter(example = "social-media") @PathVariable @Slug String id,
            @Valid @RequestBody PolicyCommand.Publication version) {
        return desk.createPart(new PublishPolicyVersion(id, version), "/api/policies/" + id + "/versions/");
    }

    @Operation(summary = "Record that a policy was reviewed and stands unchanged", description = """
                    COMMS. For the latest version; the next review is due by `nextReviewBy`, and missed today at the earliest where that is past. Refuses with `date-in-future`, `invalid` where
                    the next review does not lie after this one, and `not-allowed-in-state` where nothing is published or all is withdrawn.""")
    @BodyExample(PolicyExamples.REVIEW)
    @PostMapping("/reviews")
    ResponseEntity<Answer> reviewUnchanged(
            @Parameter(example = "social-media") @PathVariable @Slug String id,
            @Valid @RequestBody PolicyCommand.Review review) {
        return desk.give(new ReviewPolicyUnchanged(id, review));
    }

    @Operation(summary = "Withdraw a policy", description = """
                    COMMS. From today none of its versions is in force, nobody need acknowledge it and no review falls due; what was
                    published stays readable. There is no way back. Refuses with `not-allowed-in-state` what was withdrawn already.""")
    @BodyExample(PolicyExamples.WITHDRAWAL)
    @PostMapping("/withdrawal")
    ResponseEntity<Answer> withdraw(
            @Parameter(example = "social-media") @PathVariable @Slug String id,
            @Valid @RequestBody PolicyCommand.Withdrawal withdrawal) {
        return desk.give(new WithdrawPolicy(id, withdrawal));
    }
}
