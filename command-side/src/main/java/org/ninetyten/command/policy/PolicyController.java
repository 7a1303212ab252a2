package org.ninetyten.command.policy;

import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.policy.PolicyCommand.DraftPolicy;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.ReviewPolicyUnchanged;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.command.policy.PolicyCommand.WithdrawPolicy;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/policies/{id}")
class PolicyController {

    private final CommandDesk desk;

    PolicyController(CommandDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    ResponseEntity<Answer> draft(@PathVariable @Slug String id, @Valid @RequestBody PolicyCommand.Draft policy) {
        return desk.create(new DraftPolicy(id, policy), "/api/policies/" + id);
    }

    @PostMapping("/revisions")
    ResponseEntity<Answer> revise(@PathVariable @Slug String id, @Valid @RequestBody PolicyCommand.Revision revision) {
        return desk.give(new RevisePolicy(id, revision));
    }

    @PostMapping("/versions")
    ResponseEntity<Answer> publish(
            @PathVariable @Slug String id, @Valid @RequestBody PolicyCommand.Publication version) {
        return desk.createPart(new PublishPolicyVersion(id, version), "/api/policies/" + id + "/versions/");
    }

    @PostMapping("/reviews")
    ResponseEntity<Answer> reviewUnchanged(
            @PathVariable @Slug String id, @Valid @RequestBody PolicyCommand.Review review) {
        return desk.give(new ReviewPolicyUnchanged(id, review));
    }

    @PostMapping("/withdrawal")
    ResponseEntity<Answer> withdraw(
            @PathVariable @Slug String id, @Valid @RequestBody PolicyCommand.Withdrawal withdrawal) {
        return desk.give(new WithdrawPolicy(id, withdrawal));
    }
}
