package org.ninetyten.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(
        name = "Posts: commands",
        description = "The ninety: posts that were commended, and how many of a sample were fine")
@RestController
@RequestMapping(path = "/api/accounts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class PostController {

    private final CommandDesk desk;

    PostController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Commend a post", description = """
                    SUPERVISOR, COMMS. One of the ninety, and why. It stands in the histories of whoever could post with the account that
                    day. Refuses with `date-in-future`, `post-before-account` and `post-after-closure` for a post that the account cannot
                    have made, `not-allowed-in-state` for an account that was never authorised, and `id-conflict` where the
                    `commendationId` stands for another one.""")
    @BodyExample(PostExamples.COMMENDATION)
    @PostMapping("/commendations")
    ResponseEntity<Answer> commend(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody PostCommand.Commendation commendation) {
        return desk.give(new CommendPost(id, commendation));
    }

    @Operation(summary = "Record a dip sample", description = """
                    COMMS. How many posts were read, and how many were fine. A concern becomes a report by naming it in the report's
                    `fromSample`. Posts of a closed account may still be sampled. Refuses with `invalid` for more good ones than were read
                    or more concerns than there were others, `date-in-future`, `sample-before-account`, `not-allowed-in-state` for an
                    account that was never authorised, and `id-conflict` where the `sampleId` stands for another one.""")
    @BodyExample(PostExamples.DIP_SAMPLE)
    @PostMapping("/dip-samples")
    ResponseEntity<Answer> sample(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody PostCommand.DipSample sample) {
        return desk.give(new SamplePosts(id, sample));
    }
}
