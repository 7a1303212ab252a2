package org.ninetyten.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/**
 * Commands as clients give them: an officer is registered, gets two trainings, new details and two conversations, then the
 * next one. One command in six begins a record; the others have to know what is in it.
 */
final class CommandsOverHttp {

    private static final int A_ROUND = 6;

    private final Program program;

    CommandsOverHttp(Program program) {
        this.program = program;
    }

    Load.Result measure(int clients, Duration length) throws InterruptedException {
        return Load.run(clients, length, number -> new OneClient(program.connect()));
    }

    private static final class OneClient implements Load.Client {

        private final HttpConnection connection;
        private String officer = "";
        private int step;

        private OneClient(HttpConnection connection) {
            this.connection = connection;
        }

        @Override
        public void once() throws IOException {
            byte[] request = next();
            connection.send(request).orFail("A command");
        }

        private byte[] next() {
            int current = step % A_ROUND;
            step++;
            return switch (current) {
                case 0 -> {
                    officer = "officer-" + UUID.randomUUID();
                    yield HttpConnection.request("PUT", "/api/officers/" + officer, "comms", """
                            {"name": "Farah Aziz", "collarNumber": "PC 4410", "unit": "harbour"}""");
                }
                case 1, 2 -> post("comms", "training", """
                        {"trainingId": "course-%d", "course": "Posting well, part %d", "completedOn": "2026-03-03"}""".formatted(current, current));
                case 3 -> post("comms", "details", """
                        {"name": "Farah Aziz-Cole", "collarNumber": "PC 4410", "unit": "harbour"}""");
                default -> post("sergeant", "conversations", """
                        {"conversationId": "talk-%d", "heldOn": "2026-04-07", "topics": ["pictures from the boat"],
                         "summary": "Lively posts. Looked at ten of them together, and all were fine.",
                         "agreedActions": ["Blur the faces of people on the shore"]}""".formatted(current));
            };
        }

        private byte[] post(String user, String what, String json) {
            return HttpConnection.request("POST", "/api/officers/" + officer + "/" + what, user, json);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
