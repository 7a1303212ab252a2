package org.ninetyten.command.axonserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;

/**
 * How a command failed, as one process tells it to another: what only the class of an exception says does not travel.
 *
 * @param refusal absent where no rule refused it
 * @param stream of which aggregate
 */
record ToldFailure(
        Kind kind, @Nullable ToldRefusal refusal, @Nullable String stream, String sentence) {

    enum Kind {
        REFUSED,
        ANOTHER_WAS_QUICKER,
        NO_SUCH_AGGREGATE
    }

    record ToldRefusal(Refusal.Kind kind, String code, List<Violation> violations, Map<String, Object> facts) {}

    /** Nothing where nobody can do anything about it but read the log of the process where it happened. */
    static Optional<ToldFailure> of(Throwable failure) {
        return switch (failure) {
            case Refusal refusal ->
                Optional.of(new ToldFailure(
                        Kind.REFUSED,
                        new ToldRefusal(refusal.kind(), refusal.code(), refusal.violations(), refusal.facts()),
                        null,
                        refusal.sentence()));
            case ConcurrencyException quicker ->
                Optional.of(
                        new ToldFailure(Kind.ANOTHER_WAS_QUICKER, null, null, String.valueOf(quicker.getMessage())));
            case AggregateNotFoundException missing ->
                Optional.of(new ToldFailure(
                        Kind.NO_SUCH_AGGREGATE,
                        null,
                        String.valueOf(missing.getAggregateIdentifier()),
                        String.valueOf(missing.getMessage())));
            default -> Optional.empty();
        };
    }

    RuntimeException asItWas() {
        return switch (kind) {
            case REFUSED -> refused();
            case ANOTHER_WAS_QUICKER -> new ConcurrencyException(sentence);
            case NO_SUCH_AGGREGATE -> new AggregateNotFoundException(String.valueOf(stream), sentence);
        };
    }

    private RuntimeException refused() {
        if (refusal == null) {
            throw new IllegalStateException("A refusal was told without its code: " + sentence);
        }
        return Refusal.told(refusal.kind(), refusal.code(), sentence, refusal.violations(), refusal.facts());
    }
}
