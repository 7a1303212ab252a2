package org.ninetyten.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes down every name that a JVM looks up, into the file named by a system property; without that, and in the tests'
 * own JVM, it only passes on. Whoever calls out by name has to pass here.
 */
public final class LookupRecorder extends InetAddressResolverProvider {

    static final String FILE = "ninety-ten.lookups";

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtin = configuration.builtinResolver();
        String file = System.getProperty(FILE);
        return file == null ? builtin : new Recording(builtin, Path.of(file));
    }

    @Override
    public String name() {
        return "records every look-up";
    }

    private record Recording(InetAddressResolver builtin, Path file) implements InetAddressResolver {

        @Override
        public Stream<InetAddress> lookupByName(@Nullable String host, LookupPolicy policy)
                throws UnknownHostException {
            write(host + "\n");
            return builtin.lookupByName(host, policy);
        }

        @Override
        public String lookupByAddress(byte[] address) throws UnknownHostException {
            return builtin.lookupByAddress(address);
        }

        private void write(String line) {
            try {
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
