package org.ninetyten.command.story;

import java.util.List;
import java.util.Map;
import org.hamcrest.Description;
import org.hamcrest.TypeSafeDiagnosingMatcher;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/** A refusal by its code, and where it matters by the place it points at and the facts it gives. */
public final class Refused extends TypeSafeDiagnosingMatcher<Refusal> {

    private final Refusal.Kind kind;
    private final String code;
    private final List<String> pointers;
    private final Map<String, Object> facts;

    private Refused(Refusal.Kind kind, String code, List<String> pointers, Map<String, Object> facts) {
        super(Refusal.class);
        this.kind = kind;
        this.code = code;
        this.pointers = pointers;
        this.facts = facts;
    }

    /** A rule of the domain said no: 409. */
    public static Refused byRule(String code) {
        return new Refused(Refusal.Kind.CONFLICT, code, List.of(), Map.of());
    }

    public static Refused byRule(String code, Map<String, Object> facts) {
        return new Refused(Refusal.Kind.CONFLICT, code, List.of(), facts);
    }

    /** 400, pointing at these places of the body. */
    public static Refused asInvalid(String code, String... pointers) {
        return new Refused(Refusal.Kind.INVALID, code, List.of(pointers), Map.of());
    }

    /** 404. */
    public static Refused asNotThere(String code) {
        return new Refused(Refusal.Kind.NOT_FOUND, code, List.of(), Map.of());
    }

    public static Refused asForbidden() {
        return asForbidden("forbidden");
    }

    /** 403. */
    public static Refused asForbidden(String code) {
        return new Refused(Refusal.Kind.FORBIDDEN, code, List.of(), Map.of());
    }

    public static Refused asStale(long actualVersion) {
        return new Refused(Refusal.Kind.STALE, "stale-version", List.of(), Map.of("version", actualVersion));
    }

    @Override
    protected boolean matchesSafely(Refusal refusal, Description mismatch) {
        List<String> pointedAt =
                refusal.violations().stream().map(Violation::pointer).toList();
        mismatch.appendText(told(refusal.kind(), refusal.code(), pointedAt, refusal.facts()));
        return refusal.kind() == kind
                && refusal.code().equals(code)
                && pointedAt.equals(pointers)
                && refusal.facts().equals(facts);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(told(kind, code, pointers, facts));
    }

    private static String told(Refusal.Kind kind, String code, List<String> pointers, Map<String, Object> facts) {
        return "a refusal (%s, %s) at %s with %s".formatted(kind, code, pointers, facts);
    }
}
