package org.ninetyten.command.bulkimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ninetyten.command.bulkimport.RunningImports.Line;
import org.ninetyten.command.bulkimport.RunningImports.NoLongerOursException;
import org.ninetyten.command.bulkimport.RunningImports.Run;
import org.ninetyten.edge.background.BackgroundWorker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on one import at a time, several lines of it at once; those about the same thing in their order. Any number of
 * processes may look for imports. One that stops, or dies, leaves its import to the next one that looks, which goes on
 * with the lines that wait.
 */
@Component
class ImportWorker extends BackgroundWorker {

    private static final Logger log = LoggerFactory.getLogger(ImportWorker.class);

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    private final RunningImports imports;
    private final Importing importing;
    private final ImportPace pace;

    ImportWorker(RunningImports imports, Importing importing, ImportPace pace) {
        super("imports", LOOK_AGAIN_AFTER, PATIENCE_AT_STOP);
        this.imports = imports;
        this.importing = importing;
        this.pace = pace;
    }

    @Override
    protected void look() {
        try {
            Optional<Run> claimed = imports.claim();
            while (isRunning() && claimed.isPresent()) {
                work(claimed.get());
                claimed = isRunning() ? imports.claim() : Optional.empty();
            }
        } catch (RuntimeException e) {
            // Whatever it was, the lines still wait: the next look takes them up again once the lease is over.
            log.warn("An import was interrupted; it goes on shortly: {}", e.toString());
        }
    }

    private void work(Run run) {
        try {
            if (workThrough(run)) {
                imports.done(run);
            } else {
                imports.giveUp(run, Duration.ZERO);
            }
        } catch (NoLongerOursException e) {
            log.info("Import {} was cancelled, or is another process's", run.id());
        } catch (RuntimeException e) {
            log.warn("Import {} was interrupted; it goes on shortly", run.id(), e);
            imports.giveUp(run, TRY_AGAIN_AFTER);
        }
    }

    /** Whether no line is left to be worked on; false where the process stops before. */
    private boolean workThrough(Run run) {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                pace.threads(), Thread.ofPlatform().name("import-", 0).daemon().factory())) {
            List<Line> next = imports.next(run);
            while (isRunning() && !next.isEmpty()) {
                workOn(run, next, threads);
                imports.renew(run);
                next = imports.next(run);
            }
            return next.isEmpty();
        }
    }

    /** What one line ends with ends all of them, once those under way have ended. */
    private void workOn(Run run, List<Line> lines, ExecutorService threads) {
        AtomicBoolean ended = new AtomicBoolean();
        List<Future<?>> started = new ArrayList<>();
        for (List<Line> ofOneThing : byThing(lines)) {
            started.add(threads.submit(inOrder(run, ofOneThing, ended)));
        }
        RuntimeException failure = null;
        for (Future<?> one : started) {
            try {
                one.get();
            } catch (ExecutionException e) {
                failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                ended.set(true);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while lines were worked on", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private Callable<Boolean> inOrder(Run run, List<Line> lines, AtomicBoolean ended) {
        return () -> {
            try {
                for (Line line : lines) {
                    if (ended.get() || !isRunning()) {
                        return false;
                    }
                    importing.work(run, line);
                }
                return true;
            } catch (RuntimeException | Error e) {
                ended.set(true);
                throw e;
            }
        };
    }

    private static Collection<List<Line>> byThing(List<Line> lines) {
        Map<Integer, List<Line>> byThing = new LinkedHashMap<>();
        lines.forEach(line -> byThing.computeIfAbsent(line.firstLine(), first -> new ArrayList<>())
                .add(line));
        return byThing.values();
    }
}
