package org.ninetyten.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Another JVM that opens a database, commits a row and holds on until it is told to end or is killed. */
final class OtherProcess implements AutoCloseable {

    static final String ROW = "committed before the kill";

    private static final String READY = "ready";
    private static final String REFUSED = "refused: ";

    private final Process process;
    private final String answer;

    private OtherProcess(Process process, String answer) {
        this.process = process;
        this.answer = answer;
    }

    static OtherProcess on(Path dataDirectory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        dataDirectory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new OtherProcess(process, answerOf(process));
    }

    boolean isReady() {
        return answer.equals(READY);
    }

    /** What the process said when it could not open the database. */
    String refusal() {
        if (!answer.startsWith(REFUSED)) {
            throw new IllegalStateException("the other process was not refused: " + answer);
        }
        return answer.substring(REFUSED.length());
    }

    /** No shutdown hook, no clean-up: what the kernel does when memory runs out. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets the process close its database and end. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String answerOf(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY) || line.startsWith(REFUSED)) {
                return line;
            }
        }
        throw new IOException("the other process ended without a word");
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(
                Path.of(arguments[0]), PostgresBinaries.sharedByThisUsersTests(), sentence -> {})) {
            Login owner = database.login(DatabaseRole.OWNER);
            try (Connection connection =
                            DriverManager.getConnection(database.jdbcUrl(), owner.user(), owner.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA kept CREATE TABLE witness (word text)");
                statement.execute("INSERT INTO kept.witness VALUES ('" + ROW + "')");
            }
            System.out.println(READY);
            // Until the parent closes its end.
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (DatabaseUnavailableException e) {
            System.out.println(REFUSED + e.getMessage());
        }
    }
}
