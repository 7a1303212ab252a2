package org.ninetyten.events.keyring;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the master key is: one of the two, or the program does not start. With both, the service's wraps, and the file's still
 * unwraps what it wrapped.
 *
 * @param masterFile a Tink keyset in JSON, readable by nobody but this program; older keys in it go on reading what they wrapped
 * @param masterUri a key in a key management service, for which a Tink client is on the class path
 * @param makeMissing whether a master file that is not there is made, as long as there is no data key yet
 * @param unsealedForBenchmarks writes plain text, to measure what keys cost; refused without the demo's people
 * @param rotate whether a start adds a new key to the master file and wraps every data key anew
 */
@ConfigurationProperties("ninety-ten.keys")
public record KeyProperties(
        @Nullable Path masterFile,
        @Nullable String masterUri,
        @DefaultValue("false") boolean makeMissing,
        @DefaultValue("false") boolean rotate,
        @DefaultValue("false") boolean unsealedForBenchmarks) {}
