package org.ninetyten.query.history;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.ninetyten.edge.page.PageCsv;

/** The documentation of what every history answers. */
@ApiResponse(
        responseCode = "200",
        description = "A page of the history. The ETag is the subject's version; the Link header names the next page.",
        useReturnTypeSchema = true,
        content = {
            @Content(
                    mediaType = "application/json",
                    examples = {
                        @ExampleObject(name = "a page", value = HistoryAnswer.JSON),
                        @ExampleObject(
                                name = "late report",
                                summary = "Recorded in June, about April",
                                description =
                                        "With happened-by=2026-04-30 this is on the list: it had happened by then."
                                                + " With known-on=2026-04-30 it is not: nobody knew. With"
                                                + " happened-by=2026-04-30&known-on=2026-06-30 it is: by then it was known.",
                                value = HistoryAnswer.LATE_REPORT)
                    }),
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

    String LATE_REPORT = """
            {
              "items": [
                {
                  "position": 58,
                  "eventId": "0b7e6f52-8a1f-4a53-9a38-6d1f5c0c9e24",
                  "recordedAt": "2026-06-12T08:40:00Z",
                  "happenedOn": "2026-04-18",
                  "kind": "TransgressionReported",
                  "summary": "Operational disclosure reported by sergeant for a post of 2026-04-18 by officer amina on account harbour-x: The whiteboard can be read. The post reads: \\"Proud of the night shift!\\". Version 1 of the policy social-media was in force, the officer had acknowledged it, had valid training and had no earlier breach within the ladder's look-back.",
                  "actor": {"id": "sergeant", "role": "SUPERVISOR"},
                  "subject": {
                    "officerId": "amina",
                    "accountId": "harbour-x",
                    "policyId": "social-media",
                    "transgressionId": "harbour-photo"
                  },
                  "policyVersion": 1,
                  "details": {
                    "transgressionId": "harbour-photo",
                    "accountId": "harbour-x",
                    "officerId": "amina",
                    "postedAt": "2026-04-18T18:20:00Z",
                    "post": {
                      "text": "Proud of the night shift!",
                      "sha256": "8ee24824bc2740192cc08e8963d018b9a3f5a55072e14efa45b440901d3c52ff"
                    },
                    "category": "OPERATIONAL_DISCLOSURE",
                    "description": "The whiteboard can be read.",
                    "selfReported": false,
                    "pinned": {
                      "policyId": "social-media",
                      "policyVersion": 1,
                      "acknowledged": true,
                      "trainingValid": true,
                      "earlierBreaches": 0
                    }
                  },
                  "correlationId": "c1b2a3d4-0000-4000-8000-000000000003",
                  "causationId": "0d9f8a7b-0000-4000-8000-000000000004"
                }
              ]
            }
            """;

    String CSV = """
            position,eventId,recordedAt,happenedOn,kind,summary,actorId,actorRole,officerId,accountId,policyId,transgressionId,policyVersion,correlationId,causationId,details
            7,5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11,2026-01-12T09:05:00Z,2026-01-10,TrainingRecorded,"Officer amina completed the training ""Posting for the force"" on 2026-01-10, valid until 2027-01-09.",comms,COMMS,amina,,,,,c1b2a3d4-0000-4000-8000-000000000001,0d9f8a7b-0000-4000-8000-000000000002,"{""officerId"":""amina"",""trainingId"":""amina-social-2026""}"
            """;
}
