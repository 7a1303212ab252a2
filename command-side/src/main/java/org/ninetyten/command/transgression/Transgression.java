package org.ninetyten.command.transgression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** A post that may be out of bounds, and what became of it. */
@Aggregate(type = "Transgression")
class Transgression extends EventSourced<TransgressionEvent> {

    private @Nullable TransgressionReported report;

    Transgression() {
        super(TransgressionEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(ReportTransgression command, Clock clock, Streams streams) {
        TransgressionCommand.Report given = command.report();
        Days.refuseFuture("/postedAt", given.postedAt(), clock);
        boolean selfReported = command.by().isOfficer(given.officerId());
        if (command.by().role() == Role.OFFICER && !selfReported) {
            throw Refusal.forbidden("An officer may report only themselves.");
        }
        // Pinned once: a retry means the facts as they were pinned then, whatever was recorded since.
        PinnedFacts pinned = report == null ? Pinning.pin(given, streams) : report.pinned();
        TransgressionReported event = new TransgressionReported(
                command.transgressionId(),
                given.accountId(),
                given.officerId(),
                given.postedAt(),
                evidence(given.post()),
                given.category(),
                given.description(),
                given.reportedBy(),
                selfReported,
                pinned);
        return recordOnce(event, () -> {});
    }

    @Override
    protected void evolve(TransgressionEvent event) {
        switch (event) {
            case TransgressionReported reported -> report = reported;
        }
    }

    @Override
    protected String nameOf(TransgressionEvent event) {
        return switch (event) {
            case TransgressionReported reported -> "report";
        };
    }

    private static Post evidence(TransgressionCommand.ReportedPost post) {
        return new Post(post.text(), post.url(), sha256(post.text()));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
