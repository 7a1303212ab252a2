package org.ninetyten.command.transgression;

import jakarta.validation.Valid;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.desk.CommandDesk;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.edge.body.Slug;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/transgressions/{id}")
class TransgressionController {

    private final CommandDesk desk;

    TransgressionController(CommandDesk desk) {
        this.desk = desk;
    }

    @PutMapping
    ResponseEntity<Answer> report(
            @PathVariable @Slug String id, @Valid @RequestBody TransgressionCommand.Report transgression) {
        return desk.create(new ReportTransgression(id, transgression, desk.actor()), "/api/transgressions/" + id);
    }
}
