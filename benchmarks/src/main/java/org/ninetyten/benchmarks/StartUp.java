package org.ninetyten.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.UUID;

/** From starting the command side's process to the answer to its first command. */
final class StartUp {

    private StartUp() {}

    static void measure(Store store, Scale scale, Report report, PrintStream out)
            throws IOException, InterruptedException {
        // Its first start makes the tables.
        Program.commandSide(store).ready().close();
        int turns = Math.max(1, scale.turns() - 1);
        double seconds = 0;
        long resident = 0;
        for (int turn = 0; turn < turns; turn++) {
            long began = System.nanoTime();
            try (Program program = Program.commandSide(store)) {
                firstCommand(program);
                seconds += (System.nanoTime() - began) / 1e9;
                resident += program.residentMegabytes();
            }
        }
        out.printf("Start-up: %.1f s to the first answered command%n", seconds / turns);
        report.line("start-up to the first answered command", Report.text("%.1f s", seconds / turns));
        report.line("    resident then", Report.text("%d MB", resident / turns));
    }

    private static void firstCommand(Program program) throws IOException, InterruptedException {
        byte[] command = HttpConnection.request("PUT", "/api/officers/first-" + UUID.randomUUID(), "comms", """
                {"name": "Farah Aziz", "collarNumber": "PC 4410", "unit": "harbour"}""");
        try (HttpConnection connection = program.ready().connect()) {
            connection.send(command).orFail("The first command");
        }
    }
}
