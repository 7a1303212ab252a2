package org.ninetyten.events.transgression;

import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Personal;

/**
 * The post as evidence.
 *
 * @param sha256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record Post(
        @Personal String text,
        @Personal @Nullable String url,
        @Personal String sha256) {}
