package org.ninetyten.command.account;

import jakarta.validation.Valid;
import org.ninetyten.command.account.AccountCommand.AuthoriseAccount;
import org.ninetyten.command.account.AccountCommand.CloseAccount;
import org.ninetyten.command.account.AccountCommand.RefuseAccount;
import org.ninetyten.command.account.AccountCommand.ReinstateAccount;
import org.ninetyten.command.account.AccountCommand.RequestAccount;
import org.ninetyten.command.account.AccountCommand.SuspendAccount;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/accounts/{id}")
class AccountController {

    private final CommandDesk desk;

    AccountController(CommandDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    ResponseEntity<Answer> request(@PathVariable @Slug String id, @Valid @RequestBody AccountCommand.Account account) {
        return desk.create(new RequestAccount(id, account, desk.actor()), "/api/accounts/" + id);
    }

    @PostMapping("/authorisation")
    ResponseEntity<Answer> authorise(@PathVariable @Slug String id) {
        return desk.give(new AuthoriseAccount(id));
    }

    @PostMapping("/refusal")
    ResponseEntity<Answer> refuse(@PathVariable @Slug String id, @Valid @RequestBody AccountCommand.Reason refusal) {
        return desk.give(new RefuseAccount(id, refusal));
    }

    @PostMapping("/suspension")
    ResponseEntity<Answer> suspend(
            @PathVariable @Slug String id, @Valid @RequestBody AccountCommand.Suspension suspension) {
        return desk.give(new SuspendAccount(id, suspension));
    }

    @PostMapping("/reinstatement")
    ResponseEntity<Answer> reinstate(
            @PathVariable @Slug String id, @Valid @RequestBody AccountCommand.Reason reinstatement) {
        return desk.give(new ReinstateAccount(id, reinstatement));
    }

    @PostMapping("/closure")
    ResponseEntity<Answer> close(@PathVariable @Slug String id, @Valid @RequestBody AccountCommand.Reason closure) {
        return desk.give(new CloseAccount(id, closure));
    }
}
