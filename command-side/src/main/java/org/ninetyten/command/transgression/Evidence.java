package org.ninetyten.command.transgression;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.ninetyten.events.transgression.Post;

/** A post as it is kept: its text as it stood, with the SHA-256 of that text's UTF-8 bytes. */
final class Evidence {

    private Evidence() {}

    static Post of(TransgressionCommand.ReportedPost post) {
        return new Post(post.text(), post.url(), sha256(post.text()));
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java runtime", e);
        }
    }
}
