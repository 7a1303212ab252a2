package org.ninetyten.query.history;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ninetyten.query.page.PageCsv;

/** The documentation of what every history answers. */
@ApiResponse(
        responseCode = "200",
        description = "A page of the history. The ETag is the subject's version; the Link header names the next page.",
        useReturnTypeSchema = true,
        content = {
            @Content(mediaType = "application/json", examples = @ExampleObject(HistoryAnswer.JSON)),
            @Content(mediaType = PageCsv.MEDIA_TYPE, examples = @ExampleObject(HistoryAnswer.CSV))
        })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface HistoryAnswer {

    String JSON = """
            {
              "items": [
                {
                  "position": 7,
                  "eventId": "5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11",
                  "recordedAt": "2026-01-12T09:05:00Z",
                  "happenedOn": "2026-01-10",
                  "kind": "TrainingRecorded",
                  "summary": "Officer amina completed the training \\"Posting for the force\\" on 2026-01-10, valid until 2027-01-09.",
                  "actor": {"id": "comms", "role": "COMMS"},
                  "subject": {"officerId": "amina"},
                  "details": {
                    "officerId": "amina",
                    "trainingId": "amina-social-2026",
                    "course": "Posting for the force",
                    "completedOn": "2026-01-10",
                    "validUntil": "2027-01-09"
                  },
                  "correlationId": "c1b2a3d4-0000-4000-8000-000000000001",
                  "causationId": "0d9f8a7b-0000-4000-8000-000000000002"
                }
              ],
              "nextCursor": "YWZ0ZXI6Nw"
            }
            """;

    String CSV = """
            position,eventId,recordedAt,happenedOn,kind,summary,actorId,actorRole,officerId,accountId,policyId,transgressionId,policyVersion,correlationId,causationId,details
            7,5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11,2026-01-12T09:05:00Z,2026-01-10,TrainingRecorded,"Officer amina completed the training ""Posting for the force"" on 2026-01-10, valid until 2027-01-09.",comms,COMMS,amina,,,,,c1b2a3d4-0000-4000-8000-000000000001,0d9f8a7b-0000-4000-8000-000000000002,"{""officerId"":""amina"",""trainingId"":""amina-social-2026""}"
            """;
}
