package org.ninetyten.command.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.account.AccountCommand.AddOperator;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RemoveOperator;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.BodyExample;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Accounts: commands", description = "One handle on one platform, from its request to its closure")
@RestController
@RequestMapping(path = "/api/accounts/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

    private final CommandDesk desk;

    AccountController(CommandDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Request an account", description = """
                    SUPERVISOR, COMMS, or an OFFICER for themselves (`forbidden` for anyone else). Refuses with `handle-taken` while an
                    open account has the handle on that platform, whatever the letter case; with `no-such-officer`, `officer-left`, `no-such-policy`,
                    `date-in-future`, and `id-conflict` where the id stands for another account.""")
    @BodyExample(AccountExamples.REQUEST)
    @BodyExample(name = "harbour-y", summary = "One that will be refused", value = AccountExamples.REQUEST_ANOTHER)
    @PutMapping
    ResponseEntity<Answer> request(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Account account) {
        return desk.create(new RequestAccount(id, account, desk.actor()), "/api/accounts/" + id);
    }

    @Operation(summary = "Authorise an account", description = """
                    COMMS. Its holder needs valid training and must have acknowledged the current major version of its policy:
                    refuses with `training-not-valid`, `policy-not-acknowledged`, `no-policy-in-force`, `officer-left`; and with
                    `not-allowed-in-state` unless the account is requested. There is nothing to say in a body, and none is needed.""")
    @BodyExample(AccountExamples.AUTHORISATION)
    @PostMapping("/authorisation")
    ResponseEntity<Answer> authorise(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @RequestBody(required = false) AccountCommand.@Nullable Nothing nothing) {
        return desk.give(new AuthoriseAccount(id));
    }

    @Operation(summary = "Refuse an account", description = """
                    COMMS. Gives its handle back. Refuses with `not-allowed-in-state` unless the account is requested.""")
    @BodyExample(AccountExamples.REFUSAL)
    @PostMapping("/refusal")
    ResponseEntity<Answer> refuse(
            @Parameter(example = "harbour-y") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Reason refusal) {
        return desk.give(new RefuseAccount(id, refusal));
    }

    @Operation(summary = "Suspend an account", description = """
                    COMMS, STANDARDS. It keeps its handle. Where it has a last day, it ends by itself when that is over. Refuses with
                    `not-allowed-in-state` unless the account is authorised.""")
    @BodyExample(AccountExamples.SUSPENSION)
    @PostMapping("/suspension")
    ResponseEntity<Answer> suspend(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Suspension suspension) {
        return desk.give(new SuspendAccount(id, suspension));
    }

    @Operation(summary = "Reinstate a suspended account", description = """
                    COMMS, STANDARDS. Refuses with `not-allowed-in-state` unless the account is suspended.""")
    @BodyExample(AccountExamples.REINSTATEMENT)
    @PostMapping("/reinstatement")
    ResponseEntity<Answer> reinstate(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Reason reinstatement) {
        return desk.give(new ReinstateAccount(id, reinstatement));
    }

    @Operation(summary = "Close an account", description = """
                    COMMS. Gives its handle back. Refuses with `not-allowed-in-state` unless the account is authorised or suspended.""")
    @BodyExample(AccountExamples.CLOSURE)
    @PostMapping("/closure")
    ResponseEntity<Answer> close(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Reason closure) {
        return desk.give(new CloseAccount(id, closure));
    }

    @Operation(summary = "Add an operator, who may post with the account", description = """
                    COMMS. They need valid training and must have acknowledged the current major version of the account's policy:
                    refuses with `training-not-valid`, `policy-not-acknowledged`, `no-policy-in-force`, `no-such-officer`, `officer-left`; with
                    `operator-is-holder` for whoever holds it, `already-operator` where they are one from another day on,
                    `date-in-future`, `operator-before-account` for a day before the account was opened, and
                    `not-allowed-in-state` unless the account is authorised.""")
    @BodyExample(AccountExamples.OPERATOR)
    @PostMapping("/operators")
    ResponseEntity<Answer> addOperator(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Valid @RequestBody AccountCommand.Operator operator) {
        return desk.give(new AddOperator(id, operator));
    }

    @Operation(summary = "Remove an operator", description = """
                    COMMS. From tomorrow on they may no longer post with it; what they posted stays theirs to answer for. They may be
                    added again. Refuses with `no-such-operator` (404) for who never was one, and with `not-allowed-in-state` unless
                    the account is authorised or suspended: closing it ends every operatorship.""")
    @DeleteMapping("/operators/{officerId}")
    ResponseEntity<Answer> removeOperator(
            @Parameter(example = "harbour-x") @PathVariable @Slug String id,
            @Parameter(example = "ben") @PathVariable @Slug String officerId) {
        return desk.give(new RemoveOperator(id, officerId));
    }
}
