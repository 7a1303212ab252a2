package org.ninetyten.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.ninetyten.command.account.AccountCommand.ChangePurpose;
import org.ninetyten.command.account.AccountCommand.ReviewAccount;
import org.ninetyten.command.account.AccountCommand.TransferAccount;
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

@Tag(name = "Accounts: commands")
@RestController
@RequestMapping(path = "/api/accounts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountInUseController {

    private final CommandDesk desk;

    AccountInUseController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Change what an account is for", description = """
                    COMMS. Purpose and audience are replaced as a whole; what they were stays in the history. Refuses with
                    `not-allowed-in-state` unless the account is authorised or suspended.""")
    @BodyExample(AccountInUseExamples.PURPOSE)
    @PostMapping("/purpose")
    ResponseEntity<Answer> changePurpose(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Purpose purpose) {
        return desk.give(new ChangePurpose(id, purpose));
    }

    @Operation(summary = "Transfer an account to another holder", description = """
                    COMMS. From now on the new holder answers for it, and is no operator of it any longer; the old one may no longer post
                    with it. The new holder is held to what an authorisation asks for: refuses with `training-not-valid`,
                    `policy-not-acknowledged`, `no-policy-in-force`, `no-such-officer`, `officer-left`; with `already-holder` for
                    whoever holds it; and with `not-allowed-in-state` unless the account is authorised or suspended. A suspended one
                    stays suspended.""")
    @BodyExample(AccountInUseExamples.TRANSFER)
    @PostMapping("/transfer")
    ResponseEntity<Answer> transfer(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Transfer transfer) {
        return desk.give(new TransferAccount(id, transfer));
    }

    @Operation(summary = "Record that an account was reviewed", description = """
                    COMMS. Whether it serves its purpose, who posts with it, how it is going. Refuses with `date-in-future`,
                    `reviewed-before-account` for a day before it was opened, `id-conflict` where another review of that day is recorded, and
                    `not-allowed-in-state` unless the account is authorised or suspended.""")
    @BodyExample(AccountInUseExamples.REVIEW)
    @PostMapping("/reviews")
    ResponseEntity<Answer> review(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Review review) {
        return desk.give(new ReviewAccount(id, review));
    }
}
