package org.ninetyten.edge.refusal;

import java.util.List;
import java.util.Map;

/** A request is refused. Nothing was written. The one way in which the domain says no. */
public final class Refusal extends RuntimeException {

    /** Why, by class of reason; each is one HTTP status (DESIGN 6). */
    public enum Kind {
        /** 400: the request cannot mean what it says. */
        INVALID(400),
        /** 403: not this caller. */
        FORBIDDEN(403),
        /** 404. */
        NOT_FOUND(404),
        /** 409: a rule says no. */
        CONFLICT(409),
        /** 412: the caller's copy is out of date. */
        STALE(412),
        /** 503: try again later. */
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String code;
    private final String sentence;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> facts;

    private Refusal(Kind kind, String code, String sentence, List<Violation> violations, Map<String, Object> facts) {
        // A refusal is an answer, not a fault: no stack trace is taken.
        super(sentence, null, false, false);
        this.kind = kind;
        this.code = code;
        this.sentence = sentence;
        this.violations = List.copyOf(violations);
        this.facts = Map.copyOf(facts);
    }

    public static Refusal invalid(String code, String sentence, Violation... violations) {
        return new Refusal(Kind.INVALID, code, sentence, List.of(violations), Map.of());
    }

    public static Refusal invalid(List<Violation> violations) {
        return new Refusal(
                Kind.INVALID, "invalid", "The request is not valid: see the violations.", violations, Map.of());
    }

    public static Refusal rule(String code, String sentence) {
        return new Refusal(Kind.CONFLICT, code, sentence, List.of(), Map.of());
    }

    /** @param facts what a program needs to go on, such as the state and what it allows; become members of the problem */
    public static Refusal rule(String code, String sentence, Map<String, Object> facts) {
        return new Refusal(Kind.CONFLICT, code, sentence, List.of(), facts);
    }

    public static Refusal forbidden(String sentence) {
        return new Refusal(Kind.FORBIDDEN, "forbidden", sentence, List.of(), Map.of());
    }

    /** What it is about is of another unit than the one that the caller acts for. */
    public static Refusal notYourUnit() {
        return new Refusal(
                Kind.FORBIDDEN,
                "not-your-unit",
                "You act for your own unit alone; someone of that unit must.",
                List.of(),
                Map.of());
    }

    public static Refusal notFound(String sentence) {
        return notFound("not-found", sentence);
    }

    /** Where a program should tell why it is not there. */
    public static Refusal notFound(String code, String sentence) {
        return new Refusal(Kind.NOT_FOUND, code, sentence, List.of(), Map.of());
    }

    public static Refusal stale(long expected, long actual) {
        return new Refusal(
                Kind.STALE,
                "stale-version",
                "It has changed since: If-Match says version %d, it is at version %d. Read it again, then decide."
                        .formatted(expected, actual),
                List.of(),
                Map.of("version", actual));
    }

    public static Refusal unavailable(String code, String sentence) {
        return new Refusal(Kind.UNAVAILABLE, code, sentence, List.of(), Map.of());
    }

    /** One that another process gave, as that told it. */
    public static Refusal told(
            Kind kind, String code, String sentence, List<Violation> violations, Map<String, Object> facts) {
        return new Refusal(kind, code, sentence, violations, facts);
    }

    public Kind kind() {
        return kind;
    }

    /** For a person: what is wrong and what to do about it. */
    public String sentence() {
        return sentence;
    }

    public String code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> facts() {
        return facts;
    }
}
