package org.ninetyten.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What tests that start the program need of each start, made once: the jar unpacked, as the image has it
 * (deploy/Dockerfile), with its classes read; PostgreSQL's programs; and the data of a first start that told the demo's
 * story. From these a start costs a quarter of the processor time that it costs from the jar itself.
 */
final class Beforehand {

    /** A JVM that lives for a minute gets no good of the slower compiler, as the tests' own (the build's test-jvm). */
    static final List<String> SHORT_LIVED = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Path PLACE =
            Path.of(System.getProperty("basedir", "."), "target", "beforehand").toAbsolutePath();

    private static final Path CLASSES = PLACE.resolve("ninety-ten.jsa");
    private static final Path TOLD = PLACE.resolve("told");

    private static boolean made;

    private Beforehand() {}

    /** How a JVM is told to start the program. */
    static synchronized List<String> jvm() throws IOException {
        make();
        return jvm("-XX:SharedArchiveFile=" + CLASSES, unpacked("ninety-ten"));
    }

    /** How it is told to start one that another module has built, whose classes nobody has read. */
    static synchronized List<String> jvm(Path jar) throws IOException {
        make();
        String name = jar.getFileName().toString().replace(".jar", "");
        if (!Files.exists(unpacked(name))) {
            unpack(jar, name);
        }
        return jvm(null, unpacked(name));
    }

    /** At {@code data}, what a stopped program has left that told the demo's story. */
    static synchronized Path toldStory(Path data) throws IOException {
        make();
        Path binaries = TOLD.resolve("binaries");
        try (Stream<Path> files = Files.walk(TOLD)) {
            for (Path file : (Iterable<Path>) files.filter(path -> !path.startsWith(binaries))::iterator) {
                Files.copy(
                        file,
                        data.resolve(TOLD.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        linkBinaries(data);
        return data;
    }

    /** At {@code data}, nothing but PostgreSQL's programs. */
    static synchronized Path empty(Path data) throws IOException {
        make();
        Files.createDirectory(data);
        linkBinaries(data);
        return data;
    }

    private static void linkBinaries(Path data) throws IOException {
        try {
            Files.createSymbolicLink(data.resolve("binaries"), TOLD.resolve("binaries"));
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Where not everyone may make one, such as on Windows: the start unpacks them again.
        }
    }

    private static void make() throws IOException {
        if (made) {
            return;
        }
        FileSystemUtils.deleteRecursively(PLACE);
        Files.createDirectories(PLACE);
        unpack(RunningJar.jar(), "ninety-ten");
        List<String> reading = jvm("-XX:ArchiveClassesAtExit=" + CLASSES, unpacked("ninety-ten"));
        try (RunningJar first = RunningJar.launch(TOLD, Map.of(), reading, "--ninety-ten.demo=true")) {
            first.awaitReady();
        }
        made = true;
    }

    private static List<String> jvm(@Nullable String classes, Path jar) {
        List<String> arguments = new ArrayList<>(SHORT_LIVED);
        if (classes != null) {
            arguments.add(classes);
        }
        arguments.addAll(List.of("-jar", jar.toString()));
        return arguments;
    }

    private static Path unpacked(String name) {
        return PLACE.resolve(name).resolve(name + ".jar");
    }

    private static void unpack(Path jar, String name) throws IOException {
        Process unpacking = new ProcessBuilder(
                        RunningJar.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        PLACE.resolve(name).toString())
                .inheritIO()
                .start();
        try {
            if (unpacking.waitFor() != 0) {
                throw new IllegalStateException(jar + " cannot be unpacked");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted", e));
        }
    }
}
