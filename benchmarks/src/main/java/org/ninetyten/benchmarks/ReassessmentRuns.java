package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/** Cases read again under a version, a second; beside copying those cases' events out of the store. */
final class ReassessmentRuns {

    private static final Pattern STATE = Pattern.compile("\"state\":\"([A-Z]+)\"");
    private static final Pattern OF = Pattern.compile("\"of\":(\\d+)");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]+)\"");
    private static final byte[] REQUEST = HttpConnection.request("POST", "/api/reassessments", "standards", """
            {"policyId": "social-media", "version": 1, "from": "2023-01-01", "to": "2026-12-31", "reason": "A measurement"}""");

    private ReassessmentRuns() {}

    static void measure(LoadedStore loaded, Scale scale, Report report, PrintStream out)
            throws IOException, SQLException, InterruptedException {
        double reading = 0;
        double floor = 0;
        long cases = 0;
        for (int turn = 0; turn < scale.turns(); turn++) {
            floor += copy(loaded.store());
            long began = System.nanoTime();
            cases += run(loaded.program());
            reading += (System.nanoTime() - began) / 1e9;
        }
        out.printf("Reassessment: %,d cases in %.2f s%n", cases / scale.turns(), reading / scale.turns());
        report.line(
                Report.text("reassessment of %,d cases", cases / scale.turns()),
                Report.text("%,.0f cases/s", cases / reading),
                Report.text("%,.0f copied out/s", cases / floor),
                floor / reading);
    }

    private static double copy(Store store) throws IOException, SQLException {
        try (Connection connection = store.connect()) {
            long began = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "COPY (SELECT * FROM eventstore.domain_event WHERE stream LIKE 'transgression:%') TO STDOUT",
                            OutputStream.nullOutputStream());
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private static long run(Program program) throws IOException {
        try (HttpConnection connection = program.connect()) {
            String path =
                    "/api/reassessments/" + found(ID, connection.send(REQUEST).orFail("A reassessment"));
            Await.until("a reassessment", () -> isDone(connection.get("standards", path)));
            return Long.parseLong(found(OF, connection.get("standards", path)));
        }
    }

    private static boolean isDone(String answer) {
        return switch (found(STATE, answer)) {
            case "DONE" -> true;
            case "RUNNING" -> false;
            default -> throw new IllegalStateException("A reassessment is " + answer);
        };
    }

    private static String found(Pattern pattern, String answer) {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IllegalStateException("There is no " + pattern + " in " + answer);
        }
        return matcher.group(1);
    }
}
