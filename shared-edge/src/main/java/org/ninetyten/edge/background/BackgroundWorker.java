package org.ninetyten.edge.background;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Looks for work again and again, on a thread of its own, for as long as the process runs. */
public abstract class BackgroundWorker implements SmartLifecycle {

    private final Duration lookAgainAfter;
    private volatile boolean running;

    /** Logs whatever a look ends with, be it an Error, and looks again. */
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    /** @param patienceAtStop how long what is under way may take to end when the process stops */
    protected BackgroundWorker(String threadName, Duration lookAgainAfter, Duration patienceAtStop) {
        this.lookAgainAfter = lookAgainAfter;
        thread.setThreadNamePrefix(threadName + "-");
        thread.setDaemon(true);
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds((int) patienceAtStop.toSeconds());
    }

    /** Works on whatever waits; ends soon once this is no longer {@link #isRunning}. */
    protected abstract void look();

    @Override
    public void start() {
        running = true;
        thread.initialize();
        var unused = thread.scheduleWithFixedDelay(this::look, lookAgainAfter);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
    }

    @Override
    public final boolean isRunning() {
        return running;
    }
}
