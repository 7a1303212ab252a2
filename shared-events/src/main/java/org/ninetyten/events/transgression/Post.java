package org.ninetyten.events.transgression;

import org.jspecify.annotations.Nullable;

/**
 * The post as evidence.
 *
 * @param sha256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits
 */
public record Post(String text, @Nullable String url, String sha256) {}
