package org.ninetyten.command.running;

import org.ninetyten.command.story.Story;
import tools.jackson.databind.json.JsonMapper;

/** Bodies of requests. */
public final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    public static String officer(String name) {
        return """
                {"name": "%s", "collarNumber": "1234", "unit": "harbour"}""".formatted(name);
    }

    public static String training(String id) {
        return """
                {"trainingId": "%s", "course": "Posting well", "completedOn": "2026-01-01"}""".formatted(id);
    }

    public static String acknowledgement(String policyId, int version) {
        return """
                {"policyId": "%s", "version": %d, "acknowledgedOn": "2026-01-05"}""".formatted(policyId, version);
    }

    public static String conversation(String id) {
        return """
                {"conversationId": "%s", "heldOn": "2026-03-01", "topics": ["tone"], "summary": "Went well",
                 "agreedActions": []}""".formatted(id);
    }

    public static String actionDone(String completedOn) {
        return """
                {"completedOn": "%s", "note": "Done"}""".formatted(completedOn);
    }

    public static String ownNote(String id) {
        return """
                {"noteId": "%s", "note": "I see it otherwise"}""".formatted(id);
    }

    public static String question(String id, String accountId) {
        return """
                {"adviceId": "%s", "accountId": "%s", "draft": "Fog!", "question": "May I?"}""".formatted(id, accountId);
    }

    public static String reply(String decision) {
        return """
                {"decision": "%s", "why": "It is short"}""".formatted(decision);
    }

    public static String commendation(String id) {
        return """
                {"commendationId": "%s", "postedAt": "2026-05-01T09:30:00Z", "why": "Kind"}""".formatted(id);
    }

    /** Ten posts, of which nine were fine. */
    public static String dipSample(String id, String concern) {
        return """
                {"sampleId": "%s", "sampledOn": "2026-06-01", "sampled": 10, "good": 9, "concerns": ["%s"]}""".formatted(id, concern);
    }

    /** Of the first concern of a dip sample. */
    public static String transgression(String accountId, String officerId, String sampleId) {
        return transgression(accountId, officerId)
                .replace(
                        "\"post\"",
                        "\"fromSample\": {\"sampleId\": \"%s\", \"concern\": 1}, \"post\"".formatted(sampleId));
    }

    public static String account(String handle, String holderId, String policyId) {
        return """
                {"platform": "X", "handle": "%s", "purpose": "p", "audience": "a", "holderId": "%s", "policyId": "%s",
                 "openedOn": "2026-02-01"}""".formatted(handle, holderId, policyId);
    }

    public static String operator(String officerId, String from) {
        return """
                {"officerId": "%s", "from": "%s"}""".formatted(officerId, from);
    }

    public static String checkIn(String id, String heldOn) {
        return """
                {"checkInId": "%s", "heldOn": "%s", "note": "Going well"}""".formatted(id, heldOn);
    }

    /** About one account. */
    public static String checkIn(String id, String heldOn, String accountId) {
        return checkIn(id, heldOn).replace("}", ", \"accountId\": \"%s\"}".formatted(accountId));
    }

    public static String leaving(String leftOn) {
        return """
                {"leftOn": "%s"}""".formatted(leftOn);
    }

    public static String purpose(String purpose) {
        return """
                {"purpose": "%s", "audience": "a", "reason": "r"}""".formatted(purpose);
    }

    public static String transfer(String holderId) {
        return """
                {"holderId": "%s", "reason": "r"}""".formatted(holderId);
    }

    public static String accountReview(String reviewedOn) {
        return """
                {"reviewedOn": "%s", "note": "It serves its purpose"}""".formatted(reviewedOn);
    }

    public static String suspension(String until) {
        return """
                {"reason": "Lost phone", "until": "%s"}""".formatted(until);
    }

    public static String reason(String reason) {
        return """
                {"reason": "%s"}""".formatted(reason);
    }

    public static String content() {
        return JSON.writeValueAsString(Story.CONTENT);
    }

    public static String draft() {
        return """
                {"title": "Social media", "content": %s}""".formatted(content());
    }

    public static String revision(String purpose) {
        return """
                {"reason": "Wording", "content": %s}""".formatted(JSON.writeValueAsString(Story.content(purpose)));
    }

    public static String version(String effectiveFrom) {
        return """
                {"significance": "MAJOR", "summaryOfChange": "s", "effectiveFrom": "%s", "reviewBy": "2090-01-01"}""".formatted(effectiveFrom);
    }

    public static String review(String nextReviewBy) {
        return """
                {"reviewedOn": "2026-06-01", "nextReviewBy": "%s", "note": "It stands"}""".formatted(nextReviewBy);
    }

    public static String transgression(String accountId, String officerId) {
        return """
                {"accountId": "%s", "officerId": "%s", "postedAt": "2026-05-01T09:30:00Z", "post": {"text": "oops"},
                 "category": "PERSONAL_DATA", "description": "A name was in it"}""".formatted(accountId, officerId);
    }

    public static String assessment(String intent, String harm, String response) {
        return """
                {"breach": true, "clauseIds": ["personal-data"], "intent": "%s", "harm": "%s", "mitigations": [],
                 "response": "%s", "rationale": "It fits", "explanation": "A name was in it"}""".formatted(intent, harm, response);
    }

    public static String noBreach() {
        return """
                {"breach": false, "clauseIds": [], "mitigations": [], "explanation": "No name was in it"}""";
    }

    public static String notice() {
        return """
                {"clauseIds": ["personal-data"], "why": "A name was in it", "whatGoodLooksLike": "Leave it out"}""";
    }

    public static String answer(String statement) {
        return """
                {"accepts": true, "statement": "%s"}""".formatted(statement);
    }

    public static String completion(String note, String reference) {
        return """
                {"completedOn": "2026-05-20", "note": "%s", "reference": "%s"}""".formatted(note, reference);
    }

    public static String upheld(String reason) {
        return """
                {"upheld": true, "reason": "%s"}""".formatted(reason);
    }

    public static String replaced(String response, String reason) {
        return """
                {"upheld": false, "response": "%s", "reason": "%s"}""".formatted(response, reason);
    }

    public static String closure(String note) {
        return """
                {"note": "%s"}""".formatted(note);
    }

    /** Linked to a case. */
    public static String conversation(String id, String transgressionId) {
        return conversation(id)
                .replace("\"topics\"", "\"transgressionId\": \"%s\", \"topics\"".formatted(transgressionId));
    }
}
