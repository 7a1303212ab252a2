package org.ninetyten.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A number of clients, each doing one thing after another for as long as the measurement lasts. */
final class Load {

    private Load() {}

    /** Used by one thread. */
    interface Client extends AutoCloseable {

        void once() throws Exception;
    }

    interface Clients {

        Client number(int number) throws Exception;
    }

    /** @param perSecond of all clients together */
    record Result(double perSecond, Times times) {}

    static Result run(int clients, Duration length, Clients made) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            CountDownLatch connected = new CountDownLatch(clients);
            List<Future<Times>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                running.add(threads.submit(one(made, number, connected, length)));
            }
            Times all = new Times();
            for (Future<Times> one : running) {
                all.addAll(one.get());
            }
            return new Result(all.count() / (length.toNanos() / 1e9), all);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Callable<Times> one(Clients made, int number, CountDownLatch connected, Duration length) {
        return () -> {
            Times times = new Times();
            try (Client client = made.number(number)) {
                connected.countDown();
                connected.await();
                long until = System.nanoTime() + length.toNanos();
                for (long began = System.nanoTime(); began < until; ) {
                    client.once();
                    long ended = System.nanoTime();
                    times.add(ended - began);
                    began = ended;
                }
            } finally {
                // One that failed is not waited for.
                connected.countDown();
            }
            return times;
        };
    }
}
